import {basename} from 'node:path';
import bundled from '../../data/washington-baghdad.yaml';
import {makeInert} from '../core/events/inert-text.js';
import type {Chronology, Problem} from '../core/events/chronology.js';
import {formatProblem} from '../core/events/format-problem.js';
import {groupLosses, type ImportFigures} from '../core/events/import-figures.js';
import {dropKnownElsewhere, idsKnownTo, isOfSameAs} from '../core/events/known-elsewhere.js';
import {mergeChronologies} from '../core/events/merge-chronologies.js';
import type {ExitCode, Io} from './command.js';

/** A chronology ready to be opened, and what is to be told about it. */
export type Loaded = {
  readonly chronology: Chronology;
  /** Warnings of the files, for the problems pane. */
  readonly problems: readonly Problem[];
  /** Those of them that say that letters may be wrong; a listing has no other place for them. */
  readonly garbled: readonly Problem[];
  /** What the files that are not of our own held and could not keep. */
  readonly imports: readonly ImportFigures[];
};

export type LoadOptions = {
  /** Format id; recognised from the content when absent. */
  readonly from?: string;
  /** Merge other public reports into the bundled chronology. */
  readonly areReportsMerged?: boolean;
  /** Which column means what. */
  readonly columnMap?: Readonly<Record<string, string>>;
};

/** Problems written to the terminal; the rest is counted. */
const MOST_PROBLEMS = 20;

/** @returns the bundled chronology with what other public reports say of the same events. */
export async function loadOtherReports(): Promise<Chronology> {
  const {default: others} = await import('../../data/other-reports.yaml');
  return mergeChronologies([bundled, others]);
}

/**
Open files of any known format and merge them; no file is the bundled chronology.

@returns the chronology, or the exit code after everything wrong has been said on standard error.
*/
export async function loadChronologies(
  files: readonly string[],
  io: Io,
  options: LoadOptions = {},
): Promise<Loaded | ExitCode> {
  if (files.length === 0) {
    const chronology = options.areReportsMerged === true ? await loadOtherReports() : bundled;
    return {chronology, problems: [], garbled: [], imports: []};
  }
  const all: Loaded[] = [];
  for (const file of files) {
    const loaded = await loadFile(file, io, options);
    if (typeof loaded === 'number') return loaded;
    all.push(loaded);
  }
  const chronologies = all.map((loaded) => loaded.chronology);
  return {
    chronology: mergeChronologies(chronologies),
    problems: problemsTogether(all),
    garbled: all.flatMap(({garbled}) => garbled),
    imports: all.flatMap(({imports}) => imports),
  };
}

/** What one file calls the same as something may stand in another that is opened with it. */
function problemsTogether(files: readonly Loaded[]): readonly Problem[] {
  const all = files.flatMap(({problems}) => problems);
  if (!all.some(isOfSameAs)) return all;
  const knownIds = idsKnownTo(files.map(({chronology}) => chronology));
  return files.flatMap(({problems, chronology}) =>
    dropKnownElsewhere(problems, chronology, knownIds),
  );
}

async function loadFile(file: string, io: Io, options: LoadOptions): Promise<Loaded | ExitCode> {
  const {readFile} = await import('./read-file.js');
  const read = await readFile(file, io);
  if (!read.ok) {
    io.error(formatProblem(read.problem));
    return 1;
  }
  const {findReader} = await import('../formats/recognize-format.js');
  const {findFormat} = await import('../formats/format-registry.js');
  const wanted = options.from === undefined ? undefined : findFormat(options.from);
  if (options.from !== undefined && wanted === undefined) {
    io.error(`ticktock: no format ${makeInert(options.from)}: ticktock import --help lists them`);
    return 2;
  }
  const head = {
    name: read.name,
    text: read.text.slice(0, HEAD_CHARACTERS),
    isWhole: read.text.length <= HEAD_CHARACTERS,
  };
  const format =
    wanted === undefined ? await findReader(head, options.columnMap) : await wanted.load();
  if ('severity' in format) {
    io.error(formatProblem({...format, file: read.name}));
    return 1;
  }
  if (format.read === undefined) {
    io.error(`${read.name}: ${format.name} is written and not read: name another format`);
    return 1;
  }
  // A file of somebody else's is called by its name alone: it becomes the title.
  const result = await format.read({
    name: read.name === '-' ? 'standard input' : basename(read.name),
    text: read.text,
    ...(options.columnMap === undefined ? {} : {columnMap: options.columnMap}),
  });
  const problems = [...read.problems, ...result.problems].map((problem): Problem => ({
    ...problem,
    file: read.name,
  }));
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    sayProblems(errors, io);
    return 1;
  }
  const {chronology, rows, refused, losses} = result;
  const figures: ImportFigures = {
    file: read.name,
    format: result.formatName ?? format.name,
    rows,
    refused,
    events: chronology.events.length,
    losses: groupLosses([...read.losses, ...losses], MOST_SAMPLES),
  };
  return {
    chronology,
    problems,
    garbled: read.problems,
    imports: result.isChronology === true ? [] : [figures],
  };
}

/** Rows named for each kind of loss. */
const MOST_SAMPLES = 200;
const HEAD_CHARACTERS = 65_536;

function sayProblems(problems: readonly Problem[], io: Io): void {
  for (const problem of problems.slice(0, MOST_PROBLEMS)) io.error(formatProblem(problem));
  const more = problems.length - MOST_PROBLEMS;
  if (more > 0) io.error(`and ${more} more: ticktock check lists them all`);
}
