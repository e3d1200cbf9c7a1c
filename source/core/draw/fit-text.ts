import type {Line, Role, Span} from './line.js';
import {splitClusters} from './split-clusters.js';
import {textWidth} from './text-width.js';

/** What marks a cut; a reader sees it by entering the thing that was cut. */
export type Ellipsis = '…' | '..' | '';

/**
@param widthColumns - 0 or more.
@param ellipsis - put at the end when something was cut; `..` in ASCII, where `~` says that a date is approximate.
@returns the text cut to at most that many columns, never through a wide or joined character.
*/
export function cutText(text: string, widthColumns: number, ellipsis: Ellipsis = '…'): string {
  if (widthColumns <= 0) return '';
  // One column a UTF-16 unit is the most a text can be short of; longer texts are cut before measuring.
  const bounded = text.length > widthColumns * 16 ? text.slice(0, widthColumns * 16) : text;
  if (bounded.length === text.length && textWidth(text) <= widthColumns) return text;
  const sign = ellipsis.slice(0, widthColumns);
  const room = widthColumns - textWidth(sign);
  let width = 0;
  let kept = '';
  for (const cluster of splitClusters(bounded)) {
    const next = width + textWidth(cluster);
    if (next > room) break;
    width = next;
    kept += cluster;
  }
  return kept + sign;
}

/** @returns the end of a text, as much as fits that many columns, never from within a wide or joined character. */
export function cutStart(text: string, widthColumns: number): string {
  if (textWidth(text) <= widthColumns) return text;
  let width = 0;
  let kept = '';
  for (const cluster of splitClusters(text).toReversed()) {
    width += textWidth(cluster);
    if (width > widthColumns) break;
    kept = cluster + kept;
  }
  return kept;
}

/** @returns the text cut or filled with spaces at the right to exactly that many columns. */
export function padText(text: string, widthColumns: number, ellipsis: Ellipsis = '…'): string {
  const cut = cutText(text, widthColumns, ellipsis);
  return cut + ' '.repeat(Math.max(0, widthColumns - textWidth(cut)));
}

/** @returns the width of a line in columns. */
export function lineWidth(line: Line): number {
  let width = 0;
  for (const span of line) width += textWidth(span.text);
  return width;
}

/**
@param fill - role of the spaces that fill the line up.
@returns the line cut or filled to exactly that many columns.
*/
export function fitLine(
  line: Line,
  widthColumns: number,
  ellipsis: Ellipsis = '…',
  fill: Role = 'text',
): Line {
  const total = lineWidth(line);
  if (total === widthColumns) return line;
  if (total < widthColumns) {
    return [...line, {text: ' '.repeat(widthColumns - total), role: fill}];
  }
  const out: Span[] = [];
  let left = widthColumns;
  for (const span of line) {
    const width = textWidth(span.text);
    // The ellipsis belongs to the span in which the cut falls, also when it ends at the very edge.
    if (width < left) {
      out.push(span);
      left -= width;
      continue;
    }
    const text = padText(`${span.text} `, left, ellipsis);
    out.push({text, role: span.role});
    break;
  }
  return out;
}
