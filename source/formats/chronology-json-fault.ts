import type {Position} from './chronology-parse.js';

export type JsonFault = Position & {readonly message: string; readonly fix: string};

/**
Find where a text stops being JSON. `JSON.parse` does not always say.

@param text - the whole file.
@returns the first fault; undefined when the text is JSON.
Source: RFC 8259.
*/
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ('[' | '{')[] = [];
  let wanted: Wanted = 'value';
  let at = skipSpace(text, 0);
  for (;;) {
    const character = text[at];
    const inside = open.at(-1);
    if (wanted === 'end' && inside === undefined) {
      return character === undefined
        ? undefined
        : fault(text, at, 'something follows the end', 'remove it');
    }
    if (character === undefined) {
      const closing = inside === '{' ? '}' : ']';
      return inside === undefined
        ? fault(text, at, 'nothing is in it', 'write a chronology')
        : fault(
            text,
            at,
            `the end comes before the closing \`${closing}\``,
            'is the file cut off?',
          );
    }
    const step: Step = readStep(text, at, wanted, inside);
    if ('message' in step) {
      return fault(text, step.at, step.message, step.fix);
    }
    if (step.opens !== undefined) {
      open.push(step.opens);
    } else if (step.closes) {
      open.pop();
    }
    wanted = step.wanted;
    at = skipSpace(text, step.next);
  }
}

/** `first` is a value or key just after an opening bracket, where the closing one may stand as well. */
type Wanted = 'value' | 'first' | 'key' | 'colon' | 'end';

type Step =
  | {
      readonly next: number;
      readonly wanted: Wanted;
      readonly opens?: '[' | '{';
      readonly closes?: boolean;
    }
  | {readonly at: number; readonly message: string; readonly fix: string};

function readStep(text: string, at: number, wanted: Wanted, inside: '[' | '{' | undefined): Step {
  const character = text[at] ?? '';
  const closing = inside === '{' ? '}' : ']';
  if (character === closing && (wanted === 'end' || wanted === 'first')) {
    return {next: at + 1, wanted: 'end', closes: true};
  }
  if (wanted === 'end') {
    return character === ','
      ? {next: at + 1, wanted: inside === '{' ? 'key' : 'value'}
      : {at, message: `a comma or \`${closing}\` is missing here`, fix: 'add it'};
  }
  if (wanted === 'colon') {
    return character === ':'
      ? {next: at + 1, wanted: 'value'}
      : {at, message: 'a colon is missing after the key', fix: 'add it'};
  }
  if (character === closing && inside !== undefined) {
    return {at, message: `a comma stands before the closing \`${closing}\``, fix: 'remove it'};
  }
  const isKey = wanted === 'key' || (wanted === 'first' && inside === '{');
  if (character === '"') {
    return readString(text, at, isKey ? 'colon' : 'end');
  }
  if (isKey) {
    return {at, message: 'a key does not begin with a double quote', fix: 'write "key": value'};
  }
  if (character === '[' || character === '{') {
    return {next: at + 1, wanted: 'first', opens: character};
  }
  const word = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w.+-])/uy;
  word.lastIndex = at;
  return word.test(text)
    ? {next: word.lastIndex, wanted: 'end'}
    : {
        at,
        message: 'this is no JSON value',
        fix: 'put text in double quotes; a comment cannot stand here',
      };
}

function readString(text: string, start: number, wanted: Wanted): Step {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      return {next: at + 1, wanted};
    }
    if (code < 0x20) {
      const message =
        code === 0x0a ? 'a text goes over the end of the line' : 'a text holds a control code';
      return {at, message, fix: 'is a quote missing? write a line break as \\n'};
    }
    if (code === 0x5c) {
      const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/uy;
      escape.lastIndex = at;
      if (!escape.test(text)) {
        return {at, message: 'a backslash begins no escape', fix: 'double the backslash'};
      }
      at = escape.lastIndex - 1;
    }
  }
  return {at: start, message: 'a text is never closed', fix: 'add the missing double quote'};
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) {
    at++;
  }
  return at;
}

function fault(text: string, at: number, message: string, fix: string): JsonFault {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', end + 1)) {
    line++;
    lineStart = end + 1;
  }
  return {line, column: at - lineStart + 1, message, fix};
}
