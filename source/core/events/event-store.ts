/**
The event store contract: the questions that the screen asks.

How to add a store: write one file in `stores/` that returns an `EventStore`, open it where its data
comes in (`commands/`), and add a line to `STORES` in `test/stores/store-contract.test.ts`, which runs
the contract suite over it.

The screen never asks for all events. It asks for counts as wide as its columns and for slices as
tall as its rows, so a small file and millions of rows look the same from above. Answers are
immediate: a store that is still loading, or that lives on another machine, answers with what it
has and raises `revision` when it has more.
*/
import type {FacetCounts} from '../query/facet-counts.js';
import type {
  Actor,
  Chronology,
  Claim,
  Link,
  Place,
  Problem,
  Source,
  TimelineEvent,
} from './chronology.js';
import type {ItemChange} from './diff-chronologies.js';
import type {ImportFigures} from './import-figures.js';

/**
An instant: milliseconds since 1970-01-01T00:00:00Z as a float, beyond the reach of a JavaScript
date too (10^12 years is 3.2e22); -Infinity and Infinity for an open end.
*/
export type Instant = number;

/** What is known of one end of a span. Each is drawn differently. */
export type EndQuality =
  'certain' | 'approximate' | 'uncertain' | 'approximate-uncertain' | 'open' | 'unknown';

/**
A date resolved against its zone: the earliest and latest instants it can mean, `[start, end)`.
`isSpan` is true when the event held over the span, false when it is a point somewhere within it.
*/
export type ResolvedWhen = {
  readonly start: Instant;
  readonly end: Instant;
  readonly startQuality: EndQuality;
  readonly endQuality: EndQuality;
  readonly isSpan: boolean;
  readonly isInferred: boolean;
};

/** What a list row and a timeline mark need of an event; never its claims. */
export type EventRow = {
  /** Position in the view, from 0. */
  readonly index: number;
  /** Position in the whole store, from 0; compares rows of different views. */
  readonly order: number;
  readonly id: string;
  readonly title: string;
  readonly when: ResolvedWhen;
  /** EDTF as in the file. */
  readonly edtf: string;
  /** The report's words for the date. */
  readonly stated?: string;
  /** IANA zone of the event. */
  readonly timezone: string;
  /** Lane number, into `EventView.lanes`. */
  readonly lane: number;
  readonly glyph: GlyphKind;
  readonly isContested: boolean;
  /** CAMEO code, when coded. */
  readonly cameo?: string;
};

/** What sort of mark a point gets; themes and character sets decide how each is drawn. */
export type GlyphKind = 'violence' | 'statement' | 'action' | 'other';

export type Lane = {readonly id: string; readonly name: string};

/** Counts of one lane (or all) for each column: how many events start in it and how many hold over it. */
export type ColumnCounts = {
  /** Events whose start (earliest instant) falls in the column; n columns. */
  readonly starts: Uint32Array;
  /** Events whose `[start, end)` touches the column; n columns. */
  readonly active: Uint32Array;
};

/** All or a filtered part of a store, in the order of time (then of the file). */
export type EventView = {
  readonly count: number;
  readonly lanes: readonly Lane[];
  /** Earliest finite start and latest finite end; undefined when there is none. */
  readonly extent: {readonly start: Instant; readonly end: Instant} | undefined;
  /**
  @param from - first position, clamped to 0.
  @param to - one past the last, clamped to `count`.
  @returns the rows of `[from, to)`.
  */
  rows(from: number, to: number): readonly EventRow[];
  /**
  @param edges - n + 1 ascending instants; column i is `[edges[i], edges[i + 1])`.
  @param lane - a lane number, or undefined for all lanes.
  @returns counts for n columns; cost depends on n, and on the events only by a logarithm.
  */
  countByColumn(edges: Float64Array, lane?: number): ColumnCounts;
  /**
  @returns up to `limit` positions of events of a lane that touch `[start, end)`, in order, and
  how many there are in all.
  */
  touching(
    start: Instant,
    end: Instant,
    lane: number | undefined,
    limit: number,
  ): {readonly positions: readonly number[]; readonly total: number};
  /** @returns the position of the first event that starts at or after an instant; `count` when none does. */
  firstFrom(instant: Instant): number;
  /** @returns the position of an event in this view, or -1 when it is not in it. */
  positionOf(eventId: string): number;
  /** @returns the Goldstein sum of the coded events that hold over each column, or undefined when none is coded. */
  goldsteinByColumn(edges: Float64Array, lane?: number): Float64Array | undefined;
};

