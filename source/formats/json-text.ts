/** Where a key stands twice in one object: the last value counts. */
type RepeatedKey = {
  /** Keys and positions that lead to the object. */
  readonly path: readonly (string | number)[];
  readonly key: string;
};

/** What is seen of a JSON text without parsing it. */
export type JsonOutline = {
  readonly isTooDeep: boolean;
  /** The first 1,000. */
  readonly repeated: readonly RepeatedKey[];
};

/** Deeper nesting than this is refused before anything is parsed. */
export const DEEPEST_JSON = 100;
const MOST_REPEATED = 1000;

/** @returns the value of a JSON text, or undefined when it is none; see `keepDigits` for its numbers. */
export function parseJson(text: string): {readonly value: unknown} | undefined {
  try {
    return {value: JSON.parse(keepDigits(text)) as unknown};
  } catch {
    return undefined;
  }
}

/**
@returns a JSON text with each number that JavaScript cannot hold as it is written, such as the id
  1050118621198921728, as a string of its digits.
Source: RFC 8259 §6: beyond 2^53 programs do not agree on numbers.
*/
function keepDigits(text: string): string {
  if (!/\d{16}/.test(text)) return text;
  const pieces: string[] = [];
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === MINUS || isDigit(code)) {
      let end = at + 1;
      while (isDigit(text.charCodeAt(end)) || '.eE+-'.includes(text[end] ?? ' ')) end += 1;
      const number = text.slice(at, end);
      if (number.length > 15 && isChanged(number)) {
        pieces.push(text.slice(done, at), `"${number}"`);
        done = end;
      }
      at = end - 1;
    }
  }
  return [...pieces, text.slice(done)].join('');
}

/** Only of a number that is well-formed; of any other JSON.parse says what is wrong. */
function isChanged(number: string): boolean {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(number)) return false;
  const plain = number.includes('.') ? number.replace(/\.?0+$/, '') : number;
  return String(Number(number)) !== plain;
}

/** Look over a JSON text once: how deep it nests, and which keys stand twice. */
export function outlineJson(text: string): JsonOutline {
  type Open = {keys: Set<string> | undefined; step: string | number};
  const open: Open[] = [];
  const repeated: RepeatedKey[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const inside = open.at(-1);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (inside?.keys !== undefined && isFollowedByColon(text, end + 1)) {
        const key = keyOf(text.slice(at, end + 1));
        if (inside.keys.has(key) && repeated.length < MOST_REPEATED)
          repeated.push({path: open.slice(0, -1).map(({step}) => step), key});
        inside.keys.add(key);
        inside.step = key;
      }
      at = end;
    } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      open.push(code === OPEN_OBJECT ? {keys: new Set(), step: ''} : {keys: undefined, step: 0});
      if (open.length > DEEPEST_JSON) return {isTooDeep: true, repeated};
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) open.pop();
    else if (code === COMMA && typeof inside?.step === 'number') inside.step += 1;
  }
  return {isTooDeep: false, repeated};
}

const [QUOTE, COMMA, MINUS] = [0x22, 0x2c, 0x2d];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function keyOf(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  const parsed = parseJson(literal)?.value;
  return typeof parsed === 'string' ? parsed : literal;
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? ':')) at += 1;
  return text[at] === ':';
}

/** @returns the position of the quote that ends a string, or the end of the line or text. */
export function endOfString(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === QUOTE || code === 0x0a) return at;
  }
  return text.length;
}
