/** A whole table read into a chronology, by asking its reader for every row. */
import {Buffer} from 'node:buffer';
import type {Actor, Chronology, Place, Problem, Source} from '../core/events/chronology.js';
import {distinctIds} from '../core/events/distinct-ids.js';
import {makeInert} from '../core/events/inert-text.js';
import {renameEvent} from '../core/events/rename-event.js';
import {parseEdtf} from '../core/time/edtf.js';
import {readBeside} from './beside-events.js';
import {type DelimitedRow, readDelimited} from './delimited-text.js';
import type {FileHead, Format, FormatInput, Loss, ReadResult} from './format.js';
import {jsonHead, lineOfJsonRow, looksLikeJson, readJsonTable} from './json-rows.js';
import {mergeRows} from './merge-rows.js';
import {otherThan} from './other-table.js';
import {skipBlankLines} from './row-bytes.js';
import {MOST_COLUMNS, splitHead} from './split-head.js';
import {LONGEST_CELL, quoteCell} from './table-cells.js';
import {findTableStart, type TableStart} from './table-start.js';
import {
  type Dialect,
  isRefusal,
  isTableProblem,
  type RowRecord,
  type RowRefusal,
  type TableFormat,
  type TableReader,
  type TableSample,
} from './table-format.js';

/** Rows a reader sees when it opens a table. */
const SAMPLE_ROWS = 1_000;
const SAMPLE_CHARACTERS = 1_000_000;
/** Rows that may be joined to one event; joining costs as much as the event is large. */
export const MOST_ROWS_OF_EVENT = 1_000;

/** @returns where a table begins and how its text is cut: the format's own way, or as guessed. */
function startOf(table: TableFormat, text: string): TableStart {
  const start = findTableStart(text);
  return {...start, dialect: table.dialect?.(start.dialect, text) ?? start.dialect};
}

/** @returns a tabular format under the contract of all formats: recognised and read. */
export function tableAsFormat(table: TableFormat): Format {
  return {
    id: table.id,
    name: table.name,
    detect(head: FileHead): number {
      const json = jsonHead(head);
      if (json) return table.recognise(json.rows, json.kind);
      const {dialect, skip} = startOf(table, head.text);
      const rows = splitHead(head.text.slice(skip), dialect, 20, head.isWhole);
      return table.recognise(rows, dialect.delimiter);
    },
    read(input: FormatInput): Promise<ReadResult> {
      return readTable(table, input);
    },
    lineOfRow(input: FormatInput, row: number): Promise<number | undefined> {
      return lineOfRow(table, input, row);
    },
  };
}

/** A table opened on its first rows. */
export type OpenTable = {
  readonly reader: TableReader;
  /** What the file holds beside the table. */
  readonly losses: readonly Loss[];
  /** How the text is cut into cells; undefined for JSON. */
  readonly dialect: Dialect | undefined;
  /** Characters above the table that are no rows of it. */
  readonly skip: number;
  /** Hand on every row of the file, those above the first event left out. */
  eachRow(onRow: (row: DelimitedRow) => void): Promise<void>;
};

/** @returns the table opened on its first rows, or the problem that keeps it from being read. */
export function openTable(table: TableFormat, input: FormatInput): OpenTable | Problem {
  const name = makeInert(input.name);
  const error = (message: string, fix: string): Problem => ({
    severity: 'error',
    file: name,
    message,
    fix,
  });
  const open = (rows: TableSample['rows'], delimiter: string) =>
    table.open({
      name,
      rows,
      delimiter,
      ...(input.columnMap === undefined ? {} : {columnMap: input.columnMap}),
    });
  const isTaken = (delimiter: string) => table.takes?.(delimiter) !== false;
  if (looksLikeJson(input.text)) {
    const json = readJsonTable(input.text);
    if ('problem' in json) {
      const {problem: message, ...where} = json;
      return {severity: 'error', file: name, message, ...where};
    }
    const sample = json.rows.slice(0, SAMPLE_ROWS).flatMap((row) => (row.cells ? [row.cells] : []));
    if (sample.length === 0) {
      return error('the file holds no objects that could be events', 'check what it is');
    }
    const reader = isTaken(json.kind)
      ? open([json.columns, ...sample], json.kind)
      : otherThan(table, json.kind);
    if (isTableProblem(reader)) return {file: name, ...reader};
    const {title, losses} = readBeside(json.beside);
    return {
      reader: title === undefined ? reader : {...reader, chronology: {...reader.chronology, title}},
      losses,
      dialect: undefined,
      skip: 0,
      eachRow: async (onRow) => json.rows.forEach(onRow),
    };
  }

  const {dialect, skip, titles} = startOf(table, input.text);
  const text = input.text.slice(skip);
  const head = text.slice(0, SAMPLE_CHARACTERS);
  const rows = splitHead(head, dialect, SAMPLE_ROWS, head.length === text.length);
  const sample = rows.length > 0 ? rows : splitHead(head, dialect, 1);
  const widest = sample[0]?.length ?? 0;
  if (widest > MOST_COLUMNS) {
    return error(
      `the first row has more than ${MOST_COLUMNS.toLocaleString('en-US')} columns, the most that are read`,
      'cut away the columns you do not need, or check that this is a table',
    );
  }
  if (widest === 0) return error('the file is empty', 'a table has a row for each event');
  const opened =
    widest < 2 || isTaken(dialect.delimiter)
      ? open(sample, dialect.delimiter)
      : otherThan(table, dialect.delimiter);
  if (isTableProblem(opened)) return {file: name, ...opened};
  const above = titles.map((title): Problem => ({
    severity: 'warning',
    message: `left out, because it stands above the names of the columns: ${quoteCell(title)}`,
  }));
  const reader = {...opened, problems: [...above, ...opened.problems]};
  return {
    reader,
    losses: [],
    dialect,
    skip,
    async eachRow(onRow) {
      let skip = reader.headerRows;
      await readDelimited(text, dialect, reader.columns.length, (row) => {
        if (skip > 0) skip -= 1;
        else onRow(row);
      });
    },
  };
}

