/**
UCDP Georeferenced Event Dataset, with and without its header.

Source: UCDP GED Codebook 23.1 (ucdp.uu.se): `type_of_violence`, `date_prec`, `where_prec`, the three
estimates of deaths as they stand, and `source_original`, who the information first came from.
*/
import type {
  Actor,
  Citation,
  Claim,
  Quantity,
  Side,
  Source,
  When,
} from '../core/events/chronology.js';
import {findColumns, usedColumns} from './column-finder.js';
import {createCountReader, type CountCell} from './count-reader.js';
import type {Format, Loss} from './format.js';
import {placeOfRow} from './place-of-row.js';
import {tableAsFormat} from './read-table.js';
import {
  cellAt,
  cellCount,
  cellList,
  cellText,
  cutText,
  foldColumn,
  idFromName,
  quoteCell,
  rowId,
  rowKey,
} from './table-cells.js';
import type {CellDate} from './cell-date.js';
import {doubtsOf, guessDayOrder, readCellDate, warnOfOrder} from './table-date.js';
import {
  ROW_NOTE,
  type RowRecord,
  type RowRefusal,
  type TableFormat,
  type TableReader,
  type TableSample,
} from './table-format.js';

const COLUMNS =
  'id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob'.split(
    ' ',
  );

/** Lanes and words by `type_of_violence`. */
const VIOLENCE: readonly {readonly side: Side; readonly kind: string; readonly title: string}[] = [
  {side: {id: 'other', name: 'Other'}, kind: '', title: 'Violence'},
  {
    side: {id: 'state-based', name: 'State-based'},
    kind: 'State-based conflict',
    title: 'Fighting',
  },
  {side: {id: 'non-state', name: 'Non-state'}, kind: 'Non-state conflict', title: 'Fighting'},
  {
    side: {id: 'one-sided', name: 'One-sided'},
    kind: 'One-sided violence',
    title: 'One-sided violence',
  },
];

/** `where_prec` in words, and as the three steps of `geo_precision`. */
const WHERE: readonly {readonly step: 1 | 2 | 3; readonly words: string}[] = [
  {step: 1, words: 'the place itself'},
  {step: 2, words: 'within about 25 km of the place'},
  {step: 3, words: 'the second-level division'},
  {step: 3, words: 'the first-level division'},
  {step: 2, words: 'along a line or in an area'},
  {step: 3, words: 'the country'},
  {step: 3, words: 'international waters or airspace'},
];

const DATE_PRECISION = [
  'the day is known',
  'known to 2 to 6 days',
  'known to the week',
  'known to the month',
  'known to more than a month',
];

export const ucdpTable: TableFormat = {
  id: 'ucdp',
  name: 'UCDP GED',
  recognise(rows) {
    const names = new Set((rows[0] ?? []).map(foldColumn));
    if (names.has('date_start') && (names.has('type_of_violence') || names.has('date_prec'))) {
      return ['side_a', 'side_b', 'dyad_name', 'where_prec'].some((name) => names.has(name))
        ? 0.98
        : 0.8;
    }
    const bare = rows.filter(isBareRow).length;
    return bare > 0 && bare * 2 > rows.length ? 0.95 : 0;
  },
  open: openUcdp,
};

export const ucdp: Format = tableAsFormat(ucdpTable);

/** A row of the 49 columns, known by the cells that can only hold certain values. */
function isBareRow(cells: readonly string[]): boolean {
  return (
    cells.length === COLUMNS.length &&
    /^[123]$/.test(cells[5] ?? '') &&
    /^[1-5]$/.test(cells[37] ?? '') &&
    readCellDate(cells[38] ?? '') !== undefined &&
    readCellDate(cells[39] ?? '') !== undefined
  );
}

