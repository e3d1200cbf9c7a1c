import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import bundled from '../../../data/washington-baghdad.yaml';
import {filterChronology} from '../../../source/core/events/filter-chronology.js';

describe('a filtered chronology', () => {
  test('holds the events kept and everything they name, and nothing that is about others', () => {
    fc.assert(
      fc.property(fc.subarray(bundled.events.map(({id}) => id)), (kept) => {
        const keep = new Set(kept);
        const part = filterChronology(bundled, keep);
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
      }),
      {seed: 1, numRuns: 60},
    );
  });

  test('of every event loses no claim and no link', () => {
    const whole = filterChronology(bundled, new Set(bundled.events.map(({id}) => id)));
    expect({claims: whole.claims, links: whole.links}).toEqual({
      claims: bundled.claims,
      links: bundled.links,
    });
  });
});
