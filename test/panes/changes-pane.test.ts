import {describe, expect, test} from 'vitest';
import type {Chronology, Claim} from '../../source/core/events/chronology.js';
import {oneEvent} from '../helpers/generated-chronologies.js';
import {openBench} from '../helpers/open-bench.js';

function claim(id: string, event: string, value: string): Claim {
  return {
    id,
    about: {event, field: 'target'},
    said_by: null,
    voice: 'reporter',
    value,
    citations: [{source: 'paper', paragraph: 1}],
  };
}

const base = oneEvent();
const older: Chronology = {
  ...base,
  actors: [{id: 'ann', name: 'Ann'}],
  events: [
    {id: 'dated', title: 'Dated anew', when: {edtf: '2024-01-23', basis: 'stated'}},
    {id: 'spoken', title: 'Spoken of', when: {edtf: '2024-01-24', basis: 'stated'}},
    {id: 'same', title: 'As it was', when: {edtf: '2024-01-25', basis: 'stated'}},
    {id: 'gone', title: 'Taken out', when: {edtf: '2024-01-26', basis: 'stated'}},
  ],
  claims: [claim('kept', 'spoken', 'A bridge'), claim('withdrawn', 'spoken', 'A road')],
};
const newer: Chronology = {
  ...older,
  actors: [{id: 'ann', name: 'Anne'}],
  events: [
    {id: 'dated', title: 'Dated anew', when: {edtf: '2024-01-24', basis: 'stated'}},
    ...older.events.slice(1, 3),
    {id: 'come', title: 'Put in', when: {edtf: '2024-01-27', basis: 'stated'}},
  ],
  claims: [claim('kept', 'spoken', 'A bridge')],
};

function open(to: Chronology = newer) {
  return openBench({chronology: to, older, columns: 100, rows: 40, opening: {pane: 'changes'}});
}

describe('the pane of changes', () => {
  test('tells each item with its fields, old and new', () => {
    const text = open().text();
    expect(text).toMatch(/1 added, 1 removed, 1 changed, 1 with/u);
    expect(text).toContain('~ Dated anew');
    expect(text).toContain('when.edtf: 2024-01-23 -> 2024-01-24');
    expect(text).toContain('+ Put in');
    expect(text).toContain('- Taken out');
    expect(text).toContain('name: Ann -> Anne');
  });

  test('leads to each item that is there, and from a claim that is gone to its event', () => {
    const bench = open();
    const {items} = bench.env().content(bench.state(), bench.state().stop.frame);
    expect(items.map(({target}) => target && `${target.pane}:${target.subject}`)).toEqual([
      'event:dated',
      'event:come',
      undefined,
      'event:spoken',
      'actor:ann',
    ]);
    bench.press('j', 'enter');
    expect(bench.state().stop.frame).toMatchObject({pane: 'event', subject: 'come'});
    bench.press('escape');
    expect(bench.state().stop.frame).toMatchObject({pane: 'changes', selected: 1});
  });

  test('the list shows by a sign which events are new or changed', () => {
    const lines = open().text().split('\n');
    const signOf = (title: string) =>
      / ([+~]) *│/u.exec(lines.find((line) => line.slice(0, 40).includes(title)) ?? '')?.[1];
    expect(['Dated anew', 'Spoken of', 'As it was', 'Put in'].map(signOf)).toEqual([
      '~',
      '~',
      undefined,
      '+',
    ]);
  });

  test('says so when the two versions say the same', () => {
    expect(open(older).text()).toContain('The two versions say the same.');
  });

  test('D opens it, and says why not when nothing is compared', () => {
    const bench = open();
    bench.press('escape', 'D');
    expect(bench.state().stop.frame.pane).toBe('changes');
    const plain = openBench({chronology: newer});
    plain.press('D');
    expect(plain.state().message?.text).toContain('ticktock diff OLD NEW');
    expect(plain.text()).not.toMatch(/ [+~] │/u);
  });
});
