/**
Calendar arithmetic without a zone: the proleptic Gregorian calendar with a year zero (ISO 8601-1
§4.2.1), over all years that a float can count.

A *local instant* is a calendar date and clock time written as if it were UTC: milliseconds since
1970-01-01T00:00:00 on that clock. `zone.ts` turns it into an instant.
*/

export const MS_PER_SECOND = 1000;
export const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 86_400_000;
/** Mean lengths in the Gregorian calendar, whose 400 years have 146,097 days. */
export const MS_PER_YEAR = (146_097 / 400) * MS_PER_DAY;
export const MS_PER_MONTH = MS_PER_YEAR / 12;

/** The first and last millisecond that a JavaScript date can hold (ECMA-262 §21.4.1.1). */
export const DATE_LIMIT_MS = 8.64e15;

/** A day of the calendar; `month` 1 to 12, `day` 1 to 31. */
export type CivilDay = {readonly year: number; readonly month: number; readonly day: number};

/** Day of the calendar and time of day; `millisecond` is a float from 0 to under 1000. */
export type CivilTime = CivilDay & {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 0 is Sunday. */
  readonly weekday: number;
};

/** @returns true when the year has a 29 February; year 0 does. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
@param month - 1 to 12.
@returns the number of days of a month, 28 to 31; 0 when there is no such month.
*/
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/**
@returns days from 1970-01-01 to a day; a month beyond 1 to 12 runs into the next or earlier years.
Source: Hinnant 2013, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
*/
export function daysFromCivil(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  const monthOfYear = (((month - 1) % 12) + 12) % 12;
  // Years that begin in March put the leap day last.
  const shifted = monthOfYear < 2 ? carried - 1 : carried;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((monthOfYear + 10) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
@returns the day that is so many days after 1970-01-01.
Source: Hinnant 2013, `civil_from_days`.
*/
export function civilFromDays(days: number): CivilDay {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

/** @returns the local instant at which a day begins. */
export function startOfCivilDay(year: number, month = 1, day = 1): number {
  return daysFromCivil(year, month, day) * MS_PER_DAY;
}

/** @returns the calendar date and clock time of a local instant, which must be finite. */
export function civilTime(localMs: number): CivilTime {
  const days = Math.floor(localMs / MS_PER_DAY);
  const ofDay = localMs - days * MS_PER_DAY;
  return {
    ...civilFromDays(days),
    hour: Math.floor(ofDay / MS_PER_HOUR),
    minute: Math.floor(ofDay / MS_PER_MINUTE) % 60,
    second: Math.floor(ofDay / MS_PER_SECOND) % 60,
    millisecond: ofDay % MS_PER_SECOND,
    weekday: (((days + 4) % 7) + 7) % 7,
  };
}

/** @returns the local instant of a date and time; parts beyond their range run over. */
export function localFromCivil(
  civil: CivilDay & {
    readonly hour?: number;
    readonly minute?: number;
    readonly second?: number;
    readonly millisecond?: number;
  },
): number {
  return (
    startOfCivilDay(civil.year, civil.month, civil.day) +
    (civil.hour ?? 0) * MS_PER_HOUR +
    (civil.minute ?? 0) * MS_PER_MINUTE +
    (civil.second ?? 0) * MS_PER_SECOND +
    (civil.millisecond ?? 0)
  );
}
