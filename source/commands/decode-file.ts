import {isUtf8} from 'node:buffer';
import {promisify} from 'node:util';
import {gunzip} from 'node:zlib';
import type {Problem} from '../core/events/chronology.js';
import type {Loss} from '../formats/format.js';

/** A file as text, or the one problem that keeps it from being read. */
export type FileText =
  | {
      readonly ok: true;
      /** As given, made inert, without `.gz`; `-` for standard input. */
      readonly name: string;
      /** Decoded, byte-order mark removed. Not inert yet: formats make it so. */
      readonly text: string;
      /** Warnings, such as an encoding that had to be guessed. */
      readonly problems: readonly Problem[];
      /** Bytes that are no letters. */
      readonly losses: readonly Loss[];
    }
  | {readonly ok: false; readonly problem: Problem};

/** What is looked at to tell text from other things, in bytes. */
const SAMPLE_BYTES = 65_536;

/** Where the first wrong byte is looked for, in bytes. */
const SEARCHED_BYTES = 16_000_000;

/**
Turn the bytes of a file into text.

gzip is unpacked; UTF-8 and UTF-16 are recognised with and without a byte-order mark. UTF-8 with some
bytes that do not belong in it stays UTF-8, each of them shown as U+FFFD and counted as a loss. What
is neither is read as Windows-1252, with a warning that says where it stops being UTF-8.

@param name - for messages and for the name returned; already inert.
@param bytes - the whole file.
@param mostBytes - the most there may be after unpacking.
@returns the text, or what the file is instead of text.
*/
export async function decodeFile(
  name: string,
  bytes: Uint8Array,
  mostBytes: number,
): Promise<FileText> {
  const refuse = (message: string, fix: string): FileText => ({
    ok: false,
    problem: {severity: 'error', file: name, message, fix},
  });
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const unpacked = await unpack(bytes, mostBytes);
    if (typeof unpacked === 'string') {
      return refuse(unpacked, 'unpack it with `gunzip` to see what is inside');
    }
    if (unpacked[0] === 0x1f && unpacked[1] === 0x8b) {
      return refuse('it is packed twice', 'unpack it with `gunzip` first');
    }
    return decodeFile(name.replace(/\.gz$/iu, ''), unpacked, mostBytes);
  }
  if (bytes.length === 0) {
    return refuse('it is empty', 'start one with `ticktock new FILE`');
  }
  const known = MAGIC.find(([start]) => hasAt(bytes, start));
  if (known !== undefined) {
    return refuse(`it is ${known[1]}, not text`, known[2]);
  }
  const whole = await withWholeLetters(bytes);
  const encoding = recognizeEncoding(whole);
  if (encoding === undefined) {
    return refuse('it is not text', 'give a chronology or an export as text (YAML, JSON, CSV…)');
  }
  if (encoding === 'utf-32') {
    return refuse('it is UTF-32 text', 'save it as UTF-8');
  }
  const text = decode(whole, encoding);
  if (text.trim() === '') {
    return refuse('it holds nothing but spaces', 'start one with `ticktock new FILE`');
  }
  const faults = encoding === 'utf-8' && !isUtf8(whole) ? countUtf8(whole).faults : 0;
  if (faults > 0) {
    const what = `${faults} ${faults === 1 ? 'byte is' : 'bytes are'} not UTF-8, shown as \ufffd`;
    const fix = 'the text was cut or mixed there: look for \ufffd';
    return {
      ok: true,
      name,
      text,
      problems: [{severity: 'warning', file: name, ...firstFault(whole), message: what, fix}],
      losses: [{row: 0, field: 'encoding', what}],
    };
  }
  return {
    ok: true,
    name,
    text,
    problems: encoding === 'windows-1252' ? [warnOfEncoding(name, whole)] : [],
    losses: [],
  };
}

/** A calendar is unfolded before it is decoded, where its folds have cut letters. */
async function withWholeLetters(bytes: Uint8Array): Promise<Uint8Array> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  if (!/^BEGIN:VCALENDAR\s*$/im.test(head.toString('latin1')) || isUtf8(bytes)) return bytes;
  const {joinFoldedLetters} = await import('../formats/join-folded-letters.js');
  return joinFoldedLetters(bytes);
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | 'windows-1252';

/** @returns undefined for what is not text at all. */
function recognizeEncoding(bytes: Uint8Array): Encoding | undefined {
  if (hasAt(bytes, [0xff, 0xfe, 0, 0]) || hasAt(bytes, [0, 0, 0xfe, 0xff])) {
    return 'utf-32';
  }
  if (hasAt(bytes, [0xff, 0xfe])) {
    return 'utf-16le';
  }
  if (hasAt(bytes, [0xfe, 0xff])) {
    return 'utf-16be';
  }
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) {
      zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    }
    if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) {
      controls++;
    }
  }
  const [even = 0, odd = 0] = zeros;
  // Western text in UTF-16 has a zero in nearly every second byte.
  if (odd > sample.length / 4 && even < odd / 10) {
    return 'utf-16le';
  }
  if (even > sample.length / 4 && odd < even / 10) {
    return 'utf-16be';
  }
  if (controls > sample.length / 20) {
    return undefined;
  }
  if (isUtf8(bytes)) {
    return 'utf-8';
  }
  if (isMostlyUtf8(bytes)) {
    return 'utf-8';
  }
  return controls > 0 ? undefined : 'windows-1252';
}

