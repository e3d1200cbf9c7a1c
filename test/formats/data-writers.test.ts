import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Chronology, When} from '../../source/core/events/chronology.js';
import {acledFormat} from '../../source/formats/acled-writer.js';
import {readChronology} from '../../source/formats/chronology-reader.js';
import {csvCell, fromCsvCell} from '../../source/formats/csv-cell.js';
import {csvEvents} from '../../source/formats/csv-events.js';
import {formatRegistry} from '../../source/formats/format-registry.js';
import {geoJsonFormat} from '../../source/formats/geojson.js';
import {iCalendarFormat} from '../../source/formats/icalendar.js';
import {htmlToText} from '../../source/formats/html-to-text.js';
import {provFormat} from '../../source/formats/prov.js';
import {splitHead} from '../../source/formats/split-head.js';
import {timelineJsFormat} from '../../source/formats/timelinejs.js';
import {madeChronology, madeText} from './made-chronology.js';
import {acledCurrent} from './table-fixtures.js';

const bundled = (() => {
  const path = new URL('../../data/washington-baghdad.yaml', import.meta.url);
  const {chronology} = readChronology('bundled', readFileSync(path, 'utf8'));
  if (chronology === undefined) throw new Error('the bundled chronology is not read');
  return chronology;
})();

const commas = {delimiter: ',', hasQuotes: true};

describe('cells of CSV', () => {
  test('what a spreadsheet would run gets an apostrophe, numbers do not', () => {
    expect(csvCell('=1+1')).toBe("'=1+1");
    expect(csvCell('-0044-03-15')).toBe("'-0044-03-15");
    expect(csvCell('@SUM(A1)')).toBe("'@SUM(A1)");
    // Some spreadsheets read the wide forms as they read the others.
    for (const sign of ['＝', '＋', '－', '＠']) expect(csvCell(`${sign}1`)).toBe(`'${sign}1`);
    expect(csvCell("'=1")).toBe("''=1");
    expect(csvCell('=HYPERLINK("x","y")')).toBe(`"'=HYPERLINK(""x"",""y"")"`);
    expect(csvCell(-77.01)).toBe('-77.01');
    expect(csvCell("it's")).toBe("it's");
    expect(csvCell(undefined)).toBe('');
  });

  test('every cell is read back as it was, and none begins as a formula', () => {
    fc.assert(
      fc.property(fc.oneof(madeText, fc.string({maxLength: 10})), (text) => {
        const row = splitHead(`${csvCell(text)},x\r\n`, commas, 1)[0];
        expect(fromCsvCell(row?.[0] ?? '')).toBe(text);
        if (!/^-?\d+(\.\d+)?$/.test(text)) expect(row?.[0]).not.toMatch(/^[=+\-@\t\r]/);
      }),
      {seed: 12, numRuns: 400},
    );
  });
});

describe('CSV', () => {
  test('has a row for each event and no cell that runs', async () => {
    await fc.assert(
      fc.asyncProperty(madeChronology, async (chronology) => {
        const {text = ''} = (await csvEvents.write?.(chronology)) ?? {};
        const rows = splitHead(text, commas, 100);
        expect(rows).toHaveLength(chronology.events.length + 1);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/);
      }),
      {seed: 13, numRuns: 40},
    );
  });
});

describe('the sources of CSV', () => {
  test('are each told once, with the paragraphs in order', async () => {
    const {text = ''} = (await csvEvents.write?.(bundled)) ?? {};
    const [header, ...rows] = splitHead(text, commas, 100);
    const cell = rows.find(([id]) => id === 'strikes')?.[header?.indexOf('sources') ?? -1] ?? '';
    expect(cell.split(bundled.sources[0]?.headline ?? '?')).toHaveLength(2);
    const paragraphs = [...cell.matchAll(/¶(\d+)/g)].map(([, number]) => Number(number));
    expect(paragraphs.length).toBeGreaterThan(3);
    expect(paragraphs).toEqual([...new Set(paragraphs)].sort((one, other) => one - other));
  });
});

