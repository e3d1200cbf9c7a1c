import {readFileSync} from 'node:fs';
import {Ajv2020} from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Chronology, Claim, TimelineEvent} from '../../source/core/events/chronology.js';
import {makeInert} from '../../source/core/events/inert-text.js';
import {chronologyJson, chronologyYaml} from '../../source/formats/chronology-file.js';
import {readChronology} from '../../source/formats/chronology-reader.js';
import {chronologySchema} from '../../source/formats/chronology-schema.js';
import type {Format} from '../../source/formats/format.js';

const bundledText = readFileSync(
  new URL('../../data/washington-baghdad.yaml', import.meta.url),
  'utf8',
);

const {chronology: read} = readChronology('w.yaml', bundledText);

const bundled = (): Chronology => {
  if (read === undefined) {
    throw new Error('the bundled chronology does not read');
  }
  return read;
};

const write = async (format: Format, chronology: Chronology): Promise<string> =>
  (await format.write?.(chronology))?.text ?? '';

/** Text that a reader keeps as it is: inert, and without spaces that folding may take. */
const words = fc
  .string({unit: 'grapheme', minLength: 1, maxLength: 40})
  .map((it) => makeInert(it))
  .filter((it) => it.trim() === it && it !== '');
const awkward = fc.constantFrom(
  'NO',
  'null',
  '~',
  '0044',
  '2024',
  '1e3',
  '- a',
  'a: b',
  '# a',
  '"',
  "'",
  '*a',
  '&a',
  '!a',
  '{a',
  '[a',
  '%a',
  '@a',
  '`a',
  '…',
  '| x',
  '> x',
  'a #b',
  'true',
);
const text = fc.oneof(words, awkward);
const value = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, {maxLength: 3}),
);

const chronologies: fc.Arbitrary<Chronology> = fc
  .record({
    title: text,
    summary: text,
    names: fc.array(text, {minLength: 1, maxLength: 4}),
    values: fc.array(value, {maxLength: 4}),
  })
  .map(({title, summary, names, values}) => ({
    chronology: 1,
    title,
    summary,
    timezone: 'Asia/Baghdad',
    sides: [{id: 'one', name: title}],
    fields: [],
    sources: [{id: 's', headline: title, note: summary}],
    actors: names.map((name, at) => ({id: `a${at}`, name, other_names: [{name: title}]})),
    places: [],
    events: names.map((name, at): TimelineEvent => ({
      id: `e${at}`,
      title: name,
      when: {edtf: '2024-01-24~/..', basis: 'inferred', reason: summary},
      actors: [{actor: 'a0', role: title}],
      tags: names,
    })),
    claims: [
      ...names.map((_, at): Claim => claim(`c${at}`, `e${at}`, title)),
      ...values.map((it, at): Claim => claim(`v${at}`, 'e0', it)),
    ],
    links: [],
  }));

function claim(id: string, event: string, it: Claim['value']): Claim {
  return {
    id,
    about: {event, field: '*'},
    said_by: null,
    voice: 'reporter',
    value: it,
    citations: [{source: 's'}],
  };
}

describe.each([chronologyYaml, chronologyJson])('$name', (format) => {
  test('reads the bundled chronology back as it was written', async () => {
    const chronology = bundled();
    const written = await write(format, chronology);
    expect(readChronology('x', written)).toEqual({chronology, problems: []});
  });

  test('reads any chronology back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(chronologies, async (chronology) => {
        const written = await write(format, chronology);
        expect(readChronology('x', written)).toEqual({chronology, problems: []});
      }),
      {seed: 1, numRuns: 40},
    );
  });

  test('writes the same whatever the order of the keys', async () => {
    const chronology = bundled();
    const turned = JSON.parse(JSON.stringify(chronology), (_, it: unknown) =>
      typeof it === 'object' && it !== null && !Array.isArray(it)
        ? Object.fromEntries(Object.entries(it).reverse())
        : it,
    ) as Chronology;
    expect(await write(format, turned)).toBe(await write(format, chronology));
  });

  test('loses nothing, and says so', async () => {
    expect((await format.write?.(bundled()))?.losses).toEqual([]);
  });

  test('recognises what it wrote and not what the other did', async () => {
    const other = format === chronologyYaml ? chronologyJson : chronologyYaml;
    const chronology = bundled();
    const head = async (it: Format) => ({
      name: '-',
      text: (await write(it, chronology)).slice(0, 65_536),
      isWhole: false,
    });
    expect(format.detect?.(await head(format))).toBe(1);
    expect(format.detect?.(await head(other))).toBe(0);
  });

  test('gives problems and no events for what does not read', async () => {
    const reading = await format.read?.({name: 'x', text: 'events: none'});
    expect(reading?.problems.length).toBeGreaterThan(0);
    expect(reading?.chronology.events).toEqual([]);
  });
});

