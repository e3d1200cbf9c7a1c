import type {EventView} from '../events/event-store.js';
import type {TimelineScale} from '../layout/timeline-scale.js';
import {columnChart} from './column-chart.js';
import type {Glyphs} from './glyphs.js';
import {textWidth} from './text-width.js';
import {cellRow, type CellRow} from './timeline-cells.js';

/** Events a column, sums of Goldstein values, or nothing. */
export type Intensity = 'count' | 'goldstein' | 'off';

/** A row with the words for its gutter, longest first. */
export type IntensityRow = {
  readonly names: readonly string[];
  readonly cells: CellRow;
  readonly isChart: boolean;
};

/** What the numbers are, longest first: never a measurement. `%` is how the two directions are told apart. */
const GOLDSTEIN_NOTES = [
  'Goldstein scale (1992) of CAMEO codes, a coding, not a measurement: %',
  'a coding, not a measurement: %',
  'a coding, not measured: %',
  'a coding, not a measurement',
] as const;

/** Rows that a chart of counts can use. */
const MOST_CHART_ROWS = 4;
const GOLDSTEIN_NAMES = ['Goldstein', 'Gold.'];

/**
@returns how few rows an intensity can do with, and how many it can use: Goldstein values one for all
sides, or one for each side and one for the note on what they are.
*/
export function intensityHeight(
  intensity: Intensity,
  laneCount: number,
  glyphs: Glyphs,
): {readonly least: number; readonly most: number} {
  if (intensity === 'off') return {least: 0, most: 0};
  return intensity === 'count'
    ? {least: 1, most: glyphs.hasBlocks ? MOST_CHART_ROWS : 1}
    : {least: 1, most: Math.max(2, laneCount + 1)};
}

/**
@param rows - as many as there are; see `intensityHeight`.
@returns at most `rows` rows; when nothing is coded, that is said.
*/
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
  const bound = `${glyphs.atMost}${most}`;
  const names = [`events ${bound}`, `events${bound}`, bound];
  // Taller than a level for each event it need not be.
  const height = Math.max(1, Math.min(rows, Math.ceil(most / (glyphs.levels.length - 1))));
  return columnChart(values, height, glyphs).map((text, i) => {
    const cells = cellRow(scale.columns + 2);
    cells.put(1, text, 'bar');
    return {names: i === height - 1 ? names : [], cells, isChart: true};
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
  if (!view.goldsteinByColumn(scale.edges)) {
    const cells = cellRow(scale.columns + 2);
    cells.put(1, 'no event has a CAMEO code, so there are no Goldstein values', 'muted');
    return [{names: GOLDSTEIN_NAMES, cells, isChart: false}];
  }
  const isBySide = rows > view.lanes.length;
  const sides = isBySide
    ? view.lanes.map((lane, i) => ({names: [lane.name], values: goldsteinValues(view, scale, i)}))
    : [{names: GOLDSTEIN_NAMES, values: goldsteinValues(view, scale, undefined)}];
  // One measure for all sides, so that they can be compared.
  const most = Math.max(...sides.flatMap((side) => side.values.map(Math.abs)), 0);
  const drawn = sides.map(({names, values}): IntensityRow => {
    const cells = cellRow(scale.columns + 2);
    values.forEach((value, column) => {
      const levels = value < 0 ? glyphs.levels : glyphs.gentleLevels;
      const top = levels.length - 1;
      const level = value === 0 ? 0 : Math.max(1, Math.round((Math.abs(value) / most) * top));
      cells.put(column + 1, levels[level] ?? ' ', value < 0 ? 'bar' : 'muted');
    });
    return {names, cells, isChart: true};
  });
  if (rows === 1) return drawn;
  const note = cellRow(scale.columns + 2);
  const signs = glyphs.hasBlocks
    ? 'solid conflict, dotted cooperation'
    : 'signs conflict, letters cooperation';
  const words = GOLDSTEIN_NOTES.map((form) => form.replace('%', signs)).find(
    (form) => textWidth(form) <= scale.columns,
  );
  note.put(1, words ?? 'a coding', 'muted');
  const bound = `${glyphs.atMost}${Math.round(most * 10) / 10}`;
  // Under the charts of the sides it names them all; under a single one it says how high it is.
  const names = isBySide ? [`Gold. ${bound}`, bound] : [bound];
  return [...drawn, {names, cells: note, isChart: false}];
}

function goldsteinValues(
  view: EventView,
  scale: TimelineScale,
  lane: number | undefined,
): readonly number[] {
  return perColumn(scale, (edges) => [...(view.goldsteinByColumn(edges, lane) ?? [])]);
}
