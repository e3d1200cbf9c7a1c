/** Large tables: shown after their first rows, read on while the reader looks at them. */
import {Buffer} from 'node:buffer';
import {constants} from 'node:fs';
import {open, type FileHandle} from 'node:fs/promises';
import {basename} from 'node:path';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {makeInert} from '../core/events/inert-text.js';
import type {Problem} from '../core/events/chronology.js';
import type {EventStore} from '../core/events/event-store.js';
import type {OddRow} from '../stores/table-row.js';
import type {TableStore} from '../stores/table-store.js';
import {decodePart} from './decode-file.js';
import {inRoomyMemory} from './roomy-memory.js';

/** A large table that is being read. */
export type LargeTable = {
  readonly store: EventStore;
  /**
  Read on to the end, a few milliseconds at a time.

  @param onMore - given a function that lets the store answer with more, several times a second.
  */
  readonly load: (onMore: (publish: () => void) => void) => Promise<void>;
  /** Stop reading. */
  stop(): void;
  /** Rows of the file and those that gave no event; kept and refused rows add up to all. */
  rows(): {readonly rows: number; readonly refused: number};
};

export type LoadTableOptions = {
  /** Format id; recognised from the content when absent. */
  readonly from?: string;
  /** Which column means what. */
  readonly columnMap?: Readonly<Record<string, string>>;
  /** Smaller files are not large; 8 MB unless told otherwise. */
  readonly leastBytes?: number;
  /** How long to read before the first screen, in ms; 40 unless told otherwise. */
  readonly firstMs?: number;
};

const LEAST_BYTES = 8_000_000;
/** An offset of a row takes 32 bits. */
const MOST_BYTES = 2 ** 32 - 1;
const HEAD_BYTES = 2_000_000;
const HEAD_CHARACTERS = 65_536;
const BLOCK_BYTES = 4_194_304;
const FIRST_MS = 40;
/** Keys wait no longer than this while a file is read. */
const SLICE_MS = 10;
const PUBLISH_MS = 250;
/** What the careful parser is shown of an odd row: more than the longest row it takes. */
const ODD_BYTES = 8_500_000;

