import {groupAccounts} from '../core/events/accounts.js';
import {cameoCode} from '../core/events/cameo.js';
import type {Actor, Claim, Kind, Place, Quantity, Source, When} from '../core/events/chronology.js';
import type {GlyphKind, ResolvedWhen} from '../core/events/event-store.js';
import {glyphKind} from '../core/events/glyph-kind.js';
import {isProblem, resolveWhen} from '../core/time/resolve-when.js';
import {
  createDictionary,
  createLists,
  createNumbers,
  type Dictionary,
  type Growth,
  type Lists,
  type Numbers,
} from './table-columns.js';
import type {TableFacts, TableRow, TableSource} from './table-row.js';
import {createWordIndex, type WordIndex} from './table-words.js';

/** What `flags` of an event says. */
export const CONTESTED = 1;
export const INFERRED = 2;
export const UNCERTAIN = 4;
/** A claim about it gives words as said. */
export const HAS_SAID = 8;

/** What events of one kind share. */
export type KindEntry = {
  readonly names: readonly string[];
  readonly cameo: string | undefined;
  readonly glyph: GlyphKind;
  readonly goldstein: number | undefined;
};

/** What a date is besides its two instants. */
type WhenShape = Omit<ResolvedWhen, 'start' | 'end'>;

/** A date resolved. */
export type KnownDate = {
  readonly start: number;
  readonly end: number;
  readonly shape: number;
  readonly isCertain: boolean;
};

/** Dates whose meaning is remembered while rows are read. */
const DATES_KEPT = 20_000;

const UNKNOWN_WHEN: ResolvedWhen = {
  start: -Infinity,
  end: Infinity,
  startQuality: 'unknown',
  endQuality: 'unknown',
  isSpan: false,
  isInferred: false,
};

/** What is asked of all events, in columns: numbers, and names by number. */
export type TableData = {
  readonly sides: TableSource['chronology']['sides'];
  readonly timezone: string;
  readonly columns: {
    readonly starts: Numbers<Float64Array>;
    readonly ends: Numbers<Float64Array>;
    readonly shapes: Numbers<Uint16Array>;
    /** Number of the side; one past the last for none. */
    readonly lanes: Numbers<Uint8Array>;
    readonly kinds: Numbers<Uint32Array>;
    readonly flags: Numbers<Uint8Array>;
    readonly deaths: Numbers<Uint32Array>;
    readonly actors: Lists;
    readonly speakers: Lists;
    readonly places: Lists;
    readonly sources: Lists;
    readonly tags: Lists;
  };
  readonly words: WordIndex;
  readonly kinds: Dictionary<KindEntry>;
  readonly shapes: Dictionary<WhenShape>;
  readonly deaths: Dictionary<readonly number[]>;
  readonly tags: Dictionary<string>;
  readonly actors: Dictionary<string>;
  /** By number; undefined for an id that nothing is known of. */
  readonly actorRecords: readonly (Actor | undefined)[];
  readonly places: Dictionary<string>;
  readonly placeRecords: readonly (Place | undefined)[];
  readonly sources: Dictionary<string>;
  readonly sourceRecords: readonly (Source | undefined)[];
  /**
  Keep what is asked of all events; names that the row gives are learnt.

  @param row - the rows of the event so far, merged.
  @param before - the event as it was kept before, when it was.
  */
  put(event: number, row: TableRow, before: TableRow | undefined): void;
  resolve(when: When): KnownDate;
  kindNumber(kind: Kind | undefined): number;
  /** Number of a side; one past the last for none. */
  laneNumber(side: string | undefined): number;
  learnNames(row: Pick<TableFacts, 'actors' | 'places' | 'sources'>): void;
};

