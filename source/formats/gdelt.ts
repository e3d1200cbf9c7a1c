/**
GDELT event exports, 1.0 and 2.0, with and without a header.

Source: The GDELT Event Database Data Format Codebook, 1.0 (2013) and 2.0 (2015). Tab separated without
quoting; exports of other tools put commas and a header. Codes are text: 010 is not 10. SQLDATE is the
day of the event, DATEADDED when GDELT found it.
*/
import {makeInert} from '../core/events/inert-text.js';
import type {Actor, Source, When} from '../core/events/chronology.js';
import {
  calmName,
  cameoNoun,
  isCameoCode,
  QUAD_LANES,
  QUAD_SIDES,
  quadClassOf,
  titleOfAct,
} from './cameo-lanes.js';
import {findColumns, usedColumns} from './column-finder.js';
import type {Format, Loss} from './format.js';
import {placeOfRow} from './place-of-row.js';
import {tableAsFormat} from './read-table.js';
import {splitHead} from './split-head.js';
import {
  cellAt,
  cellCount,
  cellText,
  cutText,
  foldColumn,
  idFromName,
  quoteCell,
  rowId,
  rowKey,
} from './table-cells.js';
import type {CellDate} from './cell-date.js';
import {readCellDate} from './table-date.js';
import {
  type Dialect,
  ROW_NOTE,
  type RowRecord,
  type RowRefusal,
  type TableFormat,
  type TableReader,
  type TableSample,
} from './table-format.js';

const ACTOR_PARTS =
  'Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code';
const GEO_PARTS = {
  1: 'Type FullName CountryCode ADM1Code Lat Long FeatureID',
  2: 'Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID',
} as const;

/** Kinds of place by `ActionGeo_Type`, and how near the coordinates are. */
const GEO_TYPES: readonly {readonly step: 1 | 3; readonly words: string}[] = [
  {step: 3, words: 'a country'},
  {step: 3, words: 'a U.S. state'},
  {step: 1, words: 'a U.S. city'},
  {step: 1, words: 'a city or landmark'},
  {step: 3, words: 'a first-level division'},
];

export const gdeltTable: TableFormat = {
  id: 'gdelt',
  name: 'GDELT events',
  dialect(guess, text) {
    const plain: Dialect = {delimiter: '\t', hasQuotes: false};
    if (guess.delimiter === '\t') return plain;
    // A quotation mark is a letter there, and hides tabs from the guess.
    const isBare = splitHead(text.slice(0, 65_536), plain, 5).some((row) => bareWidth(row));
    return isBare ? plain : guess;
  },
  recognise(rows) {
    const names = new Set((rows[0] ?? []).map(foldColumn));
    if (names.has('sqldate') && (names.has('globaleventid') || names.has('event_code')))
      return 0.98;
    if (names.has('sqldate') && (names.has('eventcode') || names.has('quad_class'))) return 0.98;
    const bare = rows.filter((row) => bareWidth(row) !== undefined).length;
    return bare > 0 && bare * 2 > rows.length ? 0.96 : 0;
  },
  open: openGdelt,
};

export const gdelt: Format = tableAsFormat(gdeltTable);

/**
@returns for a row without a header, how many columns stand before GLOBALEVENTID (0, or 1 in copies
  with a table id) and which generation it is; undefined when it is no GDELT row.
*/
function bareWidth(
  cells: readonly string[],
): {readonly before: 0 | 1; readonly generation: 1 | 2; readonly hasUrl: boolean} | undefined {
  for (const before of [0, 1] as const) {
    const [day, month, year] = [cells[before + 1], cells[before + 2], cells[before + 3]];
    if (day === undefined || !/^\d{8}$/.test(day) || !readCellDate(day)) continue;
    if (!/^\d+$/.test(cells[before] ?? '') || month !== day.slice(0, 6)) continue;
    if (year !== day.slice(0, 4)) continue;
    const width = cells.length - before;
    if (width === 57 || width === 58) return {before, generation: 1, hasUrl: width === 58};
    if (width === 61) return {before, generation: 2, hasUrl: true};
  }
  return undefined;
}

