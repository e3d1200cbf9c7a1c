import {createRequire} from 'node:module';
import type {Terminal as Emulator} from '@xterm/headless';
import {CONTINUED, glyphText} from '../../source/terminal/glyphs-of-cells.js';
import {
  BOLD,
  DIM,
  INVERSE,
  ITALIC,
  UNDERLINE,
  lookParts,
} from '../../source/terminal/cell-styles.js';
import type {ScreenCells} from '../../source/terminal/screen-cells.js';

const {Terminal} = createRequire(import.meta.url)('@xterm/headless') as {Terminal: typeof Emulator};

/** A terminal emulator as the terminal room leaves it after taking the screen, behind a kernel with ONLCR. */
export function openEmulator(columns: number, rows: number): Emulator {
  return new Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    scrollback: 0,
    convertEol: true,
  });
}

/** Resolves when the emulator has drawn the bytes. */
export async function feed(emulator: Emulator, bytes: string): Promise<void> {
  await new Promise<void>((resolve) => {
    emulator.write(bytes, resolve);
  });
}

/** What a cell shows: its text, then its look where that can be seen. */
function described(text: string, color: string, background: string, attributes: number): string {
  const isEmpty = text === ' ';
  const seen = isEmpty ? attributes & (UNDERLINE | INVERSE) : attributes;
  const seenColor = isEmpty && seen === 0 ? '' : color;
  return `${text}|${seenColor}|${background}|${seen}`;
}

/** @returns each cell of the emulator in words, row after row. */
export function shownBy(emulator: Emulator): string[] {
  const cells: string[] = [];
  const buffer = emulator.buffer.active;
  for (let row = 0; row < emulator.rows; row++) {
    const line = buffer.getLine(buffer.baseY + row);
    for (let column = 0; column < emulator.cols; column++) {
      const cell = line?.getCell(column);
      if (cell === undefined) throw new Error('no such cell');
      if (cell.getWidth() === 0) {
        cells.push('continued');
        continue;
      }
      const attributes =
        (cell.isBold() ? BOLD : 0) |
        (cell.isDim() ? DIM : 0) |
        (cell.isItalic() ? ITALIC : 0) |
        (cell.isUnderline() ? UNDERLINE : 0) |
        (cell.isInverse() ? INVERSE : 0);
      const color = cell.isFgDefault() ? '' : `${cell.isFgRGB() ? '#' : ''}${cell.getFgColor()}`;
      const background = cell.isBgDefault()
        ? ''
        : `${cell.isBgRGB() ? '#' : ''}${cell.getBgColor()}`;
      cells.push(described(cell.getChars() || ' ', color, background, attributes));
    }
  }
  return cells;
}

function paintInWords(paint: number): string {
  if (paint === 0) return '';
  return paint >= 0x4000000 ? `#${paint - 0x4000000}` : `${paint & 0xff}`;
}

/** @returns each cell of a screen in the same words. */
export function wantedOn(screen: ScreenCells): string[] {
  return Array.from(screen.glyphs, (glyph, at) => {
    if (glyph === CONTINUED) return 'continued';
    const {color, background, attributes} = lookParts(screen.looks[at] ?? 0);
    return described(
      glyphText(glyph),
      paintInWords(color),
      paintInWords(background),
      attributes & 31,
    );
  });
}
