import type {ReadStream} from 'node:tty';
import {exitNow, guardExit} from './exit-guard.js';
import {openKeyInput} from './key-input.js';
import type {Keystroke} from './key-splitter.js';
import {oneLine} from './one-line.js';

/** What is done with a terminal while it is ours. */
export type LeaseActs = {
  /** Set the modes that are needed; the keyboard is taken already. */
  take?(): void;
  /** Put all modes back before anything else happens, if the line takes it. */
  giveBack?(): void;
  /** The same for who can wait: after all that was sent before. Resolves once it has arrived. */
  giveBackInOrder?(): Promise<void>;
  /** The terminal is ours again, after a stop or after another program. */
  resumed?(): void;
  press(strokes: readonly Keystroke[]): void;
  /** Another program has the terminal from here on, or no longer. */
  lend?(isLent: boolean): void;
  /** The terminal was given back for good. @param isOrderly - false when the process ends at once. */
  released?(isOrderly: boolean): void;
  /** @returns what is printed below, for `--debug`. */
  remarks?(): string;
};

export type LeaseOptions = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Show the stack of an error, and the remarks, once the terminal is given back. */
  readonly isDebug?: boolean;
  /** False where Ctrl-Z is not to reach a shell; true by default. */
  readonly canStop?: boolean;
};

/** A terminal that is ours until it is closed, or the process ends. */
export type Lease = {
  /** False while it is stopped, while another program has the terminal, and at the end. */
  readonly isOurs: boolean;
  /** From the first wish to end: nothing is to be begun any more. */
  readonly isEnding: boolean;
  /** Stop like any program on Ctrl-Z; what follows is for after `fg`. */
  suspend(): void;
  /** Give the terminal to another program and take it back when the promise is settled. */
  runOutside<Result>(run: () => Promise<Result>): Promise<Result>;
  /** Called once as the program ends, whatever ends it. Synchronous work only. */
  onEnd(listener: (status: number) => void): void;
  /** Give everything back. The second call does nothing. @param status - 0 by default. */
  close(status?: number): void;
  /** Give everything back at once; the program goes on without a terminal. */
  abandon(): void;
  /** End the process at once, after everything is given back. @param error - told on one line. */
  end(status: number, error?: unknown): void;
  /** @returns the status to exit with, once `close` has been called; a signal or an error exits by itself. */
  waitUntilClosed(): Promise<number>;
};

const TERMINAL_GONE = 128 + 1;
const STOPPED_AT_ONCE_MS = 100;
/** Keys kept while the terminal is somebody else's. */
const MOST_KEPT = 1000;
/** How long a reader who quits waits for a stalled line. */
const DRAIN_MS = 3000;

/**
Take the keyboard, key by key, until `close`, a signal, an error, the end of the process, or until the
terminal itself is gone; whatever it is, everything is given back.

@param keyboard - as `keyboardOf` finds it; undefined is no terminal to read keys from.
@throws Error when there is none.
*/
export function leaseTerminal(
  options: LeaseOptions,
  keyboard: ReadStream | undefined,
  acts: LeaseActs,
): Lease {
  const {stdout, stderr} = options;
  if (keyboard === undefined) throw new Error('there is no terminal here');

  const endListeners = new Set<(status: number) => void>();
  let isOurs = false;
  let isOutside = false;
  let isSuspended = false;
  let isClosing = false;
  let isEnding = false;
  let isClosed = false;
  /** Keys that came together with the Ctrl-Z before them. */
  let keptStrokes: readonly Keystroke[] = [];
  let continueTimer: NodeJS.Timeout | undefined;
  let resolveClosed: (status: number) => void = () => {};
  const closed = new Promise<number>((resolve) => {
    resolveClosed = resolve;
  });

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
    if (isClosing) return;
    const stopping = has('\u001a');
    if (stopping < 0) {
      acts.press(strokes);
    } else if (options.canStop === false) {
      acts.press(strokes.filter((stroke) => !('key' in stroke && stroke.key === '\u001a')));
    } else {
      acts.press(strokes.slice(0, stopping));
      stop(0);
      press(strokes.slice(stopping + 1));
    }
  }

  function take(): void {
    if (isOurs || isEnding) return;
    isOurs = true;
    keys.take();
    acts.take?.();
  }

  function giveBack(): void {
    if (!isOurs) return;
    isOurs = false;
    acts.giveBack?.();
    keys.giveBack();
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
    take();
    acts.resumed?.();
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
    const stack = error instanceof Error ? `${error.stack ?? error.message}\n` : '';
    const text = options.isDebug === true ? (acts.remarks?.() ?? '') + stack : '';
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
    acts.released?.(false);
    printAfterwards(error);
    announceEnd(status);
    exitNow(status);
  }

  function close(status = 0): void {
    if (isEnding || isClosing) return;
    isClosing = true;
    // A line that has stalled may go on; what is still on its way must not come after the modes.
    const timer = setTimeout(() => {
      end(status);
    }, DRAIN_MS);
    void giveBackInOrder().then(() => {
      clearTimeout(timer);
      finish(status);
    });
  }

  async function giveBackInOrder(): Promise<void> {
    if (isOurs) await acts.giveBackInOrder?.();
  }

  function finish(status: number): void {
    if (isEnding) return;
    abandon();
    printAfterwards(undefined);
    announceEnd(status);
    resolveClosed(status);
  }

  function abandon(): void {
    isEnding = true;
    clearTimeout(continueTimer);
    giveBack();
    isClosed = true;
    acts.released?.(true);
    keys.close();
    guard.release();
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
  take();

  return {
    get isOurs() {
      return isOurs;
    },
    get isEnding() {
      return isEnding || isClosing;
    },
    suspend() {
      if (options.canStop !== false) stop(0);
    },
    async runOutside(run) {
      if (!isOurs) return run();
      await giveBackInOrder();
      isOutside = true;
      giveBack();
      guard.takeStops(false);
      acts.lend?.(true);
      try {
        return await run();
      } finally {
        isOutside = false;
        acts.lend?.(false);
        guard.takeStops(true);
        goOn();
      }
    },
    onEnd(listener) {
      endListeners.add(listener);
    },
    close,
    abandon,
    end,
    waitUntilClosed: () => closed,
  };
}
