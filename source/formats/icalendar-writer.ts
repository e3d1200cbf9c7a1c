import type {Chronology, TimelineEvent, When} from '../core/events/chronology.js';
import {localFromCivil} from '../core/time/civil-calendar.js';
import {parseEdtf} from '../core/time/edtf.js';
import {isProblem, resolveEnds, resolveWhen} from '../core/time/resolve-when.js';
import type {CalendarParts} from './calendar-parts.js';
import {daysOfBounds, partsOfLocal, plainDates} from './export-dates.js';
import {lossesOutside} from './export-losses.js';
import {dateLines as dateWordLines, indexForExport, type ExportIndex} from './export-words.js';
import type {Loss, WriteResult} from './format.js';
import {toSafeUrl} from './html-to-text.js';

const DAY_MS = 86_400_000;

/**
Write one calendar with a VEVENT for each event that a calendar can hold: dated within the years 1
to 9999, with a known beginning or end.

Times are in UTC, days are days. What iCalendar has no words for stands in properties of our own
(`X-TICKTOCK-EDTF`, `-ZONE`, `-STATED`, `-BASIS`, `-REASON`, `-SIDE`, `-ID`), which other programs pass
over; that a date is inferred, and what plain days leave unsaid of it, is said in the description too,
which all of them show. DTSTAMP is a
fixed moment, so that the same chronology gives the same file.
Source: RFC 5545; RFC 7986 (NAME).
*/
export async function writeICalendar(chronology: Chronology): Promise<WriteResult> {
  const losses: Loss[] = [];
  const index = indexForExport(chronology);
  const sides = new Map(chronology.sides.map(({id, name}) => [id, name]));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ticktock//chronology//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(chronology.title)}`,
    `X-WR-CALNAME:${escapeText(chronology.title)}`,
    `X-WR-TIMEZONE:${chronology.timezone}`,
  ];
  if (chronology.summary !== undefined)
    lines.push(`X-WR-CALDESC:${escapeText(chronology.summary)}`);
  for (const [at, event] of chronology.events.entries()) {
    const row = at + 1;
    const dates = dateLines(event, chronology.timezone);
    if (dates === undefined) {
      losses.push({
        row,
        field: '*',
        what: 'left out: a calendar needs a day in the years 1 to 9999',
      });
      continue;
    }
    if (!dates.isExact) {
      losses.push({
        row,
        field: 'when.edtf',
        what: 'other programs show the plain days or times nearest to the date',
      });
    }
    lines.push(
      'BEGIN:VEVENT',
      `UID:${event.id}@ticktock.invalid`,
      'DTSTAMP:20000101T000000Z',
      ...dates.lines,
    );
    lines.push(...textLines(event, row, index, sides.get(event.side ?? ''), losses), 'END:VEVENT');
  }
  lines.push('END:VCALENDAR');
  losses.push(
    ...lossesOutside(chronology, {
      format: 'iCalendar',
      events: [
        ...[
          'id',
          'title',
          'summary',
          'when.edtf',
          'when.stated',
          'when.basis',
          'when.reason',
          'when.timezone',
          'side',
          'tags',
          'urls',
        ],
        ...['note', 'where'],
      ],
      whole: ['title', 'summary', 'timezone'],
    }),
  );
  return Promise.resolve({
    text: lines.map((line) => `${fold(line)}\r\n`).join(''),
    losses: losses.sort((one, other) => one.row - other.row),
  });
}

