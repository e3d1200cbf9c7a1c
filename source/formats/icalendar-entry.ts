import type {When} from '../core/events/chronology.js';
import {parseEdtf} from '../core/time/edtf.js';
import {isZoneName} from '../core/time/zone.js';
import {edtfInterval} from './calendar-parts.js';
import {htmlToText} from './html-to-text.js';
import type {ICalEntry, ICalProperty} from './icalendar-parts.js';
import {expandRule, type ICalLibrary, type StepBudget} from './icalendar-recurrence.js';
import {
  DAY_MS,
  edtfOfMoment,
  type ICalMoment,
  type ICalZone,
  instantOf,
  momentAt,
  readMoment,
} from './icalendar-times.js';
import type {Import, ImportedEvent} from './imported-chronology.js';

/** What the entries of a calendar share while it is read. */
export type CalendarContext = {
  readonly library: ICalLibrary;
  readonly budget: StepBudget;
  /** IANA zone of the calendar, for floating times. */
  readonly timezone: string;
  /** IANA zone of the chronology. */
  readonly defaultTimezone: string;
  /** The lane, when the file has several calendars. */
  readonly side: string | undefined;
  readonly zoneOf: (tzid: string) => ICalZone;
  /** Occurrences that an entry of their own replaces, by UID. */
  readonly replaced: Map<string, ICalMoment[]>;
};

/** Bookkeeping of calendar programs: not worth a line in the report of losses. */
const BOOKKEEPING = new Set(
  'uid dtstamp created last-modified sequence transp request-status x-lic-error'.split(' '),
);
const READ = new Set(
  (
    'dtstart dtend duration due completed summary description location geo url attach image categories ' +
    'organizer attendee contact comment status class rrule rdate exdate recurrence-id conference ' +
    'x-alt-desc x-ticktock-edtf x-ticktock-zone x-ticktock-stated x-ticktock-id x-ticktock-side'
  ).split(' '),
);
/** Most occurrences listed by RDATE that are taken. */
const MOST_LISTED = 1000;

type Span = {readonly start: ICalMoment; readonly end: ICalMoment | undefined};
type Properties = ReadonlyMap<string, readonly ICalProperty[]>;

/** Add the events of one entry, or refuse it with the reason. */
export function addCalendarEntry(
  found: Import,
  context: CalendarContext,
  entry: ICalEntry,
  row: number,
): void {
  if (entry.component === 'VFREEBUSY')
    return found.refuse(row, 'VFREEBUSY', 'free and busy times tell of no event');
  const properties = readProperties(entry, row, found, context.library);
  if (!entry.isClosed) found.lose(row, 'END', `the entry is not closed by END:${entry.component}`);
  const span = readSpan(entry, properties, row, found, context);
  if (typeof span === 'string') return found.refuse(row, 'DTSTART', span);
  if (!span.start.isDate && span.start.zone.kind === 'floating') {
    found.lose(row, 'DTSTART', `the time names no zone; it is read in ${context.timezone}`);
  }
  const spans = expand(span, properties, row, found, context);
  if (spans.length === 0) {
    return found.refuse(row, 'RRULE', 'every occurrence is left out or changed by another entry');
  }
  reportLosses(entry, properties, row, found);
  const texts = readTexts(properties, entry, row, found, context);
  const own = spans.length === 1 ? readOwn(properties, row, found) : undefined;
  for (const one of spans) {
    found.addEvent({
      ...texts,
      entry: row,
      when: own ?? whenOf(one, context),
    });
  }
}

function readProperties(
  entry: ICalEntry,
  row: number,
  found: Import,
  library: ICalLibrary,
): Properties {
  const properties = new Map<string, ICalProperty[]>();
  for (const line of entry.lines) {
    const name = /^[A-Za-z0-9-]{1,60}/.exec(line)?.[0].toLowerCase();
    try {
      const [, parameters, type, ...values] = library.parse.property(line) as unknown as [
        string,
        ICalProperty['parameters'],
        string | null,
        ...unknown[],
      ];
      if (name === undefined) throw new Error('no name');
      const same = properties.get(name) ?? [];
      same.push({
        name,
        parameters,
        type: type ?? 'text',
        values: textsOf(name, type, values, line),
      });
      properties.set(name, same);
    } catch {
      if (name === 'rrule') properties.set(name, [{name, parameters: {}, type: 'bad', values: []}]);
      found.lose(
        row,
        name?.toUpperCase() ?? '*',
        `a line that cannot be read: ${line.slice(0, 60)}`,
      );
    }
  }
  return properties;
}

