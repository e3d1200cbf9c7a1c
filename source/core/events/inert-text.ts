import {ACTING, EVERY_ACTING} from './acting-characters.js';

/** Most text by far, told at a tenth of the cost. */
const PLAIN = /^[ -~]*$/;

/**
Replace each character that a terminal could act on by one that only shows.

Line breaks and tabs become spaces, other codes below U+0020 and DEL their control pictures
(U+2400 and on), everything else dangerous U+FFFD. One for one: the number of code points stays.
Sequences are not stripped, because what is left of one can be another.

@param text - any text from outside: data, keys, file names, messages of parsers, the environment.
@returns the text, safe on one line of a terminal; the same string when nothing had to change.
*/
export function makeInert(text: string): string {
  return !PLAIN.test(text) && ACTING.test(text) ? text.replace(EVERY_ACTING, visibleForm) : text;
}

/**
@param value - as `JSON.stringify` takes it, and not undefined.
@returns its JSON on one line, with an escape in the place of each character that a terminal could act on,
so that reading it gives the very same texts.
*/
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(EVERY_ACTING, (character) =>
    Array.from(
      {length: character.length},
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

/**
Make every string in a JSON-like value inert, keys too.

@param value - what a parser returned, at most some hundred levels deep.
@returns the value itself when nothing had to change, otherwise a copy.
*/
export function makeInertDeep(value: unknown): unknown {
  if (typeof value === 'string') {
    return makeInert(value);
  }
  if (Array.isArray(value)) {
    const items = value.map(makeInertDeep);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    let isChanged = false;
    const inert = entries.map(([key, item]): [string, unknown] => {
      const inertKey = makeInert(key);
      const inertItem = makeInertDeep(item);
      isChanged ||= inertKey !== key || inertItem !== item;
      return [inertKey, inertItem];
    });
    return isChanged ? Object.fromEntries(inert) : value;
  }
  return value;
}

function visibleForm(character: string, offset: number, text: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09 || code === 0x0a || (code === 0x0d && text[offset + 1] === '\n')) {
    return ' ';
  }
  if (code < 0x20) {
    return String.fromCodePoint(0x2400 + code);
  }
  return code === 0x7f ? '\u2421' : '\ufffd';
}
