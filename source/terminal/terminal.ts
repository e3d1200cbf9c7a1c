import type {Instance} from 'ink';
import type {ReactNode} from 'react';
import type {Line, Role} from '../core/draw/line.js';
import type {Style} from '../core/draw/style.js';
import {detectCapabilities, type Capabilities, type Environment} from './capabilities.js';
import {takeFrame} from './cell-output.js';
import {lookOfStyle} from './cell-styles.js';
import {clipboardSequence} from './clipboard-sequence.js';
import {usesStockStages} from './frame-stage.js';
import {glyphsOf} from './glyphs-of-cells.js';
import {inkStreams} from './ink-streams.js';
import {keyboardOf} from './key-input.js';
import {openScreen} from './screen.js';
import {clearCells, emptyScreen, putLine, type ScreenCells} from './screen-cells.js';
import {screenModes} from './screen-modes.js';
import {catchStrayWrites} from './stray-writes.js';
import {readStyledText} from './styled-text.js';
import {leaseTerminal, type Lease, type LeaseOptions} from './terminal-lease.js';
import {openTtyWriter} from './tty-writer.js';

export type TerminalSize = {readonly columns: number; readonly rows: number};

export type TerminalOptions = LeaseOptions & {
  readonly env: Environment;
  /** Never send a byte above 0x7f, whatever the locale says. */
  readonly isAscii?: boolean;
};

/** The reader's terminal, ours from `openTerminal` to `close` or to the end of the process. */
export type Terminal = Pick<
  Lease,
  'suspend' | 'runOutside' | 'onEnd' | 'close' | 'abandon' | 'waitUntilClosed'
> & {
  readonly capabilities: Capabilities;
  /** Columns 1 to 1000, rows 1 to 500. */
  size(): TerminalSize;
  /** @returns a function that stops the calls. */
  onResize(listener: (size: TerminalSize) => void): () => void;
  /** Draw plain lines at once, before Ink is there; missing ones are empty. */
  paint(lines: readonly Line[], styleOf: (role: Role) => Style): void;
  /** @returns the bytes that draw such lines on an empty screen. */
  pictureOf(lines: readonly Line[], styleOf: (role: Role) => Style): string;
  /** Load Ink and let it draw into the same cells; again: another element in place of the first. */
  mount(element: ReactNode): Promise<void>;
  /** Draw every cell again: something else has written on the screen. */
  redraw(): void;
  /** @returns whether the text was sent to the reader's clipboard; nobody knows whether it arrived. */
  writeClipboard(text: string): boolean;
};

/**
Take the terminal: second screen, raw keyboard, hidden cursor. From here on it is given back whatever
happens: `close`, a signal, an error, the end of the process, the terminal itself gone.

@param picture - what to show at once, as `pictureOf` makes it; the first `paint` puts it right.
@throws Error when there is no terminal to read keys from or to draw on.
*/
export function openTerminal(options: TerminalOptions, picture = ''): Terminal {
  const {stdin, stdout, stderr, env} = options;
  const keyboard = keyboardOf(stdin);
  if (keyboard === undefined || !stdout.isTTY) throw new Error('there is no terminal here');
  const detected = detectCapabilities(env);
  const capabilities = options.isAscii === true ? {...detected, isUtf8: false} : detected;
  const modes = screenModes(capabilities);
  const writer = openTtyWriter(stdout);
  const isStock = usesStockStages();
  const stockStdout = isStock ? passThrough(stdout) : undefined;
  const screen = openScreen(size(), capabilities, writer.write);
  const strays = catchStrayWrites([stdout, stderr]);
  const resizeListeners = new Set<(size: TerminalSize) => void>();
  let ink: Instance | undefined;
  let isFlushDue = false;
  let isResizeDue = false;
  /** Whether the modes are back already. */
  let isLeft = false;
  let first = picture;

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

  function resize(): void {
    if (isResizeDue) return;
    isResizeDue = true;
    setImmediate(() => {
      isResizeDue = false;
      if (!lease.isOurs) return;
      const now = size();
      screen.resize(now.columns, now.rows);
      for (const listener of resizeListeners) listener(now);
      streams.resized();
      flushSoon();
    });
  }

  const lease = leaseTerminal(options, keyboard, {
    take() {
      isLeft = false;
      writer.writeNow(modes.enter + first);
      screen.cleared(first);
      first = '';
      screen.resume();
    },
    giveBack() {
      screen.hold();
      if (!isLeft) writer.writeNow(modes.leave);
    },
    async giveBackInOrder() {
      screen.hold();
      await new Promise<void>((resolve) => {
        writer.write(modes.leave, resolve);
      });
      isLeft = true;
    },
    resumed() {
      (stdout as {_refreshSize?(): void})._refreshSize?.();
      const {columns, rows} = size();
      if (columns !== screen.next.columns || rows !== screen.next.rows) resize();
      else flushSoon();
    },
    press: streams.pressKeys,
    lend(isLent) {
      if (isLent) strays.release();
      else strays.again();
    },
    released(isOrderly) {
      if (isOrderly) ink?.unmount();
      writer.release();
      strays.release();
      stdout.off('resize', resize);
    },
    remarks: () => strays.text,
  });
  stdout.on('resize', resize);

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
      putLines(screen.next, lines, styleOf);
      screen.present();
    },
    pictureOf(lines, styleOf) {
      const {columns, rows} = size();
      const cells = emptyScreen(columns, rows);
      putLines(cells, lines, styleOf);
      return screen.pictureOf(cells);
    },
    redraw() {
      screen.forget();
      flushSoon();
    },
    async mount(element) {
      if (lease.isEnding) return;
      if (ink !== undefined) {
        ink.rerender(element);
        return;
      }
      const {render} = await import('ink');
      if (lease.isEnding) return;
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
          lease.close();
        },
        (error: unknown) => {
          lease.end(1, error);
        },
      );
      takeInkFrame();
    },
    suspend: lease.suspend,
    runOutside: lease.runOutside,
    writeClipboard(text) {
      const sequence = clipboardSequence(text, capabilities);
      if (sequence === undefined || !lease.isOurs) return false;
      writer.write(sequence, () => {});
      return true;
    },
    onEnd: lease.onEnd,
    close: lease.close,
    abandon: lease.abandon,
    waitUntilClosed: lease.waitUntilClosed,
  };
}

function putLines(
  cells: ScreenCells,
  lines: readonly Line[],
  styleOf: (role: Role) => Style,
): void {
  clearCells(cells);
  lines.slice(0, cells.rows).forEach((line, row) => {
    let column = 0;
    for (const span of line) {
      const glyphs = glyphsOf(span.text);
      const look = lookOfStyle(styleOf(span.role));
      putLine(cells, column, row, {glyphs, looks: glyphs.map(() => look)});
      column += glyphs.length;
    }
  });
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
