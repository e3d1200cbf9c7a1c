import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {foldText} from '../../source/core/query/fold-text.js';
import {hasBit} from '../../source/stores/table-bits.js';
import {createWordIndex} from '../../source/stores/table-words.js';

const anyText = fc
  .array(
    fc.constantFrom(
      ...['al-', 'Al ', 'as-s', 'ash-sh', 'el', '-', '.', "'", '’', '–', ' ', '·', 'U.S.', 'Qaim'],
      ...['é', 'ال', 'عراق', '\t', '12', 'a', 'e', 'b', '(', ','],
    ),
    {maxLength: 12},
  )
  .map((parts) => parts.join(''));

describe('the index of words', () => {
  test('finds a word in the events whose folded text has it', () => {
    fc.assert(
      fc.property(fc.array(anyText, {minLength: 1, maxLength: 8}), (texts) => {
        const index = createWordIndex();
        for (const [event, text] of texts.entries()) {
          // Bytes and text give the same words.
          const bytes = Buffer.from(`x${text}x`);
          const isPlain = /^[ -~]*$/u.test(text);
          const isAdded = event % 2 === 0 && index.addBytes(event, bytes, 1, bytes.length - 1);
          expect(isAdded).toBe(event % 2 === 0 && isPlain);
          if (!isAdded) index.add(event, text);
        }
        const words = texts.flatMap((text) => foldText(text).split(/\s+/u)).filter(Boolean);
        for (const word of [...words, ...words.map((one) => one.slice(1, 3))].filter(Boolean)) {
          const bits = index.find(word, 'anywhere', texts.length);
          const expected = texts.map((text) => foldText(text).includes(word));
          expect(texts.map((_, event) => hasBit(bits, event))).toEqual(expected);
        }
      }),
      {numRuns: 400, seed: 20240124},
    );
  });

  test('tells whole words, beginnings and endings apart', () => {
    const index = createWordIndex();
    for (const [event, text] of ['strike', 'airstrike', 'strikes'].entries())
      index.add(event, text);
    const found = (place: 'whole' | 'beginning' | 'ending'): readonly boolean[] => {
      const bits = index.find('strike', place, 3);
      return [0, 1, 2].map((event) => hasBit(bits, event));
    };
    expect(found('whole')).toEqual([true, false, false]);
    expect(found('beginning')).toEqual([true, false, true]);
    expect(found('ending')).toEqual([true, true, false]);
  });

  test('finds rare and frequent words of closed blocks, and what is said late of an early event', () => {
    const index = createWordIndex();
    const count = 70_000;
    for (let event = 0; event < count; event += 1) {
      index.add(event, event % 3 === 0 ? 'often' : event % 9_000 === 1 ? 'seldom' : 'other');
    }
    index.add(5, 'late');
    const members = (word: string): readonly number[] => {
      const bits = index.find(word, 'anywhere', count);
      return Array.from({length: count}, (_, event) => event).filter((event) =>
        hasBit(bits, event),
      );
    };
    expect(members('often')).toHaveLength(Math.ceil(count / 3));
    expect(members('seldom')).toEqual(
      Array.from({length: count}, (_, event) => event).filter(
        (event) => event % 3 !== 0 && event % 9_000 === 1,
      ),
    );
    expect(members('late')).toEqual([5]);
    expect(members('nothing')).toEqual([]);
  });
});
