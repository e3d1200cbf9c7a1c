import {
  DEFAULT,
  INVERSE,
  PLAIN_LOOK,
  STRIKE,
  UNDERLINE,
  blankLook,
  lookParts,
  type Look,
} from './cell-styles.js';
import {BLANK, CONTINUED, UNKNOWN, isUnsure, type Glyph} from './glyphs-of-cells.js';
import type {CellLine} from './styled-text.js';

/** What a screen shows: `rows * columns` cells, row after row. */
export type ScreenCells = {
  readonly columns: number;
  readonly rows: number;
  readonly glyphs: Uint32Array;
  readonly looks: Uint16Array;
};

/** @returns an empty screen. */
export function emptyScreen(columns: number, rows: number): ScreenCells {
  return {
    columns,
    rows,
    glyphs: new Uint32Array(columns * rows).fill(BLANK),
    looks: new Uint16Array(columns * rows),
  };
}

/** Make a screen empty again. */
export function clearCells(screen: ScreenCells): void {
  screen.glyphs.fill(BLANK);
  screen.looks.fill(PLAIN_LOOK);
}

/** Forget what a screen shows: every cell differs from everything. */
export function forgetCells(screen: ScreenCells): void {
  screen.glyphs.fill(UNKNOWN);
}

/** Copy a screen onto one of the same size. */
export function copyCells(from: ScreenCells, to: ScreenCells): void {
  to.glyphs.set(from.glyphs);
  to.looks.set(from.looks);
}

function blankAt(screen: ScreenCells, at: number): void {
  screen.glyphs[at] = BLANK;
  screen.looks[at] = blankLook(screen.looks[at] ?? PLAIN_LOOK);
}

/**
Put a line of cells on a screen; what is outside is cut off. A wide glyph that is cut in half, by the
edge or by what is put over it, becomes an empty cell, so that nothing moves.

@param column - of the first cell; may be negative.
*/
export function putLine(screen: ScreenCells, column: number, row: number, line: CellLine): void {
  if (row < 0 || row >= screen.rows) return;
  const {columns, glyphs, looks} = screen;
  const start = row * columns;
  const from = Math.max(0, -column);
  const to = Math.min(line.glyphs.length, columns - column);
  if (from >= to) return;
  const first = start + column + from;
  if (glyphs[first] === CONTINUED && column + from > 0) blankAt(screen, first - 1);
  for (let index = from; index < to; index++) {
    const at = start + column + index;
    const glyph = line.glyphs[index] as Glyph;
    const look = line.looks[index] as Look;
    glyphs[at] = glyph;
    looks[at] = glyph === BLANK ? blankLook(look) : look;
  }
  if (line.glyphs[from] === CONTINUED) blankAt(screen, first);
  const end = start + column + to;
  if (to < line.glyphs.length && line.glyphs[to] === CONTINUED) blankAt(screen, end - 1);
  if (end < start + columns && glyphs[end] === CONTINUED) blankAt(screen, end);
}

/** @returns whether a row holds a glyph whose width terminals disagree about. */
export function isUnsureRow(screen: ScreenCells, row: number): boolean {
  const end = (row + 1) * screen.columns;
  for (let at = row * screen.columns; at < end; at++) {
    const glyph = screen.glyphs[at] as Glyph;
    if (glyph > 0x7e && glyph !== UNKNOWN && isUnsure(glyph)) return true;
  }
  return false;
}

/** @returns whether a cell is empty and has the terminal's own background. */
export function isBare(screen: ScreenCells, at: number): boolean {
  return screen.glyphs[at] === BLANK && screen.looks[at] === PLAIN_LOOK;
}

/** @returns whether erasing with this look set leaves the terminal's own background. */
export function erasesBare(look: Look): boolean {
  const {background, attributes} = lookParts(look);
  return background === DEFAULT && (attributes & (UNDERLINE | INVERSE | STRIKE)) === 0;
}
