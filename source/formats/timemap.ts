/**
TimeMap event rows, as datasheet-server hands them on; every value is text.

Source: forensic-architecture/timemap and datasheet-server, "export_events": id, description, date
(month/day/year), time, location, coordinates, type, category, associations, sources, comments.
*/
import type {Source} from '../core/events/chronology.js';
import {readClock} from './cell-clock.js';
import {isBareMidnight, withTime} from './cell-date.js';
import {findColumns, usedColumns} from './column-finder.js';
import type {Format, Loss} from './format.js';
import {lanesOfColumn} from './lanes-of-column.js';
import {placeOfRow} from './place-of-row.js';
import {tableAsFormat} from './read-table.js';
import {
  cellAt,
  cellText,
  cutText,
  foldColumn,
  idFromName,
  quoteCell,
  rowId,
  rowKey,
} from './table-cells.js';
import {doubtsOf, guessDayOrder, isDayFirst, readCellDate, warnOfOrder} from './table-date.js';
import {
  ROW_NOTE,
  type RowRecord,
  type RowRefusal,
  type TableFormat,
  type TableReader,
  type TableSample,
} from './table-format.js';

/** Longer descriptions are cut in the title and stand whole in the summary. */
const TITLE_CHARACTERS = 100;

const TELLING = ['category', 'associations', 'sources', 'time_precision', 'comments', 'type'];

export const timemapTable: TableFormat = {
  id: 'timemap',
  name: 'TimeMap events',
  recognise(rows) {
    const names = new Set((rows[0] ?? []).map(foldColumn));
    if (!['description', 'date', 'latitude', 'longitude'].every((name) => names.has(name)))
      return 0;
    const telling = TELLING.filter((name) => names.has(name)).length;
    return telling < 2 ? 0 : Math.min(0.7 + telling * 0.06, 0.95);
  },
  open: openTimemap,
};

export const timemap: Format = tableAsFormat(timemapTable);

