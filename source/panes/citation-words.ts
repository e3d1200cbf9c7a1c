import {cutText} from '../core/draw/fit-text.js';
import {textWidth} from '../core/draw/text-width.js';
import type {Citation, Claim} from '../core/events/chronology.js';
import type {PaneInput} from './pane.js';
import {signsOf} from './signs.js';

type Told = Pick<PaneInput, 'store' | 'charset'>;

/** Columns that citations at the edge of a line take at most; the rest is counted. */
const CITATION_COLUMNS = 13;

/** @returns `report ¶4`, or `¶4` when there is only one source. */
export function citationWords(citation: Citation, {store, charset}: Told): string {
  const {paragraph} = signsOf(charset);
  const number = citation.paragraph === undefined ? '' : `${paragraph}${citation.paragraph}`;
  const isOnly = store.chronology.sources.length === 1;
  if (isOnly) return number === '' ? citation.source : number;
  return number === '' ? citation.source : `${citation.source} ${number}`;
}

/**
@returns the citations of claims, each once, a source named once before its paragraphs: `¶4 ¶16`,
`report ¶1 ¶3`; those there is no room for are counted, `¶1 +5`.
*/
export function citationsWords(claims: readonly Claim[], {store, charset}: Told): string {
  const isOnly = store.chronology.sources.length === 1;
  const {paragraph: sign} = signsOf(charset);
  const seen = new Set<string>();
  let words = '';
  let source: string | undefined;
  let left = 0;
  for (const citation of claims.flatMap((claim) => claim.citations)) {
    const key = `${citation.source}#${citation.paragraph ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const number = citation.paragraph === undefined ? '' : `${sign}${citation.paragraph}`;
    const name = (isOnly && number !== '') || citation.source === source ? '' : citation.source;
    const next = [words, name, number].filter((part) => part !== '').join(' ');
    const isTooLong = words !== '' && textWidth(next) > CITATION_COLUMNS;
    if (left > 0 || isTooLong) {
      left++;
      continue;
    }
    words = next;
    source = citation.source;
  }
  const cut = cutText(words, CITATION_COLUMNS, charset === 'ascii' ? '~' : '…');
  return left === 0 ? cut : `${cut} +${left}`;
}

/** @returns a citation that stands by itself: headline, publisher, address, paragraph. */
export function longCitation(citation: Citation, {store, charset}: Told): string {
  const source = store.source(citation.source);
  const {paragraph} = signsOf(charset);
  const parts = [
    source?.headline ?? citation.source,
    source?.publisher,
    source?.url,
    citation.paragraph === undefined ? undefined : `${paragraph}${citation.paragraph}`,
  ];
  return parts.filter(Boolean).join(', ');
}