function openUcdp(sample: TableSample): TableReader {
  const first = sample.rows[0] ?? [];
  const hasHeader = first.map(foldColumn).includes('date_start');
  const header = hasHeader ? first : COLUMNS;
  const find = findColumns(header);
  const column = {
    id: find.at('id', 'event_id'),
    type: find.at('type_of_violence'),
    sideA: find.at('side_a', 'sidea'),
    sideB: find.at('side_b', 'sideb'),
    dyad: find.at('dyad_name'),
    article: find.at('source_article'),
    office: find.at('source_office'),
    sourceDate: find.at('source_date'),
    headline: find.at('source_headline'),
    original: find.at('source_original'),
    wherePrecision: find.at('where_prec'),
    where: find.at('where_coordinates'),
    adm1: find.at('adm_1', 'adm1'),
    adm2: find.at('adm_2', 'adm2'),
    latitude: find.at('latitude', 'lat'),
    longitude: find.at('longitude', 'long', 'lon'),
    wkt: find.at('geom_wkt'),
    country: find.at('country'),
    datePrecision: find.at('date_prec'),
    start: find.at('date_start'),
    end: find.at('date_end'),
    best: find.at('best', 'best_est'),
    high: find.at('high', 'high_est'),
    low: find.at('low', 'low_est'),
    index: find.at('', 'unnamed:_0', 'x', 'index', 'rownames', 'row_names', '1'),
  };
  // What stands in the claim's note in full: the articles as they are cited.
  const used = usedColumns(column);
  used.delete(column.article);
  const days = guessDayOrder(
    sample.rows.flatMap((row) => [row[column.start] ?? '', row[column.end] ?? '']),
    'day-first',
  );
  const countOf = createCountReader(
    sample.rows
      .slice(hasHeader ? 1 : 0)
      .flatMap((row) => [column.low, column.best, column.high].map((at) => cellAt(row, at))),
  );
  const violenceOf = (cells: readonly string[]) =>
    VIOLENCE[cellCount(cellAt(cells, column.type)) ?? 0] ?? VIOLENCE[0];

  // A time of day is a spreadsheet's doing: events are coded by the day.
  const readDay = (cell: string | undefined) =>
    readCellDate((cell ?? '').replace(/[T ]\d{1,2}:\d{2}.*$/i, ''), days.order);
  /** Start and end, the end left out when it is missing, the same day or before the start. */
  const readSpan = (cells: readonly string[]) => {
    const start = readDay(cellAt(cells, column.start));
    const end = readDay(cellAt(cells, column.end));
    return {start, end: start && end && end.start > start.start ? end : undefined, given: end};
  };
  /** Of an event whose day is not known the codebook gives the first and the last day it can have been. */
  const edtfOf = (start: CellDate, end: CellDate | undefined, precision: number | undefined) => {
    const isOneDay = (precision ?? 1) <= 1;
    if (end) return isOneDay ? `${start.edtf}/${end.edtf}` : `[${start.edtf}..${end.edtf}]`;
    return isOneDay ? start.edtf : `${start.edtf}~`;
  };
  const titleOf = (cells: readonly string[]): string => {
    const where =
      cellText(cellAt(cells, column.where)) ||
      cellText(cellAt(cells, column.adm1)) ||
      cellText(cellAt(cells, column.country));
    const what = violenceOf(cells)?.title ?? 'Violence';
    return cutText(where === '' ? what : `${what}, ${where}`, 200);
  };

  const row = (cells: readonly string[], rowNumber: number): RowRecord | RowRefusal => {
    const losses: Loss[] = [];
    const lose = (field: string, what: string) => losses.push({row: rowNumber, field, what});
    const {start, end, given} = readSpan(cells);
    if (!start) {
      const raw = cellAt(cells, column.start);
      const what = cellText(raw) === '' ? 'no date' : `not a date: ${quoteCell(raw)}`;
      return {refused: {row: rowNumber, field: 'date_start', what}};
    }
    const rawEnd = cellText(cellAt(cells, column.end));
    for (const [field, date] of [
      ['date_start', start],
      ['date_end', given],
    ] as const) {
      for (const doubt of date ? doubtsOf(date, days.isSettled) : []) {
        const raw = cellAt(cells, field === 'date_start' ? column.start : column.end);
        lose(field, `${doubt}: ${quoteCell(raw)}`);
      }
    }
    if (rawEnd !== '' && !given) lose('date_end', `not a date: ${quoteCell(rawEnd)}`);
    if (given && given.start < start.start) {
      lose('date_end', `before date_start, left out: ${quoteCell(rawEnd)}`);
    }
    const rawPrecision = cellText(cellAt(cells, column.datePrecision));
    const precision = cellCount(rawPrecision);
    if (rawPrecision !== '' && DATE_PRECISION[(precision ?? 0) - 1] === undefined) {
      lose('date_prec', `not 1 to 5: ${quoteCell(rawPrecision)}`);
    }
    const givenId = cellText(cellAt(cells, column.id));
    const edtf = edtfOf(start, end, precision);
    const id = givenId === '' ? rowId(start.edtf, titleOf(cells)) : idFromName('ucdp', givenId);
    const wherePrecision = cellCount(cellAt(cells, column.wherePrecision));
    const near = wherePrecision === undefined ? undefined : WHERE[wherePrecision - 1];
    if (wherePrecision !== undefined && !near) {
      lose('where_prec', `not 1 to 7: ${quoteCell(cellAt(cells, column.wherePrecision))}`);
    }
    const adm2 = cellText(cellAt(cells, column.adm2));
    const place = placeOfRow(
      {
        name: cellAt(cells, column.where),
        country: cellAt(cells, column.country),
        admin1: cellAt(cells, column.adm1),
        latitude: cellAt(cells, column.latitude),
        longitude: cellAt(cells, column.longitude),
        precision: near?.step,
        note: [
          adm2 === '' ? '' : `adm_2: ${adm2}`,
          near ? `where_prec ${wherePrecision}: ${near.words}` : '',
        ]
          .filter((part) => part !== '')
          .join(' · '),
        from: 'UCDP',
      },
      rowNumber,
      losses,
    );
    const sides = [cellAt(cells, column.sideA), cellAt(cells, column.sideB)].map(
      (name): Actor | undefined => {
        const text = cellText(name);
        return text === '' ? undefined : {id: idFromName('actor', text), name: text};
      },
    );
    const roles = sides.flatMap((actor, index) =>
      actor ? [{actor: actor.id, role: index === 0 ? 'side a' : 'side b'}] : [],
    );
    const deaths = readDeaths(
      {
        low: cellAt(cells, column.low),
        best: cellAt(cells, column.best),
        high: cellAt(cells, column.high),
      },
      countOf,
      lose,
    );
    const speakers = cellList(cellAt(cells, column.original)).map((name): Actor => ({
      id: idFromName('actor', name),
      name,
      kind: 'source',
    }));
    const sources = readArticles(
      cellAt(cells, column.article),
      cellAt(cells, column.office),
      cellAt(cells, column.sourceDate),
      cellAt(cells, column.headline),
    );
    const violence = violenceOf(cells);
    if (cellText(cellAt(cells, column.type)) !== '' && violence === VIOLENCE[0]) {
      lose('type_of_violence', `not 1, 2 or 3: ${quoteCell(cellAt(cells, column.type))}`);
    }
    const citations: readonly Citation[] = [
      {source: 'ucdp', paragraph: rowNumber},
      ...sources.map((source) => ({source: source.id})),
    ];
    const rest = find.rest(cells, used);
    const parties = sides.flatMap((actor) => (actor ? [actor.name] : [])).join(' – ');
    const value = [
      cellText(cellAt(cells, column.dyad)) || parties || titleOf(cells),
      deaths === undefined ? '' : `killed: ${deaths.stated ?? wordsOfDeaths(deaths)}`,
    ]
      .filter((part) => part !== '')
      .join('; ');
    const speakerIds = speakers.length === 0 ? [null] : speakers.map((speaker) => speaker.id);
    return {
      event: {
        id,
        title: titleOf(cells),
        when: whenOf(edtf, precision, [cellText(cellAt(cells, column.start)), rawEnd]),
        ...(place === undefined ? {} : {where: [place.id]}),
        ...(roles.length > 0 ? {actors: roles} : {}),
        ...(violence === undefined || violence.kind === '' ? {} : {kind: {type: violence.kind}}),
        ...(deaths === undefined ? {} : {deaths}),
        side: violence?.side.id ?? 'other',
      },
      claims: speakerIds.map((speaker, index): Claim => ({
        id: index === 0 ? `${id}-row` : `${id}-row-${index + 1}`,
        about: {event: id, field: '*'},
        said_by: speaker,
        voice: speaker === null ? 'reporter' : 'paraphrase',
        value,
        citations,
        ...(rest === undefined || index > 0 ? {} : {note: rest}),
      })),
      actors: [...sides.flatMap((actor) => (actor ? [actor] : [])), ...speakers],
      places: place === undefined ? [] : [place],
      sources,
      losses,
    };
  };

  return {
    columns: header.map(foldColumn),
    headerRows: hasHeader ? 1 : 0,
    chronology: {
      title: sample.name,
      summary:
        'Events as coded by the Uppsala Conflict Data Program. Lanes are types of violence. The rows carry no time zone: days are drawn as days in UTC. Who is named as source_original is the speaker of the row.',
      timezone: 'UTC',
      sides: [...VIOLENCE.slice(1).map((one) => one.side), {id: 'other', name: 'Other'}],
      fields: [],
      sources: [
        {
          id: 'ucdp',
          type: 'Dataset',
          headline: `UCDP GED ${sample.name}`,
          publisher: 'Uppsala Conflict Data Program (UCDP)',
          reliability: 'F',
          note: ROW_NOTE,
        },
      ],
    },
    problems: warnOfOrder(days),
    row,
    ...(column.id >= 0 ? {key: (cells) => rowKey(cellText(cells[column.id]))} : {}),
    quick(cells) {
      const {start, end} = readSpan(cells);
      if (!start) return undefined;
      return {
        edtf: edtfOf(start, end, cellCount(cellAt(cells, column.datePrecision))),
        start: start.start,
        end: (end ?? start).end,
        side: violenceOf(cells)?.side.id ?? 'other',
        title: titleOf(cells),
      };
    },
  };
}

