/**
Timesketch timelines as CSV and JSONL.

Source: Timesketch documentation, "Import data from CSV or JSONL": `message`, `datetime` or `timestamp`
(microseconds since 1970), and `timestamp_desc` are required.
*/
import {findColumns, usedColumns} from './column-finder.js';
import type {Format, Loss} from './format.js';
import {lanesOfColumn} from './lanes-of-column.js';
import {tableAsFormat} from './read-table.js';
import {
  cellAt,
  cellNumber,
  cellText,
  cutText,
  foldColumn,
  quoteCell,
  rowId,
} from './table-cells.js';
import {atMidnight, type CellDate, instantOf, readTicks} from './cell-date.js';
import {readCellDate} from './table-date.js';
import {
  ROW_NOTE,
  type RowRecord,
  type RowRefusal,
  type TableFormat,
  type TableReader,
  type TableSample,
} from './table-format.js';

/** Seconds from 2001 on; fewer of them are microseconds of the first quarter of an hour of 1970. */
const LEAST_SECONDS = 1e9;
/** Longer messages are cut in the title and stand whole in the summary. */
const TITLE_CHARACTERS = 120;

export const timesketchTable: TableFormat = {
  id: 'timesketch',
  name: 'Timesketch timeline',
  recognise(rows) {
    const names = new Set((rows[0] ?? []).map(foldColumn));
    if (!names.has('message') || !names.has('timestamp_desc')) return 0;
    return names.has('datetime') || names.has('timestamp') ? 0.98 : 0;
  },
  open: openTimesketch,
};

export const timesketch: Format = tableAsFormat(timesketchTable);

function openTimesketch(sample: TableSample): TableReader {
  const header = sample.rows[0] ?? [];
  const find = findColumns(header);
  const column = {
    message: find.at('message'),
    datetime: find.at('datetime'),
    timestamp: find.at('timestamp'),
    description: find.at('timestamp_desc'),
    tag: find.at('tag', 'tags'),
  };
  const used = usedColumns(column);
  const lanes = lanesOfColumn(sample.rows.slice(1).map((row) => row[column.description]));

  const readWhen = (cells: readonly string[]) => {
    const written = cellText(cellAt(cells, column.datetime));
    const ticks = cellText(cellAt(cells, column.timestamp));
    const day = readCellDate(written);
    // What a machine has logged at midnight was at midnight.
    const byText = day && atMidnight(day);
    const byTicks = readTimestamp(ticks);
    return {date: byText ?? byTicks, byText, byTicks, written, ticks};
  };
  const titleOf = (cells: readonly string[]) =>
    cutText(cellText(cellAt(cells, column.message)) || 'Event', TITLE_CHARACTERS);

  const row = (cells: readonly string[], rowNumber: number): RowRecord | RowRefusal => {
    const losses: Loss[] = [];
    const lose = (field: string, what: string) => losses.push({row: rowNumber, field, what});
    const {date, byText, byTicks, written, ticks} = readWhen(cells);
    if (!date) {
      const raw = written || ticks;
      const what = raw === '' ? 'no date' : `not a date: ${quoteCell(raw)}`;
      return {refused: {row: rowNumber, field: 'datetime', what}};
    }
    if (written !== '' && !byText) {
      lose('datetime', `not a date, timestamp is used: ${quoteCell(written)}`);
    }
    if (ticks !== '' && !byTicks) lose('timestamp', `not a time: ${quoteCell(ticks)}`);
    if (byText && byTicks && byText.start !== byTicks.start && byText.edtf.endsWith('Z')) {
      lose('timestamp', `another time than datetime, which is used: ${quoteCell(ticks)}`);
    }
    for (const remark of date.remarks ?? []) lose(byText ? 'datetime' : 'timestamp', remark);
    const message = cellText(cellAt(cells, column.message));
    if (message === '') lose('message', 'no message');
    const title = titleOf(cells);
    const id = rowId(date.edtf, title);
    const description = cellText(cellAt(cells, column.description));
    const tags = readTags(cellText(cellAt(cells, column.tag)));
    const rest = find.rest(cells, used);
    const stated = byText ? written : ticks;
    return {
      event: {
        id,
        title,
        ...(title === message || message === '' ? {} : {summary: message}),
        when: {
          edtf: date.edtf,
          ...(stated === date.edtf ? {} : {stated}),
          basis: 'stated',
        },
        ...(description === '' ? {} : {kind: {type: description}}),
        side: lanes.of(description),
        ...(tags.length > 0 ? {tags} : {}),
      },
      claims: [
        {
          id: `${id}-row`,
          about: {event: id, field: '*'},
          said_by: null,
          voice: 'reporter',
          value: message === '' ? title : message,
          citations: [{source: 'timesketch', paragraph: rowNumber}],
          ...(rest === undefined ? {} : {note: rest}),
        },
      ],
      actors: [],
      places: [],
      sources: [],
      losses,
    };
  };

  return {
    columns: header.map(foldColumn),
    headerRows: 1,
    chronology: {
      title: sample.name,
      summary:
        'Log entries of a Timesketch timeline. Lanes are what the times mean (timestamp_desc). Times without an offset are taken as UTC.',
      timezone: 'UTC',
      sides: lanes.sides,
      fields: [],
      sources: [
        {
          id: 'timesketch',
          type: 'Dataset',
          headline: `Timesketch timeline ${sample.name}`,
          reliability: 'F',
          note: ROW_NOTE,
        },
      ],
    },
    problems: [],
    row,
    quick(cells) {
      const {date} = readWhen(cells);
      if (!date) return undefined;
      const {edtf, start, end} = date;
      return {
        edtf,
        start,
        end,
        side: lanes.of(cellAt(cells, column.description)),
        title: titleOf(cells),
      };
    },
  };
}

/** Microseconds since 1970, as Timesketch has it; seconds or milliseconds where only they are of our time. */
function readTimestamp(text: string): CellDate | undefined {
  const ticks = cellNumber(text);
  if (ticks === undefined) return undefined;
  return Math.abs(ticks) < LEAST_SECONDS ? instantOf(ticks / 1000) : readTicks(text);
}

/** Tags as a list in words or as Python and JSON print one. */
function readTags(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .replace(/^\[|\]$/g, '')
        .split(/[;,]/)
        .map((tag) => tag.trim().replace(/^['"]|['"]$/g, ''))
        .filter((tag) => tag !== ''),
    ),
  ];
}
