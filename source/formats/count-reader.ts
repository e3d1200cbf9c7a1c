import {cellCount, cellText} from './table-cells.js';

/** What a cell of a column of counts holds: a count, or why it is kept in words. */
export type CountCell = {readonly count: number} | {readonly doubt: string};

/** Blanks and apostrophes part thousands and never begin decimals. */
const APART = /^\d{1,3}(?:[ \u00a0\u2009\u202f'\u2019]\d{3})+$/u;
/** `1,000`: a thousand, or one with three decimals. */
const EITHER = /^([1-9]\d{0,2})([.,])(\d{3})$/u;
/** `1,000,000` and `1,000.00`, where one sign comes twice or both signs come. */
const GROUPED = /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.0+)?$|^([1-9]\d{0,2}(?:\.\d{3})+)(?:,0+)?$/u;
const DECIMAL = /^\d+([.,])\d*$/u;

/**
Learn from a column of counts whether a comma or a point in it parts thousands or begins decimals.

A sign parts thousands where a cell could be no count otherwise (`1,234`, `1,000,000`), or where counts
below a thousand stand without decimals; it begins decimals where another number of digits than three
stands behind it, or a 0 before it. A column that shows neither, or both, keeps `1,000` in words.

@param cells - the cells of the column, raw; the first rows are enough.
@returns what reads a cell of it.
*/
export function createCountReader(
  cells: readonly (string | undefined)[],
): (cell: string) => CountCell {
  const texts = cells.map(cellText);
  const comma = roleOf(',', texts);
  const point = roleOf('.', texts);
  return (cell) => {
    const text = cell.trim();
    const plain = cellCount(text);
    if (plain !== undefined) return {count: plain};
    if (APART.test(text)) return {count: digitsOf(text)};
    const [, whole = '', sign, three = ''] = EITHER.exec(text) ?? [];
    if (sign === undefined) {
      const [, byComma, byPoint] = GROUPED.exec(text) ?? [];
      const grouped = byComma ?? byPoint;
      return grouped === undefined ? {doubt: 'not a count'} : {count: digitsOf(grouped)};
    }
    const role = sign === ',' ? comma : point;
    if (role === 'thousands') return {count: Number(whole + three)};
    if (role === 'decimals') {
      return three === '000' ? {count: Number(whole)} : {doubt: 'not a count'};
    }
    return {doubt: `${whole}${three} or ${whole}.${three}`};
  };
}

/** @returns what a sign does in a column; undefined when that does not show. */
function roleOf(sign: string, texts: readonly string[]): 'thousands' | 'decimals' | undefined {
  let hasThousands = false;
  let hasDecimals = false;
  let hasPlainSmall = false;
  let hasPlainLarge = false;
  for (const text of texts) {
    if (/^\d+$/u.test(text)) {
      if (text.length <= 3) hasPlainSmall = true;
      else hasPlainLarge = true;
      continue;
    }
    const either = EITHER.exec(text);
    if (either !== null) {
      if (either[2] === sign && either[3] !== '000') hasThousands = true;
    } else if (GROUPED.exec(text)?.[sign === ',' ? 1 : 2] !== undefined) hasThousands = true;
    else if (DECIMAL.exec(text)?.[1] === sign) hasDecimals = true;
  }
  const isThousands = hasThousands || (hasPlainSmall && !hasPlainLarge);
  if (hasDecimals) return isThousands ? undefined : 'decimals';
  return isThousands ? 'thousands' : undefined;
}

function digitsOf(text: string): number {
  return Number(text.replaceAll(/\D/gu, ''));
}
