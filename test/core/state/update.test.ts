import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import bundled from '../../../data/washington-baghdad.yaml';
import type {Chronology} from '../../../source/core/events/chronology.js';
import {lineWidth} from '../../../source/core/draw/fit-text.js';
import {sequenceRows} from '../../../source/core/layout/sequence-rows.js';
import {COMMANDS, type Action, type PromptEdit} from '../../../source/core/state/action.js';
import {frameOf, toDots} from '../../../source/core/draw/map-view.js';
import {layoutOf} from '../../../source/core/state/layout-of.js';
import {listHeading} from '../../../source/core/state/list-heading.js';
import {KEY_TABLE} from '../../../source/keys/key-table.js';
import {emptyChronology, manyEvents, oneEvent} from '../../helpers/generated-chronologies.js';
import {openBench, type Bench} from '../../helpers/open-bench.js';

const EDITS: readonly PromptEdit[] = [
  'backspace',
  'delete-word',
  'clear',
  'left',
  'right',
  'home',
  'end',
  'complete',
  'next',
  'previous',
];

// Quitting and suspending change nothing in the state; the rest of the table is pressed by name.
const KEYS = KEY_TABLE.flatMap((binding) => binding.keys);

type Step = {readonly key: string} | {readonly action: Action};

const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom(...COMMANDS).map((type): Step => ({action: {type}}))},
  {weight: 4, arbitrary: fc.constantFrom(...KEYS).map((key): Step => ({key}))},
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        'a',
        'is:contested',
        'side:',
        '"',
        '(',
        '-',
        'ض',
        '👍🏽',
        'e\u0301',
        ' OR ',
        '2024',
        '1',
        '~',
      )
      .map((text): Step => ({action: {type: 'prompt.insert', text}})),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...EDITS)
      .map((edit): Step => ({action: {type: 'prompt.edit', edit}})),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({min: -30, max: 30})
      .map((by): Step => ({action: {type: 'overlay.move', by}})),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('overlay.accept', 'overlay.close', 'store.changed', 'tour.tick', 'map.loaded')
      .map((type): Step => ({action: {type}})),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({min: 1, max: 300}), fc.integer({min: 1, max: 100}))
      .map(([columns, rows]): Step => ({action: {type: 'resize', size: {columns, rows}}})),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom([40, 10], [63, 10], [64, 11], [80, 24])
      .map(([columns = 1, rows = 1]): Step => ({action: {type: 'resize', size: {columns, rows}}})),
  },
);

function take(bench: Bench, next: Step): void {
  if ('key' in next) bench.press(next.key);
  else bench.give(next.action);
}

/** What is true of every state and of every screen, whatever the reader does. */
function expectSound(bench: Bench): void {
  const {stop} = bench.state();
  const view = bench.env().view(bench.state());
  expect(stop.cursor).toBeGreaterThanOrEqual(0);
  expect(stop.cursor).toBeLessThanOrEqual(Math.max(0, view.count - 1));
  const height = layoutOf(bench.state(), bench.env()).sequence.rows;
  if (view.count > 0 && height > 0) {
    const shown = sequenceRows(view, stop.top, height, listHeading(bench.state(), view));
    const isSeen = shown.some((item) => item.kind === 'event' && item.row.index === stop.cursor);
    expect(isSeen, `cursor ${stop.cursor} from ${stop.top} in ${height} rows`).toBe(true);
  }
  const {start, end, firstStep, lastStep} = stop.timeline;
  expect(start).toBeLessThan(end);
  expect(firstStep).toBeLessThan(lastStep);
  expectWhole(bench);
}

