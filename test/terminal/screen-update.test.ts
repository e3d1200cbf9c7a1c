import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  NAMED,
  PALETTE,
  PLAIN_LOOK,
  RGB,
  lookOf,
  type Look,
} from '../../source/terminal/cell-styles.js';
import {glyphsOf} from '../../source/terminal/glyphs-of-cells.js';
import {
  copyCells,
  emptyScreen,
  forgetCells,
  putLine,
  type ScreenCells,
} from '../../source/terminal/screen-cells.js';
import {screenUpdater, type DrawAbilities, type Pen} from '../../source/terminal/screen-update.js';
import {feed, openEmulator, shownBy, wantedOn} from './emulated-screen.js';

const FULL: DrawAbilities = {
  colors: 16777216,
  hasSingleOff: true,
  isUtf8: true,
  hasErase: true,
  isSynchronized: false,
};
const OLD: DrawAbilities = {...FULL, hasSingleOff: false, hasErase: false};
const WRAP_OFF = '\u001b[?7l';

const LOOKS: readonly Look[] = [
  PLAIN_LOOK,
  lookOf(NAMED + 1, 0, 0),
  lookOf(NAMED + 12, NAMED + 3, 1),
  lookOf(0, NAMED + 9, 0),
  lookOf(PALETTE + 123, 0, 2),
  lookOf(RGB + 0x123456, RGB + 0xabcdef, 8),
  lookOf(0, 0, 16),
  lookOf(0, 0, 1 | 2 | 4),
];

type Put = {
  readonly column: number;
  readonly row: number;
  readonly text: string;
  readonly look: number;
};
const texts = fc.oneof(
  fc.stringMatching(/^[ -~]{0,30}$/),
  fc.constantFrom(
    '─'.repeat(30),
    ' '.repeat(25),
    '日本語と中国語',
    'قائم العربية',
    'עברית',
    '░▒▓',
    '한국',
  ),
);
const puts: fc.Arbitrary<Put[]> = fc.array(
  fc.record({
    column: fc.integer({min: -4, max: 40}),
    row: fc.integer({min: 0, max: 11}),
    text: texts,
    look: fc.nat(LOOKS.length - 1),
  }),
  {maxLength: 14},
);

function drawPuts(screen: ScreenCells, list: readonly Put[]): void {
  for (const {column, row, text, look} of list) {
    const glyphs = glyphsOf(text);
    putLine(screen, column, row, {glyphs, looks: glyphs.map(() => LOOKS[look] ?? PLAIN_LOOK)});
  }
}

/** Frames as a program makes them: something new, a part changed, or everything moved by some rows. */
const frames = fc.array(
  fc.record({
    puts,
    keeps: fc.boolean(),
    shift: fc.integer({min: -4, max: 4}),
    top: fc.integer({min: 0, max: 4}),
    bottom: fc.integer({min: 6, max: 12}),
  }),
  {minLength: 1, maxLength: 5},
);

function nextFrame(
  before: ScreenCells,
  frame: typeof frames extends fc.Arbitrary<(infer F)[]> ? F : never,
): ScreenCells {
  const next = emptyScreen(before.columns, before.rows);
  if (frame.keeps) {
    copyCells(before, next);
    const {columns} = next;
    for (let row = frame.top; row < frame.bottom; row++) {
      const source = row + frame.shift;
      if (source < frame.top || source >= frame.bottom) continue;
      next.glyphs.set(
        before.glyphs.subarray(source * columns, (source + 1) * columns),
        row * columns,
      );
      next.looks.set(
        before.looks.subarray(source * columns, (source + 1) * columns),
        row * columns,
      );
    }
    drawPuts(next, frame.puts.slice(0, 2));
  } else drawPuts(next, frame.puts);
  return next;
}

