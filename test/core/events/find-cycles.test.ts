import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {findCycles, type Edge} from '../../../source/core/events/find-cycles.js';

const edge = (from: string, to: string): Edge => ({from, to, path: [from, to]});

describe('findCycles', () => {
  test('finds nothing in a chain, or where two ways meet', () => {
    expect(findCycles([edge('a', 'b'), edge('b', 'c')])).toEqual([]);
    expect(findCycles([edge('a', 'b'), edge('a', 'c'), edge('b', 'd'), edge('c', 'd')])).toEqual(
      [],
    );
  });

  test('names the way round and the edge that closes it', () => {
    expect(findCycles([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual([
      {path: ['c', 'b'], circle: ['b', 'c', 'b']},
    ]);
  });

  test('finds an edge from a node to itself', () => {
    expect(findCycles([edge('a', 'a')])).toEqual([{path: ['a', 'a'], circle: ['a', 'a']}]);
  });

  test('names six on a long way round', () => {
    const ring = Array.from({length: 9}, (_, at) => edge(`${at}`, `${(at + 1) % 9}`));
    expect(findCycles(ring)[0]?.circle).toEqual(['0', '1', '2', '3', '4', '5', '…', '0']);
  });

  test('finds every one of two circles', () => {
    const edges = [edge('a', 'b'), edge('b', 'a'), edge('c', 'd'), edge('d', 'c')];
    expect(findCycles(edges)).toHaveLength(2);
  });

  test('finds nothing exactly when every edge leads down some order', () => {
    const pair = fc.tuple(fc.nat(8), fc.nat(8));
    fc.assert(
      fc.property(fc.array(pair, {maxLength: 16}), (pairs) => {
        const edges = pairs.map(([from, to]) => edge(`n${from}`, `n${to}`));
        // Kahn 1962: what cannot be taken away from the top down lies on or below a circle.
        let left = edges;
        for (let before = -1; before !== left.length;) {
          before = left.length;
          const targets = new Set(left.map(({to}) => to));
          left = left.filter(({from}) => targets.has(from));
        }
        expect(findCycles(edges).length > 0).toBe(left.length > 0);
      }),
      {seed: 1, numRuns: 500},
    );
  });

  test('walks a chain of 100,000 links', () => {
    const chain = Array.from({length: 100_000}, (_, index) => edge(`${index}`, `${index + 1}`));
    expect(findCycles(chain)).toEqual([]);
    expect(findCycles([...chain, edge('100000', '0')])).toHaveLength(1);
  });
});
