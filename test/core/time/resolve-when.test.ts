import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {PartOfDay, When} from '../../../source/core/events/chronology.js';
import type {ResolvedWhen} from '../../../source/core/events/event-store.js';
import {parseEdtf} from '../../../source/core/time/edtf.js';
import {
  isProblem,
  resolveEdtf,
  resolveEnds,
  resolveWhen,
} from '../../../source/core/time/resolve-when.js';
import {edtfText, plainDay} from './edtf-arbitraries.js';

const ZONES = ['UTC', 'Asia/Baghdad', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe'];

function resolve(text: string, zone = 'UTC', part?: PartOfDay): ResolvedWhen {
  const result = parseEdtf(text);
  if (!result.ok) throw new Error(`${text}: ${result.error}`);
  return resolveEdtf(result.value, zone, part);
}

function bounds(text: string, zone = 'UTC', part?: PartOfDay): readonly string[] {
  const {start, end} = resolve(text, zone, part);
  return [new Date(start).toISOString(), new Date(end - 1).toISOString()];
}

describe('resolveEdtf', () => {
  test('a day begins and ends at midnight of its zone', () => {
    expect(bounds('2024-01-24', 'Asia/Baghdad')).toEqual([
      '2024-01-23T21:00:00.000Z',
      '2024-01-24T20:59:59.999Z',
    ]);
  });

  test('a day on which clocks go forward has 23 hours', () => {
    const {start, end} = resolve('2024-03-31', 'Europe/Berlin');
    expect((end - start) / 3_600_000).toBe(23);
  });

  test('the pre-dawn of a day is its first six hours', () => {
    expect(bounds('2024-01-24', 'Asia/Baghdad', 'pre-dawn')).toEqual([
      '2024-01-23T21:00:00.000Z',
      '2024-01-24T02:59:59.999Z',
    ]);
  });

  test('a night runs into the next morning', () => {
    expect(bounds('2024-01-24', 'UTC', 'night')).toEqual([
      '2024-01-24T20:00:00.000Z',
      '2024-01-25T05:59:59.999Z',
    ]);
  });

  test.each(['2024-01', '2024-01-XX', '2024-01-24/2024-01-25', '2024-01-24T02:00:00'])(
    'a part of the day says nothing more of %s',
    (text) => {
      expect(resolve(text, 'UTC', 'dawn')).toEqual(resolve(text));
    },
  );

  test('a local time in the repeated hour may be either', () => {
    expect(bounds('2024-10-27T02:30:00', 'Europe/Berlin')).toEqual([
      '2024-10-27T00:30:00.000Z',
      '2024-10-27T01:30:00.999Z',
    ]);
  });

  test('a local time that was skipped is moved on by the gap', () => {
    expect(bounds('2024-03-31T02:30:00', 'Europe/Berlin')[0]).toBe('2024-03-31T01:30:00.000Z');
  });

  test('an offset of its own outweighs the zone', () => {
    expect(bounds('2024-01-24T02:30:00+03:00', 'America/New_York')[0]).toBe(
      '2024-01-23T23:30:00.000Z',
    );
  });

  test('a leap second is told as the second before it, so that it stays on its day', () => {
    const leap = ['2016-12-31T23:59:59.000Z', '2016-12-31T23:59:59.999Z'];
    expect(bounds('2016-12-31T23:59:60Z')).toEqual(leap);
    expect(bounds('2017-01-01T08:59:60+09:00')).toEqual(leap);
    expect(bounds('2016-12-31T23:59:60.5Z')[0]).toBe('2016-12-31T23:59:59.500Z');
  });

  test.each([
    ['2024-01-24', 'certain', 'certain', false],
    ['2023-10-15~', 'approximate', 'approximate', false],
    ['2023-10-~15', 'approximate', 'approximate', false],
    ['2024?', 'uncertain', 'uncertain', false],
    ['2024%', 'approximate-uncertain', 'approximate-uncertain', false],
    ['1950S2', 'approximate', 'approximate', false],
    ['2023-10-15~/2024-01-24', 'approximate', 'certain', true],
    ['2023-10-15?/..', 'uncertain', 'open', true],
    ['/2024', 'unknown', 'certain', true],
    ['/..', 'unknown', 'open', true],
    ['[..2024]', 'open', 'certain', false],
    ['[2023?,2024~]', 'uncertain', 'approximate', false],
    ['{2023,2024}', 'certain', 'certain', true],
    ['Y-138E8', 'certain', 'certain', false],
  ])('%s is %s to %s; a span: %s', (text, startQuality, endQuality, isSpan) => {
    expect(resolve(text)).toMatchObject({startQuality, endQuality, isSpan});
  });

  test('open and unknown ends are infinite', () => {
    expect(resolve('/..')).toMatchObject({start: -Infinity, end: Infinity});
    expect(resolve('2024/')).toMatchObject({end: Infinity});
  });

  test('the earliest instant comes before the end, in any zone', () => {
    fc.assert(
      fc.property(edtfText, fc.constantFrom(...ZONES), (text, zone) => {
        const {start, end} = resolve(text, zone);
        expect([text, start < end]).toEqual([text, true]);
      }),
      {seed: 1, numRuns: 1500},
    );
  });

  test('a later day resolves later, in any zone', () => {
    fc.assert(
      fc.property(plainDay, plainDay, fc.constantFrom(...ZONES), (one, other, zone) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(resolve(late, zone).start).toBeGreaterThanOrEqual(resolve(early, zone).start);
        expect(resolve(late, zone).end).toBeGreaterThanOrEqual(resolve(early, zone).end);
      }),
      {seed: 2, numRuns: 500},
    );
  });

  test('an unspecified digit holds every value that could stand there', () => {
    const days = fc.tuple(plainDay, fc.array(fc.boolean(), {minLength: 10, maxLength: 10}));
    fc.assert(
      fc.property(days, ([day, mask]) => {
        const masked = [...day].map((c, at) => (c !== '-' && mask[at] ? 'X' : c)).join('');
        const wide = resolve(masked);
        const narrow = resolve(day);
        expect(wide.start).toBeLessThanOrEqual(narrow.start);
        expect(wide.end).toBeGreaterThanOrEqual(narrow.end);
      }),
      {seed: 3, numRuns: 1000},
    );
  });
});

