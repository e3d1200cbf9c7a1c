import {describe, expect, test} from 'vitest';
import {readDelimited} from '../../source/formats/delimited-text.js';
import {guessDialect, MOST_COLUMNS, splitHead} from '../../source/formats/split-head.js';
import type {Dialect} from '../../source/formats/table-format.js';

const CSV: Dialect = {delimiter: ',', hasQuotes: true};

async function rowsOf(text: string, columns: number, dialect = CSV) {
  const rows: (readonly string[] | string)[] = [];
  await readDelimited(text, dialect, columns, (row) => rows.push(row.cells ?? `! ${row.damage}`));
  return rows;
}

describe('delimited text', () => {
  test('ends rows at any line break and passes over blank lines', async () => {
    expect(await rowsOf('a,b\r\nc,d\re,f\n\n\r\ng,h', 2)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
  });

  test('keeps line breaks, delimiters and doubled quotes within quotation marks', async () => {
    expect(await rowsOf('a,"b\r\nc, ""d"""\ne,f\n', 2)).toEqual([
      ['a', 'b\r\nc, "d"'],
      ['e', 'f'],
    ]);
  });

  test('takes quotation marks for letters where the format has no quoting', async () => {
    expect(await rowsOf('"a\tb"\n"c\td', 2, {delimiter: '\t', hasQuotes: false})).toEqual([
      ['"a', 'b"'],
      ['"c', 'd'],
    ]);
  });

  test('keeps a quotation mark that never closes where the line has all its cells', async () => {
    const remarks: (string | undefined)[] = [];
    await readDelimited('a,b\nc,"d\ne,f', CSV, 2, (row) => remarks.push(row.cells && row.remark));
    expect(remarks).toEqual([
      undefined,
      'a quotation mark that opens and never closes is kept as it stands',
      undefined,
    ]);
    expect(await rowsOf('a,b\nc,"d\ne,f', 2)).toEqual([
      ['a', 'b'],
      ['c', '"d'],
      ['e', 'f'],
    ]);
  });

  test('loses one line to a quotation mark that never closes', async () => {
    expect(await rowsOf('a,b\nc,"d,\ne,f\ng,h\n', 2)).toEqual([
      ['a', 'b'],
      '! a quotation mark opens and never closes',
      ['e', 'f'],
      ['g', 'h'],
    ]);
  });

  test('loses one line to a quotation mark that closes only in a later row', async () => {
    expect(await rowsOf('a,b,"c,\nd,e,f\ng,"h",i\nj,k,l', 3)).toEqual([
      '! a quotation mark opens and never closes',
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
      ['j', 'k', 'l'],
    ]);
  });

  test('believes a well-formed cell whose second line looks like a row', async () => {
    expect(await rowsOf('a,"""b""\nc,d"\ne,f', 2)).toEqual([
      ['a', '"b"\nc,d'],
      ['e', 'f'],
    ]);
  });

  test('does not take a fault of its caller for damage of the file', async () => {
    const fail = () => {
      throw new TypeError('a bug');
    };
    await expect(readDelimited('a,b\n', CSV, 2, fail)).rejects.toThrow('a bug');
  });

  test('passes over a row of more than 4 million characters, whatever it holds', async () => {
    const long = 'y\n'.repeat(2_100_000);
    expect(await rowsOf(`a,"${long}"\nb,c\n${'z'.repeat(4_100_000)}\nd,e`, 2)).toEqual([
      '! the row is longer than 4 million characters, most of them in cell 2',
      ['b', 'c'],
      '! the row is longer than 4 million characters, most of them in cell 1',
      ['d', 'e'],
    ]);
  });

  test('reads on without quoting after thousands of broken quotation marks', async () => {
    const rows = await rowsOf('a,"b,c\n'.repeat(12_000), 3);
    expect(rows).toHaveLength(12_000);
    expect(rows[0]).toEqual(['a', '"b', 'c']);
    expect(rows[5000]).toContain('too many broken quotation marks');
    expect(rows[11_999]).toEqual(['a', '"b', 'c']);
  });
});

describe('the head of a table', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['a\tb, c\n1\t2, 3\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['"a;b",c\n"d;e",f\n', ','],
  ])('tells what parts the cells of %j', (text, delimiter) => {
    expect(guessDialect(text).delimiter).toBe(delimiter);
  });

  test('leaves out a row that is cut off, unless it already has too many columns', () => {
    expect(splitHead('a,b\nc,d\ne', CSV, 9, false)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(splitHead('a,b\nc,"d"', CSV, 9)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(splitHead('x,'.repeat(20_000), CSV, 9, false)[0]).toHaveLength(MOST_COLUMNS + 1);
  });
});
