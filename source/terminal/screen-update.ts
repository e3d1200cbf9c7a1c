import {asciiFor} from './ascii-glyphs.js';
import {PLAIN_LOOK, blankLook, type Look} from './cell-styles.js';
import {BLANK, CONTINUED, glyphText, glyphWidth, isUnsure, type Glyph} from './glyphs-of-cells.js';
import {copyCells, erasesBare, isBare, isUnsureRow, type ScreenCells} from './screen-cells.js';
import {findScroll, scrollCells, scrollHarm, type Scroll} from './screen-scroll.js';
import {sgrBetween, type SgrAbilities} from './sgr.js';

/** What the terminal understands, as far as drawing goes. */
export type DrawAbilities = SgrAbilities & {
  /** False: every byte stays below 0x80. */
  readonly isUtf8: boolean;
  /** Whether it has ECH (erase characters), which a VT100 lacks. */
  readonly hasErase: boolean;
  /** Whether it shows an update in one go when asked to (DEC private mode 2026). */
  readonly isSynchronized: boolean;
};

/** Where the terminal's cursor stands and which look is set; `row` is -1 when unknown. */
export type Pen = {row: number; column: number; look: Look};

const BEGIN_SYNCHRONIZED = '\u001b[?2026h';
const END_SYNCHRONIZED = '\u001b[?2026l';
/** Updates below this arrive in one packet anyway. */
const WORTH_SYNCHRONIZING = 600;

