import type {Claim, Source} from '../core/events/chronology.js';
import {fieldName, isEditors} from '../core/events/accounts.js';
import type {SourceCopy} from '../core/events/source-copy.js';
import type {Piece} from './pane-builder.js';
import {createPane, type PaneBuilder} from './pane-builder.js';
import type {Pane, PaneInput} from './pane.js';
import {claimPieces} from './claim-words.js';
import {signsOf} from './signs.js';
import {speakerName} from './speaker-words.js';
import {dateWords} from './when-lines.js';
import {longCitation} from './citation-words.js';
import {claimCopy} from './copy-words.js';
import {publishedWords} from './published-words.js';

/** Claims listed under one paragraph; the rest is counted. */
const MOST_CLAIMS = 200;

/** The report, paragraph by paragraph, and every claim that rests on each. */
export const sourcePane: Pane = {
  name: 'source',
  summary: 'A report paragraph by paragraph, with every claim that rests on each',
  content(input) {
    const {store, subject, widthColumns, charset} = input;
    const [id = '', only] = subject.split('#');
    const source = store.source(id);
    const pane = createPane(widthColumns);
    if (source === undefined) {
      pane.text(`There is no source ${id} in this chronology.`, 'muted');
      return pane.done({title: 'Source', crumb: 'source'});
    }
    const {paragraph: sign} = signsOf(charset);
    pane.item([{text: source.headline, role: 'title'}], {
      copy: () =>
        [source.headline, source.publisher, publishedWords(source, input), source.url]
          .filter(Boolean)
          .join(', '),
    });
    // A paragraph is what was asked for: what is known of the report stands with all of them.
    if (only === undefined) addDetails(pane, source, input);
    const copy = input.copies.get(id);
    const all = store.claimsCiting(id);
    const total = source.paragraphs?.length ?? Math.max(0, ...paragraphNumbers(all, id));
    if (only !== undefined) {
      addParagraph(pane, Number(only), id, input, copy);
      addWay(pane, Number(only), total, source, input);
      return pane.done({
        title: 'Source',
        badge: `${sign}${only} of ${total}`,
        crumb: `${id} ${sign}${only}`,
      });
    }
    if (copy === undefined && total > 0) {
      pane.text(
        `The text is not kept here. --source ${id}=PATH sets your own copy beside it.`,
        'muted',
      );
    }
    if (copy !== undefined && copy.failures.length > 0) {
      pane.text(
        `Your copy does not bear out ${copy.failures.length} of ${copy.total} citations.`,
        'warning',
      );
    }
    const cited = new Set(paragraphNumbers(all, id));
    // A dataset has a paragraph a row: only those that something rests on are listed then.
    const numbers =
      total > 1000
        ? [...cited].sort((a, b) => a - b).slice(0, 1000)
        : Array.from({length: total}, (_, index) => index + 1);
    for (const number of numbers) addParagraph(pane, number, id, input, copy);
    const loose = all.filter((claim) =>
      claim.citations.some(
        (citation) => citation.source === id && citation.paragraph === undefined,
      ),
    );
    if (loose.length > 0) {
      pane.heading('Without a paragraph');
      addClaims(pane, loose, input);
    }
    const badge =
      total === 0 ? `claims ${all.length}` : `${cited.size} of ${total} paragraphs cited`;
    return pane.done({title: 'Source', badge, crumb: id});
  },
};

/** What is known of a source: who published it and when, whom it belongs to. */
function addDetails(pane: PaneBuilder, source: Source, input: PaneInput): void {
  const {publisher, author, date_published: date, affiliation, reliability = 'F', url} = source;
  for (const [name, words] of [
    ['publisher', publisher],
    ['author', author],
    ['date', date === undefined ? undefined : dateWords({edtf: date}, input)],
    ['affiliation', affiliation],
    ['reliability', reliabilityWords(reliability)],
  ] as const) {
    if (words === undefined) continue;
    const isInferred = name === 'date' && source.date_basis === 'inferred';
    pane.text([
      {text: `${name} `, role: 'muted'},
      {text: words, role: 'text'},
      {text: isInferred ? ' (inferred)' : '', role: 'inferred'},
    ]);
  }
  if (url !== undefined) pane.item([{text: url, role: 'link'}], {copy: () => url});
  if (source.note !== undefined) pane.text(`Editor's note: ${source.note}`, 'inferred');
}

