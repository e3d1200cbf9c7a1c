import type {Chronology} from '../core/events/chronology.js';
import {makeInert} from '../core/events/inert-text.js';
import type {Loss} from '../formats/format.js';
import {findFormat} from '../formats/format-registry.js';
import type {ExitCode, Io} from './command.js';

/** Kinds of loss written out; the rest is counted. */
const MOST_LOSSES = 30;
/** Events named for each kind of loss. */
const MOST_IDS = 5;

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
    const {writeNewFile} = await import('./write-new-file.js');
    const fault = await writeNewFile(path, text);
    if (fault !== undefined) {
      io.error(`${makeInert(path)}: ${fault}`);
      return 1;
    }
  }
  const lines = lossLines(losses, chronology);
  for (const line of lines.slice(0, MOST_LOSSES)) io.error(`${format.name}: ${line}`);
  const more = lines.length - MOST_LOSSES;
  if (more > 0) io.error(`${format.name}: and ${more} more kinds of thing it cannot carry`);
  return 0;
}

/**
Group what a format cannot carry by why it cannot.

@returns lines: events that are left out first, then fields of events, the most frequent first
(`when.basis: 18 events (a, b, …): why`, or `actors (16 events), count (6): why` where one reason holds for
several), then what concerns the whole. What else an event loses that is left out is not said.
*/
export function lossLines(losses: readonly Loss[], chronology: Chronology): readonly string[] {
  const left = new Set(losses.filter(isLeftOut).map(({row}) => row));
  const groups = new Map<string, LossGroup>();
  for (const loss of losses) {
    const {row, field, what} = loss;
    if (left.has(row) && !isLeftOut(loss)) continue;
    const rank = row === 0 ? 2 : field === '*' ? 0 : 1;
    const key = JSON.stringify([rank, what]);
    const group = groups.get(key) ?? {rank, what, fields: new Map<string, Set<number>>()};
    const rows = group.fields.get(field) ?? new Set();
    group.fields.set(field, rows.add(row));
    groups.set(key, group);
  }
  return [...groups.values()]
    .toSorted((one, other) => one.rank - other.rank || mostRows(other) - mostRows(one))
    .map((group) => lineOf(group, chronology));
}

/** Losses for one reason: 0 for events left out, 1 for fields of events, 2 for the whole. */
type LossGroup = {
  readonly rank: 0 | 1 | 2;
  readonly what: string;
  /** Events by field. */
  readonly fields: Map<string, Set<number>>;
};

function mostRows({fields}: LossGroup): number {
  return Math.max(...[...fields.values()].map(({size}) => size));
}

function lineOf({rank, what, fields}: LossGroup, chronology: Chronology): string {
  if (rank === 2) return `${[...fields.keys()].join(', ')}: ${what}`;
  const byCount = [...fields].toSorted(([, one], [, other]) => other.size - one.size);
  const [[first, rows] = ['', new Set<number>()]] = byCount;
  if (
    byCount.some(
      ([, others]) => [...others].some((row) => !rows.has(row)) || others.size < rows.size,
    )
  ) {
    const counted = byCount.map(([field, {size}], at) =>
      at === 0 ? `${field} (${size} events)` : `${field} (${size})`,
    );
    return `${counted.join(', ')}: ${what}`;
  }
  const ids = [...rows].slice(0, MOST_IDS).map((at) => chronology.events[at - 1]?.id ?? at);
  const named = `${ids.join(', ')}${rows.size > MOST_IDS ? ', …' : ''}`;
  const events = `${rows.size} ${rows.size === 1 ? 'event' : 'events'} (${named})`;
  return first === '*'
    ? `${events} ${what}`
    : `${[...fields.keys()].join(', ')}: ${events}: ${what}`;
}

/** Whether a loss is that of a whole event. */
function isLeftOut({row, field}: Loss): boolean {
  return row > 0 && field === '*';
}
