import {describe, expect, test} from 'vitest';
import {parseEdtf} from '../../source/core/time/edtf.js';
import {resolveEdtf} from '../../source/core/time/resolve-when.js';
import {atMidnight} from '../../source/formats/cell-date.js';
import {guessManner, readPlainDate} from '../../source/formats/plain-date.js';
import {guessDayOrder, readCellDate, warnOfOrder} from '../../source/formats/table-date.js';

describe('a date in a cell', () => {
  test.each([
    ['2023-04-05', '2023-04-05'],
    ['20230405', '2023-04-05'],
    ['20240101093000', '2024-01-01T09:30:00Z'],
    ['05 April 2023', '2023-04-05'],
    ['5-Apr-23', '2023-04-05'],
    ['31-12-19', '2019-12-31'],
    ['10/2023', '2023-10'],
    ['Jan-24', '2024-01'],
    ["Jan '24", '2024-01'],
    ['Q1 2024', '2024-33'],
    ['2024-Q4', '2024-36'],
    ['2024-W05', '2024-01-29/2024-02-04'],
    ['2024-W05-3', '2024-01-31'],
    ['2020-W53', '2020-12-28/2021-01-03'],
    ['1/2/2024 3:04:05 PM', '2024-02-01T15:04:05'],
    ['1/2/2024, 12:30 a.m.', '2024-02-01T00:30:00'],
    ['1/2/2024 12:00:00 AM', '2024-02-01'],
    ['2024-01-02 3:04 PM', '2024-01-02T15:04:00'],
    ['12 Jan 2024 10:00 EST', '2024-01-12T10:00:00-05:00'],
    ['Wed Oct 10 20:19:24 +0000 2018', '2018-10-10T20:19:24Z'],
    ['Wed, 10 Oct 2018 20:19:24 +0200', '2018-10-10T20:19:24+02:00'],
    ['Wed Oct 10 2018 20:19:24 GMT+0000 (Coordinated Universal Time)', '2018-10-10T20:19:24Z'],
    ['5 de marzo de 2020', '2020-03-05'],
    ['miércoles, 10 de octubre de 2018', '2018-10-10'],
    ['12. Januar 2024, 10:00 Uhr', '2024-01-12T10:00:00'],
    ['5 марта 2020 г.', '2020-03-05'],
    ['24 كانون الثاني 2024', '2024-01-24'],
    ['2024年3月5日', '2024-03-05'],
  ])('%s is %s', (written, edtf) => {
    const date = readCellDate(written);
    expect(date?.edtf).toBe(edtf);
    const parsed = parseEdtf(edtf);
    if (!parsed.ok) throw new Error(parsed.error);
    expect(date).toMatchObject({
      start: resolveEdtf(parsed.value, 'UTC').start,
      end: resolveEdtf(parsed.value, 'UTC').end,
    });
  });

  test.each([
    '05/06',
    '13/2023',
    'Jan 24',
    '30 Feb 2020',
    '2021-W53',
    'Q5 2024',
    '13/2/2024 13:00 PM',
    'Event 7 of 2020',
    '12 angry 1957',
    'Baghdad, 5 March 2020',
    '555-1234',
  ])('%s is none', (written) => {
    expect(readCellDate(written)).toBeUndefined();
  });

  test('keeps a zone that means several in words, and says so', () => {
    expect(readCellDate('12 Jan 2024 10:00 IST')).toMatchObject({
      edtf: '2024-01-12T10:00:00',
      remarks: ['the zone is not known and is kept only in words'],
    });
  });

  test('has the day first where points stand between the numbers, and no doubt', () => {
    expect(readCellDate('05.01.2024', 'month-first')).toMatchObject({edtf: '2024-01-05'});
    expect(readCellDate('05.01.2024')).not.toHaveProperty('isAmbiguous');
    expect(readCellDate('05/01/2024')).toHaveProperty('isAmbiguous', true);
    expect(guessDayOrder(['25.01.2024'], 'month-first').order).toBe('month-first');
  });

  test('of a column that contradicts itself is settled by nothing', () => {
    const days = guessDayOrder(['25/3/2024', '3/25/2024', '26/3/2024', '3/4/2024'], 'month-first');
    expect(days).toEqual({order: 'day-first', isSettled: false, isContradictory: true});
    expect(warnOfOrder(days)).toHaveLength(1);
    expect(warnOfOrder(guessDayOrder(['25/3/2024', '3/4/2024'], 'month-first'))).toEqual([]);
  });

  test.each([
    ['25/06/68', '1968-06-25'],
    ['06.05.31', '1931-05-06'],
    ['1/2/30', '1930-02-01'],
    ['31-12-29', '2029-12-31'],
    ['5-Apr-23', '2023-04-05'],
    ["Jan '69", '1969-01'],
    ['25/06/68 10:30', '1968-06-25T10:30:00'],
  ])('%s is %s, its century a guess', (written, edtf) => {
    expect(readCellDate(written)).toMatchObject({edtf, remarks: ['the century is guessed']});
  });

  test('of two digits guesses no century that another column gives', () => {
    expect(readCellDate('25/06/68', 'day-first', 2068)).toMatchObject({edtf: '2068-06-25'});
    expect(readCellDate('25/06/68', 'day-first', 2068)).not.toHaveProperty('remarks');
    expect(readCellDate('5 Jun 68', 'day-first', 1868)).toMatchObject({edtf: '1868-06-05'});
  });

  test.each([
    '2024-03-10 12:00 AM',
    '2024-03-10 00:00:00',
    '10 March 2024 00:00',
    '10/3/2024 0:00',
  ])('%s is the day, and a mark that it may be the midnight', (written) => {
    const date = readCellDate(written);
    expect(date).toMatchObject({edtf: '2024-03-10', isMidnight: true});
    expect(date && atMidnight(date)).toMatchObject({edtf: '2024-03-10T00:00:00'});
  });

  test('of two digits a year takes the place and the century that another column gives', () => {
    expect(readCellDate('19-12-31', 'day-first', 2019)?.edtf).toBe('2019-12-31');
    expect(readCellDate('31-12-19', 'day-first', 1919)?.edtf).toBe('1919-12-31');
    expect(readCellDate('19-12-31', 'day-first', 2031)?.edtf).toBe('2031-12-19');
  });
});

