import type {ICalEntry, ICalLibrary, ICalProperty} from './icalendar-parts.js';
import type {Import} from './imported-chronology.js';

/** The properties of an entry by their names in lower case. */
export type ICalProperties = ReadonlyMap<string, readonly ICalProperty[]>;

const RULES = new Set(['rrule', 'exrule']);

/** Read the lines of an entry one by one; a line that cannot be read is a loss. */
export function readProperties(
  entry: ICalEntry,
  row: number,
  found: Import,
  library: ICalLibrary,
): ICalProperties {
  const properties = new Map<string, ICalProperty[]>();
  for (const line of entry.lines) {
    const name = /^[A-Za-z0-9-]{1,60}/.exec(line)?.[0].toLowerCase();
    if (name !== undefined && RULES.has(name)) {
      // The library turns a rule into an object that says less than the line.
      const raw = rawValue(line);
      const value = {name, parameters: {}, type: 'rule', values: [raw], raw};
      properties.set(name, [...(properties.get(name) ?? []), value]);
      continue;
    }
    try {
      const [, parameters, type, ...values] = library.parse.property(line) as unknown as [
        string,
        ICalProperty['parameters'],
        string | null,
        ...unknown[],
      ];
      if (name === undefined) throw new Error('no name');
      const same = properties.get(name) ?? [];
      same.push({
        name,
        parameters,
        type: type ?? 'text',
        values: textsOf(name, type, values, line),
        raw: rawValue(line),
      });
      properties.set(name, same);
    } catch {
      found.lose(
        row,
        name?.toUpperCase() ?? '*',
        `a line that cannot be read: ${line.slice(0, 60)}`,
      );
    }
  }
  return properties;
}

/**
Values as ical.js gives them, but for two: those of unknown properties it leaves escaped, and of a
list it takes an escaped backslash before a comma for an escaped comma (2.2.1).
*/
function textsOf(
  name: string,
  type: string | null,
  values: readonly unknown[],
  line: string,
): readonly unknown[] {
  if (type === 'unknown') return values.map((value) => unescapeText(valueText(value)));
  if (name !== 'categories') return values;
  return (rawValue(line).match(/(?:\\.|[^\\,])+/gs) ?? []).map(unescapeText);
}

/** @returns what stands after the name and the parameters of a line. */
function rawValue(line: string): string {
  return /^[^":]*(?:"[^"]*"[^":]*)*:(.*)$/s.exec(line)?.[1] ?? '';
}

/** Source: RFC 5545 §3.3.11. */
function unescapeText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, char: string) =>
    char.toLowerCase() === 'n' ? '\n' : char,
  );
}

/** @returns every value of a property as text, files inside left out. */
export function allTexts(properties: ICalProperties, name: string): string[] {
  return (properties.get(name) ?? [])
    .filter(({type}) => type !== 'binary')
    .flatMap(({values}) => values.map(valueText))
    .filter((value) => value !== '');
}

/** @returns a value as text: a number in digits, empty for what is neither text nor number. */
export function valueText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** @returns the first value of a property as text; empty when there is none. */
export function firstText(properties: ICalProperties, name: string): string {
  return valueText(properties.get(name)?.[0]?.values[0]);
}
