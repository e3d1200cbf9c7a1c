/**
A plain table of events: CSV, TSV, or JSON objects, with a column of dates. What the columns mean is
guessed from names and values, and shown; or told with `--map date=COLUMN,title=COLUMN`.
*/
import type {Actor, Problem, Quantity, Source} from '../core/events/chronology.js';
import {findColumns} from './column-finder.js';
import {createCountReader, type CountCell} from './count-reader.js';
import type {Format, Loss} from './format.js';
import {guessColumns, type GuessedColumns, isNamedFor, type TableField} from './guess-columns.js';
import {lanesOfColumn} from './lanes-of-column.js';
import {placeOfRow} from './place-of-row.js';
import {createWhenReader, isDateless} from './plain-when.js';
import {tableAsFormat} from './read-table.js';
import {
  cellList,
  cellText,
  cutText,
  foldColumn,
  idFromName,
  quoteCell,
  rowId,
  rowKey,
} from './table-cells.js';
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
/** The title of a row without one. */
const NO_TITLE = 'Event';

const isJson = (delimiter: string) => delimiter === 'json' || delimiter === 'ndjson';

/**
@param isOwn - whether a table with this delimiter is recognised as one of the format.
@param takes - whether one is read when it is said to be of the format.
*/
function plainTable(
  id: string,
  name: string,
  isOwn: (delimiter: string) => boolean,
  takes = isOwn,
): TableFormat {
  return {
    id,
    name,
    takes,
    recognise(rows, delimiter) {
      const width = rows[0]?.length ?? 0;
      if (!isOwn(delimiter)) return 0;
      // Taken for a table, so that reading it says what is wrong with it.
      if (width > MOST_COLUMNS) return 0.05;
      if (width < 2) return 0;
      const odd = rows.filter((row) => row.length !== width).length;
      const even = 1 - odd / rows.length;
      // In a small table one row that is too short or too long is a mistake of a hand.
      if (even < 0.8 && odd > 1) return 0;
      const guessed = guessColumns(rows, isJson(delimiter));
      if ('severity' in guessed) return rows.length < 2 ? 0 : 0.05;
      if (isJson(delimiter)) return even < 0.8 ? 0 : 0.4;
      // No prose and no notes begin with the names of columns.
      if (isNamedTable(guessed)) return 0.8;
      if (rows.length < 2 || even < 0.8) return 0;
      // Cells that are dates from end to end, in rows of equal length, are no prose with commas in it.
      return even > 0.9 ? 0.75 : 0.4;
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
export const jsonTable = plainTable('json', 'JSON rows', (one) => one === 'json', isJson);
export const ndjsonTable = plainTable('ndjson', 'NDJSON events', (one) => one === 'ndjson', isJson);

export const csv: Format = tableAsFormat(csvTable);
export const tsv: Format = tableAsFormat(tsvTable);
export const jsonEvents: Format = tableAsFormat(jsonTable);
export const ndjson: Format = tableAsFormat(ndjsonTable);

/** Whether the header names the date and something else. */
function isNamedTable(guessed: GuessedColumns): boolean {
  if (!isNamedFor('date', guessed)) return false;
  return [...guessed.at.keys()].some((field) => field !== 'date' && isNamedFor(field, guessed));
}

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
  // Beside a date it only tells the century, and may say something else.
  if (guessed.at.has('date')) used.delete(position('year'));
  // A guessed id that comes twice is no id.
  if (!hasIds && !guessed.told.has('id')) used.delete(position('id'));
  const idOf = (cells: readonly string[]) =>
    hasIds || guessed.told.has('id') ? text(cells, 'id') : '';
  const whens = createWhenReader(guessed, rows);
  const countOf = createCountReader(rows.map((row) => row[position('deaths')]));
  const sideCells = rows.map((row) => row[position('side')]);
  const lanes = lanesOfColumn(position('side') < 0 ? [] : sideCells);
  const hasLanes = lanes.sides.length > 1;
  // A column with a value of its own in most rows is no lane.
  const isCrowded = lanes.shared > 40 && lanes.shared * 2 > rows.length;
  if (isCrowded) used.delete(position('side'));
  const laneOf = (cells: readonly string[]) =>
    hasLanes && !isCrowded ? lanes.of(cell(cells, 'side')) : 'lane-events';
  const titleOf = (cells: readonly string[]) =>
    cutText(text(cells, 'title') || text(cells, 'summary') || NO_TITLE, TITLE_CHARACTERS);

  const row = (cells: readonly string[], rowNumber: number): RowRecord | RowRefusal => {
    const losses: Loss[] = [];
    const nameOf = (field: TableField) => header[position(field)]?.trim() || field;
    const lose = (field: TableField, what: string) =>
      losses.push({row: rowNumber, field: nameOf(field), what});
    const date = whens.read(cells);
    if (isDateless(date)) {
      return {refused: {row: rowNumber, field: nameOf(date.field), what: date.what}};
    }
    const {when} = date;
    for (const {field, what} of date.losses) lose(field, what);
    const hasTitle = text(cells, 'title') !== '' || text(cells, 'summary') !== '';
    if (!hasTitle && position('title') >= 0) {
      const given = cell(cells, 'title')?.trim() ?? '';
      lose('title', `no title, called ${NO_TITLE}${given === '' ? '' : `: ${quoteCell(given)}`}`);
    }
    for (const field of ['title', 'summary', 'note'] as const) {
      if (/[\r\n]/.test((cell(cells, field) ?? '').trim())) {
        lose(field, 'line breaks are read as blanks');
      }
    }
    const given = idOf(cells);
    const title = titleOf(cells);
    const id = given === '' ? rowId(when.edtf, title) : idFromName('event', given);
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
    const summary = text(cells, 'summary') || (whole === title ? '' : whole);
    const deaths = readDeaths(text(cells, 'deaths'), countOf, (what) => lose('deaths', what));
    const tags = cellList((cell(cells, 'tags') ?? '').replaceAll(',', ';'));
    const note = text(cells, 'note');
    const rest = [
      link === '' || isUrl ? '' : `${nameOf('url')}: ${link}`,
      summary === whole || title === whole ? '' : `${nameOf('title')}: ${whole}`,
      find.rest(cells, used) ?? '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
    return {
      event: {
        id,
        title,
        ...(summary === '' || summary === title ? {} : {summary}),
        when,
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
          id: `${id}-row`,
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

  const inZone =
    whens.timezone === 'UTC'
      ? 'The rows carry no time zone unless a time has an offset or a column names one: they are drawn in UTC.'
      : `Times are those of ${whens.timezone}, the zone that the rows name.`;
  return {
    columns: header.map(foldColumn),
    headerRows,
    chronology: {
      title: sample.name,
      summary: `Rows of a plain table. ${hasLanes && !isCrowded ? `Lanes are the values of its column "${cutText(cellText(header[position('side')]), 60)}". ` : ''}${inZone}`,
      timezone: whens.timezone,
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
    problems: [...describeGuess(guessed, whens.remarks), ...whens.problems],
    row,
    key: (cells) => rowKey(idOf(cells)),
    quick(cells) {
      const date = whens.read(cells);
      if (isDateless(date)) return undefined;
      return {
        edtf: date.when.edtf,
        start: date.start,
        end: date.end,
        side: laneOf(cells),
        title: titleOf(cells),
      };
    },
  };
}

function readDeaths(
  text: string,
  countOf: (text: string) => CountCell,
  lose: (what: string) => void,
): Quantity | undefined {
  if (text === '') return undefined;
  const read = countOf(text);
  if ('count' in read) return {best: read.count, of: 'killed'};
  lose(`${read.doubt}, kept as words: ${quoteCell(text)}`);
  return {stated: text, of: 'killed'};
}

/** What was taken for what, so that a wrong guess shows. */
function describeGuess(
  {at, told, header, headerRows}: GuessedColumns,
  remarks: readonly string[],
): readonly Problem[] {
  const others = remarks.map((message): Problem => ({severity: 'warning', message}));
  const guesses = [...at]
    .filter(([field]) => !told.has(field))
    .toSorted(([one], [other]) => Number(other === 'title') - Number(one === 'title'))
    .toSorted(([one], [other]) => Number(other === 'date') - Number(one === 'date'));
  if (guesses.length === 0) return others;
  const parts = guesses.map(
    ([field, position]) => `${field} from "${cutText(cellText(header[position]), 40)}"`,
  );
  return [
    {
      severity: 'warning',
      message: `columns guessed: ${parts.join(', ')}${headerRows === 0 ? ' (no header found)' : ''}`,
      fix: 'say otherwise with --map date=COLUMN,title=COLUMN',
    },
    ...others,
  ];
}
