import type {Path, PathProblem} from './path-problem.js';

/** Add a problem, an error unless told otherwise. */
export type Report = (
  path: Path,
  message: string,
  fix: string,
  more?: Partial<Pick<PathProblem, 'severity' | 'offset' | 'at'>>,
) => void;

/**
@returns the known word that was meant, as a question, or else the other advice. Each guess compares a
word with all known ones, so only the first fifty are made.
*/
export type Advise = (word: string, known: () => Iterable<string>, otherwise: string) => string;

/** Report an id that does not name what it should, with the nearest one that does. */
export type ReportUnknown = (path: Path, kind: string, id: string, known: Ids) => void;

/** Ids of one kind and the position of each in its section. */
export type Ids = ReadonlyMap<string, number>;

/** What the ids of each section name. */
export type IdIndex = {
  readonly [
    Section in 'sides' | 'fields' | 'sources' | 'actors' | 'places' | 'events' | 'claims'
  ]: Ids;
};

/** @returns whether a text says nothing. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
