import type {EventView, Instant} from '../events/event-store.js';
import {viewMemo} from './view-memo.js';

/** A stretch of the broken scale; within it time is proportional. */
export type AxisPiece = {
  readonly start: Instant;
  readonly end: Instant;
  /** True when it is a quiet span that is folded: drawn narrower than the stretches beside it. */
  readonly isFold: boolean;
  /** Where it lies on the axis, from 0 (start of the whole) to 1. */
  readonly from: number;
  readonly to: number;
};

/** `[start, end)` */
type Stretch = {readonly start: Instant; readonly end: Instant};

/** More folds than this leave no room for their labels at 80 columns. */
const MOST_FOLDS = 3;
/** Fewer events in each part between folds, on average, gain nothing by folding. */
const EVENTS_EACH = 2;
/** Years further away are rounded, by as much as half a hundredth of their distance. */
const FAR_MS = 10_000 * 31_556_952_000;
const FAR_DOUBT = 0.005;
/** Rows that are looked at one by one; larger views are asked for counts. */
const MOST_ROWS = 1024;
const GRID_COLUMNS = 1024;
const GRID_ROUNDS = 5;

const piecesOf = viewMemo<readonly AxisPiece[]>();

/**
Divide the time of a view into busy stretches and quiet ones worth folding.

Quiet is a stretch in which nothing begins or ends and in which no briefly dated point may lie; that
something long holds over it does not make it busy. The longest quiet stretches, 3 at the most, are
folded when each is at least four times as long as any that stays, together they are at least twice
as long as all that stays, and the parts that stay hold several events each: then what stays is seen
enlarged, and it is worth seeing so. A date further away than 10,000 years is busy around it as far as
three figures tell, whatever its digits say. Depends on the view alone, so it stays the same while
zooming, panning and resizing.

@returns pieces that follow each other over the view's extent; a single one when nothing is worth
folding, none when the view has no extent.
*/
export function foldQuietSpans(view: EventView): readonly AxisPiece[] {
  return piecesOf(view, 0, () => findPieces(view));
}

function findPieces(view: EventView): readonly AxisPiece[] {
  const {extent} = view;
  if (!extent || !(extent.end > extent.start)) return [];
  const found = view.count <= MOST_ROWS ? busyRows(view, extent) : busyCells(view, extent);
  const busy = merge(found.map((stretch) => asFarAsKnown(stretch, extent)));
  const folds = chooseFolds(busy, extent, view.count);
  return placePieces(extent, folds);
}

function busyRows(view: EventView, extent: Stretch): Stretch[] {
  const brief = (extent.end - extent.start) / 8;
  return view.rows(0, view.count).flatMap(({when}) => {
    const {start, end, isSpan} = when;
    if (!isSpan && end - start <= brief) return [{start, end}];
    return [start, end].filter(Number.isFinite).map((instant) => ({start: instant, end: instant}));
  });
}

/** Narrow down, in a few rounds of one question each, where anything begins or ends. */
function busyCells(view: EventView, extent: Stretch): Stretch[] {
  let cells: Stretch[] = [extent];
  for (let round = 0; round < GRID_ROUNDS; round++) {
    const parts = Math.floor(GRID_COLUMNS / cells.length);
    if (parts < 2) break;
    const edges: number[] = [];
    for (const {start, end} of cells) {
      if (edges.at(-1) !== start) edges.push(start);
      for (let i = 1; i <= parts; i++) {
        edges.push(i === parts ? end : start + ((end - start) * i) / parts);
      }
    }
    edges.push(Infinity);
    const {starts, active} = view.countByColumn(Float64Array.from(edges));
    cells = [];
    for (let i = 0; i + 2 < edges.length; i++) {
      // Those that hold over both columns did not end in the first.
      const ended = (active[i] ?? 0) - ((active[i + 1] ?? 0) - (starts[i + 1] ?? 0));
      if ((starts[i] ?? 0) === 0 && ended === 0) continue;
      cells.push({start: edges[i] ?? 0, end: edges[i + 1] ?? 0});
    }
    cells = merge(cells);
  }
  return cells;
}

/** A far date is known to a few figures: it cannot have a part of the axis that is shorter than those. */
function asFarAsKnown(stretch: Stretch, extent: Stretch): Stretch {
  const farthest = Math.max(Math.abs(stretch.start), Math.abs(stretch.end));
  if (farthest < FAR_MS) return stretch;
  return {
    start: Math.max(extent.start, stretch.start - Math.abs(stretch.start) * FAR_DOUBT),
    end: Math.min(extent.end, stretch.end + Math.abs(stretch.end) * FAR_DOUBT),
  };
}

function merge(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && next.start <= last.end) {
      out[out.length - 1] = {start: last.start, end: Math.max(last.end, next.end)};
    } else out.push(next);
  }
  return out;
}

function chooseFolds(
  busy: readonly Stretch[],
  extent: Stretch,
  events: number,
): readonly Stretch[] {
  const gaps = busy
    .slice(1)
    .map((next, i) => ({start: busy[i]?.end ?? next.start, end: next.start}))
    .toSorted((a, b) => b.end - b.start - (a.end - a.start));
  let rest = extent.end - extent.start;
  let folded = 0;
  let best = 0;
  for (const [i, gap] of gaps.slice(0, MOST_FOLDS).entries()) {
    const length = gap.end - gap.start;
    const next = gaps[i + 1];
    rest -= length;
    folded += length;
    const isLong = length >= rest / 2 && folded >= rest * 2;
    const isApart = next === undefined || length >= 4 * (next.end - next.start);
    // A fold makes one part more; parts of a single event gain nothing by being enlarged.
    const isShared = events >= (i + 2) * EVENTS_EACH;
    // Enlarging moments that have no length at all shows nothing more.
    const isSeen = rest > (extent.end - extent.start) * 1e-9;
    if (isLong && isApart && isShared && isSeen) best = i + 1;
  }
  return gaps.slice(0, best).toSorted((a, b) => a.start - b.start);
}

/** Give the folds a share of the axis, and what stays the rest: half in equal parts, half by length. */
function placePieces(extent: Stretch, folds: readonly Stretch[]): readonly AxisPiece[] {
  const pieces: (Stretch & {readonly isFold: boolean})[] = [];
  let from = extent.start;
  for (const [i, fold] of folds.entries()) {
    const before = folds[i - 1];
    const length = fold.start - from;
    // A moment has no length: a sliver of the quiet beside it keeps it visible between two folds.
    const shortest = Math.min(fold.end - fold.start, before ? before.end - before.start : Infinity);
    const sliver = length > 0 || i === 0 ? 0 : shortest / 100;
    if (length > 0 || sliver > 0)
      pieces.push({start: from, end: fold.start + sliver, isFold: false});
    pieces.push({start: fold.start + sliver, end: fold.end, isFold: true});
    from = fold.end;
  }
  if (from < extent.end) pieces.push({start: from, end: extent.end, isFold: false});
  const open = pieces.filter((piece) => !piece.isFold);
  const length = open.reduce((sum, piece) => sum + piece.end - piece.start, 0);
  const foldShare = folds.length === 0 ? 0 : folds.length === 1 ? 0.45 : 0.5;
  let at = 0;
  return pieces.map((piece, i) => {
    const share = piece.isFold
      ? foldShare / folds.length
      : (1 - foldShare) * (0.5 / open.length + (0.5 * (piece.end - piece.start)) / length);
    const start = at;
    at = i === pieces.length - 1 ? 1 : at + share;
    return {...piece, from: start, to: at};
  });
}
