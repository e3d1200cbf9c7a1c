import type {Io} from './command.js';

/** Say how to open what is piped in, where no file is named and the bundled chronology is shown instead. */
export function hintAtInput(files: readonly string[], io: Io): void {
  if (files.length > 0 || io.hasUnreadInput?.() !== true) return;
  io.error('ticktock: standard input is not read: add - to open what is piped in');
}
