import type {Charset} from '../core/draw/glyphs.js';
import type {
  Actor,
  Citation,
  Claim,
  ClaimValue,
  OtherName,
  Quantity,
  TimelineEvent,
} from '../core/events/chronology.js';
import type {EventStore} from '../core/events/event-store.js';
import {cutText} from '../core/draw/fit-text.js';
import {textWidth} from '../core/draw/text-width.js';
import {edtfWords} from './when-lines.js';
import type {Piece} from './pane-builder.js';

/** The signs that have no ASCII form of their own. */
export type Signs = {
  readonly paragraph: string;
  readonly openQuote: string;
  readonly closeQuote: string;
  readonly dash: string;
  readonly dot: string;
  readonly bullet: string;
};

const SIGNS: Readonly<Record<Charset, Signs>> = {
  unicode: {paragraph: '¶', openQuote: '“', closeQuote: '”', dash: '—', dot: '·', bullet: '•'},
  ascii: {paragraph: 'par.', openQuote: '"', closeQuote: '"', dash: '--', dot: '-', bullet: '*'},
};

export function signsOf(charset: Charset): Signs {
  return SIGNS[charset];
}

/** @returns other names on one line; in ASCII those that can be written so. */
export function otherNamesWords(names: readonly OtherName[] | undefined, charset: Charset): string {
  const isShown = (name: string): boolean => charset === 'unicode' || /^[ -~]*$/u.test(name);
  return (names ?? [])
    .map((other) => other.name)
    .filter(isShown)
    .join(` ${signsOf(charset).dot} `);
}

/** @returns words between quotation marks. */
export function quoted(words: string, charset: Charset): string {
  const {openQuote, closeQuote} = signsOf(charset);
  return openQuote + words + closeQuote;
}

/** @returns `report ¶4`, or `¶4` when there is only one source. */
export function citationWords(citation: Citation, store: EventStore, charset: Charset): string {
  const {paragraph} = signsOf(charset);
  const number = citation.paragraph === undefined ? '' : `${paragraph}${citation.paragraph}`;
  const isOnly = store.chronology.sources.length === 1;
  if (isOnly) return number === '' ? citation.source : number;
  return number === '' ? citation.source : `${citation.source} ${number}`;
}

/** Columns that citations at the edge of a line take at most; the rest is counted. */
const CITATION_COLUMNS = 13;

/**
@returns the citations of claims, each once, a source named once before its paragraphs: `¶4 ¶16`,
`report ¶1 ¶3`; those there is no room for are counted, `¶1 +5`.
*/
export function citationsWords(
  claims: readonly Claim[],
  store: EventStore,
  charset: Charset,
): string {
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

/** @returns the name of an actor; an unknown id stands for itself. */
export function actorName(id: string, store: EventStore): string {
  return store.actor(id)?.name ?? id;
}

/** @returns who makes a claim: the speaker, or the source in its own voice. */
export function speakerName(claim: Claim, store: EventStore): string {
  if (claim.said_by !== null) return actorName(claim.said_by, store);
  // What an editor reads into a report is not the report's own voice.
  if (claim.basis === 'inferred') return 'the editor';
  const id = claim.citations[0]?.source;
  if (id === undefined) return 'no one named';
  const source = store.source(id);
  if (source?.type === 'Dataset') return source.publisher ?? source.headline;
  if (store.chronology.sources.length === 1) return 'the report';
  return source?.publisher ?? shortHeadline(source?.headline) ?? id;
}

/** A headline is too long for the name of a speaker; the id is what the source is cited by. */
function shortHeadline(headline: string | undefined): string | undefined {
  return headline !== undefined && headline.length <= 24 ? headline : undefined;
}

/** @returns the office in which a claim is made: its own, else the speaker's. */
export function officeOf(claim: Claim, actor: Actor | undefined): string | undefined {
  return claim.office ?? actor?.office;
}

/**
@returns a quantity in words: the words as stated where they hold the figure ("roughly 2,500"), else
`at least 2` or `1 to 3, best 2`.
*/
export function quantityWords(quantity: Quantity): string {
  const {low, best, high, stated} = quantity;
  if (stated !== undefined && /\d/u.test(stated)) return stated;
  const number = numberWords;
  const parts: string[] = [];
  if (low !== undefined && high !== undefined) {
    parts.push(low === high ? number(low) : `${number(low)} to ${number(high)}`);
  } else if (low !== undefined && best === undefined) parts.push(`at least ${number(low)}`);
  else if (high !== undefined && best === undefined) parts.push(`at most ${number(high)}`);
  else if (low !== undefined) parts.push(`at least ${number(low)}`);
  else if (high !== undefined) parts.push(`at most ${number(high)}`);
  if (best !== undefined && !(low === best && high === best)) {
    parts.push(parts.length === 0 ? number(best) : `best ${number(best)}`);
  }
  if (parts.length === 0) return stated ?? 'not said';
  return parts.join(', ');
}

function isQuantity(value: ClaimValue): value is Quantity & {readonly [key: string]: ClaimValue} {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    ['low', 'best', 'high', 'stated'].some((key) => key in value)
  );
}

