import {cutText} from './fit-text.js';
import type {Charset} from './glyphs.js';
import type {Role} from './line.js';
import {hasLine} from './map-cells.js';
import type {MapOutlines} from './map-outlines.js';
import type {MapRaster} from './map-raster.js';
import {textWidth} from './text-width.js';

/** A text laid over the map; `width` is its width in columns, and it lies wholly inside. */
export type MapOverlay = {
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly text: string;
  readonly role: Role;
};

/** Overlays so far, and the cells they take. */
export type MapLayout = {
  readonly raster: MapRaster;
  readonly overlays: MapOverlay[];
  readonly taken: Uint8Array;
  /** Cells beside a label, where a line would run into its letters. */
  readonly cleared: Uint8Array;
};

/** What a name without room for all of it is cut to. */
const CUT_WIDTHS = [18, 12, 8, 6];

/** How many hidden cells of coast or border make the next best spot for a label better. */
const SPOT_COST = 0.7;

type CountryPart = {
  readonly cells: number;
  readonly middleRow: number;
  readonly middleColumn: number;
};

/** @returns a layout without overlays for a raster. */
export function startLayout(raster: MapRaster): MapLayout {
  const cells = raster.columns * raster.rows;
  return {raster, overlays: [], taken: new Uint8Array(cells), cleared: new Uint8Array(cells)};
}

/**
Lay a text over the map.

@returns false, and nothing is laid, when it would leave the map or cover another overlay.
*/
export function layOver(
  layout: MapLayout,
  row: number,
  column: number,
  text: string,
  role: Role,
): boolean {
  const width = textWidth(text);
  if (!isFree(layout, row, column, width)) return false;
  const start = row * layout.raster.columns + column;
  layout.taken.fill(1, start, start + width);
  layout.overlays.push({row, column, width, text, role});
  return true;
}

/**
Put a name beside a mark where it hides the least: right, left, then above and below.

@param name - cut with an ellipsis when no side has room for all of it.
@returns false when there is no room for it at all.
*/
export function labelMark(
  layout: MapLayout,
  mark: {readonly row: number; readonly column: number},
  name: string,
  role: Role,
  charset: Charset,
): boolean {
  const whole = textWidth(name);
  for (const room of [whole, ...CUT_WIDTHS.filter((width) => width < whole)]) {
    const text = cutText(name, room, charset === 'unicode' ? '…' : '..');
    const width = textWidth(text);
    let best: {readonly cost: number; readonly row: number; readonly column: number} | undefined;
    for (const [index, [row, column]] of labelSpots(mark, width).entries()) {
      if (!isFree(layout, row, column, width)) continue;
      const cost = index * SPOT_COST + linesUnder(layout.raster, row, column, width);
      if (best === undefined || cost < best.cost) best = {cost, row, column};
    }
    if (best === undefined) continue;
    const start = best.row * layout.raster.columns;
    const before = Math.max(0, best.column - 1);
    layout.cleared.fill(
      1,
      start + before,
      start + Math.min(layout.raster.columns, best.column + width + 1),
    );
    return layOver(layout, best.row, best.column, text, role);
  }
  return false;
}

/** What goes with the name of a country that is itself a place to mark. */
export type CountryMark = {
  readonly glyph: string;
  /** After the name; may be empty. */
  readonly suffix: string;
  readonly role: Role;
};

