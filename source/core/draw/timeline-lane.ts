import type {EventRow} from '../events/event-store.js';
import {WIDE_COLUMNS, doubtOf, type LaneItem, type LaneLayout} from '../layout/lane-items.js';
import {columnChart} from './column-chart.js';
import {cutText} from './fit-text.js';
import type {Glyphs} from './glyphs.js';
import type {Role} from './line.js';
import {textWidth} from './text-width.js';
import {cellRow, type CellRow} from './timeline-cells.js';

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

/** A title cut shorter than this says nothing. */
const SHORTEST_LABEL = 10;
/** More points than this are counted and not drawn one by one. */
const MOST_GLYPHS = 9;

/** Draw a lane: bars first, then the marks of folds, points over them, and titles where there is room. */
export function drawLane(input: LaneInput): DrawnLane {
  const {layout, rows, columns, glyphs} = input;
  const cells = Array.from({length: rows}, () => cellRow(columns + 2));
  if (layout.kind === 'density') {
    drawDensity(input, layout, cells);
    drawFolds(input, cells);
    return {cells, hits: [], hidden: []};
  }
  const visible = layout.items.filter((item) => item.drawnTo > 0 && item.from < columns);
  const inOrder = visible.toSorted((a, b) => rank(a, input) - rank(b, input));
  const hits: LaneHit[] = [];
  const hidden: EventRow[] = [];
  const taken = cells.map((): LaneItem[] => []);
  const accept = (item: LaneItem): CellRow | undefined => {
    const row = Math.min(item.row, rows - 1);
    const others = taken[row];
    if (!others || others.some((other) => collides(item, other, input))) {
      hidden.push(...item.events);
      return undefined;
    }
    others.push(item);
    return cells[row];
  };
  const drawn: {readonly item: LaneItem; readonly row: CellRow}[] = [];
  // The selected one first: whatever it collides with is counted, never the selected one.
  for (const item of inOrder) {
    const row = accept(item);
    if (row) drawn.push({item, row});
  }
  for (const {item, row} of drawn) if (item.kind === 'bar') drawBar(input, item, row);
  drawFolds(input, cells);
  for (const {item, row} of drawn) {
    const column =
      item.kind === 'bar' ? clampColumn(item.from, columns) : drawPoints(input, item, row);
    hits.push({
      row: cells.indexOf(row),
      from: Math.max(0, item.from),
      to: Math.min(columns, item.drawnTo),
      column,
      events: item.events,
    });
  }
  for (const {item, row} of drawn)
    if (item.kind === 'bar') drawBrackets(input, item, row, item.from, item.drawnTo);
  for (const row of cells) {
    for (const column of input.markColumns) {
      if (row.isFree(column + 1, column + 2)) row.put(column + 1, glyphs.mark, 'mark');
    }
  }
  for (const {item, row} of drawn) drawTitle(input, item, row);
  return {cells, hits, hidden};
}

/** The selected first, then bars by row, then points by row. */
function rank(item: LaneItem, input: LaneInput): number {
  if (isSelected(item, input)) return -1;
  return (item.kind === 'bar' ? 0 : 1e6) + item.row;
}

/** Two of a kind need an empty column between them; points may stand on a bar, but not on its ends. */
function collides(item: LaneItem, other: LaneItem, input: LaneInput): boolean {
  if (item.kind === other.kind) {
    return item.from < other.drawnTo + 1 && other.from < item.drawnTo + 1;
  }
  if (isSelected(item, input) || isSelected(other, input)) {
    return isSelected(item, input) ? false : coversEnd(item, other);
  }
  return coversEnd(item, other);
}

function coversEnd(a: LaneItem, b: LaneItem): boolean {
  const [points, bar] = a.kind === 'points' ? [a, b] : [b, a];
  if (isWide(points)) {
    // Its own ends may fall on the ends of the bar: they are the same moment.
    const inner = {from: points.from + 1, to: points.to - 1};
    return [bar.from, bar.to - 1].some((end) => end >= inner.from && end < inner.to);
  }
  return [bar.from, bar.to - 1].some((end) => end >= points.from && end < points.drawnTo);
}

