import type {EventView} from '../events/event-store.js';
import type {TimelineScale} from '../layout/timeline-scale.js';
import {columnChart} from './column-chart.js';
import type {Glyphs} from './glyphs.js';
import {cellRow, type CellRow} from './timeline-cells.js';

/** Events a column, sums of Goldstein values, or nothing. */
export type Intensity = 'count' | 'goldstein' | 'off';

/** A row with the words for its gutter. */
export type IntensityRow = {readonly name: string; readonly cells: CellRow};

const GOLDSTEIN_NOTE = 'Goldstein 1992 over CAMEO codes: a coding by editors, not a measurement';

/** @returns at most `rows` rows; when nothing is coded, Goldstein values are said to be missing. */
export function drawIntensity(
  intensity: Intensity,
  view: EventView,
  scale: TimelineScale,
  rows: number,
  glyphs: Glyphs,
): readonly IntensityRow[] {
  if (intensity === 'count') return drawCounts(view, scale, rows, glyphs);
  if (intensity === 'goldstein') return drawGoldstein(view, scale, rows, glyphs);
  return [];
}

function drawCounts(
  view: EventView,
  scale: TimelineScale,
  rows: number,
  glyphs: Glyphs,
): readonly IntensityRow[] {
  const values = perColumn(scale, (edges) => [...view.countByColumn(edges).active]);
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  return columnChart(values, rows, glyphs).map((text, i) => {
    const cells = cellRow(scale.columns + 2);
    cells.put(1, text, 'bar');
    return {name: i === rows - 1 ? `count ${glyphs.atMost}${most}` : '', cells};
  });
}

/**
Ask for whole columns only: on the sequence scale several columns may be one instant, and each then
shows what that instant holds.
*/
function perColumn(
  scale: TimelineScale,
  ask: (edges: Float64Array) => readonly number[],
): readonly number[] {
  const edges: number[] = [];
  const column: number[] = [];
  for (const from of scale.edges.subarray(0, scale.columns)) {
    if (from !== edges.at(-1)) edges.push(from);
    column.push(edges.length - 1);
  }
  const last = edges.at(-1) ?? 0;
  const end = scale.edges[scale.columns] ?? 0;
  edges.push(end > last ? end : last + Math.max(1, Math.abs(last) * Number.EPSILON));
  const values = ask(Float64Array.from(edges));
  return column.map((i) => values[i] ?? 0);
}

function drawGoldstein(
  view: EventView,
  scale: TimelineScale,
  rows: number,
  glyphs: Glyphs,
): readonly IntensityRow[] {
  const sums = view.goldsteinByColumn(scale.edges);
  const cells = cellRow(scale.columns + 2);
  const note = cellRow(scale.columns + 2);
  if (!sums) {
    cells.put(1, 'no event has a CAMEO code, so there are no Goldstein values', 'muted');
    return [{name: 'Goldstein', cells}];
  }
  const most = sums.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const [text = ''] = columnChart(Array.from(sums, Math.abs), 1, glyphs, most);
  cells.put(1, text, 'bar');
  note.put(1, GOLDSTEIN_NOTE, 'muted');
  return [
    {name: 'Goldstein', cells},
    {name: '', cells: note},
  ].slice(0, rows);
}
