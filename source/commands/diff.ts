import {
  CHANGE_HEADINGS,
  CHANGE_SIGNS,
  changesDate,
  countWords,
  fieldChangeWords,
} from '../core/events/change-words.js';
import {
  type DiffKind,
  diffChronologies,
  type FieldChange,
  type ItemChange,
} from '../core/events/diff-chronologies.js';
import {makeInert} from '../core/events/inert-text.js';
import type {Command, ExitCode, Invocation, Io} from './command.js';
import {loadOptions} from './load-flags.js';
import type {Loaded, LoadOptions} from './load-chronologies.js';
import {hasScreen, OPEN_FLAGS, openProgram, type OlderVersion} from './open.js';
import {tellLeftOut} from './tell-left-out.js';

/** What `diff` needs of its neighbours; tests give their own. */
export type DiffEdges = {
  /** @returns one file as loaded, or an exit code after its problems have been told. */
  readonly load: (
    path: string,
    io: Io,
    options: LoadOptions,
  ) => Promise<Pick<Loaded, 'chronology' | 'imports'> | ExitCode>;
  /** Opens the newer file on the whole screen, compared with the older one. */
  readonly open: (invocation: Invocation, older: OlderVersion) => Promise<ExitCode>;
};

/** `ticktock diff`: what a correction changed. */
export const diffCommand: Command = createDiffCommand({
  async load(path, io, options) {
    const {loadChronologies} = await import('./load-chronologies.js');
    return loadChronologies([path], io, options);
  },
  open: (invocation, older) => openProgram(invocation, {older}),
});

/**
@returns the command `diff` with the given edges. On a terminal it opens the newer version with what
changed; elsewhere, or with `--format` or `--plain`, it writes that down and, as `diff` of Unix does,
exits with 0 when the two say the same, with 1 when they differ, and with 2 when they cannot be compared.
*/
export function createDiffCommand(edges: DiffEdges): Command {
  return {
    name: 'diff',
    usage: 'diff OLD NEW [--format text|json]',
    summary: 'what a correction changed: events, claims, dates, actors, places, links',
    flags: [
      {
        name: 'format',
        type: 'string',
        choices: ['text', 'json'],
        placeholder: 'text|json',
        summary: 'text to read, or JSON with every field, old and new, instead of the screen',
      },
      ...OPEN_FLAGS,
    ],
    run: (invocation) => runDiff(invocation, edges),
  };
}

async function runDiff({input, flags, io}: Invocation, edges: DiffEdges): Promise<ExitCode> {
  const misuse = (message: string): ExitCode => {
    io.error(`ticktock diff: ${message}`);
    return 2;
  };
  const [older, newer, ...others] = input;
  if (older === undefined || newer === undefined) return misuse('two files, the older one first');
  if (others.length > 0) return misuse('two files at a time, the older one first');
  if (older === '-' && newer === '-') return misuse('only one of the two can be standard input');
  const {format} = flags;
  if (format !== undefined && format !== 'text' && format !== 'json')
    return misuse('--format is text or json');
  const options = loadOptions(flags);
  if ('error' in options) return misuse(options.error);
  const before = await edges.load(older, io, options);
  if (typeof before === 'number') return 2;
  if (format === undefined && hasScreen(flags, io)) {
    const opening = {input: [newer], flags: {...flags, pane: flags['pane'] ?? 'changes'}, io};
    return edges.open(opening, {path: older, chronology: before.chronology});
  }
  const after = await edges.load(newer, io, options);
  if (typeof after === 'number') return 2;
  tellLeftOut([...before.imports, ...after.imports], io);
  const changes = diffChronologies(before.chronology, after.chronology);
  if (format === 'json') {
    const report = {
      old: makeInert(older),
      new: makeInert(newer),
      counts: countChanges(changes),
      changes,
    };
    await io.out(`${JSON.stringify(report, undefined, 2)}\n`);
  } else {
    await io.out(`${[...summaryLines(changes), ...changeLines(changes)].join('\n')}\n`);
  }
  return changes.length === 0 ? 0 : 1;
}

type Counts = {added: number; removed: number; changed: number};

/** How many items of each kind were added, removed and changed; dates are the changed ones of events. */
function countChanges(changes: readonly ItemChange[]): Readonly<Record<string, Counts | number>> {
  const counts: Record<string, Counts | number> = {};
  for (const {kind, change} of changes) {
    const known = counts[kind];
    const own = typeof known === 'object' ? known : {added: 0, removed: 0, changed: 0};
    own[change] += 1;
    counts[kind] = own;
  }
  return {...counts, dates: changes.filter(changesDate).length};
}

function summaryLines(changes: readonly ItemChange[]): string[] {
  if (changes.length === 0) return ['no differences'];
  const dates = changes.filter(changesDate).length;
  return Object.entries(CHANGE_HEADINGS).flatMap(([kind, heading]) => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0 || kind === 'chronology') return [];
    const dated = kind === 'event' && dates > 0 ? ` (${dates} with another date)` : '';
    return [`${heading.toLowerCase()}: ${countWords(own)}${dated}`];
  });
}

function changeLines(changes: readonly ItemChange[]): string[] {
  const lines: string[] = [];
  let kind: DiffKind | undefined;
  for (const change of changes) {
    if (change.kind !== kind) lines.push('', CHANGE_HEADINGS[change.kind]);
    ({kind} = change);
    const {id, title} = change;
    // A link has no id but what it links.
    const name = id === title || id === '' ? title : `${id}  ${title}`;
    lines.push(`${CHANGE_SIGNS[change.change]} ${name}`);
    for (const field of change.fields) lines.push(...fieldLines(field));
  }
  return lines;
}

const LONGEST_LINE = 90;

function fieldLines(change: FieldChange): string[] {
  const {field} = change;
  const [old, now] = fieldChangeWords(change);
  const short = `    ${field}: ${old} -> ${now}`;
  return short.length <= LONGEST_LINE
    ? [short]
    : [`    ${field}:`, `      - ${old}`, `      + ${now}`];
}
