import type {
  Actor,
  Chronology,
  Citation,
  Claim,
  Place,
  Source,
  TimelineEvent,
  When,
} from '../core/events/chronology.js';
import {claimedDate} from '../core/events/claimed-date.js';
import {claimedDateWords, edtfInWords, valueWords} from '../core/events/value-words.js';
import {formatWhen} from '../core/time/format-when.js';
import {isProblem, resolveWhen} from '../core/time/resolve-when.js';

/** The parts of a chronology by id, for writers. */
export type ExportIndex = {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly places: ReadonlyMap<string, Place>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly events: ReadonlyMap<string, TimelineEvent>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** Claims about each event, in the order of the file. */
  readonly claimsAbout: ReadonlyMap<string, readonly Claim[]>;
};

/** @returns the parts of a chronology by id. */
export function indexForExport(chronology: Chronology): ExportIndex {
  const claimsAbout = new Map<string, Claim[]>();
  for (const claim of chronology.claims) {
    const about = claimsAbout.get(claim.about.event);
    if (about === undefined) claimsAbout.set(claim.about.event, [claim]);
    else about.push(claim);
  }
  return {
    actors: byId(chronology.actors),
    places: byId(chronology.places),
    sources: byId(chronology.sources),
    events: byId(chronology.events),
    claims: byId(chronology.claims),
    claimsAbout,
  };
}

function byId<Item extends {readonly id: string}>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

/**
@returns the events in the order of the screen, with their positions in the file from 1: by when they
may begin, then as in the file; an event whose date cannot be read comes first.
*/
export function eventsInTime(
  chronology: Chronology,
): readonly {readonly event: TimelineEvent; readonly row: number}[] {
  return chronology.events
    .map((event, index) => {
      const when = resolveWhen(event.when, chronology.timezone);
      return {event, row: index + 1, start: isProblem(when) ? -Infinity : when.start};
    })
    .sort((one, other) => compare(one.start, other.start) || one.row - other.row)
    .map(({event, row}) => ({event, row}));
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/**
@returns when an event was, in words, by the clock of its own zone or the chronology's; without the
names of weekdays in the style `short`.
*/
export function whenWords(
  event: TimelineEvent,
  chronologyZone: string,
  style: 'long' | 'short' = 'long',
): string {
  const {when} = event;
  const resolved = resolveWhen(when, chronologyZone);
  if (isProblem(resolved)) return when.stated ?? when.edtf;
  const zone = when.timezone ?? chronologyZone;
  const dated = {edtf: when.edtf, timezone: zone, when: resolved};
  return formatWhen(
    when.part_of_day === undefined ? dated : {...dated, partOfDay: when.part_of_day},
    zone,
    style,
  );
}

/** @returns that a date is inferred, from which words and why, as a line of its own; empty when it is stated. */
export function inferredLine({basis, stated, reason}: When): string {
  if (basis !== 'inferred') return '';
  const said = stated === undefined ? '' : `; the report says “${stated}”`;
  return `Date inferred${said}${reason === undefined ? '' : `: ${reason}`}`;
}

/** A day or a time, or an interval of two: plain days and times say all of it. */
const PLAIN =
  /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?(?:\/\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?)?$/;

/**
@returns what plain days and times leave unsaid of a date, as lines for a text: `Date: 2030, uncertain`,
then {@link inferredLine}. Empty when they say all of it.
*/
export function dateLines(when: When): string {
  const {edtf, stated, basis} = when;
  const said = stated === undefined || basis === 'inferred' ? '' : `; the report says “${stated}”`;
  const doubt = PLAIN.test(edtf) ? '' : `Date: ${edtfInWords(edtf)}${said}`;
  return [doubt, inferredLine(when)].filter((line) => line !== '').join('\n');
}

/** @returns what a claim says, in words; empty when it says nothing. */
export function claimedWords({about, value}: Claim, index: ExportIndex): string {
  if (value === null) return '';
  const date = about.field === 'when' ? claimedDate(value) : undefined;
  if (date !== undefined) return claimedDateWords(date);
  return valueWords(value, {
    place: (id) => index.places.get(id),
    actor: (id) => index.actors.get(id),
  });
}

/** @returns who makes a claim: the speaker with office, or the source in its own voice. */
export function speakerWords(claim: Claim, index: ExportIndex): string {
  if (claim.said_by === null) {
    const source = index.sources.get(claim.citations[0]?.source ?? '');
    return source === undefined ? 'An unnamed source' : (source.publisher ?? source.headline);
  }
  const actor = index.actors.get(claim.said_by);
  const office = claim.office ?? actor?.office;
  const name = actor?.name ?? claim.said_by;
  return office === undefined || name.toLowerCase().includes(office.toLowerCase())
    ? name
    : `${name}, ${office}`;
}

/** @returns what a source is: author, publisher, headline, date; its id when it is not known. */
export function sourceWords(id: string, index: ExportIndex): string {
  const source = index.sources.get(id);
  const published =
    source?.date_published === undefined ? undefined : edtfInWords(source.date_published);
  const inferred = source?.date_basis === 'inferred' ? ' (inferred)' : '';
  const date = published === undefined ? undefined : `published ${published}${inferred}`;
  return [source?.author, source?.publisher, source?.headline ?? id, date]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** @returns where in its source a citation points: `¶4`, `entry 4` of a data set; empty for the whole. */
function paragraphWords({source, paragraph}: Citation, index: ExportIndex): string {
  if (paragraph === undefined) return '';
  return index.sources.get(source)?.type === 'Dataset' ? `entry ${paragraph}` : `¶${paragraph}`;
}

/**
@returns what citations point at, every source once with all the places cited of it in order:
`Rudaw, Drones shot down, published 8 December 2023, ¶1 ¶3 ¶10`.
*/
export function citedWords(citations: readonly Citation[], index: ExportIndex): readonly string[] {
  const bySource = groupBySource(citations);
  return [...bySource].map(([source, own]) => {
    const places = own
      .toSorted((one, other) => (one.paragraph ?? 0) - (other.paragraph ?? 0))
      .map((citation) => paragraphWords(citation, index))
      .filter((place) => place !== '');
    const words = sourceWords(source, index);
    return places.length === 0 ? words : `${words}, ${[...new Set(places)].join(' ')}`;
  });
}

function groupBySource(citations: readonly Citation[]): ReadonlyMap<string, readonly Citation[]> {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const group = groups.get(citation.source);
    if (group === undefined) groups.set(citation.source, [citation]);
    else group.push(citation);
  }
  return groups;
}
