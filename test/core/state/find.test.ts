import {describe, expect, test} from 'vitest';
import {matchesOf} from '../../../source/core/state/find.js';
import type {Chronology} from '../../../source/core/events/chronology.js';
import {emptyChronology} from '../../helpers/generated-chronologies.js';
import {openBench, type Bench} from '../../helpers/open-bench.js';

const CHRONOLOGY: Chronology = {
  ...emptyChronology(),
  events: ['strike one', 'talks', 'strike two', 'march', 'strike three'].map((title, at) => ({
    id: title.replace(' ', '-'),
    title,
    when: {edtf: `2024-01-0${at + 1}`, basis: 'stated' as const},
    side: at % 2 === 0 ? 'north' : 'south',
  })),
};

function search(bench: Bench, needle: string): void {
  bench.press('/');
  bench.type(needle);
  bench.press('enter');
}

function open(): Bench {
  return openBench({chronology: CHRONOLOGY, opening: {at: 'talks'}});
}

function message(bench: Bench): string | undefined {
  return bench.state().message?.text;
}

describe('a search', () => {
  test('goes on from the event of the reader, round at the ends, and counts from 1', () => {
    const bench = open();
    search(bench, 'strike');
    expect(message(bench)).toBe('3 matches: n next, N previous');
    const told = ['n', 'n', 'n', 'N'].map((key) => {
      bench.press(key);
      return message(bench);
    });
    expect(told).toEqual([
      'Match 3 of 3 for strike',
      'Match 1 of 3 for strike',
      'Match 2 of 3 for strike',
      'Match 1 of 3 for strike',
    ]);
  });

  test('that finds nothing says what to try', () => {
    const bench = open();
    search(bench, 'earthquake');
    bench.press('n');
    expect(message(bench)).toBe('Nothing matches earthquake: try fewer or shorter words');
  });

  test.each([
    ['strike', 'side:north', 3],
    ['"strike', 'side:north', 3],
    ['"strike', 'side:south', 0],
    ['march OR talks', 'side:south', 2],
    ['strike OR march', 'side:south OR side:none', 1],
    ['', 'side:north', undefined],
  ])('for %s within %s finds %s', (needle, filter, count) => {
    const bench = open();
    const state = {...bench.state(), filter};
    expect(matchesOf(state, bench.env(), needle)?.count).toBe(count);
  });

  test('that cannot be read finds nothing, with a filter as without one', () => {
    const bench = open();
    for (const filter of ['', 'side:south']) {
      const state = {...bench.state(), filter};
      expect(matchesOf(state, bench.env(), 'strike) OR (march')).toBeUndefined();
      expect(bench.env().countWords(state, 'strike) OR (march')).toBe(
        'this bracket closes nothing',
      );
    }
  });
});
