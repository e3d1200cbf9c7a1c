import {describe, expect, test} from 'vitest';
import type {PartOfDay} from '../../../source/core/events/chronology.js';
import {parseEdtf} from '../../../source/core/time/edtf.js';
import {
  dateHeading,
  dayElsewhere,
  daysInZone,
  doesZoneChangeDate,
  formatWhen,
  type Dated,
} from '../../../source/core/time/format-when.js';
import {resolveEdtf} from '../../../source/core/time/resolve-when.js';

const BAGHDAD = 'Asia/Baghdad';
const WASHINGTON = 'America/New_York';

function dated(edtf: string, partOfDay?: PartOfDay, timezone = BAGHDAD): Dated {
  const result = parseEdtf(edtf);
  if (!result.ok) throw new Error(`${edtf}: ${result.error}`);
  const when = resolveEdtf(result.value, timezone, partOfDay);
  return {edtf, timezone, when, ...(partOfDay && {partOfDay})};
}

const strikes = dated('2024-01-24', 'pre-dawn');

describe('formatWhen', () => {
  test.each([
    [dated('2024-01-24'), 'Wed 24 Jan 2024', '24 Jan 2024'],
    [strikes, 'Wed 24 Jan 2024, pre-dawn', '24 Jan 2024, pre-dawn'],
    [dated('2024-01-24~', 'pre-dawn'), '~Wed 24 Jan 2024, pre-dawn', '~24 Jan 2024, pre-dawn'],
    [dated('2024-01-24%', 'noon'), '~Wed 24 Jan 2024?, about noon', '~24 Jan 2024?, about noon'],
    [dated('2024-01-XX', 'noon'), 'some day in Jan 2024', 'some day in Jan 2024'],
    [dated('2023-10-15~'), 'mid-Oct 2023', 'mid-Oct 2023'],
    [dated('2023-10-12~'), '~Thu 12 Oct 2023', '~12 Oct 2023'],
    [
      dated('2023-10-15~/2024-01-24'),
      'mid-Oct 2023 to Wed 24 Jan 2024',
      'mid-Oct 2023 to 24 Jan 2024',
    ],
    [dated('2024-01-24T02:30:00'), 'Wed 24 Jan 2024, 02:30', '24 Jan 2024, 02:30'],
    [dated('2024-01-24T02:30:15'), 'Wed 24 Jan 2024, 02:30:15', '24 Jan 2024, 02:30:15'],
    [dated('2024-01-24T02:30'), 'Wed 24 Jan 2024, 02:30', '24 Jan 2024, 02:30'],
    [dated('2023-12-08T04:15~'), 'Fri 8 Dec 2023, about 04:15', '8 Dec 2023, about 04:15'],
    [dated('2023-12-08T04:15:00+03:00?'), 'Fri 8 Dec 2023, 04:15?', '8 Dec 2023, 04:15?'],
    [dated('2023-12-08T04:15%'), 'Fri 8 Dec 2023, about 04:15?', '8 Dec 2023, about 04:15?'],
    [
      dated('2023-12-08T04:15~/2023-12-08T05:00?'),
      'Fri 8 Dec 2023, about 04:15 to 05:00?',
      '8 Dec 2023, about 04:15 to 05:00?',
    ],
    [
      dated('2023-12-08T23:15~/..'),
      'from Fri 8 Dec 2023, about 23:15, end open',
      'from 8 Dec 2023, about 23:15, end open',
    ],
    [
      dated('2012-10-02T15:00/2012-10-02T15:30'),
      'Tue 2 Oct 2012, 15:00 to 15:30',
      '2 Oct 2012, 15:00 to 15:30',
    ],
    [
      dated('2012-10-02T15:00:00/2012-10-03T01:30:20'),
      'Tue 2 Oct 2012, 15:00 to Wed 3 Oct 2012, 01:30:20',
      '2 Oct 2012, 15:00 to 3 Oct 2012, 01:30:20',
    ],
    [
      dated('2012-10-02T15:00/..'),
      'from Tue 2 Oct 2012, 15:00, end open',
      'from 2 Oct 2012, 15:00, end open',
    ],
    [
      dated('[2023-10-15~..2024-01-24]'),
      'some time from mid-Oct 2023 to Wed 24 Jan 2024',
      'some time from mid-Oct 2023 to 24 Jan 2024',
    ],
    [
      dated('[2023-11-20,2023-11-21]'),
      'Mon 20 Nov 2023 or Tue 21 Nov 2023',
      '20 Nov 2023 or 21 Nov 2023',
    ],
    [dated('{1914,1939~..1945}'), '1914 and ~1939 to 1945', '1914 and ~1939 to 1945'],
    [dated('[..1985?]'), '1985? or earlier', '1985? or earlier'],
    [dated('Y-138E8'), '13.8bn BC', '13.8bn BC'],
    [dated('Y12000'), 'AD 12,000', 'AD 12,000'],
    [dated('0476-09-04'), 'Fri 4 Sep AD 476', '4 Sep AD 476'],
    [dated('/..'), 'start unknown, end open', 'start unknown, end open'],
    [dated('1984?'), '1984?', '1984?'],
  ])('in its own zone, long and short: %#', (when, long, short) => {
    expect(formatWhen(when, BAGHDAD, 'long')).toBe(long);
    expect(formatWhen(when, BAGHDAD, 'short')).toBe(short);
  });

  test.each([
    [strikes, 'Tue 23 Jan 2024 (pre-dawn in Baghdad)'],
    [dated('2024-01-24', 'morning'), 'Tue 23 or Wed 24 Jan 2024 (morning in Baghdad)'],
    [dated('2024-01-24', 'evening'), 'Wed 24 Jan 2024 (evening in Baghdad)'],
    [dated('2024-01-24%', 'pre-dawn'), '~Tue 23 Jan 2024? (pre-dawn in Baghdad)'],
    [dated('2024-01-24'), 'Tue 23 or Wed 24 Jan 2024'],
    [dated('2024-02-01'), 'Wed 31 Jan or Thu 1 Feb 2024'],
    [dated('2024-01-01'), 'Sun 31 Dec 2023 or Mon 1 Jan 2024'],
  ])('in another zone a day has no hours that nobody gave: %#', (when, words) => {
    expect(formatWhen(when, WASHINGTON, 'long')).toBe(words);
  });

  test('in another zone a time is told by the clock there', () => {
    expect(formatWhen(dated('2024-01-24T02:30:00'), WASHINGTON, 'short')).toBe(
      '23 Jan 2024, 18:30',
    );
    expect(formatWhen(dated('2024-01-24T02:30/2024-01-24T09:00'), WASHINGTON, 'long')).toBe(
      'Tue 23 Jan 2024, 18:30 to Wed 24 Jan 2024, 01:00',
    );
  });

  test('an approximate time is told by the clock of another zone, under the heading of a sure day', () => {
    const about = dated('2024-01-24T02:30~');
    expect(formatWhen(about, WASHINGTON, 'long')).toBe('Tue 23 Jan 2024, about 18:30');
    expect(dateHeading(about, BAGHDAD)).toBe('Wed 24 Jan 2024');
    expect(dateHeading(about, WASHINGTON)).toBe('Tue 23 Jan 2024');
    expect(dayElsewhere(about, WASHINGTON)).toBe('Tue 23 Jan 2024 in Washington');
  });

  test('a time that came twice is told once where clocks show it so, and as either elsewhere', () => {
    const twice = dated('2024-10-27T02:30:00', undefined, 'Europe/Berlin');
    expect(formatWhen(twice, 'Europe/Berlin', 'long')).toBe('Sun 27 Oct 2024, 02:30');
    expect(formatWhen(twice, 'UTC', 'long')).toBe('Sun 27 Oct 2024, 00:30 or 01:30');
    expect(formatWhen(twice, 'America/New_York', 'long')).toBe('Sat 26 Oct 2024, 20:30 or 21:30');
    expect(formatWhen(twice, 'Asia/Tokyo', 'short')).toBe('27 Oct 2024, 09:30 or 10:30');
    const midnight = dated('2024-11-03T00:30', undefined, 'America/Havana');
    expect(formatWhen(midnight, 'America/Caracas', 'long')).toBe('Sun 3 Nov 2024, 00:30 or 01:30');
    expect(formatWhen(midnight, 'Pacific/Honolulu', 'long')).toBe('Sat 2 Nov 2024, 18:30 or 19:30');
    expect(formatWhen(midnight, 'Atlantic/Azores', 'long')).toBe('Sun 3 Nov 2024, 03:30 or 04:30');
    expect(formatWhen(midnight, 'America/Los_Angeles', 'long')).toBe(
      'Sat 2 Nov 2024, 21:30 or 22:30',
    );
  });

  test('what cannot be read is told by its ends', () => {
    const {when} = dated('2024-01-24/2024-01-26');
    const unread = {edtf: 'soon', timezone: BAGHDAD, when};
    expect(formatWhen(unread, BAGHDAD, 'long')).toBe('Wed 24 to Fri 26 Jan 2024');
    const minute = {...unread, when: {...when, end: when.start + 60_000}};
    expect(formatWhen(minute, BAGHDAD, 'long')).toBe('Wed 24 Jan 2024, 00:00');
    const hours = {...unread, when: {...when, end: when.start + 5 * 3_600_000}};
    expect(formatWhen(hours, BAGHDAD, 'long')).toBe('Wed 24 Jan 2024, 00:00 to 05:00');
    const most = {...unread, when: {...when, end: when.end - 1}};
    expect(formatWhen(most, BAGHDAD, 'long')).toContain(', 00:00 to Fri 26 Jan 2024, 23:59');
    const open = {...unread, when: {...when, end: Infinity}};
    expect(formatWhen(open, BAGHDAD, 'long')).toBe('2024 to open');
  });

  test('what is about a day, or longer, is the same in every zone', () => {
    for (const edtf of ['2023-10-15~', '2024-01', '2024', '2024-01-XX', 'Y-138E8', '[..2024]']) {
      const when = dated(edtf);
      expect(formatWhen(when, WASHINGTON, 'long')).toBe(formatWhen(when, BAGHDAD, 'long'));
    }
  });
});

