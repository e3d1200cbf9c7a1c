import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {expandExclusion, expandRule, startRuleBudget} from '../../source/formats/expand-rule.js';
import {recur} from '../../source/formats/icalendar-recurrence.js';
import {readRule} from '../../source/formats/icalendar-rule.js';
import type {ICalMoment} from '../../source/formats/icalendar-times.js';

const DAY_MS = 86_400_000;

function localOf(text: string): number {
  const [, year, month, day, hour, minute] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/.exec(text)?.map(Number) ?? [];
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute);
}

const iso = (local: number) => new Date(local).toISOString();
const dayOf = (local: number) => iso(local).slice(0, 10);

function moment(local: number, isDate = false): ICalMoment {
  return {local, isDate, zone: {kind: 'floating'}};
}

/** The first occurrences as RFC 5545 writes them in its examples. */
function first(start: string, text: string, count: number): string[] {
  const rule = readRule(text);
  if (typeof rule === 'string') throw new Error(rule);
  const found: string[] = [];
  for (const local of recur(rule, localOf(start), false, {left: 1e6})) {
    if (found.length === count || found.length === rule.count) break;
    found.push(iso(local).slice(0, 16));
  }
  return found;
}

/** `1997-09-02`, or `09-02T12:00` where the time differs from the start. */
function told(times: readonly string[], wanted: string): string {
  return times.map((time) => (wanted.includes('T') ? time.slice(5) : time.slice(0, 10))).join(' ');
}

