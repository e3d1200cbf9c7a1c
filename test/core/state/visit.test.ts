import {describe, expect, test} from 'vitest';
import {manyEvents} from '../../helpers/generated-chronologies.js';
import {openBench, type Bench} from '../../helpers/open-bench.js';

/** Whether the list shows the line on which the cursor is, marked as such with and without the focus. */
function isCursorInSight(bench: Bench): boolean {
  return bench
    .text()
    .split('\n')
    .some((line) => /^[>-] /u.test(line));
}

describe('the way back', () => {
  test.each(['back', 'forward'])('%s shows the cursor though the screen got lower', (way) => {
    const bench = openBench({chronology: manyEvents(200, 3), columns: 80, rows: 60});
    bench.press('g');
    // To the last line of a high list, where a low one would not show it.
    for (let at = 0; at < 25; at += 1) bench.press('j');
    bench.press('enter', '#');
    if (way === 'forward') bench.press('escape', 'escape');
    bench.give({type: 'resize', size: {columns: 80, rows: 13}});
    bench.press(...(way === 'back' ? ['escape', 'escape'] : ['}', '}']));
    expect(bench.state().stop.cursor).toBe(25);
    expect(isCursorInSight(bench)).toBe(true);
  });
});
