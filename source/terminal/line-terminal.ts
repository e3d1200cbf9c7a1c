import {wrapText} from '../core/draw/wrap-text.js';
import {exitNow, guardExit} from './exit-guard.js';
import {keyboardOf, openKeyInput} from './key-input.js';
import {keyName} from './key-names.js';
import {makeInert} from '../core/events/inert-text.js';
import {oneLine} from './one-line.js';
import type {TerminalOptions} from './terminal.js';

/** A terminal that is only written to line by line, for screen readers: nothing is ever redrawn. */
export type LineTerminal = {
  /** Called for each key by its name, and for a paste. */
  onKey(listener: (key: string) => void): void;
  onPaste(listener: (text: string) => void): void;
  /** Write lines below what is there. */
  say(lines: readonly string[]): void;
  /** Stop like any program on Ctrl-Z. */
  suspend(): void;
  /** Give the terminal to another program and take it back when the promise is settled. */
  runOutside<Result>(run: () => Promise<Result>): Promise<Result>;
  onEnd(listener: () => void): void;
  close(status?: number): void;
  waitUntilClosed(): Promise<number>;
};

const TERMINAL_GONE = 129;
const STOPPED_AT_ONCE_MS = 100;

/**
Take the keyboard, key by key, and leave the screen as it is. The keyboard is given back whatever ends
the program.

@throws Error when there is no keyboard.
*/
export function openLineTerminal({
  stdin,
  stdout,
  stderr,
  isDebug,
  canStop = true,
}: TerminalOptions): LineTerminal {
  const keyboard = keyboardOf(stdin);
  if (keyboard === undefined) throw new Error('there is no terminal here');
  const keyListeners = new Set<(key: string) => void>();
  const pasteListeners = new Set<(text: string) => void>();
  const endListeners = new Set<() => void>();
  let isEnding = false;
  let isOutside = false;
  let continueTimer: NodeJS.Timeout | undefined;
  let resolveClosed: (status: number) => void = () => {};
  const closed = new Promise<number>((resolve) => {
    resolveClosed = resolve;
  });

  const keys = openKeyInput(
    keyboard,
    (strokes) => {
      for (const stroke of strokes) {
        if ('paste' in stroke) for (const listener of pasteListeners) listener(stroke.paste);
        else press(stroke.key);
      }
    },
    () => {
      end(TERMINAL_GONE);
    },
  );
  const guard = guardExit({
    onEnd(status) {
      if (isOutside && (status === 130 || status === 131)) return;
      end(status);
    },
    onError(error) {
      end(1, error);
    },
    onStop() {
      stop(process.pid);
    },
    onContinue: goOn,
    onExit() {
      keys.giveBack();
    },
  });
  stdout.on('error', () => {
    end(TERMINAL_GONE);
  });
  keys.take();

  function press(key: string): void {
    if (key === '\u0003') {
      end(130);
      return;
    }
    if (key === '\u001c') {
      end(131);
      return;
    }
    if (key === '\u001a') {
      suspend();
      return;
    }
    const name = keyName(key);
    if (name !== undefined) for (const listener of keyListeners) listener(name);
  }

  function suspend(): void {
    if (canStop) stop(0);
  }

  /** @param target - 0 for all of the job, as the terminal does it; else a process. */
  function stop(target: number): void {
    if (isEnding) return;
    keys.giveBack();
    guard.takeStops(false);
    process.kill(target, 'SIGTSTP');
    // Nothing stops a process whose shell has no jobs: go on then. Else SIGCONT or this comes first.
    continueTimer = setTimeout(goOn, STOPPED_AT_ONCE_MS);
  }

  function goOn(): void {
    if (isOutside || isEnding) return;
    clearTimeout(continueTimer);
    guard.takeStops(true);
    keys.take();
  }

  function end(status: number, error?: unknown): void {
    if (isEnding) return;
    isEnding = true;
    clearTimeout(continueTimer);
    keys.giveBack();
    const stack = isDebug === true && error instanceof Error ? `${error.stack ?? ''}\n` : '';
    if (error !== undefined)
      stderr.write(`ticktock: ${oneLine(error)} (a fault in the program)\n${stack}`);
    for (const listener of endListeners) listener();
    exitNow(status);
  }

  return {
    onKey: (listener) => keyListeners.add(listener),
    onPaste: (listener) => pasteListeners.add(listener),
    onEnd: (listener) => endListeners.add(listener),
    say(lines) {
      if (lines.length === 0 || isEnding) return;
      const columns = stdout.columns > 0 ? stdout.columns : 80;
      const wrapped = lines.flatMap((line) => wrapText(makeInert(line), columns - 1));
      stdout.write(`${wrapped.join('\n')}\n`);
    },
    suspend,
    async runOutside(run) {
      isOutside = true;
      keys.giveBack();
      guard.takeStops(false);
      try {
        return await run();
      } finally {
        isOutside = false;
        goOn();
      }
    },
    close(status = 0) {
      if (isEnding) return;
      isEnding = true;
      clearTimeout(continueTimer);
      keys.giveBack();
      keys.close();
      guard.release();
      for (const listener of endListeners) listener();
      resolveClosed(status);
    },
    waitUntilClosed: () => closed,
  };
}