/**
Open a large file of delimited text in a tabular format.

@returns the table with its first rows read, or undefined for anything else: a small file, another kind
of file, or one that cannot be read; the ordinary way says what is wrong.
*/
export async function loadTable(
  path: string,
  options: LoadTableOptions = {},
): Promise<LargeTable | undefined> {
  if (path === '-') return undefined;
  let file: FileHandle;
  try {
    // Without O_NONBLOCK, opening a FIFO waits for a writer.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
  const table = await openLarge(file, makeInert(path), options).catch(() => undefined);
  if (table === undefined) await file.close();
  return table;
}

async function openLarge(
  file: FileHandle,
  name: string,
  options: LoadTableOptions,
): Promise<LargeTable | undefined> {
  const {size, isPlain} = await file.stat().then((found) => ({
    size: found.size,
    isPlain: found.isFile(),
  }));
  if (!isPlain || size < (options.leastBytes ?? LEAST_BYTES) || size > MOST_BYTES) return undefined;
  const first = Buffer.alloc(Math.min(size, HEAD_BYTES));
  const {bytesRead} = await file.read(first, 0, first.length, 0);
  const head = first.subarray(0, bytesRead);
  const opened = await openHead(head, bytesRead === size, name, options);
  if (opened === undefined) return undefined;

  const bytes = Buffer.allocUnsafeSlow(size);
  head.copy(bytes);
  let filled = bytesRead;
  let end = size;
  let isStopped = false;
  const readMore = async (): Promise<void> => {
    const wanted = Math.min(BLOCK_BYTES, size - filled);
    const {bytesRead: more} =
      wanted === 0 ? {bytesRead: 0} : await file.read(bytes, filled, wanted, filled);
    filled += more;
    // A file that has become shorter ends where it ends.
    if (more === 0) end = filled;
  };

  const problems: Problem[] = [...opened.reader.problems];
  const {createTableStore} = await import('../stores/table-store.js');
  const {mergeRows} = await import('../formats/merge-rows.js');
  const {MOST_ROWS_OF_EVENT, rowConverter} = await import('../formats/read-table.js');
  const {readDelimited} = await import('../formats/delimited-text.js');
  const {reader, dialect} = opened;
  const columns = reader.columns.length;
  const table: TableStore = createTableStore(
    {
      name,
      format: opened.format,
      chronology: reader.chronology,
      problems,
      headerRows: reader.headerRows,
      scan: {...dialect, columns, decode},
      convert: rowConverter(reader),
      ...(reader.apart === undefined ? {} : {apart: reader.apart}),
      mostRowsOfEvent: MOST_ROWS_OF_EVENT,
      merge: reader.merge ?? mergeRows,
      async cutOdd(all, from, hasQuotes) {
        const part = all.subarray(from, Math.min(filled, from + ODD_BYTES));
        return firstRow(readDelimited, part, from, {...dialect, hasQuotes}, columns);
      },
    },
    bytes,
    opened.begins,
    () => guessRows(),
  );
  function guessRows(): number | undefined {
    const {rows} = table.rows();
    const done = table.done();
    if (rows < 100 || done === 0) return undefined;
    return Number(((rows * end) / done).toPrecision(2));
  }

  function decode(from: Buffer, start: number, stop: number): string {
    const {text, fault} = decodePart(from.subarray(start, stop));
    const said = fault === undefined ? undefined : NOT_UTF8[fault];
    if (said !== undefined && !problems.some(({message}) => message === said.message)) {
      problems.push({severity: 'warning', file: name, ...said});
    }
    return text;
  }

  /** @returns whether there is more to read. */
  async function readFor(milliseconds: number): Promise<boolean> {
    const until = performance.now() + milliseconds;
    const isTimeUp = (): boolean => performance.now() >= until;
    while (!isStopped) {
      const stop = table.read(filled, filled >= end, isTimeUp);
      if (stop === 'end') return false;
      if (stop === 'time') return true;
      if (stop === 'more') await readMore();
      else {
        while (filled < end && filled < table.done() + ODD_BYTES) await readMore();
        await table.readOdd();
      }
      if (isTimeUp()) return true;
    }
    return false;
  }

  let isMore = await readFor(options.firstMs ?? FIRST_MS);
  table.publish(!isMore);
  if (!isMore) await file.close();
  return {
    store: table.store,
    rows: table.rows,
    async load(onMore) {
      if (isMore) await inRoomyMemory(() => loadRest(onMore));
    },
    stop() {
      isStopped = true;
    },
  };

  async function loadRest(onMore: (publish: () => void) => void): Promise<void> {
    let published = performance.now();
    while (isMore) {
      isMore = await readFor(SLICE_MS);
      if (isStopped) break;
      if (isMore && performance.now() - published >= PUBLISH_MS) {
        onMore(() => {
          table.publish(false);
        });
        published = performance.now();
      }
      await nextTurn();
    }
    await file.close();
    if (isStopped) return;
    onMore(() => {
      table.publish(true);
    });
  }
}

const NOT_UTF8 = {
  broken: {
    message: 'some cells hold bytes that are not UTF-8, shown as \ufffd',
    fix: 'the text was cut or mixed there: look for \ufffd',
  },
  'windows-1252': {
    message: 'some cells are not UTF-8; they are read as Windows-1252',
    fix: 'save it as UTF-8 if names look wrong',
  },
};

/** Recognise the format and open the table on the first rows; undefined when it is none for this. */
async function openHead(head: Buffer, isWhole: boolean, path: string, options: LoadTableOptions) {
  const name = basename(path);
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  const isWide = (head[0] ?? 0) >= 0xfe || head.subarray(0, HEAD_CHARACTERS).includes(0);
  if (isPacked || isWide) return undefined;
  const text = head.toString('utf8', startOf(head));
  const {findReader} = await import('../formats/recognize-format.js');
  const {findFormat} = await import('../formats/format-registry.js');
  const {columnMap} = options;
  const start = {
    name,
    text: text.slice(0, HEAD_CHARACTERS),
    isWhole: isWhole && text.length <= HEAD_CHARACTERS,
  };
  const found = options.from === undefined ? await findReader(start, columnMap) : undefined;
  const id = found === undefined || 'severity' in found ? options.from : found.id;
  const table = id === undefined ? undefined : await findFormat(id)?.loadTable?.();
  if (table === undefined) return undefined;
  const {openTable} = await import('../formats/read-table.js');
  const opened = openTable(table, {name, text, ...(columnMap === undefined ? {} : {columnMap})});
  if ('severity' in opened || opened.dialect === undefined) return undefined;
  const {reader, dialect, skip} = opened;
  const begins = startOf(head) + Buffer.byteLength(text.slice(0, skip));
  return dialect.delimiter > '~' ? undefined : {reader, dialect, begins, format: table.name};
}

function startOf(head: Buffer): number {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}

type ReadDelimited = typeof import('../formats/delimited-text.js').readDelimited;

/** Have the careful parser cut one row. */
async function firstRow(
  readDelimited: ReadDelimited,
  part: Buffer,
  from: number,
  dialect: Parameters<ReadDelimited>[1],
  columns: number,
): Promise<OddRow> {
  const enough = new Error('one row is enough');
  let found: OddRow | undefined;
  try {
    await readDelimited(part, dialect, columns, (row, end) => {
      const remark = row.cells === undefined ? row.damage : row.remark;
      found ??= {cells: row.cells, remark, end: from + end};
      throw enough;
    });
  } catch (error) {
    if (error !== enough) throw error;
  }
  return (
    found ?? {cells: undefined, remark: 'it cannot be cut into cells', end: from + part.length}
  );
}
