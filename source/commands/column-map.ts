import {makeInert} from '../core/events/inert-text.js';
import type {Flags, FlagSpec} from './command.js';

/** Which column means what; may be given several times, each time for several columns. */
export const MAP_FLAG: FlagSpec = {
  name: 'map',
  type: 'string',
  isMultiple: true,
  placeholder: 'date=COLUMN,title=COLUMN',
  summary: 'which column of a table means what',
};

/** The columns by what they mean, undefined when none is named; or what is wrong. */
type ColumnMap =
  {readonly columnMap: Readonly<Record<string, string>> | undefined} | {readonly error: string};

/** @returns the columns that `--map` names. */
export function readColumnMap(flags: Flags): ColumnMap {
  const pairs: [string, string][] = [];
  for (const pair of columnMapWords(flags).flatMap((text) => text.split(','))) {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) {
      return {error: `--map ${makeInert(pair)}: write it as date=COLUMN,title=COLUMN`};
    }
    const field = pair.slice(0, at).trim();
    if (pairs.some(([known]) => known === field)) {
      return {error: `--map ${makeInert(pair)}: ${makeInert(field)} has a column already`};
    }
    pairs.push([field, pair.slice(at + 1).trim()]);
  }
  return {columnMap: pairs.length === 0 ? undefined : Object.fromEntries(pairs)};
}

/** @returns the values of `--map` as given. */
export function columnMapWords({map}: Flags): readonly string[] {
  if (Array.isArray(map)) return map.map(String);
  return typeof map === 'string' ? [map] : [];
}