/** Bytes of another encoding make a letter of UTF-8 by chance only. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const {letters, faults} = countUtf8(bytes);
  return letters > 0 && letters >= faults;
}

/**
@returns how many letters beyond ASCII are well-formed UTF-8, and how many bytes are part of none.
Source: Unicode 15.1, table 3-7.
*/
function countUtf8(bytes: Uint8Array): {readonly letters: number; readonly faults: number} {
  let letters = 0;
  let faults = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      continue;
    }
    const more = followers(bytes, at, lead);
    if (more === 0) {
      faults++;
    } else {
      letters++;
      at += more;
    }
  }
  return {letters, faults};
}

/** @returns how many bytes follow in the letter that begins here, 0 when none does. */
function followers(bytes: Uint8Array, at: number, lead: number): number {
  const more = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  const second = bytes[at + 1] ?? 0;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const isFollowed =
    second >= least &&
    second <= most &&
    (more < 2 || isFollower(bytes[at + 2])) &&
    (more < 3 || isFollower(bytes[at + 3]));
  return isFollowed ? more : 0;
}

function isFollower(byte = 0): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** Tab, line feed, form feed, carriage return, and ESC, which a pasted log may hold. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b]);

function decode(bytes: Uint8Array, encoding: Encoding): string {
  const start = encoding === 'utf-8' && hasAt(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  switch (encoding) {
    case 'utf-8': {
      return buffer.toString('utf8');
    }
    case 'windows-1252': {
      return decodeWindows1252(buffer);
    }
    default: {
      return new TextDecoder(encoding).decode(bytes);
    }
  }
}

/**
Decode a part of a file by itself, as a cell of a table that is not read as a whole.

@returns its text, and as what it was read when it is not sound UTF-8.
*/
export function decodePart(bytes: Buffer): {
  readonly text: string;
  readonly fault?: 'broken' | 'windows-1252';
} {
  if (isUtf8(bytes)) {
    return {text: bytes.toString('utf8')};
  }
  return isMostlyUtf8(bytes)
    ? {text: bytes.toString('utf8'), fault: 'broken'}
    : {text: decodeWindows1252(bytes), fault: 'windows-1252'};
}

/** @returns bytes of Windows-1252 as text; every byte stands for a character. */
function decodeWindows1252(bytes: Buffer): string {
  // The TextDecoder of Node 20 takes Windows-1252 for Latin 1.
  return bytes
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/gu, (it) => BETWEEN_80_AND_9F[it.charCodeAt(0) - 0x80] ?? it);
}

/** Source: WHATWG Encoding Standard, index windows-1252; the five free places stay as they are. */
const BETWEEN_80_AND_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** @returns where the first byte stands that is not UTF-8, line and column from 1. */
function firstFault(bytes: Uint8Array): {readonly line: number; readonly column: number} {
  const text = new TextDecoder().decode(bytes.subarray(0, SEARCHED_BYTES));
  const before = text.slice(0, Math.max(0, text.indexOf('\ufffd'))).split('\n');
  return {line: before.length, column: (before.at(-1) ?? '').length + 1};
}

function warnOfEncoding(name: string, bytes: Uint8Array): Problem {
  return {
    severity: 'warning',
    file: name,
    ...firstFault(bytes),
    message: 'it is not UTF-8 from here on; read as Windows-1252',
    fix: 'save it as UTF-8 if names look wrong',
  };
}

const unzip = promisify<Uint8Array, {maxOutputLength: number}, Buffer>(gunzip);

/** @returns the bytes, or why there are none. */
async function unpack(bytes: Uint8Array, mostBytes: number): Promise<Uint8Array | string> {
  try {
    return await unzip(bytes, {maxOutputLength: mostBytes});
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge
      ? `it unpacks to more than ${Math.floor(mostBytes / 1_000_000)} MB`
      : 'its gzip packing is broken or cut off';
  }
}

function hasAt(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);
}

const AS_TEXT = 'export it as text (CSV, JSON, YAML…)';

const MAGIC: readonly (readonly [readonly number[], string, string])[] = [
  [[0x50, 0x4b, 3, 4], 'a zip archive or a spreadsheet', 'unpack it, or save the sheet as CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office file', 'save the sheet as CSV'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF', AS_TEXT],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture', AS_TEXT],
  [[0xff, 0xd8, 0xff], 'a picture', AS_TEXT],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'an SQLite database', AS_TEXT],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file', AS_TEXT],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program', AS_TEXT],
  [[0x28, 0xb5, 0x2f, 0xfd], 'packed with zstd', 'unpack it with `unzstd`'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'packed with xz', 'unpack it with `unxz`'],
  [[0x42, 0x5a, 0x68], 'packed with bzip2', 'unpack it with `bunzip2`'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip archive', 'unpack it'],
];
