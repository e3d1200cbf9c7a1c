import {fitLine} from '../core/draw/fit-text.js';
import {glyphSet} from '../core/draw/glyphs.js';
import {highlightLine} from '../core/draw/highlight-line.js';
import type {Line, Span} from '../core/draw/line.js';
import type {PaneContent} from '../core/state/pane-content.js';
import type {State} from '../core/state/state.js';
import {screenSigns} from './screen-signs.js';
import {fill} from './sequence-lines.js';

/** Columns at the left of a pane's text: the sign of selection and a space. */
export const GUTTER_COLUMNS = 2;

/**
The visible part of a pane, with the sign of selection; the heading says what is hidden.

@returns exactly `height` lines of exactly `width` columns.
*/
export function detailLines(
  state: State,
  content: PaneContent,
  width: number,
  height: number,
  words: readonly string[],
): readonly Line[] {
  const {frame} = state.stop;
  const item = state.stop.focus === 'detail' ? content.items[frame.selected] : undefined;
  const {ellipsis} = glyphSet(state.charset);
  const scroll = scrollOf(state, content, height, words);
  const lines = content.lines.slice(scroll, scroll + height).map((line, index): Line => {
    const at = scroll + index;
    const isFirst = at === item?.firstLine;
    const isGutter = isFirst && item?.column === undefined;
    const gutter: Span = {text: isGutter ? '> ' : '  ', role: 'selected'};
    const isInside = item !== undefined && at >= item.firstLine && at < item.endLine;
    const column = isFirst ? item.column : undefined;
    const body = column === undefined ? line : withSign(line, column);
    const styled =
      isInside && item.column === undefined && item.target !== undefined ? bolder(body) : body;
    return fitLine([gutter, ...highlightLine(styled, words)], width, ellipsis);
  });
  return fill(lines, width, height);
}

/** @returns how many lines of a pane are hidden above and below, for its heading; empty for none. */
export function moreWords(
  state: State,
  content: PaneContent,
  height: number,
  words: readonly string[],
): string {
  const above = scrollOf(state, content, height, words);
  const below = Math.max(0, content.lines.length - above - height);
  const {up, down} = screenSigns(state.charset);
  return [above > 0 ? `${up}${above}` : '', below > 0 ? `${down}${below}` : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** The first visible line; beside a search, one from which a match can be seen. */
function scrollOf(
  state: State,
  content: PaneContent,
  height: number,
  words: readonly string[],
): number {
  const {scroll} = state.stop.frame;
  const isBeside = state.stop.focus === 'sequence' && scroll === 0;
  const wanted = isBeside ? matchScroll(content, words, height) : scroll;
  return Math.max(0, Math.min(wanted, content.lines.length - height));
}

/** Beside a search the pane shows its first match, with a line above it for what it belongs to. */
function matchScroll(content: PaneContent, words: readonly string[], height: number): number {
  if (words.length === 0) return 0;
  const first = content.lines.findIndex((line) =>
    highlightLine(line, words).some((span) => span.role === 'match'),
  );
  return first < height - 1 ? 0 : first - 1;
}

/** Only what leads somewhere is set off: the link in it. */
function bolder(line: Line): Line {
  return line.map((span) => (span.role === 'text' ? {...span, role: 'selected' as const} : span));
}

/** Put the sign of selection at a column of a line. */
function withSign(line: Line, column: number): Line {
  let left = column;
  return line.flatMap((span): Line => {
    const width = span.text.length;
    const at = left;
    left -= width;
    if (at < 0 || at >= width) return [span];
    return [
      {text: span.text.slice(0, at), role: span.role},
      {text: '>', role: 'selected'},
      {text: span.text.slice(at + 1), role: span.role},
    ];
  });
}
