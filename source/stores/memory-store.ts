import {groupAccounts} from '../core/events/accounts.js';
import {whatEntriesSay} from '../core/events/what-entries-say.js';
import {cameoCode} from '../core/events/cameo.js';
import type {Chronology, Claim, Link, Problem, TimelineEvent} from '../core/events/chronology.js';
import type {
  EventRow,
  EventStore,
  EventView,
  FieldAccounts,
  Lane,
  ResolvedWhen,
} from '../core/events/event-store.js';
import {glyphKind} from '../core/events/glyph-kind.js';
import {createIntervalIndex} from '../core/events/interval-index.js';
import {NO_SIDE} from '../core/events/no-side.js';
import {explainZero} from '../core/query/explain-zero.js';
import type {FacetCounts} from '../core/query/facet-counts.js';
import {countFacets} from '../core/query/facets.js';
import {compileQuery, type QueryContext} from '../core/query/match-event.js';
import {parseQuery} from '../core/query/parse-query.js';
import {resolveQueryDate} from '../core/query/query-dates.js';
import {buildSearchDocument, type SearchDocument} from '../core/query/search-document.js';
import {isProblem, resolveWhen} from '../core/time/resolve-when.js';

/** Filters whose views are kept. */
const VIEWS_KEPT = 16;

/** The one lane of a chronology without sides. */
const ONLY_LANE: Lane = {...NO_SIDE, name: 'Events'};

/** What a date that cannot be read means; the checker has reported it. */
const UNKNOWN_WHEN: ResolvedWhen = {
  start: -Infinity,
  end: Infinity,
  startQuality: 'unknown',
  endQuality: 'unknown',
  isSpan: false,
  isInferred: false,
};

