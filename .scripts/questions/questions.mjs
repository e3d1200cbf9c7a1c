/**
Questions a reader brings to the bundled chronology, the keys that answer each from the start screen
at 80x24, and the words in which the answer stands there. A text in quotation marks is typed, and not
counted: it is what is searched for.
*/
export const QUESTIONS = [
  {
    question: 'What happened on that Wednesday before dawn, and how sure is the date?',
    keys: '',
    answers: [
      'Pre-dawn U.S. strikes in Iraq',
      'Wed 24 Jan 2024, pre-dawn',
      'date inferred: report says "Wednesday"',
    ],
  },
  {
    question: 'How many were killed, where, and who says so?',
    keys: '',
    answers: ['killed: at least 2 — the report ¶1', 'Where were people killed? western Iraq ¶1'],
  },
  {
    question: 'Where were they killed?',
    keys: '',
    answers: ['Where were people killed? western Iraq'],
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
      'Iraqi authorities accuse the U.S.',
      'Spokesman of PM: unacceptable act',
      'Rasool: acts of aggression',
      'Araji: flagrant violation',
    ],
  },
  {
    question: 'What did the spokesman for military affairs say, in which office?',
    keys: 'j j j j c',
    answers: [
      'We will treat these operations as acts of aggression',
      'Yehia Rasool',
      'Spokesman for military affairs of the Iraqi leader',
    ],
  },
  {
    question: "What did the prime minister's spokesman say, in which office?",
    keys: 'j j j c',
    answers: [
      'This unacceptable act undermines years of cooperation',
      'Spokesman for the Iraqi prime minister',
    ],
  },
  {
    question: 'What did the national security adviser post, and where?',
    keys: '/ "bombing" enter c ctrl+d',
    answers: [
      'rather than targeting and bombing the bases of an Iraqi national body',
      'Iraqi National Security Adviser',
      'post on X',
    ],
  },
  {
    question: 'What did Austin say, in which office?',
    keys: '/ "austin:" enter c',
    answers: ['necessary and proportionate strikes', 'Pentagon chief'],
  },
  {
    question: 'What was struck, according to each side?',
    keys: 'c',
    answers: [
      'facilities used by the Iranian-backed Ketaeb Hezbollah',
      'Lloyd Austin',
      'the bases of an Iraqi national body',
      'Qassem al-Araji',
    ],
  },
  {
    question: 'How many U.S. troops are where?',
    keys: '#',
    answers: ['Roughly 2,500 U.S. troops in Iraq', 'Some 900 U.S. troops in Syria', '¶15'],
  },
  {
    question: 'What had the prime minister asked for before, and why?',
    keys: '/ "must leave" enter',
    answers: ['calls on the coalition to leave', 'security of Iraq', 'after previous U.S. strikes'],
  },
  {
    question: 'Where is Al-Qaim?',
    keys: 'p',
    answers: ['Al-Qaim'],
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
@returns {string[]} the answers that are not on any of these screens.
*/
export function missingAnswers(answers, screens) {
  const texts = screens.flatMap((rows) => [
    readableText(rows),
    readableText(rows.map(withoutCitations)),
  ]);
  return answers.filter((answer) => !texts.some((text) => text.includes(answer)));
}

/** A citation at the end of a wrapped line stands in the middle of a sentence. */
function withoutCitations(row) {
  return row.replace(/(?:\s+¶\d+|\s+\+\d+)+\s*$/u, '');
}