/** Every cell of the screen is drawn once, by something that shows. */
function expectWhole(bench: Bench): void {
  const {columns, rows} = bench.state().size;
  const lines = bench.lines();
  expect(lines).toHaveLength(rows);
  for (const line of lines) {
    expect(lineWidth(line), textOfLine(line)).toBe(columns);
    expect(textOfLine(line)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
  }
}

function textOfLine(line: readonly {readonly text: string}[]): string {
  return line.map((span) => span.text).join('');
}

describe('whatever is pressed', () => {
  const subjects = [
    ['the bundled chronology', bundled, 60, 40],
    ['an empty chronology', emptyChronology(), 25, 30],
    ['one event', oneEvent(), 25, 30],
    ['2,000 events', manyEvents(2000), 12, 25],
  ] as const;
  for (const [name, chronology, numRuns, maxLength] of subjects) {
    test(`${name} stays sound and fills the screen`, () => {
      fc.assert(
        fc.property(
          fc.array(step, {maxLength}),
          fc.constantFrom('unicode' as const, 'ascii' as const),
          (steps, charset) => {
            const bench = openBench({chronology, charset});
            expectSound(bench);
            for (const next of steps) {
              take(bench, next);
              expectSound(bench);
            }
          },
        ),
        {seed: 20_240_124, numRuns},
      );
    });
  }

  test('every size from 1x1 to 300x100 is filled', () => {
    const bench = openBench({chronology: bundled});
    const sizes = [1, 2, 39, 40, 63, 64, 80, 161, 300];
    const heights = [1, 2, 9, 10, 12, 13, 24, 100];
    for (const key of ['g', 'enter', '?', 'escape', 'f', 'escape', ':', 'escape', '/', 'escape']) {
      bench.press(key);
      for (const columns of sizes) {
        for (const rows of heights) {
          bench.give({type: 'resize', size: {columns, rows}});
          expectWhole(bench);
        }
      }
    }
  }, 60_000);
});

describe('going back', () => {
  test('after opening anything returns to the exact stop that was left', () => {
    const opens = [
      'pane.open',
      'pane.accounts',
      'pane.contested',
      'pane.chain',
      'pane.place',
      'pane.source',
      'pane.figures',
      'pane.moment',
      'pane.problems',
      'pane.legend',
      'chain.next',
      'chain.previous',
    ] as const;
    const moves = [
      'cursor.down',
      'cursor.up',
      'cursor.page-down',
      'pane.focus',
      'time.zoom-in',
    ] as const;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...moves, ...opens), {maxLength: 25}),
        fc.constantFrom(...opens),
        (way, open) => {
          const bench = openBench({chronology: bundled});
          for (const type of way) bench.give({type});
          const left = bench.state().stop;
          const depth = bench.state().back.length;
          bench.give({type: open});
          if (bench.state().back.length === depth) {
            // Nowhere to go, or one of several in the place of another.
            const {frame} = bench.state().stop;
            expect(frame.pane).toBe(left.frame.pane);
            expect(bench.state().stop).toEqual({...left, frame});
            return;
          }
          bench.give({type: 'pane.back'});
          expect(bench.state().stop).toEqual(left);
          bench.give({type: 'pane.forward'});
          bench.give({type: 'pane.back'});
          expect(bench.state().stop).toEqual(left);
        },
      ),
      {seed: 4, numRuns: 150},
    );
  });

  test('all the way ends where the reader started', () => {
    const bench = openBench({chronology: bundled});
    const start = bench.state().stop;
    bench.press('enter', 'c', 'j', 'enter', 'a', 'p', '#', 'r');
    expect(bench.state().back.length).toBeGreaterThan(4);
    while (bench.state().back.length > 0) bench.press('escape');
    expect(bench.state().stop).toEqual(start);
  });

  test('forward goes the same way again, and a new way forgets the old one', () => {
    const bench = openBench({chronology: bundled});
    bench.press('enter', 'c', 'a');
    const far = bench.state().stop;
    bench.press('escape', 'escape', '}', '}');
    expect(bench.state().stop).toEqual(far);
    bench.press('escape', '#', '}');
    expect(bench.state().stop.frame.pane).toBe('figures');
    expect(bench.state().message?.text).toBe('There is nothing to go forward to');
  });

  test('a resize on the way does not lose the pane the reader is in', () => {
    const bench = openBench({chronology: bundled});
    bench.press('enter', 'c', 'j');
    const {frame} = bench.state().stop;
    bench.give({type: 'resize', size: {columns: 41, rows: 10}});
    bench.give({type: 'resize', size: {columns: 80, rows: 24}});
    expect(bench.state().stop.frame).toEqual(frame);
  });
});

