import {createRequire} from 'node:module';
import {spawn as spawnPty, type IPty} from '@lydell/node-pty';
import type {Terminal as Emulator} from '@xterm/headless';
import {readToTheEnd} from './read-to-the-end.js';

// The package is CommonJS without named exports that Node could see.
const {Terminal: HeadlessTerminal} = createRequire(import.meta.url)('@xterm/headless') as {
  Terminal: typeof Emulator;
};

/** The Node that the programs are run with: the one of the tests, unless another is to be tried. */
export const NODE = process.env['TICKTOCK_TEST_NODE'] ?? process.execPath;

export type SessionOptions = {
  /** The program and its arguments; a JavaScript file is run with `NODE`. */
  readonly command: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  /** The whole environment beside PATH and HOME; TERM and LANG have usual values unless told. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
};

/** How a process ended; `status` is 128 + n when a signal ended it. */
export type Ending = {readonly status: number; readonly signal: number};

/** What can be seen to hold: a text on the screen, a pattern in it, or anything else of the session. */
export type Fact = string | RegExp | ((session: Session) => boolean);

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
  /**
  Resolves when all of the facts hold at the same time. Rejects, showing the screen, once the program
  has ended without them, and where nothing is to be expected any more.
  */
  until(...facts: readonly Fact[]): Promise<void>;
  /** Resolves when nothing has come for so long, whenever that is. */
  rest(milliseconds: number): Promise<void>;
  readonly ended: Promise<Ending>;
  readonly hasEnded: boolean;
  /** Close the master side, as when a line drops. */
  hangUp(): void;
  /** Take no more of what the program sends, as a stalled line does, until `flow`. */
  stall(): void;
  flow(): void;
};

/** No test waits so long for what comes. A machine may be ten times slower than this one, and busy. */
const PATIENCE_MS = 60_000;

/** Those that nobody has seen the end of. */
const sessions = new Set<Session>();

/** Start a program in a pty; it is ended after the test at the latest (`end-sessions.ts`). */
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
  const pty: IPty = spawnPty(isScript ? NODE : file, isScript ? [file, ...others] : others, {
    name: env['TERM'] ?? 'xterm',
    cols: columns,
    rows,
    env,
    encoding: null,
    ...(options.cwd === undefined ? {} : {cwd: options.cwd}),
  });
  const close = readToTheEnd(pty);
  let byteCount = 0;
  let lastByteAt = performance.now();
  let hasEnded = false;
  const pieces: Buffer[] = [];
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  pty.onData((data: string | Uint8Array) => {
    const bytes = Buffer.from(data as Uint8Array);
    byteCount += bytes.length;
    lastByteAt = performance.now();
    pieces.push(bytes);
    emulator.write(bytes, notify);
  });
  const ended = new Promise<Ending>((resolve) => {
    pty.onExit(({exitCode, signal}) => {
      const number = signal ?? 0;
      // What was written last may still be on its way through the emulator.
      emulator.write('', () => {
        sessions.delete(session);
        hasEnded = true;
        notify();
        resolve({status: number > 0 ? 128 + number : exitCode, signal: number});
      });
    });
  });

  /** @param complaint - what to say when it will not be there any more. */
  async function waitFor(isThere: () => boolean, complaint: () => string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        listeners.delete(look);
        finish();
      };
      const giveUp = (): void => {
        settle(() => {
          reject(new Error(`${complaint()}; ${picture(session)}`));
        });
      };
      const look = (): void => {
        if (isThere()) settle(resolve);
        else if (hasEnded) giveUp();
      };
      const timer = setTimeout(giveUp, PATIENCE_MS);
      listeners.add(look);
      look();
    });
  }

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
    async until(...facts) {
      const missing = (): readonly Fact[] => facts.filter((fact) => !holds(fact, session));
      await waitFor(
        () => missing().length === 0,
        () => `never saw ${missing().map(String).join(' and ')}`,
      );
    },
    async rest(milliseconds) {
      const from = performance.now();
      const ticks = setInterval(notify, milliseconds / 10);
      try {
        await waitFor(
          () => performance.now() - Math.max(from, lastByteAt) >= milliseconds,
          () => 'never at rest',
        );
      } finally {
        clearInterval(ticks);
      }
    },
    stall() {
      pty.pause();
    },
    flow() {
      pty.resume();
    },
    hangUp() {
      close();
    },
  };
  sessions.add(session);
  return session;
}

/** Kill every program that still runs. @returns what stood on their screens. */
export async function endSessions(): Promise<readonly string[]> {
  const running = [...sessions];
  sessions.clear();
  const pictures = running.map(picture);
  await Promise.all(
    running.map(async (session) => {
      try {
        process.kill(-session.pid, 'SIGKILL');
      } catch {
        // It has ended just now.
      }
      session.hangUp();
      await session.ended;
    }),
  );
  return pictures;
}

function holds(fact: Fact, session: Session): boolean {
  if (typeof fact === 'function') return fact(session);
  return typeof fact === 'string' ? session.text().includes(fact) : fact.test(session.text());
}

function picture(session: Session): string {
  return `the screen of ${session.pid} (${session.hasEnded ? 'ended' : 'running'}):\n${session.text()}`;
}
