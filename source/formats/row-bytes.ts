/** Where lines and rows begin and end in the bytes of delimited text. */
import type {Buffer} from 'node:buffer';
import type {Dialect} from './table-format.js';

const FEED = 10;
const RETURN = 13;
const QUOTE = 34;

/** @returns the offset of the first byte that is no line break. */
export function skipBlankLines(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === FEED || bytes[at] === RETURN) at += 1;
  return at;
}

/** @returns the offset after the line break that ends the line, or the length. */
export function nextLine(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(FEED, from);
  const until = feed === -1 ? bytes.length : feed;
  const carriage = bytes.subarray(from, until).indexOf(RETURN);
  if (carriage !== -1 && from + carriage + 1 < until) return from + carriage + 1;
  return feed === -1 ? bytes.length : feed + 1;
}

/** @returns the offset after a row, line breaks within quotation marks passed over; the length at most. */
export function findRowEnd(
  bytes: Buffer,
  from: number,
  dialect: Dialect,
  hasQuotes: boolean,
): number {
  const delimiter = dialect.delimiter.charCodeAt(0);
  let at = from;
  let isCellStart = true;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === FEED || byte === RETURN) return nextLine(bytes, at);
    if (byte === QUOTE && isCellStart && hasQuotes) {
      at = closingQuote(bytes, at);
      isCellStart = false;
    } else isCellStart = byte === delimiter;
    at += 1;
  }
  return bytes.length;
}

/**
Is a row written as RFC 4180 has it, quotation marks doubled inside quoted cells and nowhere else?

@param columns - how many cells it must have.
*/
export function isSoundRow(
  bytes: Buffer,
  from: number,
  end: number,
  dialect: Dialect,
  columns: number,
): boolean {
  const delimiter = dialect.delimiter.charCodeAt(0);
  let cells = 1;
  let isCellStart = true;
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      if (!isCellStart) return false;
      at = closingQuote(bytes, at);
      const next = bytes[at + 1];
      const isEnd = at + 1 >= end || next === FEED || next === RETURN;
      if (at >= end || (!isEnd && next !== delimiter)) return false;
      isCellStart = false;
    } else {
      isCellStart = byte === delimiter;
      if (isCellStart) cells += 1;
    }
  }
  return cells === columns;
}

/** @returns the offset of the quotation mark that closes the one here; the length when none does. */
function closingQuote(bytes: Buffer, opening: number): number {
  let at = bytes.indexOf(QUOTE, opening + 1);
  while (at !== -1 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
  return at === -1 ? bytes.length : at;
}
