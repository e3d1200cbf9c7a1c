/** Which format a file is of, from what it holds. */
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
