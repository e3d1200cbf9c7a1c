import type {EventRow, EventView} from '../events/event-store.js';

/** A line of the sequence list: a date heading, or an event. */
export type SequenceRow =
  | {readonly kind: 'heading'; readonly text: string}
  | {readonly kind: 'event'; readonly row: EventRow};

/** The words under which events of one date stand. */
export type HeadingOf = (row: EventRow) => string;

/**
@param top - position of the first event shown; its heading always stands above it.
@param height - lines to fill, 1 or more.
@returns at most `height` lines: a heading wherever the date changes, and the events.
*/
export function sequenceRows(
  view: EventView,
  top: number,
  height: number,
  headingOf: HeadingOf,
): readonly SequenceRow[] {
  const out: SequenceRow[] = [];
  let heading: string | undefined;
  for (const row of view.rows(top, top + height)) {
    const next = headingOf(row);
    if (next !== heading) {
      heading = next;
      if (out.length + 2 > height && out.length > 0) break;
      if (height > 1) out.push({kind: 'heading', text: next});
    }
    out.push({kind: 'event', row});
    if (out.length >= height) break;
  }
  return out.slice(0, height);
}

/**
@returns the top position nearest to `top` from which the cursor is visible, so that the list moves
as little as possible.
*/
export function topThatShows(
  view: EventView,
  top: number,
  cursor: number,
  height: number,
  headingOf: HeadingOf,
): number {
  if (cursor <= top) return Math.max(0, cursor);
  let first = Math.max(top, cursor - Math.max(1, height) + 1);
  while (first < cursor) {
    const shown = sequenceRows(view, first, height, headingOf).at(-1);
    if (shown?.kind === 'event' && shown.row.index >= cursor) break;
    first++;
  }
  return first;
}
