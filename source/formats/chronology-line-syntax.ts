import {parseJsonSyntax} from './chronology-json-syntax.js';

/**
Parse YAML of one JSON entry a line the fast way, as `writeChronologyYaml` writes many entries.

@param text - the whole file, decoded.
@returns its value, every string inert; undefined when any line looks different (a YAML parser reads
the same from it, or says what is wrong).
*/
export function parseLineSyntax(text: string): {readonly value: unknown} | undefined {
  const sections = new Map<string, unknown>();
  const opened: unknown[][] = [];
  let entries: unknown[] | undefined;
  for (const line of eachLine(text)) {
    const entry = line.startsWith('  - {') ? parseJsonSyntax(line.slice(4)) : undefined;
    const [, key = '', value] = /^([a-z_]+):(?: (["[\d].*))?$/u.exec(entry ? '' : line) ?? [];
    if (entry !== undefined && entries !== undefined) {
      entries.push(entry.value);
    } else if (key !== '' && !sections.has(key)) {
      entries = undefined;
      if (value === undefined) {
        entries = [];
        opened.push(entries);
      }
      const scalar = value === undefined ? {value: entries} : parseJsonSyntax(value);
      if (scalar === undefined) {
        return undefined;
      }
      sections.set(key, scalar.value);
    } else if (line !== '' && !line.startsWith('#')) {
      return undefined;
    }
  }
  // An empty section is `null` in YAML, which is left to the other parser to complain about.
  const isEmpty = opened.some((section) => section.length === 0);
  return sections.size === 0 || isEmpty ? undefined : {value: Object.fromEntries(sections)};
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
