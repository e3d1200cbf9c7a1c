import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Chronology} from '../../../source/core/events/chronology.js';
import {diffChronologies} from '../../../source/core/events/diff-chronologies.js';
import {madeChronology} from '../../formats/made-chronology.js';

const base: Chronology = {
  chronology: 1,
  title: 'T',
  timezone: 'UTC',
  sides: [],
  fields: [],
  sources: [{id: 'report', headline: 'R', paragraphs: ['a', 'b']}],
  actors: [{id: 'a', name: 'A'}],
  places: [],
  events: [
    {
      id: 'one',
      title: 'One',
      when: {edtf: '2024-01-24', basis: 'stated'},
      tags: ['x', 'y'],
      deaths: {low: 2},
    },
    {id: 'two', title: 'Two', when: {edtf: '2024', basis: 'stated'}},
  ],
  claims: [
    {
      id: 'c',
      about: {event: 'one', field: 'summary'},
      said_by: null,
      voice: 'reporter',
      value: 'v',
      citations: [{source: 'report', paragraph: 1}],
    },
  ],
  links: [{type: 'responds-to', from: 'two', to: 'one', claimed_by: ['c']}],
};
const [one, two] = base.events;
const [claim] = base.claims;
if (one === undefined || two === undefined || claim === undefined) throw new Error('no events');

describe('what a correction changed', () => {
  test('nothing, when only the order changed', () => {
    const other = {...base, events: [two, {...one, tags: ['y', 'x']}]};
    expect(diffChronologies(base, other)).toEqual([]);
  });

  test('a date, by the path of its field, with what it was and is', () => {
    const other = {
      ...base,
      events: [{...one, when: {edtf: '2024-01-25', basis: 'stated' as const}}, two],
    };
    expect(diffChronologies(base, other)).toEqual([
      {
        kind: 'event',
        id: 'one',
        title: 'One',
        change: 'changed',
        fields: [{field: 'when.edtf', old: '2024-01-24', new: '2024-01-25'}],
      },
    ]);
  });

  test('a field that came or went has one side only', () => {
    const {deaths: _deaths, ...rest} = one;
    const other = {...base, events: [{...rest, note: 'n'}, two]};
    expect(diffChronologies(base, other)[0]?.fields).toEqual([
      {field: 'deaths', old: {low: 2}},
      {field: 'note', new: 'n'},
    ]);
  });

  test('parts of a citation are told by their place', () => {
    const other = {...base, claims: [{...claim, citations: [{source: 'report', paragraph: 2}]}]};
    expect(diffChronologies(base, other)).toMatchObject([
      {
        kind: 'claim',
        id: 'c',
        title: 'the source on summary of one',
        fields: [{field: 'citations[0].paragraph', old: 1, new: 2}],
      },
    ]);
  });

  test('events added and removed, and links by what they link', () => {
    const other: Chronology = {
      ...base,
      events: [one, {...two, id: 'three', title: 'Three'}],
      links: [],
    };
    expect(
      diffChronologies(base, other).map(({kind, id, change}) => `${kind} ${id} ${change}`),
    ).toEqual(['event three added', 'event two removed', 'link two responds-to one removed']);
  });

  test('an id that alone changed is a change of the id', () => {
    const other = {...base, events: [one, {...two, id: 'second'}]};
    expect(diffChronologies(base, other)).toMatchObject([
      {
        kind: 'event',
        id: 'second',
        change: 'changed',
        fields: [{field: 'id', old: 'two', new: 'second'}],
      },
    ]);
  });

  test('the title of the chronology, and the order of paragraphs', () => {
    const other = {
      ...base,
      title: 'U',
      sources: [{id: 'report', headline: 'R', paragraphs: ['b', 'a']}],
    };
    expect(diffChronologies(base, other)).toMatchObject([
      {kind: 'chronology', fields: [{field: 'title', old: 'T', new: 'U'}]},
      {kind: 'source', fields: [{field: 'paragraphs'}]},
    ]);
  });
});

describe('for any two chronologies', () => {
  const settings = {seed: 16, numRuns: 40};

  test('each is the same as itself', () => {
    fc.assert(
      fc.property(madeChronology, (chronology) => {
        expect(diffChronologies(chronology, structuredClone(chronology))).toEqual([]);
      }),
      settings,
    );
  });

  test('the other way round, what was added is removed and the old is the new', () => {
    fc.assert(
      fc.property(madeChronology, madeChronology, (older, newer) => {
        const told = (changes: ReturnType<typeof diffChronologies>) =>
          changes
            .map(
              ({kind, id, change, fields}) =>
                `${kind} ${id} ${change} ${fields
                  .map(({field, old, new: now}) => JSON.stringify([field, old, now]))
                  .sort()
                  .join()}`,
            )
            .sort();
        const turned = diffChronologies(newer, older).map((change) => ({
          ...change,
          change:
            change.change === 'added'
              ? ('removed' as const)
              : change.change === 'removed'
                ? ('added' as const)
                : change.change,
          fields: change.fields.map(({field, old, new: now}) => ({field, old: now, new: old})),
        }));
        const isRename = (change: {fields: readonly {field: string}[]}) =>
          change.fields.some(({field}) => field === 'id');
        expect(told(turned.filter((one) => !isRename(one)))).toEqual(
          told(diffChronologies(older, newer).filter((one) => !isRename(one))),
        );
      }),
      settings,
    );
  });
});