describe('a date in a plain table', () => {
  test.each([
    ['1939-1945', '1939/1945'],
    ['1939–45', '1939/1945'],
    ['2023/24', '2023/2024'],
    ['5 March 2020 to 7 March 2020', '2020-03-05/2020-03-07'],
    ['500 BC', '-0499'],
    ['AD 14', '0014'],
    ['-0044', '-0044'],
    ['-13800000000', 'Y-13800000000'],
    ['1984~/2004', '1984~/2004'],
    ['199X', '199X'],
  ])('%s is %s', (written, edtf) => {
    expect(readPlainDate(written)?.edtf).toBe(edtf);
  });

  test.each(['12', '05/06', '19/20', '199/2000', '{19,20}', '1945-1939', '45292', '1704067200.5'])(
    '%s is none where nothing says that the column is one of dates',
    (written) => {
      expect(readPlainDate(written)).toBeUndefined();
    },
  );

  test.each([
    ['45292', '2024-01-01'],
    ['45292.5', '2024-01-01T12:00:00'],
    ['1704067200.5', '2024-01-01T00:00:00Z'],
    ['1704067200000', '2024-01-01T00:00:00Z'],
  ])('%s is %s in a column of that name', (written, edtf) => {
    expect(readPlainDate(written, {isNamed: true})?.edtf).toBe(edtf);
  });

  test('is a moment of the calendar before it is a count', () => {
    expect(readPlainDate('20240101093000', {isTicks: true})?.edtf).toBe('2024-01-01T09:30:00Z');
  });

  test('has two years rather than a season of EDTF, and says so', () => {
    expect(readPlainDate('2020-21')).toMatchObject({
      edtf: '2020/2021',
      remarks: ['read as years; as EDTF it would be a part of one year'],
    });
    expect(readPlainDate('2020-21', {isEdtf: true})?.edtf).toBe('2020-21');
  });

  test('is read as its neighbours are', () => {
    const seasons = guessManner(['2009-10', '2010-11', '2012-13'], 'season', false);
    expect(readPlainDate('2010-11', seasons)?.edtf).toBe('2010/2011');
    const months = guessManner(['2009-10', '2010-11', '2011-01'], 'month', false);
    expect(readPlainDate('2010-11', months)?.edtf).toBe('2010-11');
    const edtf = guessManner(['2020-21', '1984~'], 'date', true);
    expect(readPlainDate('2020-21', edtf)?.edtf).toBe('2020-21');
  });

  test('has decades where the column is in EDTF', () => {
    expect(readPlainDate('197~')).toBeUndefined();
    expect(readPlainDate('197~', {isEdtf: true})?.edtf).toBe('197~');
    expect(readPlainDate('-193', {isEdtf: true})?.edtf).toBe('-193');
    expect(readPlainDate('05/06', {isEdtf: true})).toBeUndefined();
  });

  test('counts years before 1 with a year 0, and says so', () => {
    expect(readPlainDate('-44')).toMatchObject({
      edtf: '-0044',
      remarks: ['read with a year 0, as ISO 8601 counts, by which -44 is 45 BC'],
    });
    expect(readPlainDate('14', {isYear: true})).toBeUndefined();
    expect(readPlainDate('14', {isYear: true, isAncient: true})?.edtf).toBe('0014');
  });
});
