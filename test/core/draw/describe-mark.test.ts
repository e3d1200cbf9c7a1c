import {describe, expect, test} from 'vitest';
import {describeMark} from '../../../source/core/draw/describe-mark.js';
import {escalationView} from '../layout/escalation-view.js';

const view = escalationView();

function words(title: string, zone = 'Asia/Baghdad'): string {
  const row = view.rows(0, view.count).find((each) => each.title === title);
  return row ? describeMark(row, zone) : '';
}

describe('marks in words', () => {
  test('a span says how sure each end is', () => {
    expect(words('More than 150 attacks')).toBe(
      'violence over a span from 15 Oct 2023 (approximate) to 24 Jan 2024',
    );
  });

  test('open and unknown ends are said apart', () => {
    expect(words('War nearby')).toBe('event over a span from an unknown date to an open end');
  });

  test('a point is somewhere within its day, or within its hours', () => {
    expect(words('The adviser posts')).toBe('statement at some time on 24 Jan 2024, date inferred');
    expect(words('Strikes before dawn')).toBe(
      'violence at some time between 24 Jan 2024 00:00 and 24 Jan 2024 05:00, date inferred',
    );
  });

  test('the zone of the reader changes the date that is said', () => {
    expect(words('Strikes before dawn', 'America/New_York')).toContain('between 23 Jan 2024 16:00');
  });
});
