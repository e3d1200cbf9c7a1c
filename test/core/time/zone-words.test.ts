import {describe, expect, test} from 'vitest';
import {MS_PER_YEAR} from '../../../source/core/time/civil-calendar.js';
import {
  offsetWords,
  zoneForms,
  zonePlace,
  zoneWords,
} from '../../../source/core/time/zone-words.js';

describe('a zone in words', () => {
  test.each([
    ['Asia/Baghdad', 'Baghdad time', 'Baghdad'],
    ['America/New_York', 'New York time', 'Washington'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires time', 'Buenos Aires'],
    ['UTC', 'UTC', 'UTC'],
    ['Etc/UTC', 'UTC', 'UTC'],
    ['GMT', 'UTC', 'UTC'],
    ['CET', 'CET', 'CET'],
    // The names of these have the sign of POSIX.
    ['Etc/GMT+3', 'UTC-3', 'UTC-3'],
    ['Etc/GMT-14', 'UTC+14', 'UTC+14'],
  ])('%s is "%s", and its place %s', (zone, words, place) => {
    expect([zoneWords(zone), zonePlace(zone)]).toEqual([words, place]);
  });
});

test.each([
  [0, 'UTC'],
  [3 * 60, 'UTC+3'],
  [-5 * 60, 'UTC-5'],
  [-(3 * 60 + 30), 'UTC-3:30'],
  [5 * 60 + 45, 'UTC+5:45'],
  [13 * 60 + 45, 'UTC+13:45'],
  [-44.5, 'UTC-0:44:30'],
])('an offset of %d minutes is %s', (minutes, words) => {
  expect(offsetWords(minutes * 60_000)).toBe(words);
});

describe('a zone over a span', () => {
  const [january, july] = [Date.UTC(2024, 0, 1), Date.UTC(2024, 6, 1)];

  test.each([
    ['Asia/Baghdad', january, july, 'Baghdad time (UTC+3)'],
    ['America/New_York', january, january, 'New York time (UTC-5)'],
    ['America/New_York', january, july, 'New York time (UTC-5/-4)'],
    ['America/New_York', july, january + MS_PER_YEAR, 'New York time (UTC-4/-5)'],
    ['Europe/London', january, july, 'London time (UTC/+1)'],
    ['Europe/London', july, july + MS_PER_YEAR, 'London time (UTC+1/+0)'],
    ['Etc/GMT+3', january, july, 'UTC-3'],
    ['Etc/UTC', january, july, 'UTC'],
    ['CET', january, january, 'CET (UTC+1)'],
    ['America/New_York', january, january + 30 * MS_PER_YEAR, 'New York time'],
    ['Asia/Baghdad', -1e20, 1e20, 'Baghdad time'],
    ['Asia/Baghdad', 1e25, 1e25 + 3e10, 'Baghdad time (UTC+3)'],
    ['Asia/Baghdad', -Infinity, Infinity, 'Baghdad time'],
  ])('%s from %d to %d is %s', (zone, start, end, words) => {
    expect(zoneForms(zone, start, end)[0]).toBe(words);
  });

  test('tells of a change of clocks even when it is undone before the end', () => {
    const end = january + 2 * MS_PER_YEAR;
    expect(zoneForms('Europe/Berlin', january, end)[0]).toBe('Berlin time (UTC+1/+2)');
    // Summer time of a week less an hour, in October 2000.
    const october = [Date.UTC(2000, 9, 1), Date.UTC(2000, 10, 1)] as const;
    expect(zoneForms('America/Noronha', ...october)[0]).toBe('Noronha time (UTC-2/-1)');
  });

  test('is told shorter and shorter', () => {
    expect(zoneForms('Asia/Baghdad', january, july)).toEqual([
      'Baghdad time (UTC+3)',
      'Baghdad time',
      'UTC+3',
    ]);
    expect(zoneForms('Asia/Baghdad', -1e20, 1e20)).toEqual(['Baghdad time', 'Baghdad']);
  });
});
