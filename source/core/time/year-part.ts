/**
Parts of a year that EDTF writes in the place of a month, 21 to 41.

The standard names the seasons and does not say when they begin. Here they are the meteorological
ones, whole months: spring March to May, summer June to August, autumn September to November, winter
December to February, shifted by half a year in the south. Seasons "independent of location" (21 to
24) are read as the northern ones. A season that runs over the new year belongs to the year in which
it begins: winter 2012 is December 2012 to February 2013. Quarters, quadrimesters and semesters are
exact.

Source: ISO 8601-2:2019 §4.8; the months: World Meteorological Organization, Guide to Climatological
Practices (WMO-No. 100).
*/

import {monthName, type WordStyle} from './calendar-names.js';

/** `firstMonth` counts from 1; the part may run into the next year. */
export type YearPart = {
  readonly firstMonth: number;
  readonly months: number;
  /**
  @param year - in words.
  @param next - the year after it in words, when it is known.
  @returns "spring 2001", "winter 2012 to 2013 (northern)", "second quarter of 2001", "Q2 2001",
  "May to Aug 2001".
  */
  words(year: string, next: string | undefined, style: WordStyle): string;
};

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
const QUARTERS = ['first quarter', 'second quarter', 'third quarter', 'fourth quarter'] as const;
const FOUR_MONTHS = ['first four months', 'middle four months', 'last four months'] as const;
const HALVES = ['first half', 'second half'] as const;

function season(nth: number, firstMonth: number, where: string): YearPart {
  return {
    firstMonth,
    months: 3,
    words: (year, next) => {
      const years = firstMonth > 10 && next !== undefined ? `${year} to ${next}` : year;
      return `${SEASONS[nth] ?? ''} ${years}${where}`;
    },
  };
}

function section(nth: number, months: number, name: string, letter?: string): YearPart {
  const firstMonth = nth * months + 1;
  const short =
    letter === undefined
      ? `${monthName(firstMonth, 'short')} to ${monthName(firstMonth + months - 1, 'short')}`
      : `${letter}${nth + 1}`;
  return {
    firstMonth,
    months,
    words: (year, _next, style) =>
      style === 'long' ? `${name} of ${year.replace(/^of /, '')}` : `${short} ${year}`,
  };
}

const PARTS: readonly YearPart[] = [
  ...[3, 6, 9, 12].map((month, nth) => season(nth, month, '')),
  ...[3, 6, 9, 12].map((month, nth) => season(nth, month, ' (northern)')),
  ...[9, 12, 3, 6].map((month, nth) => season(nth, month, ' (southern)')),
  ...[0, 1, 2, 3].map((nth) => section(nth, 3, QUARTERS[nth] ?? '', 'Q')),
  ...[0, 1, 2].map((nth) => section(nth, 4, FOUR_MONTHS[nth] ?? '')),
  ...[0, 1].map((nth) => section(nth, 6, HALVES[nth] ?? '', 'H')),
];

/**
@param digits - two digits as written in the place of the month.
@returns the part of the year for 21 to 41, undefined for a month or an unspecified digit.
*/
export function partOfYear(digits: string): YearPart | undefined {
  return digits.includes('X') ? undefined : PARTS[Number(digits) - 21];
}