describe('moving', () => {
  test('through the list goes one event at a time and holds at the ends', () => {
    const bench = openBench({chronology: bundled});
    bench.press('g');
    const {count} = bench.env().view(bench.state());
    for (let at = 0; at < count + 3; at++) {
      expect(bench.state().stop.cursor).toBe(Math.min(at, count - 1));
      bench.press('j');
    }
    bench.press('g', 'k');
    expect(bench.state().stop.cursor).toBe(0);
    bench.press('G');
    expect(bench.state().stop.cursor).toBe(count - 1);
  });

  test('in time goes through every event, there and back', () => {
    const bench = openBench({chronology: bundled});
    const {count} = bench.env().view(bench.state());
    bench.press('g');
    for (let at = 0; at < count; at++) {
      expect(bench.state().stop.cursor).toBe(at);
      bench.press('l');
    }
    expect(bench.state().message?.text).toBe('Nothing is later');
    for (let at = count - 1; at >= 0; at--) {
      expect(bench.state().stop.cursor).toBe(at);
      bench.press('left');
    }
    expect(bench.state().message?.text).toBe('Nothing is earlier');
  });

  test('in time says how far it is, or that no order is told', () => {
    const bench = openBench({chronology: bundled});
    bench.press('l');
    expect(bench.state().message?.text).toBe(
      "Which of the two came first is not told: the order is the report's",
    );
    // The strikes may be the earlier of the two: the call fell somewhere in three months.
    bench.press('h', 'h');
    expect(bench.state().message?.text).toContain('is not told');
    bench.press('h', 'h');
    expect(bench.state().message?.text).toMatch(/^Began .* before or .* after Iraq demands/u);
  });

  test('sideways in a pane goes to the account beside, and never leaves the way', () => {
    const bench = openBench({chronology: bundled, columns: 200, rows: 60});
    bench.press('c', 'j');
    const {cursor, frame} = bench.state().stop;
    bench.press('right');
    expect(bench.state().stop.frame).toEqual({...frame, selected: frame.selected + 1});
    bench.press('h');
    expect(bench.state().stop.frame).toEqual(frame);
    bench.press('left');
    expect(bench.state().stop).toMatchObject({cursor, frame});
    expect(bench.state().message?.text).toMatch(/^Nothing stands beside this/u);
    bench.press('r', 'j', 'h', 'l', 'escape');
    expect(bench.state().stop.frame).toEqual(frame);
  });

  test.each([
    ['2024-01-24T00:15', 'Pre-dawn U.S. strikes in Iraq', /^At /u],
    ['2024-01-24T03:00', 'Pre-dawn U.S. strikes in Iraq', /^At /u],
    ['24 jan 2024', 'Pre-dawn U.S. strikes in Iraq', /^At /u],
    ['2024-01-24T18:00', 'Iraqi authorities accuse the U.S.', /^At /u],
    ['1 jan 2024', 'Earlier U.S. airstrikes', /^At .*: during Earlier U.S. airstrikes$/u],
    ['2024-01-24T06:30', 'Iraqi authorities accuse the U.S.', /: perhaps Iraqi authorities/u],
    [
      '1990',
      'Over 150 attacks on the coalition',
      /^Nothing is dated 1990: this is the nearest. The broken scale does not reach it. War in Gaza has no known start$/u,
    ],
    [
      '2031',
      'Some 900 U.S. troops in Syria',
      /^Nothing is dated 2031: this is the nearest\. .*War in Gaza has no known end$/u,
    ],
    ['yesterday', 'Pre-dawn U.S. strikes in Iraq', /^At Wed 24 Jan 2024$/u],
    ['tomorrow', 'Some 900 U.S. troops in Syria', /^Nothing is dated Fri 26 Jan 2024: /u],
  ])('to %s lands on what lies there', (typed, title, message) => {
    const bench = openBench({chronology: bundled});
    bench.press('G', 't');
    bench.type(typed);
    bench.press('enter');
    const {cursor} = bench.state().stop;
    const row = bench
      .env()
      .view(bench.state())
      .rows(cursor, cursor + 1)[0];
    expect(row?.title).toBe(title);
    expect(bench.state().message?.text).toMatch(message);
  });

  test('to a date on which nothing is known brings it into view, or leaves the timeline', () => {
    const bench = openBench({chronology: bundled, opening: {scale: 'time'}});
    bench.press('t');
    bench.type('1990');
    bench.press('enter');
    const {start, end} = bench.state().stop.timeline;
    expect([start < Date.UTC(1990, 0, 1), end > Date.UTC(1990, 11, 31)]).toEqual([true, true]);
    expect(bench.state().message?.text).not.toContain('does not reach');
    bench.press('s');
    const before = bench.state().stop.timeline;
    bench.press('G', 'g', 't');
    bench.type('1990');
    bench.press('enter');
    expect(bench.state().message?.text).toContain('The broken scale does not reach it');
    expect(bench.state().stop.timeline.scale).toBe(before.scale);
    expect(bench.state().stop.timeline.start).toBeGreaterThan(Date.UTC(2023, 0, 1));
  });

  test('through a pane shows every line of it on the way down', () => {
    for (const rows of [10, 14, 24]) {
      const bench = openBench({chronology: bundled, rows});
      bench.press('enter');
      const {lines} = bench.env().content(bench.state(), bench.state().stop.frame);
      const seen = new Set<number>();
      const height = layoutOf(bench.state(), bench.env()).detail.rows;
      for (let at = 0; at < lines.length * 2; at++) {
        const {scroll} = bench.state().stop.frame;
        for (let line = scroll; line < scroll + height; line++) seen.add(line);
        bench.press('j');
      }
      for (const at of lines.keys()) expect(seen.has(at), `line ${at} at ${rows} rows`).toBe(true);
    }
  });

  test('through a pane selects every item, down and up', () => {
    const bench = openBench({chronology: bundled});
    for (const open of [['enter'], ['enter', 'c'], ['#'], ['r'], ['C'], ['a']]) {
      const inPane = openBench({chronology: bundled});
      inPane.press(...open);
      const {items, lines} = inPane.env().content(inPane.state(), inPane.state().stop.frame);
      for (const [way, key] of [
        ['down', 'j'],
        ['up', 'k'],
      ] as const) {
        const seen = new Set<number>();
        for (let at = 0; at < lines.length + items.length + 4; at++) {
          seen.add(inPane.state().stop.frame.selected);
          inPane.press(key);
        }
        expect(
          [...seen].toSorted((a, b) => a - b),
          `${open.join(' ')} ${way}`,
        ).toEqual([...items.keys()]);
      }
    }
    expect(bench.effects).toEqual([]);
  });
});

