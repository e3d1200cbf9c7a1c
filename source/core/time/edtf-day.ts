/** Days of the calendar as EDTF. */
import type {Instant} from '../events/event-store.js';
import {civilFromDays, daysFromCivil, daysInMonth, type CivilDay} from './civil-calendar.js';
import {fourDigits, twoDigits} from './padded-digits.js';
import {zonedTime} from './zone.js';

/**
@returns the day of a month in the year that brings it nearest to an instant; undefined for
a day that no year has, such as 31 February.
*/
export function nearestDay(
  day: number,
  month: number,
  reference: Instant,
  zone: string,
): CivilDay | undefined {
  const here = zonedTime(reference, zone);
  const hereDays = daysFromCivil(here.year, here.month, here.day);
  // Eight years lie between two 29 Februaries at most: the nearest is four years away or less.
  const years = Array.from({length: 9}, (_, at) => here.year - 4 + at);
  const days = years
    .filter((year) => day >= 1 && day <= daysInMonth(year, month))
    .map((year) => daysFromCivil(year, month, day));
  const distance = (value: number): number => Math.abs(value - hereDays);
  const nearest = days.toSorted((a, b) => distance(a) - distance(b))[0];
  return nearest === undefined ? undefined : civilFromDays(nearest);
}

/** @returns the year whose month of that number is nearest to an instant. */
export function nearestMonthYear(month: number, reference: Instant, zone: string): number {
  return nearestDay(15, month, reference, zone)?.year ?? zonedTime(reference, zone).year;
}

/** @returns the day so many days later. */
export function shiftDays({year, month, day}: CivilDay, by: number): CivilDay {
  return civilFromDays(daysFromCivil(year, month, day) + by);
}

/** @returns EDTF of a day of the calendar. */
export function dayText({year, month, day}: CivilDay): string {
  return isoDay(year, month, day);
}

/** @returns EDTF of a day, of its year alone where EDTF has no days; the day need not exist. */
export function isoDay(year: number, month: number, day: number): string {
  if (Math.abs(year) > 9999) return isoYear(year);
  return `${isoYear(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** @returns EDTF of a year, with `Y` when it has more than four digits. */
export function isoYear(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return year < 0 ? `-${fourDigits(-year)}` : fourDigits(year);
}
