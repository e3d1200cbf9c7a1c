import type {Charset} from './glyphs.js';
import {mapGlyphs} from './map-glyphs.js';
import type {Role} from './line.js';
import type {MapRaster} from './map-raster.js';

/** One cell of a map: a character one column wide, and what it is. */
export type MapCell = {readonly text: string; readonly role: Role};

/** A cell with nothing in it. */
export const EMPTY_CELL: MapCell = {text: ' ', role: 'land'};

/**
@returns the cell at a position of the raster: an area before a coast, a coast before a border, and
where there is no line, blank land or sparsely marked water.
*/
export function mapCell(raster: MapRaster, position: number, charset: Charset): MapCell {
  const area = raster.area[position] ?? 0;
  const coast = raster.coast[position] ?? 0;
  const border = raster.border[position] ?? 0;
  const role = area !== 0 ? 'mark' : coast !== 0 ? 'water' : 'border';
  if (charset === 'unicode' && (area | coast | border) !== 0) {
    return {text: String.fromCharCode(0x28_00 + (area | coast | border)), role};
  }
  if (area !== 0) return {text: '+', role};
  if (coast !== 0) return {text: lineCharacter(coast), role};
  if (border !== 0) return {text: dotCharacter(border), role};
  if (raster.country[position] !== 0) return EMPTY_CELL;
  const row = Math.floor(position / raster.columns);
  const column = position % raster.columns;
  const isWave = row % 2 === 0 && column % 6 === (row % 4 === 0 ? 1 : 4);
  return isWave ? {text: mapGlyphs(charset).water, role: 'water'} : {text: ' ', role: 'water'};
}

/** True when a coast, a border or the edge of an area runs through the cell. */
export function hasLine(raster: MapRaster, position: number): boolean {
  return [raster.coast, raster.border, raster.area].some((layer) => layer[position] !== 0);
}

/** Braille bits of the left and the right dot of each row, from the top. */
const LEFT = [0x01, 0x02, 0x04, 0x40];
const RIGHT = [0x08, 0x10, 0x20, 0x80];

/** A border in ASCII is dotted: at the height at which it runs. */
function dotCharacter(bits: number): string {
  const upper = bits & 0x1b;
  const lower = bits & 0xe4;
  if (upper !== 0 && lower !== 0) return ':';
  return upper !== 0 ? "'" : '.';
}

/** A coast in ASCII is the character that slopes most like its dots. */
function lineCharacter(bits: number): string {
  const left = rowsOf(bits, LEFT);
  const right = rowsOf(bits, RIGHT);
  const all = [...left, ...right];
  const span = Math.max(...all) - Math.min(...all);
  if (left.length === 0 || right.length === 0) {
    if (span >= 2) return '|';
    return mean(all) < 1.5 ? "'" : '.';
  }
  const fall = mean(right) - mean(left);
  if (span >= 2 && fall > 0.6) return '\\';
  if (span >= 2 && fall < -0.6) return '/';
  if (span >= 3) return '|';
  if (span === 2) return mean(all) < 1.5 ? '"' : 'o';
  return mean(all) > 2.4 ? '_' : '-';
}

function rowsOf(bits: number, side: readonly number[]): readonly number[] {
  return [0, 1, 2, 3].filter((row) => (bits & (side[row] ?? 0)) !== 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
