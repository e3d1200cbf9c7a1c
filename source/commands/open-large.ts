import {statSync} from 'node:fs';
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
  if (sizeOfFile(file) < LEAST_BYTES) return undefined;
  const {loadTable} = await import('./load-table.js');
  return loadTable(file, {
    ...(options.from === undefined ? {} : {from: options.from}),
    ...(options.columnMap === undefined ? {} : {columnMap: options.columnMap}),
  });
}

/** @returns bytes; 0 for what is no file. At once, because what looks later takes Node longer to load. */
function sizeOfFile(path: string): number {
  try {
    const found = statSync(path);
    return found.isFile() ? found.size : 0;
  } catch {
    return 0;
  }
}

/** Read a large table to its end. */
export async function finishLoading(table: LargeTable): Promise<void> {
  await table.load((publish) => {
    publish();
  });
}
