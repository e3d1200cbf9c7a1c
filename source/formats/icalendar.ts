import {startRuleBudget} from './expand-rule.js';
import type {Format, FormatInput, ReadResult} from './format.js';
import {addCalendarEntry} from './icalendar-entry.js';
import type {CalendarContext} from './icalendar-occurrences.js';
import {
  type ICalCalendar,
  type ICalLibrary,
  lineOfEntry,
  splitCalendars,
} from './icalendar-parts.js';
import {startZones, type ZoneDefinition, zoneName} from './icalendar-zones.js';
import {writeICalendar} from './icalendar-writer.js';
import {type Import, startImport} from './imported-chronology.js';

const FORMAT_NAME = 'iCalendar';

/**
iCalendar files (`.ics`), also with several calendars in one file.

An entry is a VEVENT, VTODO or VJOURNAL with a date; a recurring entry is one entry and gives an
event for each occurrence, bounded. An entry that changes one occurrence (RECURRENCE-ID) is an
entry of its own and stands in place of that occurrence.
Source: RFC 5545, RFC 7986 (names of calendars).
*/
export const iCalendarFormat: Format = {
  id: 'icalendar',
  name: FORMAT_NAME,
  detect: (head) => (/^\s{0,200}BEGIN:VCALENDAR\s*$/im.test(head.text.slice(0, 4096)) ? 1 : 0),
  read: readICalendar,
  lineOfRow: ({text}, entry) => Promise.resolve(lineOfEntry(text, entry)),
  write: writeICalendar,
};

async function readICalendar(input: FormatInput): Promise<ReadResult> {
  const {default: library} = await import('ical.js');
  const found = startImport(input.name, FORMAT_NAME);
  const calendars = splitCalendars(input.text);
  const texts = calendars.map((calendar) => textsOf(calendar));
  const names = texts.map(({name}) => name).filter((name) => name !== undefined);
  const timezone = texts.map((text) => text.timezone).find((zone) => zone !== undefined) ?? 'UTC';
  const budget = startRuleBudget();
  let entries = 0;
  for (const [index, calendar] of calendars.entries()) {
    const own = texts[index];
    const first = entries + 1;
    if (calendar.lines.some((line) => /^version[^:]*:\s*1\.0\s*$/i.test(line)))
      found.lose(0, 'VERSION', 'vCalendar 1.0, older than iCalendar: its rules are not followed');
    const unknownZones = new Map<string, string | undefined>();
    const context: CalendarContext = {
      library,
      budget,
      timezone: own?.timezone ?? timezone,
      defaultTimezone: timezone,
      side: calendars.length > 1 ? (own?.name ?? `Calendar ${index + 1}`) : undefined,
      zoneOf: startZones(zonesOf(calendar, library, found), (tzid, offset) =>
        unknownZones.set(tzid, offset),
      ),
      replaced: new Map(),
    };
    entries += calendar.entries.length;
    // What changes an occurrence may stand before or after the entry that it changes.
    for (const isChange of [true, false]) {
      for (const [at, entry] of calendar.entries.entries()) {
        const changes = entry.lines.some((line) => /^recurrence-id[;:]/i.test(line));
        if (changes === isChange) addCalendarEntry(found, context, entry, first + at);
      }
    }
    for (const [tzid, offset] of unknownZones) {
      const how = offset === undefined ? `in ${context.timezone}` : `at ${offset} all the year`;
      found.lose(0, 'TZID', `no zone is named “${tzid}”; its times are read ${how}`);
    }
    if (calendar.hasOpenZone)
      found.lose(0, 'VTIMEZONE', 'a time zone is not closed by END:VTIMEZONE');
    for (const name of new Set(calendar.unknown))
      found.lose(0, name, 'a component that is not read');
  }
  if (!calendars.some((calendar) => calendar.isOpened || calendar.entries.length > 0)) {
    found.addProblem({
      severity: 'error',
      message: 'there is no BEGIN:VCALENDAR in the file',
      fix: 'check that it is a calendar, or leave --from out',
    });
  }
  return found.finish({
    entries,
    title: [...new Set(names)].slice(0, 5).join(', '),
    summary: texts.map(({summary}) => summary).find((summary) => summary !== undefined),
    timezone,
  });
}

/** The name, description and zone of a calendar, as programs write them. */
function textsOf(calendar: ICalCalendar): {name?: string; summary?: string; timezone?: string} {
  const value = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const line = calendar.lines.find((one) => new RegExp(`^${name}[;:]`, 'i').test(one));
      const text = line?.slice(line.indexOf(':') + 1).trim();
      if (text !== undefined && text !== '')
        return text.replace(/\\n/gi, ' ').replace(/\\(.)/g, '$1');
    }
    return undefined;
  };
  const name = value('X-WR-CALNAME', 'NAME');
  const summary = value('X-WR-CALDESC', 'DESCRIPTION');
  const named = zoneName(value('X-WR-TIMEZONE', 'TIMEZONE-ID'));
  const tzids = calendar.zones.flatMap((lines) => lines.filter((line) => /^tzid[;:]/i.test(line)));
  const only =
    tzids.length === 1 ? zoneName(tzids[0]?.slice((tzids[0]?.indexOf(':') ?? 0) + 1)) : undefined;
  const timezone = named ?? only;
  return {
    ...(name !== undefined && {name}),
    ...(summary !== undefined && {summary}),
    ...(timezone !== undefined && {timezone}),
  };
}

function zonesOf(calendar: ICalCalendar, library: ICalLibrary, found: Import): ZoneDefinition[] {
  return calendar.zones.slice(0, 1000).flatMap((lines) => {
    const value = (name: string) =>
      lines
        .find((line) => new RegExp(`^${name}[;:]`, 'i').test(line))
        ?.replace(/^[^:]*:/, '')
        .trim();
    const tzid = value('TZID');
    if (tzid === undefined) {
      found.lose(0, 'VTIMEZONE', 'a time zone without a name');
      return [];
    }
    let zone: InstanceType<ICalLibrary['Timezone']> | undefined;
    const offsetAt = (localMs: number): number => {
      try {
        zone ??= new library.Timezone(library.Component.fromString(lines.join('\r\n')));
        const date = new Date(Math.min(Math.max(localMs, -62e12), 4e12));
        const time = library.Time.fromData(
          {
            year: date.getUTCFullYear(),
            month: date.getUTCMonth() + 1,
            day: date.getUTCDate(),
            hour: date.getUTCHours(),
            minute: date.getUTCMinutes(),
            second: date.getUTCSeconds(),
          },
          zone,
        );
        return zone.utcOffset(time) * 1000;
      } catch {
        return 0;
      }
    };
    return [{tzid, location: value('X-LIC-LOCATION'), offsetAt}];
  });
}
