import {describe, expect, test} from 'vitest';
import {resolveWhen} from '../../source/core/time/resolve-when.js';
import type {Format, ReadResult} from '../../source/formats/format.js';
import {gdelt, gdeltColumns} from '../../source/formats/gdelt.js';
import {recognizeFormat} from '../../source/formats/recognize-format.js';
import {icews} from '../../source/formats/icews.js';
import {timemap} from '../../source/formats/timemap.js';
import {timesketch} from '../../source/formats/timesketch.js';
import {ucdp} from '../../source/formats/ucdp.js';
import {
  gdelt1,
  gdelt2,
  gdeltRow,
  icewsRows,
  timemapRows,
  timesketchRows,
  UCDP_HEADER,
  ucdpRows,
} from './table-fixtures.js';

async function read(format: Format, text: string): Promise<ReadResult> {
  const result = await format.read?.({name: 'upload', text});
  if (!result) throw new Error(`${format.id} has no reader`);
  return result;
}

describe('UCDP GED', () => {
  const whole = [UCDP_HEADER, ...ucdpRows].join('\r\n');

  test('reads the same with and without its header', async () => {
    const bare = await read(ucdp, ucdpRows.join('\n'));
    expect(bare.chronology).toEqual((await read(ucdp, whole)).chronology);
    expect(bare.rows).toBe(2);
  });

  test('keeps a low estimate above the high one in words, so that what it gives passes check', async () => {
    const {chronology, losses} = await read(ucdp, whole.replace(',3,3,2,999,', ',3,2,5,999,'));
    expect(chronology.events[0]?.deaths).toEqual({
      best: 3,
      stated: 'best 3, low 5, high 2',
      of: 'killed',
    });
    expect(losses).toContainEqual({row: 1, field: 'low', what: expect.stringMatching('in words')});
  });

  test('keeps the three estimates as they stand and reports a best one outside the others', async () => {
    const {chronology, losses} = await read(ucdp, whole);
    expect(chronology.events.map((event) => event.deaths)).toEqual([
      {low: 2, best: 3, high: 3, of: 'killed'},
      {low: 4, best: 9, high: 5, of: 'killed'},
    ]);
    expect(losses).toEqual([
      {row: 2, field: 'best', what: 'outside low and high, kept as it stands'},
    ]);
  });

  test('takes two days for those between which an event lies, unless its day is known', async () => {
    const header = 'id,type_of_violence,side_a,side_b,date_prec,date_start,date_end';
    const rows = [1, 2, 3, 4, 5, ''].map(
      (one, at) => `${at},1,A,B,${one},2020-01-01 12:00,2020-01-31`,
    );
    const {chronology} = await read(ucdp, [header, ...rows].join('\n'));
    const [exact, ...others] = chronology.events.map(({when}) => resolveWhen(when, 'UTC'));
    expect(exact).toMatchObject({isSpan: true});
    expect(others.slice(0, 4)).toEqual(others.slice(0, 4).map(() => ({...exact, isSpan: false})));
    expect(others[4]).toEqual(exact);
  });

  test('keeps the precision of date and place', async () => {
    const {chronology} = await read(ucdp, whole);
    expect(chronology.events.map((event) => event.when)).toEqual([
      {edtf: '2020-02-02', basis: 'stated'},
      {
        edtf: '[2020-03-01..2020-03-31]',
        stated: '2020-03-01 00:00:00.000 to 2020-03-31 00:00:00.000, known to the month',
        basis: 'stated',
      },
    ]);
    expect(chronology.places).toMatchObject([
      {name: 'Kubla town', geo_precision: 1, note: 'adm_2: Coast · where_prec 1: the place itself'},
      {name: 'North', geo_precision: 3, note: 'where_prec 4: the first-level division'},
    ]);
  });

  test('lets whoever said it first speak, and cites the articles', async () => {
    const {chronology} = await read(ucdp, whole);
    const claims = chronology.claims.filter((claim) => claim.about.event === 'ucdp-7001');
    expect(claims.map((claim) => [claim.said_by, claim.voice])).toEqual([
      ['actor-police', 'paraphrase'],
      ['actor-residents', 'paraphrase'],
    ]);
    const cited = claims[0]?.citations.map((citation) =>
      chronology.sources.find((source) => source.id === citation.source),
    );
    expect(cited).toMatchObject([
      {id: 'ucdp'},
      {headline: 'Clash', publisher: 'Alph News', date_published: '2020-02-03'},
      {headline: 'Dead', publisher: 'Post', date_published: '2020-02-04'},
    ]);
    expect(chronology.claims[2]).toMatchObject({said_by: null, voice: 'reporter'});
  });

  test('knows from both dates which number is the day, and says when they do not tell', async () => {
    const header = 'id,type_of_violence,side_a,side_b,date_prec,date_start,date_end';
    const told = await read(
      ucdp,
      `${header}\n1,1,A,B,2,5/10/2001,5/16/2001\n2,1,A,B,2,6/1/2001,6/20/2001`,
    );
    expect(told.chronology.events.map(({when}) => when.edtf)).toEqual([
      '[2001-05-10..2001-05-16]',
      '[2001-06-01..2001-06-20]',
    ]);
    expect(told.losses).toEqual([]);
    const open = await read(ucdp, `${header}\n1,1,A,B,7,5/10/2001,6/10/2001`);
    expect(open.losses.map(({field, what}) => `${field}: ${what}`)).toEqual([
      'date_start: day and month could be the other way round: "5/10/2001"',
      'date_end: day and month could be the other way round: "6/10/2001"',
      'date_prec: not 1 to 5: "7"',
    ]);
  });

  test('names the two sides and the type of violence', async () => {
    const {chronology} = await read(ucdp, whole);
    expect(chronology.events.map((event) => event.side)).toEqual(['state-based', 'one-sided']);
    expect(chronology.events[0]?.actors).toEqual([
      {actor: 'actor-government-of-xanadu', role: 'side a'},
      {actor: 'actor-alph-front', role: 'side b'},
    ]);
  });

  test('leaves out an end before the start', async () => {
    const {chronology, losses} = await read(
      ucdp,
      whole.replace('2020-02-02,2020-02-02', '2020-02-02,2020-01-02'),
    );
    expect(chronology.events[0]?.when.edtf).toBe('2020-02-02');
    expect(losses[0]).toMatchObject({row: 1, field: 'date_end'});
  });
});

