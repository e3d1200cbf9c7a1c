import type {Chronology} from '../core/events/chronology.js';
import {formatProblem} from '../core/events/format-problem.js';
import {suggest} from '../core/events/suggest.js';
import {verifyCitations} from '../core/events/verify-citations.js';
import type {Verification} from '../core/events/verify-citations.js';
import type {Command, ExitCode, Invocation, Io} from './command.js';
import type {FileText} from './decode-file.js';
import {loadChronologies, type LoadOptions} from './load-chronologies.js';
import {LOAD_FLAGS, loadOptions} from './load-flags.js';
import {readFile} from './read-file.js';
import {readPairs, sha256Hex} from './source-copies.js';

/** Sources named one by one when no copy of them was given; more are counted. */
const MOST_NAMED = 12;

/** What `verify` needs of its neighbours; tests give their own. */
export type VerifyEdges = {
  readonly loadChronologies: (
    files: readonly string[],
    io: Io,
    options: LoadOptions,
  ) => Promise<{readonly chronology: Chronology} | ExitCode>;
  readonly readFile: (path: string, io: Io) => Promise<FileText>;
};

/** `ticktock verify`: every citation against the reader's own copies of the reports. */
export const verifyCommand: Command = createVerifyCommand({loadChronologies, readFile});

/**
@returns the command `verify` with the given edges. It exits with 0 when every citation of every
source that a copy was given for holds, with 1 when one fails or a file cannot be read, and with 2
when no copy, or one of an unknown source, is named on the command line.
*/
export function createVerifyCommand(edges: VerifyEdges): Command {
  return {
    name: 'verify',
    usage: 'verify [FILE...] --source ID=PATH',
    summary: 'every citation against your copy of the report',
    flags: [
      {
        name: 'source',
        type: 'string',
        isMultiple: true,
        placeholder: 'ID=PATH',
        summary: 'your copy of a source, as plain text with one paragraph a line',
      },
      ...LOAD_FLAGS,
    ],
    run: (invocation) => verify(invocation, edges),
  };
}

async function verify({input, flags, io}: Invocation, edges: VerifyEdges): Promise<ExitCode> {
  const copies = readPairs(flags['source']);
  if (typeof copies === 'string') {
    io.error(`ticktock verify: ${copies}: give each copy as --source ID=PATH`);
    return 2;
  }
  const options = loadOptions(flags);
  if ('error' in options) {
    io.error(`ticktock verify: ${options.error}`);
    return 2;
  }
  const loaded = await edges.loadChronologies(input, io, options);
  if (typeof loaded === 'number') return loaded;
  const {chronology} = loaded;
  const sourceIds = chronology.sources.map((source) => source.id);
  if (copies.size === 0) {
    io.error(
      `ticktock verify: no copy to check against: give one as --source ${sourceIds[0] ?? 'ID'}=PATH`,
    );
    return 2;
  }
  for (const id of copies.keys()) {
    if (!sourceIds.includes(id)) {
      io.error(`ticktock verify: there is no source ${id}: ${whichSource(id, sourceIds)}`);
      return 2;
    }
  }

  const results: Verification[] = [];
  for (const [id, path] of copies) {
    const copy = await edges.readFile(path, io);
    if (!copy.ok) {
      io.error(formatProblem(copy.problem));
      return 1;
    }
    for (const problem of copy.problems) io.error(formatProblem(problem));
    const result = verifyCitations(chronology, id, copy.text, sha256Hex);
    for (const failure of result.failures) {
      const where = failure.paragraph === undefined ? '' : ` paragraph ${failure.paragraph}`;
      await io.out(`${failure.claim}: ${failure.source}${where}: ${failure.what}\n`);
    }
    if (result.total > 1 && result.failures.length === result.total) {
      io.error(`${copy.name}: nothing in it is as cited: is it a copy of ${id}?`);
    }
    results.push(result);
  }
  return summarize(chronology, copies, results, io);
}

async function summarize(
  chronology: Chronology,
  copies: ReadonlyMap<string, string>,
  results: readonly Verification[],
  io: Io,
): Promise<ExitCode> {
  const total = sum(results.map((result) => result.total));
  const failed = sum(results.map((result) => result.failures.length));
  const uncheckable = sum(results.map((result) => result.uncheckable));
  await io.out(`${total - failed} of ${total} citations verified\n`);
  if (uncheckable > 0) {
    await io.out(
      `${count(uncheckable, 'citation')} not checked: ` +
        'neither the words nor the digest of a paragraph is known\n',
    );
  }
  const without = citationsWithoutCopy(chronology, copies);
  if (without.size > 0) {
    const named = [...without.keys()].slice(0, MOST_NAMED);
    const more = without.size - named.length;
    await io.out(
      `${count(sum([...without.values()]), 'citation')} not checked: no copy was given of ` +
        `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}\n`,
    );
  }
  return failed > 0 ? 1 : 0;
}

/** @returns how many citations each source has that no copy was given of, in the order of the file. */
function citationsWithoutCopy(
  chronology: Chronology,
  copies: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const {source} of chronology.claims.flatMap((claim) => claim.citations)) {
    if (!copies.has(source)) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return counts;
}

function whichSource(id: string, known: readonly string[]): string {
  const near = suggest(id, known);
  if (near !== undefined) return `did you mean ${near}?`;
  return known.length > MOST_NAMED
    ? `ticktock list --format json names the ${known.length} sources`
    : `use one of ${known.join(', ')}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