describe('the whole screen', () => {
  test('goes to what has the focus, and back, with the selection in sight', () => {
    for (const keys of [
      [],
      ['enter', 'G'],
      ['c', 'j', 'j', 'j'],
      ['p'],
      ['r'],
      ['a'],
      ['C', 'G'],
    ]) {
      const bench = openBench({chronology: bundled});
      bench.press(...keys);
      const {stop} = bench.state();
      bench.press('v');
      expect(bench.text().split('\n')).toHaveLength(24);
      expect(bench.screen().timeline).toEqual([]);
      expect(layoutOf(bench.state(), bench.env())[stop.focus]).toMatchObject({
        columns: 80,
        rows: 21,
      });
      expect(bench.text(), keys.join(' ')).toMatch(/(?:^|│)>/mu);
      bench.press('v');
      expect(bench.state().stop).toEqual({
        ...stop,
        frame: {...stop.frame, scroll: expect.any(Number)},
      });
      expect(bench.screen().timeline.length).toBeGreaterThan(0);
    }
  });

  test('lays accounts side by side at 80 columns', () => {
    const bench = openBench({chronology: bundled});
    bench.press('c', 'v');
    expect(bench.text()).toMatch(/Iran-backed groups.*│ “facilities used by/u);
  });

  test('stays on the way deeper, and Esc comes back to what was there before', () => {
    const bench = openBench({chronology: bundled});
    const start = bench.state().stop;
    bench.press('c', 'v', 'j', 'enter');
    expect(bench.state().stop).toMatchObject({isEnlarged: true, frame: {pane: 'claim'}});
    bench.press('escape', 'escape');
    expect(bench.state().stop).toEqual(start);
    bench.press('v', 'escape');
    expect(bench.state().stop).toEqual(start);
  });

  test('keeps the keys of the hidden timeline from acting, but not those of the map', () => {
    const bench = openBench({chronology: bundled});
    bench.press('v', '+');
    expect(bench.state().message?.text).toBe('The timeline is hidden: v brings it back');
    bench.press('p', '+');
    expect(bench.state().stop.frame.map).toBeDefined();
  });
});

