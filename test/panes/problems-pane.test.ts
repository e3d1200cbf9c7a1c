import {describe, expect, test} from 'vitest';
import {groupLosses, type ImportFigures} from '../../source/core/events/import-figures.js';
import {oneEvent} from '../helpers/generated-chronologies.js';
import {openBench} from '../helpers/open-bench.js';

function imported(
  losses: readonly {row: number; field: string; what: string}[],
  refused = 0,
): ImportFigures {
  return {
    file: 'ged.csv',
    format: 'UCDP GED',
    rows: 100,
    refused,
    events: 100 - refused,
    losses: groupLosses(losses, 200),
  };
}

describe('an imported file', () => {
  const losses = [
    {row: 7, field: 'best', what: 'lies outside low and high'},
    {row: 3, field: 'date', what: 'refused: not a date: "never"'},
    {row: 9, field: 'best', what: 'lies outside low and high'},
    {row: 0, field: 'note', what: 'has no place in a chronology'},
    {row: 12, field: 'date', what: 'refused: not a date: "soon"'},
  ];
  const open = () =>
    openBench({chronology: oneEvent(), imports: [imported(losses, 2)], columns: 110, rows: 40});

  test('is summed up in one line when it opens', () => {
    expect(open().text()).toContain('UCDP GED: 100 rows, 98 events, 2 refused; ! lists 5 losses');
  });

  test('has its losses by kind in the problems pane, with counts, rows and the values quoted', () => {
    const bench = open();
    bench.press('!');
    const text = bench
      .text()
      .split('\n')
      .map((line) => line.split('│')[1]?.trim() ?? '')
      .join('\n');
    expect(text).toContain('UCDP GED  ged.csv\n100 rows = 98 kept + 2 refused, 98 events');
    expect(text).toMatch(/best: lies outside low and high +2 times\nrows 7, 9/u);
    expect(text).toMatch(/date: refused: not a date +2 times\nrow 3: "never"\nrow 12: "soon"/u);
    expect(text).toContain('note: has no place in a chronology');
  });

  test('says after a change that cannot be read whose figures it shows', () => {
    const mistake = {severity: 'error', message: 'no column of dates found'} as const;
    const options = {chronology: oneEvent(), imports: [imported(losses, 2)], columns: 110};
    const bench = openBench({...options, problems: [mistake], isOutdated: true});
    bench.press('!');
    expect(bench.text()).toContain('no column of dates found');
    expect(bench.text()).toContain('Figures and losses are those of the last good version.');
    const sound = open();
    sound.press('!');
    expect(sound.text()).not.toContain('last good version');
  });

  test('shows its figures also when nothing was lost', () => {
    const bench = openBench({chronology: oneEvent(), imports: [imported([])], columns: 110});
    bench.press('!');
    expect(bench.state().stop.frame.pane).toBe('problems');
    expect(bench.text()).toContain('100 rows = 100 kept + 0 refused, 100 events');
    expect(bench.text()).toContain('Everything was kept.');
  });

  test('of our own says nothing of rows', () => {
    const bench = openBench({chronology: oneEvent()});
    expect(bench.state().message).toBeUndefined();
    bench.press('!');
    expect(bench.state().message?.text).toBe('The file has no problems');
  });
});
