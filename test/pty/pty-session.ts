import {createRequire} from 'node:module';
import {spawn as spawnPty, type IPty} from '@lydell/node-pty';
import type {Terminal as Emulator} from '@xterm/headless';

// The package is CommonJS without named exports that Node could see.
const {Terminal: HeadlessTerminal} = createRequire(import.meta.url)('@xterm/headless') as {
  Terminal: typeof Emulator;
};

export type SessionOptions = {
  /** The program and its arguments; a JavaScript file is run with this Node. */
  readonly command: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  /** The whole environment beside PATH and HOME; TERM and LANG have usual values unless told. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
};

/** How a process ended; `status` is 128 + n when a signal ended it. */
export type Ending = {readonly status: number; readonly signal: number};

/** A program in a real pty, with a terminal emulator that shows what a reader would see. */
export type Session = {
  readonly pid: number;
  readonly emulator: Emulator;
  /** Bytes that the program has sent so far. */
  readonly byteCount: number;
  /** All that the program has sent, as text. */
  readonly output: string;
  /** The rows of the screen, right-trimmed. */
  lines(): string[];
  /** The screen in one string. */
  text(): string;
  send(keys: string): void;
  resize(columns: number, rows: number): void;
  kill(signal: string): void;
  /** Resolves when the screen has what is looked for; rejects after ten seconds, showing the screen. */
  until(sought: string | RegExp | ((session: Session) => boolean)): Promise<void>;
  /** Resolves when nothing has come for a while (60 ms unless told). */
  quiet(milliseconds?: number): Promise<void>;
  readonly ended: Promise<Ending>;
  readonly hasEnded: boolean;
  /** Close the master side, as when a line drops. */
  hangUp(): void;
  /** Take no more of what the program sends, as a stalled line does, until `flow`. */
  stall(): void;
  flow(): void;
};

const PATIENCE_MS = 10_000;

/** Start a program in a pty. */
export function openSession(options: SessionOptions): Session {
  const {columns = 80, rows = 24} = options;
  const emulator = new HeadlessTerminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    scrollback: 0,
  });
  const [file = '', ...others] = options.command;
  const isScript = /\.(m?js|cjs)$/.test(file);
  const env: Record<string, string> = {};
  const given = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    ...options.env,
  };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) env[name] = value;
  const pty: IPty = spawnPty(
    isScript ? process.execPath : file,
    isScript ? [file, ...others] : others,
    {
      name: env['TERM'] ?? 'xterm',
      cols: columns,
      rows,
      env,
      encoding: null,
      ...(options.cwd === undefined ? {} : {cwd: options.cwd}),
    },
  );
  // node-pty sets TERM from the name; a program without one is started through env(1) by the test.
  let byteCount = 0;
  let hasEnded = false;
  const pieces: Buffer[] = [];
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  pty.onData((data: string | Uint8Array) => {
    const bytes = Buffer.from(data as Uint8Array);
    byteCount += bytes.length;
    pieces.push(bytes);
    emulator.write(bytes, notify);
  });
  const ended = new Promise<Ending>((resolve) => {
    pty.onExit(({exitCode, signal}) => {
      hasEnded = true;
      const number = signal ?? 0;
      // What was written last may still be on its way through the emulator.
      emulator.write('', () => {
        notify();
        resolve({status: number > 0 ? 128 + number : exitCode, signal: number});
      });
    });
  });

  const session: Session = {
    pid: pty.pid,
    emulator,
    ended,
    get byteCount() {
      return byteCount;
    },
    get output() {
      return Buffer.concat(pieces).toString();
    },
    get hasEnded() {
      return hasEnded;
    },
    lines() {
      const buffer = emulator.buffer.active;
      return Array.from(
        {length: emulator.rows},
        (_, row) => buffer.getLine(buffer.baseY + row)?.translateToString(true) ?? '',
      );
    },
    text: () => session.lines().join('\n'),
    send(keys) {
      pty.write(keys);
    },
    resize(newColumns, newRows) {
      emulator.resize(newColumns, newRows);
      pty.resize(newColumns, newRows);
    },
    kill(signal) {
      try {
        process.kill(pty.pid, signal);
      } catch {
        // It has ended already.
      }
    },
    async until(sought) {
      const isThere = (): boolean => {
        if (typeof sought === 'function') return sought(session);
        const text = session.text();
        return typeof sought === 'string' ? text.includes(sought) : sought.test(text);
      };
      await new Promise<void>((resolve, reject) => {
        const settle = (finish: () => void): void => {
          clearTimeout(timer);
          listeners.delete(look);
          finish();
        };
        const look = (): void => {
          if (isThere()) settle(resolve);
        };
        const timer = setTimeout(() => {
          const shown = `${session.text()}\n(${hasEnded ? 'ended' : 'running'})`;
          settle(() => {
            reject(new Error(`never saw ${String(sought)}; the screen:\n${shown}`));
          });
        }, PATIENCE_MS);
        listeners.add(look);
        look();
      });
    },
    async quiet(milliseconds = 60) {
      await new Promise<void>((resolve) => {
        const done = (): void => {
          listeners.delete(restart);
          resolve();
        };
        let timer = setTimeout(done, milliseconds);
        const restart = (): void => {
          clearTimeout(timer);
          timer = setTimeout(done, milliseconds);
        };
        listeners.add(restart);
      });
    },
    stall() {
      pty.pause();
    },
    flow() {
      pty.resume();
    },
    hangUp() {
      (pty as unknown as {destroy(): void}).destroy();
    },
  };
  return session;
}