describe('dateHeading', () => {
  test.each([
    ['2024-01-24', 'Wed 24 Jan 2024'],
    ['2024-01-24T02:30:00', 'Wed 24 Jan 2024'],
    ['2023-10-15~/2024-01-24', 'from mid-Oct 2023'],
    ['2023-10-15~/2024-01-23', 'from mid-Oct 2023'],
    ['2012-10-02T15:00/2012-10-02T15:30', 'Tue 2 Oct 2012'],
    ['2012-10-02T15:00/2012-10-03T15:30', 'from Tue 2 Oct 2012'],
    ['2012-10-02/2012-10-02', 'Tue 2 Oct 2012'],
    ['2023-10-15~', 'mid-Oct 2023'],
    ['/..', 'start unknown'],
    ['../..', 'start open'],
    ['../1985', 'until 1985'],
    ['1985/..', 'from 1985'],
    ['2024-01', 'Jan 2024'],
  ])('%s stands under "%s"', (edtf, heading) => {
    expect(dateHeading(dated(edtf), BAGHDAD)).toBe(heading);
  });

  test('the strikes stand under Tuesday in Washington, whatever the hour is called', () => {
    expect(dateHeading(strikes, BAGHDAD)).toBe('Wed 24 Jan 2024');
    expect(dateHeading(strikes, WASHINGTON)).toBe('Tue 23 Jan 2024');
    expect(dateHeading(dated('2024-01-24'), WASHINGTON)).toBe('Tue 23 or Wed 24 Jan 2024');
    expect(dateHeading(dated('2024-01-24~', 'dawn'), BAGHDAD)).toBe('~Wed 24 Jan 2024');
    expect(dateHeading(dated('2024-01-24~', 'dawn'), WASHINGTON)).toBe('~Tue 23 Jan 2024');
  });
});