/** @returns what a claim says, in words; ids become names. */
export function valueWords(value: ClaimValue, store: EventStore): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') {
    return store.place(value)?.name ?? store.actor(value)?.name ?? value;
  }
  if (typeof value === 'number') return numberWords(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value))
    return value.map((item: ClaimValue) => valueWords(item, store)).join(', ');
  if (isQuantity(value)) {
    const words = quantityWords(value);
    const stated = value.stated === undefined || value.stated === words ? '' : ` (${value.stated})`;
    return `${words}${value.of === undefined ? '' : ` ${value.of}`}${stated}`;
  }
  return Object.entries(value)
    .map(([key, item]) => {
      const words = valueWords(item ?? null, store);
      return key === 'actor' || key === 'edtf' ? words : `${key.replaceAll('_', ' ')} ${words}`;
    })
    .join(', ');
}

/** @returns the pieces of a claim: exact words as a quotation, with insertions of the source marked. */
export function claimPieces(claim: Claim, store: EventStore, charset: Charset): readonly Piece[] {
  if (claim.voice !== 'quote' || claim.words === undefined) {
    const {value} = claim;
    const isDate = claim.about.field === 'when' && typeof value === 'string';
    const words = isDate ? edtfWords(value) : valueWords(value, store);
    const inferred = claim.basis === 'inferred' ? ' (inferred)' : '';
    return [
      {text: words, role: 'text'},
      {text: inferred, role: 'inferred'},
    ];
  }
  return [{text: quoted(claim.words, charset), role: 'quote'}];
}

/** @returns plain text for the clipboard: what is said, by whom, in which office and medium, and where it stands. */
export function claimCopy(claim: Claim, store: EventStore, charset: Charset): string {
  const said = claimPieces(claim, store, charset)
    .map((piece) => piece.text)
    .join('');
  const office = officeOf(claim, store.actor(claim.said_by ?? ''));
  const who = [speakerName(claim, store), office, claim.medium].filter(Boolean).join(', ');
  const {dash} = signsOf(charset);
  return `${said} ${dash} ${who} (${claim.citations.map((item) => longCitation(item, store, charset)).join('; ')})`;
}

/** @returns a citation that stands by itself: headline, publisher, address, paragraph. */
export function longCitation(citation: Citation, store: EventStore, charset: Charset): string {
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

/** @returns the claims about a field of an event, with those that carry the whole event. */
export function claimsOfField(
  event: TimelineEvent,
  field: string,
  store: EventStore,
): readonly Claim[] {
  return store
    .claimsAbout(event.id)
    .filter((claim) => claim.about.field === field || claim.about.field === '*');
}

/** @returns a number with its thousands apart: `2,500`. */
function numberWords(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
