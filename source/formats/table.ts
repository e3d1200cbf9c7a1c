/**
A plain table of events: CSV, TSV, or JSON objects, with a column of dates. What the columns mean is
guessed from names and values, and shown; or told with `--map date=COLUMN,title=COLUMN`.
*/
import type {Actor, Problem, Quantity, Source} from '../core/events/chronology.js';
import {parseEdtf} from '../core/time/edtf.js';
import {findColumns} from './column-finder.js';
import type {Format, Loss} from './format.js';
import {guessColumns, type GuessedColumns, type TableField} from './guess-columns.js';
import {lanesOfColumn} from './lanes-of-column.js';
import {placeOfRow} from './place-of-row.js';
import {readPlainDate} from './plain-date.js';
import {tableAsFormat} from './read-table.js';
import {
  cellCount,
  cellList,
  cellText,
  cutText,
  foldColumn,
  idFromName,
  quoteCell,
  rowKey,
} from './table-cells.js';
import type {CellDate} from './cell-date.js';
import {doubtsOf, guessDayOrder, readCellDate} from './table-date.js';
import {MOST_COLUMNS} from './split-head.js';
import {
  ROW_NOTE,
  type RowRecord,
  type RowRefusal,
  type TableFormat,
  type TableReader,
  type TableSample,
} from './table-format.js';

const TITLE_CHARACTERS = 120;

const isJson = (delimiter: string) => delimiter === 'json' || delimiter === 'ndjson';

/** @returns a plain format for the delimiters it takes. */
function plainTable(id: string, name: string, takes: (delimiter: string) => boolean): TableFormat {
  return {
    id,
    name,
    recognise(rows, delimiter) {
      const width = rows[0]?.length ?? 0;
      if (!takes(delimiter)) return 0;
      // Taken for a table, so that reading it says what is wrong with it.
      if (width > MOST_COLUMNS) return 0.05;
      if (width < 2 || rows.length < 2) return 0;
      const even = rows.filter((row) => row.length === width).length / rows.length;
      if (even < 0.8) return 0;
      const guessed = guessColumns(rows, isJson(delimiter));
      if ('severity' in guessed) return 0.05;
      // Cells that are dates from end to end, in rows of equal length, are no prose with commas in it.
      return !isJson(delimiter) && even > 0.9 ? 0.75 : 0.4;
    },
    open: openPlain,
  };
}

export const csvTable = plainTable(
  'csv',
  'plain table (CSV)',
  (one) => !isJson(one) && one !== '\t',
);
export const tsvTable = plainTable('tsv', 'plain table (TSV)', (one) => one === '\t');
export const jsonTable = plainTable('json', 'JSON rows', (one) => one === 'json');
export const ndjsonTable = plainTable('ndjson', 'NDJSON events', (one) => one === 'ndjson');

export const csv: Format = tableAsFormat(csvTable);
export const tsv: Format = tableAsFormat(tsvTable);
export const jsonEvents: Format = tableAsFormat(jsonTable);
export const ndjson: Format = tableAsFormat(ndjsonTable);

