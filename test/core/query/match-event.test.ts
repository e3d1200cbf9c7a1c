import fc from 'fast-check';
import {expect, test} from 'vitest';
import {compileQuery, wordsSought} from '../../../source/core/query/match-event.js';
import {parseQuery} from '../../../source/core/query/parse-query.js';
import {sampleContext, sampleDocuments} from './sample-documents.js';

function found(text: string): readonly string[] {
  const {query} = parseQuery(text, () => true);
  return sampleDocuments.filter(compileQuery(query, sampleContext)).map((one) => one.id);
}

test('an empty query finds everything', () => {
  expect(found('')).toEqual(['attacks', 'strikes', 'reply', 'undated']);
});

test('flags are flags in upper case too', () => {
  for (const flag of ['contested', 'inferred', 'uncertain']) {
    const [first = '', ...rest] = flag;
    expect(found(`is:${first.toUpperCase()}${rest.join('')}`)).toEqual(found(`is:${flag}`));
  }
  expect(found('is:Contested')).toEqual(['strikes']);
});

test('a number may have commas between thousands, and other commas part numbers', () => {
  const values = (text: string) => {
    const {query, problems} = parseQuery(text);
    return [
      problems.length,
      ...(query.type === 'field' ? query.values.map((one) => one.text) : []),
    ];
  };
  expect(values('deaths:2,3')).toEqual([0, '2', '3']);
  expect(values('deaths:>=12,345')).toEqual([0, '12,345']);
  expect(values('deaths:1,234,567,5')).toEqual([0, '1,234,567', '5']);
  expect(values('deaths:2,0000')).toEqual([0, '2', '0000']);
  expect(values('deaths:1_000')).toEqual([0, '1_000']);
  expect(values('deaths:"2,3" x')[0]).toBe(1);
});

test.each([
  ['facilities', ['strikes']],
  ['PREDAWN', ['strikes']],
  ['pre dawn', ['strikes']],
  ['"three facilities"', ['strikes']],
  ['"facilities three"', []],
  ['Sudani', ['reply']],
  ['Al Sudani', ['reply']],
  ['السوداني', ['reply']],
  ['شَيّاع', ['reply']],
  ['Qaim', ['strikes']],
  ["al-Qa'im", ['strikes']],
  ['قائم', ['strikes']],
  ['proportionate', ['strikes']],
  ['-strikes', ['attacks', 'reply', 'undated']],
  ['150 OR sovereignty', ['attacks', 'reply']],
  ['(150 OR strikes) -troops', ['strikes']],
])('words: %s finds %j', (text, ids) => {
  expect(found(text)).toEqual(ids);
});

test.each([
  ['actor:austin', ['strikes']],
  ['actor:lloyd', ['strikes']],
  ['actor:sudani', ['reply']],
  ['actor:"shia al-sudani"', ['reply']],
  ['by:araji', ['reply']],
  ['by:us', []],
  ['kind:strike', ['strikes']],
  ['kind:remote', ['attacks', 'strikes']],
  ['kind:remote,strategic', ['attacks', 'strikes', 'reply']],
  ['place:qaim', ['strikes']],
  ['place:القائم', ['strikes']],
  ['side:iraq', ['reply']],
  ['side:us,iraq', ['strikes', 'reply']],
  ['said:sovereignty', ['reply']],
  ['said:"and proportionate"', ['strikes']],
  ['said:facilities', []],
  ['source:report', ['strikes', 'reply']],
  ['source:agency', ['strikes', 'reply']],
  ['cameo:19', ['attacks', 'strikes']],
  ['cameo:010', ['reply']],
  ['cameo:10', []],
  ['id:strikes', ['strikes']],
  ['id:strike', []],
  ['tag:troops', ['attacks']],
  ['is:contested', ['strikes']],
  ['is:inferred', ['strikes']],
  ['is:uncertain', ['attacks', 'undated']],
  ['-is:contested', ['attacks', 'reply', 'undated']],
])('fields: %s finds %j', (text, ids) => {
  expect(found(text)).toEqual(ids);
});

test('an id that exists means itself alone, not names that contain its letters', () => {
  expect(found('actor:us')).toEqual(['strikes']);
  const {query} = parseQuery('actor:s', () => true);
  const {resolveDate} = sampleContext;
  const without = compileQuery(query, {resolveDate});
  expect(sampleDocuments.filter(without).map((one) => one.id)).toEqual(['reply']);
});

test.each([
  ['after:2024-01', ['attacks', 'strikes', 'reply']],
  ['after:2024-01-25', []],
  ['before:2024', ['attacks']],
  ['before:2024-01-24', ['attacks']],
  ['on:2024-01-24', ['attacks', 'strikes', 'reply']],
  ['on:2023-11', ['attacks']],
  ['after:2024-01 before:2024-02', ['attacks', 'strikes', 'reply']],
  ['on:never', ['attacks', 'strikes', 'reply', 'undated']],
])('dates: %s finds %j', (text, ids) => {
  // What is no date rules nothing out.
  expect(found(text)).toEqual(ids);
});

test.each([
  ['deaths:2', ['strikes']],
  ['deaths:3', ['strikes']],
  ['deaths:>2', ['strikes']],
  ['deaths:>3', []],
  ['deaths:1,3', ['strikes']],
  ['deaths:23,4', []],
  ['deaths:2,000', []],
  ['deaths:<2,000', ['strikes']],
  ['deaths:<2', []],
  ['deaths:<=2', ['strikes']],
  ['deaths:>=1', ['strikes']],
])('deaths: %s finds %j, by the event’s own number or a claim’s', (text, ids) => {
  expect(found(text)).toEqual(ids);
});

test('an article alone, while its word is still to come, rules nothing out', () => {
  expect(found('al')).toHaveLength(4);
  expect(found('place:al')).toEqual(['strikes', 'reply']);
});

test('the words to mark are those looked for, never those left out', () => {
  const {query} = parseQuery('strike -qaim (actor:austin OR is:contested) "at least"', () => true);
  expect(wordsSought(query)).toEqual(['strike', 'austin', 'at least']);
});

test('a query and its negation part the documents', () => {
  const term = fc.constantFrom(
    'strike',
    'side:us',
    'is:inferred',
    'after:2024',
    'place:al',
    'cameo:19',
  );
  fc.assert(
    fc.property(fc.array(term, {minLength: 1, maxLength: 4}), fc.boolean(), (terms, isOr) => {
      const text = terms.join(isOr ? ' OR ' : ' ');
      const [yes, no] = [found(text), found(`-(${text})`)];
      expect([...yes, ...no].toSorted()).toEqual(found('').toSorted());
    }),
    {seed: 9, numRuns: 200},
  );
});
