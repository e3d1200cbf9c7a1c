import type {When} from '../core/events/chronology.js';
import {parseEdtf} from '../core/time/edtf.js';
import {isZoneName} from '../core/time/zone.js';
import {edtfInterval} from './calendar-parts.js';
import {dateLines} from './export-words.js';
import {htmlToText} from './html-to-text.js';
import {completedNotes, people, placeOf, statusTags} from './icalendar-details.js';
import {
  type CalendarContext,
  expandEntry,
  type ICalSpan,
  readSpan,
} from './icalendar-occurrences.js';
import type {ICalEntry} from './icalendar-parts.js';
import {allTexts, firstText, type ICalProperties, readProperties} from './icalendar-properties.js';
import {comesTwice, edtfOfMoment, occurrenceKey, readMoment} from './icalendar-times.js';
import type {Import, ImportedEvent} from './imported-chronology.js';
import {idFromName, quoteCell} from './table-cells.js';

/** Bookkeeping of calendar programs: not worth a line in the report of losses. */
const BOOKKEEPING = new Set(
  'uid dtstamp created last-modified sequence transp request-status x-lic-error'.split(' '),
);
const READ = new Set(
  (
    'dtstart dtend duration due completed summary description location geo url attach image categories ' +
    'organizer attendee contact comment status class rrule exrule rdate exdate recurrence-id conference ' +
    'x-alt-desc x-apple-structured-location x-ticktock-edtf x-ticktock-zone x-ticktock-stated x-ticktock-basis x-ticktock-reason x-ticktock-id x-ticktock-side'
  ).split(' '),
);

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
  for (const name of ['dtstart', 'dtend', 'due']) {
    if (/T\d{4}60/.test(properties.get(name)?.[0]?.raw ?? ''))
      found.lose(row, name.toUpperCase(), 'the leap second, which is read as the second before it');
  }
  const spans = expandEntry(span, properties, row, found, context);
  if (spans.length === 0) {
    return found.refuse(row, 'RRULE', 'every occurrence is left out or changed by another entry');
  }
  reportLosses(entry, properties, row, found);
  const own = spans.length === 1 ? readOwn(properties, row, found) : undefined;
  const texts = readTexts(properties, entry, row, found, context, own);
  const idOf = startEntryIds(properties, context);
  for (const one of spans) {
    found.addEvent({
      ...texts,
      entry: row,
      id: idOf(one),
      when: own ?? whenOf(one, context),
    });
  }
}

/**
An entry is known by its UID, and one of several occurrences by when it begins, or would have begun
had no entry of its own changed it: a new title is no new event.
Source: RFC 5545 §3.8.4.7 (UID), §3.8.4.4 (RECURRENCE-ID).
*/
function startEntryIds(
  properties: ICalProperties,
  context: CalendarContext,
): (span: ICalSpan) => string | undefined {
  const own = firstText(properties, 'x-ticktock-id');
  const uid = firstText(properties, 'uid');
  if (own !== '' || uid === '') return () => own || undefined;
  const id = idFromName('event', uid);
  const changed = properties.get('recurrence-id')?.[0];
  const moment =
    changed === undefined ? undefined : readMoment(changed.values[0], changed, context.zoneOf);
  if (moment !== undefined) return () => `${id}-${occurrenceKey(moment)}`;
  const isRecurring = properties.has('rrule') || properties.has('rdate');
  return ({start}) => (isRecurring ? `${id}-${occurrenceKey(start)}` : id);
}

/** The date as our own writer leaves it beside the plain one; undefined when it is not there. */
function readOwn(properties: ICalProperties, row: number, found: Import): When | undefined {
  const edtf = firstText(properties, 'x-ticktock-edtf');
  if (edtf === '') return undefined;
  if (!parseEdtf(edtf).ok) {
    found.lose(row, 'X-TICKTOCK-EDTF', `no date: ${edtf.slice(0, 40)}`);
    return undefined;
  }
  const stated = firstText(properties, 'x-ticktock-stated');
  const timezone = firstText(properties, 'x-ticktock-zone');
  return {
    edtf,
    ...(stated !== '' && {stated}),
    ...(isZoneName(timezone) && {timezone}),
    ...basisOf(properties),
  };
}

