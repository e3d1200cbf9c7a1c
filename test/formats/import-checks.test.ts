import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {checkChronology} from '../../source/core/events/check-chronology.js';
import type {Chronology} from '../../source/core/events/chronology.js';
import {diffChronologies} from '../../source/core/events/diff-chronologies.js';
import {chronologyYaml} from '../../source/formats/chronology-file.js';
import {readChronology} from '../../source/formats/chronology-reader.js';
import {formatRegistry} from '../../source/formats/format-registry.js';
import * as tables from './table-fixtures.js';

const bundledText = readFileSync(
  new URL('../../data/washington-baghdad.yaml', import.meta.url),
  'utf8',
);

/** A short chronology of our own, so that a mutation often hits something. */
const small = (() => {
  const {chronology} = readChronology('bundled', bundledText);
  if (chronology === undefined) throw new Error('the bundled chronology is not read');
  const events = chronology.events.slice(2, 9);
  const ids = new Set(events.map(({id}) => id));
  const {opens_at: _, ...rest} = chronology;
  return {
    ...rest,
    events,
    claims: chronology.claims.filter(({about}) => ids.has(about.event)),
    links: [],
  } satisfies Chronology;
})();

/** The writer's own text of each format that both reads and writes. */
async function written(id: string): Promise<string> {
  const format = await formatRegistry.find((entry) => entry.id === id)?.load();
  return (await format?.write?.(small))?.text ?? '';
}

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:1@example.org',
  'DTSTART;TZID=Asia/Baghdad:20240124T031500',
  'DTEND:20240124T041500Z',
  'RRULE:FREQ=DAILY;COUNT=2',
  'SUMMARY:Armed clash',
  'LOCATION:Kubla',
  'ORGANIZER;CN=Somebody:mailto:a@example.org',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');
const MARKWHEN =
  '---\ntitle: Notes\n---\nsection Xanadu\n2024-01-24: A clash #north\n2023-01/2023-04: A siege\nendSection\n';
const SLIDES = JSON.stringify({
  title: {text: {headline: 'Slides'}},
  events: [
    {start_date: {year: '-44', month: '3', day: '15'}, text: {headline: 'The Ides'}},
    {
      start_date: {year: 2004},
      end_date: {year: 2004, month: 6, day: 11},
      display_date: '2004 (inferred; the report says "June")',
      text: {headline: 'A span'},
      group: 'North',
    },
  ],
});
const FEATURES = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 7,
      geometry: {type: 'Point', coordinates: [41.09, 34.37]},
      properties: {date: '2024-01-24', title: 'A clash', place: 'Al-Qaim'},
    },
    {type: 'Feature', geometry: null, properties: {date: '2023', title: 'A year'}},
  ],
});
const VECTORS = JSON.stringify([
  {input: '1985-04-12', valid: true, level: 0},
  {input: '2016-05-02T12:00:00-13:00', valid: true, level: 0},
  {input: '2016-05-02T12:00:00+14:01', valid: false, level: 0},
  {input: '2004/2004-06-11', valid: true, level: 0},
  {input: '2021-22/2022', valid: true, level: 2},
]);

const FIXTURES: readonly (readonly [id: string, text: string | (() => Promise<string>)])[] = [
  ['acled', tables.acledCurrent],
  ['acled', tables.acledOld],
  ['ucdp', [tables.UCDP_HEADER, ...tables.ucdpRows].join('\n')],
  ['gdelt', tables.gdelt2],
  ['icews', tables.icewsRows],
  ['timemap', tables.timemapRows],
  ['timesketch', tables.timesketchRows],
  ['csv', tables.plainRows],
  ['csv', () => written('csv')],
  ['tsv', tables.plainRows.replaceAll(',', '\t')],
  ['json', VECTORS],
  [
    'ndjson',
    '{"date":"2020-01-02","end":"2020-02","title":"One"}\n{"date":"2021","title":"Two"}\n',
  ],
  ['geojson', FEATURES],
  ['geojson', () => written('geojson')],
  ['timelinejs', SLIDES],
  ['timelinejs', () => written('timelinejs')],
  ['icalendar', CALENDAR],
  ['icalendar', () => written('icalendar')],
  ['markwhen', MARKWHEN],
];

/** What may be put into a file anywhere: dates of every sort among it. */
const PIECES = [
  ...['2016-05-02T12:00:00-13:00', '2004/2004-06-11', '2024-02-30', '0000', '-0001', '9999'],
  ...['Y-17E7', '1985-XX', '2021-21', '2024-01-24~/..', '24:00', 'inferred', 'stated', 'true'],
  ...['99', '-', '/', '\u0007', '', '  ', '"', '\u202e', 'Infinity', '1e99', ';', ','],
];

/** A piece of the text replaced by another. */
const mutation = fc.record({
  at: fc.double({min: 0, max: 1, noNaN: true}),
  length: fc.nat(12),
  piece: fc.constantFrom(...PIECES),
});

