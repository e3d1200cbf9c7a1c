import {Box, Text} from 'ink';
import {memo, type ReactNode} from 'react';
import type {Line} from '../core/draw/line.js';
import type {Style} from '../core/draw/style.js';
import type {Theme} from '../themes/theme.js';

type LineProps = {readonly line: Line; readonly theme: Theme};

/** One line of the screen. It is drawn again only when what it says has changed. */
const LineText = memo(
  ({line, theme}: LineProps): ReactNode => <Text wrap="truncate">{runsOf(line, theme)}</Text>,
  (before, after) => before.theme === after.theme && isSameLine(before.line, after.line),
);

/**
@returns the line as few children: spans of one style side by side are one run, and a run without a
style is the text itself, which costs a tenth of an element.
*/
function runsOf(line: Line, theme: Theme): readonly ReactNode[] {
  const runs: ReactNode[] = [];
  let text = '';
  let style: Style = {};
  const end = (): void => {
    if (text !== '') runs.push(isPlain(style) ? text : styled(text, style, runs.length));
    text = '';
  };
  for (const span of line) {
    const next = theme.styles[span.role];
    // Blanks look the same in every style that has no background and no line.
    const isBlank = !isVisibleOnBlanks(next) && span.text.trim() === '';
    if (next !== style && !(isBlank && !isVisibleOnBlanks(style))) {
      end();
      style = next;
    }
    text += span.text;
  }
  end();
  return runs;
}

function isPlain(style: Style): boolean {
  for (const _ in style) return false;
  return true;
}

function isVisibleOnBlanks({background, underline, inverse}: Style): boolean {
  return background !== undefined || underline === true || inverse === true;
}

function styled(text: string, style: Style, key: number): ReactNode {
  const {color, background, bold, dim, italic, underline, inverse} = style;
  return (
    <Text
      key={key}
      {...(color === undefined ? {} : {color})}
      {...(background === undefined ? {} : {backgroundColor: background})}
      bold={bold === true}
      dimColor={dim === true}
      italic={italic === true}
      underline={underline === true}
      inverse={inverse === true}
    >
      {text}
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
