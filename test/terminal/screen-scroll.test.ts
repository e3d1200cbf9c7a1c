import {expect, test} from 'vitest';
import {PLAIN_LOOK} from '../../source/terminal/cell-styles.js';
import {glyphsOf} from '../../source/terminal/glyphs-of-cells.js';
import {emptyScreen, putLine, type ScreenCells} from '../../source/terminal/screen-cells.js';
import {findScroll} from '../../source/terminal/screen-scroll.js';

/** A screen whose rows are each full of one letter. */
function rowsOf(letters: string, columns: number): ScreenCells {
  const screen = emptyScreen(columns, letters.length);
  for (const [row, letter] of [...letters].entries()) {
    const glyphs = glyphsOf(letter.repeat(columns));
    putLine(screen, 0, row, {glyphs, looks: glyphs.map(() => PLAIN_LOOK)});
  }
  return screen;
}

function scroll(shown: string, next: string, columns: number) {
  return findScroll(rowsOf(shown, columns), rowsOf(next, columns));
}

test('rows that moved are scrolled, and those that stay are not', () => {
  expect(scroll('abcdefx', 'bcdefgx', 40)).toEqual({top: 0, bottom: 6, by: 1});
  expect(scroll('abcdefx', 'zabcdex', 40)).toEqual({top: 0, bottom: 6, by: -1});
});

test('a scroll that uncovers a row which was right has to make up for it', () => {
  expect(scroll('abc', 'bcc', 40)).toBeUndefined();
  expect(scroll('abcd', 'bcdd', 40)).toEqual({top: 0, bottom: 3, by: 1});
});

test('rows that are nearly the same are not scrolled', () => {
  expect(scroll('abc', 'abd', 40)).toBeUndefined();
  expect(scroll('abc', 'abc', 40)).toBeUndefined();
});
