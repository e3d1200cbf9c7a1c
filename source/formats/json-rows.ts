/** JSON and NDJSON files of flat events, seen as tables: keys are columns, objects are rows. */
import type {DelimitedRow} from './delimited-text.js';
import type {FileHead} from './format.js';
import {MOST_COLUMNS} from './split-head.js';

/** Deeper nesting than this is refused before anything is parsed. */
const DEEPEST = 100;

/** A JSON file as a table. */
export type JsonTable = {
  /** One document with an array of objects in it, or one object a line. */
  readonly kind: 'json' | 'ndjson';
  readonly columns: readonly string[];
  readonly rows: readonly DelimitedRow[];
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
  if (!looksLikeJson(head.text) || isTooDeep(head.text)) return undefined;
  const lines = firstLines(head.text, limit);
  const fromLines = lines.map(parseObject).filter((one) => one !== undefined);
  const isLines =
    fromLines.length > 0 && (lines.length > 1 || !fromLines.some((one) => arrayIn(one)));
  const objects: readonly PlainObject[] = isLines ? fromLines : objectsOfArray(head.text, limit);
  if (objects.length === 0) return undefined;
  const flat = objects.map(flatten);
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))].slice(0, MOST_COLUMNS + 1);
  return {
    kind: isLines ? 'ndjson' : 'json',
    rows: [columns, ...flat.map((row) => columns.map((column) => row.get(column) ?? ''))],
  };
}

/**
Read a whole JSON file as a table. Values become text; lists of plain values are joined by
semicolons; an object within an object gives columns such as `date.start`.

@returns the table, or in words why there is none.
*/
export function readJsonTable(text: string): JsonTable | {readonly problem: string} {
  if (isTooDeep(text)) return {problem: `the file is nested more than ${DEEPEST} levels deep`};
  const whole = parseJson(text);
  const array =
    whole === undefined
      ? undefined
      : Array.isArray(whole.value)
        ? whole.value
        : arrayIn(whole.value);
  const kind = array === undefined ? 'ndjson' : 'json';
  const values: readonly (Map<string, string> | string)[] = array
    ? array.map((value: unknown) => (isObject(value) ? flatten(value) : 'not an object'))
    : text
        .split(/\r\n|\n|\r/)
        .filter((line) => line.trim() !== '')
        .map((line) => {
          const value = parseJson(line)?.value;
          if (value === undefined) return 'the line is not JSON';
          return isObject(value) ? flatten(value) : 'not an object';
        });
  const columns = new Set<string>();
  for (const value of values) {
    if (typeof value === 'string') continue;
    for (const key of value.keys()) columns.add(key);
    if (columns.size > MOST_COLUMNS) {
      return {
        problem: `the objects have more than ${MOST_COLUMNS.toLocaleString('en-US')} different keys, the most that are read`,
      };
    }
  }
  const names = [...columns];
  return {
    kind,
    columns: names,
    rows: values.map((value) =>
      typeof value === 'string'
        ? {damage: value}
        : {cells: names.map((name) => value.get(name) ?? '')},
    ),
  };
}

type PlainObject = {readonly [key: string]: unknown};

function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): {readonly value: unknown} | undefined {
  try {
    return {value: JSON.parse(text) as unknown};
  } catch {
    return undefined;
  }
}

function parseObject(text: string): PlainObject | undefined {
  const value = parseJson(text)?.value;
  return isObject(value) ? value : undefined;
}

/** @returns the longest array of objects that an object holds, as interfaces wrap their answers. */
function arrayIn(value: unknown): readonly unknown[] | undefined {
  if (!isObject(value)) return undefined;
  let longest: readonly unknown[] | undefined;
  for (const one of Object.values(value)) {
    if (Array.isArray(one) && isObject(one[0]) && one.length > (longest?.length ?? 0))
      longest = one;
  }
  return longest;
}

function flatten(object: PlainObject): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [key, value] of Object.entries(object)) {
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

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x22) at = endOfString(text, at);
    else if (character === 0x7b || character === 0x5b) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (character === 0x7d || character === 0x5d) depth -= 1;
  }
  return false;
}

/** @returns the position of the quote that ends a string, or the end of the line or text. */
function endOfString(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x5c) at += 1;
    else if (character === 0x22 || character === 0x0a) return at;
  }
  return text.length;
}
