import type {ColumnCounts, Instant} from './event-store.js';

/** Answers the time questions of an `EventView` for intervals held in typed arrays. */
export type IntervalIndex = {
  readonly count: number;
  /** Columns are `[edges[i], edges[i + 1])`; see `EventView.countByColumn`. */
  countByColumn(edges: Float64Array, lane?: number): ColumnCounts;
  /** See `EventView.touching`. */
  touching(
    start: Instant,
    end: Instant,
    lane: number | undefined,
    limit: number,
  ): {readonly positions: readonly number[]; readonly total: number};
  /** See `EventView.firstFrom`. */
  firstFrom(instant: Instant): number;
  /** See `EventView.goldsteinByColumn`. */
  goldsteinByColumn(edges: Float64Array, lane?: number): Float64Array | undefined;
};

/** Intervals per leaf of the tree of latest ends: small enough to scan, large enough to keep the tree light. */
const LEAF = 16;

/** The intervals of one lane, or of all. */
type Part = {
  /** Positions in the whole, ascending; undefined when the part is the whole. */
  readonly positions: Uint32Array | undefined;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly sortedEnds: Float64Array;
  /** Implicit binary tree over leaves of `LEAF` intervals: the latest end under each node. */
  readonly latest: Float64Array;
  /** Leaves of the tree, a power of two. */
  readonly leaves: number;
  /** Sums of Goldstein values; undefined when none is coded. Made when first asked for. */
  readonly sums: (() => GoldsteinSums) | undefined;
};

/** Sums of the values before each interval, in the order of their starts and of their ends; n + 1 items each. */
type GoldsteinSums = {readonly byStart: Float64Array; readonly byEnd: Float64Array};

/**
Index intervals `[start, end)` for counting and finding.

@param starts - ascending; `-Infinity` for an open start.
@param ends - `Infinity` for an open end. An end at or before its start makes an instant, which is
found in the column that holds it.
@param lanes - lane number of each interval.
@param goldstein - Goldstein value of each interval, `NaN` where it is not coded.
@returns the index; about 50 bytes an interval, built in O(n log n).
@throws RangeError when the starts are not ascending or the lengths differ (a bug in the caller).
Source: counting by two sorted arrays (an interval touches `[a, b)` unless it starts at or after `b`
or ends at or before `a`); finding by an array sorted by start with a tree of latest ends over it,
the augmented tree of Cormen et al. 2009, §14.3, kept implicit.
*/
export function createIntervalIndex(
  starts: Float64Array,
  ends: Float64Array,
  lanes: Uint16Array,
  goldstein?: Float64Array,
): IntervalIndex {
  const count = starts.length;
  if (ends.length !== count || lanes.length !== count) throw new RangeError('lengths differ');
  if (goldstein && goldstein.length !== count) throw new RangeError('lengths differ');
  const sound = new Float64Array(count);
  let laneCount = 0;
  for (let i = 0; i < count; i++) {
    const start = at(starts, i);
    if (i > 0 && !(at(starts, i - 1) <= start)) throw new RangeError('starts are not ascending');
    const end = at(ends, i);
    sound[i] = end > start ? end : nextUp(start);
    laneCount = Math.max(laneCount, (lanes[i] ?? 0) + 1);
  }
  const isCoded = goldstein?.some((value) => !Number.isNaN(value)) ?? false;
  const values = isCoded ? goldstein : undefined;
  const whole = partOf(starts, sound, undefined, values);
  const parts = partsByLane(starts, sound, lanes, laneCount, values);
  const none = partOf(
    new Float64Array(0),
    new Float64Array(0),
    new Uint32Array(0),
    values && new Float64Array(0),
  );
  const pick = (lane: number | undefined): Part =>
    lane === undefined ? whole : (parts[lane] ?? none);
  return {
    count,
    countByColumn: (edges, lane) => countColumns(pick(lane), edges),
    touching: (start, end, lane, limit) => findTouching(pick(lane), start, end, limit),
    firstFrom: (instant) => lowerBound(starts, instant, 0),
    goldsteinByColumn: (edges, lane) => sumColumns(pick(lane), edges),
  };
}

