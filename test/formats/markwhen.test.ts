import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {ReadResult} from '../../source/formats/format.js';
import {markwhenFormat} from '../../source/formats/markwhen.js';
import {expectSound} from './check-import.js';

async function read(...lines: string[]): Promise<ReadResult> {
  const result = await markwhenFormat.read?.({name: 'notes.mw', text: lines.join('\n')});
  if (result === undefined) throw new Error('no reader');
  expectSound(result);
  return result;
}

const dates = (result: ReadResult) => result.chronology.events.map(({when}) => when.edtf);
const dateOf = async (written: string, ...header: string[]) =>
  dates(await read(...header, `${written}: event`)).join(' ');

describe('dates', () => {
  test('a date with the name of its day is read, and one in other words is refused', async () => {
    const result = await read(
      [
        '2024-02-01: first',
        'Fri 1 Mar 2024: named',
        'Fri, 1 Mar 2024 - Sun 3 Mar 2024: both',
        'Spring 2024: a season',
        'early March 2024: about',
        'The end of it all: text of the season',
        'c. 1850: long ago',
        'Report of March: what the paper said',
      ].join('\n'),
    );
    expect(result).toMatchObject({rows: 6, refused: 3});
    expect(dates(result)).toEqual(['2024-02-01', '2024-03-01', '2024-03-01/2024-03-03']);
    expect(result.chronology.events[1]?.when.stated).toBe('Fri 1 Mar 2024');
    const why = 'a date in words; 2024-03, 2024-03~ or 2024-21 (spring) is read';
    expect(result.losses.filter(({field}) => field === 'date').map(({what}) => what)).toEqual([
      `refused: “Spring 2024”: ${why}`,
      `refused: “early March 2024”: ${why}`,
      `refused: “c. 1850”: ${why}`,
    ]);
  });

  test('EDTF dates and ranges are kept as they are', async () => {
    for (const date of [
      '1981',
      '2012-05',
      '2022-01-30',
      '1964/2008',
      '2004-06/2006-08',
      '2004-02-01/2005',
    ]) {
      expect(await dateOf(date)).toBe(date);
    }
    expect(await dateOf('2004-02-01 /2005-02')).toBe('2004-02-01/2005-02');
  });

  test('American dates are the rule, and the header can change it', async () => {
    expect(await dateOf('09/11/2001')).toBe('2001-09-11');
    expect(await dateOf('04/1776')).toBe('1776-04');
    expect(await dateOf('1998-06/01/2000')).toBe('1998/2000-06-01');
    expect(await dateOf('11/11/2024-12/12/2024')).toBe('2024-11-11/2024-12-12');
    expect(await dateOf('09/11/2001 8am', 'dateFormat: d/M/y')).toBe('2001-11-09T08:00:00');
    expect(await dateOf('14/01/2023', 'dateFormat: d/M/y')).toBe('2023-01-14');
  });

  test('dates with the name of the month are read, day before or after it', async () => {
    expect(await dateOf('18 March 2026')).toBe('2026-03-18');
    expect(await dateOf('Oct 8, 2012 9:15pm')).toBe('2012-10-08T21:15:00');
    expect(await dateOf('Dec 1 2012 - 2013')).toBe('2012-12-01/2013');
    expect(await dateOf('1 Jan 1998 to 11/11/2011 8am')).toBe('1998-01-01/2011-11-11T08:00:00');
    expect(await dateOf('sept 2019')).toBe('2019-09');
  });

  test('ISO times, weeks and years before the common era are read', async () => {
    expect(await dateOf('2031-11-19T01:35:10Z-2099-08-04T18:22:48Z')).toBe(
      '2031-11-19T01:35:10Z/2099-08-04T18:22:48Z',
    );
    expect(await dateOf('2026-W01-1')).toBe('2025-12-29');
    expect(await dateOf('300–200 BCE')).toBe('-0299/-0199');
    expect(await dateOf('50 BC - 50 AD')).toBe('-0049/0050');
  });

  test('dates of EDTF that are approximate, uncertain or open are kept as they are', async () => {
    for (const date of ['1984~', '2004-06-11%', '199X', '2020/..', '2004-06~/2006-08', '-0044']) {
      expect(await dateOf(date)).toBe(date);
    }
    const result = await read('1984~: a', '1 year: b', '2020/..: c', '2 weeks: d');
    expect(dates(result)).toEqual(['1984~', '1985', '2020/..', '1986-01-01/1986-01-14']);
  });

  test('a line that can be nothing but an entry is refused when its date does not exist', async () => {
    const lines = [
      '2020-02-30: typo',
      '25/12/2020: Xmas',
      'Feb 30 2024: never',
      '30 Feb 2024 - 2 Mar 2024: never',
      '2020-21: no month',
      '-3 days: before',
    ];
    const result = await read('2020-01-01: first', ...lines, '2021-01-01: last');
    expect(dates(result)).toEqual(['2020-01-01', '2021-01-01']);
    expect(result).toMatchObject({rows: 8, refused: 6});
    expect(result.losses[1]?.what).toContain('dateFormat');
    expect(await read(...lines)).toMatchObject({rows: 6, refused: 6});
  });

  test('a line of text with numbers before a colon stays text', async () => {
    const lines = [
      '1.2.3: a version',
      '1/2: a half',
      'May be: a word',
      '- 3 items: a list',
      'page 2020: a page',
    ];
    const result = await read('2020-01-01: first', '', ...lines);
    expect(result).toMatchObject({rows: 1, refused: 0});
    for (const line of lines) expect(result.chronology.events[0]?.summary).toContain(line);
  });

  test('a time of a date without a year and a fraction of a second are named as lost', async () => {
    const result = await read('Aug 30 9:45am: a', '2024-01-24T03:15:00.250Z: b');
    expect(dates(result)).toEqual(['XXXX-08-30', '2024-01-24T03:15:00Z']);
    expect(result.losses.map(({row, what}) => `${row} ${what}`)).toEqual([
      '1 the time of day of a date without a year',
      '1 there is no year (markwhen takes the year in which the notes are read)',
      '2 the fraction of a second',
    ]);
  });

  test('a date without a year says no more than it does', async () => {
    const result = await read('January 3 - Apr 6: event');
    expect(dates(result)).toEqual(['XXXX-01-03/XXXX-04-06']);
    expect(result.losses).toMatchObject([{row: 1, field: 'date'}]);
  });

  test('now is not a date: an end is left open, a start refused', async () => {
    const result = await read('2020 - now: a', '2005/now: b', 'now: c', 'now - 10 years: d');
    expect(dates(result)).toEqual(['2020/..', '2005/..']);
    expect(result).toMatchObject({rows: 4, refused: 2});
  });

  test('an end that does not come after the start is reported', async () => {
    const result = await read('2012 - 2010: a', '2004-06-11/2004-06: b');
    expect(dates(result)).toEqual(['2012', '2004-06-11']);
    expect(result.losses.map(({row}) => row)).toEqual([1, 2]);
  });
});

