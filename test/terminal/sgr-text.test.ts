import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Line, Role} from '../../source/core/draw/line.js';
import {lookOfStyle, PLAIN_LOOK} from '../../source/terminal/cell-styles.js';
import {glyphsOf, glyphText} from '../../source/terminal/glyphs-of-cells.js';
import {emptyScreen, putLine, type ScreenCells} from '../../source/terminal/screen-cells.js';
import {sgrText} from '../../source/terminal/sgr-text.js';
import {readStyledText} from '../../source/terminal/styled-text.js';
import {THEMES} from '../../source/themes/theme-registry.js';
import {ROLE_LETTERS} from '../helpers/screen-picture.js';

const roles = fc.constantFrom(...(Object.keys(ROLE_LETTERS) as Role[]));
const lines: fc.Arbitrary<Line[]> = fc.array(
  fc.array(
    fc.record({
      text: fc.constantFrom('', ' ', '   ', 'abc', 'de f', '日本', 'قا', '─┤'),
      role: roles,
    }),
    {maxLength: 6},
  ),
  {minLength: 1, maxLength: 6},
);
const themes = fc.constantFrom(...THEMES);
const SIZE = [30, 6] as const;

/** What is to be seen, put together span by span. */
function drawnApart(block: readonly Line[], styles: (typeof THEMES)[0]['styles']): ScreenCells {
  const screen = emptyScreen(...SIZE);
  block.forEach((line, row) => {
    let column = 0;
    for (const span of line) {
      const glyphs = glyphsOf(span.text);
      const look = lookOfStyle(styles[span.role]);
      putLine(screen, column, row, {glyphs, looks: glyphs.map(() => look)});
      column += glyphs.length;
    }
  });
  return screen;
}

describe('lines as one text', () => {
  test('show every cell in the look of its role', () => {
    fc.assert(
      fc.property(lines, themes, (block, {styles}) => {
        const screen = emptyScreen(...SIZE);
        readStyledText(sgrText(block, 12, styles)).forEach((line, row) => {
          putLine(screen, 0, row, line);
        });
        expect(screen).toEqual(drawnApart(block, styles));
      }),
      {seed: 61, numRuns: 300},
    );
  });

  test('are as many lines, each of them plain again at its end', () => {
    fc.assert(
      fc.property(lines, themes, (block, {styles}) => {
        const pieces = sgrText(block, 0, styles).split('\n');
        expect(pieces).toHaveLength(block.length);
        for (const piece of pieces) {
          expect(readStyledText(`${piece}.`)[0]?.looks.at(-1)).toBe(PLAIN_LOOK);
        }
      }),
      {seed: 62, numRuns: 200},
    );
  });

  test('are as wide as the columns in the first line, and nowhere wider than they were', () => {
    const styles = THEMES[0]?.styles ?? fc.sample(themes, 1)[0]?.styles;
    if (styles === undefined) throw new Error('no theme');
    const block: Line[] = [[{text: '日本', role: 'title'}], [{text: 'ab', role: 'text'}]];
    const widths = readStyledText(sgrText(block, 10, styles)).map(({glyphs}) => glyphs.length);
    expect(widths).toEqual([10, 2]);
    expect(sgrText(block, 3, styles)).toContain('日本');
    expect(sgrText([], 10, styles)).toBe('');
  });
});

describe('a styled text of several lines', () => {
  const words = (text: string): string[] =>
    readStyledText(text).map(({glyphs}) => glyphs.map(glyphText).join(''));

  test('keeps a style over the end of a line, whether or not the line was read before', () => {
    const red = lookOfStyle({color: 'red'});
    readStyledText('b');
    readStyledText('\u001b[31ma');
    const looks = readStyledText('\u001b[31ma\nb\nc\u001b[39m\nb').map((line) => line.looks);
    expect(looks).toEqual([[red], [red], [red], [PLAIN_LOOK]]);
    expect(readStyledText('a\nb').map((line) => line.looks)).toEqual([[PLAIN_LOOK], [PLAIN_LOOK]]);
  });

  test('leaves out a sequence that reaches over the end of a line', () => {
    expect(words('a\u001b]0;one\ntwo\u0007b\nc')).toEqual(['ab', 'c']);
    expect(words('a\u001bPone\ntwo')).toEqual(['a']);
    expect(words('\u001b\u001b]0;x\u0007[31mb')).toEqual(['[31mb']);
  });
});