/** Bytes that a text takes on the line, where the kernel puts a carriage return before each line feed (ONLCR). */
function byteLength(text: string): number {
  let count = Buffer.byteLength(text);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/**
@returns a function that takes what the terminal shows and what it is to show, and returns the bytes
in between; afterwards `shown` equals `next`, and `pen` is where the cursor is left.

Every cell goes straight from its old content to its new one, so that a frame that arrives in pieces
never shows something that is in neither. Expects automatic wrapping switched off (DECAWM), and a
line feed to lead to the first column (ONLCR, which Node sets with raw mode).
*/
export function screenUpdater(
  abilities: DrawAbilities,
): (shown: ScreenCells, next: ScreenCells, pen: Pen) => string {
  const sgr = sgrBetween(abilities);

  function draw(shown: ScreenCells, next: ScreenCells, pen: Pen): string {
    const {columns, rows} = next;
    let out = '';

    const setLook = (look: Look): void => {
      out += sgr(pen.look, look);
      pen.look = look;
    };
    const textOf = (glyph: Glyph): string => {
      const text = glyphText(glyph);
      return abilities.isUtf8 || (glyph >= 0x20 && glyph < 0x7f)
        ? text
        : asciiFor(text, glyphWidth(glyph));
    };
    /** Cells of a row once more, if that is possible without changing looks. */
    const rewrite = (row: number, from: number, to: number, most: number): string | undefined => {
      let text = '';
      for (let at = row * columns + from; at < row * columns + to; at++) {
        const glyph = next.glyphs[at] as Glyph;
        const look = next.looks[at] as Look;
        const fits = look === pen.look || (glyph === BLANK && look === blankLook(pen.look));
        // Only what is there already: a cell still to come must not be drawn twice.
        if (!fits || glyph === CONTINUED || glyphWidth(glyph) !== 1 || isUnsure(glyph))
          return undefined;
        text += textOf(glyph);
        if (text.length > most) return undefined;
      }
      return byteLength(text) <= most ? text : undefined;
    };
    /** The shortest way from one column of a row to another. */
    const along = (row: number, from: number, to: number): string => {
      const by = to - from;
      if (by === 0) return '';
      if (by < 0) {
        if (to === 0) return '\r';
        return -by <= 3 ? '\b'.repeat(-by) : `\u001b[${-by}D`;
      }
      const forward = by === 1 ? '\u001b[C' : `\u001b[${by}C`;
      return (by <= 8 ? rewrite(row, from, to, forward.length) : undefined) ?? forward;
    };
    const moveTo = (row: number, column: number): void => {
      if (pen.row === row && pen.column === column) return;
      const line = row === 0 ? '' : `${row + 1}`;
      let best = column === 0 ? `\u001b[${line}H` : `\u001b[${line};${column + 1}H`;
      const consider = (candidate: string): void => {
        if (byteLength(candidate) < byteLength(best)) best = candidate;
      };
      if (pen.row >= 0) {
        const by = row - pen.row;
        if (by === 0) {
          consider(along(row, pen.column, column));
        } else if (by > 0) {
          // Line feeds, or INDEX, which stays in its column; both of a VT100.
          if (by <= 3) {
            consider('\n'.repeat(by) + along(row, 0, column));
            consider('\u001bD'.repeat(by) + along(row, pen.column, column));
          }
          consider(`\u001b[${by === 1 ? '' : by}B${along(row, pen.column, column)}`);
        } else {
          consider(`\u001b[${by === -1 ? '' : -by}A${along(row, pen.column, column)}`);
        }
      }
      out += best;
      pen.row = row;
      pen.column = column;
    };
    const advance = (width: number): void => {
      pen.column += width;
      // At the edge terminals differ about where the cursor is.
      if (pen.column >= columns) pen.row = -1;
    };
    const put = (row: number, column: number): void => {
      const at = row * columns + column;
      const glyph = next.glyphs[at] as Glyph;
      const look = next.looks[at] as Look;
      moveTo(row, column);
      if (glyph === BLANK && look === blankLook(pen.look)) {
        out += ' ';
        advance(1);
        return;
      }
      setLook(look);
      const width = glyphWidth(glyph);
      if (abilities.isUtf8 && isUnsure(glyph)) {
        // Some terminals take fewer columns than we do: nothing old may show beside it.
        out += ' '.repeat(width);
        advance(width);
        moveTo(row, column);
        out += textOf(glyph);
        pen.row = -1;
        return;
      }
      out += textOf(glyph);
      advance(width);
    };
    const isChanged = (at: number): boolean =>
      shown.glyphs[at] !== next.glyphs[at] || shown.looks[at] !== next.looks[at];

    const drawRow = (row: number): void => {
      const start = row * columns;
      let first = 0;
      let last = columns - 1;
      while (first < columns && !isChanged(start + first)) first++;
      if (first === columns) return;
      while (!isChanged(start + last)) last--;
      const isDoubtful = isUnsureRow(next, row) || isUnsureRow(shown, row);
      if (isDoubtful) {
        first = 0;
        last = columns - 1;
      }
      let end = columns;
      while (end > 0 && isBare(next, start + end - 1)) end--;
      const canErase = last >= end && (isDoubtful || last - Math.max(first, end) >= 3);
      const stop = canErase ? Math.min(end, last + 1) : last + 1;
      let column = first;
      while (column < stop) {
        const at = start + column;
        if ((!isDoubtful && !isChanged(at)) || next.glyphs[at] === CONTINUED) {
          column++;
          continue;
        }
        let run = 0;
        while (column + run < stop && isBare(next, at + run) && (isDoubtful || isChanged(at + run)))
          run++;
        if (run > 8 && abilities.hasErase) {
          moveTo(row, column);
          if (!erasesBare(pen.look)) setLook(PLAIN_LOOK);
          out += `\u001b[${run}X`;
          column += run;
          continue;
        }
        put(row, column);
        column++;
      }
      if (!canErase) return;
      moveTo(row, Math.max(first, end));
      if (!erasesBare(pen.look)) setLook(PLAIN_LOOK);
      out += '\u001b[K';
    };
    const emptyFrom = (): number => {
      let row = rows;
      while (row > 0) {
        for (let at = (row - 1) * columns; at < row * columns; at++)
          if (!isBare(next, at)) return row;
        row--;
      }
      return row;
    };
    const isRowChanged = (row: number): boolean => {
      for (let at = row * columns; at < (row + 1) * columns; at++) if (isChanged(at)) return true;
      return false;
    };

    const tail = emptyFrom();
    for (let row = 0; row < tail; row++) drawRow(row);
    let changedRows = 0;
    for (let row = tail; row < rows; row++) if (isRowChanged(row)) changedRows++;
    if (changedRows > 1) {
      moveTo(tail, 0);
      if (!erasesBare(pen.look)) setLook(PLAIN_LOOK);
      out += '\u001b[J';
    } else if (changedRows === 1) {
      for (let row = tail; row < rows; row++) drawRow(row);
    }
    return out;
  }

  function drawScrolled(shown: ScreenCells, next: ScreenCells, pen: Pen, scroll: Scroll): string {
    const {top, bottom, by} = scroll;
    let out = erasesBare(pen.look) ? '' : sgr(pen.look, PLAIN_LOOK);
    if (out !== '') pen.look = PLAIN_LOOK;
    out += `\u001b[${top + 1};${bottom}r`;
    out +=
      by > 0
        ? `\u001b[${bottom}H${'\n'.repeat(by)}`
        : `${top === 0 ? '' : `\u001b[${top + 1}H`}${'\u001bM'.repeat(-by)}`;
    out += '\u001b[r';
    // Setting the margins puts the cursor in the corner (VT100 user guide, DECSTBM).
    pen.row = 0;
    pen.column = 0;
    scrollCells(shown, scroll);
    return out + draw(shown, next, pen);
  }

  return (shown, next, pen) => {
    const scroll = findScroll(shown, next);
    let best: string;
    if (
      scroll === undefined ||
      (!abilities.isSynchronized && scrollHarm(shown, next, scroll) > 0)
    ) {
      best = draw(shown, next, pen);
    } else {
      const plainPen = {...pen};
      const plain = draw(shown, next, plainPen);
      const scrolled: ScreenCells = {
        ...shown,
        glyphs: shown.glyphs.slice(),
        looks: shown.looks.slice(),
      };
      const scrolledPen = {...pen};
      const moved = drawScrolled(scrolled, next, scrolledPen, scroll);
      const isMoved = byteLength(moved) < byteLength(plain);
      best = isMoved ? moved : plain;
      Object.assign(pen, isMoved ? scrolledPen : plainPen);
    }
    copyCells(next, shown);
    return abilities.isSynchronized && best.length > WORTH_SYNCHRONIZING
      ? BEGIN_SYNCHRONIZED + best + END_SYNCHRONIZED
      : best;
  };
}
