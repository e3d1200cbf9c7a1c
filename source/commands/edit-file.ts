import {spawn} from 'node:child_process';
import {constants} from 'node:fs';
import {open, readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {makeInert} from '../core/events/inert-text.js';
import type {LoadOptions} from './load-chronologies.js';

/** A line of a file, from 1. */
type Place = {readonly path: string; readonly line: number};

/** Characters of a file that are looked at to recognise it. */
const HEAD_CHARACTERS = 65_536;
const NO_INPUT = {stdin: async () => new Uint8Array(), isStdinTerminal: false};

/** Editors that take a line as `--goto FILE:LINE`; all others take `+LINE FILE`. */
const GOTO_EDITORS = new Set(['code', 'codium', 'subl', 'zed', 'hx']);

/** What to open an editor at. */
export type EditedEvent = {
  readonly event: string;
  /** Row of an imported file, from 1; undefined for an event that is from none. */
  readonly row: number | undefined;
  /** How the files are read. */
  readonly options: LoadOptions;
};

/**
Open the reader's editor at the line of an event and wait until it is closed.

@param paths - files to look for the event in, in order.
@param env - `VISUAL` before `EDITOR`, else `vi`.
@returns what went wrong in a sentence, or undefined.
*/
export async function editFile(
  paths: readonly string[],
  wanted: EditedEvent,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const place =
    (await findEvent(paths, wanted.event)) ?? (await findRow(paths, wanted)) ?? firstLine(paths);
  if (place === undefined) return 'There is no file to edit';
  if (await isPacked(place.path)) {
    return `${makeInert(basename(place.path))} is packed: unpack it with gunzip, and open that`;
  }
  const command = env['VISUAL'] || env['EDITOR'] || 'vi';
  // An editor may be given with flags of its own: `emacsclient -nw`.
  const [program = 'vi', ...flags] = command.trim().split(/\s+/u);
  const {path, line} = place;
  const position = GOTO_EDITORS.has(basename(program))
    ? gotoFlags(program, path, line)
    : [`+${line}`, path];
  return new Promise((done) => {
    const child = spawn(program, [...flags, ...position], {stdio: 'inherit'});
    child.on('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ENOENT' ? 'there is no such program' : error.message;
      done(`The editor did not start: ${reason}: set VISUAL or EDITOR, now ${program}`);
    });
    child.on('exit', (status) => {
      done(status === 0 ? undefined : `The editor ended with status ${status ?? 'unknown'}`);
    });
  });
}

function gotoFlags(program: string, path: string, line: number): readonly string[] {
  const place = `${path}:${line}`;
  return /^(?:code|codium)$/u.test(basename(program)) ? ['--wait', '--goto', place] : [place];
}

/** @returns the first file that names the event as an id, and the line, from 1. */
async function findEvent(paths: readonly string[], event: string): Promise<Place | undefined> {
  const id = event.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const pattern = new RegExp(`(?:^|[\\s{,"-])id"?:\\s*["']?${id}["']?\\s*(?:$|[,}#])`, 'u');
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => '');
    const line = text.split('\n').findIndex((candidate) => pattern.test(candidate));
    if (line >= 0) return {path, line: line + 1};
  }
  return undefined;
}

/** @returns the line of the row that an event of an imported file is from. */
async function findRow(
  paths: readonly string[],
  {event, row, options}: EditedEvent,
): Promise<Place | undefined> {
  if (row === undefined) return undefined;
  const {readFile: readText} = await import('./read-file.js');
  const {findFormat} = await import('../formats/format-registry.js');
  const {findReader} = await import('../formats/recognize-format.js');
  const {from, columnMap} = options;
  for (const path of paths) {
    const file = await readText(path, NO_INPUT);
    if (!file.ok) continue;
    const text = file.text.slice(0, HEAD_CHARACTERS);
    const head = {name: file.name, text, isWhole: text.length === file.text.length};
    const format = (await findFormat(from ?? '')?.load()) ?? (await findReader(head, columnMap));
    if ('severity' in format) continue;
    const input = {name: basename(path), text: file.text, ...(columnMap && {columnMap})};
    // With several files the row of one is a row of others too.
    const isThere =
      paths.length === 1 ||
      (await format.read?.(input))?.chronology.events.some(({id}) => id === event) === true;
    const line = isThere ? await format.lineOfRow?.(input, row) : undefined;
    if (line !== undefined) return {path, line};
  }
  return undefined;
}

/** An editor may show the bytes of gzip, and write them back as something else. */
async function isPacked(path: string): Promise<boolean> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
  if (file === undefined) return false;
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

function firstLine([path]: readonly string[]): Place | undefined {
  return path === undefined ? undefined : {path, line: 1};
}