describe('the way from one screen to the next', () => {
  for (const [name, abilities] of [
    ['a terminal of today', FULL],
    ['a VT100', OLD],
    ['a terminal with synchronized updates', {...FULL, isSynchronized: true}],
  ] as const) {
    test(`leads ${name} to exactly the cells that are wanted`, async () => {
      await fc.assert(
        fc.asyncProperty(frames, async (list) => {
          const emulator = openEmulator(40, 12);
          await feed(emulator, WRAP_OFF);
          const update = screenUpdater(abilities);
          const shown = emptyScreen(40, 12);
          const pen: Pen = {row: 0, column: 0, look: PLAIN_LOOK};
          let next = emptyScreen(40, 12);
          for (const frame of list) {
            next = nextFrame(next, frame);
            await feed(emulator, update(shown, next, pen));
            expect(shownBy(emulator)).toEqual(wantedOn(next));
            expect(shown).toEqual(next);
          }
          emulator.dispose();
        }),
        {seed: 11, numRuns: 50},
      );
    });
  }

  test('leads from a screen that nobody knows', async () => {
    await fc.assert(
      fc.asyncProperty(puts, puts, async (before, after) => {
        const emulator = openEmulator(40, 12);
        await feed(emulator, `${WRAP_OFF}${'\u001b[44mjunk '.repeat(90)}`);
        const update = screenUpdater(FULL);
        const shown = emptyScreen(40, 12);
        drawPuts(shown, before);
        forgetCells(shown);
        const next = emptyScreen(40, 12);
        drawPuts(next, after);
        // The look is unknown to the emulator's junk only: taking the screen makes it plain.
        await feed(
          emulator,
          `\u001b[m${update(shown, next, {row: -1, column: 0, look: PLAIN_LOOK})}`,
        );
        expect(shownBy(emulator)).toEqual(wantedOn(next));
        emulator.dispose();
      }),
      {seed: 12, numRuns: 60},
    );
  });

  test('writes nothing when nothing has changed', () => {
    const update = screenUpdater(FULL);
    const shown = emptyScreen(40, 12);
    const next = emptyScreen(40, 12);
    const pen: Pen = {row: 0, column: 0, look: PLAIN_LOOK};
    drawPuts(next, [{column: 0, row: 3, text: 'words 日本', look: 2}]);
    expect(update(shown, next, pen)).not.toBe('');
    expect(update(shown, next, pen)).toBe('');
  });

  test('never shows in between what is in neither screen', async () => {
    await fc.assert(
      fc.asyncProperty(puts, puts, async (before, after) => {
        const emulator = openEmulator(40, 12);
        await feed(emulator, WRAP_OFF);
        const update = screenUpdater(FULL);
        const shown = emptyScreen(40, 12);
        const first = emptyScreen(40, 12);
        const second = emptyScreen(40, 12);
        const pen: Pen = {row: 0, column: 0, look: PLAIN_LOOK};
        drawPuts(first, before);
        drawPuts(second, after);
        await feed(emulator, update(shown, first, pen));
        const old = wantedOn(first);
        const wanted = wantedOn(second);
        const bytes = update(shown, second, pen);
        for (let at = 0; at < bytes.length; at += 7) {
          await feed(emulator, bytes.slice(at, at + 7));
          const now = shownBy(emulator);
          const wrong = now.filter(
            // Half of a wide character cannot stay when the other half is written over: it is empty.
            (cell, index) =>
              cell !== old[index] &&
              cell !== wanted[index] &&
              !cell.startsWith(' |') &&
              cell !== 'continued',
          );
          expect(wrong).toEqual([]);
        }
        emulator.dispose();
      }),
      {seed: 13, numRuns: 40},
    );
  });

  test('a mark that moves one row down costs little more than the two rows', () => {
    const update = screenUpdater(FULL);
    const shown = emptyScreen(80, 24);
    const next = emptyScreen(80, 24);
    const pen: Pen = {row: 0, column: 0, look: PLAIN_LOOK};
    for (let row = 0; row < 24; row++)
      drawPuts(next, [{column: 0, row, text: `  row ${row} of the list`, look: 0}]);
    drawPuts(next, [{column: 0, row: 4, text: '>', look: 0}]);
    update(shown, next, pen);
    drawPuts(next, [
      {column: 0, row: 4, text: ' ', look: 0},
      {column: 0, row: 5, text: '>', look: 0},
    ]);
    expect(update(shown, next, pen).length).toBeLessThan(12);
  });

  test('a list that moves by a row is scrolled, not written again', () => {
    const update = screenUpdater(FULL);
    const shown = emptyScreen(80, 24);
    const list = (from: number): ScreenCells => {
      const screen = emptyScreen(80, 24);
      drawPuts(screen, [{column: 0, row: 0, text: 'a title over the list', look: 2}]);
      for (let row = 1; row < 23; row++) {
        drawPuts(screen, [
          {
            column: 0,
            row,
            text: `${(from + row) ** 7} ${'abcdefg'.slice((from + row) % 7).repeat(8)}`,
            look: 0,
          },
        ]);
      }
      return screen;
    };
    const pen: Pen = {row: 0, column: 0, look: PLAIN_LOOK};
    update(shown, list(10), pen);
    const bytes = update(shown, list(11), pen);
    expect(bytes).toMatch(/^\u001b\[2;2[34]r/);
    expect(bytes.length).toBeLessThan(110);
    const back = update(shown, list(10), pen);
    expect(back).toContain('\u001bM');
    expect(back.length).toBeLessThan(110);
  });

  test('sends nothing above 0x7f to a terminal without UTF-8', () => {
    fc.assert(
      fc.property(fc.array(fc.string({unit: 'binary', maxLength: 20}), {maxLength: 12}), (list) => {
        const update = screenUpdater({...FULL, isUtf8: false});
        const next = emptyScreen(40, 12);
        drawPuts(
          next,
          list.map((text, row) => ({column: 0, row, text, look: 0})),
        );
        const bytes = update(emptyScreen(40, 12), next, {row: 0, column: 0, look: PLAIN_LOOK});
        expect(bytes).toMatch(/^[\u0008\n\r\u001b -~]*$/);
      }),
      {seed: 14, numRuns: 80},
    );
  });

  test('keeps what stands behind a doubtful character in its column', async () => {
    const doubtful = ['👨‍👩‍👧', '⚠️', '1️⃣', 'नमस्ते', '👍🏽', 'e\u0301', '🇮🇶', '\u00ad', 'ﷺ', 'ᄀᄀ', 'ｶﾞ'];
    for (const text of doubtful) {
      const emulator = openEmulator(40, 3);
      await feed(emulator, WRAP_OFF);
      const update = screenUpdater(FULL);
      const shown = emptyScreen(40, 3);
      const pen: Pen = {row: 0, column: 0, look: PLAIN_LOOK};
      const frame = (words: string): ScreenCells => {
        const screen = emptyScreen(40, 3);
        drawPuts(screen, [
          {column: 2, row: 1, text: words, look: 1},
          {column: 20, row: 1, text: '│ behind it', look: 0},
        ]);
        return screen;
      };
      for (const words of [text.repeat(3), 'plain words', `${text}x${text}`, '']) {
        await feed(emulator, update(shown, frame(words), pen));
        const line = emulator.buffer.active.getLine(1);
        expect(line?.getCell(20)?.getChars()).toBe('│');
        expect(line?.translateToString(true, 20)).toBe('│ behind it');
      }
      expect(emulator.buffer.active.getLine(1)?.translateToString(true, 0, 20).trim()).toBe('');
      emulator.dispose();
    }
  });
});
