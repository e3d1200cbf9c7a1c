import {createHash} from 'node:crypto';
import {copyParagraphs, matchParagraphs} from '../core/events/copy-paragraphs.js';
import type {Source} from '../core/events/chronology.js';
import type {EventStore} from '../core/events/event-store.js';
import {formatProblem} from '../core/events/format-problem.js';
import {makeInert} from '../core/events/inert-text.js';
import type {SourceCopy} from '../core/events/source-copy.js';
import {verifyCitations} from '../core/events/verify-citations.js';
import type {ExitCode, Io} from './command.js';
import {readFile} from './read-file.js';

/** @returns paths by source id, or the argument that is not `ID=PATH` or names an id a second time. */
export function readPairs(flag: unknown): ReadonlyMap<string, string> | string {
  const pairs = new Map<string, string>();
  const given: readonly unknown[] = Array.isArray(flag) ? flag : flag === undefined ? [] : [flag];
  for (const item of given) {
    const text = String(item);
    const cut = text.indexOf('=');
    if (cut <= 0 || cut === text.length - 1) return `cannot read "${text}"`;
    const id = text.slice(0, cut);
    if (pairs.has(id)) return `${id} is given twice`;
    pairs.set(id, text.slice(cut + 1));
  }
  return pairs;
}

/** @returns the SHA-256 of a text in UTF-8, in lower-case hex. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
Read the reader's own copies of sources, for the panes; they are kept in memory only.

@returns the copy of each source as its digests number it, with the citations that it does not bear
out, or the exit code after what is wrong has been said.
*/
export async function readCopies(
  flag: unknown,
  store: EventStore,
  io: Io,
): Promise<ReadonlyMap<string, SourceCopy> | ExitCode> {
  const pairs = readPairs(flag);
  const copies = new Map<string, SourceCopy>();
  if (typeof pairs === 'string') {
    io.error(`ticktock: --source: ${pairs}: write it as --source ID=PATH`);
    return 2;
  }
  for (const [id, path] of pairs) {
    const source = store.source(id);
    if (source === undefined) {
      io.error(`ticktock: --source: there is no source ${makeInert(id)}`);
      return 2;
    }
    const copy = await readFile(path, io);
    if (!copy.ok) {
      io.error(formatProblem(copy.problem));
      return 1;
    }
    copies.set(id, {path: makeInert(path), ...held(copy.text, source, store)});
  }
  return copies;
}

/** The paragraphs of a copy and what of the citations it does not bear out. */
function held(text: string, source: Source, store: EventStore): Omit<SourceCopy, 'path'> {
  const paragraphs = copyParagraphs(text, source.paragraphs, sha256Hex);
  const matched =
    source.paragraphs === undefined
      ? paragraphs.map((paragraph) => ({text: paragraph.text, isSame: true}))
      : matchParagraphs(source.paragraphs, paragraphs);
  const claims = store.claimsCiting(source.id);
  const {failures, total} = verifyCitations(
    {...store.chronology, claims},
    source.id,
    text,
    sha256Hex,
  );
  return {
    paragraphs: matched.map((found) => found && {...found, text: makeInert(found.text)}),
    failures,
    total,
  };
}
