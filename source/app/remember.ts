import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {dirname, isAbsolute, join, resolve} from 'node:path';
import type {ScaleName} from '../core/layout/timeline-axis.js';
import {SCALES} from '../core/layout/timeline-view.js';
import {isZoneName} from '../core/time/zone.js';
import type {State} from '../core/state/state.js';
import {shownZone} from '../core/state/state.js';

/** Where a reader was in a file, and what was marked. */
export type Remembered = {
  readonly at: string | undefined;
  readonly zone: string | undefined;
  readonly scale: ScaleName | undefined;
  readonly marks: Readonly<Record<string, string>>;
};

/** Files remembered; the ones not opened for longest are forgotten. */
const MOST_FILES = 200;
const MOST_BYTES = 1_000_000;

type Places = Readonly<
  Record<string, {at?: unknown; zone?: unknown; scale?: unknown; marks?: unknown}>
>;
/** The chronology that comes with the program has no name; those of files are whole paths. */
const BUNDLED = 'bundled';
/** A place is kept under the names of its files. */
const LONGEST_KEY = 10_000;

/**
The reader's place in each file, in the XDG state folder.

@returns undefined when there is no such folder to be had, or nothing to come back to, as with standard
input; what cannot be read or written is as if nothing had been remembered.
*/
export function openMemory(
  files: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
):
  {recall(): Remembered | undefined; keep(state: State, at: string | undefined): void} | undefined {
  const folder = stateFolder(env);
  if (folder === undefined || files.includes('-')) return undefined;
  const path = join(folder, 'places.json');
  // Not a digest of them: Node takes as long to load what makes one as to draw the first screen.
  const key = files.length === 0 ? BUNDLED : files.map((file) => resolve(file)).join('\n');
  if (key.length > LONGEST_KEY) return undefined;
  return {
    recall() {
      const places = readPlaces(path);
      const place = Object.hasOwn(places, key) ? places[key] : undefined;
      if (place === undefined) return undefined;
      const {at, zone, scale, marks} = place;
      return {
        at: typeof at === 'string' ? at : undefined,
        zone: typeof zone === 'string' && isZoneName(zone) ? zone : undefined,
        scale: SCALES.find((each) => each === scale),
        marks: marksOf(marks),
      };
    },
    keep(state, at) {
      const {[key]: _, ...others} = readPlaces(path);
      const place = {
        ...(at === undefined ? {} : {at}),
        zone: shownZone(state),
        scale: state.stop.timeline.scale,
        marks: state.marks,
      };
      const entries = [...Object.entries(others).slice(1 - MOST_FILES), [key, place]];
      const partial = `${path}.${process.pid}`;
      try {
        makeFolder(folder);
        writeFileSync(partial, JSON.stringify(Object.fromEntries(entries)), {mode: 0o600});
        renameSync(partial, path);
      } catch {
        // A full disk or a read-only home: the reader starts at the beginning next time.
        removeIfThere(partial);
      }
    },
  };
}

/** @returns the folder for state, `XDG_STATE_HOME` or `~/.local/state` (XDG Base Directory 0.8). */
export function stateFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env['TICKTOCK_NO_STATE'] !== undefined && env['TICKTOCK_NO_STATE'] !== '') return undefined;
  const state = env['XDG_STATE_HOME'] ?? '';
  if (isAbsolute(state)) return join(state, 'ticktock');
  const home = env['HOME'] ?? '';
  return isAbsolute(home) ? join(home, '.local', 'state', 'ticktock') : undefined;
}

function readPlaces(path: string): Places {
  try {
    const {size, isFile} = describe(path);
    if (!isFile || size > MOST_BYTES) return {};
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
    const places = Object.entries(value).filter(
      ([key, place]) => key.length <= LONGEST_KEY && typeof place === 'object' && place !== null,
    );
    return Object.fromEntries(places) as Places;
  } catch {
    return {};
  }
}

/** One by one: asked for the whole path, Node tries for ever where a folder can't be made (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, {mode: 0o700});
}

/** A pipe or a device in place of the file would never come to an end. */
function describe(path: string): {readonly size: number; readonly isFile: boolean} {
  const stat = statSync(path);
  return {size: stat.size, isFile: stat.isFile()};
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, {force: true});
  } catch {
    // What could not be written cannot always be removed.
  }
}

function marksOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter(
    ([letter, id]) => /^[a-z0-9]$/iu.test(letter) && typeof id === 'string',
  );
  return Object.fromEntries(entries) as Readonly<Record<string, string>>;
}
