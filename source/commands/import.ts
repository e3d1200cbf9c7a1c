import {basename} from 'node:path';
import {makeInert} from '../core/events/inert-text.js';
import {groupLosses} from '../core/events/import-figures.js';
import {formatProblem} from '../core/events/format-problem.js';
import type {Problem} from '../core/events/chronology.js';
import type {Format, FormatInput, Loss, ReadResult} from '../formats/format.js';
import {findFormat, formatRegistry} from '../formats/format-registry.js';
import {findReader} from '../formats/recognize-format.js';
import {MAP_FLAG, readColumnMap} from './column-map.js';
import type {Command, ExitCode, Invocation, Io} from './command.js';
import {reportImport, summarizeImport} from './import-summary.js';
import type {FileText} from './decode-file.js';
import {readFile} from './read-file.js';
import {writeNewFile} from './write-new-file.js';

/** Characters of a file that are looked at to recognise it. */
const HEAD_CHARACTERS = 65_536;
/** Kinds of loss shown on the terminal; `--report json` has them all. */
const MOST_LINES = 30;
const MOST_PROBLEMS = 20;

/** What `import` needs of its neighbours; tests give their own. */
export type ImportEdges = {
  readonly readFile: (path: string, io: Io) => Promise<FileText>;
  /** @returns why the file could not be written, undefined when it was. */
  readonly writeNewFile: (path: string, text: string) => Promise<string | undefined>;
};

/** `ticktock import`: any file as our YAML, with an account of what was lost. */
export const importCommand: Command = createImportCommand({readFile, writeNewFile});

/**
@returns the command `import` with the given edges. It exits with 0 when the file gave events or held
no entries at all, with 1 when nothing of what it held could be read, or nothing written, and with 2
when the command line is wrong.
*/
export function createImportCommand(edges: ImportEdges): Command {
  return {
    name: 'import',
    usage: 'import FILE [--from FORMAT] [--map FIELD=COLUMN,...] [-o OUT.yaml] [--report json]',
    summary: 'any file as a chronology of our own, with what was lost',
    flags: [
      {
        name: 'from',
        type: 'string',
        placeholder: 'FORMAT',
        summary: 'take the file for this format instead of recognising it',
      },
      MAP_FLAG,
      {
        name: 'output',
        type: 'string',
        shortFlag: 'o',
        placeholder: 'PATH',
        summary: 'a new file to write instead of standard output',
      },
      {
        name: 'report',
        type: 'string',
        choices: ['json'],
        placeholder: 'json',
        summary: 'print only the figures and losses, as JSON',
      },
    ],
    run: (invocation) => runImport(invocation, edges),
  };
}

async function runImport({input, flags, io}: Invocation, edges: ImportEdges): Promise<ExitCode> {
  const misuse = (message: string): ExitCode => {
    io.error(`ticktock import: ${message}`);
    return 2;
  };
  const [path, ...others] = input;
  if (path === undefined) return misuse('which file? give one, or - for standard input');
  if (others.length > 0) return misuse('one file at a time: import each by itself');
  const map = readColumnMap(flags);
  if ('error' in map) return misuse(map.error);
  const {from, output, report} = flags;
  if (report !== undefined && report !== 'json') return misuse('--report knows only json');
  if (typeof from === 'string' && !findFormat(from)) {
    return misuse(`no format "${makeInert(from)}": one of ${await listReadable()}`);
  }

  const file = await edges.readFile(path, io);
  if (!file.ok) {
    io.error(formatProblem(file.problem));
    return 1;
  }
  const name = path === '-' ? 'standard input' : basename(file.name);
  const tell = (problem: Problem) => io.error(formatProblem({...problem, file: file.name}));
  const tellAll = (problems: readonly Problem[]) => {
    problems.slice(0, MOST_PROBLEMS).forEach(tell);
    const more = problems.length - MOST_PROBLEMS;
    if (more > 0) io.error(`  and ${more} more problems: see ticktock check`);
  };
  const found = await readAs(
    name,
    file.text,
    typeof from === 'string' ? from : undefined,
    map.columnMap,
  );
  if ('severity' in found) {
    tell(found);
    return 1;
  }
  const {format, result} = found;
  const losses = [...file.losses, ...result.losses];
  const figures = reportImport(format.id, {...result, losses});
  const errors = result.problems.filter((problem) => problem.severity === 'error');
  // A calendar or a notebook in which nothing is written yet is empty, not wrong.
  const isNothingKept = figures.events === 0 && figures.rows > 0;
  if (report === 'json') {
    await io.out(`${JSON.stringify(figures)}\n`);
    tellAll(errors);
    return errors.length > 0 || isNothingKept ? 1 : 0;
  }
  tellAll([...file.problems, ...result.problems]);
  if (errors.length > 0 && figures.rows === 0 && figures.events === 0) return 1;
  const whole = {name, text: file.text, ...(map.columnMap && {columnMap: map.columnMap})};
  const places = await findRows(format, whole, figures.losses);
  const lines = summarizeImport(figures, result.formatName ?? format.name, (row) => {
    const line = places.get(row);
    return line === undefined ? undefined : `${file.name}:${line}`;
  });
  for (const line of lines.slice(0, MOST_LINES)) io.error(line);
  if (lines.length > MOST_LINES) {
    io.error(`  and ${lines.length - MOST_LINES} more kinds of loss: see --report json`);
  }
  if (errors.length > 0) return 1;
  if (isNothingKept) {
    tell({
      severity: 'error',
      message: 'nothing in it gave an event',
      fix:
        figures.losses.length > 0
          ? 'see the losses above; for a plain table, name its columns with --map date=COLUMN'
          : 'it holds no events: check that it is the file you mean',
    });
    return 1;
  }
  return writeOut(result, typeof output === 'string' ? output : undefined, io, edges);
}

