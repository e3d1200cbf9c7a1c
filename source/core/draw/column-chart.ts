import type {Glyphs} from './glyphs.js';

/**
@param values - 0 or more, one a column; n items.
@param rows - height of the chart, 1 or more.
@param most - value of a full column; the largest value by default.
@returns `rows` texts of n columns, the top first. What is above 0 is never drawn as nothing.
*/
export function columnChart(
  values: readonly number[],
  rows: number,
  glyphs: Glyphs,
  most = values.reduce((a, b) => Math.max(a, b), 0),
): readonly string[] {
  const perRow = glyphs.levels.length - 1;
  const heights = values.map((value) =>
    most > 0 && value > 0 ? Math.max(1, Math.round(Math.min(1, value / most) * rows * perRow)) : 0,
  );
  return Array.from({length: rows}, (_, i) => {
    const below = (rows - 1 - i) * perRow;
    return heights
      .map((height) => glyphs.levels[Math.max(0, Math.min(perRow, height - below))] ?? ' ')
      .join('');
  });
}
