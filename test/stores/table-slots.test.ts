import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createHashSlots} from '../../source/stores/table-slots.js';

test('things are found again by their hash, also when several share one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: -40, max: 40}), {maxLength: 600}), (hashes) => {
      const slots = createHashSlots();
      const all = (hash: number): readonly number[] => {
        const found: number[] = [];
        for (let number = slots.first(hash); number >= 0; number = slots.next()) {
          found.push(number);
        }
        return found;
      };
      for (const [number, hash] of hashes.entries()) {
        all(hash);
        expect(slots.add()).toBe(number);
      }
      expect(slots.count()).toBe(hashes.length);
      for (let hash = -41; hash <= 41; hash += 1) {
        const expected = [...hashes.keys()].filter((number) => hashes[number] === hash);
        expect(all(hash).toSorted((a, b) => a - b)).toEqual(expected);
      }
      slots.clear();
      expect(hashes.flatMap(all)).toEqual([]);
    }),
    {seed: 20240124, numRuns: 40},
  );
});
