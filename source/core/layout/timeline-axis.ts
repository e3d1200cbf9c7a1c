import type {EventView, Instant} from '../events/event-store.js';
import {foldQuietSpans, type AxisPiece} from './quiet-spans.js';

/** *time* is proportional; *broken* folds quiet spans; *sequence* gives every event a step. */
export type ScaleName = 'time' | 'broken' | 'sequence';

/**
How a scale lays time out along a line. Its unit is the scale's own: milliseconds for *time*, parts
of the whole for *broken*, events for *sequence*.
*/
export type TimelineAxis = {
  readonly scale: ScaleName;
  /** @returns the place of an instant; infinite for an infinite instant. Never descends. */
  placeOf(instant: Instant): number;
  /** @returns the earliest instant at a place. Never descends. */
  instantAt(place: number): Instant;
  /** Where everything lies, `[from, to)`, without margins. */
  readonly from: number;
  readonly to: number;
  /** The stretches of the broken scale; empty for the others. */
  readonly pieces: readonly AxisPiece[];
};

const DAY_MS = 86_400_000;

/** @returns the axis of a scale over a view; an empty view gets the day of 1 January 1970. */
export function timelineAxis(scale: ScaleName, view: EventView): TimelineAxis {
  if (scale === 'sequence') return sequenceAxis(view);
  const {start, end} = view.extent ?? {start: 0, end: DAY_MS};
  const pieces = scale === 'broken' ? foldQuietSpans(view) : [];
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) {
    return {
      scale,
      placeOf: (instant) => instant,
      instantAt: (place) => place,
      from: start,
      // A single moment gets a day around it.
      to: end > start ? end : start + DAY_MS,
      pieces: [],
    };
  }
  return {
    scale,
    placeOf: (instant) => {
      const piece = pieces.find((candidate) => instant < candidate.end) ?? last;
      return piece.from + (instant - piece.start) * slopeOf(piece);
    },
    instantAt: (place) => {
      const piece = pieces.find((candidate) => place < candidate.to) ?? last;
      return piece.start + (place - piece.from) / slopeOf(piece);
    },
    from: 0,
    to: 1,
    pieces,
  };
}

function slopeOf(piece: AxisPiece): number {
  return (piece.to - piece.from) / (piece.end - piece.start);
}

function sequenceAxis(view: EventView): TimelineAxis {
  const startOf = (position: number): Instant | undefined =>
    view.rows(position, position + 1)[0]?.when.start;
  return {
    scale: 'sequence',
    placeOf(instant) {
      if (!Number.isFinite(instant)) return instant;
      const next = view.firstFrom(instant);
      const nextStart = startOf(next);
      if (nextStart === instant || next === 0) return next;
      const before = startOf(next - 1) ?? instant;
      // After the last event: on its step for what is left of the extent.
      const until = nextStart ?? Math.max(view.extent?.end ?? instant, instant);
      const length = until - before;
      if (!Number.isFinite(length) || length <= 0) return next - 1;
      return next - 1 + (instant - before) / length;
    },
    instantAt(place) {
      const step = Math.max(0, Math.min(view.count - 1, Math.floor(place)));
      const own = startOf(step) ?? 0;
      const next = startOf(step + 1) ?? Math.max(view.extent?.end ?? own, own);
      const part = Math.max(0, Math.min(1, place - step));
      return Number.isFinite(own) && Number.isFinite(next) ? own + (next - own) * part : own;
    },
    from: 0,
    to: Math.max(1, view.count),
    pieces: [],
  };
}
