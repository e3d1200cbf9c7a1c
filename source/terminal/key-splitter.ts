import {EVERY_UNTYPED, UNTYPED} from '../core/events/acting-characters.js';

/** What the reader did: one key as the terminal sends it, or a text that was pasted. */
export type Keystroke = {readonly key: string} | {readonly paste: string};

/** Splits what the terminal sends into keystrokes. */
export type KeySplitter = {
  /** @returns the keystrokes that are complete with this piece. */
  push(piece: string): readonly Keystroke[];
  /** Whether an Esc is waiting for what may follow it. */
  readonly isWaiting: boolean;
  /** @returns what was waiting, as it is: nothing has followed for a while. */
  flush(): readonly Keystroke[];
};

/** A pasted text beyond this is cut: nothing here takes a longer one. */
export const MOST_PASTED = 4096;
/** Longer than any sequence that a key or an answer of the terminal has. */
const MOST_SEQUENCE = 256;

const ESC = '\u001b';
const PASTE_END = '\u001b[201~';

const PARTIAL = /^\u001b(?:\u001b?(?:\[(?:\[|[\u0020-\u003f]*)?|O[\d;]*)?|[\]PX^_][^\u0007]*)?$/;
// CSI with the Linux console's ESC [ [ A and rxvt's ESC [ 2 $; SS3; strings; Alt with a character,
// but Ctrl-C, Ctrl-\ and Ctrl-Z after an Esc are what they are.
const COMPLETE =
  /^(?:\u001b?\u001b\[(?:\[[A-Za-z0-9]~?|[235678]\$|[\u003c-\u003f]?[\d:;]*[\u0020-\u002f]*[\u0040-Z\\-\u007e])|\u001b?\u001bO[\d;]*[\u0040-\u007e]|\u001b[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[^\u0003\u001a\u001b\u001c[O\]PX^_])/u;

/**
Answers and reports that no key makes: focus, mouse, cursor position, device attributes, strings.
Answers to questions that were never asked, or that somebody else asked.
*/
const NOT_A_KEY =
  /^\u001b(?:\[[IO]|\[M|\[[\u003c-\u003f]|\[[\d;]*[\u0020-\u002f]+[\u0040-\u007e]|\[[\d;]*[cntxy]|[\]PX^_])/;
/** xterm's first mouse mode: three bytes follow that may be anything. */
const OLD_MOUSE = '\u001b[M';

/** Ctrl-C or Ctrl-\ typed, not pasted: it comes alone. */
const ENDING = /^[\u0003\u001c]$/;

/** @returns a pasted text in one line, bounded, without anything that acts on a terminal. */
function inertPaste(text: string): string {
  return text
    .slice(0, MOST_PASTED)
    .replace(/\r\n|[\r\n\t]/g, ' ')
    .replace(EVERY_UNTYPED, '');
}

/** C0 codes and DEL are keys of their own. What wasn't UTF-8 has become U+FFFD. */
function isKey(character: string): boolean {
  return character <= '\u007f' || (character !== '\ufffd' && !UNTYPED.test(character));
}

/**
@returns a splitter for what a terminal sends: characters one by one however many arrive at once,
escape sequences whole however they are cut, a bracketed paste as one text. Whatever arrives, no more
than a few kilobytes are kept.
*/
export function keySplitter(): KeySplitter {
  let rest = '';
  /** The text so far while a paste arrives; undefined when none does. */
  let paste: string | undefined;

  function takePaste(strokes: Keystroke[]): void {
    const end = rest.indexOf(PASTE_END);
    const text =
      end < 0 ? rest.slice(0, Math.max(0, rest.length - PASTE_END.length)) : rest.slice(0, end);
    paste = ((paste ?? '') + text).slice(0, MOST_PASTED * 2);
    rest = rest.slice(text.length);
    if (end < 0) return;
    rest = rest.slice(PASTE_END.length);
    const inert = inertPaste(paste);
    paste = undefined;
    if (inert !== '') strokes.push({paste: inert});
  }

  function takeSequence(strokes: Keystroke[]): boolean {
    const match = COMPLETE.exec(rest);
    if (match === null) {
      const isPartial = rest.length <= MOST_SEQUENCE && PARTIAL.test(rest);
      // Neither whole nor the beginning of one: the Esc was a key by itself.
      if (!isPartial) {
        rest = rest.slice(1);
        strokes.push({key: ESC});
      }
      return !isPartial;
    }
    const sequence = match[0];
    if (sequence === OLD_MOUSE) {
      if (rest.length < 6) return false;
      rest = rest.slice(6);
      return true;
    }
    rest = rest.slice(sequence.length);
    if (sequence === '\u001b[200~') paste = '';
    else if (sequence !== PASTE_END && !NOT_A_KEY.test(sequence)) strokes.push({key: sequence});
    return true;
  }

  return {
    get isWaiting() {
      return rest !== '' && paste === undefined;
    },
    push(piece) {
      // Somebody wants to end it: the end of a paste that was broken off will never come.
      if (paste !== undefined && ENDING.test(piece)) {
        paste = undefined;
        rest = '';
      }
      rest += piece;
      const strokes: Keystroke[] = [];
      while (rest !== '') {
        if (paste !== undefined) {
          takePaste(strokes);
          if (paste !== undefined) break;
        } else if (rest.startsWith(ESC)) {
          if (!takeSequence(strokes)) break;
        } else {
          const key = String.fromCodePoint(rest.codePointAt(0) ?? 0);
          rest = rest.slice(key.length);
          if (isKey(key)) strokes.push({key});
        }
      }
      return strokes;
    },
    flush() {
      const strokes: Keystroke[] = [];
      if (rest === ESC || rest === ESC + ESC) strokes.push({key: ESC});
      else if (/^\u001b[[O]$/.test(rest)) strokes.push({key: rest});
      rest = '';
      return strokes;
    },
  };
}
