import {expect, test} from 'vitest';
import {isoDay, isoYear, nearestDay, nearestMonthYear} from '../../../source/core/time/edtf-day.js';

test('a 29 February is that of the nearest leap year, over 1900 too, which was none', () => {
  const nearest = (year: number): unknown => nearestDay(29, 2, Date.UTC(year, 0, 10), 'UTC');
  expect([1896, 1899, 1900, 1901, 2000, 2025].map(nearest)).toEqual([
    {year: 1896, month: 2, day: 29},
    {year: 1896, month: 2, day: 29},
    {year: 1896, month: 2, day: 29},
    {year: 1904, month: 2, day: 29},
    {year: 2000, month: 2, day: 29},
    {year: 2024, month: 2, day: 29},
  ]);
});

test('a day and a month are those of the nearest year, by the calendar of the zone', () => {
  const newYear = Date.UTC(2023, 11, 31, 22);
  expect(nearestDay(1, 7, newYear, 'UTC')).toMatchObject({year: 2023});
  expect(nearestDay(1, 7, newYear, 'Asia/Baghdad')).toMatchObject({year: 2024});
  expect(nearestDay(31, 2, newYear, 'UTC')).toBeUndefined();
  expect(nearestDay(0, 2, newYear, 'UTC')).toBeUndefined();
  expect(nearestMonthYear(12, newYear, 'UTC')).toBe(2023);
  expect(nearestMonthYear(1, newYear, 'UTC')).toBe(2024);
});

test.each([
  [2024, 1, 24, '2024-01-24'],
  [-43, 3, 15, '-0043-03-15'],
  [0, 1, 1, '0000-01-01'],
  [12_000, 1, 1, 'Y12000'],
  [-12_000, 1, 1, 'Y-12000'],
])('EDTF of the year %d, month %d, day %d is %s', (year, month, day, edtf) => {
  expect(isoDay(year, month, day)).toBe(edtf);
  expect(isoYear(year)).toBe(edtf.replace(/-\d\d-\d\d$/, ''));
});
