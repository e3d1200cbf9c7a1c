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
  const sought = isFocused || frame.scroll > 0 ? 0 : matchScroll(content, words, height);
  const scroll = Math.min(frame.scroll + sought, Math.max(0, content.lines.length - height));
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

/** Beside a search the pane shows its first match, with a line above it for what it belongs to. */
function matchScroll(content: PaneContent, words: readonly string[], height: number): number {
  if (words.length === 0) return 0;
  const first = content.lines.findIndex((line) =>
    highlightLine(line, words).some((span) => span.role === 'match'),
  );
  return first < height - 1 ? 0 : first - 1;
}

/** Blanks at the end are not worth an ellipsis. */
function trimEnd(line: Line): Line {
  const last = line.at(-1);
  if (last === undefined || last.text.trimEnd() === last.text) return line;
  const text = last.text.trimEnd();
  return text === '' ? trimEnd(line.slice(0, -1)) : [...line.slice(0, -1), {...last, text}];
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
  const shown = trimEnd(line);
  const {ellipsis} = glyphSet(state.charset);
  return [...fitLine(shown, Math.max(0, room), ellipsis), sign];
}
