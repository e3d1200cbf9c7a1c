import {doubtOf, type EdtfTime} from './edtf-value.js';
import {twoDigits} from './padded-digits.js';

/** @returns the time of day by the clock of 24 hours: `06:00`, or `06:00:15` with seconds. */
export function clockWords(
  time: {readonly hour: number; readonly minute: number; readonly second: number},
  hasSeconds: boolean,
): string {
  const parts = [time.hour, time.minute, ...(hasSeconds ? [time.second] : [])];
  return parts.map(twoDigits).join(':');
}

/** @returns a time of day in words with the doubts of the time that was written: `about 06:00`, `06:00?`. */
export function doubtfulClock(words: string, time: EdtfTime | undefined): string {
  const {isApproximate, isUncertain} = doubtOf(time?.after);
  return `${isApproximate ? 'about ' : ''}${words}${isUncertain ? '?' : ''}`;
}
