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

const MOST_QUEUED = 100_000;
/** How long keys are handed on before signals get their turn and a frame is drawn. */
const SLICE_MS = 120;

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
  let sliceEnd = 0;
  let isDue = false;
  const handOn = (): void => {
    sliceEnd = performance.now() + SLICE_MS;
    stdin.emit('readable');
  };
  const handOnLater = (): void => {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      handOn();
    });
  };
  const stdin = Object.assign(new EventEmitter(), {
    isTTY: true,
    read: (): string | null => {
      if (queue.length > 0 && performance.now() > sliceEnd) {
        handOnLater();
        return null;
      }
      return queue.shift() ?? null;
    },
    setRawMode: (): unknown => stdin,
    setEncoding: (): unknown => stdin,
    ref: (): unknown => stdin,
    unref: (): unknown => stdin,
    resume: (): unknown => stdin,
    pause: (): unknown => stdin,
  });
  // Keys typed ahead wait here until Ink listens.
  stdin.on('newListener', (event: string) => {
    if (event === 'readable' && queue.length > 0) handOnLater();
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
      if (!isDue) handOn();
    },
    resized() {
      stdout.emit('resize');
    },
  };
}