function openTimemap(sample: TableSample): TableReader {
  const header = sample.rows[0] ?? [];
  const find = findColumns(header);
  const column = {
    id: find.at('id'),
    description: find.at('description'),
    date: find.at('date'),
    time: find.at('time'),
    timePrecision: find.at('time_precision'),
    location: find.at('location'),
    latitude: find.at('latitude'),
    longitude: find.at('longitude'),
    type: find.at('type'),
    category: find.at('category'),
    associations: find.at('associations'),
    sources: find.at('sources'),
    comments: find.at('comments'),
  };
  const used = usedColumns(column);
  const rows = sample.rows.slice(1);
  const days = guessDayOrder(
    rows.map((row) => row[column.date] ?? ''),
    'month-first',
  );
  // The format has the month first: only a date that cannot have it so casts doubt on the others.
  const isAsDefined = days.order === 'month-first' && !days.isContradictory;
  const laneColumn = column.category >= 0 ? column.category : column.type;
  const lanes = lanesOfColumn(rows.map((row) => row[laneColumn]));

  // A sheet in which no row has another time writes 0:00 for "no time".
  const haveClocks = rows.some((row) => {
    const clock = readClock(cellText(cellAt(row, column.time)));
    return clock !== undefined && !isBareMidnight(clock);
  });

  const readWhen = (cells: readonly string[]) => {
    const date = cellText(cellAt(cells, column.date));
    const time = cellText(cellAt(cells, column.time));
    const day = readCellDate(date, days.order);
    const clock = readClock(time);
    const isTimed =
      day?.edtf.length === 10 && clock !== undefined && (haveClocks || !isBareMidnight(clock));
    return {day, timed: isTimed ? withTime(day, clock) : undefined, date, time, clock};
  };
  const titleOf = (cells: readonly string[]): string => {
    const text =
      cellText(cellAt(cells, column.description)) ||
      cellText(cellAt(cells, column.type)) ||
      cellText(cellAt(cells, column.location)) ||
      'Event';
    return cutText(text, TITLE_CHARACTERS);
  };

  const row = (cells: readonly string[], rowNumber: number): RowRecord | RowRefusal => {
    const losses: Loss[] = [];
    const lose = (field: string, what: string) => losses.push({row: rowNumber, field, what});
    const {day, timed, date, time, clock} = readWhen(cells);
    if (!day) {
      const what = date === '' ? 'no date' : `not a date: ${quoteCell(date)}`;
      return {refused: {row: rowNumber, field: 'date', what}};
    }
    if (time !== '' && !timed && !(clock && isBareMidnight(clock))) {
      lose('time', `not a time of day, kept in words: ${quoteCell(time)}`);
    }
    for (const doubt of doubtsOf(day, isAsDefined)) lose('date', `${doubt}: ${quoteCell(date)}`);
    if (isDayFirst(date))
      lose('date', `the day is first, where TimeMap has the month: ${quoteCell(date)}`);
    for (const remark of timed?.remarks ?? []) lose('time', `${remark}: ${quoteCell(time)}`);
    const given = cellText(cellAt(cells, column.id));
    const place = placeOfRow(
      {
        name: cellAt(cells, column.location),
        latitude: cellAt(cells, column.latitude),
        longitude: cellAt(cells, column.longitude),
        from: 'the TimeMap rows',
      },
      rowNumber,
      losses,
    );
    const sources = readNames(cellAt(cells, column.sources)).map((name): Source => ({
      id: idFromName('source', name),
      headline: cutText(name, 300),
    }));
    const tags = readNames(cellAt(cells, column.associations));
    const type = cellText(cellAt(cells, column.type));
    const description = cellText(cellAt(cells, column.description));
    const comments = cellText(cellAt(cells, column.comments));
    const precision = cellText(cellAt(cells, column.timePrecision));
    const title = titleOf(cells);
    const rest = find.rest(cells, used);
    const edtf = (timed ?? day).edtf;
    const id = given === '' ? rowId(edtf, title) : idFromName('timemap', given);
    const words = [date, time, precision === '' ? '' : `(${precision})`].filter(Boolean).join(' ');
    return {
      event: {
        id,
        title,
        ...(description === '' || description === title ? {} : {summary: description}),
        when: {edtf, ...(words === edtf ? {} : {stated: words}), basis: 'stated'},
        ...(place ? {where: [place.id]} : {}),
        ...(type === '' ? {} : {kind: {type}}),
        side: lanes.of(cellAt(cells, laneColumn)),
        ...(tags.length > 0 ? {tags} : {}),
        ...(comments === '' ? {} : {note: comments}),
      },
      claims: [
        {
          id: `${id}-row`,
          about: {event: id, field: '*'},
          said_by: null,
          voice: 'reporter',
          value: description === '' ? title : description,
          citations: [
            {source: 'timemap', paragraph: rowNumber},
            ...sources.map((source) => ({source: source.id})),
          ],
          ...(rest === undefined ? {} : {note: rest}),
        },
      ],
      actors: [],
      places: place ? [place] : [],
      sources,
      losses,
    };
  };

  return {
    columns: header.map(foldColumn),
    headerRows: 1,
    chronology: {
      title: sample.name,
      summary: `Events of a TimeMap sheet. Lanes are its ${column.category >= 0 ? 'categories' : 'types'}. The rows carry no time zone: times are drawn as times in UTC.`,
      timezone: 'UTC',
      sides: lanes.sides,
      fields: [],
      sources: [
        {
          id: 'timemap',
          type: 'Dataset',
          headline: `TimeMap events ${sample.name}`,
          reliability: 'F',
          note: ROW_NOTE,
        },
      ],
    },
    problems: warnOfOrder(days),
    row,
    ...(column.id >= 0 ? {key: (cells) => rowKey(cellText(cells[column.id]))} : {}),
    quick(cells) {
      const {day, timed} = readWhen(cells);
      const date = timed ?? day;
      if (!date) return undefined;
      const {edtf, start, end} = date;
      return {edtf, start, end, side: lanes.of(cellAt(cells, laneColumn)), title: titleOf(cells)};
    },
  };
}

/** A list in a cell, parted by semicolons, or by commas when it has none. */
function readNames(cell: string | undefined): readonly string[] {
  const text = cellText(cell);
  const parts = text.includes(';') ? text.split(';') : text.split(',');
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}
