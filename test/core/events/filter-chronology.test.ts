import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import bundled from '../../../data/washington-baghdad.yaml';
import {checkChronology} from '../../../source/core/events/check-chronology.js';
import type {Chronology} from '../../../source/core/events/chronology.js';
import {filterChronology} from '../../../source/core/events/filter-chronology.js';
import {emptyChronology} from '../../helpers/generated-chronologies.js';

describe('a filtered chronology', () => {
  test('holds the events kept and everything they name, and nothing that is about others', () => {
    fc.assert(
      fc.property(fc.subarray(bundled.events.map(({id}) => id)), (kept) => {
        const keep = new Set(kept);
        const {chronology: part} = filterChronology(bundled, keep);
        expect(part.events.map(({id}) => id)).toEqual(
          bundled.events.map(({id}) => id).filter((id) => keep.has(id)),
        );
        const ends = new Set([...kept, ...part.claims.map(({id}) => id)]);
        for (const {about, said_by: by, citations} of part.claims) {
          expect(keep.has(about.event)).toBe(true);
          if (by !== null) expect(part.actors.some(({id}) => id === by)).toBe(true);
          for (const {source} of citations)
            expect(part.sources.some(({id}) => id === source)).toBe(true);
        }
        for (const {from, to, claimed_by: claimed} of part.links) {
          for (const id of [from, to, ...claimed]) expect(ends.has(id)).toBe(true);
        }
        for (const event of part.events) {
          for (const place of event.where ?? [])
            expect(part.places.some(({id}) => id === place)).toBe(true);
        }
        expect(checkChronology(part)).toEqual([]);
      }),
      {seed: 1, numRuns: 60},
    );
  });

  test('of every event loses no claim and no link', () => {
    const every = new Set(bundled.events.map(({id}) => id));
    const {chronology: whole, unclaimed} = filterChronology(bundled, every);
    expect(unclaimed).toEqual([]);
    expect({claims: whole.claims, links: whole.links}).toEqual({
      claims: bundled.claims,
      links: bundled.links,
    });
  });

  const event = (id: string, more: object = {}) => ({
    id,
    title: id,
    when: {edtf: '2024', basis: 'stated' as const},
    ...more,
  });
  const three: Chronology = {
    ...emptyChronology(),
    opens_at: 'a',
    actors: [
      {id: 'squad', name: 'Squad', part_of: ['army']},
      {id: 'army', name: 'Army', part_of: ['state']},
      {id: 'state', name: 'State'},
      {id: 'others', name: 'Others'},
    ],
    events: [event('a'), event('b', {actors: [{actor: 'squad', role: 'there'}]}), event('c')],
    claims: ['a', 'b', 'c'].map((id) => ({
      id: `about-${id}`,
      about: {event: id, field: 'target'},
      said_by: null,
      voice: 'reporter' as const,
      value: id,
      citations: [{source: 'paper'}],
    })),
    links: [
      {type: 'responds-to', from: 'b', to: 'c', claimed_by: ['about-a']},
      {type: 'part-of', from: 'b', to: 'c', claimed_by: ['about-a', 'about-b']},
      {type: 'restates', from: 'b', to: 'c', claimed_by: [], reason: 'the same words'},
    ],
  };

  test('tells of the links that nobody in it claims, and leaves them out', () => {
    const {chronology, unclaimed} = filterChronology(three, new Set(['b', 'c']));
    expect(unclaimed).toEqual([three.links[0]]);
    expect(chronology.links).toEqual([
      {type: 'part-of', from: 'b', to: 'c', claimed_by: ['about-b']},
      three.links[2],
    ]);
  });

  test('opens at an event that it has', () => {
    expect(filterChronology(three, new Set(['a'])).chronology.opens_at).toBe('a');
    expect(filterChronology(three, new Set(['b'])).chronology).not.toHaveProperty('opens_at');
  });

  test('has all that its actors are part of, however far up, and no others', () => {
    const {chronology} = filterChronology(three, new Set(['b']));
    expect(chronology.actors.map(({id}) => id)).toEqual(['squad', 'army', 'state']);
  });
});