/**
Write the name of each country inside its visible part, where it fits: in capitals, so that it does
not look like a place, and spaced out in a country that fills much of the map. Largest first.

@param marks - by position of the country in the outlines.
@returns the positions of the countries whose names were written.
*/
export function nameCountries(
  layout: MapLayout,
  outlines: MapOutlines,
  charset: Charset,
  marks: ReadonlyMap<number, CountryMark>,
): ReadonlySet<number> {
  const written = new Set<number>();
  const parts = [...visibleParts(layout.raster)].toSorted((a, b) => b[1].cells - a[1].cells);
  for (const [value, part] of parts) {
    const full = (outlines.countries[value - 1]?.name ?? '').toUpperCase();
    const name = charset === 'ascii' ? full.normalize('NFD').replaceAll(/\p{M}/gu, '') : full;
    if (name === '') continue;
    const {glyph = '', suffix = '', role = 'muted'} = marks.get(value - 1) ?? {};
    const dress = (text: string): string =>
      [glyph, text, suffix].filter((one) => one !== '').join(' ');
    const isLarge = part.cells > layout.taken.length / 8;
    const isWritten =
      (isLarge && nameInside(layout, value, part, dress([...name].join(' ')), role)) ||
      nameInside(layout, value, part, dress(name), role);
    if (isWritten) written.add(value - 1);
  }
  return written;
}

/** Lay a name in the row where it comes nearest to the middle of the part; false when it fits in none. */
function nameInside(
  layout: MapLayout,
  country: number,
  part: CountryPart,
  name: string,
  role: Role,
): boolean {
  const {raster} = layout;
  const room = textWidth(name) + 2;
  let best: {readonly far: number; readonly row: number; readonly column: number} | undefined;
  for (let row = 0; row < raster.rows; row++) {
    let length = 0;
    for (let column = 0; column < raster.columns; column++) {
      const position = row * raster.columns + column;
      const isInside =
        raster.country[position] === country &&
        layout.taken[position] === 0 &&
        !hasLine(raster, position);
      length = isInside ? length + 1 : 0;
      if (length < room) continue;
      const start = column - room + 1;
      // A row is two columns high.
      const far = Math.hypot(
        start + room / 2 - part.middleColumn,
        (row + 0.5 - part.middleRow) * 2,
      );
      if (best === undefined || far < best.far) best = {far, row, column: start + 1};
    }
  }
  return best !== undefined && layOver(layout, best.row, best.column, name, role);
}

function visibleParts(raster: MapRaster): ReadonlyMap<number, CountryPart> {
  const sums = new Map<number, {cells: number; rows: number; columns: number}>();
  for (const [position, country] of raster.country.entries()) {
    if (country === 0) continue;
    const sum = sums.get(country) ?? {cells: 0, rows: 0, columns: 0};
    sum.cells++;
    sum.rows += Math.floor(position / raster.columns) + 0.5;
    sum.columns += (position % raster.columns) + 0.5;
    sums.set(country, sum);
  }
  return new Map(
    [...sums].map(([country, {cells, rows, columns}]) => [
      country,
      {cells, middleRow: rows / cells, middleColumn: columns / cells},
    ]),
  );
}

/** Where a label may begin, best first. */
function labelSpots(
  mark: {readonly row: number; readonly column: number},
  width: number,
): readonly (readonly [number, number])[] {
  const {row, column} = mark;
  const centred = column - Math.floor(width / 2);
  return [
    [row, column + 2],
    [row, column - 1 - width],
    [row - 1, column + 1],
    [row + 1, column + 1],
    [row - 1, column - width],
    [row + 1, column - width],
    [row - 1, centred],
    [row + 1, centred],
    [row - 2, centred],
    [row + 2, centred],
  ];
}

/** True when a text with a free cell to its left and right lies inside and covers no other. */
function isFree(layout: MapLayout, row: number, column: number, width: number): boolean {
  const {columns, rows} = layout.raster;
  if (row < 0 || row >= rows || column < 0 || column + width > columns) return false;
  const start = row * columns;
  const before = column > 0 ? column - 1 : column;
  const after = Math.min(columns, column + width + 1);
  return !layout.taken.subarray(start + before, start + after).includes(1);
}

function linesUnder(raster: MapRaster, row: number, column: number, width: number): number {
  let lines = 0;
  for (let offset = 0; offset < width; offset++) {
    if (hasLine(raster, row * raster.columns + column + offset)) lines++;
  }
  return lines;
}
