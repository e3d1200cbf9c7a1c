import {textWidth} from '../core/draw/text-width.js';
import {isEditors} from '../core/events/accounts.js';
import type {Citation, Claim} from '../core/events/chronology.js';
import type {Told} from './pane.js';
import {signsOf} from './signs.js';
import {sourceName, sourceNames} from './source-name.js';
import {MOST_VOICES} from './speaker-words.js';

/** Columns that citations at the edge of a line take at most; the rest is counted. A name is never cut. */
const CITATION_COLUMNS = 16;

/**
@param isSpeakerTold - whether the speaker stands there already: a source that speaks in its own voice
is then not named a second time.
@returns the citations of claims, each once, a source named once before its paragraphs: `¶4 ¶16`,
`TASS`, `the report ¶1 ¶3`; those there is no room for are counted, `the report ¶1 +5`. A listing has
room for all.
*/
export function citationsWords(
  claims: readonly Claim[],
  input: Told,
  isSpeakerTold = false,
): string {
  const {store, charset, isListing} = input;
  const {paragraph: sign} = signsOf(charset);
  const most = isListing === true ? Infinity : CITATION_COLUMNS;
  const seen = new Set<string>();
  let words = '';
  let last: string | undefined;
  let left = 0;
  for (const claim of claims) {
    const told = isSpeakerTold ? namesTold(claim, store) : [];
    for (const {source, paragraph} of claim.citations) {
      const number = paragraph === undefined ? '' : `${sign}${paragraph}`;
      // After another source, one that is told already is named again: `¶1, TASS, the report ¶2`.
      const isTold = isNameless(number, told, source, store);
      const isBare = isTold && (number === '' || (last ?? '') === '');
      const name = isBare ? '' : sourceName(source, store);
      const key = `${name}#${number}`;
      if (seen.has(key) || key === '#') continue;
      seen.add(key);
      const isSame = name === '' || name === last;
      const part = isSame && number !== '' ? number : [name, number].filter(Boolean).join(' ');
      const next = words === '' ? part : `${words}${isSame ? '' : ','} ${part}`;
      if (left > 0 || (words !== '' && textWidth(next) > most)) {
        left++;
        continue;
      }
      words = next;
      last = name;
    }
  }
  return left === 0 ? words : `${words} +${left}`;
}

/** @returns a citation that stands by itself: headline, publisher, address, paragraph. */
export function longCitation(citation: Citation, {store, charset}: Told): string {
  const source = store.source(citation.source);
  const {paragraph} = signsOf(charset);
  const headline = source?.headline ?? citation.source;
  const publisher = source?.publisher ?? '';
  const parts = [
    headline,
    headline.includes(publisher) ? '' : publisher,
    source?.url,
    citation.paragraph === undefined ? undefined : `${paragraph}${citation.paragraph}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** The only source needs no name beside a paragraph, and a voice that is named no second one. */
function isNameless(
  number: string,
  told: readonly string[],
  source: string,
  store: Told['store'],
): boolean {
  if (store.chronology.sources.length === 1 && number !== '') return true;
  return told.includes(sourceName(source, store));
}

/** The sources that are named as the speaker of a claim. */
function namesTold(claim: Claim, store: Told['store']): readonly string[] {
  if (claim.said_by !== null || isEditors(claim)) return [];
  const names = sourceNames(claim, store);
  return names.length <= MOST_VOICES ? names : names.slice(0, 1);
}
