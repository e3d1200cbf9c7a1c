import type {Instant} from '../events/event-store.js';
import {monthName} from './calendar-names.js';
import {MS_PER_YEAR} from './civil-calendar.js';
import {yearWords} from './year-words.js';
import {zonedTime} from './zone.js';

/** Spans of so many years have ends that are told by the year alone. */
const MANY_YEARS = 200;

/**
@param spanMs - length of what the instant is an end of: days are not told of centuries.
@returns `24 Jan 2024`, or `2024`, `2.8m BC`; `open` for an infinite instant.
*/
export function edgeWords(instant: Instant, zone: string, spanMs: number): string {
  if (!Number.isFinite(instant)) return 'open';
  const {year, month, day} = zonedTime(instant, zone);
  const years = spanMs / MS_PER_YEAR;
  if (years < MANY_YEARS) return `${day} ${monthName(month, 'short')} ${yearWords(year, 'short')}`;
  // No finer than a hundredth of the span.
  const unit = 10 ** Math.floor(Math.log10(years / 100));
  const count = Math.max(1, Math.round((year > 0 ? year : 1 - year) / unit) * unit);
  return yearWords(year > 0 ? count : 1 - count, 'short');
}
