import fc from 'fast-check';
import {expect, test} from 'vitest';
import {completeQuery, type QueryVocabulary} from '../../../source/core/query/complete-query.js';

const vocabulary: QueryVocabulary = {
  actor: [
    {
      value: 'sudani',
      label: 'Mohammed Shia al-Sudani',
      otherNames: ['محمد شياع السوداني'],
      count: 3,
    },
    {value: 'austin', label: 'Lloyd Austin', count: 2},
  ],
  kind: [{value: 'Air/drone strike', label: 'Air/drone strike', count: 1}],
};

/** Complete at `|` and take the first item. */
function take(marked: string): string {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const {replaceFrom, replaceTo, items} = completeQuery(text, cursor, vocabulary);
  return `${text.slice(0, replaceFrom)}[${items[0]?.text ?? ''}]${text.slice(replaceTo)}`;
}

test.each([
  ['ac|', '[actor:]'],
  ['-ac|', '-[actor:]'],
  ['strike (pl|)', 'strike ([place:])'],
  ['actor:|', 'actor:[sudani]'],
  ['actor:aus|', 'actor:[austin]'],
  ['actor:lloyd|', 'actor:[austin]'],
  ['actor:al-su|', 'actor:[sudani]'],
  ['actor:السود|', 'actor:[sudani]'],
  ['actor:sudani,au|', 'actor:sudani,[austin]'],
  ['actor:sudani,|', 'actor:sudani,[austin]'],
  ['actor:"llo|', 'actor:[austin]'],
  ['kind:air|', 'kind:["Air/drone strike"]'],
  ['-is:con|', '-is:[contested]'],
  ['x is:in|f y', 'x is:[inferred] y'],
  ['aust|', '[actor:austin]'],
  ['"act|', '"act[]'],
  ['actor:nobody|', 'actor:[]'],
])('at %s the first completion gives %s', (text, completed) => {
  expect(take(text)).toBe(completed);
});

test('an empty query offers every field with what it means', () => {
  const {items} = completeQuery('', 0, vocabulary);
  expect(items.slice(0, 2)).toEqual([
    {text: 'actor:', label: 'who took part or spoke'},
    {text: 'by:', label: 'who spoke'},
  ]);
});

test('values come with their counts', () => {
  expect(completeQuery('actor:', 6, vocabulary).items).toEqual([
    {text: 'sudani', label: 'Mohammed Shia al-Sudani', count: 3},
    {text: 'austin', label: 'Lloyd Austin', count: 2},
  ]);
});

test('wherever the cursor is, the range to replace lies in the text', () => {
  const piece = fc.constantFrom(
    'a',
    'actor:',
    'is:',
    '"',
    ' ',
    '(',
    ')',
    ',',
    '-',
    'al',
    'س',
    'OR ',
  );
  const text = fc.array(piece, {maxLength: 10}).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.integer({min: -2, max: 40}), (query, cursor) => {
      const {replaceFrom, replaceTo} = completeQuery(query, cursor, vocabulary);
      expect(replaceFrom).toBeGreaterThanOrEqual(0);
      expect(replaceTo).toBeGreaterThanOrEqual(replaceFrom);
      expect(replaceTo).toBeLessThanOrEqual(query.length);
    }),
    {seed: 10, numRuns: 500},
  );
});