/** Whether our own writer says that the date is inferred; a reason is never missing then. */
function basisOf(properties: ICalProperties): Pick<When, 'basis' | 'reason'> {
  const reason = firstText(properties, 'x-ticktock-reason');
  if (firstText(properties, 'x-ticktock-basis').toLowerCase() !== 'inferred')
    return {basis: 'stated', ...(reason !== '' && {reason})};
  return {basis: 'inferred', reason: reason === '' ? 'The calendar gives no reason.' : reason};
}

function whenOf({start, end}: ICalSpan, context: CalendarContext): When {
  // Of two ends of a span either both have an offset or none.
  const hasOffset = comesTwice(start) || (end !== undefined && comesTwice(end));
  const from = edtfOfMoment(start, hasOffset);
  const to = end === undefined ? from : edtfOfMoment(end, hasOffset);
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
  properties: ICalProperties,
  entry: ICalEntry,
  row: number,
  found: Import,
  context: CalendarContext,
  own: When | undefined,
): Omit<ImportedEvent, 'entry' | 'id' | 'when'> {
  const summary = firstText(properties, 'summary');
  const plain = withoutDateLines(firstText(properties, 'description'), own);
  const markup = plain === '' ? firstText(properties, 'x-alt-desc') : plain;
  // Calendar programs put HTML into descriptions; our own writer never does.
  const isOurs = properties.has('x-ticktock-id');
  const description =
    !isOurs && /<[a-z/][^>]{0,1000}>/i.test(markup) ? htmlToText(markup) : {text: markup, urls: []};
  const title = summary || description.text.split('\n')[0]?.slice(0, 60) || `Entry ${row}`;
  if (summary === '') {
    const giver = description.text === '' ? 'its place in the file' : 'the description';
    found.lose(row, 'SUMMARY', `there is no title; ${giver} gives one`);
  }
  const tags = [
    ...allTexts(properties, 'categories'),
    ...(entry.component === 'VTODO'
      ? ['to-do']
      : entry.component === 'VJOURNAL'
        ? ['journal']
        : []),
    ...statusTags(properties, row, found),
  ];
  const notes = [
    ...allTexts(properties, 'comment'),
    ...allTexts(properties, 'contact').map((who) => `Contact: ${who}`),
    ...completedNotes(properties, context),
  ];
  const addresses = ['url', 'attach', 'image', 'conference'].flatMap((name) =>
    allTexts(properties, name),
  );
  const place = placeOf(properties, row, found);
  const side = firstText(properties, 'x-ticktock-side');
  return {
    title,
    summary: description.text,
    note: notes.join(' · '),
    side: side === '' ? context.side : side,
    places: place === undefined ? [] : [place],
    actors: [
      ...people(properties, 'organizer', 'organiser'),
      ...people(properties, 'attendee', 'attendee'),
    ],
    tags,
    urls: [...addresses, ...description.urls],
  };
}

/** The lines that our own writer adds to a description, taken off. */
function withoutDateLines(description: string, own: When | undefined): string {
  const lines = own === undefined ? '' : dateLines(own);
  const isThere = lines !== '' && description.endsWith(lines);
  return isThere ? description.slice(0, -lines.length).trimEnd() : description;
}

function reportLosses(
  entry: ICalEntry,
  properties: ICalProperties,
  row: number,
  found: Import,
): void {
  for (const [name, same] of properties) {
    if (BOOKKEEPING.has(name) || READ.has(name)) continue;
    const value = same[0]?.raw.trim() ?? '';
    if (value !== '')
      found.lose(row, name.toUpperCase(), `a property that has no place here: ${quoteCell(value)}`);
  }
  for (const name of new Set(entry.inner))
    found.lose(row, name, 'a part of the entry that is not kept');
  if (!['', 'PUBLIC'].includes(firstText(properties, 'class').toUpperCase())) {
    found.lose(row, 'CLASS', `the entry is marked ${firstText(properties, 'class')}`);
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
