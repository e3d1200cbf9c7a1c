import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {makeInert, makeInertDeep} from '../../../source/core/events/inert-text.js';

/** Written apart from the program's own expression, code point by code point. */
function isDangerous(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    [0x61c, 0x200e, 0x200f, 0x2028, 0x2029].includes(code) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x206f) ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}

const codePoints = (text: string): number[] => Array.from(text, (it) => it.codePointAt(0) ?? 0);

const anyText = fc.oneof(
  fc.string({unit: 'binary', maxLength: 200}),
  fc
    .array(fc.oneof(fc.integer({min: 0, max: 0xff}), fc.integer({min: 0, max: 0xffff})), {
      maxLength: 100,
    })
    .map((codes) => String.fromCharCode(...codes)),
);

describe('makeInert', () => {
  test('leaves no code point that a terminal could act on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(codePoints(makeInert(text)).filter(isDangerous)).toEqual([]);
      }),
      {seed: 1, numRuns: 2000},
    );
  });

  test('replaces one for one and leaves the rest alone', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const before = codePoints(text);
        const after = codePoints(makeInert(text));
        expect(after).toHaveLength(before.length);
        for (const [index, code] of before.entries()) {
          if (!isDangerous(code)) {
            expect(after[index]).toBe(code);
          }
        }
      }),
      {seed: 2, numRuns: 1000},
    );
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = makeInert(text);
        expect(makeInert(once)).toBe(once);
      }),
      {seed: 3, numRuns: 500},
    );
  });

  test.each([
    ['escape', '\u001b[2J', '␛[2J'],
    ['a sequence split around another', '\u001b\u001b[31m[2J', '␛␛[31m[2J'],
    ['an OSC 52 that writes the clipboard', '\u001b]52;c;eA==\u0007', '␛]52;c;eA==␇'],
    ['C1 control sequence introducer', '\u009b2J', '\ufffd2J'],
    ['DEL', 'a\u007fb', 'a␡b'],
    ['NUL', 'a\0b', 'a␀b'],
    ['right-to-left override', 'a\u202eb', 'a\ufffdb'],
    ['a tag character', 'a\u{e0041}b', 'a\ufffdb'],
    ['half a surrogate pair', 'a\ud83db', 'a\ufffdb'],
    ['line breaks and tabs', 'a\nb\tc\r\nd', 'a b c  d'],
    ['a lone carriage return', 'good\rbad', 'good␍bad'],
    ['line and paragraph separators', 'a\u2028b\u2029c', 'a\ufffdb\ufffdc'],
  ])('shows %s', (_, text, shown) => {
    expect(makeInert(text)).toBe(shown);
  });

  test.each(['نمی‌خواهم', 'क्‍ष', '👩‍👩‍👧', 'جُرف الصخر', 'plain', ''])('keeps %s as it is', (text) => {
    expect(makeInert(text)).toBe(text);
  });
});

describe('makeInertDeep', () => {
  test('reaches texts and keys at any depth', () => {
    expect(makeInertDeep({'a\u001b': [{b: 'x\u0007'}, 1, null, true]})).toEqual({
      'a␛': [{b: 'x␇'}, 1, null, true],
    });
  });

  test('gives the very value back when it is harmless already', () => {
    const value = {a: [{b: 'x'}]};
    expect(makeInertDeep(value)).toBe(value);
  });

  test('keeps a key named __proto__ a key', () => {
    const value: unknown = makeInertDeep(JSON.parse('{"__proto__": {"a": "\\u0007"}}'));
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});
