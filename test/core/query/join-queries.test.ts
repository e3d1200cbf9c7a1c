import fc from 'fast-check';
import {expect, test} from 'vitest';
import {joinQueries} from '../../../source/core/query/join-queries.js';
import {compileQuery} from '../../../source/core/query/match-event.js';
import {parseQuery} from '../../../source/core/query/parse-query.js';
import {sampleContext, sampleDocuments} from './sample-documents.js';

function found(text: string): readonly string[] {
  const {query} = parseQuery(text, () => true);
  return sampleDocuments.filter(compileQuery(query, sampleContext)).map((one) => one.id);
}

test.each([
  ['actor:austin', '"strike', ['strikes']],
  ['actor:austin', 'strike) OR (sovereignty', ['strikes']],
  ['actor:austin OR actor:sudani', 'sovereignty OR strikes', ['strikes', 'reply']],
  ['', 'strikes', ['strikes']],
  ['place:qaim', '', ['strikes']],
  ['', '', ['attacks', 'strikes', 'reply', 'undated']],
])('what matches both %j and %j is found', (filter, search, ids) => {
  expect(found(joinQueries(filter, search))).toEqual(ids);
});

test('whatever is typed, two queries find what each finds alone', () => {
  const piece = fc.constantFrom(
    ...['(', ')', '"', '-', ' OR ', ' ', 'NOT ', 'al ', '\\', ',', ':', 'actor:', 'is:contested'],
    ...['strikes', 'troops', 'deaths:>', '2', 'side:us', '«', '»', 'after:2024', 'said:"a'],
  );
  const typed = fc.array(piece, {maxLength: 9}).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(typed, typed, (filter, search) => {
      const [one, other] = [found(filter), found(search)];
      expect(found(joinQueries(filter, search))).toEqual(one.filter((id) => other.includes(id)));
    }),
    {seed: 1, numRuns: 2000},
  );
});
