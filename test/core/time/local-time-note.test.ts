import {expect, test} from 'vitest';
import {parseEdtf} from '../../../source/core/time/edtf.js';
import {localTimeNote} from '../../../source/core/time/local-time-note.js';

function note(edtf: string, zone: string): string | undefined {
  const result = parseEdtf(edtf);
  return result.ok ? localTimeNote(result.value, zone) : result.error;
}

test('a time that clocks skipped is said to be none', () => {
  expect(note('2024-03-31T02:30:00', 'Europe/Berlin')).toBe(
    '02:30 never came in Berlin time, clocks went forward: taken as 03:30',
  );
});

test('a time that clocks showed twice is said to be either', () => {
  expect(note('2024-10-27T02:30:00/2024-10-28', 'Europe/Berlin')).toBe(
    '02:30 came twice in Berlin time: it may be either',
  );
});

test('a day that clocks skipped is said to be none, and so is a time of it', () => {
  expect(note('2011-12-30', 'Pacific/Apia')).toBe(
    'Fri 30 Dec 2011 never was in Apia time: taken as the beginning of Sat 31 Dec 2011',
  );
  expect(note('2011-12-30T12:00:00', 'Pacific/Apia')).toBe(
    '12:00 never came in Apia time, clocks went forward: taken as 12:00 on Sat 31 Dec 2011',
  );
});

test.each([
  ['2011-12-29', 'Pacific/Apia'],
  ['2011-12-31', 'Pacific/Apia'],
  ['2011-12-XX', 'Pacific/Apia'],
  ['2024-04-26', 'Africa/Cairo'],
  ['2024-10-27T02:30:00Z', 'Europe/Berlin'],
  ['2024-10-27T03:00:00', 'Europe/Berlin'],
  ['2024-10-27T02:30:00', 'Asia/Baghdad'],
  ['2024-10-27', 'Europe/Berlin'],
  ['[2024-10-27,2025]', 'Europe/Berlin'],
])('nothing is said of %s in %s', (edtf, zone) => {
  expect(note(edtf, zone)).toBeUndefined();
});
