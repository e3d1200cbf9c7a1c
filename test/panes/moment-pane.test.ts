import {expect, test} from 'vitest';
import {emptyChronology} from '../helpers/generated-chronologies.js';
import {openBench} from '../helpers/open-bench.js';

function momentOf(count: number): {readonly items: number; readonly text: string} {
  const bench = openBench({
    chronology: {
      ...emptyChronology(),
      events: Array.from({length: count}, (_, at) => ({
        id: `e${at}`,
        title: `Event ${at}`,
        when: {edtf: '2024-01-24', basis: 'stated' as const},
      })),
    },
    rows: 60,
    opening: {at: 'e0', pane: 'moment'},
  });
  const {items, lines} = bench.env().content(bench.state(), bench.state().stop.frame);
  const texts = lines.map((line) => line.map(({text}) => text).join(''));
  return {items: items.length, text: texts.join('\n')};
}

test('a moment lists 300 events and counts the others', () => {
  expect(momentOf(300).text).not.toContain('more');
  const {items, text} = momentOf(307);
  expect(items).toBe(300);
  expect(text).toContain('and 7 more');
});