describe('a recurrence rule gives what', () => {
  test.each([
    // RFC 5545 §3.8.5.3.
    [
      '19970902T090000',
      'FREQ=DAILY;COUNT=10',
      '1997-09-02 1997-09-03 1997-09-04 1997-09-05 1997-09-06 1997-09-07',
    ],
    [
      '19970902T090000',
      'FREQ=DAILY;INTERVAL=10;COUNT=5',
      '1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12',
    ],
    [
      '19970902T090000',
      'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
      '1997-09-02 1997-09-16 1997-09-30 1997-10-14 1997-10-28 1997-11-11',
    ],
    [
      '19970902T090000',
      'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
      '1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18',
    ],
    [
      '19970902T090000',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
      '1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02',
    ],
    [
      '19970905T090000',
      'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
      '1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06',
    ],
    [
      '19970907T090000',
      'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
      '1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04 1998-01-25',
    ],
    [
      '19970922T090000',
      'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
      '1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16',
    ],
    [
      '19970928T090000',
      'FREQ=MONTHLY;BYMONTHDAY=-3',
      '1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26',
    ],
    [
      '19970902T090000',
      'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
      '1997-09-02 1997-09-15 1997-10-02 1997-10-15 1997-11-02 1997-11-15',
    ],
    [
      '19970930T090000',
      'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
      '1997-09-30 1997-10-01 1997-10-31 1997-11-01 1997-11-30 1997-12-01',
    ],
    [
      '19970910T090000',
      'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
      '1997-09-10 1997-09-11 1997-09-12 1997-09-13 1997-09-14 1997-09-15',
    ],
    [
      '19970610T090000',
      'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
      '1997-06-10 1997-07-10 1998-06-10 1998-07-10 1999-06-10 1999-07-10',
    ],
    [
      '19970310T090000',
      'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
      '1997-03-10 1999-01-10 1999-02-10 1999-03-10 2001-01-10 2001-02-10',
    ],
    [
      '19970101T090000',
      'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
      '1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09 2000-07-18',
    ],
    [
      '19970519T090000',
      'FREQ=YEARLY;BYDAY=20MO',
      '1997-05-19 1998-05-18 1999-05-17 2000-05-15 2001-05-14 2002-05-20',
    ],
    [
      '19970512T090000',
      'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
      '1997-05-12 1998-05-11 1999-05-17 2000-05-15 2001-05-14 2002-05-13',
    ],
    [
      '19970313T090000',
      'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
      '1997-03-13 1997-03-20 1997-03-27 1998-03-05 1998-03-12 1998-03-19',
    ],
    [
      '19970605T090000',
      'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
      '1997-06-05 1997-06-12 1997-06-19 1997-06-26 1997-07-03 1997-07-10',
    ],
    [
      '19980213T090000',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      '1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13 2001-04-13',
    ],
    [
      '19970913T090000',
      'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
      '1997-09-13 1997-10-11 1997-11-08 1997-12-13 1998-01-10 1998-02-07',
    ],
    [
      '19961105T090000',
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
      '1996-11-05 2000-11-07 2004-11-02 2008-11-04 2012-11-06 2016-11-08',
    ],
    [
      '19970904T090000',
      'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
      '1997-09-04 1997-10-07 1997-11-06',
    ],
    [
      '19970929T090000',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
      '1997-09-29 1997-10-30 1997-11-27 1997-12-30 1998-01-29 1998-02-26',
    ],
    ['19970902T090000', 'FREQ=HOURLY;INTERVAL=3;COUNT=3', '09-02T09:00 09-02T12:00 09-02T15:00'],
    [
      '19970902T090000',
      'FREQ=MINUTELY;INTERVAL=90;COUNT=4',
      '09-02T09:00 09-02T10:30 09-02T12:00 09-02T13:30',
    ],
    [
      '19970902T090000',
      'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40',
      '09-02T09:00 09-02T09:20 09-02T09:40 09-02T10:00 09-02T10:20 09-02T10:40',
    ],
    [
      '19970805T090000',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      '1997-08-05 1997-08-10 1997-08-19 1997-08-24',
    ],
    [
      '19970805T090000',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '1997-08-05 1997-08-17 1997-08-19 1997-08-31',
    ],
    [
      '20070115T090000',
      'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
      '2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30',
    ],
    // As python-dateutil 2.9 gives them.
    ['20240101T090000', 'FREQ=WEEKLY;WKST=MO;COUNT=3', '2024-01-01 2024-01-08 2024-01-15'],
    ['20200229T000000', 'FREQ=YEARLY;COUNT=3', '2020-02-29 2024-02-29 2028-02-29'],
    [
      '20191230T000000',
      'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=3',
      '2019-12-30 2021-01-04 2022-01-03',
    ],
    ['20200518T000000', 'FREQ=YEARLY;BYDAY=20MO;COUNT=3', '2020-05-18 2021-05-17 2022-05-16'],
    [
      '20200101T000000',
      'FREQ=YEARLY;BYMONTHDAY=1;COUNT=14',
      '2020-01-01 2020-02-01 2020-03-01 2020-04-01 2020-05-01 2020-06-01',
    ],
    [
      '20191231T000000',
      'FREQ=YEARLY;BYDAY=TU;BYSETPOS=-1;COUNT=3',
      '2019-12-31 2020-12-29 2021-12-28',
    ],
    [
      '20240101T220000',
      'FREQ=DAILY;BYSETPOS=1;BYHOUR=22,23;COUNT=3',
      '2024-01-01 2024-01-02 2024-01-03',
    ],
  ])('RFC 5545 asks for: %s %s', (start, rule, wanted) => {
    expect(told(first(start, rule, wanted.split(' ').length), wanted)).toBe(wanted);
  });

  test('the standard asks for where libraries differ', () => {
    // A Tuesday, or the second Thursday: dateutil wants both at once and finds none.
    expect(first('20200823T090000', 'FREQ=YEARLY;BYMONTH=12;BYDAY=2TH,TU;COUNT=3', 3)).toEqual([
      '2020-12-01T09:00',
      '2020-12-08T09:00',
      '2020-12-10T09:00',
    ]);
    // The day of the week is that of the start, not all seven.
    expect(first('20210330T000000', 'FREQ=YEARLY;BYWEEKNO=6;COUNT=2', 2)).toEqual([
      '2022-02-08T00:00',
      '2023-02-07T00:00',
    ]);
    // The set is that of the whole week, also of the one that has begun.
    expect(first('20230617T003000', 'FREQ=WEEKLY;BYDAY=TU,SU;BYSETPOS=1;COUNT=1', 1)).toEqual([
      '2023-06-20T00:30',
    ]);
  });

  test('a plain reading of the calendar gives', () => {
    const parts = fc.record({
      frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
      interval: fc.integer({min: 1, max: 5}),
      weekdays: fc.uniqueArray(fc.integer({min: 0, max: 6}), {maxLength: 3}),
      monthDays: fc.uniqueArray(fc.integer({min: 1, max: 31}), {maxLength: 3}),
      months: fc.uniqueArray(fc.integer({min: 1, max: 12}), {maxLength: 3}),
      weekStart: fc.integer({min: 0, max: 6}),
      start: fc.integer({min: 0, max: 20_000}),
    });
    fc.assert(
      fc.property(parts, (made) => {
        const isWeekly = made.frequency === 'WEEKLY';
        const plain = isWeekly ? {...made, monthDays: []} : made;
        const rule = readRule(ruleOf(plain));
        if (typeof rule === 'string') throw new Error(rule);
        const found: string[] = [];
        const last = (plain.start + 3000) * DAY_MS;
        for (const local of recur(rule, plain.start * DAY_MS, true, {left: 1e6})) {
          if (local >= last) break;
          found.push(dayOf(local));
        }
        const wanted = Array.from({length: 3000}, (_, at) => plain.start + at)
          .filter((day) => isMet(plain, day))
          .map((day) => dayOf(day * DAY_MS));
        expect(found).toEqual(wanted);
      }),
      {seed: 11, numRuns: 150},
    );
  });

  test('comes in order, never before the start, and within the budget', () => {
    const numbers = (most: number) =>
      fc.uniqueArray(fc.integer({min: 1, max: most}), {minLength: 1, maxLength: 4});
    const part = fc.oneof(
      numbers(12).map((list) => `BYMONTH=${list.join(',')}`),
      numbers(31).map((list) => `BYMONTHDAY=${list.join(',-')}`),
      numbers(366).map((list) => `BYYEARDAY=${list.join(',-')}`),
      numbers(53).map((list) => `BYWEEKNO=${list.join(',-')}`),
      numbers(23).map((list) => `BYHOUR=${list.join(',')}`),
      numbers(59).map((list) => `BYMINUTE=${list.join(',')}`),
      numbers(59).map((list) => `BYSECOND=${list.join(',')}`),
      numbers(9).map((list) => `BYSETPOS=${list.join(',-')}`),
      numbers(5).map((list) => `BYDAY=${list.map((one) => `${one}TU,-${one}SA`).join(',')}`),
    );
    const frequency = fc.constantFrom(
      ...['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'],
    );
    fc.assert(
      fc.property(
        frequency,
        fc.uniqueArray(part, {selector: (one) => one.split('=')[0]}),
        (how, parts) => {
          const rule = readRule([`FREQ=${how}`, ...parts].join(';'));
          if (typeof rule === 'string') throw new Error(rule);
          const start = localOf('20240131T093000');
          const budget = {left: 20_000};
          let before = start - 1;
          let count = 0;
          for (const local of recur(rule, start, false, budget)) {
            expect(local).toBeGreaterThan(before);
            before = local;
            count += 1;
            if (count > 500) break;
          }
          expect(budget.left).toBeGreaterThan(-400);
        },
      ),
      {seed: 12, numRuns: 300},
    );
  });
});

