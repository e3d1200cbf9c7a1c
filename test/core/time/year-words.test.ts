import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {edgeWords} from '../../../source/core/time/edge-words.js';
import {MS_PER_YEAR, startOfCivilDay} from '../../../source/core/time/civil-calendar.js';
import {yearWords, writtenYearWords} from '../../../source/core/time/year-words.js';

describe('a year in words', () => {
  test.each([
    [2024, '2024', '2024'],
    [1000, '1000', '1000'],
    [999, 'AD 999', 'AD 999'],
    [1, 'AD 1', 'AD 1'],
    [0, '1 BC', '1 BC'],
    [-43, '44 BC', '44 BC'],
    [-4999, '5000 BC', '5000 BC'],
    [-9999, '10,000 BC', '10,000 BC'],
    [12_000, 'the year 12,000', 'AD 12,000'],
    [1_234_567, 'the year 1,234,567', 'AD 1,234,567'],
    [170_000_000, 'the year 170 million', 'AD 170m'],
    [1 - 65_500_000, '65.5 million BC', '65.5m BC'],
    [1 - 13_800_000_000, '13.8 billion BC', '13.8bn BC'],
    [-66_000_000, '66,000,001 BC', '66,000,001 BC'],
    [10n ** 20n, 'the year 100,000,000,000 billion', 'AD 100,000,000,000bn'],
  ])('%d is "%s", in short "%s"', (year, long, short) => {
    expect([yearWords(year, 'long'), yearWords(year, 'short')]).toEqual([long, short]);
  });

  test('a round number of years that somebody wrote has no year zero', () => {
    expect(writtenYearWords(-66_000_000n, 'long')).toBe('66 million BC');
    expect(writtenYearWords(-66_000_001n, 'long')).toBe('66,000,002 BC');
    expect(writtenYearWords(66_000_000n, 'short')).toBe('AD 66m');
  });

  test('no two years have the same words', () => {
    const year = fc.bigInt({min: -(10n ** 12n), max: 10n ** 12n});
    fc.assert(
      fc.property(year, fc.constantFrom('long', 'short'), (value, style) => {
        const around = [-1n, 0n, 1n].map((step) => yearWords(value + step, style));
        expect(new Set(around).size).toBe(3);
      }),
      {seed: 1, numRuns: 1000},
    );
  });
});

describe('the end of a window in words', () => {
  test.each([
    ['day', startOfCivilDay(2024, 1, 24), 5 * MS_PER_YEAR, '24 Jan 2024'],
    ['day of an early year', startOfCivilDay(476, 9, 4), MS_PER_YEAR, '4 Sep AD 476'],
    ['year', startOfCivilDay(2024, 1, 24), 500 * MS_PER_YEAR, '2024'],
    ['round year', startOfCivilDay(2024, 1, 24), 2e4 * MS_PER_YEAR, '2000'],
    ['round year before the first', startOfCivilDay(-2_799_000), 3e6 * MS_PER_YEAR, '2.8m BC'],
    ['nothing', Infinity, 1, 'open'],
  ])('is no finer than a hundredth of the window: a %s', (_, instant, spanMs, words) => {
    expect(edgeWords(instant, 'UTC', spanMs)).toBe(words);
  });
});
