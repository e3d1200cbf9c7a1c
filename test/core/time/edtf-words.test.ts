import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {describeEdtf, describeEdtfShortly} from '../../../source/core/time/edtf-words.js';
import {parseEdtf} from '../../../source/core/time/edtf.js';
import {edtfText} from './edtf-arbitraries.js';

function words(text: string): readonly [string, string] {
  const result = parseEdtf(text);
  if (!result.ok) throw new Error(`${text}: ${result.error}`);
  return [describeEdtf(result.value), describeEdtfShortly(result.value)];
}

describe('describeEdtf', () => {
  test.each([
    ['2024', '2024'],
    ['2024-01-24', '24 January 2024'],
    ['2023-10-15~', 'mid-October 2023, approximate (about the 15th)'],
    ['2023-10-12~', '12 October 2023, approximate'],
    ['2023-12-08T04:15~', '8 December 2023 at about 04:15 local time'],
    ['2023-12-08T04:15:00+03:00~', '8 December 2023 at about 04:15 UTC+3'],
    ['2023-12-08T04:15?', '8 December 2023 at 04:15 local time, time uncertain'],
    ['2023-12-08T04:15%', '8 December 2023 at about 04:15 local time, time uncertain'],
    ['1984?/2004?', 'between 1984 and 2004, both uncertain'],
    ['1984?/2004~', 'between 1984 and 2004, the start uncertain, the end approximate'],
    [
      '2023-10-15~/2024-01-24',
      'between mid-October 2023 and 24 January 2024, the start approximate',
    ],
    [
      '2003-03-~19/2003-05-~01',
      'between 19 March 2003 and 1 May 2003, at both ends day approximate',
    ],
    ['2011-12-18/2011-12-18', 'within 18 December 2011'],
    ['2003-03-20/..', 'from 20 March 2003, end open'],
    ['2003-03-20~/', 'from 20 March 2003, approximate, end unknown'],
    ['../2003', 'until 2003, start open'],
    ['/..', 'start unknown, end open'],
    ['/', 'start and end unknown'],
    ['2004-06-11%', '11 June 2004, uncertain and approximate'],
    ['2004-06~-11', '11 June 2004, year and month approximate'],
    ['?2004-06-~11', '11 June 2004, year uncertain, day approximate'],
    ['195X', 'some year in the 1950s'],
    ['19XX', 'some year from 1900 to 1999'],
    ['2003-XX', 'some month of 2003'],
    ['2003-02-XX', 'some day in February 2003'],
    ['2003-XX-XX', 'some day in 2003'],
    ['157X-10-07', '7 October of some year in the 1570s'],
    ['2003-1X', 'October, November or December 2003'],
    ['2003-02-2X', 'some day from 20 to 28 February 2003'],
    ['2003-XX-3X', 'the 30th or 31st of some month of 2003'],
    ['-0043-03-15', '15 March 44 BC'],
    ['0000', '1 BC'],
    ['0043', 'AD 43'],
    ['0000-02', 'February of 1 BC'],
    ['0476-09-04', '4 September AD 476'],
    ['0476-09', 'September AD 476'],
    ['0476-XX', 'some month of AD 476'],
    ['00XX', 'some year from 1 BC to AD 99'],
    ['000X', 'some year from 1 BC to AD 9'],
    ['000', 'the years 1 BC to AD 9'],
    ['05', 'the years AD 500 to AD 599'],
    ['-2010', '2011 BC'],
    ['Y12000', 'the year 12,000'],
    ['Y3388E2S3', 'some year from AD 338,000 to AD 338,999, estimated AD 338,800'],
    [
      'Y171010000S3',
      'some year between AD 171 million and AD 172 million, estimated AD 171.01 million',
    ],
    [
      'Y-4543E6S2',
      'some year between 4.6 billion BC and 4.5 billion BC, estimated 4.543 billion BC',
    ],
    ['Y-138E8', '13.8 billion BC'],
    ['Y-66E6', '66 million BC'],
    ['Y17E7', 'the year 170 million'],
    ['Y-13799999999', '13.8 billion BC'],
    ['Y-12000', '12,001 BC'],
    ['1920S2', 'some year from 1900 to 1999, estimated 1920'],
    ['1920S4', '1920'],
    ['20', 'the years 2000 to 2099'],
    ['193', 'the 1930s'],
    ['2003-24', 'winter 2003 to 2004'],
    ['2003-30', 'summer 2003 to 2004 (southern)'],
    ['2024-34', 'second quarter of 2024'],
    ['2024-39', 'last four months of 2024'],
    ['2024-41', 'second half of 2024'],
    ['2024-01-24T02:30:15+03:00', '24 January 2024 at 02:30:15 UTC+3'],
    ['1985-04-12T23:20:30-04', '12 April 1985 at 23:20:30 UTC-4'],
    ['1985-04-12T23:20:30+05:45', '12 April 1985 at 23:20:30 UTC+5:45'],
    ['1985-04-12T23:20:30+00:00', '12 April 1985 at 23:20:30 UTC'],
    ['[1914,1918,1939..1945]', 'one of 1914, 1918 or 1939 to 1945'],
    ['{1914,1939..1945}', 'all of 1914 and 1939 to 1945'],
    ['[..2003-03-20]', '20 March 2003 or earlier'],
    ['[2001?,2003]', 'one of 2001 (uncertain) or 2003'],
    ['[1999..2003]', 'some time from 1999 to 2003'],
    [
      '[2023-10-15~..2024-01-24]',
      'some time from mid-October 2023 (approximate) to 24 January 2024',
    ],
  ])('%s is "%s"', (text, expected) => {
    expect(words(text)[0]).toBe(expected);
  });

  test('of a long set it names the first and counts the rest', () => {
    const years = Array.from({length: 40}, (_, at) => String(1950 + at)).join(',');
    expect(words(`[${years}]`)[0]).toBe('one of 1950, 1951, 1952, 1953, 1954, 1955 or 34 more');
  });

  test('everything that can be read has words, on one line', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        for (const told of words(text)) {
          expect(told).toMatch(/^[\x20-\x7e]+$/);
          expect(told).not.toMatch(/undefined|NaN|Infinity| {2}/);
        }
      }),
      {seed: 1, numRuns: 2000},
    );
  });

  test('what is approximate or uncertain says so', () => {
    let marked = 0;
    fc.assert(
      fc.property(edtfText, (text) => {
        const [told] = words(text);
        if (told.endsWith('more')) return;
        const said = [
          ...(/[~%]/.test(text) ? [/approximate|about \d\d:/] : []),
          ...(/[?%]/.test(text) ? [/uncertain/] : []),
        ];
        for (const word of said) expect(told).toMatch(word);
        marked += said.length;
      }),
      {seed: 2, numRuns: 2000},
    );
    expect(marked).toBeGreaterThan(500);
  });
});

describe('describeEdtfShortly', () => {
  test.each([
    ['2024-01-24', 'Wed 24 Jan 2024'],
    ['2023-10-15~', 'mid-Oct 2023'],
    ['2023-10-12~', '~Thu 12 Oct 2023'],
    ['2023-10-12?', 'Thu 12 Oct 2023?'],
    ['2023-10-15~/2024-01-24', 'mid-Oct 2023 to Wed 24 Jan 2024'],
    ['2024-34', 'Q2 2024'],
    ['2024-38', 'May to Aug 2024'],
    ['2024-41', 'H2 2024'],
    ['Y-66E6', '66m BC'],
    ['Y-13799999999', '13.8bn BC'],
    ['Y-13799999998', '13,799,999,999 BC'],
    ['Y12000', 'AD 12,000'],
    ['1985-04-12T24:00:00', 'Fri 12 Apr 1985, 24:00'],
    ['2016-12-31T23:59:60Z', 'Sat 31 Dec 2016, 23:59:60 UTC'],
  ])('%s is "%s"', (text, expected) => {
    expect(words(text)[1]).toBe(expected);
  });
});
