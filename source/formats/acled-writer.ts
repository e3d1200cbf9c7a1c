import type {Chronology, TimelineEvent} from '../core/events/chronology.js';
import {daysFromCivil} from '../core/time/civil-calendar.js';
import {acled} from './acled.js';
import {csvRow} from './csv-cell.js';
import {daysOfBounds, plainDates, type PlainDates} from './export-dates.js';
import {type CalendarParts, edtfOfParts} from './calendar-parts.js';
import {lossesOutside} from './export-losses.js';
import {indexForExport, type ExportIndex} from './export-words.js';
import type {Format, Loss, WriteResult} from './format.js';

/** Source: ACLED Codebook (acleddata.com), the columns since March 2023. */
const COLUMNS = (
  'event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 ' +
  'assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country ' +
  'admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities ' +
  'tags timestamp'
).split(' ');

/** The disorder type that goes with each event type. */
const DISORDER = new Map([
  ['Battles', 'Political violence'],
  ['Explosions/Remote violence', 'Political violence'],
  ['Violence against civilians', 'Political violence'],
  ['Riots', 'Political violence'],
  ['Protests', 'Demonstrations'],
  ['Strategic developments', 'Strategic developments'],
]);

/**
ACLED: the reader of `acled.ts`, and a writer of a CSV shaped like the export of today (31 columns).

What ACLED codes and a chronology does not say is left empty: nobody coded it. A span becomes its
first day with the precision that ACLED has for it; fatalities are the best estimate, else the lowest.
*/
export const acledFormat: Format = {
  ...acled,
  write: (chronology) => Promise.resolve(writeAcled(chronology)),
};

function writeAcled(chronology: Chronology): WriteResult {
  const index = indexForExport(chronology);
  const losses: Loss[] = [];
  const rows: string[] = [];
  for (const [at, event] of chronology.events.entries()) {
    const row = at + 1;
    const dates = plainDates(event, chronology.timezone);
    const year = dates?.start.year;
    if (dates === undefined || year === undefined || year < 1 || year > 9999) {
      losses.push({row, field: '*', what: 'left out: ACLED needs a day in the years 1 to 9999'});
      continue;
    }
    const cells = cellsOf(event, row, dates, chronology, index, losses);
    rows.push(csvRow(COLUMNS.map((column) => cells[column])));
  }
  losses.push(
    ...lossesOutside(chronology, {
      format: 'ACLED',
      events: ['id', 'title', 'summary', 'when.edtf', 'where', 'actors', 'kind', 'deaths', 'tags'],
      whole: [],
    }),
  );
  return {
    text: `${COLUMNS.join(',')}\r\n${rows.join('')}`,
    losses: losses.sort((one, other) => one.row - other.row),
  };
}

function cellsOf(
  event: TimelineEvent,
  row: number,
  dates: PlainDates,
  chronology: Chronology,
  index: ExportIndex,
  losses: Loss[],
): Readonly<Record<string, string | number | undefined>> {
  const lose = (field: string, what: string) => losses.push({row, field, what});
  const first = daysOfBounds(event, chronology.timezone)?.start ?? dates.start;
  const start = {year: first.year, month: first.month ?? 1, day: first.day ?? 1};
  const precision = precisionOf(event, chronology.timezone, dates);
  if (precision !== 1 || !dates.isExact || event.when.edtf.includes('T')) {
    lose(
      'when.edtf',
      `the date ${event.when.edtf} as its first day, with time_precision ${precision}`,
    );
  }
  const places = (event.where ?? []).flatMap((id) => index.places.get(id) ?? []);
  const [place] = places;
  if (places.length > 1) lose('where', 'ACLED has one place for an event; the first is kept');
  const names = (event.actors ?? []).map(({actor}) => index.actors.get(actor)?.name ?? actor);
  if (names.length > 0) lose('actors', 'roles have no column, and ACLED has two sides');
  const {deaths, kind} = event;
  const fatalities = deaths?.best ?? deaths?.low;
  if (deaths !== undefined && (deaths.best === undefined || Object.keys(deaths).length > 1)) {
    lose(
      'deaths',
      fatalities === undefined ? 'there is no number' : `fatalities is one number: ${fatalities}`,
    );
  }
  if (kind?.cameo !== undefined) lose('kind', 'the CAMEO code');
  if (event.summary !== undefined) lose('title', 'notes hold title and summary in one');
  const claims = index.claimsAbout.get(event.id) ?? [];
  const sources = new Set(
    claims.flatMap(({citations}) =>
      citations.map(
        ({source}) =>
          index.sources.get(source)?.publisher ?? index.sources.get(source)?.headline ?? source,
      ),
    ),
  );
  const listed = (items: readonly string[]) =>
    items.map((item) => item.replaceAll(';', ',')).join('; ');
  return {
    event_id_cnty: event.id,
    event_date: edtfOfParts(start)?.edtf,
    year: start.year,
    time_precision: precision,
    disorder_type: DISORDER.get(kind?.type ?? ''),
    event_type: kind?.type,
    sub_event_type: kind?.sub_type,
    actor1: names[0],
    actor2: names[1],
    assoc_actor_2: listed(names.slice(2)),
    country: place?.country,
    admin1: place?.admin1,
    location: place?.name,
    latitude: place?.latitude,
    longitude: place?.longitude,
    geo_precision: place?.geo_precision,
    source: listed([...sources]),
    notes: event.summary === undefined ? event.title : `${event.title}: ${event.summary}`,
    fatalities,
    tags: listed(event.tags ?? []),
  };
}

/** ACLED: 1 the day, 2 the week, 3 the month or more. */
function precisionOf(event: TimelineEvent, zone: string, dates: PlainDates): 1 | 2 | 3 {
  const bounds = daysOfBounds(event, zone);
  const [start, end] = [bounds?.start, bounds?.end];
  if (start === undefined || (end === undefined && dates.start.day === undefined)) return 3;
  if (end === undefined) return /[~?%]/.test(event.when.edtf) ? 2 : 1;
  const dayOf = ({year, month = 1, day = 1}: CalendarParts) => daysFromCivil(year, month, day);
  return dayOf(end) - dayOf(start) <= 6 ? 2 : 3;
}
