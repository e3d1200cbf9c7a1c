import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  DEFAULT,
  NAMED,
  PALETTE,
  RGB,
  lookOf,
  lookOfStyle,
  lookParts,
} from '../../source/terminal/cell-styles.js';
import {clipboardSequence} from '../../source/terminal/clipboard-sequence.js';
import {detectCapabilities} from '../../source/terminal/capabilities.js';
import {oneLine} from '../../source/terminal/one-line.js';
import {reducePaint, sgrBetween, type ColorDepth} from '../../source/terminal/sgr.js';
import {readStyledText} from '../../source/terminal/styled-text.js';
import {glyphText} from '../../source/terminal/glyphs-of-cells.js';
import {emptyScreen, putLine} from '../../source/terminal/screen-cells.js';
import {textOfCells} from '../../source/terminal/text-of-cells.js';
import {feed, openEmulator, shownBy, wantedOn} from './emulated-screen.js';

const paints = fc.oneof(
  fc.constant(DEFAULT),
  fc.nat(15).map((index) => NAMED + index),
  fc.nat(255).map((index) => PALETTE + index),
  fc.nat(0xffffff).map((rgb) => RGB + rgb),
);
const looks = fc
  .tuple(paints, paints, fc.nat(31))
  .map(([color, background, attributes]) => lookOf(color, background, attributes));

describe('a style', () => {
  test('is the same look whichever way it is written', () => {
    expect(lookParts(lookOfStyle({color: 'red', bold: true}))).toEqual({
      color: NAMED + 1,
      background: DEFAULT,
      attributes: 1,
    });
    expect(lookParts(lookOfStyle({color: 'blackBright', background: '#102030'}))).toEqual({
      color: NAMED + 8,
      background: RGB + 0x102030,
      attributes: 0,
    });
    expect(readStyledText('\u001b[1;31mx\u001b[0m')[0]?.looks).toEqual([
      lookOfStyle({color: 'red', bold: true}),
    ]);
  });

  test('changes into any other by codes that lead an emulator there', async () => {
    for (const hasSingleOff of [true, false]) {
      const sgr = sgrBetween({colors: 16777216, hasSingleOff});
      const reduced = (look: number): number => {
        const {color, background, attributes} = lookParts(look);
        return lookOf(reducePaint(color, 16777216), reducePaint(background, 16777216), attributes);
      };
      await fc.assert(
        fc.asyncProperty(looks, looks, async (from, to) => {
          const emulator = openEmulator(4, 1);
          await feed(emulator, `${sgr(0, from)}a${sgr(from, to)}b${sgr(to, 0)}c`);
          const screen = emptyScreen(4, 1);
          putLine(screen, 0, 0, {glyphs: [97, 98, 99], looks: [reduced(from), reduced(to), 0]});
          expect(shownBy(emulator)).toEqual(wantedOn(screen));
          emulator.dispose();
        }),
        {seed: 31, numRuns: 80},
      );
    }
  });

  test('uses no more colours than the terminal has', () => {
    fc.assert(
      fc.property(paints, fc.constantFrom<ColorDepth>(0, 8, 16, 256), (paint, depth) => {
        const reduced = reducePaint(paint, depth);
        if (depth === 0) expect(reduced).toBe(DEFAULT);
        else if (depth < 256)
          expect(reduced === DEFAULT || (reduced >= NAMED && reduced < NAMED + depth)).toBe(true);
        else expect(reduced).toBeLessThan(RGB);
      }),
      {seed: 32},
    );
  });

  test('keeps the nearest colour', () => {
    expect(reducePaint(RGB + 0xff0000, 16)).toBe(NAMED + 9);
    expect(reducePaint(RGB + 0x005fff, 256)).toBe(PALETTE + 27);
    expect(reducePaint(RGB + 0x8a8a8a, 256)).toBe(PALETTE + 245);
    expect(reducePaint(NAMED + 9, 8)).toBe(NAMED + 1);
    // The same colour in half the bytes, but not where shells are known to have put another.
    expect(reducePaint(RGB + 0x87afd7, 16777216)).toBe(PALETTE + 110);
    expect(reducePaint(RGB + 0x87afd8, 16777216)).toBe(RGB + 0x87afd8);
    expect(reducePaint(RGB + 0x0000ff, 16777216)).toBe(RGB + 0x0000ff);
    // Bright black would be black on black.
    expect(reducePaint(NAMED + 8, 8)).toBe(DEFAULT);
  });
});

describe('styled text', () => {
  test('is the same after it was read, written and read again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(looks, fc.constantFrom('a', '日', 'é', 'قا')), {maxLength: 8}),
        (parts) => {
          const sgr = sgrBetween({colors: 16777216, hasSingleOff: true});
          const text = parts
            .map(([look, letters]) => `${sgr(0, look)}${letters}${sgr(look, 0)}`)
            .join('');
          const [line] = readStyledText(text);
          if (line === undefined) throw new Error('no line');
          expect(readStyledText(textOfCells(line))).toEqual([line]);
        },
      ),
      {seed: 33},
    );
  });

  test('never lets an escape or control code through', () => {
    const hostile = [
      '\u001b[2Jx',
      '\u001b]52;c;eA==\u0007x',
      '\u001b]8;;http://a\u001b\\x',
      '\u001bPq\u001b\\x',
      '\u009b2Jx',
      '\u001b]0;title',
      '\u001b',
      '\u001b[',
      'a\u0007\u0008\u007fb',
      '\u202ex',
      '\u2028',
      '\u001b\u001b[31m[2J',
      '\ud800x',
    ];
    for (const text of hostile) {
      const shown = readStyledText(text)
        .flatMap((line) => line.glyphs.filter((glyph) => glyph !== 0).map(glyphText))
        .join('');
      expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
    }
  });
});

describe('the clipboard', () => {
  const of = (TERM: string, more = {}): string | undefined =>
    clipboardSequence('words', detectCapabilities({TERM, ...more}));
  test('is reached by OSC 52, through tmux and GNU screen too', () => {
    const plain = '\u001b]52;c;d29yZHM=\u0007';
    expect(of('xterm-256color')).toBe(plain);
    expect(of('tmux', {TMUX: 'x'})).toBe(`${plain}\u001bPtmux;\u001b${plain}\u001b\\`);
    expect(of('screen', {STY: 'x'})).toBe(`\u001bP${plain}\u001b\\`);
    expect(of('vt100')).toBeUndefined();
    expect(of('linux')).toBeUndefined();
  });
  test('takes a bounded text', () => {
    const xterm = detectCapabilities({TERM: 'xterm'});
    expect(clipboardSequence('x'.repeat(50_000), xterm)).toBeDefined();
    expect(clipboardSequence('x'.repeat(50_001), xterm)).toBeUndefined();
  });
});

describe('an error', () => {
  test('is one bounded line without escape codes', () => {
    expect(oneLine(new Error('a\u001b[31m\nb\u009bc'))).toBe('a [31m b c');
    expect(oneLine(new TypeError(''))).toBe('TypeError');
    expect(oneLine({toString: () => 'thing'})).toBe('thing');
    expect(oneLine(new Error('x'.repeat(10_000))).length).toBeLessThan(320);
  });
});
