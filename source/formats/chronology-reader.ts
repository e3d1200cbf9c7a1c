import {checkChronology} from '../core/events/check-chronology.js';
import type {Chronology, Problem} from '../core/events/chronology.js';
import {makeInert} from '../core/events/inert-text.js';
import {normalizeChronology, type WrittenChronology} from '../core/events/normalize-chronology.js';
import {formatPath, type Path, type PathProblem} from '../core/events/path-problem.js';
import {findJsonFault} from './chronology-json-fault.js';
import {parseJsonSyntax} from './chronology-json-syntax.js';
import {parseLineSyntax} from './chronology-line-syntax.js';
import {MOST_PROBLEMS, type ParsedFile, type Position} from './chronology-parse.js';
import {repairChronology} from './chronology-repair.js';
import {checkShape} from './chronology-shape.js';
import {parseYamlSyntax} from './chronology-yaml-syntax.js';

export type ChronologyReading = {
  /** Undefined when the file does not parse or does not fit the schema. */
  readonly chronology: Chronology | undefined;
  /** Every problem of the file, in the order of its lines; none of them thrown. */
  readonly problems: readonly Problem[];
};

/**
Read a chronology file, YAML 1.2 or JSON, and find everything that is wrong with it.

@param name - the file name for messages, `-` for standard input.
@param text - the whole file, decoded, byte-order mark removed.
@param knownIds - ids of other files it is opened with, for `same_as`.
@returns the chronology, every text in it inert; when only references, dates or claims are wrong, it
comes with its errors, and the caller decides whether to use it.
*/
export function readChronology(
  name: string,
  text: string,
  knownIds?: ReadonlySet<string>,
): ChronologyReading {
  const file = makeInert(name);
  const inLines = parseLineSyntax(text);
  const fast = inLines ?? (/^\s*[[{]/u.test(text) ? parseJsonSyntax(text) : undefined);
  let positions: ParsedFile | undefined;
  const slow = (): ParsedFile => (positions ??= parseYamlSyntax(text));
  const placed = (problem: PathProblem): Problem => placeProblem(problem, inLines ?? slow(), file);
  const fault = fast === undefined && /\.json$/iu.test(name) ? findJsonFault(text) : undefined;
  if (fault !== undefined) {
    return {chronology: undefined, problems: [{...fault, severity: 'error', file}]};
  }
  if (fast === undefined && slow().problems.length > 0) {
    return {chronology: undefined, problems: finish(slow().problems.map((it) => ({...it, file})))};
  }
  const parsed = fast === undefined ? slow().value : fast.value;
  const shaped = fitShape(parsed, slow);
  const misfits = shaped.problems.map(placed);
  if (shaped.value === undefined) {
    const others = checkTheRest(parsed, knownIds).map(placed);
    return {chronology: undefined, problems: finish([...misfits, ...others])};
  }
  const chronology = normalizeChronology(shaped.value);
  const faults = checkChronology(chronology, {
    areFieldsDerived: shaped.value.fields === undefined,
    ...(knownIds === undefined ? {} : {knownIds}),
  });
  const brokenAt = fast === undefined ? slow().brokenAt : findBrokenText(text);
  const broken: Problem[] = brokenAt === undefined ? [] : [{...BROKEN, ...brokenAt, file}];
  return {chronology, problems: finish([...misfits, ...faults.map(placed), ...broken])};
}

const BROKEN = {
  severity: 'warning',
  message: 'the line breaks of a text become spaces, here and below',
  fix: 'make it several texts, such as claims of their own, where that matters',
} as const;

/** @returns where a text of JSON has its first line break. */
function findBrokenText(text: string): Position | undefined {
  const match = /(?<!\\)(?:\\\\)*\\n/u.exec(text);
  if (match === null) {
    return undefined;
  }
  const before = text.slice(0, match.index).split('\n');
  return {line: before.length, column: (before.at(-1) ?? '').length + 1};
}

/** What else is wrong with a file that does not fit the schema, as far as that can be told. */
function checkTheRest(
  parsed: unknown,
  knownIds: ReadonlySet<string> | undefined,
): readonly PathProblem[] {
  const repaired = repairChronology(parsed, checkShape);
  if (repaired === undefined) return [];
  const faults = checkChronology(normalizeChronology(repaired.value), {
    isPartial: true,
    ...(knownIds === undefined ? {} : {knownIds}),
  });
  return faults.filter(({path}) => !repaired.isTouched(path));
}

type Shaped = {
  readonly value: WrittenChronology | undefined;
  readonly problems: readonly PathProblem[];
};

/** A number where text is wanted (a year without quotes) is read as it is written, with a warning. */
function fitShape(parsed: unknown, slow: () => ParsedFile): Shaped {
  const misfits = checkShape(parsed);
  const warnings: PathProblem[] = [];
  for (const misfit of misfits) {
    const {isUnquoted = false, ...problem} = misfit;
    const source = isUnquoted ? slow().sourceOfNumber(misfit.path) : undefined;
    if (source !== undefined && putAt(parsed, misfit.path, source)) {
      const fix = `write it in quotes: "${source}"`;
      warnings.push({
        ...problem,
        severity: 'warning',
        message: `\`${source}\` is a number here, read as text`,
        fix,
      });
    }
  }
  if (misfits.length === 0) {
    return {value: parsed as WrittenChronology, problems: []};
  }
  const errors = warnings.length === 0 ? misfits : checkShape(parsed);
  return {
    value: errors.length === 0 ? (parsed as WrittenChronology) : undefined,
    problems: [...warnings, ...errors],
  };
}

/** @returns whether there was something at the path to replace. */
function putAt(root: unknown, path: Path, value: string): boolean {
  const last = path.at(-1);
  let holder: unknown = root;
  for (const step of path.slice(0, -1)) {
    holder = typeof holder === 'object' && holder !== null ? Reflect.get(holder, step) : undefined;
  }
  if (last === undefined || typeof holder !== 'object' || holder === null) {
    return false;
  }
  return Object.hasOwn(holder, last) && Reflect.set(holder, last, value);
}

function placeProblem(
  problem: PathProblem,
  parsed: Pick<ParsedFile, 'locate'>,
  file: string,
): Problem {
  const {severity, path, at, offset, message, fix} = problem;
  const field = formatPath(path);
  return {
    severity,
    file,
    ...parsed.locate(path, at, offset),
    ...(field === '' ? {} : {field}),
    message,
    ...(fix === undefined ? {} : {fix}),
  };
}

function finish(problems: readonly Problem[]): readonly Problem[] {
  const byPlace = [...problems].sort(
    (one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0),
  );
  return byPlace.slice(0, MOST_PROBLEMS).map((problem) => ({
    ...problem,
    message: makeInert(problem.message),
    ...(problem.field === undefined ? {} : {field: makeInert(problem.field)}),
    ...(problem.fix === undefined ? {} : {fix: makeInert(problem.fix)}),
  }));
}