function paragraphNumbers(claims: readonly Claim[], source: string): readonly number[] {
  return claims.flatMap((claim) =>
    claim.citations.flatMap((citation) =>
      citation.source === source && citation.paragraph !== undefined ? [citation.paragraph] : [],
    ),
  );
}

function reliabilityWords(letter: string): string {
  return letter === 'F' ? 'F, not assessed' : letter;
}

/** Add where one can walk on to from a paragraph; the next one last, where G leads. */
function addWay(
  pane: PaneBuilder,
  number: number,
  total: number,
  source: Source,
  input: PaneInput,
): void {
  const {paragraph: sign} = signsOf(input.charset);
  const way: readonly (readonly [text: string, subject: string])[] = [
    ['All paragraphs', source.id],
    ...(number > 1
      ? [[`Before: ${sign}${number - 1}`, `${source.id}#${number - 1}`] as const]
      : []),
    ...(number < total
      ? [[`Next: ${sign}${number + 1}`, `${source.id}#${number + 1}`] as const]
      : []),
  ];
  pane.blank();
  for (const [text, subject] of way) {
    pane.item([{text, role: 'link'}], {
      target: {pane: 'source', subject},
      copy: () => longCitation({source: source.id}, input),
    });
  }
}

function addParagraph(
  pane: PaneBuilder,
  number: number,
  source: string,
  input: PaneInput,
  copy: SourceCopy | undefined,
): void {
  const {store, charset} = input;
  const claims = store.claimsCiting(source, number);
  pane.heading(
    `${signsOf(charset).paragraph}${number}`,
    claims.length === 0 ? 'nothing rests on it' : undefined,
  );
  if (copy !== undefined) addCopy(pane, copy, claims, source, number);
  addClaims(pane, claims, input);
}

/** What the reader's copy has for a paragraph, with how it differs from what is cited before it. */
function addCopy(
  pane: PaneBuilder,
  copy: SourceCopy,
  claims: readonly Claim[],
  source: string,
  number: number,
): void {
  const found = copy.paragraphs[number - 1];
  const failures = copy.failures.filter((failure) => failure.paragraph === number);
  if (found === undefined) pane.text('Your copy has nothing in its place.', 'warning', 2);
  else if (!found.isSame) {
    pane.text('Your copy is not the text cited: something in it has changed.', 'warning', 2);
  }
  if (found !== undefined) pane.text(markCited(found.text, claims, source, number), 'text', 2);
  // That the paragraph has changed is said already.
  const words = failures.filter(({about}) => about === 'words').map(({what}) => what);
  for (const what of new Set(words)) pane.text(`Your copy: ${what}.`, 'warning', 2);
}

/** The reader's own text, with the words that claims cite marked. */
function markCited(
  text: string,
  claims: readonly Claim[],
  source: string,
  number: number,
): readonly Piece[] {
  const isMarked = new Array<boolean>(text.length).fill(false);
  for (const claim of claims) {
    for (const {source: id, paragraph, exact} of claim.citations) {
      if (id !== source || paragraph !== number || exact === undefined) continue;
      const at = text.indexOf(exact);
      if (at >= 0) isMarked.fill(true, at, at + exact.length);
    }
  }
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && isMarked[at] === isMarked[start]) continue;
    pieces.push({text: text.slice(start, at), role: isMarked[start] === true ? 'quote' : 'text'});
    start = at;
  }
  return pieces;
}

function addClaims(pane: PaneBuilder, claims: readonly Claim[], input: PaneInput): void {
  const {store, charset} = input;
  for (const claim of claims.slice(0, MOST_CLAIMS)) {
    const field = fieldName(claim.about.field, store.chronology.fields);
    pane.item(
      [
        // Whose voice it is goes without saying where it is the source's own.
        {text: isOwnVoice(claim) ? '' : `${speakerName(claim, store)}: `, role: 'muted'},
        ...claimPieces(claim, input),
        {
          text: ` ${signsOf(charset).dash} ${store.event(claim.about.event)?.title ?? ''}, ${field}`,
          role: 'muted',
        },
      ],
      {
        target: {pane: 'claim', subject: claim.id},
        copy: () => claimCopy([claim], input),
        indent: 2,
      },
    );
  }
  if (claims.length > MOST_CLAIMS) {
    pane.text(`and ${claims.length - MOST_CLAIMS} more claims`, 'muted', 2);
  }
}

function isOwnVoice(claim: Claim): boolean {
  const sources = new Set(claim.citations.map(({source}) => source));
  return claim.said_by === null && !isEditors(claim) && sources.size === 1;
}
