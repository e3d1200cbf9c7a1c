import {isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode} from 'yaml';
import type {Problem} from '../core/events/chronology.js';
import {makeInert} from '../core/events/inert-text.js';
import {formatPath, type Path} from '../core/events/path-problem.js';
import {MOST_PROBLEMS, type ParsedFile, type Position} from './chronology-parse.js';
import {composeYaml} from './chronology-yaml-compose.js';

/** Larger YAML is refused: the parser takes some 100 times the size in memory, and 1 s for 1 MB. */
const LARGEST_YAML = 16_000_000;

/** Values that aliases may add to those written out; a bomb adds billions. */
const MOST_ALIASED = 100_000;

/**
Parse YAML 1.2 (and so JSON) with the position of everything in it.

No tag is executed, no merge key followed, no prototype reached. Size and depth are bounded before
the recursive part of the parser sees the text, aliases before they are expanded. Whole numbers
that would not be written the way they are read (`0044`, `010`, `+5`) stay text.

@param text - the whole file, decoded.
@returns the value of its one document, with every problem of its syntax.
*/
export function parseYamlSyntax(text: string): ParsedFile {
  if (text.length > LARGEST_YAML) {
    return unreadable({
      severity: 'error',
      message: `it is larger than ${LARGEST_YAML / 1_000_000} MB as YAML`,
      fix: 'split it, or write it as JSON',
    });
  }
  const lines = new LineCounter();
  const {document, secondAt, directives, faults, stopped} = composeYaml(text, lines);
  const position = (offset: number): Position => {
    const {line, col} = lines.linePos(Math.max(0, Math.min(offset, text.length)));
    return {line: Math.max(1, line), column: Math.max(1, col)};
  };
  const problems: Problem[] = [];
  const add = (offset: number, message: string, fix: string, path?: Path): void => {
    if (problems.length < MOST_PROBLEMS) {
      const field = path === undefined ? '' : formatPath(path);
      problems.push({
        severity: 'error',
        ...position(offset),
        ...(field === '' ? {} : {field}),
        message,
        fix,
      });
    }
  };
  for (const {offset, source} of directives) {
    if (/^%YAML\s+(?!1\.2\s*$)/u.test(source)) {
      add(offset, `\`${cut(source)}\` asks for another YAML`, 'remove the line: this is YAML 1.2');
    }
  }
  if (secondAt !== undefined) {
    add(secondAt, 'a second document begins here', 'keep one chronology in a file');
  }
  for (const {offset, code, message} of faults) {
    add(offset, inWords(message), FIXES[code] ?? 'check the YAML before this');
  }
  if (stopped !== undefined) {
    add(stopped.offset, stopped.message, 'is it a chronology? `ticktock schema` describes one');
  }
  const contents = document?.contents ?? null;
  const targets = new Map<Node, Node>();
  let brokenAt: number | undefined;
  const value =
    problems.length > 0
      ? undefined
      : toPlain(contents, targets, add, (node) => {
          brokenAt ??= startOf(node);
        });
  return {
    value,
    problems,
    brokenAt: brokenAt === undefined ? undefined : position(brokenAt),
    locate(path, at, offset) {
      const found = findNode(contents, path, at, targets);
      return found === undefined ? undefined : position(startOf(found, offset));
    },
    sourceOfNumber(path) {
      const found = findNode(contents, path, 'value', targets);
      return isScalar(found) && typeof found.value === 'number' ? found.source : undefined;
    },
  };
}

function unreadable(problem: Problem): ParsedFile {
  return {
    value: undefined,
    problems: [problem],
    locate: () => undefined,
    sourceOfNumber: () => undefined,
  };
}

type Add = (offset: number, message: string, fix: string, path?: Path) => void;

