import type {CalendarContext} from './icalendar-occurrences.js';
import {firstText, type ICalProperties, valueText} from './icalendar-properties.js';
import {edtfOfMoment, readMoment} from './icalendar-times.js';
import type {Import, ImportedPlace} from './imported-chronology.js';
import {quoteCell} from './table-cells.js';

/** What a status says beside that all is as it should be (RFC 5545 §3.8.1.11). */
const STATUS_TAGS = new Set(
  'TENTATIVE CANCELLED NEEDS-ACTION COMPLETED IN-PROCESS DRAFT'.split(' '),
);

/** @returns the status of an entry as a tag; none for what is settled. */
export function statusTags(properties: ICalProperties, row: number, found: Import): string[] {
  const status = firstText(properties, 'status').toUpperCase();
  if (STATUS_TAGS.has(status)) return [status.toLowerCase()];
  if (!['', 'CONFIRMED', 'FINAL'].includes(status))
    found.lose(row, 'STATUS', `a status that iCalendar does not name: ${quoteCell(status)}`);
  return [];
}

/** @returns when a task was done, unless that is the only date it has. */
export function completedNotes(properties: ICalProperties, context: CalendarContext): string[] {
  const completed = properties.get('completed')?.[0];
  const isOnly = !properties.has('dtstart') && !properties.has('due');
  if (completed === undefined || isOnly) return [];
  const moment = readMoment(completed.values[0], completed, context.zoneOf);
  return [`Completed: ${moment === undefined ? completed.raw : edtfOfMoment(moment)}`];
}

/** @returns the place of an entry; Apple's calendar writes coordinates and a name into a property of its own. */
export function placeOf(
  properties: ICalProperties,
  row: number,
  found: Import,
): ImportedPlace | undefined {
  const geo = properties.get('geo')?.[0];
  const apple = properties.get('x-apple-structured-location')?.[0];
  const title = apple?.parameters['x-title'];
  const name = firstText(properties, 'location') || (typeof title === 'string' ? title.trim() : '');
  const written = /^\s*(?:geo:)?([-+\d.]+)[;,]([-+\d.]+)/i.exec(geo?.raw ?? apple?.raw ?? '');
  const [latitude, longitude] = [Number(written?.[1]), Number(written?.[2])];
  const hasPoint = written !== null && isDegrees(latitude, 90) && isDegrees(longitude, 180);
  if (!hasPoint && (geo !== undefined || apple !== undefined)) {
    const field = geo === undefined ? 'X-APPLE-STRUCTURED-LOCATION' : 'GEO';
    const raw = geo?.raw ?? apple?.raw;
    found.lose(row, field, `the coordinates cannot be read: ${quoteCell(raw)}`);
  }
  if (name === '' && !hasPoint) return undefined;
  return {name: name || `${latitude}, ${longitude}`, ...(hasPoint && {latitude, longitude})};
}

/** @returns who is named by a property, by name or else by address. */
export function people(
  properties: ICalProperties,
  name: string,
  role: string,
): {name: string; role: string}[] {
  return (properties.get(name) ?? []).flatMap(({parameters, values}) => {
    const named = parameters['cn'];
    const address = valueText(values[0]).replace(/^mailto:/i, '');
    const who = typeof named === 'string' && named.trim() !== '' ? named.trim() : address;
    return who === '' ? [] : [{name: who, role}];
  });
}

function isDegrees(value: number, limit: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= limit;
}