/**
A store over a chronology that is wholly in memory.

@param chronology - checked; ids are unique and known.
@param problems - what was wrong with the file, for the problems pane.
@returns the store; dates are resolved at once, everything else when first asked for.
*/
export function createMemoryStore(
  chronology: Chronology,
  problems: readonly Problem[] = [],
): EventStore {
  const {events, claims, links, ...rest} = chronology;
  const actors = byId(chronology.actors);
  const places = byId(chronology.places);
  const sources = byId(chronology.sources);
  const claimsById = byId(claims);
  const eventsById = byId(events);
  const sideNumbers = new Map(chronology.sides.map((side, index) => [side.id, index]));
  const sideIdOf = (event: TimelineEvent): string | undefined =>
    event.side ??
    event.actors?.map(({actor}) => actors.get(actor)?.side).find((side) => side !== undefined);
  const laneOf = (event: TimelineEvent): number =>
    sideNumbers.get(sideIdOf(event) ?? '') ?? chronology.sides.length;
  const hasStray = events.some((event) => laneOf(event) === chronology.sides.length);
  const lanes: readonly Lane[] = hasStray
    ? [...chronology.sides, chronology.sides.length === 0 ? ONLY_LANE : NO_SIDE]
    : chronology.sides;

  const whens = events.map((event): ResolvedWhen => {
    const when = resolveWhen(event.when, chronology.timezone);
    return isProblem(when) ? UNKNOWN_WHEN : when;
  });
  const order = Array.from(events.keys()).sort(
    (a, b) => compare(whens[a]?.start ?? 0, whens[b]?.start ?? 0) || a - b,
  );
  const orderOf = new Map(order.map((index, position) => [events[index]?.id ?? '', position]));

  const indexOf = new Map(events.map((event, index) => [event, index]));

  const claimsOfEvent = lazy(() => groupBy(claims, (claim) => [claim.about.event]));
  const claimsOfSpeaker = lazy(() =>
    groupBy(claims, (claim) => (claim.said_by === null ? [] : [claim.said_by])),
  );
  const claimsOfCitation = lazy(() =>
    groupBy(claims, (claim) =>
      claim.citations.flatMap(({source, paragraph}) => [source, `${source}#${paragraph ?? ''}`]),
    ),
  );
  const eventsOfActor = lazy(() =>
    groupBy(events, (event) => (event.actors ?? []).map(({actor}) => actor)),
  );
  const eventsOfPlace = lazy(() => groupBy(events, (event) => event.where ?? []));
  const linksOfEnd = lazy(() => groupBy(links, ({from, to}) => [from, to]));
  const accounts = new Map<string, readonly FieldAccounts[]>();
  const documents = new Map<string, SearchDocument>();
  const views = new Map<string, EventView>();

  function accountsOf(eventId: string): readonly FieldAccounts[] {
    const known = accounts.get(eventId);
    if (known !== undefined) return known;
    const claims = claimsOfEvent().get(eventId) ?? [];
    const event = eventsById.get(eventId);
    const told = event === undefined ? claims : [...whatEntriesSay(event, claims), ...claims];
    const about = sources.size === 1 ? told.toSorted(byParagraph) : told;
    const touching = distinct(about.flatMap((claim) => linksOfEnd().get(claim.id) ?? []));
    const grouped = groupAccounts(about, touching, chronology.fields);
    accounts.set(eventId, grouped);
    return grouped;
  }

  function isContested(eventId: string): boolean {
    return accountsOf(eventId).some((field) => field.isContested);
  }

  const lookup = {
    actor: (id: string) => actors.get(id),
    place: (id: string) => places.get(id),
    source: (id: string) => sources.get(id),
    claimsAbout: (id: string) => claimsOfEvent().get(id) ?? [],
    sideOf: (event: TimelineEvent) => lanes[laneOf(event)],
    resolveWhen: (event: TimelineEvent): ResolvedWhen | undefined =>
      whens[indexOf.get(event) ?? -1],
    isContested,
  };

  function documentOf(event: TimelineEvent): SearchDocument {
    const known = documents.get(event.id);
    if (known !== undefined) return known;
    const document = buildSearchDocument(event, lookup);
    documents.set(event.id, document);
    return document;
  }

  const context: QueryContext = {
    resolveDate: (text) => resolveQueryDate(text, chronology.timezone),
    isKnown(field, value) {
      switch (field) {
        case 'actor':
        case 'by':
          return actors.has(value);
        case 'place':
          return places.has(value);
        case 'source':
          return sources.has(value);
        case 'side':
          return lanes.some((lane) => lane.id === value);
        default:
          return false;
      }
    },
  };

  function view(query: string): EventView | Problem {
    const key = query.trim();
    const known = views.get(key);
    if (known !== undefined) {
      views.delete(key);
      views.set(key, known);
      return known;
    }
    const chosen = select(key);
    if ('message' in chosen) return chosen;
    const made = createView(chosen);
    views.set(key, made);
    const oldest = views.keys().next().value;
    if (views.size > VIEWS_KEPT && oldest !== undefined) views.delete(oldest);
    return made;
  }

  /** @returns indexes into `events`, in the order of time. */
  function select(query: string): readonly number[] | Problem {
    if (query === '') return order;
    const parsed = parseQuery(query, (text) => context.resolveDate(text) !== undefined);
    const error = parsed.problems.find((problem) => problem.severity === 'error');
    if (error !== undefined) return error;
    const matches = compileQuery(parsed.query, context);
    return order.filter((index) => {
      const event = events[index];
      return event !== undefined && matches(documentOf(event));
    });
  }

  function createView(chosen: readonly number[]): EventView {
    const count = chosen.length;
    const starts = new Float64Array(count);
    const ends = new Float64Array(count);
    const laneNumbers = new Uint16Array(count);
    const goldstein = new Float64Array(count);
    let start = Infinity;
    let end = -Infinity;
    for (const [position, index] of chosen.entries()) {
      const when = whens[index];
      const event = events[index];
      if (when === undefined || event === undefined) continue;
      starts[position] = when.start;
      ends[position] = when.end;
      laneNumbers[position] = laneOf(event);
      const cameo = event.kind?.cameo;
      goldstein[position] = (cameo === undefined ? undefined : cameoCode(cameo)?.goldstein) ?? NaN;
      for (const edge of [when.start, when.end]) {
        if (!Number.isFinite(edge)) continue;
        start = Math.min(start, edge);
        end = Math.max(end, edge);
      }
    }
    const index = createIntervalIndex(starts, ends, laneNumbers, goldstein);
    const positions = lazy(
      () => new Map(chosen.map((at, position) => [events[at]?.id ?? '', position])),
    );
    const rowsMade = new Map<number, EventRow>();
    const rowAt = (position: number): EventRow | undefined => {
      const known = rowsMade.get(position);
      if (known !== undefined) return known;
      const event = events[chosen[position] ?? -1];
      const when = whens[chosen[position] ?? -1];
      if (event === undefined || when === undefined) return undefined;
      const row: EventRow = {
        index: position,
        order: orderOf.get(event.id) ?? 0,
        id: event.id,
        title: event.title,
        when,
        edtf: event.when.edtf,
        ...(event.when.stated === undefined ? {} : {stated: event.when.stated}),
        timezone: event.when.timezone ?? chronology.timezone,
        lane: laneOf(event),
        glyph: glyphKind(event.kind),
        isContested: isContested(event.id),
        ...(event.kind?.cameo === undefined ? {} : {cameo: event.kind.cameo}),
      };
      rowsMade.set(position, row);
      return row;
    };
    return {
      count,
      lanes,
      extent: start <= end ? {start, end} : undefined,
      rows(from, to) {
        const rows: EventRow[] = [];
        for (let at = Math.max(0, from); at < Math.min(to, count); at++) {
          const row = rowAt(at);
          if (row !== undefined) rows.push(row);
        }
        return rows;
      },
      countByColumn: index.countByColumn,
      touching: index.touching,
      firstFrom: index.firstFrom,
      goldsteinByColumn: index.goldsteinByColumn,
      positionOf: (id) => positions().get(id) ?? -1,
    };
  }

  function facets(query: string): FacetCounts {
    const chosen = select(query.trim());
    const indexes = 'message' in chosen ? order : chosen;
    return countFacets(
      indexes.flatMap((index) => {
        const event = events[index];
        return event === undefined ? [] : [documentOf(event)];
      }),
    );
  }

  function widen(query: string): readonly string[] {
    const parsed = parseQuery(query, (text) => context.resolveDate(text) !== undefined);
    return [explainZero(parsed.query, events.map(documentOf), context).advice];
  }

  return {
    revision: 0,
    loading: undefined,
    chronology: rest,
    problems,
    view,
    facets,
    widen,
    event: (id) => eventsById.get(id),
    claim: (id) => claimsById.get(id),
    actor: lookup.actor,
    place: lookup.place,
    source: lookup.source,
    claimsAbout: lookup.claimsAbout,
    claimsBy: (id) => claimsOfSpeaker().get(id) ?? [],
    claimsCiting: (source, paragraph) =>
      claimsOfCitation().get(paragraph === undefined ? source : `${source}#${paragraph}`) ?? [],
    eventsWithActor: (id) => (eventsOfActor().get(id) ?? []).map((event) => event.id),
    eventsAtPlace: (id) => (eventsOfPlace().get(id) ?? []).map((event) => event.id),
    linksOf: (id) => linksOfEnd().get(id) ?? [],
    accountsOf,
    contested(limit) {
      const found: {readonly event: string; readonly field: FieldAccounts}[] = [];
      for (const index of order) {
        const event = events[index];
        if (event === undefined) continue;
        for (const field of accountsOf(event.id)) {
          if (field.isContested) found.push({event: event.id, field});
          if (found.length >= limit) return found;
        }
      }
      return found;
    },
  };
}

function byId<T extends {readonly id: string}>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function groupBy<T extends Claim | TimelineEvent | Link>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

function lazy<T>(work: () => T): () => T {
  let done: {readonly value: T} | undefined;
  return () => (done ??= {value: work()}).value;
}

/** -Infinity and Infinity compare too, which subtraction does not give. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** In the order of the report; what cites no paragraph comes last. */
function byParagraph(a: Claim, b: Claim): number {
  const [one, two] = [a, b].map((claim) => claim.citations[0]?.paragraph ?? Infinity);
  return one === two ? 0 : (one ?? 0) - (two ?? 0);
}
