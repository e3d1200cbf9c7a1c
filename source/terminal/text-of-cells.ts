import {PLAIN_LOOK, type Look} from './cell-styles.js';
import {CONTINUED, glyphText} from './glyphs-of-cells.js';
import {sgrCodesBetween} from './sgr.js';
import type {CellLine} from './styled-text.js';

const sgr = (from: Look, to: Look): string =>
  sgrCodesBetween(from, to)
    .map((code) => `\u001b[${code}m`)
    .join('');

/** @returns a line of cells as text with SGR codes, ending in the plain look. */
export function textOfCells(line: CellLine): string {
  let text = '';
  let look = PLAIN_LOOK;
  line.glyphs.forEach((glyph, index) => {
    if (glyph === CONTINUED) return;
    const next = line.looks[index] ?? PLAIN_LOOK;
    text += sgr(look, next) + glyphText(glyph);
    look = next;
  });
  return text + sgr(look, PLAIN_LOOK);
}
