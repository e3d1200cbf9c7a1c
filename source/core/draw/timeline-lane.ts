import type {EventRow} from '../events/event-store.js';
import {MOST_GLYPHS, fitLane, glyphColumns} from '../layout/fit-lane.js';
import {doubtOf, isWideItem, type LaneItem, type LaneLayout} from '../layout/lane-items.js';
import {barBody} from './bar-body.js';
import {columnChart} from './column-chart.js';
import type {Glyphs} from './glyphs.js';
import type {Role} from './line.js';
import {textWidth} from './text-width.js';
import {cellRow, type CellRow} from './timeline-cells.js';
import {drawTitle} from './timeline-titles.js';

/** How the events of a link stand to the selected one: it answers them, or they answer it. */
export type LinkDirection = 'answers' | 'answered-by';

export type LaneInput = {
  readonly layout: LaneLayout;
  /** Rows there are, 1 or more. */
  readonly rows: number;
  readonly columns: number;
  readonly glyphs: Glyphs;
  readonly role: Role;
  /** Position of the selected event, -1 for none. */
  readonly selected: number;
  readonly selectedRole: Role;
  readonly links: ReadonlyMap<number, LinkDirection>;
  /** Where the selected event lies when it is of this lane; a lane drawn as counts marks it. */
  readonly selectedAt: {readonly from: number; readonly to: number} | undefined;
  /** Columns taken by the marks of folds. */
  readonly foldColumns: readonly number[];
  /** First and last column of the mark. */
  readonly markColumns: readonly number[];
};

/** What was drawn where. */
export type LaneHit = {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** Where the eye finds it: the column of its glyph, or of the start of a bar. */
  readonly column: number;
  readonly events: readonly EventRow[];
};

export type DrawnLane = {
  /** Rows of `columns + 2` cells: the window with a margin of one at both sides. */
  readonly cells: readonly CellRow[];
  readonly hits: readonly LaneHit[];
  /** Events in the window for which there was no room. */
  readonly hidden: readonly EventRow[];
};

/** Draw a lane: bars first, then the marks of folds, points over them, and titles where there is room. */
export function drawLane(input: LaneInput): DrawnLane {
  const {layout, rows, columns, glyphs} = input;
  const cells = Array.from({length: rows}, () => cellRow(columns + 2));
  if (layout.kind === 'density') {
    drawDensity(input, layout, cells);
    drawFolds(input, cells);
    drawSelectedCount(input, cells);
    return {cells, hits: [], hidden: []};
  }
  const window = {from: 0, to: columns};
  const fitted = fitLane(layout.items, rows, window, input.selected);
  const drawn = fitted.placed.flatMap(({item, row}) => {
    const own = cells[row];
    return own ? [{item, row: own}] : [];
  });
  const hits: LaneHit[] = [];
  for (const {item, row} of drawn) if (item.kind === 'bar') drawBar(input, item, row);
  drawFolds(input, cells);
  for (const {item, row} of drawn) if (item.kind === 'bar') drawBarEnds(input, item, row);
  for (const {item, row} of drawn) {
    const column =
      item.kind === 'bar' ? clampColumn(item.from, columns) : drawPoints(input, item, row);
    const isNarrow = item.kind === 'points' && !isWideItem(item);
    const own = isNarrow ? glyphColumns(item, window) : {from: item.from, to: item.drawnTo};
    hits.push({
      row: cells.indexOf(row),
      from: Math.max(0, own.from),
      to: Math.min(columns, own.to),
      column,
      events: item.events,
    });
  }
  for (const {item, row} of drawn) {
    if (item.kind === 'bar') drawBrackets(input, item, row, item.from, item.drawnTo);
  }
  for (const row of cells) {
    for (const column of input.markColumns) {
      if (row.isFree(column + 1, column + 2)) row.put(column + 1, glyphs.mark, 'mark');
    }
  }
  for (const {item, row} of drawn) {
    const ranges = drawn
      .filter((other) => other.row === row && other.item !== item && isWideItem(other.item))
      .map((other) => other.item);
    drawTitle(input, item, row, ranges);
  }
  return {cells, hits, hidden: fitted.hidden.flatMap((item) => item.events)};
}

