import {Composer, Lexer, Parser, type Document, type LineCounter} from 'yaml';
import {DEEPEST, MOST_KEYS} from './chronology-parse.js';

/** Each lexeme costs up to 1 kB until the document is read: this is about 1 GB, 5 MB of usual YAML. */
const MOST_LEXEMES = 2_500_000;

/** With more, it is another kind of file; each error of the library costs 20 µs and 2 kB besides. */
const MOST_FAULTS = 1000;

/** A fault of the syntax; `code` is the library's. */
type YamlFault = {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
};

export type ComposedYaml = {
  /** The first document, as far as it could be read. */
  readonly document: Document.Parsed | undefined;
  /** Where a second one begins. */
  readonly secondAt: number | undefined;
  readonly directives: readonly {readonly offset: number; readonly source: string}[];
  readonly faults: readonly YamlFault[];
  /** Why and where the reading was given up, when it was. */
  readonly stopped: {readonly offset: number; readonly message: string} | undefined;
};

/**
Parse YAML 1.2 within bounds: depth, keys of a mapping, size and faults are counted while the parser,
which keeps its own stack, goes from lexeme to lexeme; the composer, which recurses, sees only what
has passed.

@param text - the whole file.
@param lines - filled with the start of each line.
@param mostLexemes - the smallest pieces the text may have: words, brackets, spaces, breaks.
@returns the first document and what is wrong with the text; never throws.
*/
export function composeYaml(
  text: string,
  lines: LineCounter,
  mostLexemes = MOST_LEXEMES,
): ComposedYaml {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    // The library compares every two keys of a mapping; the reader does it once for each.
    uniqueKeys: false,
  });
  const documents: Document.Parsed[] = [];
  const directives: {offset: number; source: string}[] = [];
  const faults: YamlFault[] = [];
  /** Where a quote opened that is still open at an offset, which is all that the library tells. */
  const unclosed = new Map<number, number>();
  const addFault = (offset: number, code: string, message: string): void => {
    if (faults.length >= MOST_FAULTS) {
      throw new RangeError(`it has more than ${MOST_FAULTS} faults`);
    }
    faults.push({offset, code, message});
  };
  // Private to the library, but the only place where faults can be counted while they are found.
  Reflect.set(composer, 'onError', (source: FaultSource, code: string, message: string) => {
    const offset = offsetOf(source);
    const opening = code === 'MISSING_CHAR' ? unclosed.get(offset) : undefined;
    if (opening === undefined) {
      addFault(offset, code, message);
      return;
    }
    // What else is missing at the same place is told of by itself.
    unclosed.delete(offset);
    addFault(opening, 'UNCLOSED_QUOTE', 'a quote opens here and never closes');
  });
  const compose = (token: Parameters<Composer['next']>[0]): void => {
    if (token.type === 'error') {
      addFault(token.offset, 'UNEXPECTED_TOKEN', token.message);
      return;
    }
    if (token.type === 'directive') {
      directives.push({offset: token.offset, source: token.source});
    }
    documents.push(...composer.next(token));
  };
  let stopped: ComposedYaml['stopped'];
  try {
    let lexemes = 0;
    for (const lexeme of new Lexer().lex(text)) {
      if (isOpenQuote(lexeme)) {
        unclosed.set(parser.offset + lexeme.length, parser.offset);
      }
      for (const token of parser.next(lexeme)) {
        compose(token);
      }
      checkBounds(parser.stack);
      if (++lexemes > mostLexemes) {
        throw new RangeError('it is too large for YAML: write it as JSON, or split it');
      }
      if (documents.length > 1) {
        break;
      }
    }
    for (const token of parser.end()) {
      compose(token);
    }
    documents.push(...composer.end(true, text.length));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    stopped = {offset: parser.offset, message};
  }
  const [document, second] = documents;
  return {document, secondAt: second?.range[0], directives, faults, stopped};
}

function isOpenQuote(lexeme: string): boolean {
  const quote = lexeme[0];
  return (quote === '"' || quote === "'") && (lexeme.length === 1 || !lexeme.endsWith(quote));
}

type FaultSource = number | readonly number[] | {readonly offset: number};

function offsetOf(source: FaultSource): number {
  if (typeof source === 'number') {
    return source;
  }
  return 'offset' in source ? source.offset : (source[0] ?? 0);
}

type Stack = Parser['stack'];

/** @throws RangeError that says which bound was passed. */
function checkBounds(stack: Stack): void {
  // Each level takes one place on the stack, the document two.
  if (stack.length > DEEPEST + 2) {
    throw new RangeError(`it nests more than ${DEEPEST} levels deep`);
  }
  const top = stack.at(-1);
  if (isTooWide(top)) {
    throw new RangeError(`it has a mapping of more than ${MOST_KEYS} keys`);
  }
  if (top !== undefined && 'end' in top && (top.end?.length ?? 0) > MOST_FAULTS) {
    throw new RangeError('too much follows where something ended');
  }
}

function isTooWide(token: Stack[number] | undefined): boolean {
  const isMapping =
    token?.type === 'block-map' ||
    (token?.type === 'flow-collection' && token.start.source === '{');
  // The last item may still be the empty one that the next key will fill.
  return isMapping && token.items.length > MOST_KEYS + 1;
}
