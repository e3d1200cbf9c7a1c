import type {Line, Role, Span} from './line.js';
import {splitClusters} from './split-clusters.js';
import {textWidth} from './text-width.js';

/**
Wrap a text at spaces into lines of at most `widthColumns` columns; a longer word is broken.

@param widthColumns - 1 or more.
@returns at least one line; a blank text gives one empty line.
*/
export function wrapText(text: string, widthColumns: number): readonly string[] {
  const room = Math.max(1, widthColumns);
  const lines: string[] = [];
  let current = '';
  let width = 0;
  const put = (word: string, wordWidth: number): void => {
    current = current === '' ? word : `${current} ${word}`;
    width += (width === 0 ? 0 : 1) + wordWidth;
  };
  const end = (): void => {
    lines.push(current);
    current = '';
    width = 0;
  };
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const wordWidth = textWidth(word);
    if (width > 0 && width + 1 + wordWidth > room) end();
    if (wordWidth <= room) {
      put(word, wordWidth);
      continue;
    }
    for (const cluster of splitClusters(word)) {
      const clusterWidth = textWidth(cluster);
      if (width > 0 && width + clusterWidth > room) end();
      current += cluster;
      width += clusterWidth;
    }
  }
  if (current !== '' || lines.length === 0) lines.push(current);
  return lines;
}

/** A piece of running text in one role. */
type Piece = {readonly text: string; readonly role: Role};

/**
Wrap running text of several roles, as {@link wrapText} does, with a hanging indent.

@param indent - spaces before every line but the first.
@param firstColumns - room on the first line, where something stands beside it; up to `widthColumns`.
@returns lines of at most `widthColumns` columns, the first of at most `firstColumns`.
*/
export function wrapPieces(
  given: readonly Piece[],
  widthColumns: number,
  indent = 0,
  firstColumns = widthColumns,
): Line[] {
  // An empty piece would lend its role to the letter after it.
  const pieces = given.filter((piece) => piece.text !== '');
  const plain = pieces.map((piece) => piece.text).join('');
  const lines: Line[] = [];
  // Which role each UTF-16 unit has, as a walk over the pieces while the wrapped lines are re-read.
  let piece = 0;
  let used = 0;
  let offset = 0;
  const first = wrapText(plain, firstColumns);
  const wrapped =
    (indent === 0 && firstColumns === widthColumns) || first.length < 2
      ? first
      : [
          first[0] ?? '',
          ...wrapText(rest(plain, first[0] ?? ''), Math.max(1, widthColumns - indent)),
        ];
  for (const [index, text] of wrapped.entries()) {
    const spans: Span[] = [];
    if (index > 0 && indent > 0) spans.push({text: ' '.repeat(indent), role: 'text'});
    let run = '';
    let role: Role | undefined;
    for (const unit of text) {
      while (plain[offset] === ' ' && unit !== ' ') advance();
      const at = pieces[piece]?.role ?? 'text';
      if (role !== undefined && at !== role) {
        spans.push({text: run, role});
        run = '';
      }
      role = at;
      run += unit;
      for (let count = 0; count < unit.length; count++) advance();
      if (unit === ' ') while (plain[offset] === ' ') advance();
    }
    if (role !== undefined) spans.push({text: run, role});
    lines.push(spans);
  }
  return lines;

  function advance(): void {
    offset++;
    used++;
    while (piece < pieces.length && used >= (pieces[piece]?.text.length ?? 0)) {
      piece++;
      used = 0;
    }
  }
}

/** What is left of a text after its first wrapped line. */
function rest(plain: string, firstLine: string): string {
  let at = 0;
  for (const unit of firstLine) {
    if (unit !== ' ') while (plain[at] === ' ') at++;
    at += unit.length;
    if (unit === ' ') while (plain[at] === ' ') at++;
  }
  return plain.slice(at);
}
