import type {Path} from '../core/events/path-problem.js';
import {parseJsonSyntax} from './chronology-json-syntax.js';
import type {Position} from './chronology-parse.js';

export type ParsedLines = {
  readonly value: unknown;
  /** @returns where the entry or section of a path begins. */
  locate(path: Path): Position | undefined;
};

/** Columns before an entry: two spaces, a hyphen, a space. */
const INDENT = 4;

/**
Parse YAML of one JSON entry a line the fast way, as `writeChronologyYaml` writes many entries.

@param text - the whole file, decoded.
@returns its value, every string inert; undefined when any line looks different (a YAML parser reads
the same from it, or says what is wrong).
*/
export function parseLineSyntax(text: string): ParsedLines | undefined {
  const sections = new Map<string, Section>();
  let open: Section | undefined;
  let number = 0;
  for (const line of eachLine(text)) {
    number++;
    const entry = line.startsWith('  - {') ? parseJsonSyntax(line.slice(INDENT)) : undefined;
    const [, key = '', value] = /^([a-z_]+):(?: (["[\d].*))?$/u.exec(entry ? '' : line) ?? [];
    if (entry !== undefined && open !== undefined) {
      open.entries.push(entry.value);
      open.lines.push(number);
    } else if (key !== '' && !sections.has(key)) {
      const scalar = value === undefined ? undefined : parseJsonSyntax(value);
      if (value !== undefined && scalar === undefined) {
        return undefined;
      }
      const section = {line: number, scalar, entries: [], lines: []};
      sections.set(key, section);
      open = scalar === undefined ? section : undefined;
    } else if (line !== '' && !line.startsWith('#')) {
      return undefined;
    }
  }
  const values = [...sections].map(([key, {scalar, entries}]): [string, unknown] => [
    key,
    scalar === undefined ? entries : scalar.value,
  ]);
  // A section with nothing in it is `null` in YAML, which the other parser says best.
  const isHollow = [...sections.values()].some((it) => !it.scalar && it.entries.length === 0);
  return sections.size === 0 || isHollow
    ? undefined
    : {value: Object.fromEntries(values), locate: (path) => locate(sections, path)};
}

type Section = {
  readonly line: number;
  /** What stands behind the key; undefined when entries follow instead. */
  readonly scalar: {readonly value: unknown} | undefined;
  readonly entries: unknown[];
  /** The line of each entry. */
  readonly lines: number[];
};

function locate(sections: ReadonlyMap<string, Section>, path: Path): Position | undefined {
  const [key, index] = path;
  const section = sections.get(String(key));
  const line = typeof index === 'number' ? section?.lines[index] : undefined;
  if (line !== undefined) {
    return {line, column: INDENT + 1};
  }
  return section === undefined ? {line: 1, column: 1} : {line: section.line, column: 1};
}

function* eachLine(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const stop = end === -1 ? text.length : end;
    yield text.slice(start, text[stop - 1] === '\r' ? stop - 1 : stop);
    start = stop + 1;
  }
}
