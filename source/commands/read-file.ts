import {constants} from 'node:fs';
import {lstat, open, readdir, type FileHandle} from 'node:fs/promises';
import {basename, dirname} from 'node:path';
import {makeInert} from '../core/events/inert-text.js';
import {suggest} from '../core/events/suggest.js';
import type {Io} from './command.js';
import {decodeFile, type FileText} from './decode-file.js';
import {readPipe} from './read-pipe.js';

/** More does not fit one string of Node (2^29 characters). */
const MOST_BYTES = 500_000_000;

const BLOCK_BYTES = 16_777_216;

/**
Read a file that somebody named, whatever it turns out to be.

A device or a directory is recognised without reading it, a pipe is read once (`<(command)`); nothing is
fetched.

@param path - as given on the command line; `-` is standard input.
@param mostBytes - 500 MB unless told otherwise; what is larger is refused.
@returns the text, or the one problem to report; never throws for what the file is.
*/
export async function readFile(
  path: string,
  io: Pick<Io, 'stdin' | 'isStdinTerminal'>,
  mostBytes = MOST_BYTES,
): Promise<FileText> {
  const name = makeInert(path);
  const refuse = (message: string, fix: string): FileText => ({
    ok: false,
    problem: {severity: 'error', file: name, message, fix},
  });
  if (path === '-' && io.isStdinTerminal) {
    return refuse('standard input is the keyboard', 'pipe a file into it, or name one');
  }
  try {
    const bytes = path === '-' ? await io.stdin() : await readBytes(path, mostBytes);
    if (bytes instanceof Uint8Array) {
      return bytes.length > mostBytes
        ? refuse(...tooLarge(mostBytes))
        : await decodeFile(name, bytes, mostBytes);
    }
    return refuse(...bytes);
  } catch (error) {
    return refuse(...(await explainFailure(path, error)));
  }
}

type Refusal = readonly [message: string, fix: string];

async function readBytes(path: string, mostBytes: number): Promise<Uint8Array | Refusal> {
  // Without O_NONBLOCK, opening a FIFO waits for a writer, and the program could not even be ended.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await file.stat();
    if (found.isDirectory()) {
      return ['it is a directory', 'name a file in it'];
    }
    if (found.isFIFO()) {
      const bytes = await readPipe(file, mostBytes);
      return bytes.length > 0
        ? bytes
        : ['nothing was written into the pipe', 'start what writes it'];
    }
    if (!found.isFile()) return ['it is a device, not a file', 'name a file'];
    return found.size > mostBytes
      ? tooLarge(mostBytes)
      : await readAll(file, found.size, mostBytes);
  } finally {
    await file.close();
  }
}

/** Reads to the end, not to the size told: a file may grow, and those of `/proc` say 0. */
async function readAll(
  file: FileHandle,
  size: number,
  mostBytes: number,
): Promise<Uint8Array | Refusal> {
  let bytes = Buffer.allocUnsafe(Math.max(size + 1, 4096));
  let length = 0;
  for (;;) {
    const wanted = Math.min(BLOCK_BYTES, bytes.length - length);
    const {bytesRead} = await file.read(bytes, length, wanted, null);
    length += bytesRead;
    if (bytesRead === 0) {
      return bytes.subarray(0, length);
    }
    if (length > mostBytes) {
      return tooLarge(mostBytes);
    }
    if (length === bytes.length) {
      bytes = Buffer.concat([bytes], Math.min(mostBytes + 1, bytes.length * 2));
    }
  }
}

function tooLarge(mostBytes: number): Refusal {
  const limit = mostBytes < 1_000_000 ? `${mostBytes} bytes` : `${mostBytes / 1_000_000} MB`;
  return [`it is larger than ${limit}`, 'split it, or keep only the rows you need'];
}

/** @returns a failed opening in words; the paths that the system quotes are not repeated. */
async function explainFailure(path: string, error: unknown): Promise<Refusal> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT': {
      return (await isLink(path))
        ? ['it is a link to a file that is not there', 'see where it leads with `ls -l`']
        : ['there is no such file', await findSimilar(path)];
    }
    case 'EACCES':
    case 'EPERM': {
      return ['you may not read it', 'check its permissions with `ls -l`'];
    }
    case 'ENOTDIR': {
      return ['a part of its path is not a directory', 'check the path'];
    }
    case 'ENXIO': {
      return ['it is a socket or a device, not a file', 'name a file'];
    }
    case 'ELOOP': {
      return ['its links lead back to themselves', 'name the file itself'];
    }
    case 'ENAMETOOLONG': {
      return ['its name is too long', 'check the path'];
    }
    case 'EMFILE':
    case 'ENFILE': {
      return ['too many files are open', 'close some, then try again'];
    }
    default: {
      return [`it cannot be read${code === '' ? '' : ` (${code})`}`, 'check the path'];
    }
  }
}

async function isLink(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isSymbolicLink() === true;
}

async function findSimilar(path: string): Promise<string> {
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(path)) {
    return 'addresses are never fetched: download it first';
  }
  try {
    const names = await readdir(dirname(path));
    const guess = suggest(basename(path), names.slice(0, 1000));
    return guess === undefined ? 'check the path' : `did you mean \`${makeInert(guess)}\`?`;
  } catch {
    return 'check the path';
  }
}
