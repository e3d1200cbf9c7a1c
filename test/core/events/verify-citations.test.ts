import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Chronology, Claim} from '../../../source/core/events/chronology.js';
import {copyParagraphs, matchParagraphs} from '../../../source/core/events/copy-paragraphs.js';
import {firstDifference} from '../../../source/core/events/first-difference.js';
import {verifyCitations} from '../../../source/core/events/verify-citations.js';

const PARAGRAPHS = [
  'The harbour was closed on Monday.',
  'The mayor said it was "a step that nobody wanted" and left.',
  '"Ships will wait outside," the pilot added.',
  'Nobody was hurt.',
];
const COPY = PARAGRAPHS.join('\n');

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function claim(id: string, paragraph: number | undefined, exact?: string): Claim {
  return {
    id,
    about: {event: 'closing', field: 'summary'},
    said_by: exact === undefined ? null : 'mayor',
    voice: exact === undefined ? 'reporter' : 'quote',
    ...(exact === undefined ? {} : {words: exact}),
    value: 'closed',
    citations: [
      {
        source: 'paper',
        ...(paragraph === undefined ? {} : {paragraph}),
        ...(exact === undefined ? {} : {exact}),
      },
    ],
  };
}

const QUOTED = claim('mayor-said', 2, 'a step that nobody wanted');

function chronology(
  claims: readonly Claim[],
  paragraphs: readonly string[] | undefined = PARAGRAPHS.map(sha256Hex),
): Chronology {
  return {
    chronology: 1,
    title: 'Harbour',
    timezone: 'UTC',
    sides: [],
    fields: [],
    sources: [
      {id: 'paper', headline: 'A paper', ...(paragraphs.length === 0 ? {} : {paragraphs})},
      {id: 'other', headline: 'Another paper'},
    ],
    actors: [{id: 'mayor', name: 'Ada Quay'}],
    places: [],
    events: [{id: 'closing', title: 'Harbour closed', when: {edtf: '2024', basis: 'stated'}}],
    claims,
    links: [],
  };
}

const ALL = [claim('closed', 1), QUOTED, claim('unhurt', 4)];

const verify = (
  text: string,
  claims: readonly Claim[] = ALL,
  paragraphs?: readonly string[],
): ReturnType<typeof verifyCitations> =>
  verifyCitations(chronology(claims, paragraphs), 'paper', text, sha256Hex);

describe('a copy of the report', () => {
  test('bears out every citation when nothing in it is changed', () => {
    expect(verify(COPY)).toEqual({total: 3, failures: [], uncheckable: 0});
  });

  test.each([
    ['CRLF line ends', PARAGRAPHS.join('\r\n')],
    ['a byte-order mark', `\ufeff${COPY}`],
    ['spaces around the lines', PARAGRAPHS.map((line) => `  ${line} \t`).join('\n')],
    ['blank lines between paragraphs', PARAGRAPHS.join('\n\n\n')],
    ['a title and a date line in front', `HARBOUR CLOSED\n\nBy nobody, Monday\n\n${COPY}\n`],
    [
      'a line in the middle that is no paragraph',
      COPY.replace('\n"Ships', '\nAdvertisement\n"Ships'),
    ],
    [
      'wrapped lines and blank lines between paragraphs',
      PARAGRAPHS.map((line) => line.replace(' was ', '\nwas ')).join('\n\n'),
    ],
  ])('may have %s', (_, text) => {
    expect(verify(text)).toEqual({total: 3, failures: [], uncheckable: 0});
  });

  test('with one changed letter inside a quotation fails, naming claim, speaker and place', () => {
    const {total, failures} = verify(COPY.replace('nobody wanted', 'nobody wasted'));
    expect(total).toBe(3);
    expect(failures).toEqual([
      {
        claim: 'mayor-said',
        about: 'words',
        source: 'paper',
        paragraph: 2,
        what:
          'the words of Ada Quay differ from character 22 on: ' +
          'cited "...nobody wanted", the copy has "...nobody wasted" and left."',
      },
    ]);
  });

  test('with a letter changed beside a quotation fails by its digest', () => {
    const {failures} = verify(COPY.replace('and left', 'and lept'));
    expect(failures.map(({claim: id, what}) => [id, what])).toEqual([
      ['mayor-said', expect.stringContaining('something else in the paragraph has changed')],
    ]);
  });

  test('with a changed paragraph fails for every citation of that paragraph and no other', () => {
    const {failures} = verify(COPY.replace('Nobody was', 'Somebody was'), [
      ...ALL,
      claim('unhurt-too', 4),
    ]);
    expect(failures.map((failure) => [failure.claim, failure.paragraph])).toEqual([
      ['unhurt', 4],
      ['unhurt-too', 4],
    ]);
  });

  test('with a changed first paragraph behind a title fails for that paragraph alone', () => {
    const {failures} = verify(`Title\n${COPY.replace('Monday', 'Tuesday')}`);
    expect(failures.map((failure) => failure.claim)).toEqual(['closed']);
    expect(failures[0]?.what).toContain('its digest differs');
  });

  test('without a paragraph says that it is not there', () => {
    const {failures} = verify(PARAGRAPHS.slice(0, 3).join('\n'));
    expect(failures).toEqual([
      {
        claim: 'unhurt',
        source: 'paper',
        paragraph: 4,
        about: 'paragraph',
        what: 'it is not in the copy',
      },
    ]);
  });

  test('cannot put a control character into a failure', () => {
    const {failures} = verify(COPY.replace('nobody wanted', 'nobody \u001b[31mwanted'));
    expect(failures[0]?.what).toMatch(/^[^\p{Cc}]*$/u);
  });
});