/**
Values as ical.js gives them, but for two: those of unknown properties it leaves escaped, and of a
list it takes an escaped backslash before a comma for an escaped comma (2.2.1).
*/
function textsOf(
  name: string,
  type: string | null,
  values: readonly unknown[],
  line: string,
): readonly unknown[] {
  if (type === 'unknown') return values.map((value) => unescapeText(String(value)));
  if (name !== 'categories') return values;
  const raw = /^[^":]*(?:"[^"]*"[^":]*)*:(.*)$/s.exec(line)?.[1] ?? '';
  return (raw.match(/(?:\\.|[^\\,])+/gs) ?? []).map(unescapeText);
}

/** Source: RFC 5545 §3.3.11. */
function unescapeText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, char: string) =>
    char.toLowerCase() === 'n' ? '\n' : char,
  );
}

function readSpan(
  entry: ICalEntry,
  properties: Properties,
  row: number,
  found: Import,
  context: CalendarContext,
): Span | string {
  const moment = (name: string): ICalMoment | undefined => {
    const property = properties.get(name)?.[0];
    return property === undefined
      ? undefined
      : readMoment(property.values[0], property, context.zoneOf);
  };
  const isTodo = entry.component === 'VTODO';
  const start = moment('dtstart') ?? (isTodo ? (moment('due') ?? moment('completed')) : undefined);
  if (start === undefined)
    return properties.has('dtstart') ? 'the date cannot be read' : 'there is no date';
  const given = moment(isTodo ? 'due' : 'dtend');
  const duration = properties.get('duration')?.[0]?.values[0];
  let end = given;
  if (given === undefined && typeof duration === 'string') {
    end = addDuration(start, duration, context.library);
    if (end === undefined) found.lose(row, 'DURATION', `the duration “${duration}” cannot be read`);
  } else if (given === undefined && properties.has('dtend'))
    found.lose(row, 'DTEND', 'the end cannot be read');
  if (end === undefined) return {start, end: undefined};
  if (end.isDate !== start.isDate) {
    found.lose(
      row,
      'DTEND',
      'one of start and end is a day and the other a time; the end is left out',
    );
    return {start, end: undefined};
  }
  const length = instantOf(end) - instantOf(start);
  if (length < 0) {
    found.lose(row, 'DTEND', `the end ${edtfOfMoment(end)} is before the start`);
    return {start, end: undefined};
  }
  if (start.isDate) {
    // The end of a span of days is the day after; a task is due on its last day.
    const last = isTodo || end.local === start.local ? end.local : end.local - DAY_MS;
    return {start, end: {...end, local: last}};
  }
  return {start, end: momentAt(instantOf(end), start.zone)};
}

/** Days and weeks are counted on the calendar, hours and less by the clock (RFC 5545 §3.3.6). */
function addDuration(
  start: ICalMoment,
  value: string,
  library: ICalLibrary,
): ICalMoment | undefined {
  try {
    const duration = library.Duration.fromString(value);
    const sign = duration.isNegative ? -1 : 1;
    const days = sign * (duration.weeks * 7 + duration.days) * DAY_MS;
    const rest = sign * (duration.hours * 3600 + duration.minutes * 60 + duration.seconds) * 1000;
    if (!Number.isFinite(days + rest) || Math.abs(days + rest) > 1e15) return undefined;
    const shifted = {...start, local: start.local + days};
    return rest === 0 || start.isDate ? shifted : momentAt(instantOf(shifted) + rest, start.zone);
  } catch {
    return undefined;
  }
}

/** All occurrences of an entry, in order: RRULE and RDATE, without EXDATE and without those replaced. */
function expand(
  span: Span,
  properties: Properties,
  row: number,
  found: Import,
  context: CalendarContext,
): Span[] {
  const uid = text(properties, 'uid');
  const changed = properties.get('recurrence-id')?.[0];
  if (changed !== undefined) {
    const moment = readMoment(changed.values[0], changed, context.zoneOf);
    if (moment === undefined)
      found.lose(row, 'RECURRENCE-ID', 'the occurrence it changes cannot be read');
    else context.replaced.set(uid, [...(context.replaced.get(uid) ?? []), moment]);
    if (changed.parameters['range'] !== undefined) {
      found.lose(
        row,
        'RECURRENCE-ID',
        'it changes later occurrences too; only this one is changed',
      );
    }
    return [span];
  }
  const rules = properties.get('rrule') ?? [];
  const listed = readListed(properties.get('rdate') ?? [], span, row, found, context);
  if (rules.length === 0 && listed.length === 0) return [span];
  const spans: Span[] = rules.length === 0 ? [span] : [];
  for (const rule of rules) {
    const value = ruleText(rule);
    const result = expandRule(value, span.start, context.library, context.budget);
    if (typeof result === 'string') {
      found.lose(row, 'RRULE', `the rule ${value} cannot be read: ${result}`);
      spans.push(span);
      continue;
    }
    spans.push(...result.locals.map((local) => shift(span, {...span.start, local})));
    const stopped = result.stopped === undefined ? '' : `; ${result.stopped}`;
    found.lose(
      row,
      'RRULE',
      `the rule ${value} is kept as ${result.locals.length} single events${stopped}`,
    );
  }
  const left = [...(properties.get('exdate') ?? []), ...(properties.get('exrule') ?? [])]
    .flatMap((property) =>
      property.values.map((value) => readMoment(value, property, context.zoneOf)),
    )
    .filter((moment) => moment !== undefined);
  const gone = [...left, ...(context.replaced.get(uid) ?? [])];
  const goneKeys = new Set(gone.map(keyOf));
  const goneDays = new Set(
    gone.filter(({isDate}) => isDate).map(({local}) => Math.floor(local / DAY_MS)),
  );
  const kept = new Map<string, Span>();
  for (const one of [...spans, ...listed]) {
    const isGone =
      goneKeys.has(keyOf(one.start)) || goneDays.has(Math.floor(one.start.local / DAY_MS));
    if (!isGone && !kept.has(keyOf(one.start))) kept.set(keyOf(one.start), one);
  }
  return [...kept.values()].sort((a, b) => instantOf(a.start) - instantOf(b.start));
}

