import type {Terminal as Emulator} from '@xterm/headless';
import type {Line} from '../../source/core/draw/line.js';
import type {Style} from '../../source/core/draw/style.js';
import {lookOfStyle} from '../../source/terminal/cell-styles.js';
import {glyphsOf} from '../../source/terminal/glyphs-of-cells.js';
import {textOfCells} from '../../source/terminal/text-of-cells.js';
import type {Theme} from '../../source/themes/theme.js';
import {feed, openEmulator} from '../terminal/emulated-screen.js';

const PLAIN: Style = {};

/** Write lines to a terminal emulator, each from the first column of its own row, without wrapping. */
export async function emulateLines(
  lines: readonly Line[],
  columns: number,
  theme?: Theme,
): Promise<Emulator> {
  const emulator = openEmulator(columns, Math.max(1, lines.length));
  const rows = lines.map((line, row) => {
    const cells = line.flatMap((span) => {
      const look = lookOfStyle(theme?.styles[span.role] ?? PLAIN);
      return glyphsOf(span.text).map((glyph) => ({glyph, look}));
    });
    const text = textOfCells({
      glyphs: cells.map(({glyph}) => glyph),
      looks: cells.map(({look}) => look),
    });
    return `\u001b[${row + 1};1H${text}`;
  });
  await feed(emulator, `\u001b[?7l${rows.join('')}`);
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