function isWide(item: LaneItem): boolean {
  return item.to - item.from >= WIDE_COLUMNS && item.events.every((event) => !event.when.isSpan);
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
  const {when} = event;
  const role = roleOf(item.events, input);
  const from = Math.max(0, item.from);
  const to = Math.min(columns, item.to);
  // Nobody says that it held until an end that is not known.
  const isUnknown =
    (when.endQuality === 'unknown' && item.to === Infinity) ||
    (when.startQuality === 'unknown' && item.from === -Infinity);
  const body = isUnknown ? glyphs.range : when.isInferred ? glyphs.inferredBar : glyphs.bar;
  row.put(from + 1, body.repeat(to - from), role);
  if (item.from >= 0 || item.from === -Infinity)
    row.put(from + 1, glyphs.startMark[when.startQuality], role);
  if (item.to <= columns || item.to === Infinity)
    row.put(to, glyphs.endMark[when.endQuality], role);
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
  if (!isWide(item)) {
    const doubt = doubtOf(item.events);
    const sign = doubt === undefined ? '' : glyphs.startMark[doubt];
    const count = item.events.length > 1 ? String(item.events.length) : '';
    row.put(item.from + 1, sign + glyphFor(item.events, glyphs) + count, role);
    drawBrackets(input, item, row, item.from, item.from + textWidth(sign + count) + 1);
    return clampColumn(item.from + sign.length, columns);
  }
  const from = Math.max(0, item.from);
  const to = Math.min(columns, item.to);
  for (let column = from; column < to; column++) {
    if (row.isFree(column + 1, column + 2)) row.put(column + 1, glyphs.range, role);
  }
  const first = item.events[0];
  if (first && item.from >= 0) row.put(from + 1, glyphs.startMark[first.when.startQuality], role);
  if (first && item.to <= columns) row.put(to, glyphs.endMark[first.when.endQuality], role);
  const parts = glyphParts(input, item, to - from - 2);
  const length = parts.reduce((sum, part) => sum + textWidth(part.text), 0);
  const middle = Math.round((item.from + item.to - length) / 2);
  let column = Math.max(from + (length + 2 <= to - from ? 1 : 0), Math.min(to - length, middle));
  if (!Number.isFinite(column)) column = from;
  let place = column;
  for (const part of parts) {
    row.put(column + 1, part.text, part.role);
    if (part.isAnchor) place = column;
    column += textWidth(part.text);
  }
  return clampColumn(place, columns);
}

type GlyphPart = {readonly text: string; readonly role: Role; readonly isAnchor: boolean};

/** One glyph an event in the order of the view, as long as they fit, else one with the count. */
function glyphParts(input: LaneInput, item: LaneItem, room: number): readonly GlyphPart[] {
  const {glyphs} = input;
  const each = item.events.map((event): GlyphPart => {
    const isAnchor = event.index === input.selected;
    const [left, right] = bracketsFor([event], input);
    return {
      text: left + glyphFor([event], glyphs) + right,
      role: roleOf([event], input),
      isAnchor,
    };
  });
  const width = each.reduce((sum, part) => sum + textWidth(part.text), 0);
  if (item.events.length <= MOST_GLYPHS && width <= room) return each;
  const count = item.events.length > 1 ? String(item.events.length) : '';
  const text = glyphFor(item.events, glyphs) + count;
  const [left, right] = bracketsFor(item.events, input);
  const isRoomy = textWidth(left + text + right) <= room;
  return [
    {text: isRoomy ? left + text + right : text, role: roleOf(item.events, input), isAnchor: true},
  ];
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
  const [start, end] = [Math.max(0, from), Math.min(input.columns, to) + 1];
  for (const [column, text] of [
    [start, left],
    [end, right],
  ] as const) {
    if (isForced || row.isFree(column, column + 1)) row.put(column, text, role);
  }
}

/** Inside a bar, or beside what has room to its right. */
function drawTitle(input: LaneInput, item: LaneItem, row: CellRow): void {
  const {columns, glyphs} = input;
  const selected = item.events.find((event) => event.index === input.selected);
  const event = selected ?? (item.events.length === 1 ? item.events[0] : undefined);
  if (!event) return;
  const role = selected ? input.selectedRole : 'text';
  const put = (from: number, to: number): boolean => {
    const room = to - from;
    if (room < Math.min(SHORTEST_LABEL, textWidth(event.title))) return false;
    row.put(from, cutText(event.title, room, glyphs.ellipsis), role);
    return true;
  };
  if (item.kind === 'bar') {
    const body = row.at(clampColumn(Math.max(0, item.from) + 1, columns) + 1);
    const run = longestRun(row, Math.max(0, item.from) + 2, Math.min(columns, item.to), body);
    const wanted = textWidth(event.title);
    if (run.to - run.from >= Math.min(wanted, SHORTEST_LABEL) + 4) {
      const length = Math.min(wanted, run.to - run.from - 4);
      const from = run.from + 1;
      row.put(from, ' ', role);
      put(from + 1, from + 1 + length);
      row.put(from + 1 + length, ' ', role);
      return;
    }
  }
  const from = Math.min(columns, item.drawnTo) + 3;
  let to = from;
  while (row.isFree(to, to + 1)) to++;
  if (row.isFree(from - 1, from)) put(from, to < columns + 2 ? to - 1 : to);
}

function longestRun(
  row: CellRow,
  from: number,
  to: number,
  text: string,
): {readonly from: number; readonly to: number} {
  let best = {from, to: from};
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && row.at(i) === text) continue;
    if (i - start > best.to - best.from) best = {from: start, to: i};
    start = i + 1;
  }
  return best;
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
