import {statSync} from 'node:fs';
import type {Chronology} from '../core/events/chronology.js';
import type {Opening} from '../app/initial-state.js';
import type {RunOptions} from '../app/run-options.js';
import type {EventStore} from '../core/events/event-store.js';
import {copyProblems, type SourceCopy} from '../core/events/source-copy.js';
import {createMemoryStore} from '../stores/memory-store.js';
import {detectCapabilities} from '../terminal/capabilities.js';
import {THEMES} from '../themes/theme-registry.js';
import type {Command, ExitCode, Flags, FlagSpec, Invocation, Io} from './command.js';
import {loadChronologies, loadOtherReports, type Loaded} from './load-chronologies.js';
import type {EditedEvent} from './edit-file.js';
import type {WatchedStore} from './watch-store.js';
import {keepScreen, screenKey} from './first-screens.js';
import {columnMapWords} from './column-map.js';
import {LOAD_FLAGS, loadOptions} from './load-flags.js';
import {finishLoading, openLarge} from './open-large.js';

const themeIds = THEMES.map(({id}) => id);

/** How the program opens; `Y` writes the first of these. */
export const OPEN_FLAGS: readonly FlagSpec[] = [
  {name: 'at', type: 'string', placeholder: 'ID', summary: 'open at this event'},
  {
    name: 'pane',
    type: 'string',
    placeholder: 'NAME[:ID]',
    summary: 'open this pane: event, accounts, claim, actor, place, chain, source, figures…',
  },
  {name: 'query', type: 'string', placeholder: 'Q', summary: 'only events that match'},
  {
    name: 'zoom',
    type: 'string',
    placeholder: 'START/END',
    summary: 'the window of the timeline: dates, or steps of the sequence (7/18)',
  },
  {
    name: 'scale',
    type: 'string',
    placeholder: 'SCALE',
    choices: ['time', 'broken', 'sequence'],
    summary: 'time, broken or sequence',
  },
  {name: 'zone', type: 'string', placeholder: 'TZ', summary: 'IANA zone for the times'},
  {
    name: 'theme',
    type: 'string',
    placeholder: 'THEME',
    choices: themeIds,
    summary: `${themeIds.slice(0, -1).join(', ')} or ${themeIds.at(-1)}`,
  },
  {name: 'ascii', type: 'boolean', summary: 'no character beyond ASCII'},
  {
    name: 'screen-reader',
    type: 'boolean',
    summary: 'line by line for a screen reader: the same keys, one announcement a step',
  },
  {
    name: 'remember',
    type: 'boolean',
    isOn: true,
    summary: 'start at the beginning, and keep nothing of where you were',
  },
  {name: 'plain', type: 'boolean', summary: 'a listing instead of the full screen'},
  {
    name: 'kiosk',
    type: 'boolean',
    summary: 'for shared accounts: no editor, no stopping, no writing',
  },
  {
    name: 'idle',
    type: 'string',
    placeholder: 'MINUTES',
    summary: 'end after so long without a key; 15 with --kiosk, else never',
  },
  {
    name: 'source',
    type: 'string',
    isMultiple: true,
    placeholder: 'ID=PATH',
    summary: 'your copy of a source, shown beside what rests on it',
  },
  ...LOAD_FLAGS,
];

/** `ticktock [FILE...]`: the full-screen program; a listing where there is no terminal. */
export const openCommand: Command = {
  name: '',
  usage: '[FILE...]',
  summary: 'open a chronology as a full-screen timeline; without a file the bundled one',
  flags: OPEN_FLAGS,
  run: (invocation) => openProgram(invocation, undefined),
};

/** What a tour adds to opening. */
type OpenExtras = {
  readonly tourOf?: (store: EventStore) => import('../core/state/state.js').Tour | undefined;
  readonly older?: OlderVersion;
};

/** An older version of what is opened, to be compared with it. */
export type OlderVersion = {readonly path: string; readonly chronology: Chronology};

/** @returns whether there is a terminal to open the program on, and the reader wants it. */
export function hasScreen(flags: Flags, io: Io): boolean {
  const isDumb = detectCapabilities(io.env).isDumb && !isLinear(flags, io);
  return io.isStdoutTerminal && !isDumb && flags['plain'] !== true;
}

function isLinear(flags: Flags, io: Io): boolean {
  return flags['screenReader'] === true || isYes(io.env['INK_SCREEN_READER']);
}

