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

/** `firstMonth` counts from 1; the part may run into the next year. */
export type YearPart = {
  readonly firstMonth: number;
  readonly months: number;
  /** As in "spring 2001": lower case, no article. */
  readonly name: string;
  readonly shortName: string;
};

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;

function season(nth: number, firstMonth: number, where: string, shortWhere: string): YearPart {
  const name = SEASONS[nth] ?? '';
  return {firstMonth, months: 3, name: name + where, shortName: name + shortWhere};
}

function section(nth: number, months: number, name: string, letter: string): YearPart {
  return {
    firstMonth: nth * months + 1,
    months,
    name: `${ORDINALS[nth] ?? ''} ${name}`,
    shortName: `${letter}${nth + 1}`,
  };
}

const PARTS: readonly YearPart[] = [
  ...[0, 1, 2, 3].map((nth) => season(nth, 3 + nth * 3, '', '')),
  ...[0, 1, 2, 3].map((nth) => season(nth, 3 + nth * 3, ' (northern)', ' (N)')),
  ...[9, 12, 3, 6].map((month, nth) => season(nth, month, ' (southern)', ' (S)')),
  ...[0, 1, 2, 3].map((nth) => section(nth, 3, 'quarter', 'Q')),
  ...[0, 1, 2].map((nth) => section(nth, 4, 'four months', 'T')),
  ...[0, 1].map((nth) => section(nth, 6, 'half', 'H')),
];

/**
@param digits - two digits as written in the place of the month.
@returns the part of the year for 21 to 41, undefined for a month or an unspecified digit.
*/
export function partOfYear(digits: string): YearPart | undefined {
  return digits.includes('X') ? undefined : PARTS[Number(digits) - 21];
}