function keyOf(moment: ICalMoment): string {
  return moment.isDate ? `day ${Math.floor(moment.local / DAY_MS)}` : String(instantOf(moment));
}

/** Occurrences listed one by one, as dates or as periods with their own length. */
function readListed(
  properties: readonly ICalProperty[],
  span: Span,
  row: number,
  found: Import,
  context: CalendarContext,
): Span[] {
  const spans: Span[] = [];
  const values = properties.flatMap((property) =>
    property.values.map((value) => ({property, value})),
  );
  for (const {property, value} of values.slice(0, MOST_LISTED)) {
    const [from, to] = Array.isArray(value) ? (value as unknown[]) : [value, undefined];
    const start = readMoment(from, property, context.zoneOf);
    if (start === undefined) {
      found.lose(row, 'RDATE', `the date ${String(from).slice(0, 40)} cannot be read`);
      continue;
    }
    const onClock =
      start.isDate === span.start.isDate && !start.isDate
        ? momentAt(instantOf(start), span.start.zone)
        : start;
    const moved = shift(span, onClock);
    if (typeof to !== 'string') spans.push(moved);
    else {
      const end = to.startsWith('P')
        ? addDuration(start, to, context.library)
        : readMoment(to, property, context.zoneOf);
      spans.push({
        start: moved.start,
        end: end === undefined ? undefined : momentAt(instantOf(end), onClock.zone),
      });
    }
  }
  if (values.length > MOST_LISTED)
    found.lose(row, 'RDATE', `only the first ${MOST_LISTED} dates are kept`);
  return spans;
}

/** The same length from another start. */
function shift(span: Span, start: ICalMoment): Span {
  if (span.end === undefined || span.start.isDate !== start.isDate) return {start, end: undefined};
  if (start.isDate)
    return {start, end: {...span.end, local: start.local + span.end.local - span.start.local}};
  return {
    start,
    end: momentAt(instantOf(start) + instantOf(span.end) - instantOf(span.start), start.zone),
  };
}

/** The date as our own writer leaves it beside the plain one; undefined when it is not there. */
function readOwn(properties: Properties, row: number, found: Import): When | undefined {
  const edtf = text(properties, 'x-ticktock-edtf');
  if (edtf === '') return undefined;
  if (!parseEdtf(edtf).ok) {
    found.lose(row, 'X-TICKTOCK-EDTF', `no date: ${edtf.slice(0, 40)}`);
    return undefined;
  }
  const stated = text(properties, 'x-ticktock-stated');
  const timezone = text(properties, 'x-ticktock-zone');
  return {
    edtf,
    ...(stated !== '' && {stated}),
    ...(isZoneName(timezone) && {timezone}),
    basis: 'stated',
  };
}

function whenOf({start, end}: Span, context: CalendarContext): When {
  const from = edtfOfMoment(start);
  const to = end === undefined ? from : edtfOfMoment(end);
  const {zone} = start;
  const isLocal = start.isDate || zone.kind === 'floating';
  const timezone = isLocal ? context.timezone : zone.kind === 'named' ? zone.name : undefined;
  return {
    edtf: edtfInterval(from, to) ?? from,
    ...(timezone !== undefined && timezone !== context.defaultTimezone && {timezone}),
    basis: 'stated',
  };
}

