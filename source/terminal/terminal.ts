import type {Instance} from 'ink';
import type {ReactNode} from 'react';
import type {Line, Role} from '../core/draw/line.js';
import type {Style} from '../core/draw/style.js';
import {detectCapabilities, type Capabilities, type Environment} from './capabilities.js';
import {takeFrame} from './cell-output.js';
import {lookOfStyle} from './cell-styles.js';
import {clipboardSequence} from './clipboard-sequence.js';
import {exitNow, guardExit} from './exit-guard.js';
import {usesStockStages} from './frame-stage.js';
import {glyphsOf} from './glyphs-of-cells.js';
import {inkStreams} from './ink-streams.js';
import {keyboardOf, openKeyInput} from './key-input.js';
import type {Keystroke} from './key-splitter.js';
import {oneLine} from './one-line.js';
import {openScreen} from './screen.js';
import {clearCells, putLine, type ScreenCells} from './screen-cells.js';
import {screenModes} from './screen-modes.js';
import {catchStrayWrites} from './stray-writes.js';
import {readStyledText} from './styled-text.js';
import {openTtyWriter} from './tty-writer.js';

export type TerminalSize = {readonly columns: number; readonly rows: number};

export type TerminalOptions = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Environment;
  /** Show the stack of an error, and what libraries printed meanwhile, once the screen is given back. */
  readonly isDebug?: boolean;
  /** False where Ctrl-Z is not to reach a shell; true by default. */
  readonly canStop?: boolean;
  /** Never send a byte above 0x7f, whatever the locale says. */
  readonly isAscii?: boolean;
};

/** The reader's terminal, ours from `openTerminal` to `close` or to the end of the process. */
export type Terminal = {
  readonly capabilities: Capabilities;
  /** Columns 1 to 1000, rows 1 to 500. */
  size(): TerminalSize;
  /** @returns a function that stops the calls. */
  onResize(listener: (size: TerminalSize) => void): () => void;
  /** Draw plain lines at once, before Ink is there; missing ones are empty. */
  paint(lines: readonly Line[], styleOf: (role: Role) => Style): void;
  /** Load Ink and let it draw into the same cells; again: another element in place of the first. */
  mount(element: ReactNode): Promise<void>;
  /** Draw every cell again: something else has written on the screen. */
  redraw(): void;
  /** Stop like any program on Ctrl-Z; what follows is for after `fg`. */
  suspend(): void;
  /** Give the terminal to another program and take it back when the promise is settled. */
  runOutside<Result>(run: () => Promise<Result>): Promise<Result>;
  /** @returns whether the text was sent to the reader's clipboard; nobody knows whether it arrived. */
  writeClipboard(text: string): boolean;
  /** Called once as the program ends, whatever ends it. Synchronous work only. */
  onEnd(listener: (status: number) => void): void;
  /** Give everything back. The second call does nothing. @param status - 0 by default. */
  close(status?: number): void;
  /** @returns the status to exit with, once `close` has been called; a signal or an error exits by itself. */
  waitUntilClosed(): Promise<number>;
};

const TERMINAL_GONE = 128 + 1;
const STOPPED_AT_ONCE_MS = 100;
/** Keys kept while the terminal is somebody else's. */
const MOST_KEPT = 1000;