type Plain = {
  readonly frequency: string;
  readonly interval: number;
  readonly weekdays: readonly number[];
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  readonly weekStart: number;
  readonly start: number;
};

function ruleOf(plain: Plain): string {
  const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
  const list = (name: string, values: readonly (number | string | undefined)[]) =>
    values.length === 0 ? [] : [`${name}=${values.join(',')}`];
  return [
    `FREQ=${plain.frequency}`,
    `INTERVAL=${plain.interval}`,
    `WKST=${names[plain.weekStart]}`,
    ...list(
      'BYDAY',
      plain.weekdays.map((one) => names[one]),
    ),
    ...list('BYMONTHDAY', plain.monthDays),
    ...list('BYMONTH', plain.months),
  ].join(';');
}

/** Is a day since 1970 one that the rule means? Told day by day from JavaScript's own calendar. */
function isMet(plain: Plain, day: number): boolean {
  const date = new Date(day * DAY_MS);
  const start = new Date(plain.start * DAY_MS);
  const isFree = plain.weekdays.length + plain.monthDays.length === 0;
  const among = (list: readonly number[], value: number, own?: number): boolean =>
    list.length === 0 ? own === undefined || own === value : list.includes(value);
  const months =
    (date.getUTCFullYear() - start.getUTCFullYear()) * 12 +
    date.getUTCMonth() -
    start.getUTCMonth();
  const weekOf = (one: number) => Math.floor((one - ((one + 4 - plain.weekStart + 7) % 7)) / 7);
  const ownDay = isFree ? start.getUTCDate() : undefined;
  const weekdayMet = among(plain.weekdays, date.getUTCDay());
  const monthMet = among(plain.months, date.getUTCMonth() + 1);
  switch (plain.frequency) {
    case 'DAILY': {
      const turns = day - plain.start;
      return (
        turns % plain.interval === 0 &&
        weekdayMet &&
        monthMet &&
        among(plain.monthDays, date.getUTCDate())
      );
    }
    case 'WEEKLY': {
      const turns = weekOf(day) - weekOf(plain.start);
      return (
        turns % plain.interval === 0 &&
        monthMet &&
        among(plain.weekdays, date.getUTCDay(), start.getUTCDay())
      );
    }
    case 'MONTHLY': {
      return (
        months % plain.interval === 0 &&
        monthMet &&
        weekdayMet &&
        among(plain.monthDays, date.getUTCDate(), ownDay)
      );
    }
    default: {
      const years = date.getUTCFullYear() - start.getUTCFullYear();
      const ownMonth = isFree ? start.getUTCMonth() + 1 : undefined;
      return (
        years % plain.interval === 0 &&
        weekdayMet &&
        among(plain.months, date.getUTCMonth() + 1, ownMonth) &&
        among(plain.monthDays, date.getUTCDate(), ownDay)
      );
    }
  }
}

