import {expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {openBench} from '../helpers/open-bench.js';

test.each(['source:report', 'sources'])(
  'the date of a report that an editor inferred says so when it is copied: %s',
  (pane) => {
    const bench = openBench({chronology: bundled, opening: {pane}});
    const {frame} = bench.state().stop;
    const copy = bench.env().content(bench.state(), frame).items[0]?.copy;
    expect(copy).toMatch(/24 Jan 2024.* \(inferred\)/u);
    expect(copy).not.toContain('2024-01-24');
  },
);
