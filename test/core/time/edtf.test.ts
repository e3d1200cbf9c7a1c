import fc from 'fast-check';
import {readFileSync} from 'node:fs';
import {describe, expect, test, vi} from 'vitest';
import {localBounds} from '../../../source/core/time/edtf-bounds.js';
import {doubtOfPoint} from '../../../source/core/time/edtf-value.js';
import {parseEdtf, parseStrictEdtf} from '../../../source/core/time/edtf.js';
import {edtfText, pointText} from './edtf-arbitraries.js';
import {printEdtf} from './print-edtf.js';

type Vector = {
  readonly input: string;
  readonly valid: boolean;
  readonly level?: number;
  readonly column?: number;
};

const vectors: readonly Vector[] = (
  JSON.parse(
    readFileSync(new URL('../../fixtures/edtf-vectors.json', import.meta.url), 'utf8'),
  ) as {vectors: readonly Vector[]}
).vectors;

const valid = vectors.filter((vector) => vector.valid);
const invalid = vectors.filter((vector) => !vector.valid);

describe('parseStrictEdtf', () => {
  test.each(valid)('$input is level $level', ({input, level}) => {
    const result = parseStrictEdtf(input);
    expect(result.ok ? result.value.level : result.error).toBe(level);
  });

  test.each(invalid)('$input is refused at character $column', ({input, column}) => {
    const result = parseStrictEdtf(input);
    expect(result.ok ? 'valid' : result.column).toBe(column);
    expect(result.ok ? '' : result.error).not.toBe('');
  });

  test('the fixture holds every level and both verdicts', () => {
    expect(new Set(valid.map(({level}) => level))).toEqual(new Set([0, 1, 2]));
    expect(valid.length).toBeGreaterThan(100);
    expect(invalid.length).toBeGreaterThan(90);
  });
});

