import type {Charset} from './glyphs.js';
import {layOver, type MapLayout} from './map-labels.js';
import {DOTS_ACROSS, KM_PER_DEGREE, type MapFrame} from './map-view.js';

/**
Lay a bar of a round length in a free corner, the lower left one first; none on a map below 24 x 4.

@param latitude - of the middle of the map, where the bar holds.
*/
export function layScale(
  layout: MapLayout,
  frame: MapFrame,
  latitude: number,
  charset: Charset,
): void {
  const {columns, rows} = layout.raster;
  if (rows < 4 || columns < 24) return;
  const kmPerColumn =
    (DOTS_ACROSS / frame.dotsPerDegree) * KM_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
  const km = roundBelow(kmPerColumn * Math.max(8, Math.min(24, columns / 4)));
  const length = Math.max(2, Math.round(km / kmPerColumn));
  const [start, line, end] =
    charset === 'unicode' ? (['├', '─', '┤'] as const) : (['|', '-', '|'] as const);
  const bar = `${start}${line.repeat(length - 1)}${end} ${km} km`;
  for (const [row, column] of [
    [rows - 1, 1],
    [rows - 1, columns - 1 - bar.length],
    [0, 1],
    [0, columns - 1 - bar.length],
  ] as const) {
    if (layOver(layout, row, column, bar, 'axis')) return;
  }
}

/** @returns the largest of 1, 2, 5, 10, 20, 50… that is not above a number of 1 or more. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = value / power;
  return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
}