/**
Read every row of a table. Kept and refused rows add up to the rows of the file.

Rows of one event become one event. A row with all cells empty, with more cells than there are
columns, or with a cell of more than a million characters is refused; a row with fewer cells is
read as if the rest were empty, and the loss says so.
*/
export async function readTable(table: TableFormat, input: FormatInput): Promise<ReadResult> {
  const opened = openTable(table, input);
  if ('severity' in opened) return emptyResult(input.name, [opened]);
  const gather = gatherRows(opened.reader);
  await opened.eachRow((row) => {
    if (row.cells === undefined) gather.refuse('row', row.damage);
    else gather.add(row.cells, row.remark);
  });
  const result = gather.result();
  return {...result, losses: [...opened.losses, ...result.losses]};
}

/** @returns the line, from 1, on which a row begins; undefined for a row that is not there. */
async function lineOfRow(
  table: TableFormat,
  input: FormatInput,
  wanted: number,
): Promise<number | undefined> {
  if (looksLikeJson(input.text)) return lineOfJsonRow(input.text, wanted);
  const opened = openTable(table, input);
  if ('severity' in opened || opened.dialect === undefined) return undefined;
  const {reader, dialect, skip} = opened;
  const bytes = Buffer.from(input.text.slice(skip));
  const found = new Error('the row is found');
  let row = -reader.headerRows;
  let start = 0;
  try {
    await readDelimited(bytes, dialect, reader.columns.length, (_, end) => {
      row += 1;
      if (row === wanted) throw found;
      start = end;
    });
  } catch (error) {
    if (error !== found) throw error;
  }
  if (row !== wanted) return undefined;
  const before =
    input.text.slice(0, skip) + bytes.toString('utf8', 0, skipBlankLines(bytes, start));
  return before.split(/\r\n|\n|\r/).length;
}

/** A row with what the rows of one event share; undefined when it stands alone. */
type KeyedRow = {readonly row: RowRecord; readonly key: string | undefined};

/**
@returns a function that makes a record of the cells of a row, or says why it cannot: rows count from
1, and `remark` is what is odd about the cells, reported with what else the row loses.
*/
export function rowConverter(
  reader: TableReader,
): (
  cells: readonly string[],
  rowNumber: number,
  remark: string | undefined,
) => KeyedRow | RowRefusal {
  const width = reader.columns.length;
  return (cells, row, remark) => {
    const wrong = wrongShape(cells, reader.columns);
    if (wrong !== undefined) return {refused: {row, field: 'row', what: wrong}};
    const full = fitWidth(cells, width);
    const record = reader.row(full, row);
    if (isRefusal(record)) return record;
    const fault = dateFault(record.event.when.edtf);
    if (fault !== undefined) return {refused: {row, field: 'date', what: fault}};
    const key = reader.key?.(full);
    if (remark === undefined && cells.length >= width) return {row: record, key};
    const odd: Loss[] = remark === undefined ? [] : [{row, field: 'row', what: remark}];
    if (cells.length < width) {
      const what = `fewer cells than columns, the missing ones are read as empty: ${cells.length} of ${width}`;
      odd.push({row, field: 'row', what});
    }
    return {row: {...record, losses: [...odd, ...record.losses]}, key};
  };
}

/** Turns rows into a `ReadResult`, one after another. */
type RowGatherer = {
  /** @param remark - what is odd about the cells, reported when the row is kept. */
  add(cells: readonly string[], remark?: string): void;
  refuse(field: string, what: string): void;
  result(): ReadResult;
};

