import {expect, test} from 'vitest';
import {explainZero, type ZeroExplanation} from '../../../source/core/query/explain-zero.js';
import {parseQuery} from '../../../source/core/query/parse-query.js';
import {sampleContext, sampleDocuments} from './sample-documents.js';

const explain = (text: string): ZeroExplanation =>
  explainZero(parseQuery(text, () => true).query, sampleDocuments, sampleContext);

test('the term whose dropping brings back most comes first, with the query that is left', () => {
  const {widenings, advice} = explain('source:report place:basra');
  expect(widenings).toEqual([{term: 'place:basra', query: 'source:report', count: 2}]);
  expect(advice).toBe('without `place:basra` 2 events match');
});

test('terms that exclude each other are both offered', () => {
  const {widenings, unmatched} = explain('(facilities OR troops) -is:contested side:us');
  expect(widenings.map((one) => [one.term, one.count, one.query])).toEqual([
    ['-is:contested', 1, '(facilities OR troops) side:us'],
    ['side:us', 1, '(facilities OR troops) -is:contested'],
  ]);
  expect(unmatched).toEqual([]);
});

test('a single term that nothing matches is named', () => {
  expect(explain('zebra').advice).toBe('nothing matches `zebra`; drop it to see all events');
});

test('several terms that nothing matches are all named', () => {
  expect(explain('zebra okapi strike')).toMatchObject({
    widenings: [],
    unmatched: ['zebra', 'okapi'],
    advice: 'nothing matches `zebra` or `okapi`; drop them',
  });
});

test('terms that only fail together say so', () => {
  expect(explain('troops side:us is:contested cameo:010').advice).toBe(
    'no event matches all of these at once; drop two or more',
  );
});
