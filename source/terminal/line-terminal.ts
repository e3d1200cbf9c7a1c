import {makeInert} from '../core/events/inert-text.js';
import {wrapText} from '../core/draw/wrap-text.js';
import {keyboardOf} from './key-input.js';
import {keyName} from './key-names.js';
import {leaseTerminal, type Lease, type LeaseOptions} from './terminal-lease.js';

/** A terminal that is only written to line by line, for screen readers: nothing is ever redrawn. */
export type LineTerminal = Pick<
  Lease,
  'suspend' | 'runOutside' | 'onEnd' | 'close' | 'waitUntilClosed'
> & {
  /** Called for each key by its name, and for a paste. */
  onKey(listener: (key: string) => void): void;
  onPaste(listener: (text: string) => void): void;
  /** Write lines below what is there. */
  say(lines: readonly string[]): void;
};

/**
Take the keyboard, key by key, and leave the screen as it is. The keyboard is given back whatever ends
the program.

@throws Error when there is no keyboard.
*/
export function openLineTerminal(options: LeaseOptions): LineTerminal {
  const {stdout} = options;
  const keyListeners = new Set<(key: string) => void>();
  const pasteListeners = new Set<(text: string) => void>();
  const lease = leaseTerminal(options, keyboardOf(options.stdin), {
    press(strokes) {
      for (const stroke of strokes) {
        if ('paste' in stroke) {
          for (const listener of pasteListeners) listener(stroke.paste);
          continue;
        }
        const name = keyName(stroke.key);
        if (name !== undefined) for (const listener of keyListeners) listener(name);
      }
    },
  });
  const {suspend, runOutside, onEnd, close, waitUntilClosed} = lease;
  return {
    onKey: (listener) => keyListeners.add(listener),
    onPaste: (listener) => pasteListeners.add(listener),
    say(lines) {
      if (lines.length === 0 || lease.isEnding) return;
      const columns = stdout.columns > 0 ? stdout.columns : 80;
      const wrapped = lines.flatMap((line) => wrapText(makeInert(line), columns - 1));
      stdout.write(`${wrapped.join('\n')}\n`);
    },
    suspend,
    runOutside,
    onEnd,
    close,
    waitUntilClosed,
  };
}
