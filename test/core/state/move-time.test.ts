import {describe, expect, test} from 'vitest';
import type {Chronology} from '../../../source/core/events/chronology.js';
import {emptyChronology} from '../../helpers/generated-chronologies.js';
import {openBench, type Bench} from '../../helpers/open-bench.js';

const DAY = 86_400_000;

function openDated(dates: Readonly<Record<string, string>>, at?: string): Bench {
  const chronology: Chronology = {
    ...emptyChronology(),
    events: Object.entries(dates).map(([id, edtf]) => ({
      id,
      title: id,
      when: {edtf, basis: 'stated' as const},
    })),
  };
  return openBench({chronology, opening: {at, scale: 'time'}});
}

function goTo(bench: Bench, date: string): void {
  bench.press('t');
  bench.type(date);
  bench.press('enter');
}

function told(bench: Bench): readonly [string | undefined, string | undefined] {
  const {frame} = bench.state().stop;
  return [frame.subject, bench.state().message?.text];
}

describe('going to a date', () => {
  const dates = {
    siege: '2024-01-05/2024-01-20',
    shot: '2024-01-19',
    talks: '2024-02-10',
    truce: '2024-02-20',
  };

  test('says what is there, or that nothing is and which is the nearest', () => {
    const bench = openDated(dates);
    for (const [typed, id, words] of [
      ['19 jan 2024', 'shot', 'At Fri 19 Jan 2024'],
      ['18 jan 2024', 'siege', 'At Thu 18 Jan 2024: during siege'],
      ['10 feb 2024', 'talks', 'At Sat 10 Feb 2024'],
      ['12 feb 2024', 'talks', 'Nothing is dated Mon 12 Feb 2024: this is the nearest'],
      ['18 feb 2024', 'truce', 'Nothing is dated Sun 18 Feb 2024: this is the nearest'],
      ['1 jan 2023', 'siege', 'Nothing is dated Sun 1 Jan 2023: this is the nearest'],
      ['1 mar 2025', 'truce', 'Nothing is dated Sat 1 Mar 2025: this is the nearest'],
    ] as const) {
      goTo(bench, typed);
      expect(told(bench), typed).toEqual([id, words]);
    }
  });

  test('widens the window where the date is longer than it', () => {
    const bench = openDated(dates, 'talks');
    bench.press('+', '+', '+', '+', '+', '+', '+', '+');
    const near = bench.state().stop.timeline;
    expect(near.end - near.start).toBeLessThan(20 * DAY);
    goTo(bench, '2024-02');
    const {start, end} = bench.state().stop.timeline;
    expect(start).toBeLessThan(Date.UTC(2024, 1, 1));
    expect(end).toBeGreaterThan(Date.UTC(2024, 2, 1));
  });
});

describe('panning', () => {
  test('goes on by a quarter of the window, there and back', () => {
    const bench = openDated({first: '2024-01-01', last: '2024-12-31'}, 'first');
    bench.press('+', '+', '+', '+');
    const before = bench.state().stop.timeline;
    const width = before.end - before.start;
    bench.press('>');
    const after = bench.state().stop.timeline;
    expect((after.start - before.start) / width).toBeCloseTo(0.25, 2);
    expect((after.end - before.end) / width).toBeCloseTo(0.25, 2);
    bench.press('<');
    expect(bench.state().stop.timeline.start / DAY).toBeCloseTo(before.start / DAY, 3);
  });
});
