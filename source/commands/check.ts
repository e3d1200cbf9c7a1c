import {basename} from 'node:path';
import type {Chronology, Problem} from '../core/events/chronology.js';
import {formatProblem} from '../core/events/format-problem.js';
import {makeInert} from '../core/events/inert-text.js';
import {dropKnownElsewhere, idsKnownTo, isOfSameAs} from '../core/events/known-elsewhere.js';
import type {Command, ExitCode, Invocation, Io} from './command.js';
import {createProblemExcerpt} from './problem-excerpt.js';
import {readFile} from './read-file.js';

/** Problems written out unless `--all` asks for more. */
const MOST_SHOWN = 20;
/** Bytes of them. */
const MOST_BYTES = 4000;
/** Characters of one line about a problem. */
const LONGEST_LINE = 500;
/** Characters looked at to recognise a format. */
const HEAD_CHARACTERS = 65_536;

/** `ticktock check`: every problem of a file, with its place and what to do. */
export const checkCommand: Command = {
  name: 'check',
  usage: 'check FILE...',
  summary: 'every problem of a file with its line, its field and what to do',
  flags: [
    {
      name: 'format',
      type: 'string',
      choices: ['text', 'json', 'ndjson'],
      placeholder: 'FORMAT',
      summary: 'text (the default), json or ndjson',
    },
    {name: 'all', type: 'boolean', summary: `every problem, not only the first ${MOST_SHOWN}`},
  ],
  run: check,
};

/** What became of one file. */
type Checked = {
  readonly name: string;
  readonly text: string;
  readonly chronology: Chronology | undefined;
  readonly problems: readonly Problem[];
  /** Things of an imported file that could not be kept. */
  readonly lost?: number;
};

async function check({input, flags, io}: Invocation): Promise<ExitCode> {
  const format = flags['format'] ?? 'text';
  if (input.length === 0) {
    io.error('ticktock check: which file? name one, or - for standard input');
    return 2;
  }
  if (format !== 'text' && format !== 'json' && format !== 'ndjson') {
    io.error('ticktock check: no such --format: use text, json or ndjson');
    return 2;
  }
  const files: Checked[] = [];
  for (const path of input) {
    files.push(await checkFile(path, io));
  }
  const checked = await checkTogether(files);
  if (format === 'text') {
    await tellProblems(checked, flags['all'] === true, io);
    await tellFigures(checked, io);
  } else {
    await io.out(format === 'json' ? asJson(checked) : asLines(checked));
  }
  return checked.some(({problems}) => problems.some(isError)) ? 1 : 0;
}

async function checkFile(path: string, io: Io): Promise<Checked> {
  const file = await readFile(path, io);
  if (!file.ok) {
    return {name: path, text: '', chronology: undefined, problems: [file.problem]};
  }
  const {name, text, problems: warnings} = file;
  const {chronologyJson, chronologyYaml} = await import('../formats/chronology-file.js');
  const head = {
    name: basename(name),
    text: text.slice(0, HEAD_CHARACTERS),
    isWhole: text.length <= HEAD_CHARACTERS,
  };
  const isOurs = [chronologyYaml, chronologyJson].some(
    (format) => (format.detect?.(head) ?? 0) > 0,
  );
  const {recognizeFormat} = await import('../formats/recognize-format.js');
  const other = isOurs ? undefined : await recognizeFormat(head);
  if (other?.format.read !== undefined) {
    const {chronology, problems, rows, refused, losses} = await other.format.read({
      name: head.name,
      text,
    });
    const inFile = problems.map((problem) => ({...problem, file: name}));
    const lost = refused > 0 ? [warnOfRefused(name, rows, refused)] : [];
    const all = [...warnings, ...inFile, ...lost];
    return {name, text, chronology, problems: all, lost: losses.length};
  }
  const {readChronology} = await import('../formats/chronology-reader.js');
  const {chronology, problems} = readChronology(name, text);
  return {name, text, chronology, problems: [...warnings, ...problems]};
}

