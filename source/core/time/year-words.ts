import type {WordStyle} from './calendar-names.js';
import {isRoundNumber, numberWords} from './number-words.js';

/**
@param year - counted with a year zero, as EDTF does.
@param style - `long` for prose, `short` for lists and axes.
@returns a year as people write it, exact: "2024", "AD 476", "44 BC" for -43; "the year 12,000" and
"13.8 billion BC", in short "AD 12,000" and "13.8bn BC".
*/
export function yearWords(year: bigint | number, style: WordStyle): string {
  const value = BigInt(year);
  if (value <= 0n) return `${numberWords(1n - value, style)} BC`;
  if (value >= 1000n && value <= 9999n) return String(value);
  const isProse = style === 'long' && value > 9999n;
  return `${isProse ? 'the year' : 'AD'} ${numberWords(value, style)}`;
}

/**
@returns the same for a year that somebody wrote in EDTF: nobody counts a year zero in a round number of
millions, so that -66,000,000 is "66 million BC" and not 66,000,001.
*/
export function writtenYearWords(year: bigint, style: WordStyle): string {
  return yearWords(year < 0n && isRoundNumber(-year) ? year + 1n : year, style);
}