describe('a filter', () => {
  test('switched on and off again leaves event, list and window as they were', () => {
    const bench = openBench({chronology: bundled, opening: {zoom: '2024-01-20/2024-01-25'}});
    const {stop} = bench.state();
    bench.press('f', 'j', 'j', 'j', 'enter', 'enter', 'escape');
    expect(bench.state()).toMatchObject({filter: '', stop});
    bench.press('F');
    bench.type('side:groups');
    bench.press('enter');
    expect(bench.state().stop.cursor).not.toBe(stop.cursor);
    bench.press('F');
    bench.type(' unicorn');
    bench.press('enter', 'X');
    expect(bench.state()).toMatchObject({filter: '', stop});
  });

  test('dropped after a move keeps the event moved to', () => {
    const bench = openBench({chronology: bundled});
    bench.press('F');
    bench.type('side:iraq');
    bench.press('enter', 'j');
    const event = bench.state().stop.frame.subject;
    bench.press('X');
    expect(bench.state().stop.frame.subject).toBe(event);
  });

  test('that nothing passes shows no event and says how to widen it in full', () => {
    const bench = openBench({chronology: bundled});
    bench.press('F');
    bench.type('actor:nobody');
    expect(bench.text()).toMatch(/filter: actor:nobody.* no match/u);
    bench.press('enter');
    const text = bench.text();
    expect(text).toContain('No event is selected.');
    expect(text.replaceAll(/\s*│.*\n\s*/gu, ' ')).toContain(
      'nothing matches `actor:nobody`; drop it',
    );
  });

  test('tells while it is typed how many of all events it finds', () => {
    const bench = openBench({chronology: bundled, opening: {query: 'side:groups'}});
    bench.press('F', 'ctrl+u');
    bench.type('side:iraq');
    expect(bench.text()).toMatch(/filter: side:iraq.* 8 matches/u);
  });

  test('finds what was said by its sort of mark, and holds for what is contested', () => {
    const bench = openBench({chronology: bundled});
    bench.press('F');
    bench.type('kind:said');
    bench.press('enter');
    expect(bench.env().view(bench.state()).count).toBeGreaterThan(5);
    bench.press('C');
    const {lines, items} = bench.env().content(bench.state(), bench.state().stop.frame);
    expect(lines.slice(0, 3).map(textOfLine).join(' ')).toMatch(/that the filter\s+hides/u);
    expect(items.length).toBeLessThan(bench.store.contested(500).length);
  });

  test('can be switched at 40 columns from the pane too', () => {
    const bench = openBench({chronology: bundled, columns: 40, rows: 10});
    bench.press('enter', 'f');
    expect(bench.text()).toMatch(/Side\n/u);
    expect(bench.text()).toContain('Esc closes');
  });
});

