/** The first rows of delimited text, and how it is cut: enough to recognise a table at once. */
import type {Dialect} from './table-format.js';

/** A table with more columns than this is refused. */
export const MOST_COLUMNS = 5_000;

const DELIMITERS = ['\t', ',', ';', '|'];

/**
Split the beginning of delimited text into rows. Quick and forgiving: the rows of the whole file
come from csv-parse.

@param text - the text, from its beginning.
@param limit - most rows wanted.
@param isWhole - false when the text stops in the middle: a last row without an end is left
  out, unless it already has too many columns.
@returns rows of raw cells, blank lines left out; a row is cut at one cell over `MOST_COLUMNS`.
*/
export function splitHead(
  text: string,
  dialect: Dialect,
  limit: number,
  isWhole = true,
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let start = 0;
  let isQuoted = false;
  let hasQuote = false;
  const endCell = (at: number) => {
    cell += text.slice(start, at);
    if (cells.length <= MOST_COLUMNS) cells.push(hasQuote ? cell : text.slice(start, at));
    cell = '';
    hasQuote = false;
  };
  const endRow = (at: number) => {
    endCell(at);
    if (cells.length > 1 || cells[0] !== '') rows.push(cells);
    cells = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted) {
      if (character !== '"') continue;
      cell += text.slice(start, at);
      if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
      start = at + 1;
    } else if (character === dialect.delimiter) {
      endCell(at);
      start = at + 1;
    } else if (character === '\n' || character === '\r') {
      endRow(at);
      if (rows.length >= limit) return rows;
      if (character === '\r' && text[at + 1] === '\n') at += 1;
      start = at + 1;
    } else if (character === '"' && dialect.hasQuotes && at === start && !hasQuote) {
      isQuoted = true;
      hasQuote = true;
      start = at + 1;
    }
  }
  if ((isWhole && (start < text.length || cells.length > 0)) || cells.length > MOST_COLUMNS) {
    endRow(text.length);
  }
  return rows;
}

/**
Guess what parts the cells: the delimiter that cuts the first lines into the most columns, the
same number in nearly all of them.

@returns the guess; a comma when nothing parts anything.
*/
export function guessDialect(text: string): Dialect {
  const head = text.slice(0, 65_536);
  let best: Dialect = {delimiter: ',', hasQuotes: true};
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const dialect = {delimiter, hasQuotes: true};
    const widths = splitHead(head, dialect, 30, text.length <= head.length).map(
      (row) => row.length,
    );
    const width = widths[0] ?? 1;
    if (width < 2) continue;
    const agreeing = widths.filter((one) => one === width).length / widths.length;
    const score = agreeing * agreeing * Math.log(width + 1);
    if (score > bestScore) {
      bestScore = score;
      best = dialect;
    }
  }
  return best;
}
