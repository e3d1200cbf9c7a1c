import {describe, expect, test} from 'vitest';
import bundled from '../../../data/washington-baghdad.yaml';
import {openBench, type Bench} from '../../helpers/open-bench.js';

describe('the filter pane', () => {
  function selected(bench: Bench): string | undefined {
    const {overlay} = bench.state();
    if (overlay?.kind !== 'facets') return undefined;
    return bench.env().facets(bench.state())[overlay.selected]?.filter;
  }

  test('selects every value and no heading, down to the last and up to the first', () => {
    const bench = openBench({chronology: bundled});
    bench.press('f');
    const filters = bench
      .env()
      .facets(bench.state())
      .flatMap(({filter}) => filter ?? []);
    const down = filters.map(() => {
      const filter = selected(bench);
      bench.press('j');
      return filter;
    });
    expect(down).toEqual(filters);
    expect(selected(bench)).toBe(filters.at(-1));
    bench.press('g');
    expect(selected(bench)).toBe(filters[0]);
    bench.press('k');
    expect(selected(bench)).toBe(filters[0]);
    bench.press('G');
    expect(selected(bench)).toBe(filters.at(-1));
  });
});
