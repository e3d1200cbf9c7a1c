/** English names of months, weekdays and ordinals, from date-fns, so that they reach any year. */
import {enUS} from 'date-fns/locale/en-US';

/** `long` for prose, `short` for lists. */
export type WordStyle = 'long' | 'short';

/** @returns "January" or "Jan"; `month` is 1 to 12. */
export function monthName(month: number, style: WordStyle): string {
  const index = month - 1;
  if (!isMonthIndex(index)) return '';
  return enUS.localize.month(index, {width: style === 'long' ? 'wide' : 'abbreviated'});
}

/** @returns "Wednesday" or "Wed"; `weekday` is 0 (Sunday) to 6. */
export function weekdayName(weekday: number, style: WordStyle): string {
  if (!isWeekday(weekday)) return '';
  return enUS.localize.day(weekday, {width: style === 'long' ? 'wide' : 'abbreviated'});
}

/** @returns "1st", "2nd", "23rd". */
export function ordinalWords(number: number): string {
  return enUS.localize.ordinalNumber(number);
}

/** @returns the number of the month (1 to 12) or weekday (0 to 6) that three letters or more begin. */
export function findName(kind: 'month' | 'weekday', word: string): number | undefined {
  if (word.length < 3) return undefined;
  const [first, last] = kind === 'month' ? [1, 12] : [0, 6];
  for (let number = first; number <= last; number += 1) {
    const name = kind === 'month' ? monthName(number, 'long') : weekdayName(number, 'long');
    if (name.toLowerCase().startsWith(word.toLowerCase())) return number;
  }
  return undefined;
}

function isMonthIndex(value: number): value is 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 {
  return Number.isInteger(value) && value >= 0 && value <= 11;
}

function isWeekday(value: number): value is 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return Number.isInteger(value) && value >= 0 && value <= 6;
}
