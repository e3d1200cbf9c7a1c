/**
ACLED event data, every generation of the export from 2015 on.

Source: ACLED Codebook (acleddata.com): event types and sub-types, `time_precision`, `geo_precision`,
actor types (`inter`). Actor 1 and actor 2 stand in no order: neither is the attacker.
*/
import type {Citation, When} from '../core/events/chronology.js';
import {
  type ActorCells,
  type Lose,
  readActors,
  readFatalities,
  readGroup,
  readPrecision,
  readSources,
  readTimestamp,
  whenOf,
} from './acled-cells.js';
import {ACLED_SIDES, acledLane} from './acled-lanes.js';
import {acledParts} from './acled-parts.js';
import {findColumns, usedColumns} from './column-finder.js';
import {createCountReader} from './count-reader.js';
import type {Format, Loss} from './format.js';
import {mergeRows} from './merge-rows.js';
import {placeOfRow} from './place-of-row.js';
import {tableAsFormat} from './read-table.js';
import {cellsKey, rememberCells} from './remember-cells.js';
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
import {type CellDate, monthOf} from './cell-date.js';
import {doubtsOf, guessDayOrder, readCellDate, warnOfOrder} from './table-date.js';
import {
  ROW_NOTE,
  type RowRecord,
  type RowRefusal,
  type TableFormat,
  type TableReader,
  type TableSample,
} from './table-format.js';

const TELLING = [
  'event_id_cnty',
  'data_id',
  'sub_event_type',
  'actor1',
  'assoc_actor_1',
  'ally_actor_1',
  'inter1',
  'interaction',
  'geo_precision',
  'time_precision',
  'fatalities',
  'admin1',
  'source_scale',
  'disorder_type',
];

/** Who publishes the exports, as the source of a chronology made of one. */
export const ACLED_PUBLISHER = 'Armed Conflict Location & Event Data (ACLED)';

export const acledTable: TableFormat = {
  id: 'acled',
  name: 'ACLED export',
  recognise(rows) {
    const names = new Set((rows[0] ?? []).map(foldColumn));
    if (!names.has('event_date') || !names.has('event_type')) return 0;
    const telling = TELLING.filter((name) => names.has(name)).length;
    return Math.min(0.8 + telling * 0.05, 0.99);
  },
  open: openAcled,
};

export const acled: Format = tableAsFormat(acledTable);

