import {PLAIN_LOOK} from './cell-styles.js';
import {CONTINUED, glyphText} from './glyphs-of-cells.js';
import {sgrSteps} from './sgr-text.js';
import type {CellLine} from './styled-text.js';

/** @returns a line of cells as text with SGR codes, ending in the plain look. */
export function textOfCells(line: CellLine): string {
  let text = '';
  let look = PLAIN_LOOK;
  line.glyphs.forEach((glyph, index) => {
    if (glyph === CONTINUED) return;
    const next = line.looks[index] ?? PLAIN_LOOK;
    text += sgrSteps(look, next) + glyphText(glyph);
    look = next;
  });
  return text + sgrSteps(look, PLAIN_LOOK);
}
