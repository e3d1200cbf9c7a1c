import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {PartOfDay} from '../../../source/core/events/chronology.js';
import {parseEdtf} from '../../../source/core/time/edtf.js';
import type {Timed} from '../../../source/core/time/interval-relation.js';
import {intervalWords, shortInterval} from '../../../source/core/time/interval-words.js';
import {resolveEdtf, resolveEnds} from '../../../source/core/time/resolve-when.js';
import {edtfText} from './edtf-arbitraries.js';

function resolve(text: string): Timed {
  const [edtf = '', part] = text.split(' ');
  const result = parseEdtf(edtf);
  if (!result.ok) throw new Error(`${text}: ${result.error}`);
  const timezone = 'Asia/Baghdad';
  return {edtf, timezone, when: resolveEdtf(result.value, timezone, part as PartOfDay | undefined)};
}

const DATES = [
  '2024',
  '2024-01',
  '2024-02',
  '2024-01-10',
  '2024-01-12',
  '2024-01-15',
  '2024-01-24',
  '2024-02-01',
  '2024-01-24T09:00',
  '2024-01-24T18:30',
];

/** When an event may have begun and ended, by two parts of what its date allows; far off for open ends. */
function happened(
  text: string,
  one: number,
  two: number,
): {readonly begin: number; readonly finish: number} {
  const far = 4000 * 86_400_000;
  const {when, edtf, timezone} = resolve(text);
  const at = (from: number, to: number, part: number): number => from + (to - from) * part;
  if (!when.isSpan) {
    const begin = at(when.start, when.end, one);
    return {begin, finish: begin};
  }
  const result = parseEdtf(edtf);
  const ends = result.ok ? resolveEnds(result.value, timezone) : undefined;
  const last = ends?.end?.earliest ?? when.start + far;
  const begin = ends?.start
    ? at(ends.start.earliest, Math.min(ends.start.latest, when.end), one)
    : when.end - at(0, far, one);
  return {begin, finish: Math.max(begin, at(last, ends?.end?.latest ?? last + far, two))};
}

const UNIT_MS = {
  year: 31_556_952_000,
  month: 31_556_952_000 / 12,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
} as const;

/** Whether a length is what words say of it: "9 to 12 hours", "up to 3 days", "1 day 2 hours". */
function within(lengthMs: number, words: string): boolean {
  const unitOf = (name: string): number => UNIT_MS[name.replace(/s$/, '') as keyof typeof UNIT_MS];
  const range = /^(?:up to|(\d+) to) (\d+) ([a-z]+)$/.exec(words);
  if (range) {
    const [, least = '0', most = '', unit = ''] = range;
    // Months and years are not all of one length.
    const slack = unitOf(unit) / 50;
    const [low, high] = [Number(least) * unitOf(unit), Number(most) * unitOf(unit)];
    return lengthMs >= low - slack && lengthMs <= high + slack;
  }
  if (words === 'some time') return true;
  const open = /^at least /.test(words);
  const parts = [...words.matchAll(/(\d+) ([a-z]+)/g)];
  const sum = parts.reduce((all, [, count, unit]) => all + Number(count) * unitOf(unit ?? ''), 0);
  if (open) return lengthMs >= sum - unitOf(parts.at(-1)?.[2] ?? '') / 50;
  return Math.abs(lengthMs - sum) <= unitOf(parts.at(-1)?.[2] ?? '');
}