describe('dates reckoned from others', () => {
  test('a length follows its start, a lone length the entry before', async () => {
    const result = await read(
      '01/01/2023 - 2 weeks: one',
      '2 weeks: two',
      '1 month: three',
      '1 week - 3 days: four',
    );
    expect(dates(result)).toEqual([
      '2023-01-01/2023-01-14',
      '2023-01-15/2023-01-28',
      '2023-01-29/2023-02-27',
      '2023-03-07/2023-03-09',
    ]);
    expect(result.chronology.events[1]?.when).toMatchObject({basis: 'inferred', stated: '2 weeks'});
    expect(result.chronology.events[1]?.when.reason).toContain('2 weeks');
  });

  test('years from years stay years', async () => {
    expect(dates(await read('2021 - 2023: more', '1 year: less'))).toEqual(['2021/2023', '2024']);
  });

  test('ids are found as properties and as words', async () => {
    const result = await read(
      '01/01/2023 - 2 weeks: one #x !First',
      '2024: two',
      'id: Second',
      'after !First 2 weeks: three',
      '!Second 1 month: four',
      'before !First 1 month: five',
      'by !First 1 week - 1 month: six',
    );
    expect(dates(result)).toEqual([
      '2023-01-01/2023-01-14',
      '2024',
      '2023-01-15/2023-01-28',
      '2025-01',
      '2022-12-01/2022-12-31',
      '2022-11-25/2022-12-24',
    ]);
    expect(result.chronology.events.map(({id}) => id).slice(0, 2)).toEqual(['first', 'second']);
  });

  test('start and end of other entries can be named', async () => {
    const result = await read(
      '2025-11-23 / 2025-11-28: a',
      'id: thanks',
      '2025-12-23 / 2026-01-03: b',
      'id: winter',
      '!thanks.start / !winter.end: whole',
      '!thanks / !winter: between',
      '.start / 2 months: last',
    );
    expect(dates(result).slice(2)).toEqual([
      '2025-11-23/2026-01-03',
      '2025-11-29/2025-12-22',
      '2025-11-29/2026-01-28',
    ]);
  });

  test('week days skip Saturday and Sunday', async () => {
    const result = await read('July 13, 2022 - 5 week days: a', '10 business days: b');
    expect(dates(result)).toEqual(['2022-07-13/2022-07-19', '2022-07-20/2022-08-02']);
  });

  test('a time alone is of the last date', async () => {
    const result = await read('2022-05-01: a', '3:30pm - 4:30pm: b', '10am: c');
    expect(dates(result)).toEqual([
      '2022-05-01',
      '2022-05-01T15:30:00/2022-05-01T16:30:00',
      '2022-05-01T10:00:00',
    ]);
  });

  test('an unknown id is reported, and nothing to reckon from refuses the entry', async () => {
    const result = await read('2 weeks: a', '2022: b', 'after !nobody 1 year: c');
    expect(dates(result)).toEqual(['2022', '2023']);
    expect(result).toMatchObject({rows: 3, refused: 1});
    expect(result.losses.map(({row}) => row)).toEqual([1, 3]);
  });
});

