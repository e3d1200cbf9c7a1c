import {endOfString} from './json-text.js';

/**
@param path - the keys that lead to a list, from the top; none for the top itself.
@returns the lines, from 1, on which the objects of the list begin, in order; none where there is no such list.
*/
export function linesOfItems(text: string, path: readonly string[]): readonly number[] {
  const open: (string | number)[] = [];
  const lines: number[] = [];
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\n') line += 1;
    else if (character === '"') {
      const end = endOfString(text, at);
      if (typeof open.at(-1) === 'string' && /^\s*:/.test(text.slice(end + 1, end + 20)))
        open[open.length - 1] = text.slice(at + 1, end);
      // A string that is not closed ends with its line.
      at = text[end] === '\n' ? end - 1 : end;
    } else if (character === '{' || character === '[') {
      const isItem =
        character === '{' &&
        open.length === path.length + 1 &&
        typeof open.at(-1) === 'number' &&
        path.every((key, depth) => open[depth] === key);
      if (isItem) lines.push(line);
      open.push(character === '{' ? '' : 0);
    } else if (character === '}' || character === ']') open.pop();
    else if (character === ',' && typeof open.at(-1) === 'number')
      open[open.length - 1] = Number(open.at(-1)) + 1;
  }
  return lines;
}