function isSelected(item: LaneItem, input: LaneInput): boolean {
  return item.events.some((event) => event.index === input.selected);
}

function clampColumn(column: number, columns: number): number {
  return Math.max(0, Math.min(columns - 1, column));
}

function roleOf(events: readonly EventRow[], input: LaneInput): Role {
  if (events.some((event) => event.index === input.selected)) return input.selectedRole;
  return events.some((event) => input.links.has(event.index)) ? 'link' : input.role;
}

function drawBar(input: LaneInput, item: LaneItem, row: CellRow): void {
  const {columns, glyphs} = input;
  const event = item.events[0];
  if (!event) return;
  const from = Math.max(0, item.from);
  const to = Math.min(columns, item.to);
  // Brackets and the title say what is selected and linked: a bar in another look is sent anew with each step.
  row.put(from + 1, barBody(event, item, glyphs).repeat(to - from), input.role);
}

/** The signs at its ends; also over the mark of a fold, for an end must not be lost in it. */
function drawBarEnds(input: LaneInput, item: LaneItem, row: CellRow): void {
  const {columns, glyphs} = input;
  const when = item.events[0]?.when;
  if (!when) return;
  const from = Math.max(0, item.from);
  const to = Math.min(columns, item.to);
  if (item.from >= 0 || item.from === -Infinity) {
    row.put(from + 1, glyphs.startMark[when.startQuality], input.role);
  }
  if (item.to <= columns || item.to === Infinity)
    row.put(to, glyphs.endMark[when.endQuality], input.role);
}

function drawFolds(input: LaneInput, cells: readonly CellRow[]): void {
  for (const row of cells) {
    for (const column of input.foldColumns) row.put(column + 1, input.glyphs.fold, 'axis');
  }
}

/** @returns the column of the glyph that stands for the selected event, else for the first. */
function drawPoints(input: LaneInput, item: LaneItem, row: CellRow): number {
  const {columns, glyphs} = input;
  const role = roleOf(item.events, input);
  if (!isWideItem(item)) {
    const doubt = doubtOf(item.events);
    const sign = doubt === undefined ? '' : glyphs.startMark[doubt];
    const count = item.events.length > 1 ? String(item.events.length) : '';
    const {from} = glyphColumns(item, {from: 0, to: columns});
    row.put(from + 1, sign + glyphFor(item.events, glyphs) + count, role);
    drawBrackets(input, item, row, from, from + textWidth(sign + count) + 1);
    return clampColumn(from + sign.length, columns);
  }
  const from = Math.max(0, item.from);
  const to = Math.min(columns, item.to);
  for (let column = from; column < to; column++) {
    if (row.isFree(column + 1, column + 2)) row.put(column + 1, glyphs.range, input.role);
  }
  const first = item.events[0];
  if (first && item.from >= 0)
    row.put(from + 1, glyphs.startMark[first.when.startQuality], input.role);
  if (first && item.to <= columns) row.put(to, glyphs.endMark[first.when.endQuality], input.role);
  const place = glyphColumns(item, {from: 0, to: columns});
  const parts = glyphParts(input, item, place.to - place.from);
  const length = parts.reduce((sum, part) => sum + textWidth(part.text), 0);
  let column = place.from + Math.floor((place.to - place.from - length) / 2);
  let anchor = column;
  for (const part of parts) {
    row.put(column + 1, part.text, part.role);
    if (part.isAnchor) anchor = column + (textWidth(part.text) === 3 ? 1 : 0);
    column += textWidth(part.text);
  }
  const isBracketed = parts.some((part) => part.isAnchor && part.text !== part.glyphs);
  if (isSelected(item, input) && !isBracketed) {
    // Too narrow for brackets: they stand on the ends, for the selected one must be seen.
    row.put(column - length, glyphs.selectedLeft, role);
    row.put(column + 1, glyphs.selectedRight, role);
  }
  return clampColumn(anchor, columns);
}

type GlyphPart = {
  readonly text: string;
  /** The text without brackets. */
  readonly glyphs: string;
  readonly role: Role;
  readonly isAnchor: boolean;
};

