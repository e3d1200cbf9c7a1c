import type {Chronology, TimelineEvent} from '../core/events/chronology.js';
import {daysFromCivil} from '../core/time/civil-calendar.js';
import {acledLane} from './acled-lanes.js';
import {acledCellsAgain, acledSource} from './acled-again.js';
import {acled, ACLED_PUBLISHER} from './acled.js';
import {csvRow} from './csv-cell.js';
import {daysOfBounds} from './export-dates.js';
import {toldWords} from '../core/events/quantity-words.js';
import {type CalendarParts, edtfOfParts} from './calendar-parts.js';
import {lossesOutside, noPlaceIn} from './export-losses.js';
import {type ExportIndex, indexForExport, inferredLine, whenWords} from './export-words.js';
import type {Format, Loss, WriteResult} from './format.js';

/** Source: ACLED Codebook (acleddata.com), the columns since March 2023. */
const COLUMNS = (
  'event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 ' +
  'assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country ' +
  'admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities ' +
  'tags timestamp'
).split(' ');

const DAYS_OF_WEEK = 7;
const LONGEST_MONTH = 31;

/** The disorder type that goes with each event type. */
const DISORDER = new Map([
  ['Battles', 'Political violence'],
  ['Explosions/Remote violence', 'Political violence'],
  ['Violence against civilians', 'Political violence'],
  ['Riots', 'Political violence'],
  ['Protests', 'Demonstrations'],
  ['Strategic developments', 'Strategic developments'],
]);

/** Columns of actors and the roles that the reader of `acled.ts` gives them. */
const ACTOR_COLUMNS = [
  ['actor1', 'actor 1'],
  ['assoc_actor_1', 'associated with actor 1'],
  ['actor2', 'actor 2'],
  ['assoc_actor_2', 'associated with actor 2'],
] as const;

/**
ACLED: the reader of `acled.ts`, and a writer of a CSV shaped like the export of today (31 columns).

A row there is one coded event at one place in one week or month, and the writer makes none of
anything else. Left out, each with a loss: what no editor coded with an event type of ACLED
(statements, demands, standing figures, runs of attacks), and what is not known to the month.

Nothing is made more certain than it is. An inferred or approximate day has `time_precision` 2 or 3.
Of several places the columns keep what they share, with `geo_precision` 3. `fatalities` is a best
estimate, or two bounds that agree; a lower bound alone leaves it empty. A second actor is `actor2`
only where it stands on another side. What the columns cannot say is said in `notes`, in brackets, in
the words of the report, and is a loss as well. What ACLED codes and a chronology does not say is
left empty: nobody coded it. An event that was a row of an ACLED export becomes that row again, as far
as the reader kept it.
*/
export const acledFormat: Format = {
  ...acled,
  write: (chronology) => Promise.resolve(writeAcled(chronology)),
};

function writeAcled(chronology: Chronology): WriteResult {
  const index = indexForExport(chronology);
  const losses: Loss[] = [];
  const rows: string[] = [];
  const source = acledSource(chronology);
  for (const [at, event] of chronology.events.entries()) {
    const row = at + 1;
    const day =
      acledLane(event.kind?.type ?? '').id !== 'other'
        ? codedDay(event, chronology.timezone)
        : 'no event type of ACLED is coded, so it is no row there';
    if (typeof day === 'string') {
      losses.push({row, field: '*', what: `left out: ${day}`});
      continue;
    }
    const lose: Lose = (field, what) => losses.push({row, field, what});
    // The lanes of what is read are the types of events.
    if (event.side !== undefined && event.side !== acledLane(event.kind?.type ?? '').id) {
      lose('side', noPlaceIn('ACLED'));
    }
    const again = source === undefined ? undefined : acledCellsAgain(event, source, index);
    const cells =
      again === undefined
        ? cellsOf(event, day, chronology, index, lose)
        : {...cellsOf(event, day, chronology, index, () => {}), ...present(again)};
    rows.push(csvRow(COLUMNS.map((column) => cells[column])));
  }
  losses.push(
    ...lossesOutside(chronology, {
      format: 'ACLED',
      events: [
        ...['id', 'title', 'summary', 'when.edtf', 'when.stated', 'when.basis', 'when.reason'],
        ...['when.part_of_day', 'where', 'actors', 'kind', 'deaths', 'count', 'tags', 'side'],
      ],
      whole: [],
    }),
  );
  return {
    text: `${COLUMNS.join(',')}\r\n${rows.join('')}`,
    losses: losses.sort((one, other) => one.row - other.row),
  };
}

type Lose = (field: string, what: string) => void;
type Cells = Readonly<Record<string, string | number | undefined>>;
/** What columns get, and what is said in `notes` besides. */
type Told = {readonly cells: Cells; readonly notes: readonly string[]};