describe('GDELT events', () => {
  test('are known when quotation marks stand in them that close nowhere', async () => {
    const text = gdelt2.replace('XANADU', '"XANADU').replace('Kubla, North', 'Ku"bla, North');
    const found = await recognizeFormat({name: '-', text, isWhole: true});
    expect(found?.format.id).toBe('gdelt');
    const {rows, refused} = await read(gdelt, text);
    expect([rows, refused]).toEqual([2, 0]);
  });

  test('keep codes as text: 010 is not 10', async () => {
    const {chronology} = await read(gdelt, `${gdelt1}\n${gdeltRow(1, 3, '20200103', '10')}`);
    expect(chronology.events.map((event) => event.kind?.cameo)).toEqual(['190', '010', '10']);
    expect(chronology.events.map((event) => event.title.split(':')[0])).toEqual([
      'Fighting',
      'Statement',
      'Demand',
    ]);
  });

  test('date the event by SQLDATE and the claim by DATEADDED', async () => {
    const [one, two] = [await read(gdelt, gdelt1), await read(gdelt, gdelt2)];
    expect(one.chronology.events[0]?.when.edtf).toBe('2020-01-01');
    expect(one.chronology.claims[0]?.said_at?.edtf).toBe('2021-01-02');
    expect(two.chronology.claims[0]?.said_at?.edtf).toBe('2021-01-02T03:00:00Z');
  });

  test.each([
    ['57 columns', gdeltRow(1, 1, '20200101', '190')],
    ['58 columns', gdeltRow(1, 1, '20200101', '190', 'https://post.example/a')],
    ['58 columns after a table id', `9\t${gdeltRow(1, 1, '20200101', '190')}`],
    ['61 columns', gdeltRow(2, 1, '20200101', '190', 'https://post.example/a')],
    ['a header', [gdeltColumns(1, false).join('\t'), gdeltRow(1, 1, '20200101', '190')].join('\n')],
    [
      'a header and commas',
      [gdeltColumns(2), gdeltRow(2, 1, '20200101', '190', 'https://post.example/a').split('\t')]
        .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
        .join('\n'),
    ],
  ])('open with %s', async (_, text) => {
    expect(gdelt.detect?.({name: 'x', text, isWhole: true})).toBeGreaterThan(0.9);
    const {chronology, rows, refused, losses} = await read(gdelt, text);
    expect([rows, refused, losses]).toEqual([1, 0, []]);
    expect(chronology.events[0]).toMatchObject({
      id: 'gdelt-1',
      title: 'Fighting: Xanadu toward Alph "The" Front',
      kind: {cameo: '190'},
      side: 'material-conflict',
      actors: [{role: 'initiator'}, {role: 'target'}],
    });
    expect(chronology.places[0]).toMatchObject({
      name: 'Kubla, North, Xanadu',
      country: 'Xanadu',
      latitude: 12.5,
      longitude: 44.25,
      geo_precision: 1,
    });
    expect(chronology.claims[0]?.note).toMatch(/goldstein ?scale: -9\.5/i);
  });

  test('link to addresses and cite what is none', async () => {
    const {chronology} = await read(gdelt, gdelt2);
    expect(chronology.events.map((event) => event.urls)).toEqual([
      ['https://www.post.example/a"b'],
      undefined,
    ]);
    expect(chronology.sources.map((source) => source.headline).slice(1)).toEqual([
      'post.example',
      'bbc monitoring',
    ]);
  });
});

