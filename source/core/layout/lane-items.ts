import type {
  ColumnCounts,
  EndQuality,
  EventRow,
  EventView,
  Instant,
} from '../events/event-store.js';
import {namedStretches} from '../time/named-stretches.js';
import {packRows} from './pack-rows.js';
import {viewMemo} from './view-memo.js';
import type {TimelineScale} from './timeline-scale.js';

/** Something drawn on a lane: what held over a span, or points that share where they may lie. */
export type LaneItem = {
  readonly kind: 'bar' | 'points';
  /** First column and one past the last, relative to the window; infinite for open ends. */
  readonly from: number;
  readonly to: number;
  /** One past the last column of what is drawn; a glyph may be narrower than where it may lie. */
  readonly drawnTo: number;
  /**
  Column of the moment halfway between the ends, relative to the window; may be a fraction, infinite
  where an end is open. On the broken scale it is not halfway between the columns.
  */
  readonly middle: number;
  /** Row of the lane, from 0, when there are enough of them. */
  readonly row: number;
  /**
  One event for a bar, one or more for points, in the order of the view. An event on several days has
  an item for each, with the `when` of that day.
  */
  readonly events: readonly EventRow[];
};

/** A lane as it is drawn: its items, or counts when there are too many to tell apart. */
export type LaneLayout =
  | {readonly kind: 'items'; readonly items: readonly LaneItem[]; readonly rowCount: number}
  | {readonly kind: 'density'; readonly counts: ColumnCounts; readonly total: number};

/** A lane of at most so many events is laid out whole, so that its rows never change while panning. */
const MOST_WHOLE = 1024;
/** A range narrower than this has no room for a title, so that its group need not be taken apart. */
const TITLE_COLUMNS = 16;
/** A lane with more events in the window than columns times this is drawn as counts. */
const MOST_PER_COLUMN = 0.5;
/** Rows that are told apart: more than any screen has. What comes after shares the last. */
const MOST_ROWS = 60;

/** @returns true for points drawn over the range in which they may lie: its ends and their glyphs fit. */
export function isWideItem(item: Pick<LaneItem, 'kind' | 'from' | 'to' | 'events'>): boolean {
  return (
    item.kind === 'points' &&
    item.to - item.from >= glyphsWidth(item.events.length) + 2 &&
    item.events.every((event) => !event.when.isSpan)
  );
}

const wholeLanes = viewMemo<readonly EventRow[] | null>();

/**
Lay out a lane.

Columns and rows depend on the data and the zoom, not on where the window is: a lane of up to 1024
events is laid out whole, a longer one by pages two windows wide. Points with the same columns are
one item, and narrow ones that would touch what is drawn of the one before are joined to it, so that
every item has an empty column on both sides in its row. A longer lane with more events in the window than half its columns is counted.

@param isGrouped - false to give each of the points that share a wide range a row of its own.
*/
export function laneItems(
  view: EventView,
  lane: number,
  scale: TimelineScale,
  isGrouped = true,
): LaneLayout {
  const whole = wholeLane(view, lane);
  if (whole) return itemsOf(whole, scale, isGrouped);
  const [start, end] = [scale.edges[0] ?? 0, scale.edges[scale.columns] ?? 0];
  const most = Math.ceil(scale.columns * MOST_PER_COLUMN);
  const {total} = view.touching(start, end, lane, 0);
  if (total > most) {
    return {kind: 'density', counts: view.countByColumn(scale.edges, lane), total};
  }
  const page = scale.columns * 2;
  const first = Math.floor(scale.firstColumn / page) * page - scale.firstColumn;
  const [from, to] = [scale.instantOf(first), scale.instantOf(first + page + scale.columns)];
  const paged = view.touching(from, to, lane, most);
  const found = paged.total <= most ? paged : view.touching(start, end, lane, most);
  return itemsOf(rowsAt(view, found.positions), scale, isGrouped);
}

/** @returns every event of a lane; null when there are too many. */
function wholeLane(view: EventView, lane: number): readonly EventRow[] | null {
  return wholeLanes(view, lane, () => {
    const {positions, total} = view.touching(-Infinity, Infinity, lane, MOST_WHOLE);
    return total <= MOST_WHOLE ? rowsAt(view, positions) : null;
  });
}

