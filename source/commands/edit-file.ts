import {spawn} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';

/** Editors that take a line as `--goto FILE:LINE`; all others take `+LINE FILE`. */
const GOTO_EDITORS = new Set(['code', 'codium', 'subl', 'zed', 'hx']);

/**
Open the reader's editor at the line of an event and wait until it is closed.

@param paths - files to look for the event in, in order.
@param env - `VISUAL` before `EDITOR`, else `vi`.
@returns what went wrong in a sentence, or undefined.
*/
export async function editFile(
  paths: readonly string[],
  event: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const place = await findEvent(paths, event);
  if (place === undefined) return 'There is no file to edit';
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
async function findEvent(
  paths: readonly string[],
  event: string,
): Promise<{readonly path: string; readonly line: number} | undefined> {
  const id = event.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const pattern = new RegExp(`(?:^|[\\s{,"-])id"?:\\s*["']?${id}["']?\\s*(?:$|[,}#])`, 'u');
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => '');
    const line = text.split('\n').findIndex((candidate) => pattern.test(candidate));
    if (line >= 0) return {path, line: line + 1};
  }
  const [first] = paths;
  return first === undefined ? undefined : {path: first, line: 1};
}
