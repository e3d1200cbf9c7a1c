import type {Actor, Claim, Place, Source, TimelineEvent} from '../events/chronology.js';
import type {GlyphKind} from '../events/event-store.js';
import {GLYPH_WORDS, glyphKind} from '../events/glyph-kind.js';
import {foldText} from './fold-text.js';

/** Something with an id that a term can name: an actor, place, source, side or kind. */
export type SearchName = {
  readonly id: string;
  /** As shown. */
  readonly label: string;
  /** Name, other names and id, each folded (see `foldText`), one a line. */
  readonly folded: string;
};

/** `[start, end)` in milliseconds since 1970-01-01T00:00:00Z; -Infinity and Infinity for open ends. */
export type SearchSpan = {readonly start: number; readonly end: number};

/**
What a query can ask of one event. A store supplies it cheaply: every member may be a getter that
works out its value when first asked for.
*/
export type SearchDocument = {
  readonly id: string;
  /** Title, summary, note, tags, kinds, the words of every claim, and all names; folded, one a line. */
  readonly text: string;
  /** Actors in a role, then those who spoke; each once. */
  readonly actors: readonly SearchName[];
  /** Those who made a claim about it; each once. */
  readonly speakers: readonly SearchName[];
  /** Words reported as said: quotations and paraphrases; folded, one a line. */
  readonly said: string;
  readonly side: SearchName | undefined;
  /** ACLED event type and sub-event type, then what its mark stands for; the id is the name. */
  readonly kinds: readonly SearchName[];
  readonly cameo: string | undefined;
  readonly places: readonly SearchName[];
  /** Sources that a claim about it cites; each once. */
  readonly sources: readonly SearchName[];
  readonly tags: readonly SearchName[];
  /** Every number of deaths given by the event or a claim: low, best or high. */
  readonly deaths: readonly number[];
  /** When it can have been or held; undefined when nothing is known. */
  readonly when: SearchSpan | undefined;
  readonly isContested: boolean;
  /** True when its date or any claim about it is an editor's inference. */
  readonly isInferred: boolean;
  /** True when an end of its date is anything but certain. */
  readonly isUncertain: boolean;
};

/** What a document is built from; an `EventStore` has all but the last three. */
export type SearchLookup = {
  actor(id: string): Actor | undefined;
  place(id: string): Place | undefined;
  source(id: string): Source | undefined;
  claimsAbout(eventId: string): readonly Claim[];
  /** @returns the lane of an event, by its own `side` or that of its actors. */
  sideOf(event: TimelineEvent): {readonly id: string; readonly name: string} | undefined;
  /** @returns its `ResolvedWhen`, of which this much is used. */
  resolveWhen(event: TimelineEvent): SearchWhen | undefined;
  isContested(eventId: string): boolean;
};

type SearchWhen = SearchSpan & {readonly startQuality: string; readonly endQuality: string};

type Named = {
  readonly id: string;
  readonly name: string;
  readonly other_names?: readonly {readonly name: string}[];
};

/** Names are folded once for each actor or place, not once for each event it is in. */
const foldedNames = new WeakMap<object, SearchName>();