function whenOf(edtf: string, precision: number | undefined, cells: readonly string[]): When {
  const days = [...new Set(cells.filter((cell) => cell !== ''))].join(' to ');
  const words = precision === undefined ? undefined : DATE_PRECISION[precision - 1];
  const stated = words === undefined || precision === 1 ? days : `${days}, ${words}`;
  if (edtf.endsWith('~')) {
    return {
      edtf,
      stated,
      basis: 'inferred',
      reason: `date_prec ${precision}: ${words ?? 'not a day'}, though only one day is given`,
    };
  }
  return {edtf, ...(stated === edtf ? {} : {stated}), basis: 'stated'};
}

function readDeaths(
  cells: {readonly [Bound in 'low' | 'best' | 'high']: string | undefined},
  countOf: (text: string) => CountCell,
  lose: (field: string, what: string) => void,
): Quantity | undefined {
  const bounds: {low?: number; best?: number; high?: number} = {};
  for (const bound of ['low', 'best', 'high'] as const) {
    const text = cellText(cells[bound]);
    if (text === '') continue;
    const read = countOf(text);
    if ('count' in read) bounds[bound] = read.count;
    else lose(bound, `${read.doubt}: ${quoteCell(text)}`);
  }
  const {low, best, high} = bounds;
  if (low === undefined && best === undefined && high === undefined) return undefined;
  if (low !== undefined && high !== undefined && low > high) {
    lose('low', 'above high: low and high are kept in words alone');
    return {...(best !== undefined && {best}), stated: wordsOfDeaths(bounds), of: 'killed'};
  }
  if (best !== undefined && (best < (low ?? best) || best > (high ?? best))) {
    lose('best', 'outside low and high, kept as it stands');
  }
  return {...bounds, of: 'killed'};
}

