/** JSON and NDJSON files of flat events, seen as tables: keys are columns, objects are rows. */
import {findJsonFault} from './chronology-json-fault.js';
import type {DelimitedRow} from './delimited-text.js';
import type {FileHead} from './format.js';
import {linesOfItems} from './json-lines.js';
import {flattenShapes, isObject, type PlainObject} from './json-shapes.js';
import {DEEPEST_JSON, endOfString, type JsonOutline, outlineJson, parseJson} from './json-text.js';
import {MOST_COLUMNS} from './split-head.js';

/** How deep in an answer of an interface the list of events is looked for. */
const DEEPEST_LIST = 4;

/** A JSON file as a table. */
export type JsonTable = {
  /** One document with an array of objects in it, or one object a line. */
  readonly kind: 'json' | 'ndjson';
  readonly columns: readonly string[];
  readonly rows: readonly DelimitedRow[];
  /** What stands beside the list of events, on the way to it: `license`, `meta.count`. */
  readonly beside: readonly {readonly key: string; readonly value: unknown}[];
};

/** @returns true when a text can be nothing but JSON, if it is anything of ours. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(\[\s*[{[\]]|\{\s*["}])/.test(text);
}

/**
The first objects of a JSON file as rows of a table.

@returns the keys as the first row, then up to `limit` rows of values; undefined when the text does
  not begin as an array of objects, an object holding one, or objects line by line.
*/
export function jsonHead(
  head: FileHead,
  limit = 20,
): {readonly kind: 'json' | 'ndjson'; readonly rows: readonly (readonly string[])[]} | undefined {
  if (!looksLikeJson(head.text) || outlineJson(head.text).isTooDeep) return undefined;
  const lines = firstLines(head.text, limit);
  const fromLines = lines.map(parseObject).filter((one) => one !== undefined);
  const isLines =
    fromLines.length > 0 && (lines.length > 1 || !fromLines.some((one) => listIn(one)));
  const objects: readonly PlainObject[] = isLines ? fromLines : objectsOfArray(head.text, limit);
  if (objects.length === 0) return undefined;
  const flat = objects.map(flatten);
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))].slice(0, MOST_COLUMNS + 1);
  return {
    kind: isLines ? 'ndjson' : 'json',
    rows: [columns, ...flat.map((row) => columns.map((column) => row.get(column) ?? ''))],
  };
}

/** Why a JSON file is no table, and where. */
export type JsonProblem = {
  readonly problem: string;
  readonly fix: string;
  readonly line?: number;
  readonly column?: number;
};

/**
Read a whole JSON file as a table. Values become text; lists of plain values are joined by
semicolons; an object within an object gives columns such as `date.start`. Numbers keep their digits.

In NDJSON the number of a row is that of its line: a blank line is a damaged row.

@returns the table, or in words why there is none.
*/
export function readJsonTable(text: string): JsonTable | JsonProblem {
  const outline = outlineJson(text);
  if (outline.isTooDeep) {
    return {
      problem: `the file is nested more than ${DEEPEST_JSON} levels deep`,
      fix: 'keep only the events, as flat objects',
    };
  }
  const whole = parseJson(text);
  if (whole === undefined && !isLines(text)) {
    const fault = findJsonFault(text);
    if (fault !== undefined) {
      const {message, ...rest} = fault;
      return {problem: `not valid JSON: ${message}`, ...rest};
    }
  }
  const list = whole === undefined ? undefined : listIn(whole.value);
  const kind = list === undefined ? 'ndjson' : 'json';
  const values =
    list !== undefined
      ? listRows(list.items, list.path, outline)
      : isObject(whole?.value)
        ? objectRows(whole.value, outline)
        : lineRows(text);
  const columns = new Set<string>();
  for (const {cells} of values) {
    for (const key of cells?.keys() ?? []) columns.add(key);
    if (columns.size > MOST_COLUMNS) {
      return {
        problem: `the objects have more than ${MOST_COLUMNS.toLocaleString('en-US')} different keys, the most that are read`,
        fix: 'keep only the events, as flat objects',
      };
    }
  }
  const names = [...columns];
  return {
    kind,
    columns: names,
    beside: list === undefined ? [] : besideList(whole?.value, list.path),
    rows: values.map(({cells, damage, remark}) =>
      cells === undefined
        ? {damage}
        : {
            cells: names.map((name) => cells.get(name) ?? ''),
            ...(remark === undefined ? {} : {remark}),
          },
    ),
  };
}

/** @returns the line, from 1, on which a row of `readJsonTable` begins; undefined when it is not there. */
export function lineOfJsonRow(text: string, row: number): number | undefined {
  const whole = parseJson(text);
  if (whole === undefined) return row;
  const list = listIn(whole.value);
  return list === undefined ? undefined : linesOfItems(text, list.path)[row - 1];
}

type JsonRow =
  | {
      readonly cells: ReadonlyMap<string, string>;
      readonly damage?: undefined;
      readonly remark?: string;
    }
  | {readonly cells?: undefined; readonly damage: string; readonly remark?: undefined};

/** One object a line: the first line is one by itself, or half of them are. */
function isLines(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  const lines = firstLines(text, 100);
  const objects = lines.filter((line) => parseObject(line) !== undefined).length;
  return objects * 2 > lines.length || parseObject(lines[0] ?? '') !== undefined;
}