function warnOfRefused(file: string, rows: number, refused: number): Problem {
  return {
    severity: 'warning',
    file,
    message: `${refused} of ${rows} rows give no event`,
    fix: `see \`ticktock import ${file} --report json\``,
  };
}

/** What one file calls the same as something may stand in another, or in one that comes with us. */
async function checkTogether(files: readonly Checked[]): Promise<readonly Checked[]> {
  if (!files.some(({problems}) => problems.some(isOfSameAs))) return files;
  const {default: bundled} = await import('../../data/washington-baghdad.yaml');
  const others = files.flatMap(({chronology}) => (chronology === undefined ? [] : [chronology]));
  const knownIds = idsKnownTo([...others, bundled]);
  return files.map((file) =>
    file.chronology === undefined
      ? file
      : {...file, problems: dropKnownElsewhere(file.problems, file.chronology, knownIds)},
  );
}

/** They are what was asked for, and go where a listing goes. */
async function tellProblems(files: readonly Checked[], isAll: boolean, io: Io): Promise<void> {
  let shown = 0;
  let bytes = 0;
  let isFull = false;
  for (const {problems, text, chronology} of files) {
    const excerptOf = createProblemExcerpt(text);
    for (const problem of problems) {
      const line = formatProblem(problem);
      const cut = line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
      const block: readonly string[] = isFull ? [] : [cut, ...excerptOf(problem)];
      const size: number = Buffer.byteLength(block.join('\n')) + 1;
      isFull ||= !isAll && shown > 0 && (shown >= MOST_SHOWN || bytes + size > MOST_BYTES);
      if (!isFull) {
        shown++;
        bytes += size;
        // A file that cannot be read at all has not been checked.
        if (chronology === undefined && text === '') block.forEach((part) => io.error(part));
        else await io.out(block.map((part) => `${makeInert(part)}\n`).join(''));
      }
    }
  }
  const rest = files.reduce((sum, {problems}) => sum + problems.length, 0) - shown;
  if (rest > 0) {
    await io.out(`and ${counted(rest, 'more problem')}: add --all to see them\n`);
  }
}

async function tellFigures(files: readonly Checked[], io: Io): Promise<void> {
  for (const {name, text, chronology, problems, lost = 0} of files) {
    const errors = problems.filter(isError).length;
    const warnings = problems.length - errors;
    const faults = [
      ...(errors > 0 ? [counted(errors, 'error')] : []),
      ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ].join(', ');
    const start = files.length > 1 ? `${name}: ` : '';
    if (chronology !== undefined) {
      const {events, claims} = chronology;
      const held = `${counted(events.length, 'event')}, ${counted(claims.length, 'claim')}`;
      const told = faults === '' ? 'no problems' : faults;
      const note =
        lost === 0 ? '' : `; ${counted(lost, 'thing')} could not be kept: see \`ticktock import\``;
      await io.out(`${start}${held}: ${told}${note}\n`);
    } else if (text === '') {
      if (errors > 1) await io.out(`${start}${faults}\n`);
    } else {
      // What cannot be read, or does not fit the schema, hides what would be looked at next.
      await io.out(
        `${start}${faults}; more is checked once ${errors === 1 ? 'it is' : 'they are'} corrected\n`,
      );
    }
  }
}

function asJson(files: readonly Checked[]): string {
  const report = files.map(({name, chronology, problems}) => ({
    file: name,
    events: chronology?.events.length ?? 0,
    claims: chronology?.claims.length ?? 0,
    problems,
  }));
  return `${JSON.stringify({files: report}, undefined, 2)}\n`;
}

function asLines(files: readonly Checked[]): string {
  const problems = files.flatMap((file) => file.problems);
  return problems.map((problem) => `${JSON.stringify(problem)}\n`).join('');
}

function isError({severity}: Problem): boolean {
  return severity === 'error';
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