/**
Take the terminal: second screen, raw keyboard, hidden cursor. From here on it is given back whatever
happens: `close`, a signal, an error, the end of the process, the terminal itself gone.

@throws Error when there is no terminal to read keys from or to draw on.
*/
export function openTerminal(options: TerminalOptions): Terminal {
  const {stdin, stdout, stderr, env} = options;
  const detected = detectCapabilities(env);
  const capabilities = options.isAscii === true ? {...detected, isUtf8: false} : detected;
  const keyboard = keyboardOf(stdin);
  if (keyboard === undefined || !stdout.isTTY) throw new Error('there is no terminal here');

  const modes = screenModes(capabilities);
  const writer = openTtyWriter(stdout);
  const isStock = usesStockStages();
  const stockStdout = isStock ? passThrough(stdout) : undefined;
  const screen = openScreen(size(), capabilities, writer.write);
  const strays = catchStrayWrites([stdout, stderr]);
  const resizeListeners = new Set<(size: TerminalSize) => void>();
  const endListeners = new Set<(status: number) => void>();
  let ink: Instance | undefined;
  let isOurs = false;
  let isOutside = false;
  let isSuspended = false;
  let isEnding = false;
  let isClosed = false;
  let isFlushDue = false;
  let isResizeDue = false;
  /** Keys that came together with the Ctrl-Z before them. */
  let keptStrokes: readonly Keystroke[] = [];
  let continueTimer: NodeJS.Timeout | undefined;
  let resolveClosed: (status: number) => void = () => {};
  const closed = new Promise<number>((resolve) => {
    resolveClosed = resolve;
  });

  function size(): TerminalSize {
    const known = (value: number | undefined, name: string, usual: number): number =>
      value !== undefined && value > 0 ? value : Number(env[name]) || usual;
    const columns = known(stdout.columns, 'COLUMNS', 80);
    const rows = known(stdout.rows, 'LINES', 24);
    const within = (value: number, most: number): number =>
      Math.max(1, Math.min(most, Math.trunc(value)));
    return {columns: within(columns, 1000), rows: within(rows, 500)};
  }

  const streams = inkStreams(size, (text) => {
    // A frame of stock Ink; the few modes that Ink sets by itself are ours.
    if (ink === undefined || text === '' || text.startsWith('\u001b[?')) return;
    clearCells(screen.next);
    readStyledText(text).forEach((line, row) => {
      putLine(screen.next, 0, row, line);
    });
    flushSoon();
  });

  function flushSoon(): void {
    if (isFlushDue) return;
    isFlushDue = true;
    // After all that has arrived is read and drawn: one frame a turn, however many keys.
    setImmediate(() => {
      isFlushDue = false;
      screen.present();
    });
  }

  function takeInkFrame(): void {
    const frame = takeFrame();
    if (frame === undefined) return;
    copyFrame(frame, screen.next);
    flushSoon();
  }

  function press(strokes: readonly Keystroke[]): void {
    if (!isOurs) {
      keptStrokes = [...keptStrokes, ...strokes].slice(0, MOST_KEPT);
      return;
    }
    const has = (key: string): number =>
      strokes.findIndex((stroke) => 'key' in stroke && stroke.key === key);
    // These don't wait for what was typed before them.
    if (has('\u0003') >= 0) end(130);
    if (has('\u001c') >= 0) end(131);
    const stopping = has('\u001a');
    if (stopping < 0) {
      streams.pressKeys(strokes);
    } else if (options.canStop === false) {
      streams.pressKeys(strokes.filter((stroke) => !('key' in stroke && stroke.key === '\u001a')));
    } else {
      streams.pressKeys(strokes.slice(0, stopping));
      stop(0);
      press(strokes.slice(stopping + 1));
    }
  }

  function take(): void {
    if (isOurs || isEnding) return;
    isOurs = true;
    keys.take();
    writer.writeNow(modes.enter);
    screen.cleared();
    screen.resume();
  }

  function giveBack(): void {
    if (!isOurs) return;
    isOurs = false;
    screen.hold();
    writer.writeNow(modes.leave);
    keys.giveBack();
  }

  function resize(): void {
    if (isResizeDue) return;
    isResizeDue = true;
    setImmediate(() => {
      isResizeDue = false;
      if (!isOurs) return;
      const now = size();
      screen.resize(now.columns, now.rows);
      for (const listener of resizeListeners) listener(now);
      streams.resized();
      flushSoon();
    });
  }

  /** @param target - 0 for all of the job, as the terminal does it; else a process. */
  function stop(target: number): void {
    if (!isOurs || isEnding) return;
    isSuspended = true;
    giveBack();
    guard.takeStops(false);
    process.kill(target, 'SIGTSTP');
    // Nothing stops a process whose shell has no jobs: go on then. Else SIGCONT or this comes first.
    continueTimer = setTimeout(goOn, STOPPED_AT_ONCE_MS);
  }

  function goOn(): void {
    if (isOutside || isEnding) return;
    clearTimeout(continueTimer);
    if (isSuspended) guard.takeStops(true);
    // Stopped without being asked: the shell has had the terminal all the same.
    else giveBack();
    isSuspended = false;
    const before = size();
    (stdout as {_refreshSize?(): void})._refreshSize?.();
    take();
    const now = size();
    if (now.columns !== before.columns || now.rows !== before.rows) resize();
    else flushSoon();
    const kept = keptStrokes;
    keptStrokes = [];
    press(kept);
  }

  function announceEnd(status: number): void {
    for (const listener of endListeners) {
      try {
        listener(status);
      } catch {
        // The program ends anyway; the terminal is back already.
      }
    }
    endListeners.clear();
  }

  function printAfterwards(error: unknown): void {
    const text =
      options.isDebug === true
        ? `${strays.text}${error instanceof Error ? `${error.stack ?? error.message}\n` : ''}`
        : '';
    const line =
      error === undefined ? '' : `ticktock: ${oneLine(error)} (a fault in the program)\n`;
    try {
      if (line + text !== '') stderr.write(line + text);
    } catch {
      // Nobody is there to read it.
    }
  }

  /** The end by a signal, an error, or the terminal itself: nobody waits for anything any more. */
  function end(status: number, error?: unknown): void {
    if (isEnding) return;
    isEnding = true;
    clearTimeout(continueTimer);
    giveBack();
    writer.release();
    strays.release();
    printAfterwards(error);
    announceEnd(status);
    exitNow(status);
  }

  function close(status = 0): void {
    if (isEnding) return;
    isEnding = true;
    clearTimeout(continueTimer);
    giveBack();
    isClosed = true;
    ink?.unmount();
    keys.close();
    writer.release();
    strays.release();
    stdout.off('resize', resize);
    guard.release();
    printAfterwards(undefined);
    announceEnd(status);
    resolveClosed(status);
  }

  const keys = openKeyInput(keyboard, press, () => {
    end(TERMINAL_GONE);
  });
  const guard = guardExit({
    onEnd(status) {
      // While another program has the terminal, Ctrl-C and Ctrl-\ are meant for that.
      if (isOutside && (status === 130 || status === 131)) return;
      end(status);
    },
    onError(error) {
      if (isClosed) {
        printAfterwards(error);
        process.exit(1);
      }
      end(1, error);
    },
    onStop() {
      stop(process.pid);
    },
    onContinue: goOn,
    onExit: giveBack,
  });
  // Kept to the end: an error without a listener would end the process with a stack trace.
  stdout.on('error', () => {
    if (!isClosed) end(TERMINAL_GONE);
  });
  stdout.on('resize', resize);
  take();

  return {
    capabilities,
    size,
    onResize(listener) {
      resizeListeners.add(listener);
      return () => {
        resizeListeners.delete(listener);
      };
    },
    paint(lines, styleOf) {
      clearCells(screen.next);
      lines.slice(0, screen.next.rows).forEach((line, row) => {
        let column = 0;
        for (const span of line) {
          const glyphs = glyphsOf(span.text);
          const look = lookOfStyle(styleOf(span.role));
          putLine(screen.next, column, row, {glyphs, looks: glyphs.map(() => look)});
          column += glyphs.length;
        }
      });
      screen.present();
    },
    redraw() {
      screen.forget();
      flushSoon();
    },
    async mount(element) {
      if (isEnding) return;
      if (ink !== undefined) {
        ink.rerender(element);
        return;
      }
      const {render} = await import('ink');
      if (isEnding) return;
      ink = render(
        element,
        stockStdout === undefined
          ? {
              ...streams,
              // Each frame as soon as it is there: we are the ones who hold back.
              debug: true,
              interactive: true,
              patchConsole: false,
              exitOnCtrlC: false,
              isScreenReaderEnabled: false,
              onRender: takeInkFrame,
            }
          : {
              ...streams,
              stdout: stockStdout,
              interactive: true,
              patchConsole: false,
              exitOnCtrlC: false,
              isScreenReaderEnabled: false,
            },
      );
      ink.waitUntilExit().then(
        () => {
          close();
        },
        (error: unknown) => {
          end(1, error);
        },
      );
      takeInkFrame();
    },
    suspend() {
      if (options.canStop !== false) stop(0);
    },
    async runOutside(run) {
      if (!isOurs) return run();
      isOutside = true;
      giveBack();
      guard.takeStops(false);
      strays.release();
      try {
        return await run();
      } finally {
        isOutside = false;
        strays.again();
        guard.takeStops(true);
        goOn();
      }
    },
    writeClipboard(text) {
      const sequence = clipboardSequence(text, capabilities);
      if (sequence === undefined || !isOurs) return false;
      writer.write(sequence, () => {});
      return true;
    },
    onEnd(listener) {
      endListeners.add(listener);
    },
    close,
    waitUntilClosed: () => closed,
  };
}

function copyFrame(from: ScreenCells, to: ScreenCells): void {
  if (from.columns === to.columns && from.rows === to.rows) {
    to.glyphs.set(from.glyphs);
    to.looks.set(from.looks);
    return;
  }
  clearCells(to);
  for (let row = 0; row < Math.min(from.rows, to.rows); row++) {
    const start = row * from.columns;
    const end = start + from.columns;
    const line = {
      glyphs: Array.from(from.glyphs.subarray(start, end)),
      looks: Array.from(from.looks.subarray(start, end)),
    };
    putLine(to, 0, row, line);
  }
}

/** @returns the terminal for stock Ink, which writes to it itself. */
function passThrough(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  const write = stdout.write.bind(stdout);
  return new Proxy(stdout, {
    get(target, name) {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
