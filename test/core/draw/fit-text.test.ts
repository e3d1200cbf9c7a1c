import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {cutText, fitLine, lineWidth, padText} from '../../../source/core/draw/fit-text.js';
import {splitClusters} from '../../../source/core/draw/split-clusters.js';
import {textWidth} from '../../../source/core/draw/text-width.js';

const text = fc
  .array(fc.constantFrom('a', ' ', 'é', 'e\u0301', '漢', '👍🏽', '👨‍👩‍👧', 'ش', 'بَ', '—', '한'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

describe('cutting', () => {
  test('keeps what fits, and marks what was cut', () => {
    expect(cutText('Baghdad', 7)).toBe('Baghdad');
    expect(cutText('Baghdad', 6)).toBe('Baghd…');
    expect(cutText('Baghdad', 6, '..')).toBe('Bagh..');
    expect(cutText('Baghdad', 1, '..')).toBe('.');
    expect(cutText('Baghdad', 6, '')).toBe('Baghda');
    expect(cutText('Baghdad', 0)).toBe('');
    expect(cutText('漢字', 3)).toBe('漢…');
  });

  test('never goes over, never through a character, and is cut no shorter than it must be', () => {
    fc.assert(
      fc.property(text, fc.integer({min: 0, max: 40}), (given, width) => {
        const cut = cutText(given, width, '');
        expect(textWidth(cut)).toBeLessThanOrEqual(width);
        expect(given.startsWith(cut)).toBe(true);
        const next = splitClusters(given.slice(cut.length))[0];
        if (next !== undefined) expect(textWidth(cut) + textWidth(next)).toBeGreaterThan(width);
      }),
      {seed: 1},
    );
  });

  test('a filled text has exactly the width', () => {
    fc.assert(
      fc.property(text, fc.integer({min: 0, max: 40}), (given, width) => {
        expect(textWidth(padText(given, width))).toBe(width);
      }),
      {seed: 2},
    );
  });

  test('a line has exactly the width, and its spans keep their roles', () => {
    const line = fc.array(
      fc.record({text, role: fc.constantFrom('text' as const, 'key' as const)}),
      {maxLength: 5},
    );
    fc.assert(
      fc.property(line, fc.integer({min: 1, max: 60}), (spans, width) => {
        const fitted = fitLine(spans, width);
        expect(lineWidth(fitted)).toBe(width);
        if (lineWidth(spans) <= width) expect(fitted.slice(0, spans.length)).toEqual(spans);
      }),
      {seed: 3},
    );
  });
});
