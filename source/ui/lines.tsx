import {Box, Text} from 'ink';
import {memo, type ReactNode} from 'react';
import type {Line} from '../core/draw/line.js';
import type {Theme} from '../themes/theme.js';

/**
Makes one text of lines and how they look, which only the terminal room can: a line each, the first
one filled up to the columns.
*/
export type StyleLines = (
  lines: readonly Line[],
  columns: number,
  styles: Theme['styles'],
) => string;

type BlockProps = {readonly text: string; readonly columns: number; readonly rows: number};

/**
One text for the whole block: React and Ink take about as long for a line as for twenty. It is drawn
again only when what it says has changed.
*/
const Block = memo(({text, columns, rows}: BlockProps): ReactNode => (
  <Box width={columns} height={rows} flexShrink={0}>
    <Text wrap="truncate">{text}</Text>
  </Box>
));

type LinesProps = {
  readonly lines: readonly Line[];
  readonly columns: number;
  readonly theme: Theme;
  readonly styleLines: StyleLines;
};

/** A block of lines of a fixed width. */
export function Lines({lines, columns, theme, styleLines}: LinesProps): ReactNode {
  if (lines.length === 0 || columns === 0) return null;
  return (
    <Block text={styleLines(lines, columns, theme.styles)} columns={columns} rows={lines.length} />
  );
}