describe('ACLED', () => {
  test('has the 31 columns of today, and leaves uncoded ones empty', async () => {
    const {text = ''} = (await acledFormat.write?.(bundled)) ?? {};
    const [header, ...rows] = splitHead(text, commas, 100);
    expect(header).toHaveLength(31);
    expect(rows.every((row) => row.length === 31)).toBe(true);
    const strikes = rows.find(([id]) => id === 'strikes');
    const cell = (name: string) => strikes?.[header?.indexOf(name) ?? -1];
    expect([
      cell('event_date'),
      cell('year'),
      cell('disorder_type'),
      cell('event_type'),
      cell('interaction'),
      cell('timestamp'),
      cell('iso'),
    ]).toEqual([
      '2024-01-24',
      '2024',
      'Political violence',
      'Explosions/Remote violence',
      '',
      '',
      '',
    ]);
  });

  test('puts the deaths of two places at neither, gives a lower bound no number, and a day that is inferred no certainty', async () => {
    const {text = '', losses = []} = (await acledFormat.write?.(bundled)) ?? {};
    const [header, ...rows] = splitHead(text, commas, 100);
    const strikes = rows.find(([id]) => id === 'strikes');
    const cell = (name: string) => strikes?.[header?.indexOf(name) ?? -1];
    expect(['location', 'admin1', 'latitude', 'longitude', 'fatalities'].map(cell)).toEqual(
      Array.from({length: 5}, () => ''),
    );
    expect(['country', 'geo_precision', 'time_precision'].map(cell)).toEqual(['Iraq', '3', '2']);
    for (const words of [
      'Date inferred; the report says “Wednesday”',
      'Jurf al-Sakhr, Babil; Al-Qaim, Anbar',
      'Where were people killed? western Iraq',
      'Deaths: at least 2 killed',
      'Hashed al-Shaabi (said to be a target)',
      'How many: 3 facilities',
    ])
      expect(cell('notes')).toContain(words);
    const row = bundled.events.findIndex(({id}) => id === 'strikes') + 1;
    const fields = losses.filter((loss) => loss.row === row).map(({field}) => field);
    for (const field of ['when.basis', 'where', 'deaths', 'actors', 'count'])
      expect(fields).toContain(field);
  });

  test('makes no row of a statement, a figure, a run of attacks or a span without a day, and says so', async () => {
    const {text = '', losses = []} = (await acledFormat.write?.(bundled)) ?? {};
    for (const id of [
      'call-to-leave',
      'spokesman-statement',
      'attacks',
      'troops-iraq',
      'earlier-strikes',
    ]) {
      expect(text).not.toContain(`\n${id},`);
      const row = bundled.events.findIndex((event) => event.id === id) + 1;
      expect(losses).toContainEqual({row, field: '*', what: expect.stringMatching(/^left out: /)});
    }
  });

  test('keeps what is coded as ACLED codes it', async () => {
    const [actor, ...more] = bundled.actors;
    const [place] = bundled.places;
    if (actor === undefined || more[0] === undefined || place === undefined)
      throw new Error('none');
    const coded = {
      id: 'coded',
      title: 'Armed clash',
      when: {edtf: '2023-05', basis: 'stated' as const},
      where: [place.id],
      actors: [
        {actor: actor.id, role: 'associated with actor 1'},
        {actor: more[0].id, role: 'actor 1'},
      ],
      kind: {type: 'Battles', sub_type: 'Armed clash'},
      deaths: {best: 3},
    };
    const {text = '', losses = []} =
      (await acledFormat.write?.({...bundled, events: [coded], claims: [], links: []})) ?? {};
    const [header = [], row = []] = splitHead(text, commas, 2);
    const cell = (name: string) => row[header.indexOf(name)];
    expect(['actor1', 'assoc_actor_1', 'actor2', 'fatalities', 'location'].map(cell)).toEqual([
      more[0].name,
      actor.name,
      '',
      '3',
      place.name,
    ]);
    expect(['event_date', 'time_precision'].map(cell)).toEqual(['2023-05-01', '3']);
    expect(losses.filter((loss) => loss.row === 1).map(({field}) => field)).toEqual([
      'when.edtf',
      'id',
    ]);
  });
});