function rowsAt(view: EventView, positions: readonly number[]): readonly EventRow[] {
  return positions.flatMap((position) => view.rows(position, position + 1));
}

function itemsOf(
  events: readonly EventRow[],
  scale: TimelineScale,
  isGrouped: boolean,
): LaneLayout {
  const bars: Draft[] = [];
  const narrow: Draft[] = [];
  const wide = new Map<string, Draft>();
  for (const event of events.flatMap((each) => stretchesOf(each, scale))) {
    const [from, to] = columnsOf(event, scale);
    const draft: Draft = {kind: event.when.isSpan ? 'bar' : 'points', from, to, events: [event]};
    if (event.when.isSpan && to - from >= 2) {
      bars.push(draft);
    } else if (isWideItem(draft)) {
      const isOwn = !isGrouped && to - from >= TITLE_COLUMNS;
      const sameness = isOwn ? event.index : `${event.when.startQuality} ${event.when.endQuality}`;
      const key = `${from} ${to} ${sameness}`;
      const same = wide.get(key);
      if (same) same.events.push(event);
      else wide.set(key, draft);
    } else {
      narrow.push({...draft, kind: 'points'});
    }
  }
  // A range too short for the count of its group is drawn as the group alone.
  for (const [key, draft] of wide) {
    if (isWideItem(draft)) continue;
    wide.delete(key);
    narrow.push(draft);
  }
  const drafts = [...bars, ...wide.values(), ...joinNarrow(narrow)].map((draft) => ({
    ...draft,
    drawnTo: draft.kind === 'bar' || isWideItem(draft) ? draft.to : draft.from + leastWidth(draft),
    middle: middleOf(draft, scale),
  }));
  // What has no known end says least about a moment: it comes after all that has.
  const isEndless = (draft: Draft): boolean => !Number.isFinite(draft.to - draft.from);
  const bounded = packDrafts(
    drafts.filter((draft) => !isEndless(draft)),
    0,
  );
  const endless = packDrafts(drafts.filter(isEndless), bounded.rowCount);
  return {
    kind: 'items',
    items: [...bounded.items, ...endless.items],
    rowCount: endless.rowCount,
  };
}

function packDrafts(
  drafts: readonly Packed[],
  firstRow: number,
): {readonly items: readonly LaneItem[]; readonly rowCount: number} {
  // A range has its brackets inside: it may touch what ends where it begins.
  const startOf = (draft: Packed): number => draft.from + (isWideItem(draft) ? 1 : 0);
  // Where two begin together the longer bar comes first, but the range that says most of its moment.
  const length = (draft: Packed): number => (isWideItem(draft) ? draft.drawnTo : -draft.drawnTo);
  const sorted = drafts.toSorted(
    (a, b) =>
      before(startOf(a), startOf(b)) || before(length(a), length(b)) || indexOf(a) - indexOf(b),
  );
  const ends = sorted.map((draft) => ({start: startOf(draft), end: draft.drawnTo}));
  const rows = packRows(ends, 1, MOST_ROWS);
  const items = sorted.map((draft, i): LaneItem => ({...draft, row: firstRow + (rows[i] ?? 0)}));
  return {items, rowCount: items.reduce((most, {row}) => Math.max(most, row + 1), firstRow)};
}

type Draft = {
  readonly kind: LaneItem['kind'];
  readonly from: number;
  readonly to: number;
  readonly events: EventRow[];
};

/** A draft with the columns it is drawn in. */
type Packed = Draft & Pick<LaneItem, 'drawnTo' | 'middle'>;

function middleOf({from, to, events}: Draft, scale: TimelineScale): number {
  const when = events[0]?.when;
  if (!when || scale.scale === 'sequence') return (from + to) / 2;
  return scale.columnOf((when.start + when.end) / 2);
}