function partsByLane(
  starts: Float64Array,
  ends: Float64Array,
  lanes: Uint16Array,
  laneCount: number,
  values: Float64Array | undefined,
): readonly Part[] {
  const sizes = new Uint32Array(laneCount);
  for (const lane of lanes) sizes[lane] = (sizes[lane] ?? 0) + 1;
  const positions = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(laneCount);
  for (let i = 0; i < lanes.length; i++) {
    const lane = lanes[i] ?? 0;
    const next = filled[lane] ?? 0;
    const own = positions[lane];
    if (own) own[next] = i;
    filled[lane] = next + 1;
  }
  return positions.map((own) =>
    partOf(gather(starts, own), gather(ends, own), own, values && gather(values, own)),
  );
}

/** A loop, because `Float64Array.from` takes several times as long. */
function gather(from: Float64Array, positions: Uint32Array): Float64Array {
  const gathered = new Float64Array(positions.length);
  for (let i = 0; i < gathered.length; i++) gathered[i] = at(from, positions[i] ?? 0);
  return gathered;
}

function partOf(
  starts: Float64Array,
  ends: Float64Array,
  positions: Uint32Array | undefined,
  values: Float64Array | undefined,
): Part {
  let leaves = 1;
  while (leaves * LEAF < starts.length) leaves *= 2;
  const latest = new Float64Array(leaves * 2).fill(-Infinity);
  for (let i = 0; i < ends.length; i++) {
    const node = leaves + Math.floor(i / LEAF);
    if (at(ends, i) > at(latest, node)) latest[node] = at(ends, i);
  }
  for (let node = leaves - 1; node > 0; node--) {
    latest[node] = Math.max(at(latest, node * 2), at(latest, node * 2 + 1));
  }
  return {
    positions,
    starts,
    ends,
    sortedEnds: sortedOf(ends),
    latest,
    leaves,
    sums: values && goldsteinSums(ends, values),
  };
}

/** Events of a day each, in order of their days, have their ends in order already. */
function sortedOf(values: Float64Array): Float64Array {
  for (let i = 1; i < values.length; i++) {
    if (at(values, i - 1) > at(values, i)) return values.slice().sort();
  }
  return values;
}

function goldsteinSums(ends: Float64Array, values: Float64Array): () => GoldsteinSums {
  let made: GoldsteinSums | undefined;
  return () => (made ??= {byStart: prefixSums(values), byEnd: prefixSums(inOrderOf(ends, values))});
}

/** @returns the values of intervals in the order in which they end. */
function inOrderOf(ends: Float64Array, values: Float64Array): Float64Array {
  if (sortedOf(ends) === ends) return values;
  const order = Uint32Array.from(ends, (_, i) => i).sort(
    (a, b) => at(ends, a) - at(ends, b) || a - b,
  );
  return gather(values, order);
}

function prefixSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) {
    const value = at(values, i);
    sums[i + 1] = at(sums, i) + (Number.isNaN(value) ? 0 : value);
  }
  return sums;
}

function countColumns(part: Part, edges: Float64Array): ColumnCounts {
  const columns = Math.max(0, edges.length - 1);
  const starts = new Uint32Array(columns);
  const active = new Uint32Array(columns);
  let startedBefore = lowerBound(part.starts, edges[0] ?? 0, 0);
  let endedBy = upperBound(part.sortedEnds, edges[0] ?? 0, 0);
  for (let i = 0; i < columns; i++) {
    const startedNow = lowerBound(part.starts, at(edges, i + 1), startedBefore);
    starts[i] = startedNow - startedBefore;
    active[i] = startedNow - endedBy;
    startedBefore = startedNow;
    endedBy = upperBound(part.sortedEnds, at(edges, i + 1), endedBy);
  }
  return {starts, active};
}