describe('rows of ACLED that were rows of ACLED', () => {
  test('are what they were', async () => {
    const before = await acledFormat.read?.({name: 'a.csv', text: acledCurrent});
    if (before === undefined) throw new Error('ACLED has no reader');
    const written = await acledFormat.write?.(before.chronology);
    const [header = [], ...rows] = splitHead(acledCurrent, commas, 100);
    const [again, ...rowsAgain] = splitHead(written?.text ?? '', commas, 100);
    expect(again).toEqual(header);
    for (const [at, row] of rows.entries()) {
      const wanted = row.map((cell) => (cell === 'NA' ? '' : cell.replace('\n', ' ')));
      expect(rowsAgain[at]).toEqual(wanted);
    }
    const after = await acledFormat.read?.({name: 'a.csv', text: written?.text ?? ''});
    expect(after?.chronology).toEqual(before.chronology);
  });

  test('lose nothing but what ACLED has no place for', async () => {
    const {chronology} = (await acledFormat.read?.({name: 'a.csv', text: acledCurrent})) ?? {};
    if (chronology === undefined) throw new Error('ACLED has no reader');
    const {losses = []} = (await acledFormat.write?.(chronology)) ?? {};
    expect(losses.filter(({row}) => row > 0)).toEqual([]);
  });
});

describe('GeoJSON', () => {
  test('is a collection of one feature an event, positions longitude first', async () => {
    const {text = '', losses = []} = (await geoJsonFormat.write?.(bundled)) ?? {};
    const document = JSON.parse(text);
    expect(document.type).toBe('FeatureCollection');
    expect(document.features.map(({id}: {id: string}) => id)).toEqual(
      bundled.events.map(({id}) => id),
    );
    const feature = (id: string) => document.features.find((one: {id: string}) => one.id === id);
    expect(feature('strikes').geometry).toEqual({
      type: 'MultiPoint',
      coordinates: [
        [44.214, 32.867],
        [41.139, 34.367],
      ],
    });
    expect(feature('attacks-claimed').geometry).toBeNull();
    expect(feature('strikes').properties).toMatchObject({
      date: '2024-01-24',
      date_basis: 'inferred',
      deaths: {low: 2},
    });
    expect(losses.map(({field}) => field)).toContain('claims');
  });

  test('positions are in range and geometries of the kinds of RFC 7946', async () => {
    await fc.assert(
      fc.asyncProperty(madeChronology, async (chronology) => {
        const {text = ''} = (await geoJsonFormat.write?.(chronology)) ?? {};
        for (const {geometry} of JSON.parse(text).features) {
          if (geometry === null) continue;
          expect(['Point', 'MultiPoint']).toContain(geometry.type);
          expect(geometry.coordinates.flat().every(Number.isFinite)).toBe(true);
        }
      }),
      {seed: 14, numRuns: 30},
    );
  });
});

describe('PROV', () => {
  test('every claim is attributed and derived from what it cites, and every reference has a node', async () => {
    const {text = ''} = (await provFormat.write?.(bundled)) ?? {};
    const document = JSON.parse(text);
    const nodes = new Map<string, Record<string, unknown>>();
    for (const node of document['@graph']) {
      expect(nodes.has(node['@id'])).toBe(false);
      nodes.set(node['@id'], node);
    }
    for (const claim of bundled.claims) {
      const node = nodes.get(`item:${encodeURIComponent(claim.id)}`);
      const expected =
        claim.said_by === null
          ? `item:${claim.citations[0]?.source ?? ''}/voice`
          : `item:${claim.said_by}`;
      expect(node?.['attributedTo']).toBe(expected);
      const from = (node?.['derivedFrom'] ?? node?.['quotedFrom']) as string[];
      expect(from.map((id) => nodes.get(id)?.['paragraph'])).toEqual(
        claim.citations.map(({paragraph}) => paragraph),
      );
    }
    const referring = [
      'about',
      'attributedTo',
      'derivedFrom',
      'quotedFrom',
      'isPartOf',
      'memberOf',
      'from',
      'to',
    ];
    for (const node of nodes.values()) {
      for (const id of referring.flatMap((key) => (node[key] ?? []) as string | string[]))
        expect(nodes.has(id)).toBe(true);
    }
  });

  test('a relation is never a statement of its own, but derived from the claims that assert it', async () => {
    const {text = ''} = (await provFormat.write?.(bundled)) ?? {};
    const links = JSON.parse(text)['@graph'].filter(
      (node: {linkType?: string}) => node.linkType !== undefined,
    );
    expect(links).toHaveLength(bundled.links.length);
    for (const link of links) expect(link.derivedFrom ?? link.comment).toBeDefined();
    expect(text).not.toContain('wasInfluencedBy');
  });
});