/** One side's account of a field: everything one speaker (or source voice) says about it. */
export type Account = {
  /** Actor id, or null for the source's own voice. */
  readonly saidBy: string | null;
  /** The source whose voice it is when `saidBy` is null. */
  readonly source: string | undefined;
  readonly claims: readonly Claim[];
};

/** One answer to the question of a field: the same thing, with the claims of all who say it. */
export type Answer = {
  /** In the order of the file; one or more. */
  readonly claims: readonly Claim[];
  /** EDTF of the day a running count is as of; undefined where there are no several such days. */
  readonly asOf: string | undefined;
};

/** All that is said about one field of one event. */
export type FieldAccounts = {
  readonly field: string;
  /** Heading in words. */
  readonly name: string;
  /** Every account, and what the editor infers among them. */
  readonly accounts: readonly Account[];
  /** What the accounts say, each different thing once; without what the editor infers. */
  readonly answers: readonly Answer[];
  /** What the editor infers: no account, whatever it says. */
  readonly inferred: readonly Claim[];
  /** True when at least two accounts differ. */
  readonly isContested: boolean;
  /**
  True when they are known to disagree: in a number, a date or a place, or because an editor links
  them by `contradicts`. Texts that differ may just as well be several things that several people say.
  */
  readonly isDisagreement: boolean;
};

export type EventStore = {
  /** Raised whenever the answers may have changed. */
  readonly revision: number;
  /** Rows read so far and in all, while loading; undefined when complete. */
  readonly loading: {readonly done: number; readonly total: number | undefined} | undefined;
  /** Title, zone, sides, fields, sources…: everything of the chronology that is small. */
  readonly chronology: Omit<Chronology, 'events' | 'claims' | 'links'>;
  readonly problems: readonly Problem[];
  /** What each imported file held and could not keep; absent for files of our own. */
  readonly imports?: readonly ImportFigures[];
  /** True after a change that cannot be read: all but the problems is of the last good version. */
  readonly isOutdated?: boolean;
  /** What is not as in an older version; absent when the store is not compared with one. */
  readonly changes?: readonly ItemChange[];
  /**
  @param query - in the query language of `core/query/`; empty for everything.
  @returns the view, or a problem when the query cannot be read.
  */
  view(query: string): EventView | Problem;
  /** @returns how many events of a query have each side, actor, kind, place, source and flag. */
  facets(query: string): FacetCounts;
  /** @returns how to widen a query that finds nothing, a sentence a line. */
  widen(query: string): readonly string[];
  event(id: string): TimelineEvent | undefined;
  claim(id: string): Claim | undefined;
  actor(id: string): Actor | undefined;
  place(id: string): Place | undefined;
  source(id: string): Source | undefined;
  /** Claims about an event, in the order of the file. */
  claimsAbout(eventId: string): readonly Claim[];
  /** Claims a speaker made. */
  claimsBy(actorId: string): readonly Claim[];
  /** Claims citing a paragraph (or any paragraph) of a source. */
  claimsCiting(sourceId: string, paragraph?: number): readonly Claim[];
  eventsWithActor(actorId: string): readonly string[];
  eventsAtPlace(placeId: string): readonly string[];
  /** Links from or to an event or claim. */
  linksOf(id: string): readonly Link[];
  /** Accounts of each field of an event that has claims. */
  accountsOf(eventId: string): readonly FieldAccounts[];
  /** Every contested field of the chronology, in the order of time; up to `limit`. */
  contested(limit: number): readonly {readonly event: string; readonly field: FieldAccounts}[];
};