function wordsOfDeaths({low, best, high}: Quantity): string {
  const parts = [
    best === undefined ? '' : `best ${best}`,
    low === undefined ? '' : `low ${low}`,
    high === undefined ? '' : `high ${high}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** The reports a row rests on: office, date and headline where all three lists agree in length. */
function readArticles(
  article: string | undefined,
  office: string | undefined,
  date: string | undefined,
  headline: string | undefined,
): readonly Source[] {
  const parts = (cell: string | undefined) => (cell ?? '').split(';').map((part) => cellText(part));
  const offices = parts(office).filter((name) => name !== '');
  if (offices.length === 0) {
    const whole = cutText(cellText(article), 300);
    return whole === '' ? [] : [{id: idFromName('source', whole), headline: whole}];
  }
  const [dates, headlines] = [parts(date), parts(headline)];
  if (dates.length !== offices.length || headlines.length !== offices.length) {
    return [...new Set(offices)].map((name) => ({
      id: idFromName('source', name),
      headline: name,
      publisher: name,
    }));
  }
  const sources = offices.map((name, index): Source => {
    const title = headlines[index] || name;
    const day = readCellDate(dates[index] ?? '');
    return {
      id: idFromName('source', title, `${name}|${day?.edtf ?? ''}`),
      headline: title,
      publisher: name,
      ...(day ? {date_published: day.edtf} : {}),
    };
  });
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}
