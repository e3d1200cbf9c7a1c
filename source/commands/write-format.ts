import type {Chronology} from '../core/events/chronology.js';
import {findFormat} from '../formats/format-registry.js';
import type {ExitCode, Io} from './command.js';

/** Losses written out one by one; the rest is counted. */
const MOST_LOSSES = 20;

/**
Write a chronology in a format, to a file or to standard output, and say on standard error what the
format cannot carry.

@param id - of a format that writes.
@param path - of a file that does not exist yet; standard output when undefined.
@returns the exit code.
*/
export async function writeFormat(
  id: string,
  chronology: Chronology,
  path: string | undefined,
  io: Io,
): Promise<ExitCode> {
  const format = await findFormat(id)?.load();
  if (format?.write === undefined) {
    io.error(`ticktock: ${id} cannot be written: ticktock export --help lists what can`);
    return 2;
  }
  const {text, losses} = await format.write(chronology);
  if (path === undefined) await io.out(text);
  else {
    const {writeFile} = await import('node:fs/promises');
    try {
      await writeFile(path, text, {flag: 'wx'});
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      const fix =
        code === 'EEXIST' ? 'it exists already: name another file' : `cannot be written (${code})`;
      io.error(`${path}: ${fix}`);
      return 1;
    }
  }
  for (const {row, field, what} of losses.slice(0, MOST_LOSSES)) {
    io.error(`${format.name}: ${row === 0 ? '' : `event ${row}: `}${field}: ${what}`);
  }
  const more = losses.length - MOST_LOSSES;
  if (more > 0) io.error(`${format.name}: and ${more} more things it cannot carry`);
  return 0;
}