function cellsOf(
  event: TimelineEvent,
  day: CodedDay,
  chronology: Chronology,
  index: ExportIndex,
  lose: Lose,
): Cells {
  const {kind, count} = event;
  const told = [
    tellDate(event, day, chronology.timezone, lose),
    tellPlaces(event, chronology, index, lose),
    tellActors(event, index, lose),
    tellDeaths(event, lose),
  ];
  if (count !== undefined) lose('count', 'said in notes: ACLED has no column for it');
  if (kind?.cameo !== undefined) lose('kind', 'the CAMEO code');
  if (event.summary !== undefined) lose('title', 'notes hold title and summary in one');
  lose('id', 'comes back with acled- before it');
  const sources = (index.claimsAbout.get(event.id) ?? []).flatMap(({citations}) =>
    citations.flatMap(({source}) => {
      const {type, publisher, headline = source} = index.sources.get(source) ?? {};
      // The export is no source of its own rows.
      return type === 'Dataset' && publisher === ACLED_PUBLISHER ? [] : [publisher ?? headline];
    }),
  );
  const asides = [
    ...told.flatMap(({notes}) => notes),
    ...(count === undefined ? [] : [`How many: ${toldWords(count)}`]),
  ];
  return {
    ...Object.fromEntries(told.flatMap(({cells}) => Object.entries(cells))),
    event_id_cnty: event.id,
    disorder_type: DISORDER.get(kind?.type ?? ''),
    event_type: kind?.type,
    sub_event_type: kind?.sub_type,
    source: listed(new Set(sources)),
    notes: [
      event.summary === undefined ? event.title : `${event.title}: ${event.summary}`,
      ...asides.map((text) => `[${text}]`),
    ].join(' '),
    tags: listed(event.tags ?? []),
  };
}

/** The first day that an event can mean, and how exactly it is known. */
type CodedDay = {readonly edtf: string; readonly year: number; readonly precision: 1 | 2 | 3};

/** ACLED: 1 the day, 2 the week, 3 the month; in words why it is none of them. */
function codedDay(event: TimelineEvent, zone: string): CodedDay | string {
  const bounds = daysOfBounds(event, zone);
  const [start, end = start] = [bounds?.start, bounds?.end];
  if (start?.day === undefined || end?.day === undefined || isOpen(event))
    return 'no day, week or month is known';
  const {year} = start;
  if (year < 1 || year > 9999) return 'ACLED needs a year from 1 to 9999';
  const dayOf = (parts: CalendarParts) =>
    daysFromCivil(parts.year, parts.month ?? 1, parts.day ?? 1);
  const length = dayOf(end) - dayOf(start) + 1;
  if (length > LONGEST_MONTH) return 'a span without a day, week or month';
  // The precision is that of the day: a doubtful time of a sure day takes nothing from it.
  const days = event.when.edtf.replaceAll(/T[^/]*/g, '');
  const isSure = event.when.basis === 'stated' && !/[~?%X]/.test(days);
  const precision = length > DAYS_OF_WEEK ? 3 : length > 1 || !isSure ? 2 : 1;
  return {edtf: edtfOfParts(start)?.edtf ?? '', year, precision};
}

function isOpen({when}: TimelineEvent): boolean {
  return when.edtf.startsWith('/') || when.edtf.endsWith('/') || when.edtf.includes('..');
}

function tellDate(event: TimelineEvent, day: CodedDay, zone: string, lose: Lose): Told {
  const {when} = event;
  const notes: string[] = [];
  if (when.basis === 'inferred') {
    lose('when.basis', `the date is inferred: time_precision is at least 2, and notes say why`);
    notes.push(inferredLine(when));
  } else if (when.stated !== undefined) notes.push(`Date as stated: “${when.stated}”`);
  if (when.edtf !== day.edtf || when.part_of_day !== undefined) {
    lose('when.edtf', 'the column has the first day it can mean; notes have the date in words');
    notes.push(`When: ${whenWords(event, zone)}`);
  }
  for (const field of ['stated', 'reason', 'part_of_day'] as const) {
    if (when[field] !== undefined) lose(`when.${field}`, 'said in notes alone');
  }
  return {
    cells: {event_date: day.edtf, year: day.year, time_precision: day.precision},
    notes,
  };
}

