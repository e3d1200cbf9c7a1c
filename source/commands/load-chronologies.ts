import bundled from '../../data/washington-baghdad.yaml';
import {makeInert} from '../core/events/inert-text.js';
import type {Chronology, Problem} from '../core/events/chronology.js';
import {formatProblem} from '../core/events/format-problem.js';
import {mergeChronologies} from '../core/events/merge-chronologies.js';
import type {ExitCode, Io} from './command.js';

/** A chronology ready to be opened, and what is to be told about it. */
export type Loaded = {
  readonly chronology: Chronology;
  /** Warnings and losses of the files, for the problems pane. */
  readonly problems: readonly Problem[];
};

export type LoadOptions = {
  /** Format id; recognised from the content when absent. */
  readonly from?: string;
  /** Which column means what. */
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
    return {chronology, problems: []};
  }
  const chronologies: Chronology[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const loaded = await loadFile(file, io, options);
    if (typeof loaded === 'number') return loaded;
    chronologies.push(loaded.chronology);
    problems.push(...loaded.problems);
  }
  return {chronology: mergeChronologies(chronologies), problems};
}

async function loadFile(file: string, io: Io, options: LoadOptions): Promise<Loaded | ExitCode> {
  const {readFile} = await import('./read-file.js');
  const read = await readFile(file, io);
  if (!read.ok) {
    io.error(formatProblem(read.problem));
    return 1;
  }
  const {recognizeFormat} = await import('../formats/recognize-format.js');
  const {findFormat} = await import('../formats/format-registry.js');
  const wanted = options.from === undefined ? undefined : findFormat(options.from);
  if (options.from !== undefined && wanted === undefined) {
    io.error(`ticktock: no format ${makeInert(options.from)}: ticktock import --help lists them`);
    return 2;
  }
  const format =
    wanted === undefined
      ? (
          await recognizeFormat({
            name: read.name,
            text: read.text.slice(0, HEAD_CHARACTERS),
            isWhole: read.text.length <= HEAD_CHARACTERS,
          })
        )?.format
      : await wanted.load();
  if (format?.read === undefined) {
    io.error(
      `${read.name}: not a format ticktock knows: name the format with --from, or the columns with --map`,
    );
    return 1;
  }
  const result = await format.read({
    name: read.name,
    text: read.text,
    ...(options.columnMap === undefined ? {} : {columnMap: options.columnMap}),
  });
  const errors = result.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    sayProblems(errors, io);
    return 1;
  }
  const losses = result.losses.map(({row, field, what}): Problem => ({
    severity: 'warning',
    file: read.name,
    field: row === 0 ? field : `row ${row}: ${field}`,
    message: what,
  }));
  return {chronology: result.chronology, problems: [...result.problems, ...losses]};
}

const HEAD_CHARACTERS = 65_536;

function sayProblems(problems: readonly Problem[], io: Io): void {
  for (const problem of problems.slice(0, MOST_PROBLEMS)) io.error(formatProblem(problem));
  const more = problems.length - MOST_PROBLEMS;
  if (more > 0) io.error(`and ${more} more: ticktock check lists them all`);
}