describe('one of several', () => {
  const crumbsOf = (bench: Bench): string => bench.text().split('\n').at(-1) ?? '';

  test('p goes on to the next place of the event, and nothing piles up', () => {
    const bench = openBench({chronology: bundled});
    const start = bench.state().stop;
    bench.press('p', 'p');
    expect(bench.state().stop.frame).toMatchObject({pane: 'place', subject: 'al-qaim'});
    expect(crumbsOf(bench)).toContain('sequence › Al-Qaim ');
    bench.press('p');
    expect(bench.state().stop.frame.subject).toBe('jurf-al-sakhr');
    bench.press('escape');
    expect(bench.state().stop).toEqual(start);
  });

  test.each([
    ['a place', ['p'], 'al-qaim', 'This is the last place of this event'],
    ['a paragraph', ['r'], 'report#2', 'This is the last paragraph'],
    ['a contested fact', ['enter', 'enter'], undefined, /^This is the last contested fact/u],
    ['a claim', ['enter', 'C', 'enter', 'j', 'enter'], undefined, /^This is the last claim/u],
  ])('[ and ] go from %s to its neighbours', (_, keys, second, last) => {
    const bench = openBench({chronology: bundled});
    bench.press(...keys);
    const {frame} = bench.state().stop;
    const depth = bench.state().back.length;
    bench.press(']');
    expect(bench.state().stop.frame).toMatchObject({pane: frame.pane});
    expect(bench.state().stop.frame.subject).not.toBe(frame.subject);
    if (second !== undefined) expect(bench.state().stop.frame.subject).toBe(second);
    bench.press('[');
    expect(bench.state().stop.frame).toEqual(frame);
    for (let at = 0; at < 200; at++) bench.press(']');
    expect(bench.state().message?.text).toMatch(last);
    expect(bench.state().back).toHaveLength(depth);
  });

  test('in the list and in an event they walk along the chain', () => {
    const bench = openBench({chronology: bundled});
    bench.press('[');
    expect(bench.state().stop.frame.subject).toBe('attacks');
  });

  test('a pane that is open already is not opened again', () => {
    const bench = openBench({chronology: bundled});
    bench.press('c', 'c', 'c');
    expect(bench.state().back).toHaveLength(1);
    expect(bench.state().message?.text).toBe('This is open already: Esc goes back');
  });

  test('the way is told while the list has the focus too', () => {
    const bench = openBench({chronology: bundled});
    bench.press('c', 'j', 'enter', 'tab');
    expect(crumbsOf(bench)).toContain('sequence › accounts › claim by the report');
  });

  test('Enter twice leads from an event to what is contested of it, and from a claim to its paragraph', () => {
    const bench = openBench({chronology: bundled});
    bench.press('enter', 'enter');
    expect(bench.state().stop.frame).toMatchObject({pane: 'accounts', subject: 'strikes#target'});
    bench.press('j', 'enter', 'enter');
    expect(bench.state().stop.frame).toMatchObject({pane: 'source', subject: 'report#2'});
  });
});

describe('the map', () => {
  test('that is told in words says so when a key would move it', () => {
    const words = 'A map is told in words here';
    const refusal = (effect: string) => (effect === 'load-map' ? words : undefined);
    const bench = openBench({chronology: bundled, opening: {at: 'strikes'}, refusal});
    bench.press('p');
    for (const key of ['+', 'H']) {
      bench.press(key);
      expect(bench.state().message?.text).toBe(words);
    }
  });

  test('is zoomed around the place, which stays where it is', () => {
    const bench = openBench({chronology: bundled});
    bench.press('p');
    const {latitude = 0, longitude = 0} = bench.store.place('jurf-al-sakhr') ?? {};
    const spotOf = (): {readonly x: number; readonly y: number} => {
      const {frame} = bench.state().stop;
      const map = frame.map ?? bench.env().fittedMap(bench.state(), frame);
      return toDots(frameOf(map, 40, 10), {latitude, longitude});
    };
    const {x, y} = spotOf();
    for (let at = 0; at < 6; at++) bench.press('+');
    expect(spotOf().x).toBeCloseTo(x, 3);
    expect(spotOf().y).toBeCloseTo(y, 3);
  });
});

describe('a key without a meaning', () => {
  test('says so and changes nothing else', () => {
    const bench = openBench({chronology: bundled});
    const before = bench.state();
    for (const key of ['x', 'b', 'Q', '5', 'ctrl+x']) {
      bench.press(key);
      expect(bench.state().message?.text).toMatch(/^\S+ has no meaning: \? lists the keys$/u);
      expect({...bench.state(), message: undefined}).toEqual({...before, message: undefined});
    }
  });
});

