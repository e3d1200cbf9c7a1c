import type {Claim} from '../core/events/chronology.js';
import {fieldName} from '../core/events/accounts.js';
import type {Piece} from './pane-builder.js';
import {createPane, type PaneBuilder} from './pane-builder.js';
import type {Pane, PaneInput} from './pane.js';
import {claimPieces} from './claim-words.js';
import {signsOf} from './signs.js';
import {speakerName} from './speaker-words.js';
import {longCitation} from './citation-words.js';
import {claimCopy} from './copy-words.js';

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
        [source.headline, source.publisher, source.date_published, source.url]
          .filter(Boolean)
          .join(', '),
    });
    for (const [name, words] of [
      ['publisher', source.publisher],
      ['author', source.author],
      ['date', source.date_published],
      ['affiliation', source.affiliation],
      ['reliability', reliabilityWords(source.reliability ?? 'F')],
    ] as const) {
      if (words === undefined) continue;
      const isInferred = name === 'date' && source.date_basis === 'inferred';
      pane.text([
        {text: `${name} `, role: 'muted'},
        {text: words, role: 'text'},
        {text: isInferred ? ' (inferred)' : '', role: 'inferred'},
      ]);
    }
    if (source.url !== undefined)
      pane.item([{text: source.url, role: 'link'}], {copy: () => source.url ?? ''});
    if (source.note !== undefined) pane.text(`Editor's note: ${source.note}`, 'inferred');
    const copy = input.paragraphsOf(id);
    const all = store.claimsCiting(id);
    const total = source.paragraphs?.length ?? Math.max(0, ...paragraphNumbers(all, id));
    if (only !== undefined) {
      addParagraph(pane, Number(only), id, input, copy);
      pane.blank();
      pane.item([{text: 'All paragraphs', role: 'link'}], {
        target: {pane: 'source', subject: id},
        copy: () => longCitation({source: id}, input),
      });
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

function addParagraph(
  pane: PaneBuilder,
  number: number,
  source: string,
  input: PaneInput,
  copy: readonly string[] | undefined,
): void {
  const {store, charset} = input;
  const claims = store.claimsCiting(source, number);
  pane.heading(
    `${signsOf(charset).paragraph}${number}`,
    claims.length === 0 ? 'nothing rests on it' : undefined,
  );
  const text = copy?.[number - 1];
  if (text !== undefined) pane.text(markCited(text, claims, source, number), 'text', 2);
  addClaims(pane, claims, input);
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
        {text: `${speakerName(claim, store)}: `, role: 'muted'},
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