/** Finding a row reads all before it. */
const LONGEST_SEARCHED = 2_000_000;

/** @returns the lines on which the rows begin that are the first to lose something of a kind. */
async function findRows(
  format: Format,
  input: FormatInput,
  losses: readonly Loss[],
): Promise<ReadonlyMap<number, number>> {
  const lines = new Map<number, number>();
  if (format.lineOfRow === undefined || input.text.length > LONGEST_SEARCHED) return lines;
  for (const {samples} of groupLosses(losses, MOST_LINES).slice(0, MOST_LINES)) {
    const row = samples.find((sample) => sample.row > 0)?.row;
    if (row === undefined || lines.has(row)) continue;
    const line = await format.lineOfRow(input, row);
    if (line !== undefined) lines.set(row, line);
  }
  return lines;
}

/** Recognise a file, or take it for what it is said to be, and read it. */
async function readAs(
  name: string,
  text: string,
  from: string | undefined,
  columnMap: Readonly<Record<string, string>> | undefined,
): Promise<{readonly format: Format; readonly result: ReadResult} | Problem> {
  const named = from === undefined ? undefined : await findFormat(from)?.load();
  const format = named ?? (await recognize(name, text, columnMap));
  if ('severity' in format) {
    return {...format, fix: `say which it is with --from: one of ${await listReadable()}`};
  }
  if (format.read === undefined) {
    return {
      severity: 'error',
      message: `files of the format "${format.id}" can be written but not read`,
      fix: `say which it is with --from: one of ${await listReadable()}`,
    };
  }
  const result = await format.read({
    name,
    text,
    ...(columnMap === undefined ? {} : {columnMap}),
  });
  return {format, result};
}

function recognize(
  name: string,
  text: string,
  columnMap: Readonly<Record<string, string>> | undefined,
): Promise<Format | Problem> {
  const head = text.slice(0, HEAD_CHARACTERS);
  return findReader({name, text: head, isWhole: head.length === text.length}, columnMap);
}

async function writeOut(
  result: ReadResult,
  path: string | undefined,
  io: Io,
  edges: ImportEdges,
): Promise<ExitCode> {
  const {chronologyYaml} = await import('../formats/chronology-file.js');
  const written = await chronologyYaml.write?.(result.chronology);
  const text = written?.text ?? '';
  if (path === undefined || path === '-') {
    await io.out(text);
    return 0;
  }
  const fault = await edges.writeNewFile(path, text);
  if (fault === undefined) return 0;
  io.error(`${makeInert(path)}: ${fault}`);
  return 1;
}

/** @returns the ids of the formats that can be read, in words. */
async function listReadable(): Promise<string> {
  const formats = await Promise.all(formatRegistry.map((entry) => entry.load()));
  return formats
    .filter((format) => format.read !== undefined)
    .map((format) => format.id)
    .join(', ');
}
