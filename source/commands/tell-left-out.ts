import {leftOutWords, type ImportFigures} from '../core/events/import-figures.js';
import type {Io} from './command.js';

/** Say on standard error, in a line for each file, what of it the output does not hold. */
export function tellLeftOut(imports: readonly ImportFigures[], io: Io): void {
  for (const figures of imports) {
    const words = leftOutWords(figures);
    if (words !== undefined) io.error(`${figures.file}: ${words}: \`ticktock import\` lists them`);
  }
}

/** Said in place of an output that would be empty. */
export const NOTHING_KEPT = 'there are no events, because every row was refused';

/** @returns whether files had rows, and not one of them could be read. */
export function isNothingKept(imports: readonly ImportFigures[]): boolean {
  return imports.some(({rows}) => rows > 0) && imports.every(({rows, refused}) => refused === rows);
}