describe('intervalWords', () => {
  test.each([
    ['2024-01-24T00:00:00', '2024-01-24T09:20:00', '9 hours 20 minutes after', '9 h after'],
    ['2024-01-24T09:20:00', '2024-01-24T00:00:00', '9 hours 20 minutes before', '9 h before'],
    ['2024-01-24 pre-dawn', '2024-01-24 evening', '11 to 22 hours after', '11-22 h after'],
    ['2024-01-24 evening', '2024-01-24 pre-dawn', '11 to 22 hours before', '11-22 h before'],
    ['2024-01-24', '2024-01-24', 'up to 24 hours before or after', 'within 24 h'],
    [
      '2024-01-24 pre-dawn',
      '2024-01-24',
      'up to 6 hours before or up to 24 hours after',
      'within 24 h',
    ],
    ['2024-01-24', '2024-01-25', 'up to 48 hours after', '<48 h after'],
    ['2023-10-15~', '2024-01-24', 'about 100 to 102 days after', '~101 d after'],
    ['2023-12-08T12:00', '2023-12-08T04:15~', 'about 7 hours 45 minutes before', '~8 h before'],
    [
      '2024-01-24',
      '[2023-10-15~..2024-01-24]',
      'up to about 102 days before or up to about 24 hours after',
      'within ~102 d',
    ],
    ['2024-01-24', '[2023-10-15~..2023-12-01]', 'about 53 to 102 days before', '<102 d before'],
    ['1984', '2004', '19 to 21 years after', '19-21 y after'],
    ['2024-01-24T00:00:00', '2025-04-24T00:00:00', '1 year 3 months after', '15 mo after'],
    ['Y-17E7', '2004', '170,002,003 to 170,002,005 years after', '~170 My after'],
    [
      '2024-01-24',
      '2023-10-15~/2024-01-24',
      'began about 100 to 102 days before and held until about',
      'since ~101 d',
    ],
    ['2023-10-15~/2024-01-24', '2024-01-24', 'during', 'during'],
    ['2024-01-01/2024-01-05', '2024-01-10/2024-01-12', 'began 4 to 6 days after', '4-6 d after'],
    [
      '2024-01-10/2024-01-12',
      '2024-01-01/2024-01-05',
      'ended 4 to 6 days before',
      'ended 4-6 d before',
    ],
    // An end counts as exactly as it is known.
    ['1983-12', '1984/2004', 'began up to 14 months after', '<14 mo after'],
    ['2024-01-10/2024-01-15', '2024-01-12/2024-01-20', 'began during', 'began during'],
    ['2024-01-10/2024-01-15', '2024-01-12', 'during', 'during'],
    ['2024-01-24', '2024-01-20/2024-01-23', 'ended up to 48 hours before', 'ended <48 h before'],
    [
      '2024-01-24',
      '2024-01-23/2024-01-26',
      'began up to 48 hours before and held during',
      'since <48 h',
    ],
    [
      '2024-01-10/2024-01-15',
      '2024-01-05/2024-01-14',
      'began 4 to 6 days before and ended during',
      'since 4-6 d',
    ],
    [
      '2024-01-10/2024-01-15',
      '2024-01-05/2024-01-12',
      'began 4 to 6 days before and ended during',
      'since 4-6 d',
    ],
    ['2024-01-10/..', '2024-01-05/..', 'began 4 to 6 days before and held during', 'since 4-6 d'],
    ['2024-01-10/..', '2024-01-20/2024-01-25', 'during', 'during'],
    [
      '2024-01-10/',
      '2024-01-20/2024-01-25',
      'began 9 to 11 days after the start of',
      '9-11 d after',
    ],
    ['2024-01-10/', '2024-01-20', '9 to 11 days after the start of', '9-11 d after'],
    ['2024-01-24', '2024-01-14/', 'began 9 to 11 days before', '9-11 d before'],
    ['2024-01-24', '/2024-01-28', 'ended 3 to 5 days after', 'ended 3-5 d after'],
    ['2024-01-10/2024-01-15', '/2024-01-12', 'ended during', 'ended during'],
    ['/2024-01-24', '2024-01-20', 'at an unknown time from', 'unknown'],
    ['/2024-01-24', '2024-01-26', '1 to 3 days after', '1-3 d after'],
    [
      '2024-01-24',
      '2024-01/2024-03',
      'began up to 24 days before or up to 8 days after',
      'within 24 d',
    ],
    [
      '2024-01-24T09:00:00/2024-01-25',
      '2024-01-24',
      'up to 9 hours before or during',
      'within 9 h',
    ],
    [
      '2024-01-20/2024-01-24',
      '2024-01',
      'up to 20 days before, during, or up to 8 days after',
      'within 20 d',
    ],
    [
      '2024-01-24',
      '2024-01-20/2024-01-24T12:00',
      'began 3 to 5 days before and held until about',
      'since 3-5 d',
    ],
    ['2024-01-24', '2023-10-15~', 'about 100 to 102 days before', '~101 d before'],
    ['2024-01-24T09:00:00', '2024-01-24T00:00', '9 hours before', '9 h before'],
    [
      '2024-01-24T09:00:00',
      '2024-01-24',
      'up to 9 hours before or up to 15 hours after',
      'within 15 h',
    ],
    ['Y-138E8', '2024', '13,800,002,023 to 13,800,002,025 years after', '~13.8 Gy after'],
    ['2024', 'Y-138E8', '13,800,002,023 to 13,800,002,025 years before', '14 Gy before'],
    ['2024-01-24', '../2024-02', 'began at an unknown time before and held during', 'since before'],
    ['2024-01-24', '/..', 'at an unknown time from', 'unknown'],
    ['2024-01-24', '[..2023]', 'at least 23 days before', '>23 d before'],
    ['2024-08-10', '[..1998]', 'at least 25 years before', '>25 y before'],
    ['[..2024]', '[2023..]', 'at an unknown time from', 'unknown'],
  ])('%s to %s is "%s"', (mark, other, words, short) => {
    expect(intervalWords(resolve(mark), resolve(other))).toBe(words);
    expect(shortInterval(resolve(mark), resolve(other))).toBe(short);
  });

  test('the end of an inferred span is a bound, from which no length is told', () => {
    const inferred = (text: string): Timed => {
      const timed = resolve(text);
      return {...timed, when: {...timed.when, isInferred: true}};
    };
    const [strikes, earlier] = [resolve('2024-01-24 pre-dawn'), inferred('2023-10-15~/2024-01-23')];
    expect(intervalWords(strikes, earlier)).toBe('ended before');
    expect(shortInterval(strikes, earlier)).toBe('ended before');
    expect(intervalWords(earlier, strikes)).toBe('after');
    expect(shortInterval(earlier, strikes)).toBe('after');
    // Its beginning says itself that it is approximate.
    expect(shortInterval(strikes, inferred('2023-10-15~/2024-01-24'))).toBe('since ~101 d');
    expect(intervalWords(strikes, inferred('2024-01-24'))).toMatch(/^up to 6 hours before/u);
  });

  test('a true interval always lies within what is told of two points', () => {
    const day = fc.integer({min: 0, max: 40});
    const length = fc.integer({min: 1, max: 20});
    fc.assert(
      fc.property(day, length, day, length, fc.nat(1000), fc.nat(1000), (a, al, b, bl, f, g) => {
        const hour = 3_600_000;
        const point = (start: number, hours: number): Timed => ({
          ...resolve('2024'),
          when: {...resolve('2024').when, start: start * hour, end: (start + hours) * hour},
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

  test('whenever within their dates two events began and ended, what is told is true', () => {
    const date = fc.constantFrom(...DATES);
    const text = fc.oneof(
      date,
      fc
        .tuple(date, date)
        .filter(([a, b]) => parseEdtf(`${a}/${b}`).ok)
        .map((ends) => ends.join('/')),
      date.map((end) => `/${end}`),
      date.map((start) => `${start}/`),
      date.map((start) => `${start}/..`),
    );
    const part = fc.double({min: 0, max: 0.999, noNaN: true});
    let told = 0;
    fc.assert(
      fc.property(text, text, fc.tuple(part, part, part, part), (one, two, [a, b, c, d]) => {
        const [mark, other] = [happened(one, a, b), happened(two, c, d)];
        const words = intervalWords(resolve(one), resolve(two)).replace(
          /(?<length>up to .*) before or after/,
          '$<length> before or $<length> after',
        );
        const found =
          /^(?:during or )?(?:(?<verb>began|ended) )?(?:(?<before>[^,]+?) before)?(?:, during,| or during)?(?:(?: or )?(?<after>[^,]+?) after)?(?<start> the start of)?(?: and (?<then>.+))?$/.exec(
            words,
          )?.groups;
        if (!found) return;
        told += 1;
        const {verb, before, after, start, then} = found;
        const during = then === undefined && words.includes('during');
        const at = verb === 'ended' ? other.finish : other.begin;
        const isFromBegin = start !== undefined || (before !== undefined && !during);
        const [early, late] = [mark.begin - at, at - (isFromBegin ? mark.begin : mark.finish)];
        const where = `${one} to ${two}: ${words}`;
        if (before !== undefined && early > 0) expect(within(early, before), where).toBe(true);
        if (after !== undefined && late > 0) expect(within(late, after), where).toBe(true);
        if (!during && before === undefined) expect(late, where).toBeGreaterThanOrEqual(0);
        if (!during && after === undefined) expect(early, where).toBeGreaterThanOrEqual(0);
        if (then === 'held during') expect(other.finish, where).toBeGreaterThanOrEqual(mark.begin);
        if (then === 'ended during') expect(other.finish, where).toBeLessThanOrEqual(mark.finish);
      }),
      {seed: 3, numRuns: 4000},
    );
    expect(told).toBeGreaterThan(2000);
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
          (short.startsWith('ended') ? 18 : 14) + far,
        );
        expect(short).toMatch(/after$|before$|^within|^since|during$|^unknown$/);
      }),
      {seed: 2, numRuns: 500},
    );
  });
});