function sumColumns(part: Part, edges: Float64Array): Float64Array | undefined {
  const sums = part.sums?.();
  if (!sums) return undefined;
  const out = new Float64Array(Math.max(0, edges.length - 1));
  let started = lowerBound(part.starts, edges[0] ?? 0, 0);
  let ended = upperBound(part.sortedEnds, edges[0] ?? 0, 0);
  for (let i = 0; i < out.length; i++) {
    started = lowerBound(part.starts, at(edges, i + 1), started);
    // Rounded so that sums of tenths read as tenths again.
    out[i] = Math.round((at(sums.byStart, started) - at(sums.byEnd, ended)) * 1e6) / 1e6;
    ended = upperBound(part.sortedEnds, at(edges, i + 1), ended);
  }
  return out;
}

function findTouching(
  part: Part,
  start: Instant,
  end: Instant,
  limit: number,
): {readonly positions: readonly number[]; readonly total: number} {
  const stop = lowerBound(part.starts, end, 0);
  const total = start < end ? stop - upperBound(part.sortedEnds, start, 0) : 0;
  const positions: number[] = [];
  let i = 0;
  while (positions.length < Math.min(limit, total)) {
    i = nextEndingAfter(part, start, i);
    if (i >= stop) break;
    positions.push(part.positions?.[i] ?? i);
    i++;
  }
  return {positions, total};
}

/** @returns the first interval at or after `from` that ends after an instant; n when none does. */
function nextEndingAfter(part: Part, instant: Instant, from: number): number {
  const {ends, latest, leaves} = part;
  const leafEnd = Math.min(ends.length, (Math.floor(from / LEAF) + 1) * LEAF);
  for (let i = from; i < leafEnd; i++) if (at(ends, i) > instant) return i;
  // Up until a right neighbour holds one, then down to its first leaf that does.
  let node = leaves + Math.floor(from / LEAF);
  do {
    while (node > 1 && node % 2 === 1) node = (node - 1) / 2;
    if (node <= 1) return ends.length;
    node++;
  } while (at(latest, node) <= instant);
  while (node < leaves) node = at(latest, node * 2) > instant ? node * 2 : node * 2 + 1;
  let i = (node - leaves) * LEAF;
  while (at(ends, i) <= instant) i++;
  return i;
}

/** @returns the first index from `from` whose value is at or after `limit`. */
function lowerBound(sorted: Float64Array, limit: number, from: number): number {
  let [low, high] = gallop(sorted, from, (value) => value < limit);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(sorted, middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @returns the first index from `from` whose value is after `limit`. */
function upperBound(sorted: Float64Array, limit: number, from: number): number {
  let [low, high] = gallop(sorted, from, (value) => value <= limit);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(sorted, middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @returns a range that holds the first index from `from` whose value is not before; neighbours are looked at first. */
function gallop(
  sorted: Float64Array,
  from: number,
  isBefore: (value: number) => boolean,
): [low: number, high: number] {
  let low = from;
  let step = 1;
  while (low + step <= sorted.length && isBefore(at(sorted, low + step - 1))) {
    low += step;
    step *= 2;
  }
  return [low, Math.min(sorted.length, low + step - 1)];
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}

const word = new DataView(new ArrayBuffer(8));

/** @returns the least number after a finite one (IEEE 754 nextUp); an infinity is returned as the nearest finite number. */
function nextUp(value: number): number {
  if (value === Infinity) return value;
  if (value === -Infinity) return -Number.MAX_VALUE;
  if (value === 0) return Number.MIN_VALUE;
  word.setFloat64(0, value);
  const bits = word.getBigInt64(0);
  word.setBigInt64(0, value > 0 ? bits + 1n : bits - 1n);
  return word.getFloat64(0);
}
