import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import type {Opening} from '../../source/app/initial-state.js';
import {shownZone} from '../../source/core/state/state.js';
import {rowAtCursor} from '../../source/core/state/visit.js';
import {PANES} from '../../source/panes/pane-registry.js';
import {openBench, type Bench} from '../helpers/open-bench.js';

const open = (opening: Partial<Opening>): Bench => openBench({chronology: bundled, opening});
const eventOf = (bench: Bench): string | undefined => rowAtCursor(bench.state(), bench.env())?.id;

describe('the program opens', () => {
  test('at the event the chronology names, or the one asked for', () => {
    expect(eventOf(open({}))).toBe('strikes');
    expect(eventOf(open({at: 'gaza-war'}))).toBe('gaza-war');
  });

  test('every pane by its name alone, about something of the event where it needs something', () => {
    for (const name of Object.keys(PANES)) {
      const bench = open({at: 'strikes', pane: name});
      const {frame} = bench.state().stop;
      expect(frame.pane).toBe(name);
      expect(bench.env().content(bench.state(), frame).lines.length).toBeGreaterThan(0);
      expect(bench.text()).not.toContain('There is no ');
    }
  });

  test('in a pane about a subject with a colon or a number sign in it', () => {
    expect(open({pane: 'accounts:strikes#target'}).state().stop.frame).toMatchObject({
      pane: 'accounts',
      subject: 'strikes#target',
    });
  });

  test('on the window asked for, also when the event lies outside it and a pane is opened', () => {
    const zoom = '2023-10-01T00:00:00.000Z/2023-11-01T00:00:00.000Z';
    for (const pane of [undefined, 'event', 'actor:austin']) {
      expect(
        open({at: 'troops-syria', zoom, scale: 'time', pane}).state().stop.timeline,
      ).toMatchObject({start: Date.UTC(2023, 9, 1), end: Date.UTC(2023, 10, 1)});
    }
  });

  test('in the zone asked for; z goes through the others and comes back to it', () => {
    const bench = open({zone: 'Asia/Tokyo', readerZone: 'Europe/Paris'});
    const seen = bench.state().zones.map(() => {
      const zone = shownZone(bench.state());
      bench.press('z');
      return zone;
    });
    expect(seen[0]).toBe('Asia/Tokyo');
    expect([...seen].sort()).toEqual(
      ['America/New_York', 'Asia/Baghdad', 'Asia/Tokyo', 'Europe/Paris', 'UTC'].sort(),
    );
    expect(shownZone(bench.state())).toBe('Asia/Tokyo');
  });

  test('z keeps the pane the reader is in', () => {
    const bench = open({pane: 'actor:austin'});
    bench.press('z');
    expect(bench.state().stop.frame).toMatchObject({pane: 'actor', subject: 'austin'});
  });
});

describe('what cannot be opened', () => {
  test('is said with the flag and what to do', () => {
    const wrong: readonly (readonly [Partial<Opening>, RegExp])[] = [
      [{at: 'nobody'}, /--at: no event nobody: ticktock list shows the ids/u],
      [{at: 'strikes', query: 'id:nothing -strikes'}, /--(?:at: the filter hides strikes|query)/u],
      [{pane: 'nowhere'}, /--pane: no pane nowhere: there are event, /u],
      [{pane: 'constructor'}, /--pane: no pane constructor/u],
      [{scale: 'log'}, /--scale: no scale log/u],
      [{zoom: 'yesterday'}, /--zoom: yesterday is no window/u],
      [{zoom: '2024-02/2024-01'}, /--zoom: /u],
      [{query: 'kind:'}, /--query: /u],
    ];
    for (const [opening, words] of wrong) expect(() => open(opening)).toThrow(words);
  });

  test('never throws anything else, whatever the flags hold', () => {
    const text = fc.option(fc.oneof(fc.string(), fc.constantFrom('strikes', 'time', 'place:x')), {
      nil: undefined,
    });
    fc.assert(
      fc.property(text, text, text, text, text, (at, pane, query, zoom, scale) => {
        try {
          open({at, pane, query, zoom, scale});
        } catch (error) {
          expect(String(error)).toMatch(/^Error: --(?:at|pane|query|zoom|scale)\b/u);
        }
      }),
      {seed: 3, numRuns: 150},
    );
  });

  test('a scale alone shows everything, as its key does', () => {
    const [asked, pressed] = [
      openBench({chronology: bundled, opening: {scale: 'time'}}),
      openBench({chronology: bundled}),
    ];
    pressed.press('s', 's');
    expect(asked.state().stop.timeline).toEqual(pressed.state().stop.timeline);
  });
});
