import {describe, expect, test} from 'vitest';
import bundled from '../../../data/washington-baghdad.yaml';
import {openBench, type Bench} from '../../helpers/open-bench.js';

const listed = (bench: Bench): readonly string[] =>
  bench
    .text()
    .split('\n')
    .filter((line) => /^[> -] [◇△○□]/u.test(line));
/** Signs of events in the lanes, above the list. */
const drawn = (bench: Bench): number =>
  (/^[^]*?─ Sequence/u.exec(bench.text())?.[0].match(/[◇△○□]/gu) ?? []).length;

describe('what is in view', () => {
  test('is the whole list when the screen grows large enough for it', () => {
    const bench = openBench({chronology: bundled, columns: 100, rows: 12});
    bench.press('G');
    bench.give({type: 'resize', size: {columns: 160, rows: 60}});
    expect(listed(bench)).toHaveLength(18);
  });

  test('in the scale of steps are the events that pass a new filter', () => {
    const bench = openBench({chronology: bundled, columns: 120, rows: 40});
    bench.press('+', '+', 's', 'F');
    bench.type('said:coalition');
    bench.press('enter');
    expect(bench.state().stop.timeline.scale).toBe('sequence');
    expect(listed(bench).length).toBeGreaterThan(1);
    expect(drawn(bench)).toBeGreaterThan(0);
  });

  test('in the scale of steps are events also when a command line asks for steps that there are not', () => {
    const bench = openBench({
      chronology: bundled,
      opening: {scale: 'sequence', zoom: '7/18', query: 'kind:strike'},
    });
    expect(drawn(bench)).toBeGreaterThan(0);
  });
});

test('a command is found by its key, then by the words it begins with', () => {
  const bench = openBench({chronology: bundled});
  bench.press(':');
  bench.type('q');
  bench.press('enter');
  expect(bench.effects.at(-1)?.kind).toBe('quit');
  bench.press(':');
  bench.type('place');
  bench.press('enter');
  expect(bench.state().stop.frame.pane).toBe('place');
});

test('a month that reaches beyond the broken scale is in view as far as the scale goes', () => {
  const bench = openBench({chronology: bundled});
  bench.press('t');
  bench.type('jan 2024');
  bench.press('enter');
  const {scale, start, end} = bench.state().stop.timeline;
  expect(scale).toBe('broken');
  expect(start).toBeLessThanOrEqual(Date.UTC(2023, 11, 31, 21));
  expect(end).toBeGreaterThan(Date.UTC(2024, 0, 24));
});

test('a new filter leaves the event of the reader in view among the steps that there are then', () => {
  const bench = openBench({
    chronology: bundled,
    opening: {at: 'earlier-strikes', scale: 'sequence'},
  });
  // The last steps, without the event, which is the fifth of them all.
  bench.press('+', '+', '>', '>', '>', '>', '>', '>');
  const isInView = (): boolean => {
    const {cursor, timeline} = bench.state().stop;
    return timeline.firstStep <= cursor + 0.5 && cursor + 0.5 <= timeline.lastStep;
  };
  expect(isInView()).toBe(false);
  bench.press('F');
  bench.type('by:austin OR id:earlier-strikes OR id:withdrawal-demand OR side:iraq OR side:us');
  bench.press('enter');
  expect(bench.state().filter).not.toBe('');
  expect(isInView()).toBe(true);
});

test('the way back leads to the event where it is after a file has been read again', () => {
  const bench = openBench({chronology: bundled, opening: {at: 'strikes', scale: 'time'}});
  bench.press('+', '+', '<', '<', '<', '<', 'c');
  const stops = bench.state().back.map(() => 'strikes');
  bench.give({type: 'store.changed', event: 'strikes', stops: [...stops, 'strikes']});
  bench.press('escape');
  const {start, end} = bench.state().stop.timeline;
  const moment = Date.UTC(2024, 0, 24);
  expect(start).toBeLessThan(moment);
  expect(end).toBeGreaterThan(moment);
});

test('every mark of an event stands beside it', () => {
  const bench = openBench({chronology: bundled, opening: {at: 'strikes'}});
  bench.press('m');
  bench.type('a');
  bench.press('enter', 'm');
  bench.type('b');
  bench.press('enter');
  expect(bench.text()).toMatch(/≷ 'a 'b│/u);
});
