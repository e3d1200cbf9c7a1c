import {textWidth} from '../core/draw/text-width.js';
import type {Problem} from '../core/events/chronology.js';
import {makeInert} from '../core/events/inert-text.js';

/** Characters of the line shown on each side of the place, at most. */
const AROUND = 60;

/**
Show the lines of a file that problems point at.

@param text - the whole file.
@returns a function that gives, for a problem with a line and a column (from 1), the line with its
number and a caret below the place, both indented; nothing when the problem points nowhere. Long
lines are cut around the place.
*/
export function createProblemExcerpt(text: string): (problem: Problem) => readonly string[] {
  let starts: readonly number[] | undefined;
  return ({line, column}) => {
    starts ??= lineStarts(text);
    const start = line === undefined ? undefined : starts[line - 1];
    if (line === undefined || column === undefined || start === undefined) {
      return [];
    }
    const next = starts[line];
    const source = text.slice(start, next === undefined ? text.length : next - 1);
    return source.trim() === '' ? [] : excerpt(source, line, Math.min(column - 1, source.length));
  };
}

function excerpt(source: string, line: number, at: number): readonly string[] {
  const from = at > AROUND ? at - AROUND / 2 : 0;
  const before = makeInert(source.slice(from, at));
  const after = makeInert(source.slice(at, from + 2 * AROUND)).trimEnd();
  const lead = from > 0 ? '…' : '';
  const tail = source.length > from + 2 * AROUND ? '…' : '';
  const gutter = ' '.repeat(String(line).length);
  return [
    `  ${line} | ${lead}${before}${after}${tail}`,
    `  ${gutter} | ${' '.repeat(lead.length + textWidth(before))}^`,
  ];
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}