describe('the day elsewhere', () => {
  test('the strikes came on Tuesday in Washington', () => {
    expect(dayElsewhere(strikes, WASHINGTON)).toBe('Tue 23 Jan 2024 in Washington');
    expect(dayElsewhere(dated('2024-01-24'), WASHINGTON)).toBe(
      'Tue 23 or Wed 24 Jan 2024 in Washington',
    );
    expect(doesZoneChangeDate(strikes, WASHINGTON)).toBe(true);
    expect(daysInZone(strikes.when, WASHINGTON)).toMatchObject({
      first: {year: 2024, month: 1, day: 23},
      last: {year: 2024, month: 1, day: 23},
    });
  });

  test('is not told where it is the same, nor for dates that are not known to the day', () => {
    expect(dayElsewhere(strikes, BAGHDAD)).toBeUndefined();
    expect(dayElsewhere(dated('2024-01-24', 'afternoon'), 'Europe/Istanbul')).toBeUndefined();
    expect(dayElsewhere(dated('2023-10-15~'), WASHINGTON)).toBeUndefined();
    expect(dayElsewhere(dated('/..'), WASHINGTON)).toBeUndefined();
    expect(doesZoneChangeDate(dated('2024/..'), WASHINGTON)).toBe(false);
    expect(daysInZone(dated('2024/..').when, BAGHDAD)).toBeUndefined();
  });
});
