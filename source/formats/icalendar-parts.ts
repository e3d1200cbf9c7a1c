import type ICAL from 'ical.js';
import {isQuotedPrintable, modernizeLine} from './vcalendar-line.js';

/** The library, as loaded when first needed. */
export type ICalLibrary = typeof ICAL;

/** A content line of iCalendar as ical.js reads it: name, parameters, value type, values. */
export type ICalProperty = {
  /** Lower case. */
  readonly name: string;
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
  readonly type: string;
  readonly values: readonly unknown[];
  /** The value as it stands in the file. */
  readonly raw: string;
};

/** An entry of a calendar (VEVENT, VTODO, VJOURNAL, VFREEBUSY), its lines unfolded. */
export type ICalEntry = {
  readonly component: string;
  readonly lines: readonly string[];
  /** Names of components inside, as `VALARM`. */
  readonly inner: readonly string[];
  /** False when the entry has no END before the file or the calendar ends. */
  readonly isClosed: boolean;
};

/** One VCALENDAR of a file. */
export type ICalCalendar = {
  readonly lines: readonly string[];
  readonly entries: readonly ICalEntry[];
  /** The lines of each VTIMEZONE, BEGIN and END included. */
  readonly zones: readonly (readonly string[])[];
  /** True when one of them has no END in the file. */
  readonly hasOpenZone: boolean;
  /** Components that are neither entries nor time zones. */
  readonly unknown: readonly string[];
  /** True when it begins with BEGIN:VCALENDAR. */
  readonly isOpened: boolean;
};

const ENTRIES = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY']);
const COMPONENT_LINE = /^(BEGIN|END):\s*([A-Za-z0-9-]{1,60})\s*$/i;
const ENTRY_LINE = /^BEGIN:\s*(?:VEVENT|VTODO|VJOURNAL|VFREEBUSY)\s*$/i;

/** @returns the line, from 1, on which an entry begins, counted from 1 over all calendars of the file. */
export function lineOfEntry(text: string, entry: number): number | undefined {
  let left = entry;
  const at = text.split(/\r\n|\n|\r/).findIndex((line) => {
    if (ENTRY_LINE.test(line)) left -= 1;
    return left === 0;
  });
  return at === -1 ? undefined : at + 1;
}

/** A line of more than a million characters is a file in a file: its value is cut off. */
const LONGEST_LINE = 1_000_000;

/**
Cut an iCalendar text into its calendars and their entries, without reading a line of them, so that
one bad line costs one line.

Folded lines are joined. Entries outside a VCALENDAR make a calendar of their own; an entry that
begins before the last one, or a time zone, ended closes it.
Source: RFC 5545 §3.1 (folding), §3.4 and §3.6 (components).
*/
export function splitCalendars(text: string): readonly ICalCalendar[] {
  type Open = {
    lines: string[];
    entries: ICalEntry[];
    zones: (readonly string[])[];
    hasOpenZone: boolean;
    unknown: string[];
    isOpened: boolean;
  };
  const calendars: Open[] = [];
  let calendar: Open | undefined;
  let entry: {component: string; lines: string[]; inner: string[]} | undefined;
  let zone: string[] | undefined;
  let inside: string[] = [];
  const begin = (isOpened = false): Open => {
    const made: Open = {
      lines: [],
      entries: [],
      zones: [],
      hasOpenZone: false,
      unknown: [],
      isOpened,
    };
    calendars.push(made);
    return made;
  };
  const closeEntry = (isClosed: boolean): void => {
    if (entry !== undefined) (calendar ??= begin()).entries.push({...entry, isClosed});
    entry = undefined;
    inside = [];
  };
  const closeZone = (isClosed: boolean): void => {
    if (zone === undefined) return;
    calendar ??= begin();
    calendar.zones.push(isClosed ? zone : [...zone, ...missingEnds(zone)]);
    if (!isClosed) calendar.hasOpenZone = true;
    zone = undefined;
  };
  for (const line of unfold(text)) {
    const [, verb, rawName = ''] = COMPONENT_LINE.exec(line) ?? [];
    const name = rawName.toUpperCase();
    const isBegin = verb?.toUpperCase() === 'BEGIN';
    const isZoneOver =
      name === 'VCALENDAR' || (isBegin && (ENTRIES.has(name) || name === 'VTIMEZONE'));
    if (isZoneOver) closeZone(false);
    if (zone !== undefined) {
      zone.push(line);
      if (verb !== undefined && !isBegin && name === 'VTIMEZONE') closeZone(true);
    } else if (verb !== undefined && name === 'VCALENDAR') {
      closeEntry(false);
      calendar = isBegin ? begin(true) : undefined;
      inside = [];
    } else if (isBegin && ENTRIES.has(name)) {
      closeEntry(false);
      entry = {component: name, lines: [], inner: []};
    } else if (isBegin && name === 'VTIMEZONE') {
      closeEntry(false);
      zone = [line];
    } else if (isBegin) {
      inside.push(name);
      if (entry === undefined) (calendar ??= begin()).unknown.push(name);
      else entry.inner.push(name);
    } else if (verb !== undefined) {
      if (entry?.component === name) closeEntry(true);
      else if (inside.includes(name)) inside = inside.slice(0, inside.lastIndexOf(name));
    } else if (inside.length === 0 && line.trim() !== '') {
      (entry ?? (calendar ??= begin())).lines.push(line);
    }
  }
  closeZone(false);
  closeEntry(false);
  return calendars;
}

/** @returns the END lines without which a component that was broken off cannot be read. */
function missingEnds(lines: readonly string[]): readonly string[] {
  const open: string[] = [];
  for (const line of lines) {
    const [, verb = '', name = ''] = COMPONENT_LINE.exec(line) ?? [];
    if (verb.toUpperCase() === 'BEGIN') open.unshift(name);
    else if (open[0]?.toUpperCase() === name.toUpperCase()) open.shift();
  }
  return open.map((name) => `END:${name}`);
}

/** Joins folded lines; also those folded by a tab, and quoted-printable ones. */
function* unfold(text: string): Generator<string> {
  let pieces: string[] = [];
  let length = 0;
  let isQuoted = false;
  for (const line of linesOf(text)) {
    const last = pieces.at(-1);
    const isSoft = isQuoted && last?.endsWith('=') === true;
    if (last !== undefined && (isSoft || /^[ \t]/.test(line))) {
      if (isSoft) pieces[pieces.length - 1] = last.slice(0, -1);
      if (length < LONGEST_LINE) pieces.push(isSoft ? line : line.slice(1));
      length += line.length;
      continue;
    }
    if (pieces.length > 0) yield modernizeLine(pieces.join(''));
    pieces = [line];
    length = line.length;
    isQuoted = isQuotedPrintable(line);
  }
  if (pieces.length > 0) yield modernizeLine(pieces.join(''));
}

function* linesOf(text: string): Generator<string> {
  let start = 0;
  const pattern = /\r\n|\n|\r/g;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    yield text.slice(start, match.index);
    start = match.index + match[0].length;
  }
  yield text.slice(start);
}