/** DTSTART and DTEND, and our own date besides; undefined when a calendar cannot hold it. */
function dateLines(
  event: TimelineEvent,
  zone: string,
): {readonly lines: readonly string[]; readonly isExact: boolean} | undefined {
  const {when} = event;
  const own = [
    `X-TICKTOCK-EDTF:${when.edtf}`,
    ...(when.timezone === undefined ? [] : [`X-TICKTOCK-ZONE:${when.timezone}`]),
    ...(when.stated === undefined ? [] : [`X-TICKTOCK-STATED:${escapeText(when.stated)}`]),
    ...(when.basis === 'inferred' ? ['X-TICKTOCK-BASIS:inferred'] : []),
    ...(when.reason === undefined ? [] : [`X-TICKTOCK-REASON:${escapeText(when.reason)}`]),
  ];
  const plain = plainDates(event, zone);
  if (plain === undefined) return undefined;
  if (/T\d/.test(when.edtf) && plain.start.hour !== undefined) {
    const resolved = resolveWhen(when, zone);
    if (!isProblem(resolved) && isInYears(resolved.start) && isInYears(resolved.end)) {
      const last = plain.end === undefined ? undefined : endInstant(when, zone, plain.end);
      const end = last === undefined || last <= resolved.start ? [] : [`DTEND:${stamp(last)}`];
      return {lines: [`DTSTART:${stamp(resolved.start)}`, ...end, ...own], isExact: plain.isExact};
    }
  }
  const whole =
    plain.start.day === undefined || (plain.end !== undefined && plain.end.day === undefined);
  const days = whole ? (daysOfBounds(event, zone) ?? plain) : plain;
  const start = dayLocal(days.start);
  const end = days.end === undefined ? undefined : dayLocal(days.end);
  if (start === undefined || (days.end !== undefined && end === undefined)) return undefined;
  const last = end === undefined ? [] : [`DTEND;VALUE=DATE:${dayText(end + DAY_MS)}`];
  return {
    lines: [`DTSTART;VALUE=DATE:${dayText(start)}`, ...last, ...own],
    isExact: plain.isExact && !whole && plain.start.hour === undefined,
  };
}

/** The moment that an end names, whatever its precision; of a day without a time its last moment. */
function endInstant(when: When, zone: string, end: CalendarParts): number | undefined {
  const parsed = parseEdtf(when.edtf);
  const bounds = parsed.ok ? resolveEnds(parsed.value, when.timezone ?? zone)?.end : undefined;
  return end.hour === undefined ? bounds?.latest : bounds?.earliest;
}

function textLines(
  event: TimelineEvent,
  row: number,
  index: ExportIndex,
  side: string | undefined,
  losses: Loss[],
): string[] {
  const places = (event.where ?? []).flatMap((id) => index.places.get(id) ?? []);
  const [place] = places;
  if (places.length > 1)
    losses.push({row, field: 'where', what: 'the places stand in one line, without coordinates'});
  const hasPoint =
    places.length === 1 && place?.latitude !== undefined && place.longitude !== undefined;
  const urls = (event.urls ?? []).filter((url) => toSafeUrl(url) === url);
  if (urls.length !== (event.urls ?? []).length)
    losses.push({row, field: 'urls', what: 'addresses that are not of the web'});
  const optional = (name: string, text: string | undefined) =>
    text === undefined || text === '' ? [] : [`${name}:${escapeText(text)}`];
  return [
    `SUMMARY:${escapeText(event.title)}`,
    ...optional(
      'DESCRIPTION',
      [event.summary ?? '', dateWordLines(event.when)].filter((part) => part !== '').join('\n'),
    ),
    ...optional('LOCATION', places.map(({name}) => name).join('; ')),
    ...(hasPoint ? [`GEO:${place.latitude};${place.longitude}`] : []),
    ...(event.tags === undefined || event.tags.length === 0
      ? []
      : [`CATEGORIES:${event.tags.map(escapeText).join(',')}`]),
    ...urls.map((url, at) => (at === 0 ? `URL:${url}` : `ATTACH:${url}`)),
    ...optional('COMMENT', event.note),
    ...optional('X-TICKTOCK-SIDE', side),
    `X-TICKTOCK-ID:${event.id}`,
  ];
}

function isInYears(instant: number): boolean {
  return (
    instant >= localFromCivil({year: 1, month: 1, day: 2}) &&
    instant < localFromCivil({year: 9999, month: 12, day: 30})
  );
}

function dayLocal({year, month, day}: CalendarParts): number | undefined {
  const local = localFromCivil({year, month: month ?? 1, day: day ?? 1});
  return isInYears(local) ? local : undefined;
}

function dayText(local: number): string {
  const {year, month = 1, day = 1} = partsOfLocal(local);
  return `${pad(year, 4)}${pad(month)}${pad(day)}`;
}

function stamp(instant: number): string {
  const {hour = 0, minute = 0, second = 0} = partsOfLocal(instant);
  return `${dayText(instant)}T${pad(hour)}${pad(minute)}${pad(second)}Z`;
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}

/** Source: RFC 5545 §3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\n|\r/g, '\\n');
}

/** Folds a line at 75 octets, never within a character (RFC 5545 §3.1). */
function fold(line: string): string {
  if (line.length <= 24) return line;
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const char of line) {
    const code = char.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    // A folded line begins with a blank, which counts.
    if (octets + size > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece);
      piece = '';
      octets = 0;
    }
    piece += char;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}
