import type {Problem} from './chronology.js';

/**
@returns a problem as one line: `file:line:column: field: what is wrong: what to do`, as much of it
as is known. A warning says that it is one.
*/
export function formatProblem(problem: Problem): string {
  const {file, line, column, field, message, fix, severity} = problem;
  const place = [file, line, line === undefined ? undefined : column];
  const parts = [place.filter((part) => part !== undefined).join(':'), field];
  const what = severity === 'warning' ? `warning: ${message}` : message;
  return [...parts, what, fix].filter((part) => part !== undefined && part !== '').join(': ');
}