/** @returns empty columns for the events of a table. */
export function createTableData(
  {chronology}: Pick<TableSource, 'chronology'>,
  growth: Growth,
): TableData {
  const {sides, timezone} = chronology;
  const sideNumbers = new Map(sides.map((side, number) => [side.id, number]));
  const actors = createDictionary<string>();
  const actorRecords: (Actor | undefined)[] = [];
  const places = createDictionary<string>();
  const placeRecords: (Place | undefined)[] = [];
  const sources = createDictionary<string>();
  const sourceRecords: (Source | undefined)[] = [];
  const tags = createDictionary<string>();
  const kinds = createDictionary<KindEntry>();
  const shapes = createDictionary<WhenShape>();
  const deaths = createDictionary<readonly number[]>();
  deaths.number('', () => []);
  for (const source of chronology.sources) {
    sourceRecords[sources.number(source.id, () => source.id)] = source;
  }

  const columns = {
    starts: createNumbers((size) => new Float64Array(size), growth),
    ends: createNumbers((size) => new Float64Array(size), growth),
    shapes: createNumbers((size) => new Uint16Array(size), growth),
    lanes: createNumbers((size) => new Uint8Array(size), growth),
    kinds: createNumbers((size) => new Uint32Array(size), growth),
    flags: createNumbers((size) => new Uint8Array(size), growth),
    deaths: createNumbers((size) => new Uint32Array(size), growth),
    actors: createLists(growth),
    speakers: createLists(growth),
    places: createLists(growth),
    sources: createLists(growth),
    tags: createLists(growth),
  };
  const words = createWordIndex();
  const dates = new Map<string, KnownDate>();

  function resolve(when: When): KnownDate {
    const key =
      when.timezone === undefined && when.part_of_day === undefined
        ? when.basis + when.edtf
        : `${when.basis}${when.edtf} ${when.timezone ?? ''} ${when.part_of_day ?? ''}`;
    const known = dates.get(key);
    if (known !== undefined) return known;
    const resolved = resolveWhen(when, timezone);
    const {start, end, ...shape} = isProblem(resolved) ? UNKNOWN_WHEN : resolved;
    const {startQuality, endQuality, isSpan, isInferred} = shape;
    const name = `${startQuality} ${endQuality} ${isSpan} ${isInferred}`;
    const isCertain = startQuality === 'certain' && endQuality === 'certain';
    // Zero has a sign, which would be sorted by.
    const made = {
      start: start + 0,
      end: end + 0,
      shape: shapes.number(name, () => shape),
      isCertain,
    };
    if (dates.size >= DATES_KEPT) dates.clear();
    dates.set(key, made);
    return made;
  }

  function kindNumber(kind: Kind | undefined): number {
    const key = `${kind?.type ?? ''}\n${kind?.sub_type ?? ''}\n${kind?.cameo ?? ''}`;
    return kinds.number(key, () => ({
      names: [...new Set([kind?.type, kind?.sub_type].filter(isText))],
      cameo: kind?.cameo,
      glyph: glyphKind(kind),
      goldstein: kind?.cameo === undefined ? undefined : cameoCode(kind.cameo)?.goldstein,
    }));
  }

  function learnNames(row: Pick<TableFacts, 'actors' | 'places' | 'sources'>): void {
    for (const actor of row.actors ?? []) {
      const number = actors.number(actor.id, () => actor.id);
      const known = actorRecords[number];
      if (known === undefined) actorRecords[number] = actor;
      else if (addsTo(known, actor)) actorRecords[number] = {...actor, ...known};
    }
    for (const place of row.places ?? []) {
      placeRecords[places.number(place.id, () => place.id)] ??= place;
    }
    for (const source of row.sources ?? []) {
      sourceRecords[sources.number(source.id, () => source.id)] ??= source;
    }
  }

  function laneOf({event}: TableRow): number {
    const side =
      event.side ??
      event.actors
        ?.map(({actor}) => actorRecords[actors.find(actor) ?? -1]?.side)
        .find((one) => one !== undefined);
    return laneNumber(side);
  }

  function laneNumber(side: string | undefined): number {
    return sideNumbers.get(side ?? '') ?? sides.length;
  }

  function put(number: number, row: TableRow, before: TableRow | undefined): void {
    learnNames(row);
    const {event, claims} = row;
    const when = resolve(event.when);
    columns.starts.roomFor(number)[number] = when.start;
    columns.ends.roomFor(number)[number] = when.end;
    columns.shapes.roomFor(number)[number] = when.shape;
    columns.lanes.roomFor(number)[number] = laneOf(row);
    columns.kinds.roomFor(number)[number] = kindNumber(event.kind);
    columns.flags.roomFor(number)[number] =
      (isContested(claims, chronology.fields) ? CONTESTED : 0) |
      (event.when.basis === 'inferred' || claims.some((one) => one.basis === 'inferred')
        ? INFERRED
        : 0) |
      (when.isCertain ? 0 : UNCERTAIN) |
      (claims.some(isSaying) ? HAS_SAID : 0);
    const killed = [
      ...numbersIn(event.deaths),
      ...claims
        .filter((claim) => claim.about.field === 'deaths')
        .flatMap((claim) => numbersIn(claim.value)),
    ];
    columns.deaths.roomFor(number)[number] = deaths.number(killed.join(), () => killed);
    const speakers = numbersOf(
      claims.flatMap((claim) => (claim.said_by === null ? [] : [claim.said_by])),
      actors,
    );
    const inRole = numbersOf(
      (event.actors ?? []).map((one) => one.actor),
      actors,
    );
    columns.actors.set(number, [...new Set([...inRole, ...speakers])]);
    if (speakers.length > 0 || before !== undefined) columns.speakers.set(number, speakers);
    columns.places.set(number, numbersOf(event.where ?? [], places));
    const cited = claims.flatMap((claim) => claim.citations.map((one) => one.source));
    columns.sources.set(number, numbersOf(cited, sources));
    const tagNumbers = numbersOf(event.tags ?? [], tags);
    if (tagNumbers.length > 0 || before !== undefined) columns.tags.set(number, tagNumbers);
    const known = new Set(before === undefined ? [] : ownTexts(before));
    for (const text of ownTexts(row)) if (!known.has(text)) words.add(number, text);
  }

  return {
    sides,
    timezone,
    columns,
    words,
    kinds,
    shapes,
    deaths,
    tags,
    actors,
    actorRecords,
    places,
    placeRecords,
    sources,
    sourceRecords,
    put,
    resolve,
    kindNumber,
    laneNumber,
    learnNames,
  };
}

