import fc from 'fast-check';
import {expect, test} from 'vitest';
import {countFacets, dropField, hasTerm, toggleTerm} from '../../../source/core/query/facets.js';
import {compileQuery} from '../../../source/core/query/match-event.js';
import {parseQuery} from '../../../source/core/query/parse-query.js';
import {sampleContext, sampleDocuments} from './sample-documents.js';

function found(text: string): readonly string[] {
  const {query} = parseQuery(text, () => true);
  return sampleDocuments.filter(compileQuery(query, sampleContext)).map((one) => one.id);
}

test('every value is counted once for each document that has it', () => {
  const counts = countFacets(sampleDocuments);
  expect(counts.side).toEqual([
    {value: 'groups', label: 'GROUPS', count: 1},
    {value: 'iraq', label: 'IRAQ', count: 1},
    {value: 'us', label: 'US', count: 1},
  ]);
  expect(counts.kind[0]).toMatchObject({value: 'Explosions/Remote violence', count: 2});
  expect(counts.actor.map((one) => one.value)).toEqual(['austin', 'sudani', 'araji', 'us']);
  expect(counts.place.map((one) => one.label)).toEqual(['Al-Qa’im', 'Baghdad']);
  expect(counts.source).toEqual([{value: 'report', label: 'The report', count: 2}]);
  expect(counts.is.map((one) => one.count)).toEqual([1, 1, 2]);
});

test('a count is how many documents the value alone finds', () => {
  for (const [field, values] of Object.entries(countFacets(sampleDocuments))) {
    for (const {value, count} of values) {
      expect(found(toggleTerm('', field as 'side', value))).toHaveLength(count);
    }
  }
});

test.each([
  ['', 'us', 'side:us'],
  ['strike', 'us', 'strike side:us'],
  ['strike side:us', 'us', 'strike'],
  ['side:us', 'iraq', 'side:us,iraq'],
  ['side:us,iraq x', 'us', 'side:iraq x'],
  ['side:us strike', 'us', 'strike'],
  ['a OR b', 'us', '(a OR b) side:us'],
  ['(a OR b)', 'us', '(a OR b) side:us'],
  ['(a) OR (b)', 'us', '((a) OR (b)) side:us'],
  ['"half', 'us', '"half" side:us'],
  ['a OR', 'us', 'a side:us'],
  ['-side:us', 'us', '-side:us side:us'],
])('toggling in %j the side %s gives %j', (text, value, toggled) => {
  expect(toggleTerm(text, 'side', value)).toBe(toggled);
});

test('flags are asked for together, names of one field as alternatives', () => {
  expect(toggleTerm('is:contested', 'is', 'inferred')).toBe('is:contested is:inferred');
  expect(toggleTerm('kind:strike', 'kind', 'Air/drone strike')).toBe(
    'kind:strike,"Air/drone strike"',
  );
});

test('dropping a field takes all its terms and leaves the rest', () => {
  expect(dropField('side:us a side:iraq b', 'side')).toBe('a b');
  expect(dropField('a OR side:us', 'side')).toBe('a OR side:us');
});

const pieces = fc.constantFrom(
  'a',
  'OR',
  '-',
  '(',
  ')',
  '"',
  ' ',
  ' ',
  'side:',
  'us',
  'iraq',
  ',',
  'is:inferred',
  'al ',
);
const anyQuery = fc.array(pieces, {maxLength: 10}).map((parts) => parts.join(''));

test('toggling switches a value on and toggling again off, whatever else was typed', () => {
  fc.assert(
    fc.property(anyQuery, fc.constantFrom('us', 'x y'), (text, value) => {
      const wasOn = hasTerm(text, 'side', value);
      const once = toggleTerm(text, 'side', value);
      const twice = toggleTerm(once, 'side', value);
      if (!wasOn) {
        expect(hasTerm(once, 'side', value)).toBe(true);
        expect(hasTerm(twice, 'side', value)).toBe(false);
        expect(found(twice)).toEqual(found(text));
      }
    }),
    {seed: 11, numRuns: 500},
  );
});