/** @returns a gatherer for the rows of one table, counted from 1. */
function gatherRows(reader: TableReader): RowGatherer {
  const convert = rowConverter(reader);
  const records: RowRecord[] = [];
  const actors = new Map<string, Actor>();
  const places = new Map<string, Place>();
  const sources = new Map<string, Source>(reader.chronology.sources.map((one) => [one.id, one]));
  const byKey = new Map<string, number>();
  const ids = new Set<string>();
  const distinctId = distinctIds((id) => ids.has(id));
  const losses: Loss[] = [];
  let rows = 0;
  let refused = 0;
  const refuse = (field: string, what: string) => {
    refused += 1;
    losses.push({row: rows, field, what: `refused: ${what}`});
  };
  const gatherShared = (record: RowRecord) => {
    for (const actor of record.actors) {
      const known = actors.get(actor.id);
      if (known === undefined) actors.set(actor.id, actor);
      else if (addsTo(known, actor)) actors.set(actor.id, {...actor, ...known});
    }
    for (const place of record.places) if (!places.has(place.id)) places.set(place.id, place);
    for (const source of record.sources) {
      if (!sources.has(source.id)) sources.set(source.id, source);
    }
  };
  const assemble = (): Chronology => {
    const lanes = new Set(records.map((record) => record.event.side));
    return {
      chronology: 1,
      ...reader.chronology,
      sides: reader.chronology.sides.filter((side) => lanes.has(side.id)),
      sources: [...sources.values()],
      actors: [...actors.values()],
      places: [...places.values()],
      events: records.map((record) => record.event),
      claims: records.flatMap((record) => record.claims),
      links: [],
    };
  };
  return {
    refuse(field, what) {
      rows += 1;
      refuse(field, what);
    },
    add(cells, remark) {
      rows += 1;
      const made = convert(cells, rows, remark);
      if ('refused' in made) return refuse(made.refused.field, made.refused.what);
      const {key} = made;
      // Rows of one event share its id; others never do.
      const record =
        key === undefined ? renameEvent(made.row, distinctId(made.row.event.id)) : made.row;
      ids.add(record.event.id);
      const earlier = key === undefined ? undefined : byKey.get(key);
      const first = earlier === undefined ? undefined : records[earlier];
      if (first !== undefined && first.claims.length >= MOST_ROWS_OF_EVENT) {
        return refuse('row', 'more than 1,000 rows of the same event');
      }
      const merge = reader.merge ?? mergeRows;
      const kept = first === undefined ? record : merge(first, record, rows);
      losses.push(...kept.losses);
      gatherShared(kept);
      if (earlier !== undefined) records[earlier] = lighten(kept);
      else {
        if (key !== undefined) byKey.set(key, records.length);
        records.push(lighten(kept));
      }
    },
    result() {
      losses.sort((one, other) => one.row - other.row);
      return {
        chronology: assemble(),
        rows,
        refused,
        losses,
        problems: reader.problems,
      };
    },
  };
}

/** @returns a result without rows, for a file that cannot be read at all. */
function emptyResult(name: string, problems: readonly Problem[]): ReadResult {
  return {
    chronology: {
      chronology: 1,
      title: makeInert(name),
      timezone: 'UTC',
      sides: [],
      fields: [],
      sources: [],
      actors: [],
      places: [],
      events: [],
      claims: [],
      links: [],
    },
    rows: 0,
    refused: 0,
    losses: [],
    problems,
  };
}

/** Years, months and days, which readers check against the calendar. */
const PLAIN_DATE = /^\d{4}(?:-\d{2}){0,2}$/;

/** Why a date that a reader made would not pass `check`; such a row must not get in. */
function dateFault(edtf: string): string | undefined {
  if (PLAIN_DATE.test(edtf)) return undefined;
  const parsed = parseEdtf(edtf);
  return parsed.ok ? undefined : `not a date, because ${parsed.error}: ${quoteCell(edtf)}`;
}

function wrongShape(cells: readonly string[], columns: readonly string[]): string | undefined {
  const width = columns.length;
  let isEmpty = true;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? '';
    if (cell.length > LONGEST_CELL) {
      return `a cell is longer than a million characters: ${quoteCell(columns[index])}`;
    }
    if (isEmpty && cell.trim() !== '') isEmpty = false;
    if (index >= width && cell.trim() !== '') {
      return `more cells than columns, so they cannot be told apart: ${cells.length} for ${width}`;
    }
  }
  return isEmpty ? 'the row is empty' : undefined;
}

function fitWidth(cells: readonly string[], width: number): readonly string[] {
  if (cells.length === width) return cells;
  if (cells.length > width) return cells.slice(0, width);
  return [...cells, ...Array.from({length: width - cells.length}, () => '')];
}

/** A record without what is kept for all rows together. */
function lighten({event, claims}: RowRecord): RowRecord {
  return {event, claims, actors: NONE, places: NONE, sources: NONE, losses: NONE};
}

const NONE: readonly never[] = [];

function addsTo(known: Actor, actor: Actor): boolean {
  return Object.keys(actor).some((key) => !(key in known));
}
