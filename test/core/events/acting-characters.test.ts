import {describe, expect, test} from 'vitest';
import {
  ACTING,
  EVERY_ACTING,
  EVERY_UNTYPED,
  UNTYPED,
} from '../../../source/core/events/acting-characters.js';

/** Every code point, in order. */
const ALL = Array.from({length: 0x110000}, (_, code) => code);

/** @returns the code points that a pattern finds, as ranges in hexadecimal. */
function rangesOf(pattern: RegExp): string {
  const ranges: [number, number][] = [];
  for (const code of ALL) {
    if (!pattern.test(String.fromCodePoint(code))) continue;
    const last = ranges.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges
    .map((range) => [...new Set(range)].map((code) => code.toString(16)).join('-'))
    .join(' ');
}

describe('what acts on a terminal', () => {
  test('is this, in all of Unicode', () => {
    expect(rangesOf(ACTING)).toBe(
      '0-1f 7f-9f 61c 200e-200f 2028-202e 2066-206f d800-dfff fff9-fffb e0000-e007f',
    );
  });

  test('is found each time it is asked for, one half of a pair and not the pair', () => {
    const text = 'a\u202eb\ud83dc😀\u001b';
    expect([ACTING.test(text), ACTING.test(text), ACTING.test('😀')]).toEqual([true, true, false]);
    expect(text.replace(EVERY_ACTING, '.')).toBe('a.b.c😀.');
  });
});

describe('what nobody means to type', () => {
  test('is that, the byte order mark, and what is no character', () => {
    const others = ALL.filter((code) => {
      const character = String.fromCodePoint(code);
      return UNTYPED.test(character) && !ACTING.test(character);
    });
    const planes = Array.from({length: 17}, (_, plane) => plane * 0x10000);
    expect(others).toEqual([
      ...Array.from({length: 32}, (_, at) => 0xfdd0 + at),
      0xfeff,
      ...planes.flatMap((plane) => [plane + 0xfffe, plane + 0xffff]),
    ]);
    expect('\ufeffa\u202e\uffff'.replace(EVERY_UNTYPED, '')).toBe('a');
  });

  test('is nothing that a script is written with', () => {
    for (const text of ['نمی‌خواهم', 'क्‍ष', '👩‍👩‍👧', 'جُرف الصخر', 'שָׁלוֹם', 'a\u00adb\u00a0c'])
      expect(UNTYPED.test(text), text).toBe(false);
  });
});
