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
@returns the top position from which the cursor is visible: `top` itself while it is, so that the list
stands still; else one that puts the cursor in the middle; nowhere with room left below the list's end.
A list that moved with every step would have to be read anew with every step, and sent.
*/
export function topThatShows(
  view: EventView,
  top: number,
  cursor: number,
  height: number,
  headingOf: HeadingOf,
): number {
  if (cursor < 0) return 0;
  const isVisible = cursor >= top && top >= firstAbove(view, cursor, height, headingOf);
  const wanted = isVisible ? top : firstAbove(view, cursor, Math.ceil(height / 2), headingOf);
  return Math.min(wanted, firstAbove(view, view.count - 1, height, headingOf));
}

/** @returns the first position from which events up to `last`, with their headings, take at most `height` lines. */
function firstAbove(view: EventView, last: number, height: number, headingOf: HeadingOf): number {
  const from = Math.max(0, last - height + 1);
  const rows = view.rows(from, last + 1);
  let first = last;
  let heading: string | undefined;
  let lines = 0;
  for (let at = last; at >= from; at--) {
    const row = rows[at - from];
    if (row === undefined) break;
    const own = headingOf(row);
    // There is no heading where it would be all that is shown.
    lines += own === heading || height <= 1 ? 1 : 2;
    heading = own;
    if (lines > height && at < last) break;
    first = at;
  }
  return first;
}