describe('ICEWS events', () => {
  test('cite the story and the sentence in it', async () => {
    const {chronology, losses} = await read(icews, icewsRows);
    expect(losses).toEqual([]);
    expect(chronology.claims[0]?.citations).toEqual([
      {source: 'icews', paragraph: 1},
      {source: 'source-story-3001', paragraph: 4},
    ]);
    expect(chronology.events[0]).toMatchObject({
      title: 'Make statement: Army (Xanadu) toward Alph Front',
      kind: {type: 'Make statement', cameo: '010'},
      side: 'verbal-cooperation',
    });
    expect(chronology.events[1]?.side).toBe('material-conflict');
    expect(chronology.places[1]).toMatchObject({name: 'Xanadu', country: 'Xanadu'});
  });
});

describe('TimeMap rows', () => {
  test('have the month before the day', async () => {
    const {chronology, losses} = await read(timemap, timemapRows);
    expect(chronology.events.map((event) => event.when)).toEqual([
      {edtf: '2019-03-24T14:30:00', stated: '3/24/2019 14:30 (minute)', basis: 'stated'},
      {edtf: '2019-04-02', stated: '4/2/2019', basis: 'stated'},
    ]);
    expect(losses).toEqual([]);
  });

  test('doubt every date once one of them has the day first', async () => {
    const {losses, problems} = await read(timemap, timemapRows.replace('3/24/2019', '13/4/2019'));
    expect(losses.map(({row, what}) => `${row}: ${what}`)).toEqual([
      '1: the day is first, where TimeMap has the month: "13/4/2019"',
      '2: day and month could be the other way round: "4/2/2019"',
    ]);
    expect(problems).toEqual([]);
  });

  test('have midnight where other rows have times', async () => {
    const timed = timemapRows.replace('4/2/2019,,', '4/2/2019,0:00,');
    expect((await read(timemap, timed)).chronology.events[1]?.when.edtf).toBe(
      '2019-04-02T00:00:00',
    );
    const untimed = timed.replace('14:30', '0:00');
    expect((await read(timemap, untimed)).chronology.events[1]?.when.edtf).toBe('2019-04-02');
  });

  test('have a time of day in twelve hours as well', async () => {
    const {chronology} = await read(timemap, timemapRows.replace('14:30', '2:30 PM'));
    expect(chronology.events[0]?.when.edtf).toBe('2019-03-24T14:30:00');
  });

  test('stand in lanes by category, with associations as tags and their sources cited', async () => {
    const {chronology} = await read(timemap, timemapRows);
    expect(chronology.sides.map((side) => side.name)).toEqual(['alpha', 'beta']);
    expect(chronology.events[0]).toMatchObject({tags: ['east', 'west'], note: 'unsure'});
    expect(chronology.claims[0]?.citations.map((citation) => citation.source)).toEqual([
      'timemap',
      'source-src1',
      'source-src2',
    ]);
  });
});

describe('Timesketch timelines', () => {
  const lines = [
    '{"message":"User logs in","datetime":"2024-01-02T03:04:05.123456+00:00","timestamp_desc":"Event Logged"}',
    '{"message":"File is made","timestamp":1704168000000000,"timestamp_desc":"Creation Time"}',
  ].join('\n');

  test('have midnight as a time, with an offset or without', async () => {
    const line = '{"message":"A","datetime":"2024-01-02 00:00:00","timestamp_desc":"Logged"}';
    const {chronology} = await read(timesketch, line);
    expect(chronology.events[0]?.when.edtf).toBe('2024-01-02T00:00:00');
  });

  test('say the same as CSV and as JSONL', async () => {
    for (const text of [timesketchRows, lines]) {
      const {chronology, losses} = await read(timesketch, text);
      expect(chronology.events.map((event) => event.when)).toEqual([
        {edtf: '2024-01-02T03:04:05Z', stated: '2024-01-02T03:04:05.123456+00:00', basis: 'stated'},
        {edtf: '2024-01-02T04:00:00Z', stated: '1704168000000000', basis: 'stated'},
      ]);
      expect(losses).toEqual([
        {row: 1, field: 'datetime', what: 'the fraction of the second is kept only in words'},
      ]);
    }
  });

  test('count microseconds, also before 1970 and soon after', async () => {
    const {chronology, losses} = await read(
      timesketch,
      [
        'message,timestamp,datetime,timestamp_desc',
        'Neg,-1000000,1969-12-31T23:59:59+00:00,x',
        'Soon,1000000,,x',
      ].join('\n'),
    );
    expect(losses).toEqual([]);
    expect(chronology.events[1]?.when.edtf).toBe('1970-01-01T00:00:01Z');
  });

  test('count broken lines of JSONL as refused rows', async () => {
    const {rows, refused, losses} = await read(timesketch, `${lines}\n{"message":\n7\n`);
    expect([rows, refused]).toEqual([4, 2]);
    expect(losses.slice(1).map((loss) => loss.what)).toEqual([
      'refused: the line is not JSON',
      'refused: not an object',
    ]);
  });
});