describe('repeating entries', () => {
  test('are one entry and several events', async () => {
    const result = await read(
      'Feb 1 2023 every 6 months for 3 times: a',
      '2022-01/2022-03 every 2 years x2: b',
      'October 7, 1989 every year for 2 years: c',
      '2025-02-06 every other day until 2025-02-10: d',
    );
    expect(dates(result)).toEqual([
      '2023-02-01',
      '2023-08-01',
      '2024-02-01',
      '2022-01/2022-03',
      '2024-01/2024-03',
      '1989-10-07',
      '1990-10-07',
      '2025-02-06',
      '2025-02-08',
      '2025-02-10',
    ]);
    expect(result).toMatchObject({rows: 4, refused: 0});
    expect(result.losses).toHaveLength(4);
  });

  test('stop at 100 when they never end, at 1000 when they do, and say so', async () => {
    const result = await read('2020-01-01 every week: a', '2020-01-01 every day x100000: b');
    expect(result.chronology.events).toHaveLength(1100);
    expect(result.losses[0]?.what).toContain('never ends');
  });

  test('on week days pass over Saturday and Sunday', async () => {
    const result = await read(
      '2025-03-01 every weekday for 3 times: from a Saturday',
      '2025-03-07 every 2 weekdays for 4 times: from a Friday',
    );
    expect(dates(result)).toEqual([
      ...['2025-03-01', '2025-03-03', '2025-03-04'],
      ...['2025-03-07', '2025-03-11', '2025-03-13', '2025-03-17'],
    ]);
  });

  test('words that cannot be read leave one event', async () => {
    const result = await read('2020-01-01 every full moon: a');
    expect(dates(result)).toEqual(['2020-01-01']);
    expect(result.losses[0]?.what).toContain('full moon');
  });
});

describe('words', () => {
  test('a title ends with its line, what follows is the summary', async () => {
    const {chronology} = await read(
      '1961: Year after 1960 #Old',
      'Later, [1962](https://example.org/62) would #happen',
      '// a comment',
      '',
      'The end',
    );
    expect(chronology.events).toMatchObject([
      {
        title: 'Year after 1960',
        tags: ['Old', 'happen'],
        urls: ['https://example.org/62'],
        summary: 'Later, 1962 would happen The end',
      },
    ]);
  });

  test('properties stand below the date only', async () => {
    const {chronology} = await read(
      '2025-04-30: Carpool',
      '  riders: Tom, Jerry',
      '  location: "Main St, 1"',
      '  tz: Asia/Baghdad',
      '',
      'note: not a property',
    );
    expect(chronology.events[0]).toMatchObject({
      note: 'riders: Tom, Jerry',
      summary: 'note: not a property',
      when: {timezone: 'Asia/Baghdad'},
    });
    expect(chronology.places).toMatchObject([{name: 'Main St, 1'}]);
  });

  test('check boxes become tags', async () => {
    const {chronology} = await read('2025: [x] ok', '2026: [] open');
    expect(chronology.events).toMatchObject([
      {title: 'ok', tags: ['done']},
      {title: 'open', tags: ['not done']},
    ]);
  });

  test('zones are names or whole hours, and others are reported', async () => {
    const result = await read(
      '2025: a',
      'tz: +9',
      '2026: b',
      'timezone: -5',
      '2027: c',
      'tz: Atlantis',
    );
    expect(result.chronology.events.map(({when}) => when.timezone)).toEqual([
      'Etc/GMT-9',
      'Etc/GMT+5',
      undefined,
    ]);
    expect(result.losses).toMatchObject([{row: 3, field: 'timezone'}]);
  });
});