/** One place as it is; of several what they share, since nothing says what happened at which. */
function tellPlaces(
  event: TimelineEvent,
  chronology: Chronology,
  index: ExportIndex,
  lose: Lose,
): Told {
  const places = (event.where ?? []).flatMap((id) => index.places.get(id) ?? []);
  const elsewhere = tellOtherPlaces(event, chronology, index);
  if (elsewhere.length > 0) lose('where', 'what is said to have happened elsewhere is in notes');
  const [place] = places;
  if (place === undefined) return {cells: {}, notes: elsewhere};
  if (places.length === 1) {
    return {
      cells: {
        country: countryName(place.country),
        admin1: place.admin1,
        location: place.name,
        latitude: place.latitude,
        longitude: place.longitude,
        geo_precision: place.geo_precision,
      },
      notes: elsewhere,
    };
  }
  lose('where', 'several places: location is empty, geo_precision is 3, and notes name them all');
  const shared = (field: 'country' | 'admin1') =>
    places.every((one) => one[field] === place[field]) ? place[field] : undefined;
  const names = places.map(({name, admin1}) =>
    admin1 === undefined ? name : `${name}, ${admin1}`,
  );
  return {
    cells: {country: countryName(shared('country')), admin1: shared('admin1'), geo_precision: 3},
    notes: [`Several places: ${names.join('; ')}`, ...elsewhere],
  };
}

/** What claims place somewhere that is not where the event was: where people were killed, for one. */
function tellOtherPlaces(
  event: TimelineEvent,
  chronology: Chronology,
  index: ExportIndex,
): readonly string[] {
  const claims = index.claimsAbout.get(event.id) ?? [];
  return chronology.fields.flatMap(({id, name}) => {
    const values = claims.filter(({about}) => about.field === id).flatMap(({value}) => value);
    const names = values.flatMap((value) =>
      typeof value === 'string' && !(event.where ?? []).includes(value)
        ? (index.places.get(value)?.name ?? [])
        : [],
    );
    return names.length === 0 ? [] : [`${name} ${[...new Set(names)].join('; ')}`];
  });
}

/** Actors by the roles of ACLED; of others the first, and a second that stands on another side. */
function tellActors(event: TimelineEvent, index: ExportIndex, lose: Lose): Told {
  const actors = (event.actors ?? []).map(({actor, role}) => ({
    name: index.actors.get(actor)?.name ?? actor,
    side: index.actors.get(actor)?.side,
    role,
  }));
  if (actors.length === 0) return {cells: {}, notes: []};
  const isCoded = actors.every(({role}) => ACTOR_COLUMNS.some(([, known]) => known === role));
  if (isCoded) {
    const inRole = (role: string) => actors.filter((one) => one.role === role);
    const cells = ACTOR_COLUMNS.map(([column, role]) => [
      column,
      listed(inRole(role).map(({name}) => name)),
    ]);
    return {cells: Object.fromEntries(cells) as Cells, notes: []};
  }
  lose('actors', 'roles are said in notes; ACLED has two sides');
  const [first, second] = actors;
  const areApart = first?.side !== undefined && second?.side !== undefined;
  return {
    cells: {
      actor1: first?.name,
      ...(areApart && first.side !== second.side && {actor2: second.name}),
    },
    notes: [`Actors: ${actors.map(({name, role}) => `${name} (${role})`).join('; ')}`],
  };
}

/** A number where the report gives one; a bound alone is none. */
function tellDeaths({deaths}: TimelineEvent, lose: Lose): Told {
  if (deaths === undefined) return {cells: {}, notes: []};
  const {low, best, high} = deaths;
  const isOne = low !== undefined && low === high;
  const fatalities = best ?? (isOne ? low : undefined);
  const isWhole = Object.keys(deaths).every((key) => key === 'best' || key === 'of');
  if (fatalities !== undefined && isWhole) return {cells: {fatalities}, notes: []};
  lose(
    'deaths',
    fatalities === undefined
      ? 'fatalities is empty, because there is no one number; notes have the words'
      : 'fatalities is one number; notes have the words',
  );
  return {cells: {fatalities}, notes: [`Deaths: ${toldWords(deaths)}`]};
}

/** Names that ACLED has for countries where CLDR has others. */
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['CD', 'Democratic Republic of Congo'],
  ['CG', 'Republic of Congo'],
  ['CI', 'Ivory Coast'],
  ['MM', 'Myanmar'],
  ['PS', 'Palestine'],
  ['SZ', 'eSwatini'],
  ['TR', 'Turkey'],
]);

/** @returns the English name of a country that is given by its code (ISO 3166-1 alpha-2); a name as it is. */
function countryName(country: string | undefined): string | undefined {
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) return country;
  const names = new Intl.DisplayNames('en', {type: 'region', fallback: 'code'});
  return COUNTRIES.get(country) ?? names.of(country) ?? country;
}

function present(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined));
}

/** Items in one cell, parted as ACLED parts them. */
function listed(items: Iterable<string>): string {
  return [...items].map((item) => item.replaceAll(';', ',')).join('; ');
}