describe('a time in doubt on a sure day', () => {
  const event = bundled.events.find(({id}) => id === 'strikes');
  if (event === undefined) throw new Error('no event');
  const when = {edtf: '2023-12-08T04:15~', basis: 'stated' as const};
  const timed = {...bundled, events: [{...event, id: 'timed', when}], claims: [], links: []};

  test('keeps the precision of its day in ACLED, with the doubt in the notes', async () => {
    const {text = '', losses = []} = (await acledFormat.write?.(timed)) ?? {};
    const [header = [], row = []] = splitHead(text, commas, 2);
    const cell = (name: string) => row[header.indexOf(name)];
    expect(['event_date', 'time_precision'].map(cell)).toEqual(['2023-12-08', '1']);
    expect(cell('notes')).toContain('Fri 8 Dec 2023, about 04:15');
    expect(losses.map(({field}) => field)).toContain('when.edtf');
  });

  test('is no EDTF in PROV but text, which is a loss', async () => {
    const {text = '', losses = []} = (await provFormat.write?.(timed)) ?? {};
    const node = JSON.parse(text)['@graph'].find(
      ({'@id': id}: {'@id': string}) => id === 'item:timed',
    );
    expect(node.date).toEqual({'@value': '2023-12-08T04:15~', '@type': 'xsd:string'});
    expect(losses).toContainEqual({
      row: 1,
      field: 'when.edtf',
      what: 'beyond EDTF: written as plain text',
    });
  });
});

describe('a date in doubt', () => {
  const event = bundled.events.find(({id}) => id === 'strikes');
  if (event === undefined) throw new Error('no event');
  const dated = (when: When): Chronology => ({
    ...bundled,
    events: [{...event, id: 'doubtful', when, summary: 'S'}],
    claims: [],
    links: [],
  });

  test.each([
    ['2030?', undefined, 'S\\nDate: 2030\\, uncertain'],
    ['2030-08-04%', undefined, 'S\\nDate: 4 August 2030\\, uncertain and approximate'],
    ['[2030-08-04..2030-09-01]', undefined, null],
    ['2030-08-04T18:07~', 'just after six', null],
    ['2030-08-04', undefined, 'S'],
  ])(
    '%s says so in the description of a calendar, and is not read as text',
    async (edtf, stated, line) => {
      const when = {edtf, basis: 'stated' as const, ...(stated !== undefined && {stated})};
      const {text = ''} = (await iCalendarFormat.write?.(dated(when))) ?? {};
      const unfolded = text.replaceAll('\r\n ', '');
      const description = /^DESCRIPTION:(.*)$/mu.exec(unfolded)?.[1];
      if (line !== null) expect(description).toBe(line);
      else expect(description).toContain('Date: ');
      const read = await iCalendarFormat.read?.({name: 'x', text});
      expect(read?.chronology.events[0]).toMatchObject({summary: 'S', when});
    },
  );

  test.each([
    [
      '2030-08-04T18:07~',
      'just after six',
      '4 Aug 2030, about 18:07 (the report says "just after six")',
    ],
    ['2030-08-04', 'that Sunday', '4 Aug 2030 (the report says "that Sunday")'],
    ['2030-08-04', '4 Aug 2030', '4 Aug 2030'],
    ['2030?', undefined, '2030?'],
  ])('%s, stated as %s, is on a slide in our words', async (edtf, stated, words) => {
    const when = {edtf, basis: 'stated' as const, ...(stated !== undefined && {stated})};
    const {text = ''} = (await timelineJsFormat.write?.(dated(when))) ?? {};
    expect(htmlToText(JSON.parse(text).events[0].display_date).text).toBe(words);
    const read = await timelineJsFormat.read?.({name: 'x', text});
    expect(read?.chronology.events[0]?.when.stated).toBe(stated ?? words);
  });
});