/**
@param event - an event of the chronology.
@param lookup - answers for what the event only names by id; unknown ids stand for themselves.
@returns the event as queries see it; each member is worked out once, when first asked for.
*/
export function buildSearchDocument(event: TimelineEvent, lookup: SearchLookup): SearchDocument {
  const claims = once(() => lookup.claimsAbout(event.id));
  const when = once(() => lookup.resolveWhen(event));
  const actorName = (id: string): SearchName => nameOf(id, lookup.actor(id));
  const speakers = once(() =>
    distinct(claims().flatMap((claim) => (claim.said_by === null ? [] : [claim.said_by]))).map(
      actorName,
    ),
  );
  const actors = once(() => {
    const inRole = distinct((event.actors ?? []).map((one) => one.actor));
    const spoke = speakers().filter((one) => !inRole.includes(one.id));
    return [...inRole.map(actorName), ...spoke];
  });
  const places = once(() => distinct(event.where ?? []).map((id) => nameOf(id, lookup.place(id))));
  const coded = once(() =>
    distinct(present([event.kind?.type, event.kind?.sub_type])).map((name) => wordsOf(name)),
  );
  const kinds = once(() => [...coded(), glyphName(glyphKind(event.kind))]);
  const tags = once(() => distinct(event.tags ?? []).map((tag) => wordsOf(tag)));
  const sources = once(() =>
    distinct(claims().flatMap((claim) => claim.citations.map((one) => one.source))).map((id) =>
      sourceName(id, lookup.source(id)),
    ),
  );
  const said = once(() => claims().flatMap(wordsSaid).map(foldText).join('\n'));
  const text = once(() =>
    [
      ...present([event.title, event.summary, event.note, event.when.stated]).map(foldText),
      ...[...tags(), ...coded(), ...actors(), ...places()].map((one) => one.folded),
      ...claims().flatMap(claimTexts).map(foldText),
    ].join('\n'),
  );
  const deaths = once(() => [
    ...numbersIn(event.deaths),
    ...claims()
      .filter((claim) => claim.about.field === 'deaths')
      .flatMap((claim) => numbersIn(claim.value)),
  ]);
  return {
    id: event.id,
    cameo: event.kind?.cameo,
    get text() {
      return text();
    },
    get actors() {
      return actors();
    },
    get speakers() {
      return speakers();
    },
    get said() {
      return said();
    },
    get side() {
      const side = lookup.sideOf(event);
      return side === undefined ? undefined : nameOf(side.id, side);
    },
    get kinds() {
      return kinds();
    },
    get places() {
      return places();
    },
    get sources() {
      return sources();
    },
    get tags() {
      return tags();
    },
    get deaths() {
      return deaths();
    },
    get when() {
      const resolved = when();
      const isKnown =
        resolved !== undefined && (resolved.start !== -Infinity || resolved.end !== Infinity);
      return isKnown ? {start: resolved.start, end: resolved.end} : undefined;
    },
    get isContested() {
      return lookup.isContested(event.id);
    },
    get isInferred() {
      return event.when.basis === 'inferred' || claims().some((one) => one.basis === 'inferred');
    },
    get isUncertain() {
      const resolved = when();
      return resolved === undefined || !isCertain(resolved);
    },
  };
}

function isCertain(when: SearchWhen): boolean {
  return when.startQuality === 'certain' && when.endQuality === 'certain';
}

/** @returns how queries see an actor, a place or a side; an id that nothing is known of stands for itself. */
export function nameOf(id: string, named: Named | undefined): SearchName {
  if (named === undefined) return {id, label: id, folded: foldText(id)};
  const known = foldedNames.get(named);
  if (known !== undefined) return known;
  const names = [named.name, ...(named.other_names ?? []).map((one) => one.name), named.id];
  const name = {id: named.id, label: named.name, folded: names.map(foldText).join('\n')};
  foldedNames.set(named, name);
  return name;
}

/** @returns how queries see a source; an id that nothing is known of stands for itself. */
export function sourceName(id: string, source: Source | undefined): SearchName {
  if (source === undefined) return nameOf(id, undefined);
  const known = foldedNames.get(source);
  if (known !== undefined) return known;
  const names = present([source.headline, source.publisher, source.author, source.id]);
  const name = {id: source.id, label: source.headline, folded: names.map(foldText).join('\n')};
  foldedNames.set(source, name);
  return name;
}

const GLYPH_NAMES = new Map<GlyphKind, SearchName>();

/** @returns the kind that the mark of an event stands for, by which those can be found that nobody coded otherwise. */
export function glyphName(kind: GlyphKind): SearchName {
  const known = GLYPH_NAMES.get(kind) ?? wordsOf(GLYPH_WORDS[kind]);
  GLYPH_NAMES.set(kind, known);
  return known;
}

/** @returns how queries see a tag or the name of a kind. */
export function wordsOf(text: string): SearchName {
  return {id: text, label: text, folded: foldText(text)};
}

/** What somebody is reported to have said: exact words, or the meaning as text. */
function wordsSaid(claim: Claim): readonly string[] {
  if (claim.words !== undefined) return [claim.words];
  return claim.said_by !== null && typeof claim.value === 'string' ? [claim.value] : [];
}

function claimTexts(claim: Claim): readonly string[] {
  const value = typeof claim.value === 'string' ? claim.value : undefined;
  return present([claim.words, value, claim.office, claim.medium, claim.note]);
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const quantity: {readonly low?: unknown; readonly best?: unknown; readonly high?: unknown} =
    value;
  return [quantity.low, quantity.best, quantity.high].filter((one) => typeof one === 'number');
}

function distinct(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)];
}

function present(values: readonly (string | undefined)[]): readonly string[] {
  return values.filter((value) => value !== undefined && value !== '') as readonly string[];
}

function once<T>(work: () => T): () => T {
  let done: {readonly value: T} | undefined;
  return () => (done ??= {value: work()}).value;
}
