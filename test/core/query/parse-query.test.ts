import fc from 'fast-check';
import {expect, test} from 'vitest';
import {formatQuery} from '../../../source/core/query/format-query.js';
import {parseQuery} from '../../../source/core/query/parse-query.js';
import type {ParsedQuery} from '../../../source/core/query/query.js';

const parse = (text: string): ParsedQuery => parseQuery(text, (date) => /^-?\d{4}/.test(date));
const read = (text: string): string => formatQuery(parse(text).query);
const problems = (text: string): readonly string[] =>
  parse(text).problems.map((one) => `${one.severity} ${one.column}: ${one.message}`);

test('every field of the language is read as typed', () => {
  const text =
    'actor:austin kind:strike place:qaim after:2024-01 before:2024-02 on:2024-01-24 side:us ' +
    'said:"sovereignty" source:report is:contested is:inferred is:uncertain by:araji cameo:010 ' +
    'id:strikes tag:troops deaths:>2';
  expect(problems(text)).toEqual([]);
  expect(read(text)).toBe(text);
});

test('NOT binds before AND, AND before OR, brackets before all', () => {
  const {query} = parse('a -b OR c d');
  expect(query).toMatchObject({
    type: 'or',
    operands: [
      {type: 'and', operands: [{text: 'a'}, {type: 'not', operand: {text: 'b'}}]},
      {type: 'and', operands: [{text: 'c'}, {text: 'd'}]},
    ],
  });
  expect(parse('(a OR b) AND NOT c').query).toMatchObject({
    type: 'and',
    operands: [{type: 'or'}, {type: 'not'}],
  });
});

test('natural words need no quotes', () => {
  for (const text of ["Al-Qa'im", '150+', 'U.S.', 'السوداني', 'a,b', '04:30', 'http://x.y/z']) {
    expect(problems(text)).toEqual([]);
    expect(parse(text).query).toMatchObject({type: 'word', text});
  }
});

test('dates of the extended format stay whole', () => {
  for (const date of ['2023-10-15~', '2023-10/2024-01', '-2000', '2024-01-2X', '2024-21']) {
    expect(parse(`after:${date}`).query).toMatchObject({values: [{text: date}]});
  }
});

test('a code is text: 010 is not 10', () => {
  expect(parse('cameo:010').query).toMatchObject({values: [{text: '010'}]});
});

test('several values of a field are alternatives in one term', () => {
  expect(parse('place:"Al Qaim",baghdad').query).toMatchObject({
    type: 'field',
    field: 'place',
    values: [
      {text: 'Al Qaim', isQuoted: true, start: 6, end: 15},
      {text: 'baghdad', isQuoted: false, start: 16, end: 23},
    ],
  });
});

test('an article and the word after it are one word', () => {
  expect(parse('Al Sudani speaks').query).toMatchObject({
    operands: [{text: 'Al Sudani'}, {text: 'speaks'}],
  });
  expect(parse('al place:x').query).toMatchObject({operands: [{text: 'al'}, {type: 'field'}]});
});

test('comparisons are read in either spelling', () => {
  for (const [text, comparison] of [
    ['deaths:>2', '>'],
    ['deaths:>=2', '>='],
    ['deaths:≥2', '>='],
    ['deaths:<2', '<'],
    ['deaths:2', '='],
  ] as const) {
    expect(parse(text).query).toMatchObject({comparison, values: [{text: '2'}]});
  }
});

test.each([
  ['"reckless esc', '"reckless esc"', 'warning 1: the quotation is still open'],
  ['a OR', 'a', 'warning 3: OR joins two terms'],
  ['a OR (b', 'a OR b', 'warning 6: the bracket is still open'],
  ['x actor:', 'x', 'warning 3: actor: has no value yet'],
  ['x is:cont', 'x', 'warning 6: is: knows no cont'],
  ['x after:20', 'x', 'warning 9: 20 is not a date'],
  ['x NOT', 'x', 'warning 3: nothing to leave out yet'],
  ['x act:', 'x act:', 'warning 3: there is no field "act"'],
])('while it is typed, %s asks for %s and says what is missing', (text, reading, problem) => {
  expect(read(text)).toBe(reading);
  expect(problems(text)).toEqual([problem]);
});

test.each([
  ['actr:austin x', 'error 1: there is no field "actr"', 'use actor:, or put the words in quotes'],
  ['is:wrong x', 'error 4: is: knows no wrong', 'use is:contested is:inferred is:uncertain'],
  ['deaths:many x', 'error 8: many is not a number', 'write deaths:2 or deaths:>2'],
  ['a) b', 'error 2: this bracket closes nothing', 'take it out, or open one'],
])('%s is an error with its column and what to do', (text, problem, fix) => {
  expect(problems(text)).toEqual([problem]);
  expect(parse(text).problems[0]?.fix).toBe(fix);
});

test('a date that is none is an error that shows the form', () => {
  expect(parse('on:yesterday x').problems[0]).toMatchObject({
    severity: 'error',
    column: 4,
    fix: 'write on:2024, on:2024-01 or on:2024-01-24',
  });
});

test('brackets a thousand deep are refused, not followed', () => {
  const {problems: found, query} = parse(`${'('.repeat(1000)}a${')'.repeat(1000)} b`);
  expect(found.some((one) => one.message.startsWith('too many brackets'))).toBe(true);
  expect(query.type).not.toBe('all');
});

const pieces = fc.constantFrom(
  'a',
  'al',
  'OR',
  'AND',
  'NOT',
  '-',
  '(',
  ')',
  '"',
  ' ',
  ' ',
  'actor:',
  'x',
  ',',
  'is:inferred',
  'after:2024',
  'deaths:>2',
  'السوداني',
  'foo:',
  '\\',
  '“',
  ':',
  '😀',
  'b',
);
const anyQuery = fc.array(pieces, {maxLength: 14}).map((parts) => parts.join(''));

test('anything can be typed: ranges and columns stay inside the text', () => {
  fc.assert(
    fc.property(anyQuery, (text) => {
      const {query, problems: found} = parse(text);
      for (const range of [query, ...found]) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
      for (const one of found) expect(one.column).toBe(one.start + 1);
    }),
    {seed: 7, numRuns: 1000},
  );
});

test('what is written out reads back as the same query, without problems of form', () => {
  fc.assert(
    fc.property(anyQuery, (text) => {
      const written = read(text);
      expect(read(written)).toBe(written);
      const form = parse(written).problems.filter((one) => !one.message.includes('no field'));
      expect(form).toEqual([]);
    }),
    {seed: 8, numRuns: 1000},
  );
});
