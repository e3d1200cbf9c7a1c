import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {isAbsolute, join, resolve} from 'node:path';
import {isZoneName} from '../core/time/zone.js';
import type {State} from '../core/state/state.js';
import {shownZone} from '../core/state/state.js';

/** Where a reader was in a file, and what was marked. */
export type Remembered = {
  readonly at: string | undefined;
  readonly zone: string | undefined;
  readonly marks: Readonly<Record<string, string>>;
};

/** Files remembered; the ones not opened for longest are forgotten. */
const MOST_FILES = 200;
const MOST_BYTES = 1_000_000;

type Places = Record<string, {at?: unknown; zone?: unknown; marks?: unknown}>;

/**
The reader's place in each file, in the XDG state folder.

@returns undefined when there is no such folder to be had; what cannot be read or written is as if
nothing had been remembered.
*/
export function openMemory(
  files: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
):
  {recall(): Remembered | undefined; keep(state: State, at: string | undefined): void} | undefined {
  const folder = stateFolder(env);
  if (folder === undefined) return undefined;
  const path = join(folder, 'places.json');
  const names = files.map((file) => resolve(file)).join('\n');
  const key = createHash('sha256').update(names).digest('hex').slice(0, 32);
  return {
    recall() {
      const places = readPlaces(path);
      const place = Object.hasOwn(places, key) ? places[key] : undefined;
      if (place === undefined) return undefined;
      const {at, zone, marks} = place;
      return {
        at: typeof at === 'string' ? at : undefined,
        zone: typeof zone === 'string' && isZoneName(zone) ? zone : undefined,
        marks: marksOf(marks),
      };
    },
    keep(state, at) {
      const {[key]: _, ...others} = readPlaces(path);
      const place = {...(at === undefined ? {} : {at}), zone: shownZone(state), marks: state.marks};
      const entries = [...Object.entries(others).slice(1 - MOST_FILES), [key, place]];
      try {
        mkdirSync(folder, {recursive: true, mode: 0o700});
        const partial = `${path}.${process.pid}`;
        writeFileSync(partial, JSON.stringify(Object.fromEntries(entries)), {mode: 0o600});
        renameSync(partial, path);
      } catch {
        // A full disk or a read-only home: the reader starts at the beginning next time.
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
    const text = readFileSync(path, 'utf8');
    if (text.length > MOST_BYTES) return {};
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Places)
      : {};
  } catch {
    return {};
  }
}

function marksOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter(
    ([letter, id]) => /^[a-z0-9]$/iu.test(letter) && typeof id === 'string',
  );
  return Object.fromEntries(entries) as Readonly<Record<string, string>>;
}
