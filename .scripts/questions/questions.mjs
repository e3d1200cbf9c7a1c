/**
Questions a reader brings to the bundled chronology, the keys that answer each from the start screen
at 80x24, and the words in which all of the answer stands on the screen that the last key brings. A text
in quotation marks is typed, and not counted: it is what is searched for.
*/
export const QUESTIONS = [
  {
    question: 'What happened on that Wednesday before dawn, and how sure is the date?',
    keys: '',
    answers: [
      'Pre-dawn U.S. strikes in Iraq',
      'Wed 24 Jan 2024, pre-dawn',
      'date inferred: report says "Wednesday"',
      'U.S. airstrikes hit sites in',
    ],
  },
  {
    question: 'How many were killed, where, and who says so?',
    keys: '',
    answers: ['killed: at least 2 — the report ¶1', 'Where were people killed? western Iraq ¶1'],
  },
  {
    question: 'What is contested of it?',
    keys: '',
    answers: [
      'What was struck? 5 accounts differ',
      'What is the body that was struck? 4 accounts differ',
      'How are the strikes described? 4 differ',
    ],
  },
  {
    question: 'What were the strikes said to answer, and by whom?',
    keys: 'a',
    answers: ['Said to answer', 'Over 150 attacks on the coalition — Lloyd Austin'],
  },
  {
    question: 'What is said to have answered the strikes?',
    keys: 'a ctrl+d',
    answers: [
      'Said to be answered by',
      'Iraqi authorities accuse the U.S. — the report',
      'Spokesman of PM: unacceptable act',
      'Rasool: acts of aggression — Yehia Rasool',
      'Araji: flagrant violation',
    ],
  },
  {
    question: 'What did the spokesman for military affairs say, in which office?',
    keys: 'j j j j',
    answers: [
      'Yehia Rasool, Spokesman for military affairs of the Iraqi leader: “We will treat these',
      'operations as acts of aggression and take necessary actions',
    ],
  },
  {
    question: "What did the prime minister's spokesman say, in which office?",
    keys: 'j j j',
    answers: [
      'Spokesman for the Iraqi prime minister (not named):',
      'This unacceptable act undermines',
      'the danger of expanding conflict',
    ],
  },
  {
    question: 'What did the national security adviser post, and where?',
    keys: '/ "bombing" enter n',
    answers: [
      'Qassem al-Araji, Iraqi National Security Adviser, post on X, formerly Twitter:',
      'rather than targeting and bombing the bases of an Iraqi national body',
    ],
  },
  {
    question: 'What did Austin say, in which office?',
    keys: 'j j',
    answers: ['Lloyd Austin, Pentagon chief: “necessary and', 'proportionate strikes”'],
  },
  {
    question: 'What was struck, according to each side?',
    keys: 'c',
    answers: [
      'facilities used by the Iranian-backed Ketaeb Hezbollah',
      '— Lloyd Austin, Pentagon chief',
      'the bases of an Iraqi national body',
      '— Qassem al-Araji',
    ],
  },
  {
    question: 'How many U.S. troops are where?',
    keys: '#',
    answers: [
      'Roughly 2,500 U.S. troops in Iraq',
      'roughly 2,500 U.S. troops — the report',
      'Some 900 U.S. troops in Syria',
      'some 900 U.S. troops — the report ¶15',
    ],
  },
  {
    question: 'What had the prime minister asked for before, and why?',
    keys: '/ "must leave" enter',
    answers: ['calls on the coalition to leave', 'security of Iraq', 'after previous U.S. strikes'],
  },
  {
    question: 'Where is Al-Qaim?',
    keys: 'tab j j j enter',
    answers: ['Al-Qaim', 'Anbar, Iraq', 'Baghdad'],
  },
  {
    question: 'Which facts are inferred?',
    keys: '',
    answers: ['date inferred'],
  },
  {
    question: 'Which paragraph does the number of the dead come from?',
    keys: '',
    answers: ['killed: at least 2 — the report ¶1'],
  },
];

/** Keys that an answer may take at most. */
export const MOST_KEYS = 6;

/**
@param {string} keys - `enter c "some words"`.
@returns {{name: string, isTyped: boolean}[]} one item a key; typed texts as one item.
*/
export function stepsOf(keys) {
  return [...keys.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, words, key]) =>
    words === undefined ? {name: key ?? '', isTyped: false} : {name: words, isTyped: true},
  );
}

/**
The text of the pane at the right, and then that of the list, each as one run of words: an answer may
be wrapped over lines.

@param {readonly string[]} rows - of a screen of two columns with `│` between them.
*/
export function readableText(rows) {
  const parts = rows.map((row) => row.split('│'));
  const side = (at) => parts.map((columns) => columns[at] ?? '').join(' ');
  const clean = (text) =>
    text.replaceAll(/[▲▼] \d+ (?:above|below)/gu, ' ').replaceAll(/\s+/gu, ' ');
  // What stands at the right edge of a line, a citation, comes behind the words it belongs to.
  return `${clean(side(1))} ${clean(side(0))}`;
}

/**
@param {readonly string[]} rows - of the screen on which the answer is to stand, all of it.
@returns {string[]} the answers that are not on it.
*/
export function missingAnswers(answers, rows) {
  const texts = [readableText(rows), readableText(rows.map(withoutCitations))];
  return answers.filter((answer) => !texts.some((text) => text.includes(answer)));
}

/** A citation at the end of a wrapped line stands in the middle of a sentence. */
function withoutCitations(row) {
  return row.replace(/(?:\s+¶\d+|\s+\+\d+)+\s*$/u, '');
}
