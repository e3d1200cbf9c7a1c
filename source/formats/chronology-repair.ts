/** What is left of a chronology that does not fit the schema, so that the rest of it can be checked too. */
import {formatPath, type Path, type PathProblem} from '../core/events/path-problem.js';
import type {WrittenChronology} from '../core/events/normalize-chronology.js';

/** Taking something out may leave something else missing. */
const MOST_PASSES = 4;

/** A chronology that fits the schema, and what of it is not the file's own. */
export type Repaired = {
  readonly value: WrittenChronology;
  /** @returns whether a path leads to, into or around something that was taken out or put in. */
  isTouched(path: Path): boolean;
};

type Holder = Record<string | number, unknown>;

/**
Take out what does not fit, and put something harmless where something is missing.

@param value - plain data.
@param check - finds what does not fit the schema.
@returns a copy that fits; undefined when that would leave too little to say anything of the rest.
*/
export function repairChronology(
  value: unknown,
  check: (value: unknown) => readonly (PathProblem & {readonly missing?: string})[],
): Repaired | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const copy = structuredClone(value) as Holder;
  /** What was taken out or put in, and everything around it. */
  const [touched, around] = [new Set<string>(), new Set<string>()];
  const touch = (path: Path): void => {
    touched.add(formatPath(path));
    for (let steps = 1; steps < path.length; steps += 1)
      around.add(formatPath(path.slice(0, steps)));
  };
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const misfits = check(copy);
    if (misfits.length === 0) {
      return {
        value: copy as unknown as WrittenChronology,
        isTouched: (path) =>
          around.has(formatPath(path)) ||
          path.some((_, step) => touched.has(formatPath(path.slice(0, step + 1)))),
      };
    }
    for (const misfit of misfits) {
      if (misfit.missing === undefined) {
        const path = removablePath(misfit.path);
        // Without a whole section, everything that names one of its entries would be wrong.
        if (path.length === 1 && isSection(copy, String(path[0]))) return undefined;
        take(copy, path);
        touch(path);
        continue;
      }
      const holder = reach(copy, misfit.path);
      if (holder === undefined) continue;
      // Nor would anything be right that names an entry by the id it should have.
      if (misfit.missing === 'id') return undefined;
      holder[misfit.missing] = standIn(misfit.missing, copy);
      touch([...misfit.path, misfit.missing]);
    }
  }
  return undefined;
}

const SECTIONS: ReadonlySet<string> = new Set(
  'sides fields sources actors places events claims links'.split(' '),
);

/** Whether a key of the file is that of a section, or might be one that is misspelt. */
function isSection(root: Holder, key: string): boolean {
  return SECTIONS.has(key) || (typeof root[key] === 'object' && root[key] !== null);
}

/** An entry of a section keeps its place in it; of an inner list nothing is left when an item does not fit. */
function removablePath(path: Path): Path {
  const at = path.findIndex((step, index) => index > 1 && typeof step === 'number');
  return at === -1 ? path : path.slice(0, at);
}

function take(root: Holder, path: Path): void {
  const holder = reach(root, path.slice(0, -1));
  const last = path.at(-1);
  if (holder === undefined || last === undefined) return;
  if (typeof last === 'number') holder[last] = {};
  else Reflect.deleteProperty(holder, last);
}

function reach(root: Holder, path: Path): Holder | undefined {
  let holder: unknown = root;
  for (const step of path) {
    holder =
      typeof holder === 'object' && holder !== null && Object.hasOwn(holder, step)
        ? (holder as Holder)[step]
        : undefined;
  }
  return typeof holder === 'object' && holder !== null ? (holder as Holder) : undefined;
}

function standIn(key: string, root: Holder): unknown {
  const firstOf = (section: string): unknown => {
    const entry = reach(root, [section, 0]);
    return typeof entry?.['id'] === 'string' ? entry['id'] : 'x';
  };
  switch (key) {
    case 'chronology':
      return 1;
    case 'timezone':
      return 'UTC';
    case 'when':
      return {edtf: '2000', basis: 'stated'};
    case 'edtf':
      return '2000';
    case 'basis':
      return 'stated';
    case 'about':
      return {event: firstOf('events'), field: '*'};
    case 'event':
    case 'from':
    case 'to':
      return firstOf('events');
    case 'field':
      return '*';
    case 'voice':
      return 'reporter';
    case 'citations':
      return [{source: firstOf('sources')}];
    case 'type':
      return 'restates';
    case 'latitude':
    case 'longitude':
      return 0;
    default:
      return 'x';
  }
}