describe('parseEdtf', () => {
  test.each([
    ['2024-01-24T02:30', 12],
    ['2024-01-24T02:30:00/2024-01-24T05:00:00', 11],
    ['2023-10-15/2024-01-24T05:00:00', 22],
    ['Y-66000000/Y-65000000', 1],
    ['2024-01-24T02:30:00~', 20],
    ['2024-01-24T02:30~', 12],
    ['2024-01-24T02:30:00+03:00?', 26],
    ['2024-01-24T02:30:00%/2024-01-25', 20],
  ])('%s is read, and noted as beyond EDTF at character %i', (text, column) => {
    const result = parseEdtf(text);
    expect(result.ok && result.value.beyond?.column).toBe(column);
    expect(parseStrictEdtf(text)).toMatchObject({ok: false, column});
  });

  test.each([
    ['2024-01-24T23:00:00Z/2024-01-24T21:00:00-05:00', 'is read'],
    ['2024-01-24T10:00:00-05:00/2024-01-24T11:00:00Z', 'the interval ends before it starts'],
    ['2024-01-24T10:00:00+03:00/2024-01-24T09:00:00', 'is read'],
    ['2024-01-24T10:00:00+03:00/2024-01-22T09:00:00', 'the interval ends before it starts'],
    ['2024-01-24T23:00:00Z/2024-01-24', 'is read'],
  ])('the ends of %s are compared as instants: it %s', (text, verdict) => {
    const result = parseEdtf(text);
    expect(result.ok ? 'is read' : result.error).toContain(verdict);
  });

  test.each([
    ['2024-01-24T18:07:00~', {isApproximate: true, isUncertain: false}],
    ['2024-01-24T18:07:00+03:00?', {isApproximate: false, isUncertain: true}],
    ['2024-01-24T18:07:00Z%', {isApproximate: true, isUncertain: true}],
  ])('a mark behind the time of %s qualifies it and moves nothing', (text, doubt) => {
    const result = parseEdtf(text);
    const plain = parseEdtf(text.slice(0, -1));
    const point = result.ok ? result.value.expression : undefined;
    const bare = plain.ok ? plain.value.expression : undefined;
    if (point?.kind !== 'date' || bare?.kind !== 'date') throw new Error(text);
    expect(doubtOfPoint(point)).toEqual(doubt);
    expect(localBounds(point)).toEqual(localBounds(bare));
  });

  test.each([
    ['2024-01-24~T18:07', 12, 'the day of a time has no marks: drop the mark or the time'],
    ['2024-01-24T18:07~~', 18, 'one mark is enough: % is ? and ~'],
    ['2024-01-24T18:07~+03:00', 18, 'nothing that can follow a date'],
    ['[2024-01-24T18:07~]', 2, 'a time of day is not part of a set: write dates only'],
  ])('%s is refused at character %i', (text, column, error) => {
    expect(parseEdtf(text)).toEqual({ok: false, column, error});
  });

  test.each([
    ['12000', 'a year of more than four digits is written with Y: Y12000'],
    ['02024', 'a year has four digits: 2024'],
    ['00044', 'a year has four digits: 0044'],
    ['1'.repeat(5000), 'a year of more than four digits is written with Y'],
    ['20240124', 'a date has hyphens: 2024-01-24'],
    ['5', 'a year has four digits: 0005'],
    ['24-01-2024', 'the year comes first and has four digits: 0024'],
  ])('%s is refused with what to write', (text, error) => {
    expect(parseEdtf(text)).toMatchObject({ok: false, error});
  });

  test.each(['-0X00', '0X00', '0XX0-02-29', '-0X00-12'])(
    'no digit of %s is taken for hexadecimal',
    (text) => {
      expect(parseStrictEdtf(text)).toMatchObject({ok: true});
    },
  );

  test('printing what was read gives the text back', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        const result = parseEdtf(text);
        expect(result.ok ? printEdtf(result.value) : `${text}: ${result.error}`).toBe(text);
      }),
      {seed: 1, numRuns: 2000},
    );
  });

  test('reading what was printed gives the value back', () => {
    for (const {input} of valid) {
      const first = parseEdtf(input);
      expect(first.ok && parseEdtf(printEdtf(first.value))).toEqual(first);
    }
  });

  test('text with anything in it is read or refused within its length, never thrown', () => {
    const character = fc.constantFrom(...'0123456789XYESTZ?~%-+.:/,[]{} xé\u0000');
    const text = fc.string({unit: character, maxLength: 30});
    fc.assert(
      fc.property(text, (input) => {
        const result = parseEdtf(input);
        if (result.ok) expect(printEdtf(result.value)).toBe(input);
        else {
          expect(result.column).toBeGreaterThanOrEqual(1);
          expect(result.column).toBeLessThanOrEqual(input.length + 1);
        }
      }),
      {seed: 2, numRuns: 5000},
    );
  });

  test('every day of the calendar is read and no other', () => {
    for (const year of [1900, 2000, 2023, 2024]) {
      for (let month = 1; month <= 12; month += 1) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        for (let day = 1; day <= 31; day += 1) {
          const text = new Date(Date.UTC(2024, month - 1, 1)).toISOString().slice(5, 8);
          const input = `${year}-${text}${String(day).padStart(2, '0')}`;
          expect([input, parseEdtf(input).ok]).toEqual([input, day <= last]);
        }
      }
    }
  });

  test('a single date that is read has at least one day', () => {
    fc.assert(
      fc.property(pointText, (text) => {
        const result = parseEdtf(text);
        const expression = result.ok ? result.value.expression : undefined;
        if (expression?.kind !== 'date' && expression?.kind !== 'long-year') return;
        const bounds = localBounds(expression);
        expect(bounds && bounds.start <= bounds.lastStart && bounds.lastStart < bounds.end).toBe(
          true,
        );
      }),
      {seed: 3, numRuns: 1000},
    );
  });

  test('refusing a text takes work in proportion to its length', () => {
    // Work is counted, not timed: every match the reader tries, and the characters it took.
    const exec = RegExp.prototype.exec;
    let work = 0;
    const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (
      this: RegExp,
      text: string,
    ) {
      const found = exec.call(this, text);
      work += 1 + (found?.[0].length ?? 0);
      return found;
    });
    try {
      const pieces = [
        '[',
        '1',
        '[2024,',
        '{2024..',
        '?',
        'X',
        '-',
        '2024-01-24T00:00:00.',
        '/',
        ' ',
      ];
      const texts = [
        ...pieces.map((piece) => (piece + piece.slice(-5).repeat(10_000)).slice(0, 10_000)),
        `2024-01-24T00:00:00.${'1'.repeat(9980)}`,
        `[${'XXXX-02-29,'.repeat(900)}x`,
        `[${'2023-02-28..2023-03-01,'.repeat(430)}`,
        `Y${'9'.repeat(9999)}`,
        `1985S${'9'.repeat(9995)}`,
      ];
      for (const text of texts) {
        work = 0;
        const isFine = parseEdtf(text).ok;
        expect([text.slice(0, 20), isFine]).toEqual([
          text.slice(0, 20),
          text.startsWith('2024-01-24T00:00:00.1'),
        ]);
        expect(work).toBeLessThan(10 * text.length);
      }
    } finally {
      spy.mockRestore();
    }
  });

  test('a text of more than 20,000 characters is refused unread', () => {
    expect(parseEdtf('1'.repeat(20_001))).toMatchObject({ok: false, column: 20_001});
  });
});