function openAcled(sample: TableSample): TableReader {
  const header = sample.rows[0] ?? [];
  const find = findColumns(header);
  const column = {
    id: find.at('event_id_cnty', 'event_id', 'data_id', 'event_id_no_cnty'),
    date: find.at('event_date'),
    year: find.at('year'),
    timePrecision: find.at('time_precision', 'time_prec', 'timeprecision'),
    type: find.at('event_type'),
    subType: find.at('sub_event_type'),
    actor1: find.at('actor1', 'actor_1'),
    actor2: find.at('actor2', 'actor_2'),
    assoc1: find.at('assoc_actor_1', 'ally_actor_1', 'assoc_actor1', 'associated_actor_1'),
    assoc2: find.at('assoc_actor_2', 'ally_actor_2', 'assoc_actor2', 'associated_actor_2'),
    inter1: find.at('inter1', 'inter_1'),
    inter2: find.at('inter2', 'inter_2'),
    country: find.at('country'),
    admin1: find.at('admin1', 'admin_1'),
    admin2: find.at('admin2', 'admin_2'),
    admin3: find.at('admin3', 'admin_3'),
    location: find.at('location'),
    latitude: find.at('latitude', 'lat'),
    longitude: find.at('longitude', 'long', 'lon'),
    geoPrecision: find.at('geo_precision', 'geo_precis', 'geo_prec', 'geoprecision'),
    source: find.at('source'),
    notes: find.at('notes'),
    fatalities: find.at('fatalities'),
    tags: find.at('tags'),
    timestamp: find.at('timestamp'),
    index: find.at('', 'unnamed:_0', 'x', 'index', 'rownames', 'row_names', '1'),
  };
  const used = usedColumns(column);
  const days = guessDayOrder(
    sample.rows.slice(1).map((row) => row[column.date] ?? ''),
    'day-first',
  );

  const countOf = createCountReader(
    sample.rows.slice(1).map((row) => cellAt(row, column.fatalities)),
  );

  const knownDay = rememberCells<{readonly date: CellDate | undefined}>();
  const readDay = (cells: readonly string[]): CellDate | undefined => {
    const written = (cellAt(cells, column.date) ?? '').trim();
    // A time of day is a spreadsheet's doing: events are coded by the day.
    const year = cellAt(cells, column.year);
    return knownDay(cellsKey([written, year]), () => {
      const day = written.replace(/[T ]\d{1,2}:\d{2}.*$/i, '');
      return {date: readCellDate(day, days.order, cellCount(year))};
    }).date;
  };

  /** The date at the precision that was coded: a coder's day within a week or a month is no day. */
  const readWhen = (
    cells: readonly string[],
    day: CellDate,
  ): {readonly edtf: string; readonly start: number; readonly end: number} => {
    const precision = cellCount(cellAt(cells, column.timePrecision));
    if (precision === 2 && day.edtf.length === 10) return {...day, edtf: `${day.edtf}~`};
    if (precision === 3) {
      return monthOf(Number(day.edtf.slice(0, 4)), Number(day.edtf.slice(5, 7))) ?? day;
    }
    return day;
  };

  const titleOf = (cells: readonly string[]): string => {
    const what =
      cellText(cellAt(cells, column.subType)) || cellText(cellAt(cells, column.type)) || 'Event';
    const where =
      cellText(cellAt(cells, column.location)) ||
      cellText(cellAt(cells, column.admin1)) ||
      cellText(cellAt(cells, column.country));
    return where === '' ? cutText(what, 200) : cutText(`${what}, ${where}`, 200);
  };

  const checkDay = (cells: readonly string[], day: CellDate, lose: Lose): void => {
    const year = cellText(cellAt(cells, column.year));
    if (year !== '' && Number(year) !== Number(day.edtf.slice(0, 4))) {
      lose('year', `another year than event_date, which is used: ${quoteCell(year)}`);
    }
    for (const doubt of doubtsOf(day, days.isSettled)) {
      lose('event_date', `${doubt}: ${quoteCell(cellAt(cells, column.date))}`);
    }
  };

  const readStated = (cells: readonly string[], day: CellDate, lose: Lose): When => {
    const precision = cellAt(cells, column.timePrecision);
    return whenOf(readWhen(cells, day).edtf, cellAt(cells, column.date), precision, lose);
  };

  const readPlace = (cells: readonly string[], rowNumber: number, losses: Loss[]) => {
    const lose = (field: string, what: string) => losses.push({row: rowNumber, field, what});
    return placeOfRow(
      {
        name: cellAt(cells, column.location),
        country: cellAt(cells, column.country),
        admin1: cellAt(cells, column.admin1),
        latitude: cellAt(cells, column.latitude),
        longitude: cellAt(cells, column.longitude),
        precision: readPrecision(cellAt(cells, column.geoPrecision), 'geo_precision', lose),
        note: [cellText(cellAt(cells, column.admin2)), cellText(cellAt(cells, column.admin3))]
          .map((name, index) => (name === '' ? '' : `admin${index + 2}: ${name}`))
          .filter((part) => part !== '')
          .join(' · '),
        from: 'ACLED',
      },
      rowNumber,
      losses,
    );
  };

  const actorCells = (cells: readonly string[], number: number): ActorCells => ({
    number,
    names: cellAt(cells, number === 1 ? column.actor1 : column.actor2),
    inter: cellAt(cells, number === 1 ? column.inter1 : column.inter2),
    associated: cellAt(cells, number === 1 ? column.assoc1 : column.assoc2),
  });

  /** @returns what a reader makes of cells from which nothing is lost. */
  const unlessLost = <T>(make: (lose: Lose) => T): T | undefined => {
    let isLost = false;
    const made = make(() => {
      isLost = true;
    });
    return isLost ? undefined : made;
  };

  const everyColumn = header.map((_, position) => position);
  const apart = acledParts(
    column,
    everyColumn.filter((position) => !used.has(position)),
    {
      when(cells) {
        const day = readDay(cells);
        if (day === undefined) return undefined;
        return unlessLost((lose) => {
          checkDay(cells, day, lose);
          return readStated(cells, day, lose);
        });
      },
      place(cells) {
        const losses: Loss[] = [];
        const place = readPlace(cells, 0, losses);
        return losses.length > 0 ? undefined : {place};
      },
      actors: (cells, number) => readGroup(actorCells(cells, number)).actors,
      sources: (cells) => readSources(cellAt(cells, column.source)),
      deaths: (cells) =>
        unlessLost((lose) => ({
          deaths: readFatalities(cellAt(cells, column.fatalities), countOf, lose),
        })),
      rest: (cells, one) =>
        find.rest(cells, new Set(everyColumn.filter((position) => position !== one))),
    },
  );

  const row = (cells: readonly string[], rowNumber: number): RowRecord | RowRefusal => {
    const losses: Loss[] = [];
    const lose = (field: string, what: string) => losses.push({row: rowNumber, field, what});
    const raw = cellAt(cells, column.date);
    const day = readDay(cells);
    if (!day) {
      return {
        refused: {
          row: rowNumber,
          field: 'event_date',
          what: cellText(raw) === '' ? 'no date' : `not a date: ${quoteCell(raw)}`,
        },
      };
    }
    checkDay(cells, day, lose);
    const place = readPlace(cells, rowNumber, losses);
    const {actors, roles} = readActors([1, 2].map((number) => actorCells(cells, number)));
    const sources = readSources(cellAt(cells, column.source));
    const notes = cellText(cellAt(cells, column.notes));
    if (/[\r\n]/.test((cellAt(cells, column.notes) ?? '').trim())) {
      lose('notes', 'line breaks are read as blanks');
    }
    const deaths = readFatalities(cellAt(cells, column.fatalities), countOf, lose);
    const type = cellText(cellAt(cells, column.type));
    const subType = cellText(cellAt(cells, column.subType));
    if (type === '') lose('event_type', 'no event type');
    const tags = cellList(cellAt(cells, column.tags));
    const rest = find.rest(cells, used);
    const title = titleOf(cells);
    const when = readStated(cells, day, lose);
    const given = cellText(cellAt(cells, column.id));
    const id = given === '' ? rowId(when.edtf, title) : idFromName('acled', given);
    const said = readTimestamp(cellAt(cells, column.timestamp), lose);
    const citations: readonly Citation[] = [
      {source: 'acled', paragraph: rowNumber},
      ...sources.map((source) => ({source: source.id})),
    ];
    return {
      event: {
        id,
        title,
        ...(notes === '' ? {} : {summary: notes}),
        when,
        ...(place === undefined ? {} : {where: [place.id]}),
        ...(roles.length > 0 ? {actors: roles} : {}),
        ...(type === '' && subType === ''
          ? {}
          : {
              kind: {
                ...(type === '' ? {} : {type}),
                ...(subType === '' ? {} : {sub_type: subType}),
              },
            }),
        ...(deaths === undefined ? {} : {deaths}),
        side: acledLane(type).id,
        ...(tags.length > 0 ? {tags} : {}),
      },
      claims: [
        {
          id: `${id}-row`,
          about: {event: id, field: '*'},
          said_by: null,
          ...(said === undefined ? {} : {said_at: said}),
          voice: 'reporter',
          value: notes === '' ? title : notes,
          citations,
          ...(rest === undefined ? {} : {note: rest}),
        },
      ],
      actors,
      places: place === undefined ? [] : [place],
      sources,
      losses,
    };
  };

  return {
    columns: header.map(foldColumn),
    headerRows: 1,
    chronology: {
      title: sample.name,
      summary:
        'Events as coded by ACLED. Lanes are event types. The rows carry no time zone: days are drawn as days in UTC. Actor 1 and actor 2 stand in no order.',
      timezone: 'UTC',
      sides: ACLED_SIDES,
      fields: [],
      sources: [
        {
          id: 'acled',
          type: 'Dataset',
          headline: `ACLED export ${sample.name}`,
          publisher: ACLED_PUBLISHER,
          reliability: 'F',
          note: ROW_NOTE,
        },
      ],
    },
    problems: warnOfOrder(days),
    row,
    ...(column.id >= 0
      ? {
          key(cells: readonly string[]) {
            return rowKey(cellText(cells[column.id]));
          },
        }
      : {}),
    ...(apart === undefined ? {} : {apart}),
    merge: mergeMonadic,
    quick(cells) {
      const day = readDay(cells);
      if (!day) return undefined;
      const {edtf, start, end} = readWhen(cells, day);
      return {
        edtf,
        start,
        end,
        side: acledLane(cellText(cellAt(cells, column.type))).id,
        title: titleOf(cells),
      };
    },
  };
}

/** In a monadic export the second row tells the event from the other actor's place. */
function mergeMonadic(first: RowRecord, next: RowRecord, nextRow: number): RowRecord {
  const leading = first.event.actors?.find((one) => one.role === 'actor 1')?.actor;
  const nextLeading = next.event.actors?.find((one) => one.role === 'actor 1')?.actor;
  if (leading === nextLeading || next.event.actors === undefined) {
    return mergeRows(first, next, nextRow);
  }
  const swapped = next.event.actors.map((one) => ({
    ...one,
    role: one.role.replace(/actor ([12])$/, (_, number) =>
      number === '1' ? 'actor 2' : 'actor 1',
    ),
  }));
  return mergeRows(first, {...next, event: {...next.event, actors: swapped}}, nextRow);
}
