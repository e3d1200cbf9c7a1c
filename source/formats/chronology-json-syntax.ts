import {makeInertDeep} from '../core/events/inert-text.js';
import {DEEPEST, MOST_KEYS} from './chronology-parse.js';

/**
Parse JSON the fast way, when nothing at all is wrong with its syntax.

@param text - the whole file, decoded.
@returns its value, every string inert; undefined when it is not JSON, nests too deep, names a key
twice or has a mapping of too many keys (a slower parser says where).
*/
export function parseJsonSyntax(text: string): {readonly value: unknown} | undefined {
  if (!hasBoundedShape(text)) {
    return undefined;
  }
  try {
    return {value: makeInertDeep(JSON.parse(text))};
  } catch {
    return undefined;
  }
}

/** One pass over the text: brackets and keys only; that it is JSON is left to `JSON.parse`. */
function hasBoundedShape(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let position = 0;
  while (position < text.length) {
    switch (text.charCodeAt(position)) {
      case 0x22: {
        const end = endOfString(text, position);
        const keys = open.at(-1);
        if (keys !== undefined && isFollowedByColon(text, end)) {
          const key = unescaped(text.slice(position, end));
          if (keys.has(key) || keys.size >= MOST_KEYS) {
            return false;
          }
          keys.add(key);
        }
        position = end;
        break;
      }
      case 0x5b:
      case 0x7b: {
        open.push(text[position] === '{' ? new Set() : undefined);
        if (open.length > DEEPEST) {
          return false;
        }
        position++;
        break;
      }
      case 0x5d:
      case 0x7d: {
        open.pop();
        position++;
        break;
      }
      default: {
        position++;
      }
    }
  }
  return true;
}

/** @returns the offset after the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1) {
    let slash = quote - 1;
    while (text[slash] === '\\') {
      slash--;
    }
    if ((quote - slash) % 2 === 1) {
      return quote + 1;
    }
    quote = text.indexOf('"', quote + 1);
  }
  return text.length;
}

function isFollowedByColon(text: string, from: number): boolean {
  let position = from;
  while (' \t\r\n'.includes(text[position] ?? ':')) {
    position++;
  }
  return text[position] === ':';
}

function unescaped(literal: string): string {
  try {
    return literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1);
  } catch {
    return literal;
  }
}
