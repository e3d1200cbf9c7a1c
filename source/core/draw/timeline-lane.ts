import type {EventRow} from '../events/event-store.js';
import {fitLane} from '../layout/fit-lane.js';
import {isWideItem, type LaneItem, type LaneLayout} from '../layout/lane-items.js';
import {barBody} from './bar-body.js';
import {columnChart} from './column-chart.js';
import {drawBrackets, type SignInput} from './timeline-brackets.js';
import {cellRow, type CellRow} from './timeline-cells.js';
import {drawPoints} from './timeline-points.js';
import {drawTitle} from './timeline-titles.js';

export type LaneInput = SignInput & {
  readonly layout: LaneLayout;
  /** Rows there are, 1 or more. */
  readonly rows: number;
  /** Where the selected event lies when it is of this lane; a lane drawn as counts marks it. */
  readonly selectedAt: {readonly from: number; readonly to: number} | undefined;
  /** Columns taken by the marks of folds. */
  readonly foldColumns: readonly number[];
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
  const {layout, rows, columns} = input;
  const cells = Array.from({length: rows}, () => cellRow(columns + 2));
  if (layout.kind === 'density') {
    drawDensity(input, layout, cells);
    drawFolds(input, cells);
    drawSelectedCount(input, cells);
    return {cells, hits: [], hidden: []};
  }
  const window = {from: 0, to: columns};
  const fitted = fitLane(layout.items, rows, window, input.selected);
  const drawn = fitted.placed.flatMap(({item, row, glyphs: place}) => {
    const own = cells[row];
    return own ? [{item, row: own, place}] : [];
  });
  const hits: LaneHit[] = [];
  for (const {item, row} of drawn) if (item.kind === 'bar') drawBar(input, item, row);
  drawFolds(input, cells);
  for (const {item, row} of drawn) if (item.kind === 'bar') drawBarEnds(input, item, row);
  for (const {item, row, place} of drawn) {
    const column =
      item.kind === 'bar' ? clampColumn(item.from, columns) : drawPoints(input, item, row, place);
    const isNarrow = item.kind === 'points' && !isWideItem(item);
    const own = isNarrow ? place : {from: item.from, to: item.drawnTo};
    hits.push({
      row: cells.indexOf(row),
      from: Math.max(0, own.from),
      to: Math.min(columns, own.to),
      column,
      events: item.events,
    });
  }
  for (const {item, row} of drawn) {
    if (item.kind === 'bar') drawBrackets(input, item.events, row, item.from, item.drawnTo);
  }
  for (const {item, row} of drawn) {
    const ranges = drawn
      .filter((other) => other.row === row && other.item !== item && isWideItem(other.item))
      .map((other) => other.item);
    drawTitle(input, item, row, ranges);
  }
  return {cells, hits, hidden: fitted.hidden.flatMap((item) => item.events)};
}

function clampColumn(column: number, columns: number): number {
  return Math.max(0, Math.min(columns - 1, column));
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
      base.put(column + 1, input.glyphs.unknownBar, input.role);
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