describe('headers and sections', () => {
  test('front matter of today is read', async () => {
    const result = await read(
      '---',
      'title: "Plan: B"',
      'description: All of it',
      'author:',
      '  name: A. Writer',
      'timezone: Asia/Baghdad',
      '#london:',
      '  color: green',
      '  timezone: Europe/London',
      '---',
      '2023-06-01: a #london',
    );
    expect(result.chronology).toMatchObject({
      title: 'Plan: B',
      summary: 'All of it',
      timezone: 'Asia/Baghdad',
    });
    expect(result.chronology.sources[0]).toMatchObject({author: 'A. Writer'});
    expect(result.chronology.events[0]?.when.timezone).toBe('Europe/London');
  });

  test('the header of 2023 needs no fence', async () => {
    const result = await read(
      'title: Old notes',
      '#Travel: blue',
      'view: a@example.org',
      '',
      'group The 90s #past // words',
      '1991: a',
      'group Inner',
      '1992: b',
      'endGroup',
      '1993: c',
      'endGroup',
      '1994: d',
    );
    expect(result.chronology.title).toBe('Old notes');
    expect(result.chronology.events.map(({title, side, tags}) => [title, side, tags])).toEqual([
      ['a', 'the-90s', ['past']],
      ['b', 'inner', ['past']],
      ['c', 'the-90s', ['past']],
      ['d', undefined, undefined],
    ]);
    expect(result.losses.map(({field}) => field)).toEqual(['#Travel', 'view']);
  });

  test('a tag with a zone is no colour', async () => {
    const result = await read(
      '---',
      '#t:',
      '  timezone: -5',
      '#u:',
      '  color: red',
      '---',
      '2023: a #t',
    );
    expect(result.losses.map(({field}) => field)).toEqual(['#u']);
    expect(result.chronology.events[0]?.when.timezone).toBe('Etc/GMT+5');
  });

  test('headings are lanes and close by level', async () => {
    const result = await read(
      '# A',
      'tz: Asia/Baghdad',
      '2001: one',
      '## B',
      '2002: two',
      '# C',
      '2003: three',
      'Section 5 says so',
    );
    expect(result.chronology.sides.map(({name}) => name)).toEqual(['A', 'B', 'C']);
    expect(result.chronology.events.map(({when}) => when.timezone)).toEqual([
      'Asia/Baghdad',
      'Asia/Baghdad',
      undefined,
    ]);
    expect(result.chronology.events[2]?.summary).toBe('Section 5 says so');
  });

  test('text outside any entry is reported by line', async () => {
    const result = await read('# A', '', 'A word before', '2001: one');
    expect(result.losses).toEqual([
      {row: 0, field: 'line 3', what: 'text outside any entry: A word before'},
    ]);
  });
});

describe('notes of any kind', () => {
  test('are read without failing, and entries add up', async () => {
    const piece = fc.constantFrom(
      '2012',
      '2012-03-04',
      ' - ',
      '/',
      ' to ',
      ': ',
      'every 2 weeks',
      ' x3',
      '!a',
      'after ',
      'before ',
      '5 days',
      '1 year',
      'now',
      '#t',
      '# H',
      '\n',
      '\n',
      'group ',
      'endGroup',
      'id: a',
      '10:30',
      ' BCE',
      '---',
      '.start',
      '[x](y)',
      '12/25/2022',
      '99999 years',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, {maxLength: 40}), async (pieces) => {
        expectSound(await read(pieces.join('')));
      }),
      {seed: 6, numRuns: 400},
    );
  });

  test('long lines of brackets, tags and colons take no long time', async () => {
    for (const part of ['[', '](', '#a ', ':', '!', '5 days ', '- ']) {
      const result = await read(`2012: ${part.repeat(100_000)}`, part.repeat(100_000));
      expect(result.chronology.events).toHaveLength(1);
    }
  });

  test('a line of many million characters is cut, and the report says so', async () => {
    const long = 'x '.repeat(5_000_000);
    const result = await read(`2012: ${long}`, 'note', long);
    expect(result.losses.filter(({what}) => what.startsWith('a line is cut'))).toHaveLength(2);
  });

  test('a table of dates is no notes', () => {
    const detect = (text: string, name = 'x.txt') =>
      markwhenFormat.detect?.({name, text, isWhole: true}) ?? 0;
    expect(detect('date,title\n1/2/2024 3:04:05 PM,A\n1/3/2024 3:04:05 PM,B\n')).toBe(0);
    expect(detect('date,title\nspring 2024,A\n2024-01-01 10:00,B: c\n')).toBeLessThan(0.25);
    expect(
      detect('title: x\n2020-01-01: first\n[a link](https://x.org) about it\n'),
    ).toBeGreaterThan(0.4);
    expect(detect('[a link](https://x.org)\n2020-01-01: first\n', 'x.mw')).toBeGreaterThan(0.4);
  });

  test('are known by their dated lines, or by the name', () => {
    const detect = (text: string, name = 'x.txt') =>
      markwhenFormat.detect?.({name, text, isWhole: true}) ?? 0;
    expect(detect('2012: a\n2013: b\n')).toBeGreaterThan(0.4);
    expect(detect('title: x\n', 'x.mw')).toBeGreaterThan(0.4);
    expect(detect('{"a": 1}')).toBe(0);
    expect(detect('chronology: 1\ntitle: 2012\n')).toBe(0);
    expect(detect('10:30: a message\n10:31: another\n')).toBe(0);
  });
});
