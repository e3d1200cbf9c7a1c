/** Where in a value something is: keys and positions from 0, outermost first; empty for the whole. */
export type Path = readonly (string | number)[];

/** A problem in a value that has not been tied to a line of a file yet. */
export type PathProblem = {
  readonly severity: 'error' | 'warning';
  readonly path: Path;
  /** Whether the key at the end of the path is wrong, or what it holds. */
  readonly at: 'key' | 'value';
  /** How many characters into a text value, from 0. */
  readonly offset?: number;
  readonly message: string;
  readonly fix?: string;
};

/**
@returns a path as it is written in messages: `events[3].when.edtf`; empty for the whole.
*/
export function formatPath(path: Path): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') {
      text += `[${key}]`;
    } else {
      text += text === '' ? key : `.${key}`;
    }
  }
  return text;
}
