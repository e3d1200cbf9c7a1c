import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import type {Problem} from '../../source/core/events/chronology.js';
import {formatProblem} from '../../source/core/events/format-problem.js';
import {readChronology} from '../../source/formats/chronology-reader.js';

const HEAD = 'chronology: 1\ntitle: Test\ntimezone: UTC\n';
/** With something to make claims about. */
const ABOUT = `${HEAD}sources: [{id: s, headline: S}]\nevents: [{id: e, title: E, when: {edtf: "2024", basis: stated}}]\n`;

const lines = (problems: readonly Problem[]): string[] => problems.map(formatProblem);

/** @returns every problem of a YAML text, one line each. */
const told = (text: string, name = 't.yaml'): string[] =>
  lines(readChronology(name, text).problems);

describe('readChronology', () => {
  test('finds nothing wrong with the bundled chronology', () => {
    const url = new URL('../../data/washington-baghdad.yaml', import.meta.url);
    const {chronology, problems} = readChronology('w.yaml', readFileSync(url, 'utf8'));
    expect(problems).toEqual([]);
    expect(chronology?.events.length).toBeGreaterThan(10);
  });

  test.each(['washington-baghdad', 'other-reports'])(
    'finds data/%s.yaml complete, so that the build may take it as it is',
    (name) => {
      const text = readFileSync(new URL(`../../data/${name}.yaml`, import.meta.url), 'utf8');
      expect(parse(text)).toEqual(readChronology('x', text).chronology);
    },
  );

  test('takes a field that only claims name for a slip where it is near one of the event', () => {
    const about = (field: string) =>
      `${ABOUT}claims: [{id: c, about: {event: e, field: '*'}, voice: reporter, value: x, citations: [{source: s}]}, {id: d, about: {event: e, field: ${field}}, voice: reporter, value: x, citations: [{source: s}]}]\n`;
    expect(told(about('sumary')).map((line) => line.replace(/^\S+ /u, ''))).toEqual([
      'claims[1].about.field: warning: no field `sumary` of an event: did you mean `summary`? If not, list it under `fields`',
    ]);
    expect(told(about('target'))).toEqual([]);
    expect(told(`${about('sumary')}fields: [{id: sumary, name: What?}]\n`)).toEqual([]);
  });

  test('fills in the sections that are left out', () => {
    expect(readChronology('t.yaml', HEAD)).toEqual({
      chronology: {
        chronology: 1,
        title: 'Test',
        timezone: 'UTC',
        sides: [],
        fields: [],
        sources: [],
        actors: [],
        places: [],
        events: [],
        claims: [],
        links: [],
      },
      problems: [],
    });
  });

  test('takes an empty list of paragraphs for none known', () => {
    const text = ABOUT.replace('headline: S', 'headline: S, paragraphs: []');
    const {chronology, problems} = readChronology(
      't.yaml',
      `${text}claims: [{id: c, about: {event: e, field: when}, voice: reporter, citations: [{source: s, paragraph: 7}]}]\n`,
    );
    expect(problems).toEqual([]);
    expect(chronology?.sources).toEqual([{id: 's', headline: 'S'}]);
  });

  test('makes sides and fields from what names them, in the order of the file', () => {
    const text = `${HEAD}sources: [{id: s, headline: S}]
actors: [{id: a, name: A, side: armed-groups}]
events: [{id: e, title: E, side: us, when: {edtf: "2024", basis: stated}}]
claims:
  - {id: c1, about: {event: e, field: when}, voice: reporter, citations: [{source: s}]}
  - {id: c2, about: {event: e, field: body_struck}, voice: reporter, citations: [{source: s}]}
`;
    const {chronology, problems} = readChronology('t.yaml', text);
    expect(problems).toEqual([]);
    expect(chronology?.sides).toEqual([
      {id: 'armed-groups', name: 'Armed groups'},
      {id: 'us', name: 'Us'},
    ]);
    expect(chronology?.fields).toEqual([{id: 'body_struck', name: 'Body struck'}]);
    expect(chronology?.claims[0]).toMatchObject({said_by: null, value: null});
  });

  test('finds what is wrong with the rest of a file that does not fit the schema', () => {
    const text = `${ABOUT.replace('"2024"', '2024-02-30')}actors:
  - {id: a, name: A, knd: person, side: 7}
  - {id: b, name: B, part_of: [aa]}
claims:
  - {id: c, about: {event: ee, field: when}, voice: quoted, citations: [{source: s, paragraph: one}]}
  - {id: d, about: {event: e, field: when}, voice: reporter}
links: [{type: restate, from: d, to: d2}]
`;
    expect(
      told(text).map((line) => line.replace(/^t\.yaml:(\d+):\d+: ([^:]+): .*$/, '$1 $2')),
    ).toEqual([
      '5 events[0].when.edtf',
      '7 actors[0].knd',
      '7 actors[0].side',
      '8 actors[1].part_of[0]',
      '10 claims[0].about.event',
      '10 claims[0].voice',
      '10 claims[0].citations[0].paragraph',
      '11 claims[1]',
      '12 links[0].type',
      '12 links[0].to',
    ]);
  });

  test.each([
    [
      'a section is misspelt',
      `${ABOUT}actrs: [{id: a, name: A}]\nclaims: [{id: c, about: {event: e, field: when}, said_by: a, voice: quote, words: W, citations: [{source: s, exact: W}]}]\n`,
    ],
    [
      'an entry has no id',
      `${ABOUT}actors: [{name: A}]\nclaims: [{id: c, about: {event: e, field: when}, said_by: a, voice: quote, words: W, citations: [{source: s, exact: W}]}]\n`,
    ],
  ])('blames nothing on the rest of a file when %s', (_, text) => {
    expect(told(text)).toHaveLength(1);
  });

  test('drops what export worked out for other programs', () => {
    const text = JSON.stringify({
      chronology: 1,
      title: 'T',
      timezone: 'UTC',
      sources: [{id: 's', headline: 'S'}],
      events: [
        {
          id: 'e',
          title: 'E',
          when: {edtf: '2024', basis: 'stated', earliest: '2024-01-01T00:00:00.000Z', latest: null},
          claims: ['c'],
        },
      ],
      claims: [
        {id: 'c', about: {event: 'e', field: '*'}, voice: 'reporter', citations: [{source: 's'}]},
      ],
    });
    const {chronology, problems} = readChronology('t.json', text);
    expect(problems).toEqual([]);
    expect(chronology?.events).toEqual([
      {id: 'e', title: 'E', when: {edtf: '2024', basis: 'stated'}},
    ]);
  });

  test.each([
    [
      'an unknown key',
      `${HEAD}evnts: []\n`,
      't.yaml:4:1: evnts: there is no key `evnts` here: did you mean `events`?',
    ],
    [
      'a missing key',
      'chronology: 1\ntitle: T\n',
      't.yaml:1:1: `timezone` is missing: add `timezone` (IANA zone that dates are read in unless they name their own, such as Asia/Baghdad or UTC)',
    ],
    [
      'a misspelt key, once',
      'chronology: 1\ntitel: T\ntimezone: UTC\n',
      't.yaml:2:1: titel: there is no key `titel` here: did you mean `title`?',
    ],
    [
      'another version',
      'chronology: 2\ntitle: T\ntimezone: UTC\n',
      't.yaml:1:13: chronology: `2` is not a version this program reads: write `chronology: 1`',
    ],
    [
      'a value of a wrong kind',
      `${HEAD}events: none\n`,
      't.yaml:4:9: events: text stands where a list is wanted: write a list',
    ],
    [
      'a section with nothing in it',
      `${HEAD}events:\n`,
      't.yaml:4:1: events: nothing stands where a list is wanted: write a list',
    ],
    [
      'a truth value for text',
      'chronology: 1\ntitle: true\ntimezone: UTC\n',
      't.yaml:2:8: title: `true` stands where text is wanted: write it in quotes: "true"',
    ],
    [
      'an impossible id',
      `${HEAD}actors: [{id: Al Sudani, name: A}]\n`,
      't.yaml:4:15: actors[0].id: `Al Sudani` cannot stand here: use lower-case letters, digits and . _ : - only, and begin with a letter or digit',
    ],
    [
      'a choice that is none',
      `${HEAD}sources: [{id: s, headline: S, reliability: G}]\n`,
      't.yaml:4:45: sources[0].reliability: `G` is not one of the values: use A, B, C, D, E or F',
    ],
    [
      'an empty text',
      'chronology: 1\ntitle: ""\ntimezone: UTC\n',
      't.yaml:2:8: title: it is empty: fill it in, or leave the key out',
    ],
    [
      'a latitude off the globe',
      `${HEAD}places: [{id: p, name: P, latitude: 91, longitude: 0}]\n`,
      't.yaml:4:37: places[0].latitude: `91` is above 90: check the number',
    ],
    [
      'half a pair of coordinates',
      `${HEAD}places: [{id: p, name: P, latitude: 9}]\n`,
      't.yaml:4:10: places[0]: `latitude` stands without `longitude`: add `longitude`',
    ],
    [
      'a paragraph 0',
      `${ABOUT}claims: [{id: c, about: {event: e, field: when}, voice: reporter, citations: [{source: s, paragraph: 0}]}]\n`,
      't.yaml:6:102: claims[0].citations[0].paragraph: `0` is below 1: check the number',
    ],
    [
      'a claim that cites nothing',
      `${ABOUT}claims: [{id: c, about: {event: e, field: when}, voice: reporter, citations: []}]\n`,
      't.yaml:6:78: claims[0].citations: it is empty: cite at least one source',
    ],
    [
      'a key of a value that is none',
      `${ABOUT}claims: [{id: c, about: {event: e, field: when}, voice: reporter, value: {__proto__: 1}, citations: [{source: s}]}]\n`,
      't.yaml:6:75: claims[0].value.__proto__: `__proto__` cannot stand here: use a key of letters, digits, _ and -, beginning with a letter',
    ],
    [
      'a digest that is none',
      `${HEAD}sources: [{id: s, headline: S, paragraphs: [abc]}]\n`,
      "t.yaml:4:45: sources[0].paragraphs[0]: `abc` cannot stand here: use the 64 lower-case hex digits of the paragraph's SHA-256",
    ],
    [
      'a text that is too long',
      `chronology: 1\ntitle: ${'x'.repeat(1001)}\ntimezone: UTC\n`,
      't.yaml:2:8: title: it is longer than 1000: shorten it, or leave it out',
    ],
    [
      'a key that stands twice',
      `${HEAD}title: Again\n`,
      't.yaml:4:1: title: `title` stands here twice: keep one of them',
    ],
    [
      'a tag',
      'chronology: 1\ntitle: !!js/function x\ntimezone: UTC\n',
      't.yaml:2:8: unresolved tag: tag:yaml.org,2002:js/function: remove the tag: only plain YAML is read',
    ],
    [
      'YAML 1.1',
      `%YAML 1.1\n---\n${HEAD}`,
      't.yaml:1:1: `%YAML 1.1` asks for another YAML: remove the line: this is YAML 1.2',
    ],
    [
      'a second document',
      `${HEAD}---\na: 1\n`,
      't.yaml:4:1: a second document begins here: keep one chronology in a file',
    ],
    [
      'an alias without an anchor',
      `${HEAD}summary: *all\n`,
      't.yaml:4:10: summary: the alias `*all` has no anchor before it: add `&all` where it should point',
    ],
    [
      'a tab that indents',
      'chronology: 1\ntitle: a\n\ttimezone: UTC\n',
      't.yaml:3:1: tabs are not allowed as indentation: indent with spaces',
    ],
    [
      'plain text',
      'Dear reader\n',
      't.yaml:1:1: it holds text where a chronology has `chronology: 1`, `title`, `events`…: start from `ticktock new FILE`, or convert it with `ticktock import`',
    ],
    [
      'a list',
      '- a\n',
      't.yaml:1:1: it holds a list where a chronology has `chronology: 1`, `title`, `events`…: start from `ticktock new FILE`, or convert it with `ticktock import`',
    ],
    [
      'nothing but comments',
      '# a\n',
      't.yaml: it holds nothing where a chronology has `chronology: 1`, `title`, `events`…: start from `ticktock new FILE`, or convert it with `ticktock import`',
    ],
    [
      'an unknown id',
      `${HEAD}actors:\n  - {id: a, name: A}\n  - {id: b, name: B, part_of: [c]}\n`,
      't.yaml:6:32: actors[1].part_of[0]: no actor `c`: add the actor, or correct the id',
    ],
    [
      'a text of several paragraphs, which becomes one',
      'chronology: 1\ntitle: T\nsummary: "one\\n\\ntwo"\ntimezone: UTC\n',
      't.yaml:3:10: warning: the line breaks of a text become spaces, here and below: make it several texts, such as claims of their own, where that matters',
    ],
    [
      'the same in JSON',
      '{"chronology": 1, "title": "T", "timezone": "UTC",\n "summary": "a \\\\n b\\n c"}',
      't.yaml:2:21: warning: the line breaks of a text become spaces, here and below: make it several texts, such as claims of their own, where that matters',
    ],
    [
      'a quote that is never closed, where it opens',
      'chronology: 1\ntitle: "x\n',
      't.yaml:2:8: a quote opens here and never closes: add the closing quote',
    ],
    [
      'a quote that is open at the end of its line, where it opens',
      "chronology: 1\ntitle: 'it''s\ntimezone: UTC\n",
      't.yaml:2:8: a quote opens here and never closes: add the closing quote',
    ],
    [
      'a date, at its fault',
      `${HEAD}sources: [{id: s, headline: S, date_published: "2024-02-30"}]\n`,
      't.yaml:4:57: sources[0].date_published: `2024-02-30` is not a date: February 2024 has 29 days: try it with `ticktock date`',
    ],
  ])('names %s', (_, text, problem) => {
    expect(told(text)).toEqual([problem]);
  });

  test.each([
    [
      'a missing comma',
      '{"chronology": 1 "title": "T"}',
      '1:18: a comma or `}` is missing here: add it',
    ],
    [
      'a comma too many',
      '{"chronology": 1,\n "events": [1,]}',
      '2:15: a comma stands before the closing `]`: remove it',
    ],
    ['a missing colon', '{"chronology" 1}', '1:15: a colon is missing after the key: add it'],
    [
      'a key without quotes',
      '{chronology: 1}',
      '1:2: a key does not begin with a double quote: write "key": value',
    ],
    [
      'a word',
      '{"a": yes}',
      '1:7: this is no JSON value: put text in double quotes; a comment cannot stand here',
    ],
    [
      'a number with a zero before it',
      '[0044]',
      '1:2: this is no JSON value: put text in double quotes; a comment cannot stand here',
    ],
    [
      'a file cut off',
      '{"a": [1',
      '1:9: the end comes before the closing `]`: is the file cut off?',
    ],
    [
      'a text never closed',
      '{"a": "x',
      '1:7: a text is never closed: add the missing double quote',
    ],
    [
      'a line break in a text',
      '{"a": "x\ny"}',
      '1:9: a text goes over the end of the line: is a quote missing? write a line break as \\n',
    ],
    [
      'a wrong escape',
      String.raw`{"a": "\x"}`,
      '1:8: a backslash begins no escape: double the backslash',
    ],
    ['two values', '{} {}', '1:4: something follows the end: remove it'],
    ['a key twice', '{"a": 1, "\\u0061": 2}', '1:10: a: `a` stands here twice: keep one of them'],
  ])('names %s in JSON', (_, text, problem) => {
    expect(told(text, 't.json')).toEqual([`t.json:${problem}`]);
  });

  test('gives JSON problems their lines too', () => {
    const text =
      '{\n\t"chronology": 1,\n\t"title": "T",\n\t"timezone": "Mars",\n\t"events": [7]\n}\n';
    expect(told(text, 't.json')).toEqual([
      't.json:5:13: events[0]: `7` stands where a mapping (`key: value`) is wanted: write a mapping (`key: value`)',
    ]);
  });

  test('finds every problem of a file and gives them in the order of its lines', () => {
    const text = `${HEAD}events:
  - {id: a, title: A, when: {edtf: 2024-13, basis: stated}, where: [x]}
links:
  - {type: part-of, from: a, to: a, claimed_by: [y]}
actors: [{id: a, name: A}]
`;
    const fields = readChronology('t.yaml', text).problems.map(({line, field}) => [line, field]);
    expect(fields).toEqual([
      [5, 'events[0].id'],
      [5, 'events[0].when'],
      [5, 'events[0].when.edtf'],
      [5, 'events[0].where'],
      [5, 'events[0].where[0]'],
      [7, 'links[0].to'],
      [7, 'links[0].claimed_by[0]'],
    ]);
  });

  test('reads a year without quotes as it is written, and says so', () => {
    const text = (year: string): string => `${HEAD}sources: [{id: s, headline: ${year}}]\n`;
    const plain = readChronology('t.yaml', text('2024'));
    expect(plain.chronology?.sources[0]?.headline).toBe('2024');
    expect(lines(plain.problems)).toEqual([
      't.yaml:4:29: sources[0].headline: warning: `2024` is a number here, read as text: write it in quotes: "2024"',
    ]);
    for (const year of ['0044', '-0001', '010', '1_000', '0x1F', '+5', '12345678901234567890']) {
      const {chronology, problems} = readChronology('t.yaml', text(year));
      expect(chronology?.sources[0]?.headline).toBe(year);
      expect(problems).toEqual([]);
    }
  });

  test('takes NO, yes, on and dates for the text they are', () => {
    for (const word of ['NO', 'yes', 'on', '2024-01-24', '12:30:00', '<<']) {
      expect(
        readChronology('t.yaml', `title: ${word}\nchronology: 1\ntimezone: UTC`),
      ).toMatchObject({
        chronology: {title: word},
        problems: [],
      });
    }
  });

  test('follows an honest alias, however often', () => {
    const actors = Array.from(
      {length: 500},
      (_, at) => `  - {id: a${at}, name: A, other_names: *n}`,
    );
    const text = `${HEAD}places: [{id: p, name: P, other_names: &n [{name: "N"}]}]\nactors:\n${actors.join('\n')}\n`;
    const {chronology, problems} = readChronology('t.yaml', text);
    expect(problems).toEqual([]);
    expect(chronology?.actors.at(-1)?.other_names).toEqual([{name: 'N'}]);
  });

  test('turns the line breaks of a block into spaces', () => {
    const text = `${HEAD}summary: |\n  One\n  two.\n`;
    expect(readChronology('t.yaml', text).chronology?.summary).toBe('One two.');
  });
});