describe('an entry with a rule', () => {
  const expand = (start: string, rule: string) =>
    expandRule(rule, moment(localOf(start)), startRuleBudget());

  test('counts its start as the first, also where the rule does not give it', () => {
    const result = expand('20240103T090000', 'FREQ=WEEKLY;BYDAY=MO;COUNT=3');
    expect(result).toMatchObject({
      remarks: ['the rule does not give its start, which counts as the first'],
    });
    expect(typeof result === 'string' ? [] : result.locals.map(dayOf)).toEqual([
      '2024-01-03',
      '2024-01-08',
      '2024-01-15',
    ]);
  });

  test('is read in lower case, and refused with numbers that cannot be', () => {
    expect(expand('20240101T090000', 'freq=daily;count=2')).toMatchObject({remarks: []});
    for (const rule of [
      'FREQ=DAILY;COUNT=0',
      'FREQ=DAILY;INTERVAL=0',
      'FREQ=DAILY;BYHOUR=24',
      'FREQ=DAILY;BYMONTHDAY=0',
      'FREQ=DAILY;BYDAY=XX',
      'FREQ=DAILY;WKST=2',
      'FREQ=DAILY;UNTIL=soon',
      'FREQ=DAILY;SKIP=FORWARD',
      'FREQ=DAILY;COUNT=2;COUNT=3',
      'COUNT=2',
      'D1 #5',
    ]) {
      expect(expand('20240101T090000', rule)).toBeTypeOf('string');
    }
  });

  test('a day cannot come again within the day', () => {
    expect(expandRule('FREQ=HOURLY;COUNT=2', moment(0, true), startRuleBudget())).toContain(
      'a day',
    );
  });

  test('all rules of a file share a bound, and keep their start beyond it', () => {
    const budget = startRuleBudget();
    const results = Array.from({length: 60}, () =>
      expandRule('FREQ=SECONDLY;COUNT=1000000', moment(localOf('20240101T090000')), budget),
    );
    const sizes = results.map((one) => (typeof one === 'string' ? 0 : one.locals.length));
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThan(21_000);
    expect(Math.min(...sizes)).toBe(1);
    expect(results.at(-1)).toMatchObject({
      remarks: ['the rules of the file give too many events; the rest of this one is left out'],
    });
  });

  test('rules that nothing meets take no more than the file may take', () => {
    const budget = startRuleBudget();
    const rule = 'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30';
    const first = expandRule(rule, moment(localOf('20240101T090000')), budget);
    expect(first).toMatchObject({locals: {length: 1}, remarks: ['nothing meets the rule']});
    for (let turn = 0; turn < 20; turn += 1)
      expandRule(rule, moment(localOf('20240101T090000')), budget);
    expect(budget.steps).toBe(0);
    expect(expandRule('FREQ=DAILY;COUNT=2', moment(0), budget)).toMatchObject({
      remarks: ['the rules of the file take too long to follow'],
    });
  });

  test('an exclusion ends with its count or with the occurrences', () => {
    const start = moment(localOf('20240101T090000'));
    const last = localOf('20240103T090000');
    const gone = (rule: string) => expandExclusion(rule, start, last, startRuleBudget());
    expect([...gone('FREQ=DAILY;INTERVAL=2;COUNT=2')].map((local) => dayOf(Number(local)))).toEqual(
      ['2024-01-01', '2024-01-03'],
    );
    expect(gone('FREQ=DAILY')).toHaveLength(3);
    expect(gone('FREQ=NEVER')).toBeTypeOf('string');
  });
});