/** @returns the column names of a generation. */
export function gdeltColumns(generation: 1 | 2, hasUrl = true): readonly string[] {
  const of = (prefix: string, parts: string) => parts.split(' ').map((part) => prefix + part);
  const geo = GEO_PARTS[generation];
  return [
    ...of('', 'GLOBALEVENTID SQLDATE MonthYear Year FractionDate'),
    ...of('Actor1', ACTOR_PARTS),
    ...of('Actor2', ACTOR_PARTS),
    ...of('', 'IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale'),
    ...of('', 'NumMentions NumSources NumArticles AvgTone'),
    ...of('Actor1Geo_', geo),
    ...of('Actor2Geo_', geo),
    ...of('ActionGeo_', geo),
    ...of('', hasUrl ? 'DATEADDED SOURCEURL' : 'DATEADDED'),
  ];
}

/** Codes such as NA are codes: nothing but an empty cell is missing. */
const codeText = (cell: string | undefined): string => makeInert((cell ?? '').trim());

function openGdelt(sample: TableSample): TableReader {
  const first = sample.rows[0] ?? [];
  const hasHeader = first.map(foldColumn).includes('sqldate');
  const bare = sample.rows.map(bareWidth).find((found) => found !== undefined);
  const header = hasHeader
    ? first
    : [
        ...(bare?.before === 1 ? ['tableId'] : []),
        ...gdeltColumns(bare?.generation ?? 2, bare?.hasUrl ?? true),
      ];
  const find = findColumns(header, codeText);
  const named = (name: string) => find.at(foldColumn(name));
  const column = {
    id: named('GLOBALEVENTID'),
    day: named('SQLDATE'),
    code1: named('Actor1Code'),
    name1: named('Actor1Name'),
    code2: named('Actor2Code'),
    name2: named('Actor2Name'),
    event: named('EventCode'),
    quad: named('QuadClass'),
    geoType: named('ActionGeo_Type'),
    geoName: named('ActionGeo_FullName'),
    latitude: named('ActionGeo_Lat'),
    longitude: named('ActionGeo_Long'),
    added: named('DATEADDED'),
    url: named('SOURCEURL'),
  };
  const used = usedColumns(column);
  for (const name of ['MonthYear', 'Year', 'FractionDate', 'EventBaseCode', 'EventRootCode']) {
    used.add(named(name));
  }

  const actorOf = (code: string | undefined, name: string | undefined): Actor | undefined => {
    const codes = codeText(code);
    const shown = calmName(cellText(name)) || codes;
    if (shown === '') return undefined;
    return {
      id: idFromName('actor', shown, codes),
      name: shown,
      ...(codes === '' ? {} : {note: `CAMEO actor code ${codes}`}),
    };
  };
  const readDay = (cells: readonly string[]): CellDate | undefined => {
    const text = codeText(cellAt(cells, column.day));
    return /^\d{8}$/.test(text) || text.includes('-') ? readCellDate(text) : undefined;
  };
  const laneOf = (cells: readonly string[]) => {
    const quad =
      cellCount(cellAt(cells, column.quad)) ?? quadClassOf(codeText(cellAt(cells, column.event)));
    return QUAD_LANES[quad] ?? QUAD_LANES[0];
  };
  const titleOf = (cells: readonly string[]): string => {
    const code = codeText(cellAt(cells, column.event));
    return cutText(
      titleOfAct(
        cameoNoun(code) ?? (code === '' ? 'Event' : `Event ${code}`),
        actorOf(cellAt(cells, column.code1), cellAt(cells, column.name1))?.name ?? '',
        actorOf(cellAt(cells, column.code2), cellAt(cells, column.name2))?.name ?? '',
        cellText(cellAt(cells, column.geoName)),
      ),
      200,
    );
  };

  const row = (cells: readonly string[], rowNumber: number): RowRecord | RowRefusal => {
    const losses: Loss[] = [];
    const lose = (field: string, what: string) => losses.push({row: rowNumber, field, what});
    const day = readDay(cells);
    if (!day) {
      const raw = cellAt(cells, column.day);
      const what = codeText(raw) === '' ? 'no date' : `not a date: ${quoteCell(raw)}`;
      return {refused: {row: rowNumber, field: 'SQLDATE', what}};
    }
    const given = cellText(cellAt(cells, column.id));
    const code = codeText(cellAt(cells, column.event));
    const isCoded = isCameoCode(code);
    if (code !== '' && (!isCoded || cameoNoun(code) === undefined)) {
      lose('EventCode', `not a CAMEO code: ${quoteCell(code)}`);
    }
    const initiator = actorOf(cellAt(cells, column.code1), cellAt(cells, column.name1));
    const target = actorOf(cellAt(cells, column.code2), cellAt(cells, column.name2));
    const roles = [
      ...(initiator ? [{actor: initiator.id, role: 'initiator'}] : []),
      ...(target ? [{actor: target.id, role: 'target'}] : []),
    ];
    const geo = GEO_TYPES[(cellCount(cellAt(cells, column.geoType)) ?? 0) - 1];
    const geoName = cellText(cellAt(cells, column.geoName));
    const place = placeOfRow(
      {
        name: geoName,
        country: geoName.split(',').at(-1),
        latitude: cellAt(cells, column.latitude),
        longitude: cellAt(cells, column.longitude),
        precision: geo?.step,
        note: geo?.words,
        from: 'GDELT',
      },
      rowNumber,
      losses,
    );
    const added = readAdded(codeText(cellAt(cells, column.added)), lose);
    const link = codeText(cellAt(cells, column.url));
    const isUrl = /^https?:\/\/[^\s]+$/i.test(link);
    const source = sourceOfLink(link, isUrl);
    const rest = find.rest(cells, used);
    const title = titleOf(cells);
    const id = given === '' ? rowId(day.edtf, title) : idFromName('gdelt', given);
    return {
      event: {
        id,
        title,
        when: {edtf: day.edtf, basis: 'stated'},
        ...(place ? {where: [place.id]} : {}),
        ...(roles.length > 0 ? {actors: roles} : {}),
        ...(isCoded ? {kind: {type: cameoNoun(code) ?? 'Event', cameo: code}} : {}),
        side: laneOf(cells).id,
        ...(isUrl ? {urls: [link]} : {}),
      },
      claims: [
        {
          id: `${id}-row`,
          about: {event: id, field: '*'},
          said_by: null,
          ...(added ? {said_at: added} : {}),
          voice: 'reporter',
          value: title,
          citations: [
            {source: 'gdelt', paragraph: rowNumber},
            ...(source ? [{source: source.id}] : []),
          ],
          ...(rest === undefined ? {} : {note: rest}),
        },
      ],
      actors: [...(initiator ? [initiator] : []), ...(target ? [target] : [])],
      places: place ? [place] : [],
      sources: source ? [source] : [],
      losses,
    };
  };

  return {
    columns: header.map(foldColumn),
    headerRows: hasHeader ? 1 : 0,
    chronology: {
      title: sample.name,
      summary:
        'Events as coded by machine in GDELT from news reports. Lanes are the four classes of acts (QuadClass). The day is SQLDATE, in UTC; when GDELT found the report stands with the claim.',
      timezone: 'UTC',
      sides: QUAD_SIDES,
      fields: [],
      sources: [
        {
          id: 'gdelt',
          type: 'Dataset',
          headline: `GDELT events ${sample.name}`,
          publisher: 'The GDELT Project',
          reliability: 'F',
          note: ROW_NOTE,
        },
      ],
    },
    problems: [],
    row,
    ...(column.id >= 0 ? {key: (cells) => rowKey(cellText(cells[column.id]))} : {}),
    quick(cells) {
      const day = readDay(cells);
      if (!day) return undefined;
      const {edtf, start, end} = day;
      return {edtf, start, end, side: laneOf(cells).id, title: titleOf(cells)};
    },
  };
}

/** DATEADDED: a day in 1.0, a UTC instant in 2.0. */
function readAdded(text: string, lose: (field: string, what: string) => void): When | undefined {
  if (text === '') return undefined;
  const date = /^\d{8}(\d{6})?$/.test(text) ? readCellDate(text) : undefined;
  if (!date) {
    lose('DATEADDED', `not a date: ${quoteCell(text)}`);
    return undefined;
  }
  return {edtf: date.edtf, stated: text, timezone: 'UTC', basis: 'stated'};
}

/** The publisher of a report: the host of its address, or what stands in its place. */
function sourceOfLink(link: string, isUrl: boolean): Source | undefined {
  if (link === '') return undefined;
  const host = isUrl
    ? /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i.exec(link)?.[1]
    : undefined;
  const name = cutText(host ?? link, 120).toLowerCase();
  return {id: idFromName('source', name), headline: name, publisher: name};
}