describe('readChronology with a hostile file', () => {
  test.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{"a":'.repeat(100_000)],
    ['lists in lists', '- '.repeat(100_000)],
    ['keys in keys', '? '.repeat(100_000)],
    ['indentation', Array.from({length: 2000}, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ])('refuses deep %s', (_, text) => {
    for (const name of ['t.yaml', 't.json']) {
      const {chronology, problems} = readChronology(name, text);
      expect(chronology).toBeUndefined();
      expect(problems).toHaveLength(1);
    }
    expect(told(text)[0]).toContain('nests more than 64 levels deep');
  });

  test('refuses endless keys without reading them all', () => {
    const keys = Array.from({length: 200_000}, (_, at) => `"k${at}":1`).join(',');
    expect(told(`{${keys}}`)).toEqual([
      expect.stringContaining('it has a mapping of more than 1000 keys'),
    ]);
  });

  test.each([
    ['commas', `[${','.repeat(50_000)}`],
    ['closing brackets', ']'.repeat(50_000)],
    ['lists side by side', '[] '.repeat(50_000)],
    ['anchors', '&a '.repeat(50_000)],
    ['quotes', '"'.repeat(50_000)],
    ['directives', '%A\n'.repeat(50_000)],
  ])('gives up after a thousand faults of %s', (_, text) => {
    const {chronology, problems} = readChronology('t.yaml', text);
    expect(chronology).toBeUndefined();
    expect(problems.length).toBeLessThanOrEqual(1001);
    expect(lines(problems).join('\n')).toMatch(/more than 1000 faults|too much follows/u);
  });

  test('stops at the second document', () => {
    expect(told('---\n'.repeat(100_000))).toHaveLength(1);
  });

  test('refuses aliases that multiply', () => {
    const levels = Array.from({length: 9}, (_, at) => {
      const below = at === 0 ? 'x' : `*a${at - 1}`;
      return `a${at}: &a${at} [${Array(9).fill(below).join(', ')}]`;
    });
    expect(told(levels.join('\n'))).toEqual([expect.stringContaining('aliases repeat too much')]);
    expect(told('a: &a [*a]')).toEqual([expect.stringContaining('has no anchor before it')]);
  });

  test('refuses YAML beyond 16 MB', () => {
    const text = `${HEAD}summary: ${'x'.repeat(16_000_000)}`;
    expect(told(text)).toEqual([
      't.yaml: it is larger than 16 MB as YAML: split it, or write it as JSON',
    ]);
  });

  test('reaches no prototype', () => {
    const texts = [
      '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n',
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}',
      `${HEAD}events: [{__proto__: {polluted: 1}}]\n`,
    ];
    for (const text of texts) {
      const {chronology, problems} = readChronology('t.yaml', text);
      expect(chronology).toBeUndefined();
      expect(lines(problems).join('\n')).toContain('there is no key `__proto__` here');
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  });

  test('says nothing that a terminal could act on, whatever the name, keys, values or faults', () => {
    const dangerous = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
    const texts = [
      '\u001b[2Jx: "\u009b2J"\n',
      '"\\e[2J\\u202e": \u001b\n',
      'a: *\u001b[31m\n',
      'a: !\u001b[31m b\n',
      '%\u001b[31m\n---\n',
      '{"\u001b": "\u0007',
      `${HEAD}actors: [{id: "\\e[2J", name: "\\e]0;x\\a"}]\n`,
    ];
    for (const text of texts) {
      for (const name of ['a\u001b[2J\n.yaml', 'a\u202e.json']) {
        const {problems} = readChronology(name, text);
        expect(problems.length).toBeGreaterThan(0);
        for (const line of lines(problems)) {
          expect(line).not.toMatch(dangerous);
        }
      }
    }
  });

  test('never throws, whatever JSON it is given', () => {
    const anything = fc.jsonValue({maxDepth: 6});
    const key = fc.constantFrom(
      'sources',
      'actors',
      'places',
      'events',
      'claims',
      'links',
      'sides',
    );
    const nearly = fc
      .dictionary(key, fc.array(anything, {maxLength: 4}))
      .map((it) => ({chronology: 1, title: 't', timezone: 'UTC', ...it}));
    fc.assert(
      fc.property(fc.oneof(anything, nearly), fc.boolean(), (value, isYaml) => {
        const {chronology, problems} = readChronology(
          isYaml ? 't.yaml' : 't.json',
          JSON.stringify(value, undefined, isYaml ? 1 : 0),
        );
        expect(chronology !== undefined || problems.length > 0).toBe(true);
      }),
      {seed: 1, numRuns: 200},
    );
  });

  test('never throws, whatever text it is given', () => {
    const scraps = fc.array(
      fc.oneof(
        fc.constantFrom('chronology: 1\n', 'events:\n', '  - ', '{', '}', '[', ']', ': ', '"', "'"),
        fc.constantFrom(
          '&a ',
          '*a',
          '!!str ',
          '|\n',
          '>-\n',
          '# ',
          '---\n',
          '%YAML 1.1\n',
          '? ',
          '\t',
        ),
        fc.string({maxLength: 8}),
      ),
      {maxLength: 30},
    );
    fc.assert(
      fc.property(scraps, (parts) => {
        const {chronology, problems} = readChronology('t.yaml', parts.join(''));
        expect(chronology !== undefined || problems.length > 0).toBe(true);
      }),
      {seed: 2, numRuns: 500},
    );
  });

  test('stops listing at ten thousand problems', () => {
    const events = Array.from({length: 3000}, () => ({x: 1}));
    const text = JSON.stringify({chronology: 1, title: 't', timezone: 'UTC', events});
    expect(readChronology('t.json', text).problems).toHaveLength(10_000);
  });
});