/**
One glyph an event in the order of the view, as long as they fit, else one with the count. Where
there is not room for all brackets, those of the selected one stay.
*/
function glyphParts(input: LaneInput, item: LaneItem, room: number): readonly GlyphPart[] {
  const {glyphs} = input;
  const part = (events: readonly EventRow[], text: string, isBracketed: boolean): GlyphPart => {
    const [left, right] = isBracketed ? bracketsFor(events, input) : ['', ''];
    const isAnchor = events.some((event) => event.index === input.selected);
    return {text: left + text + right, glyphs: text, role: roleOf(events, input), isAnchor};
  };
  const each = (hasLinks: boolean): readonly GlyphPart[] =>
    item.events.map((event) =>
      part([event], glyphFor([event], glyphs), hasLinks || event.index === input.selected),
    );
  const count = item.events.length > 1 ? String(item.events.length) : '';
  const counted = glyphFor(item.events, glyphs) + count;
  const forms = [
    ...(item.events.length <= MOST_GLYPHS ? [each(true), each(false)] : []),
    [part(item.events, counted, true)],
  ];
  const widthOf = (parts: readonly GlyphPart[]): number =>
    parts.reduce((sum, {text}) => sum + textWidth(text), 0);
  return forms.find((parts) => widthOf(parts) <= room) ?? [part(item.events, counted, false)];
}

/** The most telling kind; hollow when every date among them is inferred. */
function glyphFor(events: readonly EventRow[], glyphs: Glyphs): string {
  const kinds = ['violence', 'movement', 'statement', 'other'] as const;
  const kind = kinds.find((each) => events.some((event) => event.glyph === each)) ?? 'other';
  const isInferred = events.every((event) => event.when.isInferred);
  return (isInferred ? glyphs.inferred : glyphs.stated)[kind];
}

function bracketsFor(events: readonly EventRow[], input: LaneInput): readonly [string, string] {
  const {glyphs, links, selected} = input;
  if (events.some((event) => event.index === selected)) {
    return [glyphs.selectedLeft, glyphs.selectedRight];
  }
  const direction = events
    .map((event) => links.get(event.index))
    .find((each) => each !== undefined);
  if (direction === undefined) return ['', ''];
  return direction === 'answers'
    ? [glyphs.answeredLeft, glyphs.answeredRight]
    : [glyphs.answerLeft, glyphs.answerRight];
}

/** Put brackets into the empty columns beside an item. */
function drawBrackets(
  input: LaneInput,
  item: LaneItem,
  row: CellRow,
  from: number,
  to: number,
): void {
  const [left, right] = bracketsFor(item.events, input);
  if (left === '') return;
  const role = roleOf(item.events, input);
  const isForced = isSelected(item, input);
  // Blanks and the bodies of bars can spare a column, signs cannot.
  const bodies = new Set([' ', input.glyphs.bar, input.glyphs.inferredBar, input.glyphs.range]);
  const [start, end] = [Math.max(0, from), Math.min(input.columns, to) + 1];
  for (const [column, text] of [
    [start, left],
    [end, right],
  ] as const) {
    if (isForced || bodies.has(row.at(column))) row.put(column, text, role);
  }
}

function drawDensity(
  input: LaneInput,
  layout: Extract<LaneLayout, {kind: 'density'}>,
  cells: readonly CellRow[],
): void {
  const {starts, active} = layout.counts;
  const chart = columnChart([...starts], cells.length, input.glyphs);
  chart.forEach((text, i) => cells[i]?.put(1, text, input.role));
  const base = cells.at(-1);
  active.forEach((count, column) => {
    if (count > 0 && base?.isFree(column + 1, column + 2))
      base.put(column + 1, input.glyphs.range, input.role);
  });
}

/** Brackets around the columns of the selected event, over the counts beside them. */
function drawSelectedCount(input: LaneInput, cells: readonly CellRow[]): void {
  const {selectedAt, columns, glyphs, selectedRole} = input;
  if (!selectedAt || selectedAt.to <= 0 || selectedAt.from >= columns) return;
  const row = cells.at(-1);
  row?.put(Math.max(0, selectedAt.from), glyphs.selectedLeft, selectedRole);
  row?.put(Math.min(columns, selectedAt.to) + 1, glyphs.selectedRight, selectedRole);
}
