import {describe, expect, test} from 'vitest';
import {recognizeFormat} from '../../source/formats/recognize-format.js';
import type {Format, ReadResult} from '../../source/formats/format.js';
import {csv, jsonEvents, ndjson} from '../../source/formats/table.js';
import {cellText, rowId} from '../../source/formats/table-cells.js';
import {plainRows} from './table-fixtures.js';

async function read(
  text: string,
  columnMap?: Record<string, string>,
  format: Format = csv,
): Promise<ReadResult> {
  const result = await format.read?.({name: 'notes.csv', text, ...(columnMap && {columnMap})});
  if (!result) throw new Error(`${format.id} has no reader`);
  return result;
}

const guesses = (result: ReadResult) => result.problems.map((problem) => problem.message).join();

test.each(['', ' ', 'NA', 'n/a', 'NaN', 'NULL', 'none', 'None ', '\\N', '#N/A'])(
  'the cell %j says nothing',
  (cell) => {
    expect(cellText(cell)).toBe('');
  },
);

test.each(['no', 'nothing', 'nones', 'N', '0', '-'])('the cell %j says something', (cell) => {
  expect(cellText(cell)).toBe(cell);
});

describe('a plain table', () => {
  test('is read by the names of its columns', async () => {
    const result = await read(plainRows);
    expect(result.chronology.events[0]).toEqual({
      id: '2020-03-05-the-first-thing',
      title: 'The first thing',
      when: {
        edtf: '2020-03-05/2020-03-07',
        stated: '5 March 2020 to 7 March 2020',
        basis: 'stated',
      },
      where: [result.chronology.places[0]?.id],
      actors: [
        {actor: 'actor-ada', role: 'named'},
        {actor: 'actor-bob', role: 'named'},
      ],
      side: 'lane-east',
      urls: ['https://post.example/1'],
    });
    expect(guesses(result)).toContain('date from "When", title from "What"');
  });

  test('has midnight where other rows have times, and whole days where none has', async () => {
    const edtf = async (text: string) =>
      (await read(text)).chronology.events.map(({when}) => when.edtf);
    expect(
      await edtf('date,title\n2024-03-10 12:00 AM,A\n2024-03-10 9:30 AM,B\n2024-03-11,C\n'),
    ).toEqual(['2024-03-10T00:00:00', '2024-03-10T09:30:00', '2024-03-11']);
    expect(await edtf('date,title\n2024-03-10 00:00,A\n2024-03-11 00:00,B\n')).toEqual([
      '2024-03-10',
      '2024-03-11',
    ]);
    expect(await edtf('date,time,title\n2024-03-10,00:00,A\n2024-03-10,09:30,B\n')).toEqual([
      '2024-03-10T00:00:00',
      '2024-03-10T09:30:00',
    ]);
    expect(await edtf('date,time,title\n2024-03-10,0:00,A\n2024-03-11,0:00,B\n')).toEqual([
      '2024-03-10',
      '2024-03-11',
    ]);
  });

  test('of two-digit years takes the century from a column of years, else says that it guesses', async () => {
    const told = await read('date,year,title\n25/06/68,2068,A\n26/06/68,1868,B\n');
    expect(told.chronology.events.map(({when}) => when.edtf)).toEqual(['2068-06-25', '1868-06-26']);
    expect(told.losses).toEqual([]);
    const guessed = await read('date,title\n25/06/68,A\n26/06/68,B\n');
    expect(guessed.chronology.events[0]?.when.edtf).toBe('1968-06-25');
    expect(guessed.losses[0]).toEqual({
      row: 1,
      field: 'date',
      what: 'the century is guessed: "25/06/68"',
    });
  });

  test('that contradicts itself says so once, and doubts every date that could be either', async () => {
    const result = await read(
      'date,title\n25/3/2024,A\n3/25/2024,B\n4/5/2024,C\n26/3/2024,D\n5/6/2024,E\n',
    );
    expect(result.chronology.events.map(({when}) => when.edtf)).toEqual([
      '2024-03-25',
      '2024-03-25',
      '2024-05-04',
      '2024-03-26',
      '2024-06-05',
    ]);
    expect(result.losses.map(({row}) => row)).toEqual([3, 5]);
    expect(result.problems.filter(({message}) => message.includes('contradict'))).toHaveLength(1);
  });

  test.each([
    ['date,title\n2024-01-01\n2024-01-02,B\n', 'fewer cells than columns'],
    ['date,title\n2024-01-02,B\n2024-01-01,A, with more\n', 'more cells than columns'],
    ['date,title\n2024-01-01,A, with more\n', 'more cells than columns'],
  ])('of a few rows is one though a row has too few or too many cells', async (text, what) => {
    const found = await recognizeFormat({name: '-', text, isWhole: true});
    expect(found?.format.id).toBe('csv');
    const {losses} = await read(text);
    expect(losses.map((loss) => loss.what).join()).toContain(what);
  });

  test('says that a title is missing where it gives one', async () => {
    const result = await read('date,title\n2024-01-01,None\n2024-01-02,\n2024-01-03,Named\n');
    expect(result.chronology.events.map(({title}) => title)).toEqual(['Event', 'Event', 'Named']);
    expect(result.losses.map(({row, field, what}) => `${row} ${field}: ${what}`)).toEqual([
      '1 title: no title, called Event: "None"',
      '2 title: no title, called Event',
    ]);
  });

  test('is read by its values when the names say nothing', async () => {
    const result = await read(
      'a,b,c\n17,The dome is built,2020-01-02\n18,The river sinks,2020-01-05\n',
    );
    expect(guesses(result)).toContain('date from "c", title from "b"');
    expect(result.chronology.claims[0]?.note).toBe('a: 17');
  });

  test('reads thousands as thousands', async () => {
    const {chronology, losses} = await read(
      'date,title,deaths\n2020-01-02,The flood,"1,000"\n2020-01-03,The storm,12\n',
    );
    expect(chronology.events.map((event) => event.deaths?.best)).toEqual([1000, 12]);
    expect(losses).toEqual([]);
  });

  test('keeps a number in words where it may be one or a thousand, and says so', async () => {
    const {chronology, losses} = await read(
      'date,title,deaths\n2020-01-02,The flood,"1,000"\n2020-01-03,The storm,"2,000"\n',
    );
    expect(chronology.events.map((event) => event.deaths)).toEqual([
      {stated: '1,000', of: 'killed'},
      {stated: '2,000', of: 'killed'},
    ]);
    expect(losses.map(({what}) => what)).toEqual([
      '1000 or 1.000, kept as words: "1,000"',
      '2000 or 2.000, kept as words: "2,000"',
    ]);
  });

  test('needs no header', async () => {
    const result = await read('2020-01-02;The dome is built\n2020-01-05;The river sinks\n');
    expect(result.rows).toBe(2);
    expect(guesses(result)).toContain('(no header found)');
    expect(result.chronology.events.map((event) => event.title)).toEqual([
      'The dome is built',
      'The river sinks',
    ]);
  });

  test('does not take numbers for years unless a column says so', async () => {
    const result = await read('population,title\n1500,A\n1600,B\n');
    expect(result.problems[0]?.message).toBe('no column of dates found');
    expect(result.problems[0]?.fix).toContain('"population", "title"');
    expect((await read('year,title\n1500,A\n')).chronology.events[0]?.when.edtf).toBe('1500');
  });

  test('puts year, month and day together', async () => {
    const {chronology, refused} = await read(
      'title,Year,Month,Day\nA,1999,May,\nB,2001,,\nC,2002,2,28\nD,2002,13,1\n',
    );
    expect(chronology.events.map((event) => event.when.edtf)).toEqual([
      '1999-05',
      '2001',
      '2002-02-28',
    ]);
    expect(refused).toBe(1);
  });

  test('joins a day and a time of day', async () => {
    const {chronology, losses} = await read(
      'date,time,title\n2020-01-02,9:05,A\n2020-01-02,soon,B\n',
    );
    expect(chronology.events.map((event) => event.when.edtf)).toEqual([
      '2020-01-02T09:05:00',
      '2020-01-02',
    ]);
    expect(losses).toEqual([
      {row: 2, field: 'time', what: 'not a time of day, kept in words: "soon"'},
    ]);
  });

  test.each([
    ['2020-01~', '2020-01~'],
    ['2019/2020', '2019/2020'],
    ['-0044-03-15', '-0044-03-15'],
    ['Y-13800000000', 'Y-13800000000'],
    ['March 4, 2020', '2020-03-04'],
    ['Mar 2020', '2020-03'],
    ['2020-01-02T03:04:05+03:00', '2020-01-02T03:04:05+03:00'],
    ['2020-01-02 03:04', '2020-01-02T03:04:00'],
  ])('reads the date %s as %s', async (written, edtf) => {
    const {chronology} = await read(`date|title\n${written}|A\n`);
    expect(chronology.events[0]?.when.edtf).toBe(edtf);
  });

  test('reports an end that is not after its start, and one that is no date', async () => {
    const {chronology, losses} = await read(
      'date,end,title\n2020-05-01,2019-01-01,A\n2020-05-01,later,B\n2020-05-01,present,C\n',
    );
    expect(chronology.events.map((event) => event.when.edtf)).toEqual([
      '2020-05-01',
      '2020-05-01',
      '2020-05-01/..',
    ]);
    expect(losses.map((loss) => [loss.row, loss.field])).toEqual([
      [1, 'end'],
      [2, 'end'],
    ]);
  });

  test.each([
    ['date,time,title\n2024-01-01,9:30 PM,B', '2024-01-01T21:30:00'],
    [
      'date,start_time,end_time,title\n2024-01-01,9:00,10:30,A',
      '2024-01-01T09:00:00/2024-01-01T10:30:00',
    ],
    [
      'start_time,end_time,name\n2024-01-01 09:00,2024-01-01 10:00,A',
      '2024-01-01T09:00:00/2024-01-01T10:00:00',
    ],
    ['date,end,end_time,title\n2024-01-01,2024-01-03,10:00,A', '2024-01-01/2024-01-03T10:00:00'],
    ['start_year,end_year,title\n-44,14,A', '-0044/0014'],
    ['year,month,day,title\n-44,March,15,A', '-0044-03-15'],
    ['ts,title\n1704067200,A\n1704067300,B', '2024-01-01T00:00:00Z'],
    ['date,title\n45292,A', '2024-01-01'],
  ])('%j has %s first', async (table, edtf) => {
    const {chronology} = await read(table);
    expect(chronology.events[0]?.when.edtf).toBe(edtf);
  });

  test('says that numbers were taken for the days of a spreadsheet', async () => {
    expect(guesses(await read('date,title\n45292,A\n2024-01-02,B'))).toContain(
      'read as the days of a spreadsheet, counted from 1900',
    );
  });

  test('takes an end before its time of day for one of the next day, and says so', async () => {
    const {chronology, losses} = await read('date,time,end_time,title\n2024-01-31,22:00,02:00,A');
    expect(chronology.events[0]?.when.edtf).toBe('2024-01-31T22:00:00/2024-02-01T02:00:00');
    expect(losses.map(({field}) => field)).toEqual(['end_time']);
  });

  test('knows from the ends of dates which number is the day', async () => {
    const {chronology, losses} = await read(
      'start,end,title\n5/10/2001,5/16/2001,A\n6/1/2001,6/20/2001,B',
    );
    expect(chronology.events.map(({when}) => when.edtf)).toEqual([
      '2001-05-10/2001-05-16',
      '2001-06-01/2001-06-20',
    ]);
    expect(losses).toEqual([]);
  });

  test('is read in the zone that all its rows name', async () => {
    const {chronology, losses} = await read(
      'date,time,timezone,title\n2024-01-01,09:00,America/New_York,A\n2024-01-02,,America/New_York,B',
    );
    expect(losses).toEqual([]);
    expect(chronology.timezone).toBe('America/New_York');
    expect(chronology.events[0]?.when).toEqual({
      edtf: '2024-01-01T09:00:00',
      stated: '2024-01-01 09:00 America/New_York',
      basis: 'stated',
    });
  });

  test('keeps the zone of each row where they differ', async () => {
    const {chronology, losses} = await read(
      [
        'date,time,tz,title',
        '2024-01-01,09:00,EST5EDT,A',
        '2024-01-01,09:00,+02:00,B',
        '2024-01-01,,UTC+2,C',
        '2024-01-01,09:00,Nowhere,D',
      ].join('\n'),
    );
    expect(chronology.timezone).toBe('UTC');
    expect(chronology.events.map(({when}) => [when.edtf, when.timezone])).toEqual([
      ['2024-01-01T09:00:00', 'EST5EDT'],
      ['2024-01-01T09:00:00+02:00', undefined],
      ['2024-01-01', undefined],
      ['2024-01-01T09:00:00', undefined],
    ]);
    expect(losses).toEqual([
      {
        row: 3,
        field: 'tz',
        what: 'an offset says nothing of a whole day and is kept only in words: "UTC+2"',
      },
      {row: 4, field: 'tz', what: 'no zone is named so: "Nowhere"'},
    ]);
  });

  test('has the column of dates that is named so, even when most of its cells are vague', async () => {
    const {rows, refused, chronology} = await read(
      'date,title\nunknown,A\nspring,B\nx,C\n2024-01-01,D',
    );
    expect([rows, refused]).toEqual([4, 3]);
    expect(chronology.events.map(({title}) => title)).toEqual(['D']);
    expect((await read('date,title\nunknown,A\nspring,B')).refused).toBe(2);
    expect((await read('from,title\nParis,A\nRome,B')).problems[0]?.message).toBe(
      'no column of dates found',
    );
  });

  test.each(['date,title\n', 'date,title\nsome time,A\n', 'date,title\n1/2/2024 3:04:05 PM,A'])(
    'is known by the names of its columns: %j',
    async (text) => {
      const found = await recognizeFormat({name: '-', text, isWhole: true});
      expect(found?.format.id).toBe('csv');
    },
  );

  test('is known when its first row is longer than what is looked at, and names the cell', async () => {
    const text = `date,title\n2024-01-01,${'x'.repeat(4_500_000)}\n2024-01-02,B\n`;
    const found = await recognizeFormat({name: '-', text: text.slice(0, 65_536), isWhole: false});
    expect(found?.format.id).toBe('csv');
    const {rows, refused, losses} = await read(text);
    expect([rows, refused]).toEqual([2, 1]);
    expect(losses[0]?.what).toBe(
      'refused: the row is longer than 4 million characters, most of them in cell 2',
    );
    const cell = await read(`date,title\n2024-01-01,${'x'.repeat(1_000_001)}\n`);
    expect(cell.losses[0]?.what).toBe(
      'refused: a cell is longer than a million characters: "title"',
    );
  });

  test.each([
    ['sep=;\nevent_date;event_type\n2020-01-03;Battles\n', 'acled', []],
    [
      'ACLED export of 2024,,\nevent_date,event_type,fatalities\n2020-01-03,Battles,1\n',
      'acled',
      ['left out, because it stands above the names of the columns: "ACLED export of 2024,,"'],
    ],
    [
      'My data, of 2024\n\ndate;title\n2020-01-03;A\n',
      'csv',
      [
        'left out, because it stands above the names of the columns: "My data, of 2024"',
        'columns guessed: date from "date", title from "title"',
      ],
    ],
  ])('begins below what stands above its header: %j', async (text, id, problems) => {
    const found = await recognizeFormat({name: '-', text, isWhole: true});
    expect(found?.format.id).toBe(id);
    const result = await found?.format.read?.({name: 'x', text});
    expect(result).toMatchObject({rows: 1, refused: 0});
    expect(result?.chronology.events[0]?.when.edtf).toBe('2020-01-03');
    expect(result?.problems.map(({message}) => message)).toEqual(problems);
  });

  test('has a row without a header that is shorter than the others', async () => {
    const {rows, problems} = await read('2022-01-01,\n2023-01-01,a\n2024-01-01,b\n');
    expect(rows).toBe(3);
    expect(problems[0]?.message).not.toContain('left out');
  });

  test('says that line breaks are read as blanks', async () => {
    const {losses, chronology} = await read('date,title,text\n2024,A,"one\n\ntwo"');
    expect(chronology.events[0]?.summary).toBe('one two');
    expect(losses).toEqual([{row: 1, field: 'text', what: 'line breaks are read as blanks'}]);
  });

  test('takes the columns it is told', async () => {
    const result = await read('x,y,z\nA,2020,B\n', {date: 'Y', title: 'z', note: '1'});
    expect(result.problems).toEqual([]);
    expect(result.chronology.events[0]).toMatchObject({
      title: 'B',
      when: {edtf: '2020'},
      note: 'A',
    });
  });

  test.each([
    [{date: 'Wen'}, 'no column "Wen"', 'did you mean "When"?'],
    [{dat: 'When'}, 'no field "dat" that a column could be', 'did you mean date=?'],
  ])('says what is wrong with %j', async (map, message, fix) => {
    const {problems, rows} = await read(plainRows, map);
    expect(rows).toBe(0);
    expect(problems[0]).toMatchObject({severity: 'error', message, file: 'notes.csv'});
    expect(problems[0]?.fix).toContain(fix);
  });

  test('joins rows by id only when ids are unlike each other', async () => {
    const {chronology} = await read('id,date,title\n7,2020,A\n7,2021,B\n');
    expect(chronology.events).toHaveLength(2);
    expect(chronology.claims[0]?.note).toBe('id: 7');
  });

  test('gives a row an id that a row put before it does not change', async () => {
    const idsOf = async (rows: string) =>
      (await read(`date,title\n${rows}`)).chronology.events.map(({id}) => id);
    expect(await idsOf('2020-01-01,One\n2020-01-02,Two')).toEqual([
      '2020-01-01-one',
      '2020-01-02-two',
    ]);
    expect(await idsOf('2020-01-01,Nought\n2020-01-01,One\n2020-01-02,Two')).toEqual([
      '2020-01-01-nought',
      '2020-01-01-one',
      '2020-01-02-two',
    ]);
    expect(await idsOf('2020,A\n2020,a\n2020,A-2\n2020,A')).toEqual([
      '2020-a',
      '2020-a-2',
      '2020-a-2-2',
      '2020-a-3',
    ]);
  });

  test.each([
    ['2024-01-24T09:15:00Z', 'Logon', '2024-01-24t0915-logon'],
    ['2024-01-24T09:15:07+03:00', 'Logon', '2024-01-24t091507-logon'],
    ['-0044-03-15/..', 'Caesar’s death', '0044-03-15-caesars-death'],
    ['2024', 'A title with very many words that goes on', '2024-a-title-with-very-many-words'],
    ['2024', 'Überfall auf Łódź', '2024-uberfall-auf-odz'],
  ])('has an id made of %s and %s', (edtf, title, id) => {
    expect(rowId(edtf, title)).toBe(id);
  });

  test('has ids in ASCII for titles in other scripts, unlike for unlike ones', () => {
    expect(rowId('2024', 'ضربات')).toMatch(/^2024-[0-9a-z]{6,9}$/);
    expect(rowId('2024', 'ضربات')).not.toBe(rowId('2024', 'بيان'));
  });

  test('makes at most twelve lanes', async () => {
    const rows = Array.from(
      {length: 90},
      (_, index) => `20${10 + (index % 90)},T${index},g${index % 30}`,
    );
    const {chronology} = await read(['year,title,group', ...rows].join('\n'));
    expect(chronology.sides).toHaveLength(12);
    expect(chronology.sides.at(-1)?.name).toBe('Other');
  });

  test('refuses rows that cannot be told apart into columns, and empty ones', async () => {
    const {rows, refused, losses, chronology} = await read(
      'date,title\n2020,A\n2021,B,C\n,\n2022\n2023,D,\n',
    );
    expect([rows, refused]).toEqual([5, 2]);
    expect(losses).toEqual([
      {
        row: 2,
        field: 'row',
        what: 'refused: more cells than columns, so they cannot be told apart: 3 for 2',
      },
      {row: 3, field: 'row', what: 'refused: the row is empty'},
      {
        row: 4,
        field: 'row',
        what: 'fewer cells than columns, the missing ones are read as empty: 1 of 2',
      },
      {row: 4, field: 'title', what: 'no title, called Event'},
    ]);
    expect(chronology.events.map((event) => event.title)).toEqual(['A', 'Event', 'D']);
  });

  test('joins no more than a thousand rows to one event', async () => {
    const rows = Array.from({length: 1_200}, () => '1,2020,A').join('\n');
    const {refused, chronology} = await read(`id,date,title\n${rows}`, {id: 'id'});
    expect(chronology.events).toHaveLength(1);
    expect(chronology.claims).toHaveLength(1_000);
    expect(refused).toBe(200);
  });
});

