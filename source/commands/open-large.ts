import {stat} from 'node:fs/promises';
import type {LoadOptions} from './load-chronologies.js';
import type {LargeTable} from './load-table.js';

/** Smaller files are read whole. */
const LEAST_BYTES = 8_000_000;

/**
Open the one file that was named when it is a large table.

@returns the table with its first rows, still being read; undefined for anything else, told in a moment
and without loading what reads tables.
*/
export async function openLarge(
  files: readonly string[],
  options: LoadOptions,
): Promise<LargeTable | undefined> {
  const [file] = files;
  if (file === undefined || files.length > 1 || file === '-') return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile() || found.size < LEAST_BYTES) return undefined;
  const {loadTable} = await import('./load-table.js');
  return loadTable(file, {
    ...(options.from === undefined ? {} : {from: options.from}),
    ...(options.columnMap === undefined ? {} : {columnMap: options.columnMap}),
  });
}

/** Read a large table to its end. */
export async function finishLoading(table: LargeTable): Promise<void> {
  await table.load((publish) => {
    publish();
  });
}
