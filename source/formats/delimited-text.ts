/** All rows of delimited text, through csv-parse, with damaged rows told apart from good ones. */
import {Buffer} from 'node:buffer';
import {splitHead} from './split-head.js';
import type {Dialect} from './table-format.js';

/** Longest row that is read, in characters. */
const LONGEST_ROW = 4_000_000;
/** Characters that may be read again after damaged rows, beside as many as the text has. */
const SPARE_REREADING = 64_000_000;

/** One row of the file: its cells, or why it could not be cut into cells. */
export type DelimitedRow =
  | {readonly cells: readonly string[]; readonly damage?: undefined}
  | {readonly cells?: undefined; readonly damage: string};

/** What `on_record` throws to stop csv-parse where a row swallowed the ones after it. */
const SWALLOWED = 'swallowed';

/**
Cut delimited text into rows and hand them on one by one.

Line ends may be mixed. A quote that never closes, or a row of more than 4 million characters,
costs only the line it begins on: reading goes on with the next line, and the line is handed on
as damaged. Blank lines are not rows.

@param columns - how many cells a row should have; a row with another number that runs over
  several lines, while the next line by itself has the right number, is taken for a broken quote.
@returns how many rows were handed on.
*/
export async function readDelimited(
  text: string,
  dialect: Dialect,
  columns: number,
  onRow: (row: DelimitedRow) => void,
): Promise<number> {
  const {parse, CsvError} = await import('csv-parse/sync');
  const bytes = Buffer.from(text);
  let rows = 0;
  const hand = (row: DelimitedRow) => {
    rows += 1;
    onRow(row);
  };
  let from = 0;
  let budget = bytes.length + SPARE_REREADING;
  while (from < bytes.length) {
    const base = from;
    let damage: string | undefined;
    try {
      parse(bytes.subarray(base), {
        delimiter: dialect.delimiter,
        quote: dialect.hasQuotes ? '"' : null,
        escape: dialect.hasQuotes ? '"' : null,
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: true,
        max_record_size: LONGEST_ROW,
        on_record(cells: string[], info: {readonly bytes: number}) {
          const end = base + info.bytes;
          if (cells.length !== columns && swallowsLines(bytes, from, end, dialect, columns)) {
            throw new Error(SWALLOWED);
          }
          from = end;
          hand({cells});
          return null;
        },
      });
      from = bytes.length;
    } catch (error) {
      const code = error instanceof CsvError ? error.code : String(error);
      damage =
        code === 'CSV_MAX_RECORD_SIZE'
          ? 'the row is longer than 4 million characters'
          : 'a quotation mark opens and never closes';
    }
    if (damage === undefined) break;
    const end = lineEnd(bytes, skipBlankLines(bytes, from));
    budget -= Math.max(end - from, Math.min(bytes.length - from, LONGEST_ROW));
    hand({damage});
    from = end;
    if (budget < 0 && from < bytes.length) {
      hand({damage: 'the file has too many broken quotation marks; the rest of it is not read'});
      from = bytes.length;
    }
  }
  return rows;
}

/** Does a row run over several lines, while the line after its first is a whole row by itself? */
function swallowsLines(
  bytes: Buffer,
  from: number,
  end: number,
  dialect: Dialect,
  columns: number,
): boolean {
  if (!dialect.hasQuotes || columns < 2) return false;
  const second = lineEnd(bytes, skipBlankLines(bytes, from));
  if (second >= end) return false;
  const line = bytes.toString('utf8', second, Math.min(lineEnd(bytes, second), second + 100_000));
  return splitHead(line, dialect, 1)[0]?.length === columns;
}

function skipBlankLines(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === 10 || bytes[at] === 13) at += 1;
  return at;
}

/** @returns the offset after the line break that ends the line, or the length. */
function lineEnd(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(10, from);
  const until = feed === -1 ? bytes.length : feed;
  const carriage = bytes.subarray(from, until).indexOf(13);
  if (carriage !== -1 && from + carriage + 1 < until) return from + carriage + 1;
  return feed === -1 ? bytes.length : feed + 1;
}
