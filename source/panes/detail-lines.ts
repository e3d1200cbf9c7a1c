import {fitLine, lineWidth} from '../core/draw/fit-text.js';
import {glyphSet} from '../core/draw/glyphs.js';
import {highlightLine} from '../core/draw/highlight-line.js';
import type {Line, Span} from '../core/draw/line.js';
import type {PaneContent} from '../core/state/pane-content.js';
import type {State} from '../core/state/state.js';
import {fill} from './sequence-lines.js';

/** Columns at the left of a pane's text: the sign of selection and a space. */
export const GUTTER_COLUMNS = 2;

/**
The visible part of a pane, with the sign of selection, and a sign wherever there is more above or below.

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
  const isFocused = state.stop.focus === 'detail';
  const item = isFocused ? content.items[frame.selected] : undefined;
  const {ellipsis} = glyphSet(state.charset);
  const scroll = Math.min(frame.scroll, Math.max(0, content.lines.length - height));
  const above = scroll;
  const below = content.lines.length - scroll - height;
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
  const filled = [...fill(lines, width, height)];
  if (above > 0) filled[0] = withMore(filled[0] ?? [], `${above} above`, width, state);
  if (below > 0) {
    filled[height - 1] = withMore(filled[height - 1] ?? [], `${below} below`, width, state);
  }
  return filled;
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

/** The last columns of a line say how many lines are hidden beyond it. */
function withMore(line: Line, words: string, width: number, state: State): Line {
  const arrow = words.endsWith('above')
    ? state.charset === 'ascii'
      ? '^'
      : '▲'
    : state.charset === 'ascii'
      ? 'v'
      : '▼';
  const sign: Span = {text: ` ${arrow} ${words}`, role: 'muted'};
  const room = width - lineWidth([sign]);
  return [...fitLine(line, Math.max(0, room), ''), sign];
}
