/** The units in which lengths of time are told, and how a count of one is written. */
import {
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  MS_PER_MONTH,
  MS_PER_SECOND,
  MS_PER_YEAR,
} from './civil-calendar.js';
import {numberWords} from './number-words.js';

export type LengthUnit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** Longest first. */
export const LENGTH_UNITS: readonly LengthUnit[] = [
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'second',
];

/** Milliseconds; of years and months the mean. */
export const UNIT_MS: Readonly<Record<LengthUnit, number>> = {
  year: MS_PER_YEAR,
  month: MS_PER_MONTH,
  day: MS_PER_DAY,
  hour: MS_PER_HOUR,
  minute: MS_PER_MINUTE,
  second: MS_PER_SECOND,
};

const BRIEF: Readonly<Record<LengthUnit, string>> = {
  year: 'y',
  month: 'mo',
  day: 'd',
  hour: 'h',
  minute: 'min',
  second: 's',
};

const SI_PREFIXES = ['', 'k', 'M', 'G', 'T', 'P', 'E'];

/** @returns "1 month", "12,000 years", "66 million years". */
export function countedLength(count: number, unit: LengthUnit): string {
  return `${numberWords(count, 'long')} ${unit}${count === 1 ? '' : 's'}`;
}

/**
@param figures - of a count beyond four digits, which has a prefix of the SI besides.
@returns the number and its unit, to be written with a blank or without: "3" and "mo", "170" and "My".
*/
export function briefLength(
  count: number,
  unit: LengthUnit,
  figures: number,
): {readonly number: string; readonly unit: string} {
  if (count < 10_000) return {number: String(count), unit: BRIEF[unit]};
  const power = Math.min(SI_PREFIXES.length - 1, Math.floor(Math.log10(count) / 3));
  const number = Number((count / 1000 ** power).toPrecision(figures));
  return {number: String(number), unit: `${SI_PREFIXES[power] ?? ''}${BRIEF[unit]}`};
}