function readTexts(
  properties: Properties,
  entry: ICalEntry,
  row: number,
  found: Import,
  context: CalendarContext,
): Omit<ImportedEvent, 'entry' | 'when'> {
  const summary = text(properties, 'summary');
  const plain = text(properties, 'description');
  const markup = plain === '' ? text(properties, 'x-alt-desc') : plain;
  // Calendar programs put HTML into descriptions; our own writer never does.
  const isOurs = properties.has('x-ticktock-id');
  const description =
    !isOurs && /<[a-z/][^>]{0,1000}>/i.test(markup) ? htmlToText(markup) : {text: markup, urls: []};
  if (summary === '') found.lose(row, 'SUMMARY', 'there is no title; the description gives one');
  const status = text(properties, 'status').toUpperCase();
  const tags = [
    ...all(properties, 'categories'),
    ...(entry.component === 'VTODO'
      ? ['to-do']
      : entry.component === 'VJOURNAL'
        ? ['journal']
        : []),
    ...(['CANCELLED', 'TENTATIVE', 'DRAFT'].includes(status) ? [status.toLowerCase()] : []),
  ];
  const notes = [
    ...all(properties, 'comment'),
    ...all(properties, 'contact').map((who) => `Contact: ${who}`),
  ];
  const addresses = ['url', 'attach', 'image', 'conference'].flatMap((name) =>
    all(properties, name),
  );
  const geo = properties.get('geo')?.[0]?.values[0];
  const [latitude, longitude] = Array.isArray(geo) ? (geo as unknown[]) : [];
  const hasGeo = isDegrees(latitude, 90) && isDegrees(longitude, 180);
  if (geo !== undefined && !hasGeo) found.lose(row, 'GEO', 'the coordinates cannot be read');
  const location = text(properties, 'location');
  const side = text(properties, 'x-ticktock-side');
  return {
    id: text(properties, 'x-ticktock-id') || undefined,
    title: summary || description.text.split('\n')[0]?.slice(0, 60) || `Entry ${row}`,
    summary: description.text,
    note: notes.join('\n'),
    side: side === '' ? context.side : side,
    places:
      location === '' && !hasGeo
        ? []
        : [
            {
              name: location || `${latitude as number}, ${longitude as number}`,
              ...(hasGeo && {latitude, longitude}),
            },
          ],
    actors: [
      ...people(properties, 'organizer', 'organiser'),
      ...people(properties, 'attendee', 'attendee'),
    ],
    tags,
    urls: [...addresses, ...description.urls],
  };
}

function reportLosses(entry: ICalEntry, properties: Properties, row: number, found: Import): void {
  for (const [name, same] of properties) {
    if (BOOKKEEPING.has(name) || READ.has(name)) continue;
    const value = String(same[0]?.values[0] ?? '').trim();
    if (value !== '')
      found.lose(
        row,
        name.toUpperCase(),
        `a property that has no place here: ${value.slice(0, 60)}`,
      );
  }
  for (const name of new Set(entry.inner))
    found.lose(row, name, 'a part of the entry that is not kept');
  if (!['', 'PUBLIC'].includes(text(properties, 'class').toUpperCase())) {
    found.lose(row, 'CLASS', `the entry is marked ${text(properties, 'class')}`);
  }
  if (
    (properties.get('attendee') ?? []).some(({parameters}) => parameters['partstat'] !== undefined)
  ) {
    found.lose(row, 'ATTENDEE', 'who accepted and who declined');
  }
  if ((properties.get('attach') ?? []).some(({type}) => type === 'binary')) {
    found.lose(row, 'ATTACH', 'a file inside the entry');
  }
}

function people(
  properties: Properties,
  name: string,
  role: string,
): {name: string; role: string}[] {
  return (properties.get(name) ?? []).flatMap(({parameters, values}) => {
    const named = parameters['cn'];
    const address = String(values[0] ?? '').replace(/^mailto:/i, '');
    const who = typeof named === 'string' && named.trim() !== '' ? named.trim() : address;
    return who === '' ? [] : [{name: who, role}];
  });
}

/** The rule as ical.js takes it back: a recur value is an object in jCal. */
function ruleText({values}: ICalProperty): string {
  const value = values[0];
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return Object.entries(value)
    .map(([name, part]) => {
      const texts = (Array.isArray(part) ? part : [part]).map((one) =>
        name === 'until' ? String(one).replace(/[-:]/g, '') : String(one),
      );
      return `${name.toUpperCase()}=${texts.join(',')}`;
    })
    .join(';');
}

function all(properties: Properties, name: string): string[] {
  return (properties.get(name) ?? [])
    .filter(({type}) => type !== 'binary')
    .flatMap(({values}) => values.map((value) => String(value).trim()))
    .filter((value) => value !== '');
}

function text(properties: Properties, name: string): string {
  const value = properties.get(name)?.[0]?.values[0];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function isDegrees(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit;
}
