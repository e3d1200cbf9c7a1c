import {civilTime} from './civil-calendar.js';
import {clockWords} from './clock-words.js';
import {dayWords} from './day-words.js';
import {localBounds, type LocalBounds} from './edtf-bounds.js';
import type {Edtf, EdtfDate} from './edtf-value.js';
import {isWholeDay} from './resolve-when.js';
import {earliestInstantOfLocal, instantsOfLocal, zonedTime} from './zone.js';
import {zoneWords} from './zone-words.js';

/**
@param value - a date that was read.
@param zone - IANA zone in which its local times are taken.
@returns what there is to say of a local time that clocks skipped or showed twice, "02:30 came twice
in Berlin time: it may be either", or of a day that never was; undefined when every time is clear.
@throws RangeError for a zone that `isZoneName` refuses (a bug in the caller).
*/
export function localTimeNote({expression}: Edtf, zone: string): string | undefined {
  const ends = expression.kind === 'interval' ? [expression.start, expression.end] : [expression];
  for (const end of ends) {
    const note = end.kind === 'date' ? noteOfTime(end, zone) : undefined;
    if (note !== undefined) return note;
  }
  return undefined;
}

function noteOfTime(date: EdtfDate, zone: string): string | undefined {
  const bounds = localBounds(date);
  if (!bounds) return undefined;
  if (!date.time) return isWholeDay(date) ? noteOfDay(bounds, zone) : undefined;
  if (date.time.shift !== '') return undefined;
  const found = instantsOfLocal(bounds.start, zone);
  if (found.kind === 'once') return undefined;
  const local = civilTime(bounds.start);
  const clock = clockWords(local, false);
  if (found.kind === 'twice') return `${clock} came twice in ${zoneWords(zone)}: it may be either`;
  const taken = zonedTime(found.shifted, zone);
  const day = taken.day === local.day ? '' : ` on ${dayWords(taken)}`;
  return `${clock} never came in ${zoneWords(zone)}, clocks went forward: taken as ${clockWords(taken, false)}${day}`;
}

/** Samoa went from 29 to 31 December 2011. */
function noteOfDay({start, end}: LocalBounds, zone: string): string | undefined {
  const first = instantsOfLocal(start, zone);
  if (first.kind !== 'never' || first.instant < earliestInstantOfLocal(end, zone)) return undefined;
  const next = dayWords(zonedTime(first.instant, zone));
  return `${dayWords(civilTime(start))} never was in ${zoneWords(zone)}: taken as the beginning of ${next}`;
}
