import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {isoYear} from '../../../source/core/time/edtf-day.js';
import {describeEdtf} from '../../../source/core/time/edtf-words.js';
import {parseEdtf} from '../../../source/core/time/edtf.js';
import {formatWhen} from '../../../source/core/time/format-when.js';
import {twoDigits} from '../../../source/core/time/padded-digits.js';
import {resolveEdtf} from '../../../source/core/time/resolve-when.js';
import {earliestInstantOfLocal} from '../../../source/core/time/zone.js';
import {parseTypedDate} from '../../../source/core/time/typed-date.js';
import {edtfText} from './edtf-arbitraries.js';

const NOW = Date.UTC(2026, 10, 22, 12);
const CURSOR = Date.UTC(2024, 0, 24, 1);
const ZONE = 'Asia/Baghdad';

function type(text: string, zone = ZONE): readonly string[] {
  const typed = parseTypedDate(text, NOW, CURSOR, zone);
  if (!typed.ok) return [typed.error];
  const {start, end} = typed.when;
  return [typed.words, new Date(start).toISOString(), new Date(end - 1).toISOString()];
}

describe('parseTypedDate', () => {
  test.each([
    '24 jan',
    'jan 24',
    'Jan 24, 2024',
    '24 January 2024',
    '24th of january',
    'wed 24 jan 2024',
    '24-jan-2024',
    '24/1/2024',
    '1/24/2024',
    '24.1.2024',
    '24/1',
    '2024/01/24',
    '2024-01-24',
    'wednesday',
    '+0 days',
  ])('%s is the day of the cursor', (text) => {
    expect(type(text)).toEqual([
      'Wed 24 Jan 2024',
      '2024-01-23T21:00:00.000Z',
      '2024-01-24T20:59:59.999Z',
    ]);
  });

  test.each([
    [
      '8 dec 2023, about 04:15',
      'Fri 8 Dec 2023, about 04:15',
      '2023-12-08T01:15:00.000Z',
      '2023-12-08T01:15:59.999Z',
    ],
    [
      '~4 pm?',
      'Wed 24 Jan 2024, about 16:00?',
      '2024-01-24T13:00:00.000Z',
      '2024-01-24T13:00:59.999Z',
    ],
    ['mid october 2023', 'mid-Oct 2023', '2023-10-10T21:00:00.000Z', '2023-10-20T20:59:59.999Z'],
    ['Mid-October', 'mid-Oct 2023', '2023-10-10T21:00:00.000Z', '2023-10-20T20:59:59.999Z'],
    ['early 2024', 'early 2024', '2023-12-31T21:00:00.000Z', '2024-04-30T20:59:59.999Z'],
    ['late feb 2024', 'late Feb 2024', '2024-02-20T21:00:00.000Z', '2024-02-29T20:59:59.999Z'],
    ['2024', '2024', '2023-12-31T21:00:00.000Z', '2024-12-31T20:59:59.999Z'],
    ['jan 2024', 'Jan 2024', '2023-12-31T21:00:00.000Z', '2024-01-31T20:59:59.999Z'],
    ['december', 'Dec 2023', '2023-11-30T21:00:00.000Z', '2023-12-31T20:59:59.999Z'],
    ['spring 2001', 'spring 2001', '2001-02-28T21:00:00.000Z', '2001-05-31T19:59:59.999Z'],
    ['q2 2024', 'Q2 2024', '2024-03-31T21:00:00.000Z', '2024-06-30T20:59:59.999Z'],
    ['the 1990s', 'the 1990s', '1989-12-31T21:00:00.000Z', '1999-12-31T20:59:59.999Z'],
    ['today', 'Sun 22 Nov 2026', '2026-11-21T21:00:00.000Z', '2026-11-22T20:59:59.999Z'],
    ['yesterday', 'Sat 21 Nov 2026', '2026-11-20T21:00:00.000Z', '2026-11-21T20:59:59.999Z'],
    ['3 days ago', 'Thu 19 Nov 2026', '2026-11-18T21:00:00.000Z', '2026-11-19T20:59:59.999Z'],
    ['in 2 weeks', 'Sun 6 Dec 2026', '2026-12-05T21:00:00.000Z', '2026-12-06T20:59:59.999Z'],
    ['+3 days', 'Sat 27 Jan 2024', '2024-01-26T21:00:00.000Z', '2024-01-27T20:59:59.999Z'],
    ['-2 weeks', 'Wed 10 Jan 2024', '2024-01-09T21:00:00.000Z', '2024-01-10T20:59:59.999Z'],
    ['+1 month', 'Sat 24 Feb 2024', '2024-02-23T21:00:00.000Z', '2024-02-24T20:59:59.999Z'],
    [
      '+1 day 3 hours',
      'Thu 25 Jan 2024, 07:00',
      '2024-01-25T04:00:00.000Z',
      '2024-01-25T04:00:59.999Z',
    ],
    ['+90 min', 'Wed 24 Jan 2024, 05:30', '2024-01-24T02:30:00.000Z', '2024-01-24T02:30:59.999Z'],
    ['last wednesday', 'Wed 17 Jan 2024', '2024-01-16T21:00:00.000Z', '2024-01-17T20:59:59.999Z'],
    ['next fri', 'Fri 26 Jan 2024', '2024-01-25T21:00:00.000Z', '2024-01-26T20:59:59.999Z'],
    ['14:30', 'Wed 24 Jan 2024, 14:30', '2024-01-24T11:30:00.000Z', '2024-01-24T11:30:59.999Z'],
    ['2:30 pm', 'Wed 24 Jan 2024, 14:30', '2024-01-24T11:30:00.000Z', '2024-01-24T11:30:59.999Z'],
    ['12 am', 'Wed 24 Jan 2024, 00:00', '2024-01-23T21:00:00.000Z', '2024-01-23T21:00:59.999Z'],
    [
      '23 jan 14:30',
      'Tue 23 Jan 2024, 14:30',
      '2024-01-23T11:30:00.000Z',
      '2024-01-23T11:30:59.999Z',
    ],
    [
      '2024-01-23 14:30',
      'Tue 23 Jan 2024, 14:30',
      '2024-01-23T11:30:00.000Z',
      '2024-01-23T11:30:59.999Z',
    ],
    ['29 feb', 'Thu 29 Feb 2024', '2024-02-28T21:00:00.000Z', '2024-02-29T20:59:59.999Z'],
    ['31 dec', 'Sun 31 Dec 2023', '2023-12-30T21:00:00.000Z', '2023-12-31T20:59:59.999Z'],
  ])('%s is %s', (text, ...expected) => {
    expect(type(text)).toEqual(expected);
  });

  test.each([
    ['66 million years ago', '66m BC'],
    ['13.8 billion years ago', '13.8bn BC'],
    ['-4.1 million years', '4.1m BC'],
    ['+0.3 million years', 'AD 300,000'],
    ['10 thousand years ago', 'Sun 22 Nov 7975 BC'],
    ['a week ago', 'Sun 15 Nov 2026'],
    ['in an hour', 'Sun 22 Nov 2026, 16:00'],
    ['44 bc', '44 BC'],
    ['1 BCE', '1 BC'],
    ['AD 476', 'AD 476'],
    ['476 ce', 'AD 476'],
    ['12,000', 'AD 12,000'],
    ['12000', 'AD 12,000'],
    ['12000 bc', '12,000 BC'],
    ['66 million bc', '66m BC'],
    ['15 march 44 bc', 'Fri 15 Mar 44 BC'],
    ['6 may ad 476', 'Wed 6 May AD 476'],
    ['march 44 bc', 'Mar of 44 BC'],
    ['2024/1', 'Jan 2024'],
    ['01/2024', 'Jan 2024'],
    ['2024-1-24', 'Wed 24 Jan 2024'],
    ['2024 q1', 'Q1 2024'],
    ['h2 2024', 'H2 2024'],
    ['19th century', 'the 19th century'],
    ['winter 2003 to 2004', 'winter 2003 to 2004'],
    ['Y-138E8', '13.8bn BC'],
  ])('%s is %s', (text, words) => {
    expect(parseTypedDate(text, NOW, CURSOR, ZONE)).toMatchObject({ok: true, words});
  });

  test.each([
    ['1/2/2024', '1/2/2024 is 1 feb 2024 or 2 jan 2024: type the month as a word'],
    ['1/2/24', 'type the year with four digits'],
    ['24', 'which month? Type 24 jan, or a year with four digits'],
    ['193', 'a year has four digits: type 0193 or ad 193, or 193 bc'],
    ['-44', 'a year has four digits: type -0044 for 45 bc, or 44 bc'],
    ['0 bc', 'there is no year 0: 1 bc comes before ad 1'],
    ['15 march 0 bc', 'there is no year 0: 1 bc comes before ad 1'],
    ['-0', 'there is no year 0: type 0000 for 1 bc'],
    ['13/2024', 'there is no month 13'],
    ['9,999,999,999,999 bc', 'too far: years reach from 10^12 bc to ad 10^12'],
    ['2 trillion bc', 'not a date: try 2024-01-24, mid october 2023, yesterday, +3 days'],
    ['thu 24 jan 2024', '2024-01-24 is a Wednesday: leave the weekday out'],
    ['31 feb', 'February has no day 31'],
    ['2019-02-29', 'at character 9: February 2019 has 28 days'],
    ['25:00', 'no such date: an hour is 00 to 23'],
    ['13 pm', 'no such date: an hour is 00 to 23'],
    ['+3', 'how far? Type +3 days, -2 weeks, +90 min or +1 month'],
    ['+2 fortnights', 'how far? Type +3 days, -2 weeks, +90 min or +1 month'],
    ['next century', 'not a date: try 2024-01-24, mid october 2023, yesterday, +3 days'],
    ['  ', 'no date: try 2024-01-24, mid october 2023, yesterday, +3 days'],
    ['jan 2024 14:30', 'a time needs a day before it: type 24 jan 14:30'],
  ])('%s is refused with what to type', (text, error) => {
    expect(type(text)).toEqual([error]);
  });

  test.each(['constructor', 'constructor 2024', '__proto__'])('%s is no date', (text) => {
    expect(type(text)[0]).toMatch(/^not a date: /);
  });

  test('what the program writes can be typed', () => {
    const year = fc.oneof(
      fc.integer({min: -9999, max: 9999}),
      fc.integer({min: -400_000, max: 400_000}).map((thousands) => thousands * 1000),
      fc.integer({min: -(10 ** 12), max: 10 ** 12}),
    );
    const months = fc.integer({min: 1, max: 12});
    const parts = fc.constantFrom('21', '22', '23', '24', '33', '36', '40', '41');
    const clock = fc.tuple(fc.nat(23), fc.nat(59)).map((time) => time.map(twoDigits).join(':'));
    const short = fc.integer({min: -9998, max: 9998}).map(isoYear);
    const edtf = fc.oneof(
      year.map(isoYear),
      fc.tuple(short, months.map(twoDigits)).map((units) => units.join('-')),
      fc
        .tuple(short, months.map(twoDigits), fc.integer({min: 1, max: 28}).map(twoDigits), clock)
        .map(([y, m, d, time]) => `${y}-${m}-${d}T${time}`),
      fc
        .tuple(short, months.map(twoDigits), fc.integer({min: 1, max: 28}).map(twoDigits))
        .map((units) => units.join('-')),
      fc.tuple(fc.integer({min: 1000, max: 9998}), parts).map((units) => units.join('-')),
      fc.integer({min: 100, max: 998}).map((decade) => `${decade}X`),
    );
    fc.assert(
      fc.property(edtf, fc.constantFrom('long', 'short'), (text, style) => {
        const result = parseEdtf(text);
        if (!result.ok) throw new Error(`${text}: ${result.error}`);
        const when = resolveEdtf(result.value, ZONE);
        const prose = describeEdtf(result.value).replace(/ local time$/, '');
        const list = formatWhen({edtf: text, timezone: ZONE, when}, ZONE, style);
        for (const words of [list, /some|quarter|half/.test(prose) ? list : prose]) {
          const typed = words.replace('some year in ', '');
          const {start, end} = when;
          expect([text, typed, parseTypedDate(typed, NOW, CURSOR, ZONE)]).toEqual([
            text,
            typed,
            expect.objectContaining({ok: true, when: {start, end}}),
          ]);
        }
      }),
      {seed: 2, numRuns: 3000},
    );
  });

  test('a day from midnight ends at midnight, before standard time too', () => {
    for (const zone of ['Europe/Rome', 'Asia/Baghdad', 'Africa/Monrovia']) {
      const midnight = earliestInstantOfLocal(Date.UTC(1850, 2, 15), zone);
      const typed = parseTypedDate('+1 day', NOW, midnight, zone);
      expect([zone, typed.ok && typed.words]).toEqual([zone, 'Sat 16 Mar 1850']);
    }
  });

  test('a step over a change of clocks keeps the time of day', () => {
    const before = Date.UTC(2024, 2, 30, 11);
    const typed = parseTypedDate('+1 day 0 min', NOW, before, 'Europe/Berlin');
    expect(typed.ok && new Date(typed.when.start).toISOString()).toBe('2024-03-31T10:00:00.000Z');
  });

  test('a time that came twice is said to be either', () => {
    const typed = parseTypedDate('27 oct 2024 02:30', NOW, CURSOR, 'Europe/Berlin');
    expect(typed.ok && typed.words).toContain('02:30 came twice in Berlin time');
  });

  test('EDTF means what it means in a file', () => {
    expect(type('2023-10-15~')[0]).toBe('mid-Oct 2023');
    expect(type('[2024-01-01..2024-01-10]')[1]).toBe('2023-12-31T21:00:00.000Z');
  });

  test('whatever is typed is answered, with a date or one line of advice', () => {
    const word = fc.constantFrom(
      'mid',
      'jan',
      '24',
      'wed',
      '+',
      '-',
      '3',
      'days',
      'ago',
      'in',
      '14:30',
      'pm',
      '2024',
      '/',
      'of',
      'y',
    );
    const typed = fc.oneof(
      fc.array(word, {maxLength: 6}).map((words) => words.join(' ')),
      fc.string({maxLength: 40}),
      edtfText,
    );
    fc.assert(
      fc.property(typed, (text) => {
        const answer = parseTypedDate(text, NOW, CURSOR, ZONE);
        if (answer.ok) {
          expect(answer.when.start).toBeLessThan(answer.when.end);
          expect(answer.words).not.toBe('');
        } else expect(answer.error).toMatch(/^[^\n]+$/);
      }),
      {seed: 1, numRuns: 2000},
    );
    expect(type('x'.repeat(100_000))).toHaveLength(1);
  });
});
