import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {ReadResult} from '../../source/formats/format.js';
import {describeEdtf} from '../../source/core/time/edtf-words.js';
import {parseEdtf} from '../../source/core/time/edtf.js';
import {htmlToText} from '../../source/formats/html-to-text.js';
import {expectSound} from './check-import.js';
import {timelineJsFormat} from '../../source/formats/timelinejs.js';

async function read(text: string, name = 'slides.json'): Promise<ReadResult> {
  const result = await timelineJsFormat.read?.({name, text});
  if (result === undefined) throw new Error('no reader');
  expectSound(result);
  return result;
}

function readSlides(...events: unknown[]): Promise<ReadResult> {
  return read(JSON.stringify({events}));
}

function head(text: string, name = 'x') {
  return {name, text, isWhole: true};
}

const dates = (result: ReadResult) => result.chronology.events.map(({when}) => when.edtf);
const lossFields = (result: ReadResult) => result.losses.map(({row, field}) => `${row} ${field}`);

describe('TimelineJS JSON', () => {
  test('dates keep the precision they have', async () => {
    const result = await readSlides(
      {start_date: {year: '1492'}},
      {start_date: {year: 1969, month: '07'}},
      {start_date: {year: '2024', month: '1', day: '24'}},
      {start_date: {year: '2024', month: '', day: ''}},
      {start_date: {year: -44, month: 3, day: 15}},
      {start_date: {year: '-13800000000'}},
      {start_date: {year: '2024', month: '1', day: '24', hour: '3', minute: '05'}},
    );
    expect(dates(result)).toEqual([
      '1492',
      '1969-07',
      '2024-01-24',
      '2024',
      '-0044-03-15',
      'Y-13800000000',
      '2024-01-24T03:05:00',
    ]);
    expect(result).toMatchObject({rows: 7, refused: 0});
  });

  test('a negative year is BCE, counted without a year zero', async () => {
    const result = await readSlides(
      {start_date: {year: '-3500'}},
      {start_date: {year: -1}},
      {start_date: {year: 0}},
      {start_date: '-0044-03-15'},
    );
    expect(dates(result)).toEqual(['-3499', '0000', '0000', '-0043-03-15']);
    const parsed = parseEdtf(dates(result)[0] ?? '');
    expect(parsed.ok && describeEdtf(parsed.value)).toBe('3500 BC');
    expect(lossFields(result).filter((one) => one.includes('start_date'))).toEqual([
      '3 start_date',
    ]);
  });

  test('years of the cosmological scale are plain numbers, also when only their size tells it', async () => {
    const far = await readSlides(
      {start_date: {year: '-4600000000'}},
      {start_date: {year: '-3500'}},
    );
    expect(dates(far)).toEqual(['Y-4600000000', '-3500']);
    const told = await read(
      '{"scale": "cosmological", "events": [{"start_date": {"year": "-44"}, "text": {"headline": "A"}}]}',
    );
    expect(dates(told)).toEqual(['-0044']);
  });

  test('a year goes into a slide and comes back the same, or is a loss', async () => {
    const when = (edtf: string) => ({id: 'a', title: 'A', when: {edtf, basis: 'stated' as const}});
    for (const [edtf, year] of [
      ['-3499', -3500],
      ['0000', -1],
      ['0001', 1],
      ['Y-13800000000', -13_800_000_000],
      ['Y-315000', -315_000],
    ] as const) {
      const chronology = {...(await readSlides()).chronology, events: [when(edtf)]};
      const {text = '', losses = []} = (await timelineJsFormat.write?.(chronology)) ?? {};
      expect(JSON.parse(text).events[0].start_date).toEqual({year});
      expect(dates(await read(text))).toEqual([edtf]);
      expect(losses.filter(({field}) => field === 'when.edtf')).toEqual([]);
    }
  });

  test('an inferred date says so on its slide, and is inferred when it is read again', async () => {
    const event = {
      id: 'a',
      title: 'A',
      when: {
        edtf: '2024-01-24',
        stated: 'Wednesday',
        basis: 'inferred' as const,
        reason: 'By the weekday.',
      },
    };
    const chronology = {...(await readSlides()).chronology, events: [event]};
    const {text = ''} = (await timelineJsFormat.write?.(chronology)) ?? {};
    expect(htmlToText(JSON.parse(text).events[0].display_date).text).toBe(
      '24 Jan 2024 (inferred; the report says "Wednesday")',
    );
    expect((await read(text)).chronology.events[0]?.when).toEqual({
      edtf: '2024-01-24',
      stated: 'Wednesday',
      basis: 'inferred',
      reason: 'The file says that the date is inferred.',
    });
  });

  test('an end makes a span, unless it is the start again or before it', async () => {
    const start = {year: '1914', month: '7', day: '28'};
    const result = await readSlides(
      {start_date: start, end_date: {year: '1918', month: '11', day: '11'}},
      {start_date: start, end_date: start},
      {start_date: start, end_date: {year: '1913'}},
      {start_date: start, end_date: {year: '', month: ''}},
      {start_date: {year: '-538800000'}, end_date: {year: '-251902000'}},
    );
    expect(dates(result)).toEqual([
      '1914-07-28/1918-11-11',
      '1914-07-28',
      '1914-07-28',
      '1914-07-28',
      'Y-538800000/Y-251902000',
    ]);
    expect(result.losses.filter(({field}) => field === 'start_date')).toEqual([
      {row: 3, field: 'start_date', what: 'the end 1913, which does not come after the start'},
    ]);
  });

  test('days that do not exist cost the day, not the entry', async () => {
    const result = await readSlides(
      {start_date: {year: 2023, month: 2, day: 30}},
      {start_date: {year: 2023, month: 13}},
    );
    expect(dates(result)).toEqual(['2023-02', '2023']);
    expect(lossFields(result).filter((one) => one.includes('start_date'))).toHaveLength(2);
  });

  test('an entry without a year is refused with its reason, the others stay', async () => {
    const result = await readSlides(
      {text: {headline: 'no date'}},
      {start_date: {year: 'soon'}},
      7,
      {start_date: {year: 1}},
    );
    expect(result).toMatchObject({rows: 4, refused: 3});
    expect(dates(result)).toEqual(['0001']);
    for (const row of [1, 2, 3]) {
      expect(
        result.losses.some((loss) => loss.row === row && loss.what.startsWith('refused')),
      ).toBe(true);
    }
  });

  test('markup becomes text and its links are kept', async () => {
    const result = await readSlides({
      start_date: {year: 2000},
      text: {headline: 'A<br/>B', text: '<p>See <a href="https://example.org/1">one</a>.</p>'},
      media: {
        url: '//example.org/2.jpg',
        caption: 'A <i>picture</i>',
        credit: '<a href="https://example.org/3">Someone</a>',
      },
      group: 'North',
      display_date: 'around the millennium',
    });
    expect(result.chronology.events[0]).toMatchObject({
      title: 'A B',
      summary: 'See one.',
      urls: ['https://example.org/1', 'https://example.org/2.jpg', 'https://example.org/3'],
      note: 'A picture · Credit: Someone',
      side: 'north',
      when: {edtf: '2000', stated: 'around the millennium', basis: 'stated'},
    });
    expect(result.chronology.sides).toEqual([{id: 'north', name: 'North'}]);
  });

  test('every event is one claim that cites its entry of the file', async () => {
    const {chronology} = await readSlides({start_date: {year: 1}}, {start_date: {year: 2}});
    expect(chronology.sources).toMatchObject([
      {id: 'slides', headline: 'slides.json', reliability: 'F'},
    ]);
    expect(chronology.claims).toMatchObject([
      {
        about: {field: '*'},
        said_by: null,
        voice: 'reporter',
        citations: [{source: 'slides', paragraph: 1}],
      },
      {about: {field: '*'}, citations: [{source: 'slides', paragraph: 2}]},
    ]);
    const ids = [...chronology.events, ...chronology.claims, ...chronology.sources].map(
      ({id}) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the title slide names the chronology, and eras are events with a tag', async () => {
    const result = await read(
      JSON.stringify({
        title: {text: {headline: 'The <b>whole</b>', text: 'In short'}},
        events: [{start_date: {year: 1}, text: {headline: 'One'}}],
        eras: [{start_date: {year: 1}, end_date: {year: 5}, text: {headline: 'Age'}}],
      }),
    );
    expect(result.chronology).toMatchObject({title: 'The whole', summary: 'In short'});
    expect(result.chronology.events[1]).toMatchObject({
      title: 'Age',
      tags: ['era'],
      when: {edtf: '0001/0005'},
    });
    expect(result).toMatchObject({rows: 2, refused: 0});
  });

  test('what the title slide and pictures carry besides is named', async () => {
    const result = await read(
      JSON.stringify({
        title: {
          text: {headline: 'A', text: 'See <a href="https://example.org/x">x</a>'},
          media: {caption: 'c', credit: 'd'},
          background: {color: 'red'},
          start_date: {year: 2024},
        },
        events: [
          {
            start_date: {year: 1},
            text: {headline: 'One'},
            media: {url: 'https://example.org/a.png', title: 't', link_target: '_blank'},
          },
        ],
      }),
    );
    expect(lossFields(result)).toEqual([
      ...['0 title.text', '0 title.media', '0 title.start_date', '0 title.background'],
      ...['1 media.title', '1 media.link_target'],
    ]);
  });

  test('a timeline without slides opens', async () => {
    const text = '{"title":{"text":{"headline":"T"}},"events":[]}';
    expect(timelineJsFormat.detect?.(head(text))).toBeGreaterThan(0.9);
    const result = await read(text);
    expect(result).toMatchObject({rows: 0, refused: 0, problems: [], chronology: {title: 'T'}});
  });

  test('a slide without words is called by its number, and the report says so', async () => {
    const result = await readSlides({start_date: {year: 2024}});
    expect(result.chronology.events[0]?.title).toBe('Entry 1');
    expect(result.losses).toMatchObject([
      {what: 'there is no headline; its place in the file gives the title'},
    ]);
  });

  test('a year counted as a plain number is kept as it is written', async () => {
    const result = await read(
      JSON.stringify({
        scale: 'cosmological',
        events: [
          {start_date: {year: '-3500'}, end_date: {year: 200}},
          {start_date: {year: -315000}, display_date: 'long ago'},
        ],
      }),
    );
    expect(result.chronology.events.map(({when}) => [when.edtf, when.stated])).toEqual([
      ['-3500/0200', '-3500 – 200'],
      ['Y-315000', 'long ago'],
    ]);
  });

  test('a fault in the JSON has its line and column', async () => {
    const result = await read('{"events": [\n{"start_date": {"year": 1}},\n]}');
    expect(result.problems).toMatchObject([
      {line: 3, column: 1, message: expect.stringContaining('a comma stands before')},
    ]);
  });

  test('version 2 is read, also as a script', async () => {
    const old = {
      timeline: {
        headline: 'Old',
        type: 'default',
        text: 'of 2012',
        date: [
          {
            startDate: '2011,12,10,07,02',
            endDate: '2011,12,11',
            headline: 'A',
            text: '<p>b</p>',
            tag: 'T',
            asset: {media: 'https://example.org/a.png', credit: 'C'},
          },
          {startDate: '2012', headline: 'B'},
          {startDate: '1/26/2012', headline: 'C'},
        ],
        era: [{startDate: '2011', endDate: '2012', headline: 'E'}],
      },
    };
    const result = await read(`storyjs_jsonp_data = ${JSON.stringify(old)};`);
    expect(dates(result)).toEqual([
      '2011-12-10T07:02:00/2011-12-11',
      '2012',
      '2012-01-26',
      '2011/2012',
    ]);
    expect(result.chronology).toMatchObject({title: 'Old', summary: 'of 2012'});
    expect(result.chronology.events[0]).toMatchObject({
      side: 't',
      urls: ['https://example.org/a.png'],
      note: 'Credit: C',
    });
  });

  test('the slides of the first beta of version 3 are read', async () => {
    const result = await read(
      JSON.stringify({timeline: {slides: [{start_date: {year: '1888'}, text: {headline: 'A'}}]}}),
    );
    expect(dates(result)).toEqual(['1888']);
  });

  test('broken JSON and JSON of something else are problems, not exceptions', async () => {
    for (const text of ['{"events": [', '{"events": 7}', '{}']) {
      const result = await read(text);
      expect(result.problems).toMatchObject([{severity: 'error'}]);
      expect(result.chronology.events).toEqual([]);
    }
  });

  test('what is nested a hundred thousand deep is read without failing', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const result = await read(
      `{"events": [{"start_date": {"year": 1}, "background": ${deep}, "media": ${deep}}, ${deep}]}`,
    );
    expect(result).toMatchObject({rows: 2, refused: 1});
  });

  test('years of any length are read or refused, never taken for another', async () => {
    const years = ['1000000000', '-9999', '999999999999999', '1'.repeat(16), '9'.repeat(100_000)];
    const result = await readSlides(...years.map((year) => ({start_date: {year}})));
    expect(dates(result)).toEqual(['Y1000000000', '-9999', 'Y999999999999999']);
    expect(result.refused).toBe(2);
    for (const {what} of result.losses) expect(what.length).toBeLessThan(300);
  });

  test('keys of a prototype are only names', async () => {
    const result = await read(
      '{"events": [{"__proto__": {"polluted": 1}, "start_date": {"year": 1}, "text": {"headline": "constructor"}, "constructor": {"a": 1}}]}',
    );
    expect(dates(result)).toEqual(['0001']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('whatever the entries are, kept and refused ones add up', async () => {
    const part = fc.oneof(fc.integer(), fc.string({maxLength: 6}), fc.constant(null));
    const date = fc.record({year: part, month: part, day: part, hour: part}, {requiredKeys: []});
    const slide = fc.oneof(
      fc.record({start_date: date, end_date: date, text: fc.jsonValue()}, {requiredKeys: []}),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(slide, {maxLength: 8}), async (slides) => {
        const result = await readSlides(...slides);
        expect(result.rows).toBe(slides.length);
        expect(result.chronology.events.length + result.refused).toBe(slides.length);
      }),
      {seed: 3, numRuns: 150},
    );
  });
});

describe('TimelineJS spreadsheet', () => {
  const columns =
    'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background';

  test('rows are entries, the title row is the title', async () => {
    const csv = [
      columns,
      ',,,,,,,,,The title,"Some ""text""",,,,,title,,',
      '"-1,200",,,,,,,,long ago,First,,,,,,,East,red',
      '2001,9,11,8:46 AM,2001,9,11,10:28,,Second,"<p>One</p>\n<p>Two</p>",,,,,,,',
      '1990,,,,1999,,,,,Nineties,,,,,,era,,',
      ',,,,,,,,,Nothing,,,,,,,,',
    ].join('\r\n');
    const result = await read(csv, 'sheet.csv');
    expect(dates(result)).toEqual([
      '-1199',
      '2001-09-11T08:46:00/2001-09-11T10:28:00',
      '1990/1999',
    ]);
    expect(result).toMatchObject({rows: 4, refused: 1});
    expect(result.chronology).toMatchObject({title: 'The title', summary: 'Some "text"'});
    expect(result.chronology.events[2]).toMatchObject({tags: ['era']});
    expect(lossFields(result)).toContain('2 background');
    expect(lossFields(result)).toContain('5 start_date');
  });

  test('the number of a row is its place in the sheet', async () => {
    const title = `${','.repeat(9)}T,,a.png,,,,title,,`;
    const blank = ','.repeat(17);
    const undated = `${','.repeat(9)}No date${','.repeat(8)}`;
    const result = await read(
      [columns, title, `2001${','.repeat(9)}A${','.repeat(8)}`, blank, undated].join('\n'),
    );
    expect(result).toMatchObject({rows: 2, refused: 1});
    expect(lossFields(result)).toEqual(['1 Media', '4 start_date']);
  });

  test('an end without a year and a time that is none are named', async () => {
    const result = await read(`${columns}\n2001,9,11,noonish,,12,1,,,A,,,,,,,,`);
    expect(dates(result)).toEqual(['2001-09-11']);
    expect(lossFields(result)).toEqual(expect.arrayContaining(['1 Time', '1 End Year']));
  });

  test('the first spreadsheet, with whole dates, is read', async () => {
    const result = await read(
      'Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Tag\n12/10/2011 7:02,12/11/2011,A,,,,,,,x\n',
    );
    expect(dates(result)).toEqual(['2011-12-10T07:02:00/2011-12-11']);
  });
});

describe('recognising TimelineJS', () => {
  test('by its content, whatever the name', () => {
    const detect = (text: string) => timelineJsFormat.detect?.(head(text)) ?? 0;
    expect(detect('{"events": [{"start_date": {"year": 1}}]}')).toBeGreaterThan(0.9);
    expect(detect('{"timeline": {"date": [{"startDate": "2011"}]}}')).toBeGreaterThan(0.9);
    expect(detect('Year,Month,Day,Headline,Text,Media\n1,,,a,,')).toBeGreaterThan(0.9);
    expect(detect('{"chronology": 1, "events": [{"when": {}}]}')).toBe(0);
    expect(detect('event_date,year,headline\n')).toBe(0);
  });
});
