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
Group what a format cannot carry by kind.

@returns lines: events that are left out first, then fields of events, the most frequent first
(`when.basis: 18 events (a, b, …): why`), then what concerns the whole. What else an event loses that
is left out is not said.
*/
export function lossLines(losses: readonly Loss[], chronology: Chronology): readonly string[] {
  const left = new Set(losses.filter(isLeftOut).map(({row}) => row));
  const groups = new Map<string, {readonly loss: Loss; readonly rows: Set<number>}>();
  for (const loss of losses) {
    if (left.has(loss.row) && !isLeftOut(loss)) continue;
    const key = JSON.stringify([loss.row === 0, loss.field, loss.what]);
    const group = groups.get(key) ?? {loss, rows: new Set()};
    groups.set(key, {...group, rows: group.rows.add(loss.row)});
  }
  const rank = ({row, field}: Loss) => (row === 0 ? 2 : field === '*' ? 0 : 1);
  return [...groups.values()]
    .toSorted((one, other) => rank(one.loss) - rank(other.loss) || other.rows.size - one.rows.size)
    .map(({loss: {row, field, what}, rows}) => {
      if (row === 0) return `${field}: ${what}`;
      const ids = [...rows].slice(0, MOST_IDS).map((at) => chronology.events[at - 1]?.id ?? at);
      const named = `${ids.join(', ')}${rows.size > MOST_IDS ? ', …' : ''}`;
      const events = `${rows.size} ${rows.size === 1 ? 'event' : 'events'} (${named})`;
      return field === '*' ? `${events} ${what}` : `${field}: ${events}: ${what}`;
    });
}

/** Whether a loss is that of a whole event. */
function isLeftOut({row, field}: Loss): boolean {
  return row > 0 && field === '*';
}