describe('the tour', () => {
  test('is left at its event, with the pane of that', () => {
    const bench = openBench({chronology: bundled, opening: {at: 'austin-statement'}});
    bench.press('P');
    expect(bench.state().stop.frame.pane).toBe('claim');
    bench.press('escape');
    expect(bench.state().stop).toMatchObject({
      focus: 'sequence',
      frame: {pane: 'event', subject: 'austin-statement'},
    });
  });

  test('says with each caption who says so, and whether accounts differ, on the smallest screen too', () => {
    const bench = openBench({chronology: bundled, opening: {at: 'strikes'}});
    bench.press('P');
    expect(bench.text()).toMatch(
      /are killed\. — the report\n Tour \d+ of \d+ {2}accounts differ /u,
    );
    bench.give({type: 'resize', size: {columns: 40, rows: 10}});
    expect(bench.text()).toMatch(/\n U\.S\. airstrikes hit .*…\n Tour \d+ of \d+ .*j k P Esc/u);
  });

  test('starts at the event of the reader and goes on from there', () => {
    const bench = openBench({chronology: bundled});
    bench.press('P');
    expect(bench.text()).toMatch(/^ Tour \d+ of \d+ .*j next {2}k back {2}P play/mu);
    expect(bench.state().stop.frame.subject).toBe('strikes');
    bench.press('j');
    expect(bench.state().stop.frame).toMatchObject({pane: 'accounts'});
  });

  test('shows a speech in the words that are quoted', () => {
    const bench = openBench({chronology: bundled, opening: {at: 'rasool-statement'}});
    bench.press('P');
    expect(bench.state().stop.frame.pane).toBe('claim');
    expect(bench.text()).toContain('“');
  });

  test('says that it ends, and plays again from its beginning', () => {
    const bench = openBench({chronology: bundled});
    bench.press('P', 'G');
    expect(bench.text()).toContain('k back  g again  P play  Esc explore');
    bench.press('j');
    expect(bench.state().message?.text).toMatch(/^The tour ends here/u);
    bench.press('P');
    expect(bench.state().tour).toMatchObject({at: 0, isPlaying: true});
    bench.give({type: 'tour.tick'});
    expect(bench.state().tour?.at).toBe(1);
  });

  test('plays to its end and stops there', () => {
    const bench = openBench({chronology: bundled});
    bench.press('P', 'P');
    const {at = 0, steps = []} = bench.state().tour ?? {};
    for (let left = steps.length - 1 - at; left > 0; left -= 1) {
      expect(bench.state().tour?.isPlaying).toBe(true);
      bench.give({type: 'tour.tick'});
    }
    expect(bench.state().tour).toMatchObject({at: steps.length - 1, isPlaying: false});
  });

  test('waits for a reader who opens something on the way', () => {
    const bench = openBench({chronology: bundled});
    bench.press('P', 'c');
    const {tour} = bench.state();
    expect(bench.text()).toContain('Esc back to the tour');
    bench.press('j', 'P');
    bench.give({type: 'tour.tick'});
    expect(bench.state().tour?.at).toBe(tour?.at);
    expect(bench.state().stop.frame.selected).toBe(1);
    bench.press('escape', 'P');
    expect(bench.state().tour).toEqual(tour);
    bench.press('j');
    expect(bench.state().tour?.at).toBe((tour?.at ?? 0) + 1);
    bench.press('escape');
    expect(bench.state().tour).toBeUndefined();
  });
});

describe('the list', () => {
  const dated = (dates: readonly string[]): Chronology => ({
    ...emptyChronology(),
    events: dates.map((edtf, at) => ({
      id: `e${at}`,
      title: `Event ${at}`,
      when: {edtf, basis: 'stated'},
    })),
  });
  const days = Array.from({length: 20}, (_, at) => `2024-01-${String(at + 1).padStart(2, '0')}`);

  test('has a heading a month where one a day would be half of it, and the days beside', () => {
    const bench = openBench({chronology: dated([...days, '2024-01-20', '2024-02-03/2024-02-05'])});
    bench.press('G', 'v');
    const text = bench.text();
    expect(text).not.toContain('Sat 20 Jan');
    expect(text).toMatch(/^ {2}20 . Event 19\n {5}. Event 20\n {2}Feb 2024\n> {2}3–. Event 21$/mu);
  });

  test('has a heading a day where days hold several events', () => {
    const bench = openBench({chronology: dated(days.flatMap((day) => [day, day, day]))});
    expect(bench.text()).toContain('Mon 1 Jan 2024');
  });
});

describe('measuring', () => {
  test('is shown over the list, and stops wherever its key is pressed again', () => {
    const bench = openBench({chronology: bundled});
    bench.press('M', 'j', 'j');
    expect(bench.text()).toMatch(/^─ Times from ▼ Pre-dawn/mu);
    expect(bench.state().measureFrom).toBe('strikes');
    bench.press('M');
    expect(bench.state().measureFrom).toBeUndefined();
    expect(bench.text()).toMatch(/^─ Sequence ─/mu);
  });
});

