/** Where a reader stands in a text, and the first thing that went wrong. */
import type {BeyondEdtf, Mark} from './edtf-value.js';

export type Scan = {
  readonly text: string;
  /** Index of the next character. */
  at: number;
  fault: {readonly message: string; readonly at: number} | undefined;
  beyond: BeyondEdtf | undefined;
};

/** @returns a scan at the beginning of a text. */
export function startScan(text: string): Scan {
  return {text, at: 0, fault: undefined, beyond: undefined};
}

/** Note a fault at an index; the first one stands. */
export function failAt(scan: Scan, at: number, message: string): undefined {
  scan.fault ??= {message, at};
}

/** Note something that a chronology file may say and EDTF leaves out, at an index; the first one stands. */
export function noteBeyond(scan: Scan, at: number, message: string): void {
  scan.beyond ??= {message, column: at + 1};
}

/** @returns the characters from here on that a pattern (sticky) takes, and steps over them. */
export function take(scan: Scan, sticky: RegExp): string {
  sticky.lastIndex = scan.at;
  const found = sticky.exec(scan.text)?.[0] ?? '';
  scan.at += found.length;
  return found;
}

/** @returns the mark of doubt that stands here, and steps over it. */
export function takeMark(scan: Scan): Mark | undefined {
  const mark = scan.text[scan.at];
  if (mark !== '?' && mark !== '~' && mark !== '%') return undefined;
  scan.at += 1;
  return mark;
}