describe('detecting a chronology', () => {
  const detect = (name: string, content: string): number[] =>
    [chronologyYaml, chronologyJson].map(
      (it) => it.detect?.({name, text: content, isWhole: true}) ?? 0,
    );

  test.each([
    ['a first key after comments', 'x', '# a\nchronology: 1\n', [1, 0]],
    ['a file that lacks the first key', 'x', 'events:\nclaims:\n', [0.7, 0]],
    ['YAML by its name alone', 'x.yml', 'title: x\n', [0.3, 0]],
    ['JSON of ours', 'x', '{\n "chronology": 1}', [0, 1]],
    ['other JSON', 'x.json', '{"events": []}', [0, 0]],
    ['a table', 'x.csv', 'date,title\n2024,chronology: 1\n', [0, 0]],
    ['prose', 'x.txt', 'A chronology: 1 of many.', [0, 0]],
  ])('goes by %s', (_, name, content, sureness) => {
    expect(detect(name, content)).toEqual(sureness);
  });
});

describe('the JSON form', () => {
  test('carries what an event can mean at the earliest and latest, and its claims', async () => {
    const base = bundled();
    const event = (id: string, edtf: string): TimelineEvent => ({
      id,
      title: id,
      when: {edtf, basis: 'stated'},
    });
    const edtfs = {
      day: '2024-01-24',
      open: '2024-01/..',
      before: '-0044-03-15',
      far: 'Y-20000000000',
    };
    const events = Object.entries(edtfs).map(([id, edtf]) => event(id, edtf));
    const claims = [claim('c1', 'day', null), claim('c2', 'far', null), claim('c3', 'day', null)];
    const written = await write(chronologyJson, {...base, events, claims, links: []});
    const parsed = JSON.parse(written) as {events: unknown[]};
    expect(parsed.events).toEqual([
      expect.objectContaining({
        when: {
          edtf: '2024-01-24',
          basis: 'stated',
          earliest: '2024-01-23T21:00:00.000Z',
          latest: '2024-01-24T20:59:59.999Z',
        },
        claims: ['c1', 'c3'],
      }),
      expect.objectContaining({
        when: {
          edtf: '2024-01/..',
          basis: 'stated',
          earliest: '2023-12-31T21:00:00.000Z',
          latest: null,
        },
        claims: [],
      }),
      expect.objectContaining({
        when: expect.objectContaining({earliest: expect.stringMatching(/^-000044-03-1[45]T/)}),
      }),
      expect.objectContaining({
        when: expect.objectContaining({
          earliest: '-20000000000',
          latest: '-20000000000',
        }),
        claims: ['c2'],
      }),
    ]);
  });

  test('fits the schema that is printed', async () => {
    const validate = new Ajv2020({strict: false}).compile(chronologySchema as object);
    validate(JSON.parse(await write(chronologyJson, bundled())));
    expect(validate.errors).toBeNull();
  });
});

describe('the YAML form', () => {
  test('begins with the line that editors look for', async () => {
    const written = await write(chronologyYaml, bundled());
    expect(written.split('\n')[0]).toBe('# yaml-language-server: $schema=./chronology.schema.json');
  });

  test('puts an entry on each line when there are thousands, and reads them back', async () => {
    const {opens_at: _, ...base} = bundled();
    const events = Array.from({length: 2520}, (_, at): TimelineEvent => ({
      id: `e${at}`,
      title: `Event: ${at} #1`,
      when: {edtf: '2024', basis: 'stated'},
    }));
    const claims = events.map(({id}, at) => ({
      ...claim(`c${at}`, id, null),
      citations: [{source: 'report'}],
    }));
    const chronology = {...base, events, claims, links: []};
    const written = await write(chronologyYaml, chronology);
    expect(written).toContain('\n  - {"id":"e1","title":"Event: 1 #1",');
    expect(readChronology('x', written)).toEqual({chronology, problems: []});
    const broken = written.replace('"c5","about":{"event":"e5"', '"c5","about":{"event":"nothing"');
    const {problems} = readChronology('x', broken);
    const problem = problems.find(({field}) => field === 'claims[5].about.event');
    const line = broken.split('\n').findIndex((it) => it.includes('"nothing"')) + 1;
    expect(problem?.line).toBe(line);
  });
});

describe('the schema', () => {
  test('explains every field', () => {
    const bare: string[] = [];
    const visit = (it: typeof chronologySchema, path: string): void => {
      for (const [key, property] of Object.entries(it.properties ?? {})) {
        const target = chronologySchema.$defs?.[property.$ref?.replace('#/$defs/', '') ?? ''];
        if (property.description === undefined && target?.description === undefined) {
          bare.push(`${path}.${key}`);
        }
        visit(property, `${path}.${key}`);
      }
    };
    visit(chronologySchema, '');
    for (const [name, it] of Object.entries(chronologySchema.$defs ?? {})) {
      visit(it, name);
    }
    expect(bare).toEqual([]);
  });
});

describe('reading', () => {
  test('counts the events as rows, all of them kept', async () => {
    const result = await chronologyYaml.read?.({name: 'w.yaml', text: bundledText});
    expect(result).toMatchObject({rows: bundled().events.length, refused: 0, losses: []});
  });
});