function mutate(text: string, changes: readonly {at: number; length: number; piece: string}[]) {
  return changes.reduce((changed, {at, length, piece}) => {
    const from = Math.floor(at * changed.length);
    return changed.slice(0, from) + piece + changed.slice(from + length);
  }, text);
}

async function expectPasses(chronology: Chronology): Promise<void> {
  const errors = checkChronology(chronology).filter(({severity}) => severity === 'error');
  expect(errors).toEqual([]);
  const text = (await chronologyYaml.write?.(chronology))?.text ?? '';
  const again = readChronology('again', text);
  expect(again.problems.filter(({severity}) => severity === 'error')).toEqual([]);
}

describe('what an import makes passes check', () => {
  test('every format that is read has a fixture, but those that are checked as they are read', async () => {
    const readable: string[] = [];
    for (const entry of formatRegistry) {
      if ((await entry.load()).read !== undefined) readable.push(entry.id);
    }
    const covered = new Set(FIXTURES.map(([id]) => id));
    expect(readable.filter((id) => !covered.has(id))).toEqual(['yaml']);
  });

  test.each(FIXTURES.map(([id, text], at) => ({id, text, at})))(
    '$id, fixture $at, whatever happens to its text',
    async ({id, text, at}) => {
      const format = await formatRegistry.find((entry) => entry.id === id)?.load();
      if (format?.read === undefined) throw new Error(`${id} has no reader`);
      const {read} = format;
      const whole = typeof text === 'string' ? text : await text();
      const first = await read({name: 'upload', text: whole});
      expect(first.chronology.events.length).toBeGreaterThan(0);
      await expectPasses(first.chronology);
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, {minLength: 1, maxLength: 3}), async (changes) => {
          const {chronology, problems} = await read({name: 'upload', text: mutate(whole, changes)});
          // A file that cannot be read at all gives errors, and nothing is written.
          if (problems.some(({severity}) => severity === 'error')) return;
          await expectPasses(chronology);
        }),
        {seed: 20 + at, numRuns: 12},
      );
    },
  );
});

describe('two imports compared', () => {
  const importAs = async (id: string, name: string, text: string): Promise<Chronology> => {
    const format = await formatRegistry.find((entry) => entry.id === id)?.load();
    const result = await format?.read?.({name, text});
    if (result === undefined) throw new Error(`${id} has no reader`);
    return result.chronology;
  };

  test.each(FIXTURES.map(([id, text], at) => ({id, text, at})))(
    '$id, fixture $at: a copy under another name says the same',
    async ({id, text}) => {
      const whole = typeof text === 'string' ? text : await text();
      const one = await importAs(id, 'one.file', whole);
      expect(diffChronologies(one, await importAs(id, 'another', whole))).toEqual([]);
    },
  );

  test('a row put before others is the one thing that is new', async () => {
    const header = 'date,title\n';
    const rows = '2024-01-01,A\n2024-01-03,C\n2024-01-05,E\n';
    const before = await importAs('csv', 'x1.csv', header + rows);
    const after = await importAs('csv', 'x2.csv', `${header}2024-01-02,B\n${rows}`);
    expect(diffChronologies(before, after).map(({change, kind, id}) => [change, kind, id])).toEqual(
      [
        ['added', 'event', '2024-01-02-b'],
        ['added', 'claim', '2024-01-02-b-row'],
      ],
    );
  });

  test('another text in a row is told, and so is another title that a calendar gives itself', async () => {
    const before = await importAs('csv', 'x', 'date,title,text\n2024-01-01,A,one\n');
    const after = await importAs('csv', 'y', 'date,title,text\n2024-01-01,A,two\n');
    expect(
      diffChronologies(before, after).map(({kind, fields}) => [kind, fields[0]?.field]),
    ).toEqual([
      ['event', 'summary'],
      ['claim', 'value'],
    ]);
    const notes = await importAs('markwhen', 'x', MARKWHEN);
    const renamed = await importAs('markwhen', 'y', MARKWHEN.replace('Notes', 'More'));
    expect(diffChronologies(notes, renamed).map(({kind}) => kind)).toEqual(['chronology']);
  });
});

describe('a JSON array that is not a chronology', () => {
  test('gives rows, refuses dates that are none, and takes no boolean for a title', async () => {
    const format = await formatRegistry.find(({id}) => id === 'json')?.load();
    const result = await format?.read?.({name: 'vectors.json', text: VECTORS});
    expect(result?.formatName).toBe('JSON rows');
    expect([result?.rows, result?.refused]).toEqual([5, 2]);
    expect(result?.chronology.events.map(({when}) => when.edtf)).toEqual([
      '1985-04-12',
      '2004/2004-06-11',
      '2021-22/2022',
    ]);
    for (const {title} of result?.chronology.events ?? []) expect(title).not.toMatch(/true|false/);
    expect(result?.losses.filter(({what}) => what.startsWith('refused: '))).toHaveLength(2);
  });
});