describe('what is being typed', () => {
  test('stays to be corrected when it cannot be read, and says what is wrong', () => {
    for (const [key, text] of [
      ['F', 'actor:austin foo:bar'],
      ['t', 'garbage'],
    ] as const) {
      const bench = openBench({chronology: bundled});
      bench.press(key);
      bench.type(text);
      bench.press('enter');
      expect(bench.state().overlay).toMatchObject({kind: 'prompt', text});
      expect(bench.text()).toMatch(/there is no field "foo"|not a date: try/u);
    }
  });

  test('shows on the smallest screen too', () => {
    const bench = openBench({chronology: bundled, columns: 40, rows: 10});
    bench.press('t');
    bench.type('2024-01-05');
    expect(bench.text()).toContain('go to date: 2024-01-05');
  });

  test('is completed over the whole width', () => {
    const bench = openBench({chronology: bundled});
    bench.press('t');
    bench.type('someday');
    expect(bench.text()).toContain('try 2024-01-24, mid october 2023, yesterday');
    bench.press('escape', 'F');
    bench.type('kind:air');
    expect(bench.text()).toMatch(/"Air\/drone strike" +Air\/drone strike/u);
  });
});

describe('help', () => {
  test('comes back from its end one line at a time', () => {
    const bench = openBench({chronology: bundled});
    bench.press('?', 'G');
    const end = bench.text();
    expect(end).toContain('end');
    bench.press('j', 'k');
    expect(bench.text()).not.toBe(end);
    bench.press('j');
    expect(bench.text()).toBe(end);
  });

  test('a text that could not be copied is shown whole', () => {
    const bench = openBench({chronology: bundled});
    const text = Array.from({length: 60}, (_, at) => `word${at}`).join(' ');
    bench.give({type: 'show.text', title: 'Not copied', text});
    expect(bench.text().replaceAll(/\s+/gu, ' ')).toContain(text);
  });
});

describe('a command that cannot act', () => {
  test('says why and changes nothing else', () => {
    for (const chronology of [bundled, emptyChronology(), oneEvent()]) {
      for (const command of ['map.left', 'search.next', 'filter.drop', 'mark.go'] as const) {
        const bench = openBench({chronology});
        const before = bench.state();
        bench.give({type: command});
        const {message, isNew: _, ...after} = bench.state();
        expect(message?.text, command).toMatch(/\S{2}/u);
        expect(after).toEqual({...before, message: undefined, isNew: undefined, ...after});
        expect(bench.state().stop).toEqual(before.stop);
        expect(bench.effects).toEqual([]);
      }
    }
  });
});

describe('what is asked of the world', () => {
  test('quit, suspend, redraw, copy, edit and the map, and nothing else', () => {
    const bench = openBench({chronology: bundled});
    bench.press('ctrl+l', 'y', 'Y', 'e', 'p', 'ctrl+z', 'ctrl+c');
    expect(bench.effects.map((effect) => effect.kind)).toEqual([
      'redraw',
      'copy',
      'copy',
      'edit',
      'load-map',
      'suspend',
      'quit',
    ]);
  });

  test('what is copied carries its words and where they stand', () => {
    const bench = openBench({chronology: bundled, opening: {pane: 'actor:rasool'}});
    const {lines} = bench.env().content(bench.state(), bench.state().stop.frame);
    for (let at = 0; at < lines.length * 2; at++) bench.press('y', 'j');
    const texts = bench.effects.flatMap((effect) => (effect.kind === 'copy' ? [effect.text] : []));
    const quotation = texts.find((text) => text.startsWith('“We will treat'));
    expect(quotation).toContain('Yehia Rasool');
    expect(quotation).toContain('Spokesman for military affairs');
    expect(quotation).toContain('¶9');
  });

  test('what is refused is refused with the reason given', () => {
    const bench = openBench({
      chronology: bundled,
      refusal: (effect) => (effect === 'suspend' ? 'Not allowed in kiosk mode' : undefined),
    });
    bench.press('ctrl+z');
    expect(bench.effects).toEqual([]);
    expect(bench.state().message?.text).toBe('Not allowed in kiosk mode');
  });
});
