import type {EventView, Instant} from '../events/event-store.js';
import {axisTicks} from '../layout/axis-labels.js';
import type {TimelineScale} from '../layout/timeline-scale.js';
import {MS_PER_DAY, MS_PER_MINUTE} from '../time/civil-calendar.js';
import {clockWords} from '../time/clock-words.js';
import {edgeWords} from '../time/edge-words.js';
import {spanWords} from '../time/span-words.js';
import {zoneForms} from '../time/zone-words.js';
import {zonedTime} from '../time/zone.js';
import type {Glyphs} from './glyphs.js';
import {textWidth} from './text-width.js';
import {cellRow, type CellRow} from './timeline-cells.js';

/** Columns of the mark of a fold. */
export const FOLD_COLUMNS = 2;

/** @returns the columns in which the measure of the axis changes: the end of a fold that lies next to something. */
export function foldColumnsOf(scale: TimelineScale): readonly number[] {
  return scale.segments.flatMap((segment, i) => {
    if (!segment.isFold) return [];
    const out: number[] = [];
    // A narrow fold keeps its columns for its length.
    const columns = segment.to - segment.from;
    const width = columns < 16 ? 1 : FOLD_COLUMNS;
    for (let c = 0; c < width; c++) {
      if (i > 0 && columns > width * 2) out.push(segment.from + c);
      if (i + 1 < scale.segments.length) out.push(segment.to - 1 - c);
    }
    return out;
  });
}

/**
The line over the axis: how long each stretch is when quiet spans are folded, else from when to when
the window reaches; the zone at the right.

@param columns - of the window; the line has a margin of one at both sides.
*/
export function drawHeading(scale: TimelineScale, zone: string, glyphs: Glyphs): CellRow {
  const {columns, segments, edges} = scale;
  const row = cellRow(columns + 2);
  const [start, end] = [edges[0] ?? 0, edges[columns] ?? 0];
  const zones = zoneForms(zone, start, end);
  const zoneText = zones.find((words) => textWidth(words) <= columns * 0.4) ?? zones.at(-1) ?? '';
  row.put(columns + 2 - textWidth(zoneText), zoneText, 'muted');
  const free = columns + 1 - textWidth(zoneText) - 1;
  if (segments.length > 1) {
    for (const column of foldColumnsOf(scale)) {
      if (column + 1 < free) row.put(column + 1, glyphs.fold, 'axis');
    }
    drawLengths(row, scale, zone, free, glyphs);
    return row;
  }
  const forms = scale.scale === 'sequence' ? [STEP_WORDS] : rangeForms(start, end, zone, glyphs);
  const text = forms.find((form) => textWidth(form) < free - 1);
  if (text !== undefined) row.put(1, text, 'muted');
  return row;
}

const STEP_WORDS = 'in order, a step for each event';

/** Days from and to with the length between them; clock times within two days. */
function rangeForms(start: Instant, end: Instant, zone: string, glyphs: Glyphs): readonly string[] {
  const span = end - start;
  const [length = ''] = spanWords(start, end, zone);
  let [from, to] = [edgeWords(start, zone, span), edgeWords(end, zone, span)];
  if (span < 2 * MS_PER_DAY) {
    const hasSeconds = span < 10 * MS_PER_MINUTE;
    const isOneDay = from === to;
    from = `${from}, ${clockWords(zonedTime(start, zone), hasSeconds)}`;
    to = `${isOneDay ? '' : `${to}, `}${clockWords(zonedTime(end, zone), hasSeconds)}`;
  }
  const range = `${from} ${glyphs.dash} ${to}`;
  return [`${range} ${glyphs.separator} ${length}`, range];
}

/** How long each stretch is, as far as the window shows it, up to the column `free`. */
function drawLengths(
  row: CellRow,
  scale: TimelineScale,
  zone: string,
  free: number,
  glyphs: Glyphs,
): void {
  const {segments} = scale;
  // Columns taken at the left and right of a stretch by the fold beside it.
  const taken = segments.map(() => ({left: 0, right: 0}));
  const draw = (isFold: boolean): void => {
    for (const [i, segment] of segments.entries()) {
      if (segment.isFold !== isFold) continue;
      const {measured} = segment;
      const forms = spanWords(measured.start, measured.end, zone);
      const from = Math.max(measured.from, segment.from + (taken[i]?.left ?? 0)) + 1;
      const to = Math.min(measured.to, segment.to - (taken[i]?.right ?? 0), free) + 1;
      if (drawLength(row, {from, to}, forms, glyphs) || !isFold) continue;
      // A fold too narrow for its length, or half out of the window, is told beside its mark.
      const words = forms[1] ?? forms[0] ?? '';
      const [next, previous] = [segments[i + 1], segments[i - 1]];
      const beside = next ?? previous;
      const room = beside ? Math.min(beside.to, free) - beside.from : 0;
      const text = next ? `${glyphs.startMark.open} ${words} ` : ` ${words} ${glyphs.endMark.open}`;
      const width = textWidth(text);
      const own = taken[next ? i + 1 : i - 1];
      if (width > room || !own) continue;
      const column = next ? next.from : Math.min(segment.from, free) - width;
      row.put(column + 1, text, 'heading');
      if (next) own.left = width;
      else own.right = width;
    }
  };
  draw(true);
  draw(false);
}

/** `── 3 months ──` over the free columns of a place; false when there is no room. */
function drawLength(
  row: CellRow,
  place: {readonly from: number; readonly to: number},
  forms: readonly string[],
  glyphs: Glyphs,
): boolean {
  let [left, right] = [place.from, place.to];
  while (left < right && !row.isFree(left, left + 1)) left++;
  while (right > left && !row.isFree(right - 1, right)) right--;
  const roomy = forms.find((form) => textWidth(form) + 2 <= right - left);
  const text = roomy ?? forms.find((form) => textWidth(form) <= right - left);
  if (text === undefined) return false;
  if (roomy === undefined) {
    row.put(left + Math.floor((right - left - textWidth(text)) / 2), text, 'heading');
    return true;
  }
  row.put(left, glyphs.linkLine.repeat(right - left), 'axis');
  row.put(left + Math.floor((right - left - textWidth(text) - 2) / 2), ` ${text} `, 'heading');
  return true;
}

/** The axis: ticks and their labels, marks of folds, and the mark that times are measured from. */
export function drawAxis(
  scale: TimelineScale,
  view: EventView,
  zone: string,
  markColumns: readonly number[],
  glyphs: Glyphs,
): CellRow {
  const row = cellRow(scale.columns + 2);
  for (const column of foldColumnsOf(scale)) row.put(column + 1, glyphs.fold, 'axis');
  for (const tick of axisTicks(scale, view, zone, FOLD_COLUMNS, markColumns)) {
    if (tick.hasMark) row.put(tick.column + 1, glyphs.tick, 'axis');
    row.put(tick.column + 2, tick.label, 'axis');
  }
  for (const column of markColumns) {
    if (row.isFree(column + 1, column + 2) || row.at(column + 1) === glyphs.tick) {
      row.put(column + 1, glyphs.mark, 'mark');
    }
  }
  return row;
}
