import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {PartOfDay} from '../../../source/core/events/chronology.js';
import type {ResolvedWhen} from '../../../source/core/events/event-store.js';
import {parseEdtf} from '../../../source/core/time/edtf.js';
import {intervalWords, shortInterval} from '../../../source/core/time/interval-words.js';
import {resolveEdtf} from '../../../source/core/time/resolve-when.js';
import {edtfText} from './edtf-arbitraries.js';

function resolve(text: string): ResolvedWhen {
  const [edtf = '', part] = text.split(' ');
  const result = parseEdtf(edtf);
  if (!result.ok) throw new Error(`${text}: ${result.error}`);
  return resolveEdtf(result.value, 'Asia/Baghdad', part as PartOfDay | undefined);
}

describe('intervalWords', () => {
  test.each([
    ['2024-01-24T00:00:00', '2024-01-24T09:20:00', '9 hours 20 minutes after', '9 h after'],
    ['2024-01-24T09:20:00', '2024-01-24T00:00:00', '9 hours 20 minutes before', '9 h before'],
    ['2024-01-24 pre-dawn', '2024-01-24 evening', '11 to 22 hours after', '11-22h after'],
    ['2024-01-24 evening', '2024-01-24 pre-dawn', '11 to 22 hours before', '<22 h before'],
    ['2024-01-24', '2024-01-24', 'up to 24 hours before or after', 'within 24 h'],
    [
      '2024-01-24 pre-dawn',
      '2024-01-24',
      'up to 6 hours before or up to 24 hours after',
      'within 24 h',
    ],
    ['2024-01-24', '2024-01-25', 'up to 48 hours after', '<48 h after'],
    ['2023-10-15~', '2024-01-24', 'about 100 to 102 days after', '~101 d after'],
    ['1984', '2004', '19 to 21 years after', '19-21y after'],
    ['2024-01-24T00:00:00', '2025-04-24T00:00:00', '1 year 3 months after', '15 mo after'],
    ['Y-17E7', '2004', '170,002,003 to 170,002,005 years after', '~170My after'],
    [
      '2024-01-24',
      '2023-10-15~/2024-01-24',
      'began about 101 to 102 days before and held during',
      'since ~102 d',
    ],
    ['2023-10-15~/2024-01-24', '2024-01-24', 'during', 'during'],
    ['2024-01-01/2024-01-05', '2024-01-10/2024-01-12', 'began 4 days after', '4 d after'],
    ['2024-01-10/2024-01-12', '2024-01-01/2024-01-05', 'ended 4 days before', 'ended 4 d before'],
    ['2024-01-24', '2023-10-15~', 'about 100 to 102 days before', '~101d before'],
    ['2024-01-24T09:00:00', '2024-01-24T00:00', '9 hours before', '9 h before'],
    [
      '2024-01-24T09:00:00',
      '2024-01-24',
      'up to 9 hours before or up to 15 hours after',
      'within 15 h',
    ],
    ['Y-138E8', '2024', '13,800,002,023 to 13,800,002,025 years after', '14 Gy after'],
    ['2024', 'Y-138E8', '13,800,002,023 to 13,800,002,025 years before', '14 Gy before'],
    ['2024-01-24', '/..', 'began at an unknown time before and held during', 'since before'],
    ['2024-01-24', '[..2023]', 'at least 23 days before', '>23 d before'],
    ['[..2024]', '[2023..]', 'at an unknown time from', 'unknown'],
  ])('%s to %s is "%s"', (mark, other, words, short) => {
    expect(intervalWords(resolve(mark), resolve(other))).toBe(words);
    expect(shortInterval(resolve(mark), resolve(other))).toBe(short);
  });

  test('a true interval always lies within what is told of two points', () => {
    const day = fc.integer({min: 0, max: 40});
    const length = fc.integer({min: 1, max: 20});
    fc.assert(
      fc.property(day, length, day, length, fc.nat(1000), fc.nat(1000), (a, al, b, bl, f, g) => {
        const hour = 3_600_000;
        const point = (start: number, hours: number): ResolvedWhen => ({
          ...resolve('2024'),
          start: start * hour,
          end: (start + hours) * hour,
        });
        const [mark, other] = [point(a, al), point(b, bl)];
        const words = intervalWords(mark, other);
        const found = /^(?:(\d+) to |up to )?(\d+) (hour|minute|second)s? (before|after)$/.exec(
          words,
        );
        if (!found) return;
        const truth = b + (bl * f) / 1001 - (a + (al * g) / 1001);
        const unit = {hour: 1, minute: 1 / 60, second: 1 / 3600}[found[3] ?? 'hour'] ?? 1;
        const signed = found[4] === 'after' ? truth : -truth;
        const most = Number(found[2]) * unit;
        const least = found[1] === undefined ? 0 : Number(found[1]) * unit;
        expect(signed).toBeGreaterThanOrEqual(least - 1e-9);
        expect(signed).toBeLessThanOrEqual(most + 1e-9);
      }),
      {seed: 1, numRuns: 1000},
    );
  });

  test('any two dates have an interval in words', () => {
    fc.assert(
      fc.property(edtfText, edtfText, (one, other) => {
        for (const tell of [intervalWords, shortInterval]) {
          const words = tell(resolve(one), resolve(other));
          expect(words).toMatch(/\S/);
          expect(words).not.toMatch(/undefined|NaN|Infinity| {2}/);
        }
        const short = shortInterval(resolve(one), resolve(other));
        const far = /\d{3}y|[kMGTPE]y/.test(short) ? 2 : 0;
        expect(short.length, short).toBeLessThanOrEqual(
          (short.startsWith('ended') ? 18 : 12) + far,
        );
        expect(short).toMatch(/after$|before$|^within|^since|^during$|^unknown$/);
      }),
      {seed: 2, numRuns: 500},
    );
  });
});
