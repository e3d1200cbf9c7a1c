import {createIntervalIndex} from '../../../source/core/events/interval-index.js';
import type {EndQuality, EventRow, EventView} from '../../../source/core/events/event-store.js';

/** An event in as few words as a test needs. */
export type FakeEvent = {
  readonly start: number;
  readonly end: number;
  /** Without one the date is told by its ends. */
  readonly edtf?: string;
  readonly timezone?: string;
  readonly lane?: number;
  readonly title?: string;
  readonly isSpan?: boolean;
  readonly isInferred?: boolean;
  readonly startQuality?: EndQuality;
  readonly endQuality?: EndQuality;
  readonly glyph?: EventRow['glyph'];
  /** Goldstein value. */
  readonly value?: number;
};

/** A view held in arrays, in the order of starts and then of the list. */
export function fakeView(
  events: readonly FakeEvent[],
  lanes: readonly string[] = ['Lane'],
): EventView {
  const sorted = events.toSorted((a, b) => (a.start === b.start ? 0 : a.start - b.start));
  const rows = sorted.map((event, index): EventRow => ({
    index,
    order: index,
    id: `e${index}`,
    title: event.title ?? `event ${index}`,
    when: {
      start: event.start,
      end: event.end,
      startQuality: event.startQuality ?? (event.start === -Infinity ? 'open' : 'certain'),
      endQuality: event.endQuality ?? (event.end === Infinity ? 'open' : 'certain'),
      isSpan: event.isSpan ?? false,
      isInferred: event.isInferred ?? false,
    },
    edtf: event.edtf ?? '',
    timezone: event.timezone ?? 'UTC',
    lane: event.lane ?? 0,
    glyph: event.glyph ?? 'other',
    isContested: false,
  }));
  const index = createIntervalIndex(
    Float64Array.from(sorted, (event) => event.start),
    Float64Array.from(sorted, (event) => event.end),
    Uint16Array.from(sorted, (event) => event.lane ?? 0),
    Float64Array.from(sorted, (event) => event.value ?? Number.NaN),
  );
  const finite = sorted.flatMap(({start, end}) => [start, end]).filter(Number.isFinite);
  return {
    count: rows.length,
    lanes: lanes.map((name) => ({id: name.toLowerCase(), name})),
    extent:
      finite.length === 0 ? undefined : {start: Math.min(...finite), end: Math.max(...finite)},
    rows: (from, to) => rows.slice(Math.max(0, from), Math.max(0, to)),
    countByColumn: index.countByColumn,
    touching: index.touching,
    firstFrom: index.firstFrom,
    positionOf: (id) => rows.findIndex((row) => row.id === id),
    goldsteinByColumn: index.goldsteinByColumn,
  };
}