/** @returns the texts that are an event's own, each once; names it shares with others are not among them. */
export function ownTexts({event, claims}: TableRow): readonly string[] {
  const texts = [event.title, event.summary, event.note, event.when.stated];
  for (const claim of claims) {
    const value = typeof claim.value === 'string' ? claim.value : undefined;
    texts.push(claim.words, value, claim.office, claim.medium, claim.note);
  }
  return [...new Set(texts.filter(isText))];
}

function isText(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function isSaying(claim: Claim): boolean {
  return claim.words !== undefined || (claim.said_by !== null && typeof claim.value === 'string');
}

/** Running text and whole rows are never contested without a link, and rows bring none. */
function isContested(
  claims: readonly Claim[],
  fields: TableSource['chronology']['fields'],
): boolean {
  const some = claims.filter(({about}) => about.field !== '*' && about.field !== 'summary');
  if (some.length < 2) return false;
  return groupAccounts(some, [], fields).some((field) => field.isContested);
}

function numbersOf(
  ids: readonly string[],
  dictionary: {number(key: string, make: () => string): number},
): readonly number[] {
  return [...new Set(ids)].map((id) => dictionary.number(id, () => id));
}

/** @returns the bounds that a quantity states. */
export function numbersIn(value: Quantity | Claim['value'] | undefined): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const {low, best, high} = value as {readonly [key: string]: unknown};
  return [low, best, high].filter((one) => typeof one === 'number');
}

function addsTo(known: Actor, actor: Actor): boolean {
  return Object.keys(actor).some((key) => !(key in known));
}
