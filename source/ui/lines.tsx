import {Box, Text} from 'ink';
import {memo, type ReactNode} from 'react';
import type {Line, Span} from '../core/draw/line.js';
import type {Style} from '../core/draw/style.js';
import type {Theme} from '../themes/theme.js';

type LineProps = {readonly line: Line; readonly theme: Theme};

/** One line of the screen. It is drawn again only when what it says has changed. */
const LineText = memo(
  ({line, theme}: LineProps): ReactNode => (
    <Text wrap="truncate">
      {line.map((span, index) => (
        <SpanText key={index} span={span} style={theme.styles[span.role]} />
      ))}
    </Text>
  ),
  (before, after) => before.theme === after.theme && isSameLine(before.line, after.line),
);

function SpanText({span, style}: {readonly span: Span; readonly style: Style}): ReactNode {
  const {color, background, bold, dim, italic, underline, inverse} = style;
  return (
    <Text
      {...(color === undefined ? {} : {color})}
      {...(background === undefined ? {} : {backgroundColor: background})}
      bold={bold === true}
      dimColor={dim === true}
      italic={italic === true}
      underline={underline === true}
      inverse={inverse === true}
    >
      {span.text}
    </Text>
  );
}

function isSameLine(a: Line, b: Line): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((span, index) => span.text === b[index]?.text && span.role === b[index].role))
  );
}

type LinesProps = {
  readonly lines: readonly Line[];
  readonly columns: number;
  readonly theme: Theme;
};

/** A block of lines of a fixed width. */
export function Lines({lines, columns, theme}: LinesProps): ReactNode {
  if (lines.length === 0 || columns === 0) return null;
  return (
    <Box flexDirection="column" width={columns} height={lines.length} flexShrink={0}>
      {lines.map((line, index) => (
        <LineText key={index} line={line} theme={theme} />
      ))}
    </Box>
  );
}