function openPlain(sample: TableSample): TableReader | Problem {
  const guessed = guessColumns(sample.rows, isJson(sample.delimiter), sample.columnMap);
  if ('severity' in guessed) return guessed;
  const {header, headerRows} = guessed;
  const rows = sample.rows.slice(headerRows);
  const find = findColumns(header);
  const position = (field: TableField) => guessed.at.get(field) ?? -1;
  const cell = (cells: readonly string[], field: TableField): string | undefined =>
    cells[position(field)];
  const text = (cells: readonly string[], field: TableField) => cellText(cell(cells, field));
  const ids = rows.map((row) => cellText(row[position('id')])).filter((one) => one !== '');
  const hasIds = ids.length > 0 && new Set(ids).size === ids.length;
  const used = new Set(guessed.at.values());
  // A guessed id that comes twice is no id.
  if (!hasIds && !guessed.told.has('id')) used.delete(position('id'));
  const prefix = position('id') < 0 ? '' : 'row-';
  const idOf = (cells: readonly string[]) =>
    hasIds || guessed.told.has('id') ? text(cells, 'id') : '';
  const days = guessDayOrder(
    rows.map((row) => row[position('date')] ?? ''),
    'day-first',
  );
  const manner = {
    order: days.order,
    isTicks: /time|stamp|epoch/.test(foldColumn(header[position('date')] ?? '')),
  };
  const sideCells = rows.map((row) => row[position('side')]);
  const lanes = lanesOfColumn(position('side') < 0 ? [] : sideCells);
  const hasLanes = lanes.sides.length > 1;
  // A column with a value of its own in most rows is no lane.
  const isCrowded = lanes.shared > 40 && lanes.shared * 2 > rows.length;
  if (isCrowded) used.delete(position('side'));
  const laneOf = (cells: readonly string[]) =>
    hasLanes && !isCrowded ? lanes.of(cell(cells, 'side')) : 'lane-events';

  const readStart = (cells: readonly string[]): CellDate | undefined => {
    const written = text(cells, 'date');
    const day = position('date') >= 0 ? readPlainDate(written, manner) : readParts(cells, text);
    const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text(cells, 'time'));
    if (!day || !clock || !/^\d{4}-\d\d-\d\d$/.test(day.edtf)) return day;
    const time = `${(clock[1] ?? '').padStart(2, '0')}:${clock[2]}:${clock[3] ?? '00'}`;
    const timed = readCellDate(`${day.edtf}T${time}Z`);
    return timed ? {...timed, edtf: `${day.edtf}T${time}`} : day;
  };
  const readSpan = (cells: readonly string[]) => {
    const start = readStart(cells);
    const rawEnd = text(cells, 'end');
    const isOpen = /^(\.\.|present|ongoing|now|today|open)$/i.test(rawEnd);
    const end = isOpen ? undefined : readPlainDate(rawEnd, manner);
    const isPlain = start !== undefined && !/[/[{]/.test(start.edtf);
    const isLater =
      isPlain &&
      end !== undefined &&
      !/[/[{]/.test(end.edtf) &&
      end.start > start.start &&
      ((isDay(start) && isDay(end)) || parseEdtf(`${start.edtf}/${end.edtf}`).ok);
    const edtf = !start
      ? ''
      : isOpen && isPlain
        ? `${start.edtf}/..`
        : isLater
          ? `${start.edtf}/${end.edtf}`
          : start.edtf;
    return {start, end, rawEnd, isOpen, isLater, edtf};
  };
  const titleOf = (cells: readonly string[]) =>
    cutText(text(cells, 'title') || text(cells, 'summary') || 'Event', TITLE_CHARACTERS);

  const row = (cells: readonly string[], rowNumber: number): RowRecord | RowRefusal => {
    const losses: Loss[] = [];
    const lose = (field: string, what: string) => losses.push({row: rowNumber, field, what});
    const nameOf = (field: TableField) => header[position(field)]?.trim() || field;
    const {start, end, rawEnd, isOpen, isLater, edtf} = readSpan(cells);
    const dateField: TableField = position('date') >= 0 ? 'date' : 'year';
    const written = text(cells, dateField);
    if (!start) {
      const what = written === '' ? 'no date' : `not a date: ${quoteCell(written)}`;
      return {refused: {row: rowNumber, field: nameOf(dateField), what}};
    }
    if (rawEnd !== '' && !end && !isOpen) {
      lose(nameOf('end'), `not a date: ${quoteCell(rawEnd)}`);
    } else if (end && !isLater && end.edtf !== start.edtf) {
      lose(nameOf('end'), `not after the start, left out: ${quoteCell(rawEnd)}`);
    }
    for (const doubt of doubtsOf(start, days.isSettled)) {
      lose(nameOf('date'), `${doubt}: ${quoteCell(written)}`);
    }
    const clock = text(cells, 'time');
    if (clock !== '' && !start.edtf.includes('T')) {
      lose(nameOf('time'), `not a time of day, kept in words: ${quoteCell(clock)}`);
    }
    const given = idOf(cells);
    const id = given === '' ? `event-${prefix}${rowNumber}` : idFromName('event', given);
    const place = placeOfRow(
      {
        name: cell(cells, 'place'),
        country: cell(cells, 'country'),
        latitude: cell(cells, 'latitude'),
        longitude: cell(cells, 'longitude'),
        from: 'the table',
      },
      rowNumber,
      losses,
    );
    const actors = cellList(cell(cells, 'actors')).map((name): Actor => ({
      id: idFromName('actor', name),
      name,
    }));
    const sources = cellList(cell(cells, 'source')).map((name): Source => ({
      id: idFromName('source', name),
      headline: cutText(name, 300),
    }));
    const link = text(cells, 'url');
    const isUrl = /^https?:\/\/\S+$/i.test(link);
    const whole = text(cells, 'title');
    const title = titleOf(cells);
    const summary = text(cells, 'summary') || (whole === title ? '' : whole);
    const deaths = readDeaths(text(cells, 'deaths'), (what) => lose(nameOf('deaths'), what));
    const tags = cellList((cell(cells, 'tags') ?? '').replaceAll(',', ';'));
    const note = text(cells, 'note');
    const rest = [
      link === '' || isUrl ? '' : `${nameOf('url')}: ${link}`,
      summary === whole || title === whole ? '' : `${nameOf('title')}: ${whole}`,
      find.rest(cells, used) ?? '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
    const words = [dateField === 'year' ? '' : written, clock, rawEnd === '' ? '' : `to ${rawEnd}`]
      .filter((part) => part !== '')
      .join(' ');
    return {
      event: {
        id,
        title,
        ...(summary === '' || summary === title ? {} : {summary}),
        when: {edtf, ...(words === edtf || words === '' ? {} : {stated: words}), basis: 'stated'},
        ...(place ? {where: [place.id]} : {}),
        ...(actors.length > 0
          ? {actors: actors.map((actor) => ({actor: actor.id, role: 'named'}))}
          : {}),
        ...(deaths ? {deaths} : {}),
        side: laneOf(cells),
        ...(tags.length > 0 ? {tags} : {}),
        ...(isUrl ? {urls: [link]} : {}),
        ...(note === '' ? {} : {note}),
      },
      claims: [
        {
          id: `${id}-row-${rowNumber}`,
          about: {event: id, field: '*'},
          said_by: null,
          voice: 'reporter',
          value: summary || title,
          citations: [
            {source: 'table', paragraph: rowNumber},
            ...sources.map((source) => ({source: source.id})),
          ],
          ...(rest === '' ? {} : {note: rest}),
        },
      ],
      actors,
      places: place ? [place] : [],
      sources,
      losses,
    };
  };

  return {
    columns: header.map(foldColumn),
    headerRows,
    chronology: {
      title: sample.name,
      summary: `Rows of a plain table. ${hasLanes && !isCrowded ? `Lanes are the values of its column "${cutText(cellText(header[position('side')]), 60)}". ` : ''}The rows carry no time zone unless a time has an offset: they are drawn in UTC.`,
      timezone: 'UTC',
      sides: hasLanes && !isCrowded ? lanes.sides : [{id: 'lane-events', name: 'Events'}],
      fields: [],
      sources: [
        {
          id: 'table',
          type: 'Dataset',
          headline: sample.name,
          reliability: 'F',
          note: ROW_NOTE,
        },
      ],
    },
    problems: describeGuess(guessed),
    row,
    key: (cells) => rowKey(idOf(cells)),
    quick(cells) {
      const {start, end, isOpen, isLater, edtf} = readSpan(cells);
      if (!start) return undefined;
      const until = isOpen && edtf.endsWith('/..') ? Infinity : (isLater ? end : start)?.end;
      return {
        edtf,
        start: start.start,
        end: until ?? start.end,
        side: laneOf(cells),
        title: titleOf(cells),
      };
    },
  };
}

/** Whether a date is a plain day; two of them always make an interval. */
function isDay({edtf}: CellDate): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(edtf);
}

/** A date in three columns; a month may be a name. */
function readParts(
  cells: readonly string[],
  text: (cells: readonly string[], field: TableField) => string,
): CellDate | undefined {
  const [year, month, day] = [text(cells, 'year'), text(cells, 'month'), text(cells, 'day')];
  if (month === '') return readPlainDate(year);
  const named = readCellDate(`${/^\d+$/.test(month) ? '' : `${month} `}${year}`);
  const number = /^\d{1,2}$/.test(month) ? month.padStart(2, '0') : (named?.edtf.slice(5, 7) ?? '');
  const days = day === '' ? '' : `-${day.padStart(2, '0')}`;
  return number === '' ? undefined : readCellDate(`${year}-${number}${days}`);
}

function readDeaths(text: string, lose: (what: string) => void): Quantity | undefined {
  if (text === '') return undefined;
  const count = cellCount(text);
  if (count !== undefined) return {best: count, of: 'killed'};
  lose(`not a count, kept as words: ${quoteCell(text)}`);
  return {stated: text, of: 'killed'};
}

/** What was taken for what, so that a wrong guess shows. */
function describeGuess({at, told, header, headerRows}: GuessedColumns): readonly Problem[] {
  const guesses = [...at]
    .filter(([field]) => !told.has(field))
    .toSorted(([one], [other]) => Number(other === 'title') - Number(one === 'title'))
    .toSorted(([one], [other]) => Number(other === 'date') - Number(one === 'date'));
  if (guesses.length === 0) return [];
  const parts = guesses.map(
    ([field, position]) => `${field} from "${cutText(cellText(header[position]), 40)}"`,
  );
  return [
    {
      severity: 'warning',
      message: `columns guessed: ${parts.join(', ')}${headerRows === 0 ? ' (no header found)' : ''}`,
      fix: 'say otherwise with --map date=COLUMN,title=COLUMN',
    },
  ];
}
