import type {Chronology, Kind, Quantity, TimelineEvent, When} from '../core/events/chronology.js';
import {csvRow, fromCsvCell} from './csv-cell.js';
import {readDelimited} from './delimited-text.js';
import {lossesOutside} from './export-losses.js';
import {citedWords, indexForExport, type ExportIndex} from './export-words.js';
import type {Format, FormatInput, Loss, ReadResult, WriteResult} from './format.js';
import {type ImportedEvent, type ImportedPlace, startImport} from './imported-chronology.js';
import {csv as plainCsv} from './table.js';
import {parseEdtf} from '../core/time/edtf.js';
import {isZoneName} from '../core/time/zone.js';

const COUNTS = ['deaths', 'injuries', 'count'] as const;
const BOUNDS = ['low', 'best', 'high', 'stated', 'of'] as const;

/** The columns in order; a list stands in one cell, its items parted by `; `. */
const COLUMNS = [
  ...[
    'id',
    'title',
    'date',
    'date_stated',
    'date_basis',
    'date_reason',
    'timezone',
    'side',
    'places',
    'latitudes',
    'longitudes',
  ],
  ...['countries', 'divisions', 'actors', 'roles', 'event_type', 'sub_event_type', 'cameo'],
  ...COUNTS.flatMap((count) => BOUNDS.map((bound) => `${count}_${bound}`)),
  ...['summary', 'tags', 'urls', 'note', 'sources'],
];
const HEADER = COLUMNS.join(',');

/**
CSV: one row for each event, for spreadsheets; read back by the same names. Any other CSV is a plain
table (`table.ts`).

No cell can be run as a formula: see `csv-cell.ts`.
*/
export const csvEvents: Format = {
  id: 'csv',
  name: 'CSV',
  detect: (head) => (isOurs(head.text) ? 1 : (plainCsv.detect?.(head) ?? 0)),
  async read(input) {
    if (isOurs(input.text) && input.columnMap === undefined) return readCsvEvents(input);
    if (plainCsv.read === undefined) throw new TypeError('plain tables have no reader');
    return plainCsv.read(input);
  },
  async lineOfRow(input, row) {
    return plainCsv.lineOfRow?.(input, row);
  },
  write: (chronology) => Promise.resolve(writeCsvEvents(chronology)),
};

function isOurs(text: string): boolean {
  const header = /^[^\r\n]{0,2000}/.exec(text)?.[0] ?? '';
  return header.replaceAll('"', '') === HEADER;
}

function writeCsvEvents(chronology: Chronology): WriteResult {
  const index = indexForExport(chronology);
  const sides = new Map(chronology.sides.map(({id, name}) => [id, name]));
  const losses: Loss[] = lossesOutside(chronology, {
    format: 'CSV',
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
        'where',
        'actors',
        'kind',
      ],
      ...[...COUNTS, 'side', 'tags', 'urls', 'note'],
    ],
    whole: [],
  });
  const rows = chronology.events.map((event, at) => {
    const list = (field: string, items: readonly string[]): string => {
      if (items.some((item) => item.includes(';') || item.trim() !== item)) {
        losses.push({row: at + 1, field, what: 'a semicolon within an item, written as a comma'});
      }
      return items.map((item) => item.replaceAll(';', ',').trim()).join('; ');
    };
    const cells = cellsOf(event, chronology.timezone, index, sides.get(event.side ?? ''), list);
    return csvRow(COLUMNS.map((column) => cells.get(column)));
  });
  return {
    text: `${HEADER}\r\n${rows.join('')}`,
    losses: losses.sort((one, other) => one.row - other.row),
  };
}

function cellsOf(
  event: TimelineEvent,
  zone: string,
  index: ExportIndex,
  side: string | undefined,
  list: (field: string, items: readonly string[]) => string,
): ReadonlyMap<string, string | number | undefined> {
  const places = (event.where ?? []).flatMap((id) => index.places.get(id) ?? []);
  const claims = index.claimsAbout.get(event.id) ?? [];
  const each = (texts: readonly (string | number | undefined)[]) =>
    texts.every((text) => text === undefined)
      ? ''
      : texts.map((text) => String(text ?? '').replaceAll(';', ',')).join('; ');
  return new Map<string, string | number | undefined>([
    ['id', event.id],
    ['title', event.title],
    ['date', event.when.edtf],
    ['date_stated', event.when.stated],
    ['date_basis', event.when.basis],
    ['date_reason', event.when.reason],
    ['timezone', event.when.timezone ?? zone],
    ['side', side],
    [
      'places',
      list(
        'where',
        places.map(({name}) => name),
      ),
    ],
    ['latitudes', each(places.map(({latitude}) => latitude))],
    ['longitudes', each(places.map(({longitude}) => longitude))],
    ['countries', each(places.map(({country}) => country))],
    ['divisions', each(places.map(({admin1}) => admin1))],
    [
      'actors',
      list(
        'actors',
        (event.actors ?? []).map(({actor}) => index.actors.get(actor)?.name ?? actor),
      ),
    ],
    [
      'roles',
      list(
        'actors',
        (event.actors ?? []).map(({role}) => role),
      ),
    ],
    ['event_type', event.kind?.type],
    ['sub_event_type', event.kind?.sub_type],
    ['cameo', event.kind?.cameo],
    ...COUNTS.flatMap((count) =>
      BOUNDS.map((bound) => [`${count}_${bound}`, event[count]?.[bound]] as const),
    ),
    ['summary', event.summary],
    ['tags', list('tags', event.tags ?? [])],
    ['urls', list('urls', event.urls ?? [])],
    ['note', event.note],
    [
      'sources',
      citedWords(
        claims.flatMap(({citations}) => citations),
        index,
      ).join('; '),
    ],
  ]);
}

