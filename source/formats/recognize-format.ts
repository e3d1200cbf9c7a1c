/** Which format a file is of, from what it holds. */
import type {Problem} from '../core/events/chronology.js';
import type {FileHead, Format} from './format.js';
import {type FormatEntry, formatRegistry} from './format-registry.js';

/** What a file is taken for, and how sure that is (above 0, up to 1). */
export type RecognizedFormat = {readonly format: Format; readonly sureness: number};

/** Less than any difference in sureness that content makes. */
const NAME_BONUS = 0.001;
/** Below this, content alone does not tell, and formats may go by the name. */
const LEAST_SURENESS = 0.25;

/**
Ask every format whether a file is its own.

Formats are shown the content first, without the name, which only decides between equals; a name is
believed where no format is sure of the content. The first format that is certain is taken, and the
ones after it in the registry are not even loaded.

@param head - the beginning of the file.
@returns the surest format, or undefined when none takes the file for its own.
*/
export async function recognizeFormat(
  head: FileHead,
  registry: readonly FormatEntry[] = formatRegistry,
): Promise<RecognizedFormat | undefined> {
  const name = head.name.toLowerCase().replace(/\.gz$/, '');
  const byContent = await findSurest({...head, name: '-'}, name, registry);
  if (byContent !== undefined && byContent.sureness >= LEAST_SURENESS) return byContent;
  return (await findSurest(head, name, registry)) ?? byContent;
}

/** With columns named by hand a file is a plain table, whatever else it looks like. */
const PLAIN_TABLES = formatRegistry.filter(({isPlain}) => isPlain === true);

/** As sure as this that a file is of a format that is read, nobody asks whether it is one that is not. */
const SURE = 0.5;

/**
Find the format to read a file with.

@param head - the beginning of the file.
@param columnMap - which column means what, when somebody has said so.
@returns the format, or the problem: none takes the file for its own, or it is of one that is only
  written.
*/
export async function findReader(
  head: FileHead,
  columnMap?: Readonly<Record<string, string>>,
): Promise<Format | Problem> {
  const registry = columnMap === undefined ? formatRegistry : PLAIN_TABLES;
  const found = await recognizeFormat(head, registry);
  if (found !== undefined && found.sureness >= SURE) return found.format;
  const unread = formatRegistry.find((entry) => entry.looksLike?.(head.text));
  if (unread !== undefined) {
    return {
      severity: 'error',
      message: `it seems to be of the format ${unread.name}, which ticktock writes and does not read`,
      fix: 'open the chronology that it was made from, or name the format with --from',
    };
  }
  if (found !== undefined) return found.format;
  const named = columnMap === undefined ? undefined : registry.find(({id}) => id === 'csv');
  if (named !== undefined) return named.load();
  return {
    severity: 'error',
    message: 'not a format ticktock knows',
    fix: 'name the format with --from, or the columns with --map',
  };
}

async function findSurest(
  head: FileHead,
  name: string,
  registry: readonly FormatEntry[],
): Promise<RecognizedFormat | undefined> {
  let best: RecognizedFormat | undefined;
  let bestScore = 0;
  for (const entry of registry) {
    const format = await entry.load();
    const sureness = format.read === undefined ? 0 : (format.detect?.(head) ?? 0);
    if (sureness <= 0) continue;
    if (sureness >= 1) return {format, sureness};
    const score = sureness + (entry.endings.some((end) => name.endsWith(end)) ? NAME_BONUS : 0);
    if (score > bestScore) {
      best = {format, sureness};
      bestScore = score;
    }
  }
  return best;
}
