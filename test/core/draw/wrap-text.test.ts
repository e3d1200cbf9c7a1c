import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Role} from '../../../source/core/draw/line.js';
import {textWidth} from '../../../source/core/draw/text-width.js';
import {wrapPieces, wrapText} from '../../../source/core/draw/wrap-text.js';

const text = fc
  .array(
    fc.constantFrom('word', 'longerword', ' ', '  ', 'é', 'e\u0301', '漢字', '👍🏽', 'بَغداد', '—'),
    {maxLength: 25},
  )
  .map((parts) => parts.join(''));

describe('wrapping', () => {
  test('breaks at spaces, and a longer word where it must', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapText('abcdefghij kl', 4)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
    expect(wrapText('', 5)).toEqual(['']);
  });

  test('loses no letter and goes over no edge', () => {
    fc.assert(
      fc.property(text, fc.integer({min: 2, max: 30}), (given, width) => {
        const lines = wrapText(given, width);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
      }),
      {seed: 1},
    );
  });

  test('of pieces keeps every letter in its role, also with a hanging indent', () => {
    const pieces = fc.array(
      fc.record({text, role: fc.constantFrom<Role>('text', 'quote', 'link')}),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    const lettersOf = (
      spans: readonly {readonly text: string; readonly role: Role}[],
    ): readonly string[] =>
      spans.flatMap((span) =>
        Array.from(span.text.replaceAll(' ', ''), (letter) => `${letter} ${span.role}`),
      );
    fc.assert(
      fc.property(
        pieces,
        fc.integer({min: 8, max: 30}),
        fc.integer({min: 0, max: 4}),
        fc.integer({min: 0, max: 6}),
        (given, width, indent, taken) => {
          const firstColumns = Math.max(2, width - taken);
          const lines = wrapPieces(given, width, indent, firstColumns);
          expect(lettersOf(lines.flat())).toEqual(lettersOf(given));
          for (const [index, line] of lines.entries()) {
            const room = index === 0 ? firstColumns : width;
            expect(textWidth(line.map((span) => span.text).join(''))).toBeLessThanOrEqual(room);
          }
        },
      ),
      {seed: 2},
    );
  });
});
