/** Where a table begins in its file: below what spreadsheets and people write above the header. */
import {guessDialect, splitHead} from './split-head.js';
import type {Dialect} from './table-format.js';

/** How a text is cut into cells, and what stands above the header. */
export type TableStart = {
  readonly dialect: Dialect;
  /** Characters above the header. */
  readonly skip: number;
  /** The lines among them that are a title or a remark. */
  readonly titles: readonly string[];
};

/** Excel names the character between cells so, and takes the line off again when it opens the file. */
const SEPARATOR = /^"?sep=([^\r\n])"?(?:\r\n|\r|\n|$)/i;
const MOST_TITLES = 5;
const LINE_END = /(?:\r\n|\r|\n)+/;
const ROWS = 12;

/**
Find the header of a table.

Above it may stand a line such as `sep=;`, or up to five lines of which each fills one cell at most; the header
below them fills at least two, all of them with names, and has as many cells as most rows have.

@param text - the text, or its beginning.
*/
export function findTableStart(text: string): TableStart {
  const named = SEPARATOR.exec(text);
  if (named) {
    const dialect = {delimiter: named[1] ?? ',', hasQuotes: true};
    return {dialect, skip: named[0].length, titles: []};
  }
  const first = guessDialect(text);
  const none: TableStart = {dialect: first, skip: 0, titles: []};
  const head = text.slice(0, 65_536);
  if (isHeader(headOf(head, first))) return none;
  const titles: string[] = [];
  let skip = 0;
  while (titles.length < MOST_TITLES) {
    const end = LINE_END.exec(head.slice(skip));
    const line = end ? head.slice(skip, skip + end.index) : '';
    // Blank lines are no rows, and a quotation mark may hold the line and the next together.
    if (!end || (line.includes('"') && line.split('"').length % 2 === 0)) return none;
    if (line.trim() !== '') titles.push(line);
    skip += end.index + end[0].length;
    const rest = head.slice(skip);
    const dialect = guessDialect(rest);
    const rows = headOf(rest, dialect);
    const areTitles = titles.every((title) => filled(headOf(title, dialect, true)[0]) <= 1);
    const areNames = rows[0]?.every((cell) => !/^[\s"']*[-+]?\d/.test(cell)) === true;
    if (areTitles && areNames && isHeader(rows)) return {dialect, skip, titles};
  }
  return none;
}

type Rows = readonly (readonly string[])[];

function headOf(text: string, dialect: Dialect, isWhole = false): Rows {
  return splitHead(text, dialect, ROWS, isWhole);
}

function isHeader(rows: Rows): boolean {
  const [header] = rows;
  if (filled(header) < 2) return false;
  const like = rows.filter((row) => row.length === header?.length).length;
  return like * 2 > rows.length;
}

function filled(row: readonly string[] | undefined): number {
  return (row ?? []).filter((cell) => cell.trim() !== '').length;
}
