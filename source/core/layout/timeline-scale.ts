import type {EventView, Instant} from '../events/event-store.js';
import {timelineAxis, type ScaleName, type TimelineAxis} from './timeline-axis.js';
import {windowOf, type TimelineView} from './timeline-view.js';

/** A stretch of the drawn axis over which columns mean the same length of time. */
export type ScaleSegment = {
  /** First column, and one past the last. */
  readonly from: number;
  readonly to: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly isFold: boolean;
  /**
  What of it lies within the view's extent and the window: the columns over which its length is told,
  and from when to when they reach. Beyond the extent the axis goes on, and nothing is measured.
  */
  readonly measured: {
    readonly from: number;
    readonly to: number;
    readonly start: Instant;
    readonly end: Instant;
  };
};

/** A window of time laid over columns. */
export type TimelineScale = {
  readonly scale: ScaleName;
  readonly columns: number;
  /** @returns the column of an instant with its fraction; below 0 or at `columns` and above when outside. */
  columnOf(instant: Instant): number;
  /** @returns the column at which the step of an event begins, on the sequence scale. */
  columnOfStep(position: number): number;
  /** @returns the earliest instant at a column. */
  instantOf(column: number): Instant;
  /** n + 1 instants, never descending: column i is `[edges[i], edges[i + 1])`. */
  readonly edges: Float64Array;
  /** Stretches from left to right; a single one unless quiet spans are folded in the window. */
  readonly segments: readonly ScaleSegment[];
  /**
  Number of the first column, counted along the whole axis at this zoom: whole columns, so that what
  is laid out by it stays the same while panning.
  */
  readonly firstColumn: number;
};

/**
@param columns - 1 or more.
@returns the mapping between instants and columns. On the scales *time* and *broken* it is its own
inverse to within a column, from a second to 10^10 years.
*/
export function timelineScale(
  timeline: TimelineView,
  view: EventView,
  columns: number,
): TimelineScale {
  const axis = timelineAxis(timeline.scale, view);
  const {from, to} = windowOf(timeline, axis);
  const perColumn = (to - from) / columns;
  const firstColumn = Math.round(from / perColumn);
  // Whole columns from the origin of the axis: a pan then moves the picture and changes nothing in it.
  const origin = Number.isSafeInteger(firstColumn) ? firstColumn * perColumn : from;
  const mapping = axis.pieces.length > 1 ? brokenMapping(axis, perColumn) : undefined;
  const columnOf = (instant: Instant): number =>
    mapping
      ? mapping.columnOf(instant) - firstColumn
      : (axis.placeOf(instant) - origin) / perColumn;
  const instantOf = (column: number): Instant =>
    mapping ? mapping.instantOf(column + firstColumn) : axis.instantAt(origin + column * perColumn);
  const edges = Float64Array.from({length: columns + 1}, (_, i) => instantOf(i));
  // Rounding must not make an edge descend where the float steps are as wide as columns.
  for (let i = 1; i <= columns; i++) edges[i] = Math.max(edges[i] ?? 0, edges[i - 1] ?? 0);
  return {
    scale: timeline.scale,
    columns,
    columnOf,
    columnOfStep: (position) => (position - origin) / perColumn,
    instantOf,
    edges,
    segments: segmentsOf(columns, columnOf, edges, axis.pieces),
    firstColumn,
  };
}

/** The broken scale with every piece laid over whole columns, counted along the whole axis. */
function brokenMapping(
  axis: TimelineAxis,
  perColumn: number,
): Pick<TimelineScale, 'columnOf' | 'instantOf'> {
  const pieces = axis.pieces.map((piece) => {
    const from = Math.round(piece.from / perColumn);
    return {...piece, from, columns: Math.round(piece.to / perColumn) - from};
  });
  const msPerColumn = (piece: (typeof pieces)[number]): number =>
    (piece.end - piece.start) / Math.max(1, piece.columns);
  const last = pieces.at(-1);
  return {
    columnOf(instant) {
      const piece = pieces.find((candidate) => instant < candidate.end) ?? last;
      if (!piece) return 0;
      // A piece too short for a column has its moments at its beginning; beyond the ends time goes on.
      const isWithin = instant >= piece.start && instant < piece.end;
      if (isWithin && piece.columns === 0) return piece.from;
      const start = instant >= piece.end ? piece.end : piece.start;
      const from = instant >= piece.end ? piece.from + piece.columns : piece.from;
      return from + (instant - start) / msPerColumn(piece);
    },
    instantOf(column) {
      const piece = pieces.find((candidate) => column < candidate.from + candidate.columns) ?? last;
      if (!piece) return 0;
      const isAfter = column >= piece.from + piece.columns;
      const [from, start] = isAfter
        ? [piece.from + piece.columns, piece.end]
        : [piece.from, piece.start];
      return start + (column - from) * msPerColumn(piece);
    },
  };
}

function segmentsOf(
  columns: number,
  columnOf: (instant: Instant) => number,
  edges: Float64Array,
  pieces: ReturnType<typeof timelineAxis>['pieces'],
): readonly ScaleSegment[] {
  const first = edges[0] ?? 0;
  const last = edges[columns] ?? 0;
  const whole: ScaleSegment = {
    from: 0,
    to: columns,
    start: first,
    end: last,
    isFold: false,
    measured: {from: 0, to: columns, start: first, end: last},
  };
  if (pieces.length < 2) return [whole];
  const out: ScaleSegment[] = [];
  let from = 0;
  for (const [i, piece] of pieces.entries()) {
    const isLast = i === pieces.length - 1;
    const to = isLast ? columns : Math.max(0, Math.min(columns, Math.round(columnOf(piece.end))));
    if (to <= from) continue;
    const [start, end] = [Math.max(first, piece.start), Math.min(last, piece.end)];
    out.push({
      from,
      to,
      start: i === 0 ? first : start,
      end: isLast ? last : end,
      isFold: piece.isFold,
      measured: {
        from: Math.max(from, Math.min(to, Math.floor(columnOf(start) + 1e-6))),
        to: Math.max(from, Math.min(to, Math.ceil(columnOf(end) - 1e-6))),
        start,
        end: Math.max(start, end),
      },
    });
    from = to;
  }
  return out.length > 0 ? out : [whole];
}
