import type {Flags, FlagSpec} from './command.js';
import type {LoadOptions} from './load-chronologies.js';

/** How a file is to be read; the flags of every command that opens files. */
export const LOAD_FLAGS: readonly FlagSpec[] = [
  {
    name: 'from',
    type: 'string',
    placeholder: 'FORMAT',
    summary: 'the format of the files, when looking is not enough',
  },
  {
    name: 'map',
    type: 'string',
    placeholder: 'date=COLUMN,title=COLUMN',
    summary: 'which column of a table means what',
  },
  {
    name: 'other-reports',
    type: 'boolean',
    summary: 'without a file: with what other public reports say of the same events',
  },
];

/** @returns the options that the flags give, or what is wrong with them. */
export function loadOptions(flags: Flags): LoadOptions | {readonly error: string} {
  const {from, map} = flags;
  const columnMap: Record<string, string> = {};
  for (const pair of typeof map === 'string' ? map.split(',') : []) {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) {
      return {error: `--map ${pair}: write it as date=COLUMN,title=COLUMN`};
    }
    columnMap[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
  }
  return {
    ...(typeof from === 'string' ? {from} : {}),
    ...(typeof map === 'string' ? {columnMap} : {}),
    ...(flags['otherReports'] === true ? {areReportsMerged: true} : {}),
  };
}
