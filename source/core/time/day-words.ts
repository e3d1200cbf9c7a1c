import {monthName, weekdayName} from './calendar-names.js';
import type {CivilDay, CivilTime} from './civil-calendar.js';
import {yearWords} from './year-words.js';

/**
@param last - the day that is named after it: what the two share is left to it.
@returns "Wed 24 Jan 2024", "Tue 23" before "Wed 24 Jan 2024".
*/
export function dayWords(day: Omit<CivilTime, 'millisecond'>, last?: CivilDay): string {
  const isYearShared = last?.year === day.year;
  const isMonthShared = isYearShared && last?.month === day.month;
  const month = isMonthShared ? '' : ` ${monthName(day.month, 'short')}`;
  const year = isYearShared ? '' : ` ${yearWords(day.year, 'short')}`;
  return `${weekdayName(day.weekday, 'short')} ${day.day}${month}${year}`;
}
