import type {EndQuality, EventRow, GlyphKind} from '../events/event-store.js';
import {monthName} from '../time/calendar-names.js';
import {MS_PER_DAY} from '../time/civil-calendar.js';
import {clockWords} from '../time/clock-words.js';
import {yearWords} from '../time/year-words.js';
import {zonedTime} from '../time/zone.js';

const QUALITY_WORDS: Readonly<Record<EndQuality, string>> = {
  certain: '',
  approximate: 'approximate',
  uncertain: 'uncertain',
  'approximate-uncertain': 'approximate and uncertain',
  open: 'open',
  unknown: 'unknown',
};

const KIND_WORDS: Readonly<Record<GlyphKind, string>> = {
  violence: 'violence',
  statement: 'statement',
  movement: 'movement',
  other: 'event',
};

/**
@param zone - IANA zone in which dates are said.
@returns in words what the mark of an event shows, for those who hear the screen: kind, from when to
when, how sure each end is, and whether the date is inferred.
*/
export function describeMark(row: EventRow, zone: string): string {
  const {start, end, startQuality, endQuality, isSpan, isInferred} = row.when;
  const kind = KIND_WORDS[row.glyph];
  const inferred = isInferred ? ', date inferred' : '';
  const isWholeDays = [start, end].every((at) => !Number.isFinite(at) || isMidnight(at, zone));
  // The end is the first moment after it: of whole days the last is named.
  const last = isWholeDays ? end - MS_PER_DAY / 2 : end;
  const from = endWords(start, startQuality, isWholeDays, zone);
  const to = endWords(last, endQuality, isWholeDays, zone);
  if (isSpan) return `${kind} over a span from ${from} to ${to}${inferred}`;
  const isOneDay = isWholeDays && dateWords(start, zone) === dateWords(last, zone);
  if (isOneDay) return `${kind} at some time on ${from}${inferred}`;
  return `${kind} at some time between ${from} and ${to}${inferred}`;
}

function endWords(
  instant: number,
  quality: EndQuality,
  isWholeDays: boolean,
  zone: string,
): string {
  if (!Number.isFinite(instant)) {
    return quality === 'unknown' ? 'an unknown date' : 'an open end';
  }
  const time = isWholeDays ? '' : ` ${clockWords(zonedTime(instant, zone), false)}`;
  const words = QUALITY_WORDS[quality];
  return dateWords(instant, zone) + time + (words === '' ? '' : ` (${words})`);
}

function dateWords(instant: number, zone: string): string {
  const {year, month, day} = zonedTime(instant, zone);
  return `${day} ${monthName(month, 'short')} ${yearWords(year, 'short')}`;
}

function isMidnight(instant: number, zone: string): boolean {
  const {hour, minute, second} = zonedTime(instant, zone);
  return hour === 0 && minute === 0 && second === 0;
}
