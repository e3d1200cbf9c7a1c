import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import type {State} from '../../source/core/state/state.js';
import type {Target} from '../../source/core/state/pane-content.js';
import {announceStart, announceStep} from '../../source/panes/announce.js';
import {mapWords} from '../../source/panes/map-words.js';
import {textOf} from '../../source/panes/spoken-text.js';
import {openBench, type Bench} from '../helpers/open-bench.js';

const ROWS = 2000;

/** A reader who hears what each key brings. Tall, so that every step is from item to item. */
function listen(pane?: string): {
  readonly bench: Bench;
  press(...keys: readonly string[]): string;
} {
  const bench = openBench({
    chronology: bundled,
    rows: ROWS,
    drawMap: mapWords,
    opening: pane === undefined ? {} : {pane},
  });
  return {
    bench,
    press(...keys) {
      const before: State = bench.state();
      bench.press(...keys);
      return announceStep(before, bench.state(), bench.env()).join('\n');
    },
  };
}

const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

test('that accounts differ on a date is spoken', () => {
  const line = [{text: 'Fire, 8 Dec 2023, about 04:15 ≷', role: 'muted' as const}];
  expect(textOf(line)).toBe('Fire, 8 Dec 2023, about 04:15, accounts differ');
});

describe('what is spoken', () => {
  test('reaches every item of every pane that the screen reaches from any event, and every word of it', () => {
    const waiting: Target[] = bundled.events.map(({id}) => ({
      pane: 'event',
      subject: id,
    }));
    waiting.push(
      {pane: 'contested', subject: ''},
      {pane: 'figures', subject: ''},
      {pane: 'sources', subject: ''},
      {pane: 'legend', subject: ''},
    );
    const seen = new Set<string>();
    let itemCount = 0;
    for (let target = waiting.pop(); target !== undefined; target = waiting.pop()) {
      const name = `${target.pane}:${target.subject}`;
      if (seen.has(name)) continue;
      seen.add(name);
      const {bench, press} = listen(name);
      const state = bench.state();
      const content = bench.env().content(state, state.stop.frame);
      // As on arriving from the list.
      const fromList: State = {...state, stop: {...state.stop, focus: 'sequence'}};
      const said = [announceStep(fromList, state, bench.env()).join('\n')];
      for (let item = 1; item < content.items.length; item++) said.push(press('j'));
      const all = letters(said.join(' '));
      content.items.forEach((item, at) => {
        itemCount++;
        expect(said[at], name).toContain(`${at + 1} of ${content.items.length}.`);
        if (item.target !== undefined) {
          expect(said[at], name).toContain(`Enter opens the ${item.target.pane}.`);
          waiting.push(item.target);
        }
      });
      // Side by side, each account is spoken as it is copied: in other words.
      const beside = content.items.filter((item) => item.column !== undefined);
      for (const [at, line] of content.lines.entries()) {
        if (beside.some((item) => at >= item.firstLine && at < item.endLine)) continue;
        const words = letters(textOf(line).replaceAll(/¶\d+(?: \+\d+)?/gu, ''));
        expect(all, `${name}: ${textOf(line)}`).toContain(words);
      }
    }
    expect(seen.size).toBeGreaterThan(60);
    expect(itemCount).toBeGreaterThan(400);
  });

  test('is text only: no codes, no drawing, no doubled full stops, no unread marks of paragraphs', () => {
    const {bench, press} = listen();
    const said = [announceStart(bench.state(), bench.env()).join('\n')];
    const walk = ['g', ...'jjjjjjjjjjjjjjjjj'].flatMap((key) => [
      key,
      'enter',
      'j',
      'j',
      'G',
      'escape',
    ]);
    for (const key of [
      ...walk,
      'z',
      '+',
      '-',
      's',
      '+',
      '<',
      '0',
      'C',
      'escape',
      'L',
      'escape',
      '#',
    ])
      said.push(press(key));
    const all = said.join('\n');
    expect(all).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2500-\u257f\u2800-\u28ff]/u);
    expect(all).not.toMatch(
      /[.?!]\.(?:\s|$)| [.?!](?:\s|$)|¶|undefined|\b1 (?:events|items|lanes)\b/u,
    );
  });

  test('says once what day it was, and where it was another', () => {
    const {press} = listen();
    const said = press('j');
    expect(said).toContain('Wed 24 Jan 2024. In Washington: ');
    expect(said.match(/24 Jan 2024 in /gu)).toBeNull();
  });

  test('names the speaker with each quotation, also where the screen names one over several', () => {
    const {press} = listen('event:austin-statement');
    const quotations = Array.from({length: 8}, () => press('j')).filter((said) =>
      said.includes('\u201c'),
    );
    expect(quotations.length).toBeGreaterThan(1);
    for (const said of quotations) expect(said).toContain('. Lloyd Austin');
  });

  test('tells what stands below one another as sentences of their own', () => {
    const {press} = listen('event:austin-statement');
    expect(press('j')).toContain(
      'Wed 24 Jan 2024. Tue 23 or Wed 24 Jan 2024 in Washington. Date inferred.',
    );
  });

  test('tells a key and what it does in one line, however long that is', () => {
    const {press} = listen();
    const lines = press('?').split('\n');
    expect(lines).toContain(
      'D, What changed since the older version. Not now: Nothing is compared here: run ticktock diff OLD NEW',
    );
  });

  test('tells at its start that it is a tour, with its keys and the first step', () => {
    const bench = openBench({chronology: bundled, rows: ROWS, opening: {}});
    bench.press('g', 'P');
    const said = announceStart(bench.state(), bench.env());
    expect(said[1]).toMatch(/^A tour: j goes on/u);
    expect(said[2]).toMatch(/^Step 1 of \d+\. .+ — the report$/u);
  });

  test('tells the window after a zoom and the date after another zone', () => {
    const {press} = listen();
    expect(press('+')).toMatch(/^In view: .+ to .+, \d+ events? begin there\.$/mu);
    expect(press('z')).toMatch(/^Shown in .+\n.+2024/u);
    expect(press('s')).toMatch(/^In view: events \d+ to \d+\.$/mu);
  });

  test('names the event a search has led to', () => {
    const {bench, press} = listen();
    press('G');
    press('/');
    bench.press('a', 'u', 's', 't');
    expect(press('enter')).toMatch(/^\d+ of 18\. /mu);
  });

  test('leads through palette, filter pane and help', () => {
    const {press} = listen();
    expect(press('f')).toContain('Enter switches a value');
    expect(press('j')).toMatch(/events, off\.$/u);
    expect(press('enter')).toMatch(/events, on\.$/u);
    expect(press('escape')).toContain('Filter');
    press('X');
    expect(press('?')).toContain('Next event or item');
    expect(press('escape')).toBe('Closed.');
    expect(press(':')).toContain('Commands.');
    expect(press('q', 'u', 'i', 't')).toContain('Quit');
    expect(press('escape')).toBe('Closed.');
  });

  test('tells of a place how far and in which direction the others are', () => {
    const {bench} = listen('place:al-qaim');
    const state = bench.state();
    const text = bench.env().content(state, state.stop.frame).lines.map(textOf).join('\n');
    // Baghdad is some 330 km east-south-east of Al-Qaim.
    expect(text).toMatch(/Baghdad[^\n]* is 3\d0 km (?:south-)?east\./u);
  });
});
