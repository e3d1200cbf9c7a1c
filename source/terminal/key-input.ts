import {openSync} from 'node:fs';
import {StringDecoder} from 'node:string_decoder';
import {ReadStream} from 'node:tty';
import {keySplitter, type Keystroke} from './key-splitter.js';

/** The keyboard. */
export type KeyInput = {
  /** Take the keyboard: keys arrive one by one and aren't shown. */
  take(): void;
  /** Give it back as it was. */
  giveBack(): void;
  /** Stop listening for good. */
  close(): void;
};

/** How long an Esc waits for the rest of a sequence; on a slow link one may come in two pieces. */
const ESCAPE_WAIT_MS = 40;

/**
@returns the terminal to read keys from: standard input, or when a file comes in there, the terminal
that the process belongs to; undefined when there is none.
*/
export function keyboardOf(stdin: NodeJS.ReadStream): ReadStream | undefined {
  if (stdin.isTTY) return stdin;
  try {
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch {
    return undefined;
  }
}

/**
@param onKeys - gets all keystrokes that have arrived together.
@param onGone - called once when the keyboard is closed, as it is when the terminal is gone.
*/
export function openKeyInput(
  keyboard: ReadStream,
  onKeys: (strokes: readonly Keystroke[]) => void,
  onGone: () => void,
): KeyInput {
  const splitter = keySplitter();
  const decoder = new StringDecoder('utf8');
  let timer: NodeJS.Timeout | undefined;
  let isGone = false;

  const gone = (): void => {
    if (isGone) return;
    isGone = true;
    onGone();
  };
  const read = (chunk: Buffer | string): void => {
    clearTimeout(timer);
    const strokes = splitter.push(typeof chunk === 'string' ? chunk : decoder.write(chunk));
    if (splitter.isWaiting) {
      timer = setTimeout(() => {
        onKeys(splitter.flush());
      }, ESCAPE_WAIT_MS);
    }
    if (strokes.length > 0) onKeys(strokes);
  };
  const setRaw = (isRaw: boolean): void => {
    try {
      keyboard.setRawMode(isRaw);
    } catch {
      gone();
    }
  };
  keyboard.on('data', read);
  keyboard.on('end', gone);
  keyboard.on('close', gone);
  // Kept to the end: an error without a listener would end the process with a stack trace.
  keyboard.on('error', gone);
  keyboard.pause();
  return {
    take() {
      // Whoever had the terminal meanwhile may have changed its modes: set them anew in any case.
      setRaw(false);
      setRaw(true);
      keyboard.resume();
      keyboard.ref();
    },
    giveBack() {
      clearTimeout(timer);
      keyboard.pause();
      setRaw(false);
    },
    close() {
      clearTimeout(timer);
      keyboard.off('data', read);
      keyboard.off('end', gone);
      keyboard.off('close', gone);
      keyboard.pause();
      keyboard.unref();
      isGone = true;
    },
  };
}
