import {padText} from '../core/draw/fit-text.js';
import type {EventStore, EventView} from '../core/events/event-store.js';
import {formatProblem} from '../core/events/format-problem.js';
import {filterChronology} from '../core/events/filter-chronology.js';
import {formatWhen} from '../core/time/format-when.js';
import {queryFault} from '../core/query/query-fault.js';
import {createMemoryStore} from '../stores/memory-store.js';
import type {Command, ExitCode, Flags, Invocation, Io} from './command.js';
import {loadChronologies} from './load-chronologies.js';
import {LOAD_FLAGS, loadOptions} from './load-flags.js';
import {finishLoading, openLarge} from './open-large.js';
import {writeFormat} from './write-format.js';

const FORMATS = ['text', 'json', 'ndjson', 'csv', 'md'] as const;
/** Rows asked for and written at a time. */
const BLOCK_ROWS = 1000;
const DATE_COLUMNS = 34;

/** `ticktock list`: the events, one a line. */
export const listCommand: Command = {
  name: 'list',
  usage: 'list [FILE...]',
  summary: 'the events, one a line: id, date, lane and title',
  flags: [
    {name: 'query', type: 'string', placeholder: 'Q', summary: 'only events that match'},
    {
      name: 'format',
      type: 'string',
      placeholder: 'FORMAT',
      choices: FORMATS,
      summary: 'text (the default), json, ndjson, csv or md',
    },
    {name: 'zone', type: 'string', placeholder: 'TZ', summary: 'IANA zone for the dates'},
    ...LOAD_FLAGS,
  ],
  run: list,
};

async function list({input, flags, io}: Invocation): Promise<ExitCode> {
  const options = loadOptions(flags);
  if ('error' in options) {
    io.error(`ticktock list: ${options.error}`);
    return 2;
  }
  const format = flags['format'] ?? 'text';
  const large = format === 'text' ? await openLarge(input, options) : undefined;
  if (large !== undefined) {
    await finishLoading(large);
    return listStore(large.store, flags, io);
  }
  const loaded = await loadChronologies(input, io, options);
  if (typeof loaded === 'number') return loaded;
  for (const problem of loaded.garbled) io.error(formatProblem(problem));
  const store = createMemoryStore(loaded.chronology, loaded.problems);
  if (format === 'text') return listStore(store, flags, io);
  const view = viewOf(store, flags['query'], io, 'list');
  if (typeof view === 'number') return view;
  const keep = new Set(view.rows(0, view.count).map((row) => row.id));
  const chronology =
    view.count === loaded.chronology.events.length
      ? loaded.chronology
      : filterChronology(loaded.chronology, keep);
  return writeFormat(String(format), chronology, undefined, io);
}

async function listStore(store: EventStore, flags: Flags, io: Io): Promise<ExitCode> {
  const view = viewOf(store, flags['query'], io, 'list');
  if (typeof view === 'number') return view;
  const zone = await zoneOf(store, flags['zone'], io, 'list');
  if (typeof zone === 'number') return zone;
  await listText(view, zone.zone, io);
  return 0;
}

/** @returns the events that match, or the exit code after what is wrong with the query has been said. */
export function viewOf(
  store: EventStore,
  query: unknown,
  io: Io,
  verb: string,
): EventView | ExitCode {
  const text = typeof query === 'string' ? query : '';
  const view = queryFault(text) ?? store.view(text);
  if (!('message' in view)) return view;
  io.error(
    `ticktock ${verb}: --query: ${view.message}${view.fix === undefined ? '' : `: ${view.fix}`}`,
  );
  return 2;
}

/** @returns the zone to show dates in, or the exit code when there is no such zone. */
export async function zoneOf(
  store: EventStore,
  wanted: unknown,
  io: Io,
  verb: string,
): Promise<{readonly zone: string} | ExitCode> {
  if (typeof wanted !== 'string') return {zone: store.chronology.timezone};
  const {isZoneName} = await import('../core/time/zone.js');
  if (isZoneName(wanted)) return {zone: wanted};
  io.error(
    `ticktock ${verb}: --zone: no zone ${wanted}: write an IANA name such as Asia/Baghdad or UTC`,
  );
  return 2;
}

async function listText(view: EventView, zone: string, io: Io): Promise<void> {
  const names = view.lanes.map((lane) => lane.name);
  const laneColumns = Math.max(0, ...names.map((name) => name.length));
  const idColumns = Math.min(
    28,
    Math.max(0, ...view.rows(0, BLOCK_ROWS).map((row) => row.id.length)),
  );
  for (let from = 0; from < view.count; from += BLOCK_ROWS) {
    const lines = view.rows(from, from + BLOCK_ROWS).map((row) => {
      const date = formatWhen(row, zone, 'short') + (row.when.isInferred ? ' (inferred)' : '');
      const lane = names[row.lane] ?? '';
      const contested = row.isContested ? '  [accounts differ]' : '';
      return `${wide(row.id, idColumns)}  ${wide(date, DATE_COLUMNS)}  ${wide(lane, laneColumns)}  ${row.title}${contested}\n`;
    });
    await io.out(lines.join(''));
  }
}

/** Filled up, and never cut: a listing is for other programs too. */
function wide(text: string, columns: number): string {
  return text.length >= columns ? text : padText(text, columns);
}
