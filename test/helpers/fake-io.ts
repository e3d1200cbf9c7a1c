import {obey} from '../../source/commands/run-command-line.js';
import type {ExitCode, Io} from '../../source/commands/command.js';

export type Told = {
  readonly status: ExitCode;
  readonly out: string;
  readonly errors: readonly string[];
};

/** @returns edges of its own for a command: nothing reaches the real standard output. */
export function fakeIo(given: Partial<Io> = {}): Io {
  return {
    out: async () => {},
    error: () => {},
    stdin: async () => new Uint8Array(),
    isStdoutTerminal: false,
    isStdinTerminal: false,
    columns: 80,
    env: {LANG: 'C.UTF-8'},
    now: () => Date.UTC(2024, 0, 25),
    ...given,
  };
}

/** Run a command line with edges of its own. */
export async function obeyed(words: readonly string[], given: Partial<Io> = {}): Promise<Told> {
  let out = '';
  const errors: string[] = [];
  const io = fakeIo({
    async out(text) {
      out += text;
    },
    error(line) {
      errors.push(line);
    },
    ...given,
  });
  return {status: await obey(words, io), out, errors};
}
