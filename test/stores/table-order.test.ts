import fc from 'fast-check';
import {expect, test} from 'vitest';
import {orderOfInstants} from '../../source/stores/table-order.js';

test('instants are put in order, equal ones as they stand', () => {
  const instant = fc.oneof(
    fc.constantFrom(-Infinity, Infinity, 0, 86_400_000, -86_400_000, 3.2e22, -4.3e17),
    fc.double({noNaN: true}).map((value) => value + 0),
  );
  fc.assert(
    fc.property(fc.array(instant, {maxLength: 200}), (instants) => {
      const keys = Float64Array.from(instants, (one) => (one === 0 ? 0 : one));
      const expected = Array.from(keys.keys()).sort((a, b) => {
        const [first, second] = [keys[a] ?? 0, keys[b] ?? 0];
        return first < second ? -1 : first > second ? 1 : a - b;
      });
      expect(Array.from(orderOfInstants(keys, keys.length))).toEqual(expected);
    }),
    {numRuns: 300, seed: 20240124},
  );
});
