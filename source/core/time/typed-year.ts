/** Years as people write them where four digits alone do not say it: "44 bc", "AD 476", "66 million BC". */
import {isoYear} from './edtf-day.js';
import type {Reading} from './typed-reading.js';

const UNITS: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
};

/** As far as the timeline goes, in years. */
const FARTHEST = 1e12;

const NO_YEAR_ZERO = 'there is no year 0: 1 bc comes before ad 1';

const ERA = /(?:^| )(?:ad (\d{1,4})|(\d{1,4}) ?(ad|ce|bce?))$/;

/**
@param words - in lower case: all that `yearWords` writes, and the same with "ad" or "ce" behind.
@returns EDTF of the year; an error for a year 0; undefined for anything else, a year of four digits alone
included.
*/
export function readTypedYear(words: string): Reading {
  const found =
    /^(the year |ad )?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?: ?(thousand|million|billion|m|bn))?(?: ?(ad|ce|bce?))?$/.exec(
      words,
    );
  if (!found) return undefined;
  const [, before, digits = '', decimals = '', unit, after] = found;
  const isPlain = before === undefined && after === undefined && unit === undefined;
  if (isPlain && digits.length < 5) return undefined;
  const times = unit === undefined ? 1 : (UNITS[unit] ?? 1);
  const exact = Number(digits.replaceAll(',', '') + decimals) * times;
  const count = Math.round(exact);
  if (Math.abs(exact - count) > 1e-6) return undefined;
  if (count === 0) return {error: NO_YEAR_ZERO};
  if (count > FARTHEST) return {error: 'too far: years reach from 10^12 bc to ad 10^12'};
  const isBefore = after?.startsWith('b') === true;
  // In millions nobody counts a year zero: 66 million BC is the EDTF Y-66E6.
  const isRound = unit !== undefined && unit !== 'thousand';
  return {edtf: isoYear(isBefore ? (isRound ? -count : 1 - count) : count)};
}

/**
@returns the year that ends words such as "15 march 44 bc", counted with a year zero, and the words
before it; undefined without an era, an error for a year 0.
*/
export function takeEra(
  words: string,
): {readonly year: number; readonly rest: string} | {readonly error: string} | undefined {
  const found = ERA.exec(words);
  if (!found) return undefined;
  const count = Number(found[1] ?? found[2]);
  if (count === 0) return {error: NO_YEAR_ZERO};
  const year = found[3]?.startsWith('b') ? 1 - count : count;
  return {year, rest: words.slice(0, found.index)};
}