function lineRows(text: string): readonly JsonRow[] {
  const lines = text.trimEnd().split(/\r\n|\n|\r/);
  return lines.map((line) => {
    if (line.trim() === '') return {damage: 'the line is empty'};
    const value = parseJson(line)?.value;
    if (value === undefined) return {damage: 'the line is not JSON'};
    if (!isObject(value)) return {damage: 'not an object'};
    return rowOf(
      value,
      outlineJson(line).repeated.map(({key}) => key),
    );
  });
}

/** An object that holds no list is an event by itself. */
function objectRows(object: PlainObject, {repeated}: JsonOutline): readonly JsonRow[] {
  const own = repeated.filter(({path}) => path.length === 0).map(({key}) => key);
  return Object.keys(object).length === 0 ? [] : [rowOf(object, own)];
}

function listRows(
  items: readonly unknown[],
  path: readonly string[],
  {repeated}: JsonOutline,
): readonly JsonRow[] {
  const keysOf = new Map<number, string[]>();
  for (const one of repeated) {
    const row = one.path[path.length];
    if (typeof row !== 'number' || path.some((step, at) => one.path[at] !== step)) continue;
    keysOf.set(row, [...(keysOf.get(row) ?? []), one.key]);
  }
  return items.map((item, at) =>
    isObject(item) ? rowOf(item, keysOf.get(at) ?? []) : {damage: 'not an object'},
  );
}

function rowOf(object: PlainObject, repeated: readonly string[]): JsonRow {
  const cells = flatten(object);
  if (repeated.length === 0) return {cells};
  const names = [...new Set(repeated)].slice(0, 3).map((key) => JSON.stringify(key.slice(0, 40)));
  return {cells, remark: `a key stands here twice, its last value is kept: ${names.join(', ')}`};
}

function parseObject(text: string): PlainObject | undefined {
  const value = parseJson(text)?.value;
  return isObject(value) ? value : undefined;
}

/**
@returns the longest list of objects, and the keys that lead to it: the value itself, or one that it
  holds, as interfaces wrap their answers; the nearest to the top.
*/
function listIn(
  value: unknown,
): {readonly items: readonly unknown[]; readonly path: readonly string[]} | undefined {
  if (Array.isArray(value)) return {items: value, path: []};
  let level: readonly {object: PlainObject; path: readonly string[]}[] = isObject(value)
    ? [{object: value, path: []}]
    : [];
  for (let depth = 0; depth < DEEPEST_LIST && level.length > 0; depth += 1) {
    const held = level.flatMap(({object, path}) =>
      Object.entries(object).map(([key, one]) => ({one, path: [...path, key]})),
    );
    const lists = held.flatMap(({one, path}) =>
      Array.isArray(one) && isObject(one[0]) ? [{items: one as unknown[], path}] : [],
    );
    const [longest] = lists.sort((a, b) => b.items.length - a.items.length);
    if (longest !== undefined) return longest;
    level = held.flatMap(({one, path}) => (isObject(one) ? [{object: one, path}] : []));
  }
  return undefined;
}

/** @returns what else the objects hold that lead to a list. */
function besideList(value: unknown, path: readonly string[]): JsonTable['beside'] {
  const found: {key: string; value: unknown}[] = [];
  let level = value;
  for (const [depth, step] of path.entries()) {
    if (!isObject(level)) return found;
    for (const [key, other] of Object.entries(level)) {
      const isSomething = other !== null && other !== '';
      if (key !== step && isSomething)
        found.push({key: [...path.slice(0, depth), key].join('.'), value: other});
    }
    level = level[step];
  }
  return found;
}

/** @returns a value of JSON as one text: a list of objects by its length. */
export function jsonText(value: unknown): string {
  const isLong = Array.isArray(value) && value.some((one) => typeof one === 'object');
  return isLong ? `a list of ${value.length}` : textOf(value);
}

function flatten(event: PlainObject): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [key, value] of Object.entries(flattenShapes(event))) {
    if (isObject(value)) {
      for (const [inner, one] of Object.entries(value)) cells.set(`${key}.${inner}`, textOf(one));
    } else cells.set(key, textOf(value));
  }
  return cells;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
    return value.map(String).join('; ');
  }
  return typeof value === 'object' ? JSON.stringify(value) : `${value as number | boolean}`;
}

function firstLines(text: string, limit: number): readonly string[] {
  return text
    .split(/\r\n|\n|\r/, limit * 2)
    .filter((line) => line.trim() !== '')
    .slice(0, limit);
}

/** The first complete objects of the first array of objects, from text that may stop anywhere. */
function objectsOfArray(text: string, limit: number): readonly PlainObject[] {
  const objects: PlainObject[] = [];
  const opening = /\[\s*\{/.exec(text);
  if (!opening) return objects;
  let depth = 0;
  let start = 0;
  for (let at = opening.index + 1; at < text.length && objects.length < limit; at += 1) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
    } else if (character === '{' || character === '[') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth < 0) break;
      const object = depth === 0 ? parseObject(text.slice(start, at + 1)) : undefined;
      if (object) objects.push(object);
    }
  }
  return objects;
}
