import {readDelimited} from './delimited-text.js';
import type {FormatInput, ReadResult} from './format.js';
import {htmlToText} from './html-to-text.js';
import {type Import, startImport} from './imported-chronology.js';
import {guessDialect, splitHead} from './split-head.js';
import {readTime} from './timelinejs-dates.js';
import type {Dialect} from './table-format.js';

/** How a slide object of TimelineJS 3 becomes an event. */
type AddSlide = (found: Import, entry: number, slide: unknown, tag?: string) => void;

/** Columns of the template, by their names without spaces, and those of its first version. */
const COLUMNS = new Set(
  (
    'year month day time endyear endmonth endday endtime displaydate headline text media ' +
    'mediacredit mediacaption mediathumbnail type group background startdate enddate tag mediaalt'
  ).split(' '),
);

/**
Recognise the spreadsheet by its header.

@param text - the beginning of the file.
@returns the column names, folded, and how the text is cut; undefined when it is another table.
*/
export function sheetHeader(
  text: string,
): {readonly columns: readonly string[]; readonly dialect: Dialect} | undefined {
  const dialect = guessDialect(text);
  const header = splitHead(text, dialect, 1)[0];
  if (header === undefined || header.length > 200) return undefined;
  const columns = header.map((name) => name.toLowerCase().replace(/[\s_]+/g, ''));
  const has = (name: string) => columns.includes(name);
  const isSheet =
    has('headline') && (has('year') || has('startdate')) && (has('media') || has('text'));
  return isSheet ? {columns, dialect} : undefined;
}

/**
Read the TimelineJS spreadsheet saved as CSV.

The row of type `title` gives the title and summary and is not counted as an entry, as in the JSON,
nor is a row without any cell filled; the number of a row is its place below the header all the same.
A column of no known name is a loss of each row that fills it.
*/
export async function readTimelineJsSheet(
  input: FormatInput,
  addSlide: AddSlide,
): Promise<ReadResult> {
  const found = startImport(input.name, 'TimelineJS spreadsheet');
  const header = sheetHeader(input.text);
  if (header === undefined) {
    found.addProblem({
      severity: 'error',
      message: 'the first row does not name the columns Year and Headline',
      fix: 'keep the header row of the TimelineJS spreadsheet template',
    });
    return found.finish({entries: 0});
  }
  let row = -1;
  let entries = 0;
  let title: {title: string; summary: string} | undefined;
  await readDelimited(input.text, header.dialect, header.columns.length, ({cells, damage}) => {
    row += 1;
    if (row === 0 || cells?.every((cell) => cell.trim() === '')) return;
    if (damage !== undefined) {
      entries += 1;
      found.refuse(row, '*', damage);
      return;
    }
    const cell = (name: string): string => (cells[header.columns.indexOf(name)] ?? '').trim();
    const type = cell('type').toLowerCase();
    if (type === 'title' && title === undefined) {
      title = {
        title: htmlToText(cell('headline')).text.replace(/\n/g, ' '),
        summary: htmlToText(cell('text')).text,
      };
      const shown = ['media', 'mediacredit', 'mediacaption', 'mediathumbnail'];
      if (shown.some((name) => cell(name) !== ''))
        found.lose(row, 'Media', 'the picture of the title slide, with its words');
      if (cell('background') !== '')
        found.lose(row, 'Background', 'the colour or picture behind the slide');
      if (['year', 'startdate', 'displaydate'].some((name) => cell(name) !== ''))
        found.lose(row, 'Year', 'the date of the title slide');
      return;
    }
    entries += 1;
    if (type === 'title') found.lose(row, 'Type', 'a second title row; read as an event');
    if (cells.length > header.columns.length) found.lose(row, '*', 'cells beyond the last column');
    for (const [index, name] of header.columns.entries()) {
      if (!COLUMNS.has(name) && (cells[index] ?? '').trim() !== '') {
        found.lose(row, name, 'a column that TimelineJS does not name');
      }
    }
    addSlide(found, row, slideOf(cell, row, found), type === 'era' ? 'era' : undefined);
  });
  return found.finish({entries, ...title});
}

/** A row in the shape of a slide of the JSON. */
function slideOf(cell: (name: string) => string, row: number, found: Import): unknown {
  const end = dateOf(cell, 'end', row, found);
  return {
    start_date: cell('startdate') === '' ? dateOf(cell, '', row, found) : cell('startdate'),
    ...(cell('enddate') !== ''
      ? {end_date: cell('enddate')}
      : end !== undefined && {end_date: end}),
    display_date: cell('displaydate'),
    text: {headline: cell('headline'), text: cell('text')},
    media: {
      url: cell('media'),
      credit: cell('mediacredit'),
      caption: cell('mediacaption'),
      thumbnail: cell('mediathumbnail'),
      alt: cell('mediaalt'),
    },
    group: cell('group') === '' ? cell('tag') : cell('group'),
    background: cell('background'),
  };
}

function dateOf(
  cell: (name: string) => string,
  prefix: '' | 'end',
  row: number,
  found: Import,
): Record<string, unknown> | undefined {
  const [year, month, day, time] = ['year', 'month', 'day', 'time'].map((unit) =>
    cell(`${prefix}${unit}`),
  );
  if (prefix === 'end' && year === '') {
    if ([month, day, time].some((part) => part !== ''))
      found.lose(row, 'End Year', 'an end date without a year');
    return undefined;
  }
  const clock = time === undefined || time === '' ? undefined : readTime(time);
  if (time !== undefined && time !== '' && clock === undefined) {
    found.lose(row, prefix === 'end' ? 'End Time' : 'Time', `the time “${time}”`);
  }
  return {year, month, day, ...clock};
}
