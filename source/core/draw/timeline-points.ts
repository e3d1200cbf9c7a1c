import type {EventRow} from '../events/event-store.js';
import type {GlyphPlace} from '../layout/fit-lane.js';
import {doubtOf, isWideItem, type LaneItem} from '../layout/lane-items.js';
import type {Glyphs} from './glyphs.js';
import {textWidth} from './text-width.js';
import {
  bracketsFor,
  directionOf,
  drawBrackets,
  roleOf,
  type SignInput,
} from './timeline-brackets.js';
import type {CellRow} from './timeline-cells.js';

/**
Draw points: over the range in which they may lie where it is wide enough, else by themselves.

@returns the column of the glyph that stands for the selected event, else for the first.
*/
export function drawPoints(
  input: SignInput,
  item: LaneItem,
  row: CellRow,
  place: GlyphPlace,
): number {
  const column = isWideItem(item)
    ? drawWide(input, item, row, place)
    : drawNarrow(input, item, row, place.from);
  return Math.max(0, Math.min(input.columns - 1, column));
}

function drawNarrow(input: SignInput, {events}: LaneItem, row: CellRow, from: number): number {
  const {glyphs} = input;
  const doubt = doubtOf(events);
  const sign = doubt === undefined ? '' : glyphs.startMark[doubt];
  const text = sign + countedText(events, glyphs);
  row.put(from + 1, text, roleOf(events, input));
  drawBrackets(input, events, row, from, from + textWidth(text));
  return from + sign.length;
}

function drawWide(input: SignInput, item: LaneItem, row: CellRow, place: GlyphPlace): number {
  drawRange(input, item, row);
  if (place.edge !== undefined) return drawAtEdge(input, item, row, place);
  if (!place.isCounted) return drawEach(input, item, row, place.from);
  const {events} = item;
  const text = countedText(events, input.glyphs);
  // Too narrow for brackets between its ends: they stand on them, for the selected one must be seen.
  const from = place.from + (place.to - place.from > textWidth(text) ? 1 : 0);
  row.put(from + 1, text, roleOf(events, input));
  drawBrackets(input, events, row, from, from + textWidth(text));
  return from;
}

/**
The thin line with the signs of its ends. A bar shows through it; of one of unknown length so much is
left beside the line that the two can be told apart, or all of it.
*/
function drawRange(input: SignInput, item: LaneItem, row: CellRow): void {
  const {columns, glyphs, role} = input;
  const from = Math.max(0, item.from);
  const to = Math.min(columns, item.to);
  const isOver = from > 0 || to < columns;
  for (let cell = from + 1; cell <= to; cell++) {
    const isSpare = row.isFree(cell, cell + 1) || (isOver && row.at(cell) === glyphs.unknownBar);
    if (isSpare) row.put(cell, glyphs.range, role);
  }
  const when = item.events[0]?.when;
  if (!when) return;
  if (item.from >= 0) row.put(from + 1, glyphs.startMark[when.startQuality], role);
  if (item.to <= columns) row.put(to, glyphs.endMark[when.endQuality], role);
}

/** A glyph an event, in every other column from the second on. Linked neighbours share their brackets. */
function drawEach(input: SignInput, {events}: LaneItem, row: CellRow, from: number): number {
  const columnOf = (index: number): number => from + 1 + 2 * index;
  for (const [index, event] of events.entries()) {
    row.put(columnOf(index) + 1, glyphFor([event], input.glyphs), roleOf([event], input));
  }
  let first = 0;
  for (const [index, event] of events.entries()) {
    const next = events[index + 1];
    const direction = directionOf([event], input);
    if (next !== undefined && direction === directionOf([next], input)) continue;
    const run = events.slice(first, index + 1);
    if (direction !== undefined) {
      drawBrackets(input, run, row, columnOf(first), columnOf(index) + 1);
    }
    first = index + 1;
  }
  const chosen = events.findIndex((event) => event.index === input.selected);
  if (chosen < 0) return columnOf(0);
  drawBrackets(input, events, row, columnOf(chosen), columnOf(chosen) + 1);
  return columnOf(chosen);
}

/** At the edge of the window, with an arrow to where their place is, cut to the room there is. */
function drawAtEdge(input: SignInput, {events}: LaneItem, row: CellRow, place: GlyphPlace): number {
  const {glyphs} = input;
  const text = countedText(events, glyphs);
  const isLeft = place.edge === 'left';
  const room = place.to - place.from;
  const isRoomy = room >= textWidth(text) + 3;
  const arrow = isLeft ? glyphs.left : glyphs.right;
  const width = Math.min(room, textWidth(text));
  const beside = Math.min(isRoomy ? 2 : 1, room - width);
  const from = isLeft ? place.from + beside : place.to - beside - width;
  const role = roleOf(events, input);
  row.put(from + 1, text.slice(0, width), role);
  const [left] = bracketsFor(events, input);
  if (isRoomy || left !== '') drawBrackets(input, events, row, from, from + width);
  if (isRoomy || (left === '' && beside > 0)) {
    row.put(isLeft ? place.from + 1 : place.to, arrow, role);
  }
  return from;
}

/** One glyph for all, with the count of several. */
function countedText(events: readonly EventRow[], glyphs: Glyphs): string {
  return glyphFor(events, glyphs) + (events.length > 1 ? String(events.length) : '');
}

/** The most telling kind; hollow when every date among them is inferred. */
function glyphFor(events: readonly EventRow[], glyphs: Glyphs): string {
  const kinds = ['violence', 'action', 'statement', 'other'] as const;
  const kind = kinds.find((each) => events.some((event) => event.glyph === each)) ?? 'other';
  const isInferred = events.every((event) => event.when.isInferred);
  return (isInferred ? glyphs.inferred : glyphs.stated)[kind];
}
