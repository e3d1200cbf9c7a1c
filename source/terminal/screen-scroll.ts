import {PLAIN_LOOK} from './cell-styles.js';
import {BLANK} from './glyphs-of-cells.js';
import type {ScreenCells} from './screen-cells.js';

/** Rows `[top, bottom)` move up by `by` rows (down when negative); what is uncovered is empty. */
export type Scroll = {readonly top: number; readonly bottom: number; readonly by: number};

/** Cells that a scroll has to put right to be worth the bytes that it takes itself. */
const WORTH = 40;
function hashRow(screen: ScreenCells, row: number): number {
  let hash = 0x811c9dc5;
  const end = (row + 1) * screen.columns;
  for (let at = row * screen.columns; at < end; at++) {
    const cell = (screen.glyphs[at] as number) ^ ((screen.looks[at] as number) << 16);
    hash = Math.imul(hash ^ cell, 0x01000193);
  }
  return hash >>> 0;
}

/** Cells of a row that a scroll makes right, less those that it makes wrong. */
function gain(shown: ScreenCells, next: ScreenCells, row: number, by: number): number {
  const {columns, rows} = next;
  const source = row + by;
  let sum = 0;
  for (let column = 0; column < columns; column++) {
    const at = row * columns + column;
    const from = source * columns + column;
    const glyph = next.glyphs[at];
    const look = next.looks[at];
    const isInside = source >= 0 && source < rows;
    const movedGlyph = isInside ? shown.glyphs[from] : BLANK;
    const movedLook = isInside ? shown.looks[from] : PLAIN_LOOK;
    if (movedGlyph === glyph && movedLook === look) sum++;
    if (shown.glyphs[at] === glyph && shown.looks[at] === look) sum--;
  }
  return sum;
}

function isEmptyRow(screen: ScreenCells, row: number): boolean {
  const end = (row + 1) * screen.columns;
  for (let at = row * screen.columns; at < end; at++) {
    if (screen.glyphs[at] !== BLANK || screen.looks[at] !== PLAIN_LOOK) return false;
  }
  return true;
}

/** Distances at which rows that hold something stand elsewhere than before. */
function distances(shown: ScreenCells, next: ScreenCells): number[] {
  const before = new Map<number, number[]>();
  for (let row = 0; row < shown.rows; row++) {
    if (isEmptyRow(shown, row)) continue;
    const hash = hashRow(shown, row);
    const rows = before.get(hash);
    if (rows === undefined) before.set(hash, [row]);
    else if (rows.length < 4) rows.push(row);
  }
  const counts = new Map<number, number>();
  for (let row = 0; row < next.rows; row++) {
    for (const source of before.get(hashRow(next, row)) ?? []) {
      const by = source - row;
      if (by !== 0) counts.set(by, (counts.get(by) ?? 0) + 1);
    }
  }
  const found = [...counts].filter(([, count]) => count >= 2).sort((a, b) => b[1] - a[1]);
  return found.slice(0, 3).map(([by]) => by);
}

/**
@returns the scroll that puts most cells right at once, or undefined when none is worth it.

For each distance at which whole rows are found again the rows with the largest sum of gains are found as in Kadane's algorithm (Bentley,
Programming Pearls, column 8).
*/
export function findScroll(shown: ScreenCells, next: ScreenCells): Scroll | undefined {
  const {rows, columns} = next;
  let changed = 0;
  for (let at = 0; at < next.glyphs.length; at++) {
    if (shown.glyphs[at] !== next.glyphs[at] || shown.looks[at] !== next.looks[at]) changed++;
  }
  if (changed < WORTH * 2 || rows < 3) return undefined;
  let best: Scroll | undefined;
  let bestGain = WORTH;
  for (const by of distances(shown, next)) {
    let sum = 0;
    let from = 0;
    for (let row = 0; row < rows; row++) {
      if (sum <= 0) {
        sum = 0;
        from = row;
      }
      sum += gain(shown, next, row, by);
      // Rows at the far end are uncovered, not moved: they belong to the region all the same.
      const top = by > 0 ? from : Math.max(0, from + by);
      const bottom = by > 0 ? Math.min(rows, row + 1 + by) : row + 1;
      if (sum <= bestGain) continue;
      const net = sum - uncoveredLoss(shown, next, top, bottom, by, columns);
      if (net > bestGain && bottom - top > Math.abs(by)) {
        bestGain = net;
        best = {top, bottom, by};
      }
    }
  }
  return best;
}

/** Cells that were right before and that a scroll uncovers. */
function uncoveredLoss(
  shown: ScreenCells,
  next: ScreenCells,
  top: number,
  bottom: number,
  by: number,
  columns: number,
): number {
  const from = by > 0 ? Math.max(top, bottom - by) : top;
  const to = by > 0 ? bottom : Math.min(bottom, top - by);
  let loss = 0;
  for (let at = from * columns; at < to * columns; at++) {
    const isRight = shown.glyphs[at] === next.glyphs[at] && shown.looks[at] === next.looks[at];
    const isEmpty = next.glyphs[at] === BLANK && next.looks[at] === PLAIN_LOOK;
    if (isRight && !isEmpty) loss++;
  }
  return loss;
}

/** Do to a screen what the terminal does. */
export function scrollCells(screen: ScreenCells, {top, bottom, by}: Scroll): void {
  const {columns, glyphs, looks} = screen;
  const from = Math.max(top, top + by) * columns;
  const to = Math.min(bottom, bottom + by) * columns;
  const target = (by > 0 ? top : top - by) * columns;
  glyphs.copyWithin(target, from, to);
  looks.copyWithin(target, from, to);
  const blankFrom = (by > 0 ? bottom - by : top) * columns;
  const blankTo = (by > 0 ? bottom : top - by) * columns;
  glyphs.fill(BLANK, blankFrom, blankTo);
  looks.fill(PLAIN_LOOK, blankFrom, blankTo);
}

/**
@returns how many cells a scroll makes show what is neither their old content nor their new one, nor
nothing; on a terminal that shows updates in pieces the reader would see them.
*/
export function scrollHarm(shown: ScreenCells, next: ScreenCells, scroll: Scroll): number {
  const {columns} = next;
  let harm = 0;
  for (let row = scroll.top; row < scroll.bottom; row++) {
    const source = row + scroll.by;
    if (source < scroll.top || source >= scroll.bottom) continue;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const from = source * columns + column;
      const glyph = shown.glyphs[from];
      const look = shown.looks[from];
      if (glyph === BLANK && look === PLAIN_LOOK) continue;
      const isNew = glyph === next.glyphs[at] && look === next.looks[at];
      const isOld = glyph === shown.glyphs[at] && look === shown.looks[at];
      if (!isNew && !isOld) harm++;
    }
  }
  return harm;
}
