import {findMatches} from '../query/fold-text.js';
import type {Line, Span} from './line.js';

/**
@param words - what is searched for, as typed.
@returns the line with every match in the role `match`, in whatever role it was before.
*/
export function highlightLine(line: Line, words: readonly string[]): Line {
  if (words.length === 0) return line;
  const text = line.map((span) => span.text).join('');
  const ranges = words.flatMap((word) => findMatches(text, word));
  if (ranges.length === 0) return line;
  const isMatch = (at: number): boolean => ranges.some(({start, end}) => at >= start && at < end);
  const out: Span[] = [];
  let offset = 0;
  for (const span of line) {
    let start = 0;
    for (let at = 1; at <= span.text.length; at++) {
      if (at < span.text.length && isMatch(offset + at) === isMatch(offset + start)) continue;
      const role = isMatch(offset + start) ? 'match' : span.role;
      out.push({text: span.text.slice(start, at), role});
      start = at;
    }
    offset += span.text.length;
  }
  return out;
}