/** Open the program, or list where there is no terminal to open it on. */
export async function openProgram(
  {input, flags, io: processIo}: Invocation,
  extras: OpenExtras | undefined,
): Promise<ExitCode> {
  const io = readingOnce(processIo);
  if (!hasScreen(flags, io)) return listInstead({input, flags, io});
  const options = loadOptions(flags);
  if ('error' in options) return wrongLine(io, options.error);
  // What is on the screen is read again when it changes, and a pipe comes once.
  const pipe = input.find(isPipe);
  if (pipe !== undefined) {
    io.error(`${pipe}: it is a pipe, not a file: pipe it into \`ticktock -\``);
    return 1;
  }
  const isKiosk = flags['kiosk'] === true;
  const idle = idleTime(flags['idle'], isKiosk);
  if (typeof idle === 'object') return wrongLine(io, idle.error);
  const large = extras === undefined ? await openLarge(input, options) : undefined;
  // What looks for an event, or reads from the first to the last, needs all of them.
  if (large !== undefined && (flags['at'] !== undefined || isLinear(flags, io))) {
    await finishLoading(large);
  }
  const editable = input.filter((file) => file !== '-');
  const stamp = editable.length === 0 || large !== undefined ? '' : await stampOf(editable);
  const makeStore = await storeMaker(extras?.older);
  const loaded = large === undefined ? await loadChronologies(input, io, options) : undefined;
  if (typeof loaded === 'number') return loaded;
  const plainStore = loaded === undefined ? large?.store : makeStore(loaded);
  if (plainStore === undefined) throw new Error('a file is either a large table or not');
  const zone = await checkZone(flags, io);
  if (typeof zone === 'number') return zone;
  const copies = await readSourceCopies(flags['source'], plainStore, io);
  if (typeof copies === 'number') return copies;
  // What a copy does not bear out is a problem of what is opened, also after it has been read again.
  const copiesProblems = [...copies.values()].flatMap(copyProblems);
  const storeOf = (of: Loaded): EventStore =>
    makeStore({...of, problems: [...of.problems, ...copiesProblems]});
  const isPlain = loaded === undefined || copiesProblems.length === 0;
  const store = isPlain ? plainStore : storeOf(loaded);
  const {runProgram} = await import('../app/run-program.js');
  const {theme} = flags;
  const result = await runProgram({
    store,
    files: input,
    verb: extras?.older === undefined ? [] : ['diff', extras.older.path],
    fileFlags: fileFlags(flags),
    opening: {
      ...openingOf(flags),
      zone: zone.zone,
      readerZone: await zoneOfReader(io),
      tour: extras?.tourOf?.(store),
    },
    theme: typeof theme === 'string' ? theme : undefined,
    copies,
    terminal: {
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      env: io.env,
      isDebug: flags['debug'] === true,
      isAscii: flags['ascii'] === true,
      canStop: !isKiosk,
    },
    edit:
      isKiosk || editable.length === 0
        ? undefined
        : (event, row) => edit(editable, {event, row, options}, io),
    load: large?.load,
    watch:
      editable.length === 0 || large !== undefined
        ? undefined
        : await watchOf({input, files: editable, stamp, options, store, storeOf, io}),
    otherReports:
      input.length > 0 || options.areReportsMerged === true
        ? undefined
        : async () => createMemoryStore(await loadOtherReports(), copiesProblems),
    isKiosk,
    keepPicture:
      Object.keys(flags).length === 0 && extras === undefined && large === undefined
        ? (size, picture) => {
            const key = screenKey(input, size, io.env);
            if (key !== undefined) keepScreen(key, picture, io.env);
          }
        : undefined,
    isRemembering: !isKiosk && flags['remember'] !== false && extras === undefined,
    isLinear: isLinear(flags, io),
    idleTimeoutMs: idle,
  });
  large?.stop();
  return typeof result === 'number' ? result : wrongLine(io, result.error);
}

function isPipe(path: string): boolean {
  try {
    return path !== '-' && statSync(path).isFIFO();
  } catch {
    // What is wrong with the path is said when it is opened.
    return false;
  }
}

/** A listing instead of the screen, where every flag has to make sense all the same. */
async function listInstead({input, flags, io}: Invocation): Promise<ExitCode> {
  const idle = idleTime(flags['idle'], false);
  if (typeof idle === 'object') return wrongLine(io, idle.error);
  const {listEvents} = await import('./list.js');
  const listing = {input, flags, io};
  if (['at', 'pane', 'zoom'].every((name) => flags[name] === undefined)) return listEvents(listing);
  const {openingFault} = await import('../app/opening-fault.js');
  return listEvents(listing, async (store) => openingFault(store, openingOf(flags)));
}

