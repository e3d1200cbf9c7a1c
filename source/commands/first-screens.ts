/**
What the program showed when it was opened last, for each way of opening it: the same again is on the
screen before what computes it is loaded, and put right by that if anything has changed.
*/
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {dirname, isAbsolute, join} from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;
type Size = {readonly columns: number; readonly rows: number};

/** The ways of opening that are remembered; the oldest are forgotten. */
const MOST_SCREENS = 12;
const MOST_BYTES = 1_000_000;
const LONGEST_PICTURE = 200_000;
/** Larger files may be read for so long that a reader would press keys at a picture. */
const MOST_FILE_BYTES = 300_000;

/** What else the first screen depends on. */
const VARIABLES = [
  ...['TERM', 'TERM_PROGRAM', 'TMUX', 'STY', 'COLORTERM', 'COLORFGBG', 'NO_COLOR', 'FORCE_COLOR'],
  ...['CLICOLOR', 'CLICOLOR_FORCE', 'LC_ALL', 'LC_CTYPE', 'LANG', 'TZ', 'XDG_STATE_HOME', 'HOME'],
  ...['INK_SCREEN_READER', 'TICKTOCK_NO_STATE', 'TICKTOCK_STOCK_INK'],
];

type Remembered = readonly (readonly [key: string, picture: string])[];

/**
@param files - the words of the command line, when they are nothing but files.
@returns what a picture is kept under; undefined where none is to be kept.
*/
export function screenKey(
  files: readonly string[],
  {columns, rows}: Size,
  env: Environment,
): string | undefined {
  if (screensFolder(env) === undefined) return undefined;
  const stats: (readonly number[])[] = [];
  for (const file of files) {
    const stat = statSync(file, {throwIfNoEntry: false});
    if (stat?.isFile() !== true || stat.size > MOST_FILE_BYTES) return undefined;
    stats.push([stat.ino, stat.size, stat.mtimeMs]);
  }
  const folder = files.length === 0 ? '' : process.cwd();
  const seen = VARIABLES.map((name) => env[name] ?? null);
  return JSON.stringify([folder, files, stats, columns, rows, seen]);
}

/** @returns the bytes that draw the screen on an empty terminal, if they are known. */
export function recallScreen(key: string, env: Environment): string | undefined {
  return readScreens(screensFolder(env)).find(([known]) => known === key)?.[1];
}

/** Remember a screen. Where nothing can be written, nothing is. */
export function keepScreen(key: string, picture: string, env: Environment): void {
  const folder = screensFolder(env);
  if (folder === undefined || picture.length > LONGEST_PICTURE) return;
  const known = readScreens(folder);
  if (known.some(([other, shown]) => other === key && shown === picture)) return;
  const kept = [[key, picture] as const, ...known.filter(([other]) => other !== key)];
  const partial = join(folder, `screens.json.${process.pid}`);
  try {
    // One by one: asked for the whole path, Node tries for ever where a folder can't be made (/proc).
    for (const each of [dirname(folder), folder]) {
      if (!existsSync(each)) mkdirSync(each, {mode: 0o700});
    }
    if (!isOurs(lstatSync(folder))) return;
    writeFileSync(partial, JSON.stringify(kept.slice(0, MOST_SCREENS)), {mode: 0o600});
    renameSync(partial, join(folder, 'screens.json'));
  } catch {
    removeIfThere(partial);
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, {force: true});
  } catch {
    // A read-only folder: nothing was written either.
  }
}

/** The folder where the launcher keeps compiled code. */
function screensFolder(env: Environment): string | undefined {
  const {TICKTOCK_NO_CACHE: none, TICKTOCK_NO_STATE: nothing} = env;
  if ((none ?? '') !== '' || (nothing ?? '') !== '' || process.getuid === undefined) {
    return undefined;
  }
  const cache = env['XDG_CACHE_HOME'] ?? '';
  const home = env['HOME'] ?? '';
  if (!isAbsolute(cache) && !isAbsolute(home)) return undefined;
  return join(isAbsolute(cache) ? cache : join(home, '.cache'), 'ticktock');
}

/** Bytes that act on a terminal: they must come from this user and from nobody else. */
function isOurs(stat: {readonly uid: number; readonly mode: number}): boolean {
  return stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
}

function readScreens(folder: string | undefined): Remembered {
  if (folder === undefined) return [];
  let file: number | undefined;
  try {
    if (!isOurs(lstatSync(folder))) return [];
    const {O_RDONLY, O_NOFOLLOW, O_NONBLOCK} = constants;
    file = openSync(join(folder, 'screens.json'), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const stat = fstatSync(file);
    if (!stat.isFile() || !isOurs(stat) || stat.size > MOST_BYTES) return [];
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(value) ? value.filter(isScreen) : [];
  } catch {
    return [];
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function isScreen(value: unknown): value is readonly [string, string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'string' &&
    typeof value[1] === 'string'
  );
}