describe('a citation', () => {
  test('of a quotation in the wrong paragraph fails', () => {
    const {failures} = verify(COPY, [
      {...QUOTED, citations: [{source: 'paper', paragraph: 3, exact: 'a step that nobody wanted'}]},
    ]);
    expect(failures[0]?.what).toBe('the words of Ada Quay are not there: "a step that nobody..."');
  });

  test('of a paragraph that the source does not have fails', () => {
    expect(verify(COPY, [claim('far', 9)]).failures[0]?.what).toBe('there are only 4 paragraphs');
  });

  test('of another source is not counted', () => {
    const other = {...QUOTED, citations: [{source: 'other', paragraph: 1}]};
    expect(verify(COPY, [other])).toEqual({total: 0, failures: [], uncheckable: 0});
  });

  test('with neither digest nor words cannot be checked, and is counted so', () => {
    expect(verify(COPY, ALL, [])).toEqual({total: 1, failures: [], uncheckable: 2});
  });

  test('without a paragraph number holds when the words stand anywhere', () => {
    expect(verify(COPY, [claim('loose', undefined, 'Ships will wait')]).failures).toEqual([]);
    expect(verify(COPY, [claim('loose', undefined, 'Ships will weep')]).failures).toHaveLength(1);
  });

  test('with a prefix and a suffix needs both around the words', () => {
    const around = (prefix: string): Claim => ({
      ...QUOTED,
      citations: [{source: 'paper', paragraph: 2, exact: 'a step', prefix, suffix: ' that'}],
    });
    expect(verify(COPY, [around('was "')]).failures).toEqual([]);
    expect(verify(COPY, [around('is "')]).failures[0]?.what).toContain('before or after');
  });
});

test('any one changed letter of a quotation is found, at the right character', () => {
  const words = QUOTED.words ?? '';
  fc.assert(
    fc.property(fc.nat(words.length - 1), (at) => {
      const changed = `${words.slice(0, at)}#${words.slice(at + 1)}`;
      const {failures} = verify(COPY.replace(words, changed));
      expect(failures).toHaveLength(1);
      expect(failures[0]?.what).toContain(`differ from character ${at + 1} on`);
    }),
    {seed: 7, numRuns: 50},
  );
});

test('a letter put in or left out is found where it is', () => {
  const words = QUOTED.words ?? '';
  fc.assert(
    fc.property(fc.integer({min: 1, max: words.length - 2}), fc.boolean(), (at, isAdded) => {
      const changed = isAdded
        ? `${words.slice(0, at)}#${words.slice(at)}`
        : words.slice(0, at) + words.slice(at + 1);
      const difference = firstDifference(words, `He said: ${changed}, and left.`);
      // A letter left out beside an equal one cannot be told from its neighbour.
      expect(difference?.at).toBeGreaterThanOrEqual(at);
      expect(difference?.at).toBeLessThanOrEqual(at + 1);
    }),
    {seed: 11, numRuns: 60},
  );
});

test('blank lines before and after a copy with one paragraph a line make no blocks of it', () => {
  const texts = (copy: string) =>
    copyParagraphs(copy, undefined, sha256Hex).map((paragraph) => paragraph.text);
  for (const copy of ['one\ntwo', 'one\ntwo\n', '\n\none\r\ntwo\r\n\r\n']) {
    expect(texts(copy)).toEqual(['one', 'two']);
  }
  expect(texts('a wrapped\nparagraph\n\nanother\n')).toEqual(['a wrapped paragraph', 'another']);
});

test('a changed paragraph is found behind a title that the source has not', () => {
  const copy = copyParagraphs('A TITLE\nthe frist\nthe second', undefined, sha256Hex);
  expect(matchParagraphs(['the first', 'the second'].map(sha256Hex), copy)).toEqual([
    {text: 'the frist', isSame: false},
    {text: 'the second', isSame: true},
  ]);
});

test('a paragraph that is left out takes no other one for itself', () => {
  const copy = copyParagraphs('one\nthree', undefined, sha256Hex);
  expect(matchParagraphs(['one', 'two', 'three'].map(sha256Hex), copy)).toEqual([
    {text: 'one', isSame: true},
    undefined,
    {text: 'three', isSame: true},
  ]);
});

test('paragraphs that are split and joined again are the same', () => {
  const line = fc
    .stringMatching(/^[a-z ]{1,12}$/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(
      fc.array(line, {minLength: 1, maxLength: 8}),
      fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n\r\n'),
      (paragraphs, between) => {
        const copy = copyParagraphs(paragraphs.join(between), paragraphs.map(sha256Hex), sha256Hex);
        expect(copy.map((paragraph) => paragraph.text)).toEqual(paragraphs);
      },
    ),
    {seed: 3, numRuns: 100},
  );
});
