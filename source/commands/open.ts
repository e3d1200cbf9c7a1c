import type {EventStore} from '../core/events/event-store.js';
import {createMemoryStore} from '../stores/memory-store.js';
import {detectCapabilities} from '../terminal/capabilities.js';
import type {Command, ExitCode, Flags, FlagSpec, Invocation, Io} from './command.js';
import {loadChronologies, loadOtherReports} from './load-chronologies.js';
import {LOAD_FLAGS, loadOptions} from './load-flags.js';

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
    summary: 'the window of the timeline, two ISO instants',
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
    choices: ['neutral', 'dark', 'light', 'high-contrast', 'mono'],
    summary: 'neutral, dark, light, high-contrast or mono',
  },
  {name: 'ascii', type: 'boolean', summary: 'no character beyond ASCII'},
  {name: 'plain', type: 'boolean', summary: 'a listing instead of the full screen'},
  {
    name: 'kiosk',
    type: 'boolean',
    summary: 'for shared accounts: no editor, no stopping, no writing',
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
  readonly tourOf: (store: EventStore) => import('../core/state/state.js').Tour;
};

/** Open the program, or list where there is no terminal to open it on. */
export async function openProgram(
  {input, flags, io}: Invocation,
  extras: OpenExtras | undefined,
): Promise<ExitCode> {
  const isDumb = detectCapabilities(io.env).isDumb;
  if (!io.isStdoutTerminal || isDumb || flags['plain'] === true) {
    const {listCommand} = await import('./list.js');
    const {query, zone, from, map} = flags;
    return listCommand.run({input, flags: {query, zone, from, map}, io});
  }
  const options = loadOptions(flags);
  if ('error' in options) return wrongLine(io, options.error);
  const loaded = await loadChronologies(input, io, options);
  if (typeof loaded === 'number') return loaded;
  const store = createMemoryStore(loaded.chronology, loaded.problems);
  const zone = await checkZone(flags, io);
  if (typeof zone === 'number') return zone;
  const copies = await readSourceCopies(flags['source'], store, io);
  if (typeof copies === 'number') return copies;
  const {runProgram} = await import('../app/run-program.js');
  const text = (name: string): string | undefined => {
    const value = flags[name];
    return typeof value === 'string' ? value : undefined;
  };
  const result = await runProgram({
    store,
    files: input,
    opening: {
      at: text('at'),
      pane: text('pane'),
      query: text('query'),
      zoom: text('zoom'),
      scale: text('scale'),
      zone: zone.zone,
      readerZone: io.env['TZ'],
      tour: extras?.tourOf(store),
    },
    theme: text('theme'),
    copies,
    terminal: {
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      env: io.env,
      isDebug: flags['debug'] === true,
      isAscii: flags['ascii'] === true,
    },
    edit: undefined,
    otherReports:
      input.length > 0 || options.areReportsMerged === true
        ? undefined
        : async () => createMemoryStore(await loadOtherReports()),
    isKiosk: flags['kiosk'] === true,
  });
  return typeof result === 'number' ? result : wrongLine(io, result.error);
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
): Promise<ReadonlyMap<string, readonly string[]> | ExitCode> {
  if (!Array.isArray(flag) || flag.length === 0) return new Map();
  const {readCopies} = await import('./source-copies.js');
  return readCopies(flag, store, io);
}
