import {padText} from '../core/draw/fit-text.js';
import {textWidth} from '../core/draw/text-width.js';
import type {EventRow, EventStore, EventView} from '../core/events/event-store.js';
import {formatProblem} from '../core/events/format-problem.js';
import {makeInert} from '../core/events/inert-text.js';
import {MS_PER_DAY} from '../core/time/civil-calendar.js';
import {formatWhen, type Dated} from '../core/time/format-when.js';
import {queryFault} from '../core/query/query-fault.js';
import {createMemoryStore} from '../stores/memory-store.js';
import type {Command, ExitCode, Flags, Invocation, Io} from './command.js';
import {hintAtInput} from './hint-at-input.js';
import {keepMatching} from './keep-matching.js';
import {loadChronologies} from './load-chronologies.js';
import {LOAD_FLAGS, loadOptions} from './load-flags.js';
import {finishLoading, openLarge} from './open-large.js';
import {isNothingKept, NOTHING_KEPT, tellLeftOut} from './tell-left-out.js';
import {writeFormat} from './write-format.js';

const FORMATS = ['text', 'json', 'ndjson', 'csv', 'md'] as const;
/** Rows asked for and written at a time. */
const BLOCK_ROWS = 1000;
/** What is longer stands out of its column. */
const [MOST_ID_COLUMNS, MOST_DATE_COLUMNS, MOST_LANE_COLUMNS] = [40, 56, 24];
const GAP = '  ';

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
  run: (invocation) => listEvents(invocation),
};

/**
List the events of some files.

@param check - says what else is wrong with the command line, once the events are known.
*/
export async function listEvents(
  {input, flags, io}: Invocation,
  check?: (store: EventStore) => Promise<string | undefined>,
): Promise<ExitCode> {
  const options = loadOptions(flags);
  if ('error' in options) {
    io.error(`ticktock list: ${options.error}`);
    return 2;
  }
  hintAtInput(input, io);
  const format = flags['format'] ?? 'text';
  const large = format === 'text' ? await openLarge(input, options) : undefined;
  if (large !== undefined) {
    await finishLoading(large);
    tellLeftOut(large.store.imports ?? [], io);
    return listStore(large.store, flags, io, check);
  }
  const loaded = await loadChronologies(input, io, options);
  if (typeof loaded === 'number') return loaded;
  for (const problem of loaded.garbled) io.error(formatProblem(problem));
  tellLeftOut(loaded.imports, io);
  const store = {
    ...createMemoryStore(loaded.chronology, loaded.problems),
    imports: loaded.imports,
  };
  if (format === 'text') return listStore(store, flags, io, check);
  const view = viewOf(store, flags['query'], io, 'list');
  if (typeof view === 'number') return view;
  const chronology = keepMatching(loaded.chronology, view, io, 'list');
  return writeFormat(String(format), chronology, undefined, io);
}

async function listStore(
  store: EventStore,
  flags: Flags,
  io: Io,
  check: ((store: EventStore) => Promise<string | undefined>) | undefined,
): Promise<ExitCode> {
  const fault = await check?.(store);
  if (fault !== undefined) {
    io.error(`ticktock: ${fault}`);
    return 2;
  }
  const view = viewOf(store, flags['query'], io, 'list');
  if (typeof view === 'number') return view;
  const zone = await zoneOf(store, flags['zone'], io, 'list');
  if (typeof zone === 'number') return zone;
  if (isNothingKept(store.imports ?? [])) {
    io.error(`ticktock list: ${NOTHING_KEPT}`);
    return 1;
  }
  if (view.count === 0) {
    const query = String(flags['query'] ?? '').trim();
    io.error(
      query === ''
        ? 'ticktock list: there are no events: ticktock check says what is wrong with a file'
        : `ticktock list: nothing matches ${makeInert(query)}: leave a term out`,
    );
  }
  await listText(store, view, zone.zone, io);
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

/** A line for an event, in parts. */
type Listed = {
  readonly id: string;
  readonly date: string;
  readonly lane: string;
  readonly title: string;
};

async function listText(store: EventStore, view: EventView, zone: string, io: Io): Promise<void> {
  const names = view.lanes.map((lane) => lane.name);
  const listed = (row: EventRow): Listed => ({
    id: row.id,
    date: formatWhen(dated(row, store), zone, 'short') + (row.when.isInferred ? ' (inferred)' : ''),
    lane: names[row.lane] ?? '',
    title: row.title + (row.isContested ? '  [accounts differ]' : ''),
  });
  const first = view.rows(0, BLOCK_ROWS).map(listed);
  const widths = {
    id: columnOf(
      first.map(({id}) => id),
      MOST_ID_COLUMNS,
    ),
    date: columnOf(
      first.map(({date}) => date),
      MOST_DATE_COLUMNS,
    ),
    lane: columnOf(names, MOST_LANE_COLUMNS),
  };
  const titleColumns = columnOf(
    first.map(({title}) => title),
    io.columns,
  );
  const total = widths.id + widths.date + widths.lane + titleColumns + 3 * GAP.length;
  const isTooNarrow = io.isStdoutTerminal && total > io.columns;
  for (let from = 0; from < view.count; from += BLOCK_ROWS) {
    const some = view.rows(from, from + BLOCK_ROWS).map(listed);
    const lines = some.map(({id, date, lane, title}) => {
      const name = fill(id, widths.id);
      if (!isTooNarrow)
        return `${[name, fill(date, widths.date), fill(lane, widths.lane), title].join(GAP)}\n`;
      // Two lines that fit are easier to read than one that a terminal breaks anywhere.
      const below = [date, lane].filter((part) => part !== '').join(', ');
      const indent = Math.min(widths.id + GAP.length, io.columns - textWidth(below));
      return `${name}${GAP}${title}\n${' '.repeat(Math.max(GAP.length, indent))}${below}\n`;
    });
    await io.out(lines.join(''));
  }
}

/** What is less than a day, without a time, is a part of one. */
function dated(row: EventRow, store: EventStore): Dated {
  const {start, end} = row.when;
  if (!(end - start < MS_PER_DAY) || row.edtf.includes('T')) return row;
  const part = store.event(row.id)?.when.part_of_day;
  return part === undefined ? row : {...row, partOfDay: part};
}

/** @returns the columns that texts need, one that is longer than most left out. */
function columnOf(texts: readonly string[], most: number): number {
  const widths = texts.map(textWidth);
  return Math.min(most, Math.max(0, ...widths));
}

/** Filled up, and never cut: a listing is for other programs too. */
function fill(text: string, columns: number): string {
  return textWidth(text) >= columns ? text : padText(text, columns);
}
