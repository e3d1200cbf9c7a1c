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
