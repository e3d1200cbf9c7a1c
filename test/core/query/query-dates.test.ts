import {expect, test} from 'vitest';
import {isQueryDate, resolveQueryDate} from '../../../source/core/query/query-dates.js';
import {parseQuery} from '../../../source/core/query/parse-query.js';

test('a day begins and ends in the zone of the chronology', () => {
  expect(resolveQueryDate('2024-01-24', 'Asia/Baghdad')).toEqual({
    start: Date.UTC(2024, 0, 23, 21),
    end: Date.UTC(2024, 0, 24, 21),
  });
});

test('a month and an interval mean all of their days', () => {
  const january = resolveQueryDate('2024-01', 'UTC');
  expect(january).toEqual({start: Date.UTC(2024, 0, 1), end: Date.UTC(2024, 1, 1)});
  expect(resolveQueryDate('2024-01-01/2024-01-31', 'UTC')).toEqual(january);
  expect(resolveQueryDate('2023-10-15/..', 'UTC')?.end).toBe(Infinity);
});

test('what is no EDTF is no date', () => {
  expect(isQueryDate('2023-10-15~')).toBe(true);
  expect(isQueryDate('yesterday')).toBe(false);
  expect(resolveQueryDate('24/01/2024', 'UTC')).toBeUndefined();
});

test('a query is checked against EDTF unless told otherwise', () => {
  expect(parseQuery('after:2023-10-15~ before:2024-21').problems).toEqual([]);
  expect(parseQuery('after:2024-13 x').problems[0]?.message).toBe('2024-13 is not a date');
});