describe('iCalendar as written', () => {
  test('lines are folded at 75 octets and end with CR LF', async () => {
    await fc.assert(
      fc.asyncProperty(madeChronology, async (chronology) => {
        const {text = ''} = (await iCalendarFormat.write?.(chronology)) ?? {};
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of text.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
      {seed: 15, numRuns: 40},
    );
  });

  test('every event has UID, DTSTAMP and DTSTART, and the end of days is the day after', async () => {
    const event = bundled.events.find(({id}) => id === 'attacks');
    if (event === undefined) throw new Error('no event');
    const {text = '', losses = []} =
      (await iCalendarFormat.write?.({...bundled, events: [event]})) ?? {};
    expect(text).toMatch(
      /UID:attacks@.*\r\nDTSTAMP:\d{8}T\d{6}Z\r\nDTSTART;VALUE=DATE:20231015\r\nDTEND;VALUE=DATE:20240125\r\n/,
    );
    expect(losses).toContainEqual(expect.objectContaining({row: 1, field: 'when.edtf'}));
  });

  test('a time is written in UTC', async () => {
    const [event] = bundled.events;
    if (event === undefined) throw new Error('no event');
    const timed = {
      ...event,
      when: {edtf: '2024-01-24T03:15:00/2024-01-24T04:00:00', basis: 'stated' as const},
    };
    const {text = ''} = (await iCalendarFormat.write?.({...bundled, events: [timed]})) ?? {};
    expect(text).toContain('DTSTART:20240124T001500Z\r\nDTEND:20240124T010000Z');
  });

  test.each([
    ['2024-01-24T10:00/2024-01-24T12:00', '20240124T120000Z'],
    ['2024-01-24T10:00/2024-01-24T12:00:30', '20240124T120030Z'],
    ['2024-01-24T10:00/2024-01-25', '20240126T000000Z'],
    ['2024-01-24T10:00/2024-01-24T10:00', undefined],
    ['2024-01-24T10:00', undefined],
  ])('the end of %s is %s', async (edtf, end) => {
    const [event] = bundled.events;
    if (event === undefined) throw new Error('no event');
    const timed = {...event, when: {edtf, timezone: 'UTC', basis: 'stated' as const}};
    const {text = ''} = (await iCalendarFormat.write?.({...bundled, events: [timed]})) ?? {};
    expect(text).toContain('DTSTART:20240124T100000Z');
    expect(/DTEND[^:]*:(.*)\r\n/.exec(text)?.[1]).toBe(end);
  });
});

describe('what cannot be carried', () => {
  test('no file makes an inferred date look certain', async () => {
    const strikes = bundled.events.find(({id}) => id === 'strikes');
    if (strikes === undefined) throw new Error('no event');
    const alone = {...bundled, events: [strikes], sources: [], claims: [], links: []};
    let writers = 0;
    for (const entry of formatRegistry) {
      const format = await entry.load();
      if (format.write === undefined) continue;
      writers += 1;
      const {text, losses} = await format.write(alone);
      const unfolded = text.replaceAll('\r\n ', '');
      const declared = losses.some(
        ({row, field, what}) => row === 1 && field === 'when.basis' && what !== '',
      );
      expect(/inferred/i.test(unfolded) || declared, `${format.id} says so`).toBe(true);
      const isLeftOut = losses.some(({row, field}) => row === 1 && field === '*');
      expect(/inferred/i.test(unfolded) || isLeftOut, `${format.id} says so itself`).toBe(true);
    }
    expect(writers).toBeGreaterThan(9);
  });

  test('every inferred event of the bundled chronology says so in each text', async () => {
    const inferred = bundled.events.filter(({when}) => when.basis === 'inferred').length;
    for (const entry of formatRegistry) {
      const format = await entry.load();
      const {text, losses} = (await format.write?.(bundled)) ?? {};
      if (text === undefined || losses === undefined) continue;
      const left = losses.filter(({row, field}) => row > 0 && field === '*').length;
      const said = text.replaceAll('\r\n ', '').match(/inferred/gi)?.length ?? 0;
      expect(said, format.id).toBeGreaterThanOrEqual(inferred - left);
    }
  });

  test('an event without a date is left out of calendars and slides, and named', async () => {
    const war = bundled.events.findIndex(({id}) => id === 'gaza-war') + 1;
    for (const format of [iCalendarFormat, timelineJsFormat, acledFormat]) {
      const {losses = [], text = ''} = (await format.write?.(bundled)) ?? {};
      expect(losses).toContainEqual(expect.objectContaining({row: war, field: '*'}));
      expect(text).not.toContain('gaza-war');
    }
  });
});
