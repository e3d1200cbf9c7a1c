import {describe, expect, test} from 'vitest';
import bundled from '../../../data/washington-baghdad.yaml';
import other from '../../../data/other-reports.yaml';
import type {Chronology} from '../../../source/core/events/chronology.js';
import {mergeChronologies} from '../../../source/core/events/merge-chronologies.js';
import {createMemoryStore} from '../../../source/stores/memory-store.js';
import {emptyChronology} from '../../helpers/generated-chronologies.js';

const ids = (items: readonly {readonly id: string}[]): readonly string[] => items.map(({id}) => id);

describe('merging', () => {
  const merged = mergeChronologies([bundled, other]);

  test('keeps every claim and every id once', () => {
    expect(merged.claims).toHaveLength(bundled.claims.length + other.claims.length);
    for (const list of [
      merged.events,
      merged.claims,
      merged.actors,
      merged.places,
      merged.sources,
    ]) {
      expect(new Set(ids(list)).size).toBe(list.length);
    }
    for (const event of bundled.events) expect(ids(merged.events)).toContain(event.id);
  });

  test('leaves no reference without what it names', () => {
    const known = new Set([...ids(merged.events), ...ids(merged.claims)]);
    for (const claim of merged.claims) {
      expect(known.has(claim.about.event), claim.id).toBe(true);
      if (claim.said_by !== null) expect(ids(merged.actors)).toContain(claim.said_by);
      for (const {source} of claim.citations) expect(ids(merged.sources)).toContain(source);
    }
    for (const {from, to, claimed_by: by} of merged.links) {
      for (const id of [from, to, ...by]) expect(known.has(id), id).toBe(true);
    }
  });

  test('what the first file says of an event stands, and the other becomes an account', () => {
    for (const event of bundled.events) {
      const found = merged.events.find(({id}) => id === event.id);
      expect({title: found?.title, when: found?.when}).toEqual({
        title: event.title,
        when: event.when,
      });
    }
    const store = createMemoryStore(merged);
    const sources = new Set(
      store.accountsOf('strikes').flatMap(({accounts}) => accounts.map(({source}) => source)),
    );
    expect(sources.size).toBeGreaterThan(1);
  });

  test('of one file is that file, and of none a bug', () => {
    expect(mergeChronologies([bundled])).toBe(bundled);
    expect(() => mergeChronologies([])).toThrow(RangeError);
  });

  test('joins by same_as, renames what refers to it, and gives a taken claim id another', () => {
    const event = (id: string): Chronology['events'][number] => ({
      id,
      title: id,
      when: {edtf: '2024', basis: 'stated'},
    });
    const claim = (about: string): Chronology['claims'][number] => ({
      id: 'c',
      about: {event: about, field: 'deaths'},
      said_by: null,
      voice: 'reporter',
      value: 1,
      citations: [{source: 'paper'}],
    });
    const first = {...emptyChronology(), events: [event('a')], claims: [claim('a')]};
    const second = {
      ...emptyChronology(),
      events: [{...event('b'), same_as: ['a']}],
      claims: [claim('b')],
    };
    const both = mergeChronologies([first, second]);
    expect(ids(both.events)).toEqual(['a']);
    expect(both.claims.map(({id, about}) => [id, about.event])).toEqual([
      ['c', 'a'],
      ['c.2', 'a'],
    ]);
  });
});