function before(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function indexOf(draft: Draft): number {
  return draft.events[0]?.index ?? 0;
}

/**
Join narrow points to the group before when its glyph and count would touch them: the first column
stays, the count grows. A group reaches no further than it is drawn, so that a busy lane is a row of
groups and not a single one.
*/
function joinNarrow(narrow: readonly Draft[]): readonly Draft[] {
  const out: Draft[] = [];
  for (const draft of narrow.toSorted(
    (a, b) => before(a.from, b.from) || indexOf(a) - indexOf(b),
  )) {
    const last = out.at(-1);
    if (last && draft.from <= last.from + leastWidth(last)) {
      // Days of one set are one event.
      last.events.push(...draft.events.filter((event) => !includesEvent(last.events, event)));
      // Several dates are no range in which one of them lies, however wide they are together.
      const widest = last.from + glyphsWidth(last.events.length) + 1;
      out[out.length - 1] = {...last, to: Math.min(widest, Math.max(last.to, draft.to))};
    } else {
      out.push({...draft, events: [...draft.events]});
    }
  }
  return out;
}

/** @returns the least columns points take: the sign of a doubtful date, a glyph, a count. */
function leastWidth(draft: Draft): number {
  const text = glyphsWidth(draft.events.length);
  if (isWideItem(draft)) return text + 2;
  return text + (doubtOf(draft.events) === undefined ? 0 : 1);
}

/** @returns columns of a glyph and, for more than one event, their count. */
function glyphsWidth(count: number): number {
  return count === 1 ? 1 : 1 + String(count).length;
}

/** @returns the least certain quality among the ends of some events; undefined when all are certain. */
export function doubtOf(
  events: readonly EventRow[],
): Exclude<EventRow['when']['startQuality'], 'certain'> | undefined {
  const order = ['approximate', 'uncertain', 'approximate-uncertain', 'open', 'unknown'] as const;
  let worst = -1;
  for (const {when} of events) {
    for (const quality of [when.startQuality, when.endQuality]) {
      if (quality !== 'certain') worst = Math.max(worst, order.indexOf(quality));
    }
  }
  return order[worst];
}

function includesEvent(events: readonly EventRow[], {index}: EventRow): boolean {
  return events.some((event) => event.index === index);
}

/**
An event on one of several days, or on each of them, as one row a stretch of days: nothing is drawn
between them, for nothing is said of what lies there. On one of them it only may have been.
*/
function stretchesOf(event: EventRow, scale: TimelineScale): readonly EventRow[] {
  const stretches = namedStretches(event);
  if (stretches.length < 2) return [event];
  const {isSpan} = event.when;
  // A step has no length: nothing lies between the days of a set there.
  if (scale.scale === 'sequence') return [{...event, when: {...event.when, isSpan: false}}];
  return stretches.map((stretch) => ({
    ...event,
    when: {
      ...event.when,
      ...stretch,
      ...(!isSpan && {
        startQuality: perhaps(stretch.startQuality),
        endQuality: perhaps(stretch.endQuality),
      }),
    },
  }));
}

function perhaps(quality: EndQuality): EndQuality {
  if (quality === 'certain') return 'uncertain';
  return quality === 'approximate' ? 'approximate-uncertain' : quality;
}

/** @returns the first column of an event and one past its last, relative to the window; infinite for open ends. */
export function columnsOf(
  event: EventRow,
  scale: TimelineScale,
): readonly [from: number, to: number] {
  const {start, end, isSpan} = event.when;
  if (scale.scale === 'sequence') {
    const from = whole(scale.columnOfStep(event.index));
    const next = Math.max(from + 1, whole(scale.columnOfStep(event.index + 1)));
    if (!isSpan) return [from, from + 1];
    if (end === Infinity) return [from, Infinity];
    return [from, Math.max(from + 1, next - 1, endColumn(scale, end))];
  }
  const from = start === -Infinity ? start : whole(scale.columnOf(start));
  return [from, Math.max(from + 1, endColumn(scale, end))];
}

function endColumn(scale: TimelineScale, end: Instant): number {
  return end === Infinity ? end : Math.ceil(scale.columnOf(end) - 1e-6);
}

/** Rounding must not move what begins on the edge of a column into the one before. */
function whole(column: number): number {
  return Math.floor(column + 1e-6);
}
