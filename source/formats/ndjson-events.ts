import type {Chronology} from '../core/events/chronology.js';
import type {Format, FormatInput, ReadResult, WriteResult} from './format.js';
import {readChronology} from './chronology-reader.js';
import {ndjson as plainNdjson} from './table.js';

/** The lists of a chronology and what each of their records is called, in the order of the file. */
const RECORDS = [
  ['side', 'sides'],
  ['field', 'fields'],
  ['source', 'sources'],
  ['actor', 'actors'],
  ['place', 'places'],
  ['event', 'events'],
  ['claim', 'claims'],
  ['link', 'links'],
] as const;
const LIST_OF = new Map<string, string>(RECORDS);

/**
NDJSON: one record a line, each saying what it is (`{"record": "event", "id": …}`), so that a program
can take a chronology line by line; the first line is the chronology without its lists.

It carries everything and is read back whole. Any other NDJSON is a plain table (`table.ts`).
*/
export const ndjsonEvents: Format = {
  id: 'ndjson',
  name: 'NDJSON',
  detect: (head) => (isOurs(head.text) ? 1 : (plainNdjson.detect?.(head) ?? 0)),
  async read(input) {
    if (isOurs(input.text) && input.columnMap === undefined) return readRecords(input);
    if (plainNdjson.read === undefined) throw new TypeError('plain NDJSON has no reader');
    return plainNdjson.read(input);
  },
  async lineOfRow(input, row) {
    return isOurs(input.text) ? undefined : plainNdjson.lineOfRow?.(input, row);
  },
  write: (chronology) => Promise.resolve(writeRecords(chronology)),
};

function isOurs(text: string): boolean {
  return /^\s{0,100}\{\s{0,10}"record"\s{0,10}:\s{0,10}"chronology"/.test(text);
}

function writeRecords(chronology: Chronology): WriteResult {
  const own = Object.fromEntries(
    Object.entries(chronology).filter(([, value]) => !isRecords(value)),
  );
  const lines = [JSON.stringify({record: 'chronology', ...own})];
  for (const [record, list] of RECORDS) {
    for (const item of chronology[list]) lines.push(JSON.stringify({record, ...item}));
  }
  return {text: `${lines.join('\n')}\n`, losses: []};
}

/** Lists of objects have lines of their own; `other_timezones` is a list of texts. */
function isRecords(value: unknown): boolean {
  return Array.isArray(value) && (value.length === 0 || typeof value[0] === 'object');
}

function readRecords(input: FormatInput): ReadResult {
  let whole: Readonly<Record<string, unknown>> = {};
  const lists = new Map<string, unknown[]>(RECORDS.map(([, list]) => [list, []]));
  const losses: ReadResult['losses'][number][] = [];
  let row = 0;
  for (const line of input.text.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue;
    row += 1;
    const item = readLine(line);
    const {record, ...rest} = item ?? {};
    const list = typeof record === 'string' ? LIST_OF.get(record) : undefined;
    if (record === 'chronology' && row === 1) whole = rest;
    else if (list !== undefined) lists.get(list)?.push(rest);
    else losses.push({row, field: '*', what: 'refused: not a record of a chronology'});
  }
  const text = JSON.stringify({...whole, ...Object.fromEntries(lists)});
  const {chronology, problems} = readChronology(input.name, text);
  const kept =
    chronology ??
    readChronology(input.name, '{"chronology":1,"title":"Untitled","timezone":"UTC"}').chronology;
  if (kept === undefined) throw new TypeError('an empty chronology is not read');
  return {
    chronology: kept,
    rows: row,
    refused: losses.length,
    losses,
    problems: problems.map(({line: _line, column: _column, ...problem}) => problem),
  };
}

function readLine(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
