import {spawnSync} from 'node:child_process';
import {fstatSync} from 'node:fs';
import {makeInert} from '../core/events/inert-text.js';
import {giveEarlyTerminalBack} from '../terminal/early-terminal.js';
import type {Io} from './command.js';

/**
@returns the edges of the real process. A pipe whose reader has gone (`ticktock list | head -1`) ends
the program quietly.
*/
export function openProcessIo(): Io {
  const {stdout, stderr} = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    // Anything else (a full disk) is an error of the reader's own file.
    process.stderr.write(`ticktock: cannot write the output: ${error.code ?? error.message}\n`);
    process.exit(1);
  });
  stderr.on('error', () => {});
  return {
    out: (text) =>
      new Promise((resolve) => {
        stdout.write(text, () => {
          resolve();
        });
      }),
    error(line) {
      giveEarlyTerminalBack();
      stderr.write(`${makeInert(line)}\n`);
    },
    async stdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) {
        chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
      }
      return Buffer.concat(chunks);
    },
    hasUnreadInput,
    isStdoutTerminal: stdout.isTTY,
    isStdinTerminal: process.stdin.isTTY,
    columns: stdout.columns > 0 ? stdout.columns : 80,
    env: process.env,
    now: () => Date.now(),
  };
}

/** Nothing is taken from a pipe: it may be that of a loop around the program (`while read`). */
function hasUnreadInput(): boolean {
  try {
    const found = fstatSync(0);
    if (found.isFile()) return found.size > 0;
    if (!found.isFIFO()) return false;
    // Node cannot look without reading; this asks `select`, and waits for nothing.
    return spawnSync('bash', ['-c', 'read -t 0'], {stdio: [0, 'ignore', 'ignore']}).status === 0;
  } catch {
    return false;
  }
}
