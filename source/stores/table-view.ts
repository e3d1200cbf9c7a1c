import type {EventRow, EventView, Lane} from '../core/events/event-store.js';
import {createIntervalIndex, type IntervalIndex} from '../core/events/interval-index.js';
import {NO_SIDE} from '../core/events/no-side.js';
import {CONTESTED} from './table-data.js';
import {orderOfInstants} from './table-order.js';
import type {TableReader} from './table-reader.js';

/** The events that were there at one moment of loading, in the order of time. */
export type TableSnapshot = {
  readonly count: number;
  /** Events in the order of time. */
  readonly order: Uint32Array;
  /** Position of each event in that order. */
  readonly rank: Uint32Array;
  readonly lanes: readonly Lane[];
  /** Lane of each side by its number, one past the last for none. */
  readonly laneOfSide: Uint8Array;
};

/** @returns what there is now; its views do not change when more is read. */
export function takeSnapshot({data, events}: TableReader): TableSnapshot {
  const count = events();
  const order = orderOfInstants(data.columns.starts.data, count);
  const rank = new Uint32Array(count);
  for (let position = 0; position < count; position += 1) rank[order[position] ?? 0] = position;
  const isThere = new Uint8Array(data.sides.length + 1);
  for (let event = 0; event < count; event += 1) isThere[data.columns.lanes.data[event] ?? 0] = 1;
  const laneOfSide = new Uint8Array(data.sides.length + 1);
  const lanes: Lane[] = [];
  for (const [number, lane] of [...data.sides, NO_SIDE].entries()) {
    if (isThere[number] !== 1) continue;
    laneOfSide[number] = lanes.length;
    lanes.push(lane);
  }
  return {count, order, rank, lanes, laneOfSide};
}

/**
@param chosen - positions in the order of time, ascending; undefined for all.
@returns the view; what needs more than a pass over its events is made when first asked for.
*/
export function createTableView(
  reader: TableReader,
  snapshot: TableSnapshot,
  chosen: Uint32Array | undefined,
): EventView {
  const {columns, kinds, shapes} = reader.data;
  const count = chosen?.length ?? snapshot.count;
  const rankAt = (position: number): number => chosen?.[position] ?? position;
  const eventAt = (position: number): number => snapshot.order[rankAt(position)] ?? 0;
  let made: IntervalIndex | undefined;
  let extent: EventView['extent'] | null = null;

  function index(): IntervalIndex {
    if (made !== undefined) return made;
    const starts = new Float64Array(count);
    const ends = new Float64Array(count);
    const lanes = new Uint16Array(count);
    const isCoded = kinds.items.some((kind) => kind.goldstein !== undefined);
    const values = isCoded ? new Float64Array(count) : undefined;
    for (let position = 0; position < count; position += 1) {
      const event = eventAt(position);
      starts[position] = columns.starts.data[event] ?? 0;
      ends[position] = columns.ends.data[event] ?? 0;
      lanes[position] = snapshot.laneOfSide[columns.lanes.data[event] ?? 0] ?? 0;
      if (values !== undefined) {
        values[position] = kinds.items[columns.kinds.data[event] ?? 0]?.goldstein ?? Number.NaN;
      }
    }
    made = createIntervalIndex(starts, ends, lanes, values);
    return made;
  }

  function findExtent(): EventView['extent'] {
    if (extent !== null) return extent;
    let start = Infinity;
    let end = -Infinity;
    for (let position = 0; position < count; position += 1) {
      const event = eventAt(position);
      for (const edge of [columns.starts.data[event] ?? 0, columns.ends.data[event] ?? 0]) {
        if (!Number.isFinite(edge)) continue;
        if (edge < start) start = edge;
        if (edge > end) end = edge;
      }
    }
    extent = start <= end ? {start, end} : undefined;
    return extent;
  }

  function rowAt(position: number): EventRow | undefined {
    const number = eventAt(position);
    const record = reader.record(number);
    const shape = shapes.items[columns.shapes.data[number] ?? 0];
    const kind = kinds.items[columns.kinds.data[number] ?? 0];
    if (record === undefined || shape === undefined || kind === undefined) return undefined;
    const {event} = record;
    return {
      index: position,
      order: rankAt(position),
      id: event.id,
      title: event.title,
      when: {
        start: columns.starts.data[number] ?? 0,
        end: columns.ends.data[number] ?? 0,
        ...shape,
      },
      edtf: event.when.edtf,
      ...(event.when.stated === undefined ? {} : {stated: event.when.stated}),
      timezone: event.when.timezone ?? reader.data.timezone,
      lane: snapshot.laneOfSide[columns.lanes.data[number] ?? 0] ?? 0,
      glyph: kind.glyph,
      isContested: ((columns.flags.data[number] ?? 0) & CONTESTED) !== 0,
      ...(kind.cameo === undefined ? {} : {cameo: kind.cameo}),
    };
  }

  return {
    count,
    lanes: snapshot.lanes,
    get extent() {
      return findExtent();
    },
    rows(from, to) {
      const rows: EventRow[] = [];
      for (let at = Math.max(0, from); at < Math.min(to, count); at += 1) {
        const row = rowAt(at);
        if (row !== undefined) rows.push(row);
      }
      return rows;
    },
    countByColumn: (edges, lane) => index().countByColumn(edges, lane),
    touching: (start, end, lane, limit) => index().touching(start, end, lane, limit),
    goldsteinByColumn: (edges, lane) => index().goldsteinByColumn(edges, lane),
    firstFrom(instant) {
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((columns.starts.data[eventAt(middle)] ?? 0) < instant) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    positionOf(id) {
      const event = reader.find(id);
      if (event === undefined || event >= snapshot.count) return -1;
      const rank = snapshot.rank[event] ?? 0;
      if (chosen === undefined) return rank;
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((chosen[middle] ?? 0) < rank) low = middle + 1;
        else high = middle;
      }
      return chosen[low] === rank ? low : -1;
    },
  };
}
