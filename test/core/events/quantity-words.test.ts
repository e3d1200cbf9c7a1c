import {describe, expect, test} from 'vitest';
import {
  countedWords,
  quantityWords,
  rangeOf,
  toldWords,
} from '../../../source/core/events/quantity-words.js';

describe('a quantity', () => {
  test('is told in the words of the source where they hold the figure', () => {
    expect(quantityWords({best: 2500, stated: 'roughly 2,500'})).toBe('roughly 2,500');
    expect(quantityWords({low: 2, stated: 'at least two people'})).toBe('at least 2');
    expect(quantityWords({high: 7, stated: 'up to seven'})).toBe('up to 7');
    expect(quantityWords({low: 1, best: 2, high: 3})).toBe('1 to 3, best 2');
    expect(quantityWords({stated: 'several'})).toBe('several');
  });

  test('stands before what is counted, as a person says it', () => {
    expect(countedWords({low: 150, stated: 'more than 150', of: 'attacks'})).toBe(
      'more than 150 attacks',
    );
    expect(countedWords({best: 900, stated: 'some 900', of: 'U.S. troops'})).toBe(
      'some 900 U.S. troops',
    );
    expect(countedWords({low: 1, best: 2, high: 3, of: 'raids'})).toBe('1 to 3 raids, best 2');
    expect(countedWords({stated: 'a number of', of: 'airstrikes'})).toBe('a number of airstrikes');
    expect(countedWords({stated: 'many of them', of: 'attacks claimed'})).toBe(
      'attacks claimed: many of them',
    );
    expect(countedWords({stated: 'thousands', of: 'U.S. troops'})).toBe('U.S. troops: thousands');
  });

  test('is not told twice by its words', () => {
    expect(toldWords({low: 2, stated: 'at least two people', of: 'killed'})).toBe(
      'at least 2 killed',
    );
    expect(toldWords({best: 2, stated: 'two', of: 'hurt'})).toBe('2 hurt');
    expect(toldWords({best: 1, stated: 'Fadel al-Maksusi', of: 'killed'})).toBe(
      '1 killed (Fadel al-Maksusi)',
    );
    expect(toldWords({best: 3, stated: 'three service members, one critically', of: 'hurt'})).toBe(
      '3 hurt (three service members, one critically)',
    );
  });
});

describe('the range over several accounts', () => {
  const words = (...quantities: Parameters<typeof rangeOf>[0]): string | undefined =>
    rangeOf(quantities)?.stated;

  test('reaches from the least number that anybody gives to the greatest', () => {
    expect(words({low: 2}, {best: 1}, {best: 2}, {high: 7})).toBe('1 to 7');
    expect(words({best: 2}, {best: 2})).toBe('2');
    expect(
      rangeOf([
        {best: 16, of: 'attacks'},
        {best: 165, of: 'attacks'},
      ]),
    ).toEqual({
      stated: '16 to 165',
      of: 'attacks',
    });
  });

  test('keeps a bound that nobody closes', () => {
    expect(words({best: 1}, {low: 2})).toBe('1 to 2 or more');
    expect(words({best: 2}, {low: 2})).toBe('at least 2');
    expect(words({high: 3}, {best: 5})).toBe('up to 5');
  });

  test('is none where things are not counted alike', () => {
    expect(words({best: 4, of: 'U.S. soldiers'}, {best: 1, of: 'Iraqi soldiers'})).toBeUndefined();
    expect(words({stated: 'several'}, {stated: 'a number'})).toBeUndefined();
  });
});
