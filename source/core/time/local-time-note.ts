import {civilTime} from './civil-calendar.js';
import {clockWords} from './clock-words.js';
import {localBounds} from './edtf-bounds.js';
import type {Edtf, EdtfDate} from './edtf-value.js';
import {instantsOfLocal, zonedTime} from './zone.js';
import {zoneWords} from './zone-words.js';

/**
@param value - a date that was read.
@param zone - IANA zone in which its local times are taken.
@returns what there is to say of a local time that clocks skipped or showed twice: "02:30 came twice
in Berlin time: it may be either"; undefined when every time is clear.
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
  if (!bounds || date.time?.shift !== '') return undefined;
  const found = instantsOfLocal(bounds.start, zone);
  const clock = clockWords(civilTime(bounds.start), false);
  if (found.kind === 'twice') return `${clock} came twice in ${zoneWords(zone)}: it may be either`;
  if (found.kind === 'once') return undefined;
  const taken = clockWords(zonedTime(found.shifted, zone), false);
  return `${clock} never came in ${zoneWords(zone)}, clocks went forward: taken as ${taken}`;
}