describe('resolveEnds', () => {
  function ends(text: string): unknown {
    const result = parseEdtf(text);
    return result.ok ? resolveEnds(result.value, 'UTC') : result.error;
  }

  test('each end of an interval has an earliest and a latest instant', () => {
    expect(ends('2003/2004-02')).toEqual({
      start: {earliest: Date.UTC(2003, 0, 1), latest: Date.UTC(2004, 0, 1)},
      end: {earliest: Date.UTC(2004, 1, 1), latest: Date.UTC(2004, 2, 1)},
    });
  });

  test('open and unknown ends have none, and only intervals have ends', () => {
    expect(ends('/..')).toEqual({start: undefined, end: undefined});
    expect(ends('2003')).toBeUndefined();
  });
});

describe('resolveWhen', () => {
  const when: When = {edtf: '2024-01-24', basis: 'inferred', reason: 'x', part_of_day: 'pre-dawn'};

  test('takes the zone of the chronology, unless the date has its own', () => {
    expect(resolveWhen(when, 'Asia/Baghdad')).toMatchObject({start: Date.UTC(2024, 0, 23, 21)});
    expect(resolveWhen({...when, timezone: 'UTC'}, 'Asia/Baghdad')).toMatchObject({
      start: Date.UTC(2024, 0, 24),
    });
  });

  test('knows an inferred date from a stated one', () => {
    expect(resolveWhen(when, 'UTC')).toMatchObject({isInferred: true});
    expect(resolveWhen({edtf: '2024', basis: 'stated'}, 'UTC')).toMatchObject({isInferred: false});
  });

  test('says what is wrong with a date or a zone', () => {
    const date = resolveWhen({edtf: '2023-02-29', basis: 'stated'}, 'UTC');
    expect(isProblem(date) && [date.field, date.fix]).toEqual([
      'edtf',
      'at character 9: February 2023 has 28 days',
    ]);
    const backward = {edtf: '2024-01-24T23:00:00Z/2024-01-24', basis: 'stated'} as const;
    expect(resolveWhen(backward, 'America/New_York')).toMatchObject({isSpan: true});
    expect(resolveWhen(backward, 'Asia/Baghdad')).toMatchObject({
      field: 'edtf',
      message: 'ends before it starts in Baghdad time: 2024-01-24T23:00:00Z/2024-01-24',
    });
    const zone = resolveWhen({edtf: '2023', basis: 'stated'}, 'Asia/Bagdad');
    expect(isProblem(zone) && zone.field).toBe('timezone');
  });
});