async function readCsvEvents(input: FormatInput): Promise<ReadResult> {
  const found = startImport(input.name, 'CSV');
  let row = -1;
  let timezone: string | undefined;
  await readDelimited(
    input.text,
    {delimiter: ',', hasQuotes: true},
    COLUMNS.length,
    ({cells, damage}) => {
      row += 1;
      if (row === 0) return;
      if (damage !== undefined) return found.refuse(row, '*', damage);
      const cell = (name: string) => fromCsvCell(cells[COLUMNS.indexOf(name)] ?? '');
      const date = cell('date').trim();
      const parsed = parseEdtf(date);
      if (!parsed.ok) return found.refuse(row, 'date', `“${date.slice(0, 40)}”: ${parsed.error}`);
      const zone = isZoneName(cell('timezone')) ? cell('timezone') : undefined;
      timezone ??= zone;
      for (const count of COUNTS) {
        if (isCrossed(count, cell))
          found.lose(row, `${count}_low`, 'above the upper bound; both are kept in words alone');
      }
      if (cells.length > COLUMNS.length) found.lose(row, '*', 'cells beyond the last column');
      if (cell('sources') !== '')
        found.lose(row, 'sources', 'which claims rest on which paragraphs');
      const stated = cell('date_stated');
      if (!['', 'stated', 'inferred'].includes(cell('date_basis').trim()))
        found.lose(row, 'date_basis', 'neither stated nor inferred; read as inferred');
      found.addEvent({
        ...eventOf(cell),
        entry: row,
        when: {
          edtf: date,
          ...(stated !== '' && {stated}),
          ...(zone !== undefined && zone !== timezone && {timezone: zone}),
          ...basisOf(cell),
        },
      });
    },
  );
  return found.finish({entries: Math.max(row, 0), timezone});
}

/** Whatever is not said to be stated is inferred; a reason is never missing then. */
function basisOf(cell: (name: string) => string): Pick<When, 'basis' | 'reason'> {
  const reason = cell('date_reason');
  if (['', 'stated'].includes(cell('date_basis').trim()))
    return {basis: 'stated', ...(reason.trim() !== '' && {reason})};
  return {basis: 'inferred', reason: reason.trim() === '' ? 'The table gives no reason.' : reason};
}

function eventOf(cell: (name: string) => string): Omit<ImportedEvent, 'entry' | 'when'> {
  const items = (name: string) =>
    cell(name) === ''
      ? []
      : cell(name)
          .split(';')
          .map((item) => item.trim());
  const names = items('places');
  const [latitudes, longitudes, countries, divisions] = [
    items('latitudes'),
    items('longitudes'),
    items('countries'),
    items('divisions'),
  ];
  const places = names.map((name, at): ImportedPlace => {
    const latitude = degrees(latitudes[at], 90);
    const longitude = degrees(longitudes[at], 180);
    const hasPoint = latitude !== undefined && longitude !== undefined;
    return {
      name,
      country: countries[at],
      admin1: divisions[at],
      ...(hasPoint && {latitude, longitude}),
    };
  });
  const roles = items('roles');
  const kind = {
    ...(cell('event_type') !== '' && {type: cell('event_type')}),
    ...(cell('sub_event_type') !== '' && {sub_type: cell('sub_event_type')}),
    ...(/^\d{1,4}[0-9A-Za-z]?$/.test(cell('cameo')) && {cameo: cell('cameo')}),
  } satisfies Kind;
  const counts = COUNTS.flatMap((count) => {
    const quantity = quantityOf(count, cell);
    return quantity === undefined ? [] : [[count, quantity] as const];
  });
  return {
    id: cell('id'),
    title: cell('title'),
    summary: cell('summary'),
    note: cell('note'),
    side: cell('side'),
    places,
    actors: items('actors')
      .map((name, at) => ({name, role: roles[at] ?? ''}))
      .filter(({name, role}) => name !== '' && role !== ''),
    tags: items('tags'),
    urls: items('urls'),
    coded: {...(Object.keys(kind).length > 0 && {kind}), ...Object.fromEntries(counts)},
  };
}

/** Whether the lower bound of a count is above the upper one. */
function isCrossed(count: (typeof COUNTS)[number], cell: (name: string) => string): boolean {
  const [low, high] = [cell(`${count}_low`), cell(`${count}_high`)];
  return /^\d{1,15}$/.test(low) && /^\d{1,15}$/.test(high) && Number(low) > Number(high);
}

function quantityOf(
  count: (typeof COUNTS)[number],
  cell: (name: string) => string,
): Quantity | undefined {
  const number = (bound: string) => {
    const text = cell(`${count}_${bound}`);
    return /^\d{1,15}$/.test(text) ? {[bound]: Number(text)} : {};
  };
  const words = (bound: string) => {
    const text = cell(`${count}_${bound}`);
    return text === '' ? {} : {[bound]: text};
  };
  const quantity: Quantity = {
    ...number('low'),
    ...number('best'),
    ...number('high'),
    ...words('stated'),
    ...words('of'),
  };
  if (isCrossed(count, cell)) {
    const {low, high, ...rest} = quantity;
    return {stated: `low ${low}, high ${high}`, ...rest};
  }
  return Object.keys(quantity).length === 0 ? undefined : quantity;
}

function degrees(text: string | undefined, limit: number): number | undefined {
  if (text === undefined || !/^-?\d{1,3}(?:\.\d{1,15})?$/.test(text)) return undefined;
  return Math.abs(Number(text)) <= limit ? Number(text) : undefined;
}
