import {describe, expect, test} from 'vitest';
import {createCountReader} from '../../source/formats/count-reader.js';

function read(cell: string, ...others: readonly string[]) {
  return createCountReader([cell, ...others])(cell);
}

describe('a column of counts', () => {
  test.each([
    ['1,000', ['3', '12', '0']],
    ['1.000', ['3', '12']],
    ['1,000', ['1,234']],
    ['1,000', ['1,000,000']],
    ['1 000', []],
    ['1\u00a0000', []],
    ["1'000", []],
    ['1\u2019000', []],
    ['1,000.00', []],
    ['1.000,0', []],
  ])('reads %s beside %j as a thousand', (cell, others) => {
    expect(read(cell, ...others)).toEqual({count: 1000});
  });

  test.each([
    ['1,000', ['0,000', '12,000']],
    ['1.000', ['2.50']],
    ['1,0', ['3,0']],
    ['1.0', []],
    ['1', []],
  ])('reads %s beside %j as one', (cell, others) => {
    expect(read(cell, ...others)).toEqual({count: 1});
  });

  test.each([
    ['no other cell', []],
    ['cells of the same doubt', ['2,000', '10,000']],
    ['large counts without a comma', ['1500', '3']],
    ['thousands and decimals in one column', ['1,234', '0,5']],
  ])('leaves 1,000 in doubt beside %s', (_, others) => {
    expect(read('1,000', ...others)).toEqual({doubt: '1000 or 1.000'});
  });

  test.each(['1,5', '-3', 'about 20', '1,00,000', '1,234.5', '0,250'])(
    'finds no count in %s',
    (cell) => {
      expect(read(cell)).toEqual({doubt: 'not a count'});
    },
  );

  test('a comma with three digits is a fraction where the column has fractions', () => {
    expect(read('1,250', '0,5')).toEqual({doubt: '1250 or 1.250'});
    expect(createCountReader(['0,5', '2,75'])('1,250')).toEqual({doubt: 'not a count'});
  });

  test('large counts are read whole', () => {
    expect(read('1,234,567')).toEqual({count: 1_234_567});
    expect(read('12.345.678')).toEqual({count: 12_345_678});
    expect(read('10,000', '7')).toEqual({count: 10_000});
  });
});