/** @returns plain data: arrays, and objects whose keys are own properties whatever their name. */
function toPlain(
  root: ParsedNode | null,
  targets: Map<Node, Node>,
  add: Add,
  onBroken: (node: Node) => void,
): unknown {
  const anchors = new Map<string, {node: Node; value: unknown; size: number} | 'open'>();
  let size = 0;
  let aliased = 0;
  const convert = (node: Node | null, path: Path): unknown => {
    size++;
    if (node === null) {
      return null;
    }
    if (isAlias(node)) {
      const anchor = anchors.get(node.source);
      if (anchor === undefined || anchor === 'open') {
        const message = `the alias \`*${cut(node.source)}\` has no anchor before it`;
        add(startOf(node), message, `add \`&${cut(node.source)}\` where it should point`, path);
        return null;
      }
      targets.set(node, anchor.node);
      aliased += anchor.size;
      size += anchor.size;
      if (aliased > MOST_ALIASED) {
        if (aliased - anchor.size <= MOST_ALIASED) {
          add(startOf(node), 'aliases repeat too much here', 'write the values out', path);
        }
        return null;
      }
      return anchor.value;
    }
    const sizeBefore = size;
    const {anchor} = node as {anchor?: string};
    if (anchor !== undefined) {
      anchors.set(anchor, 'open');
    }
    const value = convertContent(node, path);
    if (anchor !== undefined) {
      anchors.set(anchor, {node, value, size: size - sizeBefore + 1});
    }
    return value;
  };
  const convertContent = (node: Node, path: Path): unknown => {
    if (isSeq<Node | null>(node)) {
      return node.items.map((item, index) => convert(item, [...path, index]));
    }
    if (!isMap<Node | null, Node | null>(node)) {
      if (!isScalar(node)) {
        return null;
      }
      if (typeof node.value === 'string' && withoutLastBreaks(node.value).includes('\n')) {
        onBroken(node);
      }
      return scalarValue(node.value, node.source);
    }
    const entries = new Map<string, unknown>();
    for (const pair of node.items) {
      const key = keyText(pair.key);
      if (key === undefined) {
        add(startOf(pair.key ?? node), 'a key is not text', 'write `key: value`', path);
      } else if (entries.has(key)) {
        const message = `\`${cut(key)}\` stands here twice`;
        add(startOf(pair.key ?? node), message, 'keep one of them', [...path, key]);
      } else {
        entries.set(key, convert(pair.value, [...path, key]));
      }
    }
    return Object.fromEntries(entries);
  };
  return convert(root, []);
}

function scalarValue(value: unknown, source: string | undefined): unknown {
  if (typeof value === 'string') {
    return makeInert(withoutLastBreaks(value));
  }
  if (typeof value === 'number') {
    const isWhole = source !== undefined && /^[-+]?[0-9a-fox]+$/iu.test(source);
    return isWhole && source !== String(value) && !/^[-+]?\d+e/iu.test(source) ? source : value;
  }
  return typeof value === 'boolean' ? value : null;
}

/** The break that ends a block is not part of its text. */
function withoutLastBreaks(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') {
    end--;
  }
  return text.slice(0, end);
}

function keyText(key: Node | null): string | undefined {
  if (!isScalar(key)) {
    return undefined;
  }
  return typeof key.value === 'string' ? makeInert(key.value) : makeInert(key.source ?? '');
}

/** @returns the node at the end of a path, or the last one met on the way to it. */
function findNode(
  root: Node | null,
  path: Path,
  at: 'key' | 'value',
  targets: ReadonlyMap<Node, Node>,
): Node | undefined {
  let node = root ?? undefined;
  for (const [depth, step] of path.entries()) {
    const target = node === undefined ? undefined : (targets.get(node) ?? node);
    let next: Node | null | undefined;
    if (isMap<Node | null, Node | null>(target)) {
      const pair = target.items.find((item) => keyText(item.key) === String(step));
      const isKey = at === 'key' && depth === path.length - 1;
      next = isKey || isEmpty(pair?.value) ? pair?.key : pair?.value;
    } else if (isSeq<Node | null>(target) && typeof step === 'number') {
      next = target.items[step];
    }
    if (next === undefined || next === null) {
      return node;
    }
    node = next;
  }
  return node;
}

function isEmpty(node: Node | null | undefined): boolean {
  return (
    node === null ||
    node === undefined ||
    (isScalar(node) && node.type === 'PLAIN' && node.source === '')
  );
}

/** @returns where a node begins; with an offset, that far into its text, past an opening quote. */
function startOf(node: Node, offset?: number): number {
  const start = node.range?.[0] ?? 0;
  const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
  return offset === undefined ? start : start + offset + (isQuoted ? 1 : 0);
}

function inWords(message: string): string {
  return cut(message.slice(0, 1).toLowerCase() + message.slice(1, 100));
}

/** @returns foreign text short enough for a message. */
function cut(text: string): string {
  const inert = makeInert(text.slice(0, 81));
  return inert.length > 80 ? `${inert.slice(0, 79)}…` : inert;
}

const FIXES: Readonly<Record<string, string | undefined>> = {
  BAD_ALIAS: 'put the text in quotes if it is not an alias',
  BAD_DIRECTIVE: 'remove the line',
  BAD_DQ_ESCAPE: 'double the backslash, or use single quotes',
  BAD_INDENT: 'line the keys up with spaces',
  BAD_SCALAR_START: 'put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put the text in quotes, or check the indentation',
  BLOCK_IN_FLOW: 'look for a missing comma, quote or bracket just before',
  KEY_OVER_1024_CHARS: 'look for a missing quote or colon',
  MISSING_CHAR: 'add it, or put the text in quotes',
  MULTILINE_IMPLICIT_KEY: 'look for a missing quote or colon',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: 'remove the tag: only plain YAML is read',
  UNCLOSED_QUOTE: 'add the closing quote',
  UNEXPECTED_TOKEN: 'put the text in quotes, or check the line before',
};
