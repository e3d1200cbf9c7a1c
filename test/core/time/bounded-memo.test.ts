import {expect, test} from 'vitest';
import {boundedMemo} from '../../../source/core/time/bounded-memo.js';

test('an answer is made once, an empty one too, until there are too many', () => {
  const made: string[] = [];
  const memo = boundedMemo(2, (key: string): string | undefined => {
    made.push(key);
    return key === '' ? undefined : key.toUpperCase();
  });
  expect(['a', '', 'a', ''].map(memo)).toEqual(['A', undefined, 'A', undefined]);
  expect(made).toEqual(['a', '']);
  expect(['b', 'a'].map(memo)).toEqual(['B', 'A']);
  expect(made).toEqual(['a', '', 'b', 'a']);
});

test('what cannot be made is asked for again', () => {
  let asked = 0;
  const memo = boundedMemo(2, () => {
    asked += 1;
    throw new Error('no');
  });
  expect(() => memo('a')).toThrow('no');
  expect(() => memo('a')).toThrow('no');
  expect(asked).toBe(2);
});
