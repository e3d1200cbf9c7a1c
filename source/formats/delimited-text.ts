/** All rows of delimited text, through csv-parse, with damaged rows told apart from good ones. */
import {Buffer} from 'node:buffer';
import {findRowEnd, isSoundRow, nextLine, skipBlankLines} from './row-bytes.js';
import {splitHead} from './split-head.js';
import type {Dialect} from './table-format.js';

/** Longest row that is read, in characters. */
const LONGEST_ROW = 4_000_000;
/** Times that reading may begin anew after a damaged row; each costs as much as a few rows. */
const MOST_RESTARTS = 5_000;
/** Characters that may be read a second time, beside as many as the text has. */
const SPARE_REREADING = 64_000_000;

/** One row of the file: its cells, with what is odd about them; or why it could not be cut into cells. */
export type DelimitedRow =
  | {readonly cells: readonly string[]; readonly remark?: string; readonly damage?: undefined}
  | {readonly cells?: undefined; readonly damage: string};

const NEVER_CLOSES = 'a quotation mark opens and never closes';
const TOO_LONG = 'the row is longer than 4 million characters, most of them in cell';
const AS_IT_STANDS = 'a quotation mark that opens and never closes is kept as it stands';
const GIVEN_UP =
  'too many broken quotation marks: from here on they are read as they stand, and part no cells';

/**
Cut delimited text into rows and hand them on one by one.

Line ends may be mixed; blank lines are not rows. A quotation mark that never closes, or closes only
in a later row, is a letter of the line it stands in; when the line then has not the right number of
cells, it is handed on as damaged. Reading goes on with the next line. A row of more than 4 million
characters is damaged too. After 5,000 damaged rows
quotation marks are ordinary characters.

@param whole - the text, or its bytes in UTF-8.
@param columns - how many cells a row should have; tells a broken quotation mark, which swallows
  whole rows, from a cell with line breaks.
@param onRow - given each row and the offset of the byte after it; what it throws is thrown on.
*/
export async function readDelimited(
  whole: string | Buffer,
  dialect: Dialect,
  columns: number,
  onRow: (row: DelimitedRow, end: number) => void,
): Promise<void> {
  const {parse, CsvError} = await import('csv-parse/sync');
  const bytes = typeof whole === 'string' ? Buffer.from(whole) : whole;
  let hasQuotes = dialect.hasQuotes;
  let from = 0;
  let restarts = 0;
  let budget = bytes.length + SPARE_REREADING;
  while (from < bytes.length) {
    const base = from;
    let isTooLong = false;
    let swallowed = 0;
    try {
      parse(bytes.subarray(base), {
        delimiter: dialect.delimiter,
        quote: hasQuotes ? '"' : null,
        escape: hasQuotes ? '"' : null,
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: true,
        max_record_size: LONGEST_ROW,
        on_record(cells: string[], info: {readonly bytes: number}) {
          const end = base + info.bytes;
          const isOdd = cells.length !== columns || cells.some(beginsOpen);
          if (isOdd && hasQuotes && swallowsRows(bytes, from, end, dialect, columns)) {
            swallowed = end - from;
            throw new Error('a row swallowed others');
          }
          from = end;
          onRow({cells}, end);
          return null;
        },
      });
      return;
    } catch (error) {
      // Anything else is a bug of `onRow`.
      if (!(error instanceof CsvError) && swallowed === 0) throw error;
      isTooLong = error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE';
    }
    from = skipBlankLines(bytes, from);
    restarts += 1;
    budget -= swallowed || Math.min(bytes.length - from, LONGEST_ROW);
    const line = nextLine(bytes, from);
    const rowEnd = isTooLong ? findRowEnd(bytes, from, dialect, hasQuotes) : bytes.length;
    const isBroken =
      !isTooLong || (rowEnd > line && hasQuotes && isRowByItself(bytes, from, dialect, columns));
    const end = isBroken ? line : rowEnd;
    const isGivenUp = hasQuotes && (restarts > MOST_RESTARTS || budget < 0);
    const text = bytes.toString('utf8', from, Math.min(line, from + LONGEST_ROW));
    const letters = isBroken ? splitHead(text, {...dialect, hasQuotes: false}, 1)[0] : undefined;
    if (isGivenUp) onRow({damage: GIVEN_UP}, end);
    else if (letters?.length === columns) onRow({cells: letters, remark: AS_IT_STANDS}, end);
    else {
      const damage = isBroken ? NEVER_CLOSES : `${TOO_LONG} ${longestCell(text, dialect)}`;
      onRow({damage}, end);
    }
    if (isGivenUp) hasQuotes = false;
    from = end;
  }
}

/** @returns the number, from 1, of the longest cell of a row. */
function longestCell(text: string, dialect: Dialect): number {
  const lengths = splitHead(text, dialect, 1)[0]?.map((cell) => cell.length) ?? [];
  return lengths.indexOf(Math.max(...lengths)) + 1;
}

/** A cell that csv-parse left open: it begins with a quotation mark and runs over lines. */
function beginsOpen(cell: string): boolean {
  return cell.startsWith('"') && /[\r\n]/.test(cell);
}

/** Does a row run over several lines by a broken quotation mark, the next line being a row by itself? */
function swallowsRows(
  bytes: Buffer,
  from: number,
  end: number,
  dialect: Dialect,
  columns: number,
): boolean {
  const start = skipBlankLines(bytes, from);
  if (columns < 2 || nextLine(bytes, start) >= end) return false;
  if (!isRowByItself(bytes, start, dialect, columns)) return false;
  return !isSoundRow(bytes, start, end, dialect, columns);
}

/** Has the line after the one that begins here the right number of cells, in quotes or out of them? */
function isRowByItself(bytes: Buffer, from: number, dialect: Dialect, columns: number): boolean {
  const second = skipBlankLines(bytes, nextLine(bytes, from));
  const line = bytes.toString('utf8', second, Math.min(nextLine(bytes, second), second + 100_000));
  return [true, false].some(
    (hasQuotes) => splitHead(line, {...dialect, hasQuotes}, 1)[0]?.length === columns,
  );
}
