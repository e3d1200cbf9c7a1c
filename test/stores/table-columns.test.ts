import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createLists, createNumbers} from '../../source/stores/table-columns.js';

test('numbers keep their places while there come to be more', () => {
  for (const growth of [undefined, () => 64]) {
    const numbers = createNumbers((size) => new Uint32Array(size), growth);
    for (let at = 0; at < 5_000; at += 7) numbers.roomFor(at)[at] = at + 1;
    for (let at = 0; at < 5_000; at += 1) {
      expect(numbers.data[at]).toBe(at % 7 === 0 ? at + 1 : 0);
    }
  }
});

test('a list has each value once, in the order in which they came', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(5), {maxLength: 8}), {maxLength: 8}),
      fc.boolean(),
      (events, isSet) => {
        const lists = createLists();
        for (const [event, values] of events.entries()) {
          if (isSet) lists.set(event, [...new Set(values)]);
          else for (const value of values) lists.add(event, value);
        }
        for (const [event, values] of events.entries()) {
          expect(lists.get(event)).toEqual([...new Set(values)]);
        }
        const isWanted = Uint8Array.from([0, 0, 0, 1]);
        const expected = events.map((values) => (values.includes(3) ? 1 : 0));
        const bits = lists.find(isWanted, events.length);
        expect(events.map((_, event) => ((bits[0] ?? 0) >>> event) & 1)).toEqual(expected);
      },
    ),
    {seed: 20240124},
  );
});
