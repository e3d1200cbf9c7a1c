import {EventEmitter} from 'node:events';
import type {Keystroke} from './key-splitter.js';

/** What Ink takes for the terminal. */
export type InkStreams = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Hand keystrokes on, all of them before a frame is drawn. */
  pressKeys(strokes: readonly Keystroke[]): void;
  /** The terminal has another size. */
  resized(): void;
};

const MOST_QUEUED = 10_000;

/** A key that is a whole Esc; Ink would wait to see whether anything follows a bare one. */
const WHOLE_ESCAPE = '\u001b[27u';

function inkInput(stroke: Keystroke): string {
  if ('paste' in stroke) return `\u001b[200~${stroke.paste}\u001b[201~`;
  return stroke.key === '\u001b' ? WHOLE_ESCAPE : stroke.key;
}

/**
@param size - of the terminal, asked anew each time.
@param takeText - gets each frame that stock Ink draws as a text.
@returns streams for Ink that reach neither the keyboard nor the terminal.
*/
export function inkStreams(
  size: () => {readonly columns: number; readonly rows: number},
  takeText: (text: string) => void,
): InkStreams {
  const queue: string[] = [];
  const stdin = Object.assign(new EventEmitter(), {
    isTTY: true,
    read: (): string | null => queue.shift() ?? null,
    setRawMode: (): unknown => stdin,
    setEncoding: (): unknown => stdin,
    ref: (): unknown => stdin,
    unref: (): unknown => stdin,
    resume: (): unknown => stdin,
    pause: (): unknown => stdin,
  });
  // Keys typed ahead wait here until Ink listens.
  stdin.on('newListener', (event: string) => {
    if (event === 'readable' && queue.length > 0) setImmediate(() => stdin.emit('readable'));
  });
  const output = (take: (text: string) => void): EventEmitter =>
    Object.defineProperties(
      Object.assign(new EventEmitter(), {
        isTTY: true,
        writable: true,
        write: (chunk: unknown, ...others: unknown[]): boolean => {
          take(String(chunk));
          const done = others.at(-1);
          if (typeof done === 'function') queueMicrotask(done as () => void);
          return true;
        },
      }),
      {columns: {get: () => size().columns}, rows: {get: () => size().rows}},
    );
  const stdout = output(takeText);
  stdout.setMaxListeners(0);
  const stderr = output(() => {});
  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
    pressKeys(strokes) {
      if (strokes.length === 0) return;
      for (const stroke of strokes) if (queue.length < MOST_QUEUED) queue.push(inkInput(stroke));
      stdin.emit('readable');
    },
    resized() {
      stdout.emit('resize');
    },
  };
}