/** @returns how the flags say that the program should open. */
function openingOf(flags: Flags): Opening {
  const text = (name: string): string | undefined => {
    const value = flags[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    at: text('at'),
    pane: text('pane'),
    query: text('query'),
    zoom: text('zoom'),
    scale: text('scale'),
    zone: text('zone'),
    readerZone: undefined,
    tour: undefined,
  };
}

/** @returns what makes a store of a loaded chronology, with what changed since the older version if any. */
async function storeMaker(
  older: OlderVersion | undefined,
): Promise<(loaded: Loaded) => EventStore> {
  const plain = ({chronology, problems, imports}: Loaded): EventStore => ({
    ...createMemoryStore(chronology, problems),
    imports,
  });
  if (older === undefined) return plain;
  const {diffChronologies} = await import('../core/events/diff-chronologies.js');
  return (loaded) => ({
    ...plain(loaded),
    changes: diffChronologies(older.chronology, loaded.chronology),
  });
}

/** A shared session without a key for this long is over. */
const KIOSK_IDLE_MINUTES = 15;
/** Beyond what a timer can count. */
const MOST_IDLE_MINUTES = 35_000;

/** @returns milliseconds, undefined for never, or what is wrong with the flag. */
function idleTime(flag: unknown, isKiosk: boolean): number | undefined | {readonly error: string} {
  if (typeof flag !== 'string') return isKiosk ? KIOSK_IDLE_MINUTES * 60_000 : undefined;
  const minutes = /^\d*\.?\d+$/u.test(flag) ? Number(flag) : 0;
  if (minutes > 0 && minutes <= MOST_IDLE_MINUTES) return minutes * 60_000;
  return {error: `--idle ${flag}: write minutes, more than 0 and at most ${MOST_IDLE_MINUTES}`};
}

/** Standard input comes once; when another file has changed, all of them are read again. */
function readingOnce(io: Io): Io {
  let piped: Promise<Uint8Array> | undefined;
  return {
    ...io,
    async stdin() {
      piped ??= io.stdin();
      return piped;
    },
  };
}

/** @returns the flags that say how the files are read, as they were given. */
function fileFlags(flags: Flags): readonly string[] {
  const {from, source} = flags;
  return [
    ...(typeof from === 'string' ? ['--from', from] : []),
    ...columnMapWords(flags).flatMap((words) => ['--map', words]),
    ...(Array.isArray(source) ? source.flatMap((pair: unknown) => ['--source', String(pair)]) : []),
    ...(flags['otherReports'] === true ? ['--other-reports'] : []),
  ];
}

/** @returns the zone of `TZ` where that names one; POSIX rules and paths name none. */
async function zoneOfReader(io: Io): Promise<string | undefined> {
  const name = io.env['TZ']?.replace(/^:/u, '') ?? '';
  if (name === '') return undefined;
  const {isZoneName} = await import('../core/time/zone.js');
  return isZoneName(name) ? name : undefined;
}

function isYes(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}

async function stampOf(files: readonly string[]): Promise<string> {
  const {stampFiles} = await import('./watch-files.js');
  return stampFiles(files);
}

async function edit(
  files: readonly string[],
  wanted: EditedEvent,
  io: Io,
): Promise<string | undefined> {
  const {editFile} = await import('./edit-file.js');
  return editFile(files, wanted, io.env);
}

async function watchOf(watched: WatchedStore): Promise<RunOptions['watch']> {
  const {watchStore} = await import('./watch-store.js');
  return (onChange) => watchStore(watched, onChange);
}

function wrongLine(io: Io, error: string): ExitCode {
  io.error(`ticktock: ${error}`);
  return 2;
}

async function checkZone(
  flags: Flags,
  io: Io,
): Promise<{readonly zone: string | undefined} | ExitCode> {
  const {zone} = flags;
  if (typeof zone !== 'string') return {zone: undefined};
  const {isZoneName} = await import('../core/time/zone.js');
  if (isZoneName(zone)) return {zone};
  return wrongLine(io, `--zone: no zone ${zone}: write an IANA name such as Asia/Baghdad or UTC`);
}

/** Without the flag nothing of hashing and matching is loaded. */
async function readSourceCopies(
  flag: unknown,
  store: EventStore,
  io: Io,
): Promise<ReadonlyMap<string, SourceCopy> | ExitCode> {
  if (!Array.isArray(flag) || flag.length === 0) return new Map();
  const {readCopies} = await import('./source-copies.js');
  return readCopies(flag, store, io);
}
