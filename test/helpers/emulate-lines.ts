import type {Terminal as Emulator} from '@xterm/headless';
import type {Line} from '../../source/core/draw/line.js';
import type {Style} from '../../source/core/draw/style.js';
import {lookOfStyle} from '../../source/terminal/cell-styles.js';
import {glyphsOf} from '../../source/terminal/glyphs-of-cells.js';
import {openScreen} from '../../source/terminal/screen.js';
import {putLine} from '../../source/terminal/screen-cells.js';
import type {DrawAbilities} from '../../source/terminal/screen-update.js';
import type {Theme} from '../../source/themes/theme.js';
import {feed, openEmulator} from '../terminal/emulated-screen.js';

const PLAIN: Style = {};
const ABILITIES: DrawAbilities = {
  colors: 16_777_216,
  hasSingleOff: true,
  isUtf8: true,
  hasErase: true,
  isSynchronized: false,
};

/** Show lines on a terminal emulator through the bytes that the terminal room sends. */
export async function emulateLines(
  lines: readonly Line[],
  columns: number,
  theme?: Theme,
): Promise<Emulator> {
  const rows = Math.max(1, lines.length);
  const emulator = openEmulator(columns, rows);
  let bytes = '\u001b[?7l\u001b[2J';
  const screen = openScreen({columns, rows}, ABILITIES, (text, done) => {
    bytes += text;
    done();
  });
  for (const [row, line] of lines.entries()) {
    let column = 0;
    for (const span of line) {
      const look = lookOfStyle(theme?.styles[span.role] ?? PLAIN);
      const glyphs = glyphsOf(span.text);
      putLine(screen.next, column, row, {glyphs, looks: glyphs.map(() => look)});
      column += glyphs.length;
    }
  }
  screen.present();
  await feed(emulator, bytes);
  return emulator;
}

/** @returns the rows of an emulator as they are, blanks at the end included. */
export function rowsOf(emulator: Emulator): string[] {
  const buffer = emulator.buffer.active;
  return Array.from(
    {length: emulator.rows},
    (_, row) => buffer.getLine(buffer.baseY + row)?.translateToString(false) ?? '',
  );
}

/** @returns what stands in one cell of an emulator; empty behind a wide character. */
export function cellOf(emulator: Emulator, column: number, row: number): string {
  const buffer = emulator.buffer.active;
  return (
    buffer
      .getLine(buffer.baseY + row)
      ?.getCell(column)
      ?.getChars() ?? ''
  );
}
