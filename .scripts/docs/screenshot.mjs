import {mkdtemp, rm} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {spawn} from '@lydell/node-pty';

const {Terminal} = createRequire(import.meta.url)('@xterm/headless');

/** The screen is taken when nothing has come for so long after the words that were waited for. */
const QUIET_MS = 250;
const PATIENCE_MS = 20_000;

/**
Run a program in a pty with a terminal emulator, press keys, and read the screen.

@param options.program - path of a JavaScript file.
@param options.keys - pressed one after the other, each after the screen has come to rest.
@param options.until - words on the first screen.
@returns the rows of the last screen, right-trimmed, one a line.
@throws Error when the words never come.
*/
export async function takeScreen({program, args = [], columns = 80, rows = 24, keys = [], until}) {
  const home = await mkdtemp(join(tmpdir(), 'ticktock-screen-'));
  const emulator = new Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 0});
  const pty = spawn(process.execPath, [program, ...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    encoding: null,
    env: {PATH: process.env.PATH, HOME: home, TERM: 'xterm-256color', LANG: 'C.UTF-8', TZ: 'UTC'},
  });
  let rest = () => {};
  let timer;
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(() => rest(), QUIET_MS);
  };
  pty.onData((bytes) => emulator.write(Buffer.from(bytes), restart));
  const ended = new Promise((resolve) => {
    pty.onExit(resolve);
  });
  const read = () => {
    const {active} = emulator.buffer;
    return Array.from(
      {length: rows},
      (_, row) => active.getLine(row)?.translateToString(true) ?? '',
    )
      .map((line) => line.trimEnd())
      .join('\n');
  };
  const settle = (words) =>
    new Promise((resolve, reject) => {
      const limit = setTimeout(() => {
        reject(new Error(`never saw ${words} in\n${read()}`));
      }, PATIENCE_MS);
      rest = () => {
        if (!read().includes(words)) return;
        clearTimeout(limit);
        resolve(undefined);
      };
      restart();
    });
  try {
    await settle(until);
    for (const key of keys) {
      pty.write(key);
      await settle('');
    }
    return read();
  } finally {
    clearTimeout(timer);
    pty.kill('SIGTERM');
    await ended;
    await rm(home, {recursive: true, force: true});
  }
}
