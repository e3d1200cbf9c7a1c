import {MAP_FLAG, readColumnMap} from './column-map.js';
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
  MAP_FLAG,
  {
    name: 'other-reports',
    type: 'boolean',
    summary: 'without a file: with what other public reports say of the same events',
  },
];

/** @returns the options that the flags give, or what is wrong with them. */
export function loadOptions(flags: Flags): LoadOptions | {readonly error: string} {
  const {from} = flags;
  const read = readColumnMap(flags);
  if ('error' in read) return read;
  const {columnMap} = read;
  return {
    ...(typeof from === 'string' ? {from} : {}),
    ...(columnMap === undefined ? {} : {columnMap}),
    ...(flags['otherReports'] === true ? {areReportsMerged: true} : {}),
  };
}
