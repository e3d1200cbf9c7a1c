/** The reader of the time of day in an EDTF date. */
import {shiftMinutes} from './edtf-bounds.js';
import {failAt, noteBeyond, take, takeMark, type Scan} from './edtf-scan.js';
import type {EdtfDate, EdtfTime} from './edtf-value.js';

/** UTC offsets in use run from -12:00 (Baker Island) to +14:00 (Line Islands), in minutes. */
const LOWEST_SHIFT = -12 * 60;
const HIGHEST_SHIFT = 14 * 60;

/**
Read a time from the `T` on, with the mark of doubt behind it.

@param date - the day before it, for leap seconds.
@returns the time, or undefined with a fault noted.
*/
export function readTime(scan: Scan, date: EdtfDate): EdtfTime | undefined {
  scan.at += 1;
  const at = scan.at;
  const clock = take(scan, /\d\d:\d\d(?::\d\d)?/y);
  if (clock === '') return failAt(scan, at, 'a time is written hh:mm:ss');
  if (/[0-9:]/.test(scan.text[scan.at] ?? ''))
    return failAt(scan, at, 'a time is written hh:mm:ss, two digits each');
  const [hour = 0, minute = 0, second] = clock.split(':').map(Number);
  const fraction = second === undefined ? '' : take(scan, /\.\d+/y).slice(1);
  if (second === undefined) noteBeyond(scan, at, `a time in EDTF has seconds: write ${clock}:00`);
  if (/[.,]/.test(scan.text[scan.at] ?? '') && !scan.text.startsWith('..', scan.at))
    return failAt(scan, scan.at, 'parts of a second follow a point: 02:00:00.5');
  const shift = readShift(scan);
  if (shift === undefined) return undefined;
  const markAt = scan.at;
  const after = takeMark(scan);
  if (after) noteBeyond(scan, markAt, 'a time has no mark in EDTF: drop the mark or the time');
  const time = {
    hour,
    minute,
    fraction,
    shift,
    ...(second !== undefined && {second}),
    ...(after && {after}),
  };
  const fault = faultOfClock(time, date);
  return fault === undefined ? time : failAt(scan, at, fault);
}

function faultOfClock(time: EdtfTime, date: EdtfDate): string | undefined {
  const {hour, minute, second = 0, fraction} = time;
  if (hour > 24) return 'an hour is 00 to 23';
  if (minute > 59) return 'a minute is 00 to 59';
  if (hour === 24 && (minute > 0 || second > 0 || Number(fraction) > 0))
    return 'a day ends at 24:00:00';
  if (second === 60 && isLeapSecond(time, date)) return undefined;
  if (second > 59) return 'a second is 00 to 59 (60 in a leap second only, with Z or an offset)';
  return undefined;
}

/**
Whether second 60 can be: the last of a 30 June or 31 December in UTC. Local time without a shift
cannot tell and is refused.
Source: ITU-R TF.460-6, Annex 1 §2.1.
*/
function isLeapSecond(time: EdtfTime, date: EdtfDate): boolean {
  const shift = shiftMinutes(time);
  if (shift === undefined) return false;
  const minutes = time.hour * 60 + time.minute - shift;
  const day = `${date.month?.digits ?? ''}-${date.day?.digits ?? ''}`;
  if (minutes === 1439) return day === '06-30' || day === '12-31';
  return minutes === -1 && (day === '07-01' || day === '01-01');
}

function readShift(scan: Scan): string | undefined {
  const at = scan.at;
  if (take(scan, /Z/y)) return 'Z';
  if (scan.text[at] === 'z') return failAt(scan, at, 'UTC is a capital Z');
  const shift = take(scan, /[+-]\d\d(?::\d\d)?/y);
  if (shift === '')
    return /[+-]/.test(scan.text[at] ?? '') ? failAt(scan, at, 'an offset is written +hh:mm') : '';
  const more = take(scan, /[0-9:]+/y);
  if (more !== '') return failAt(scan, at, faultOfShift(shift, more));
  const minutes = shiftMinutes({hour: 0, minute: 0, fraction: '', shift}) ?? 0;
  if (Number(shift.slice(4, 6)) > 59) return failAt(scan, at, 'minutes of an offset are 00 to 59');
  if (minutes === 0 && shift.startsWith('-'))
    return failAt(scan, at, 'no offset is -00: write +00:00');
  if (minutes < LOWEST_SHIFT || minutes > HIGHEST_SHIFT)
    return failAt(scan, at, 'an offset from UTC is -12:00 to +14:00');
  return shift;
}

function faultOfShift(shift: string, more: string): string {
  return /^\d\d$/.test(more) && shift.length === 3
    ? `an offset is written with a colon: ${shift}:${more}`
    : 'an offset is written +hh:mm';
}