describe('JSON events', () => {
  test('may stand in an array, in an answer around it, or one a line', async () => {
    const rows = [
      '{"date":"2020-01-02","title":"A","who":["x","y"]}',
      '{"date":"2021","at":{"b":1}}',
    ];
    const results = [
      await read(`[${rows.join(',')}]`, undefined, jsonEvents),
      await read(`{"ok":true,"data":[${rows.join(',')}],"few":[{}]}`, undefined, jsonEvents),
      await read(rows.join('\n'), undefined, ndjson),
    ];
    for (const {rows: count, chronology} of results) {
      expect(count).toBe(2);
      expect(chronology.events[0]?.actors).toHaveLength(2);
      expect(chronology.claims[1]?.note).toBe('at.b: 1');
      expect(chronology).toEqual(results[0]?.chronology);
    }
  });

  test.each([
    ['nested deeply', '['.repeat(100_000), 'nested more than 100 levels'],
    [
      'of thousands of keys',
      `[{"date":"2020",${Array.from({length: 6_000}, (_, index) => `"k${index}":1`).join(',')}}]`,
      'more than 5,000 different keys',
    ],
    ['without objects', '[[1],[2]]', 'no objects that could be events'],
  ])('are refused with one problem when %s', async (_, text, message) => {
    const {problems, rows} = await read(text, undefined, jsonEvents);
    expect(rows).toBe(0);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
  });

  test('hold the names of prototypes harmlessly', async () => {
    const {chronology} = await read(
      '[{"date":"2020","title":"A","__proto__":{"polluted":1},"constructor":"c"}]',
      undefined,
      jsonEvents,
    );
    expect(chronology.claims[0]?.note).toBe('__proto__.polluted: 1 · column 4 constructor: c');
    expect(({} as {polluted?: unknown}).polluted).toBeUndefined();
  });
});
