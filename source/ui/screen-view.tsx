import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {Line} from '../core/draw/line.js';
import type {ScreenLayout} from '../core/layout/screen-layout.js';
import type {Theme} from '../themes/theme.js';
import {Lines, type StyleLines} from './lines.js';

/** The parts of a screen as lines, and how large each is. */
export type ScreenParts = {
  readonly layout: ScreenLayout;
  readonly title: readonly Line[];
  readonly timeline: readonly Line[];
  readonly heading: readonly Line[];
  readonly sequence: readonly Line[];
  readonly divider: readonly Line[];
  readonly detail: readonly Line[];
  readonly menu: readonly Line[];
  readonly status: readonly Line[];
};

/** The whole screen: title, timeline, headings, list and pane side by side, status. */
export function ScreenView({
  parts,
  theme,
  styleLines,
}: {
  readonly parts: ScreenParts;
  readonly theme: Theme;
  readonly styleLines: StyleLines;
}): ReactNode {
  const {layout} = parts;
  const {columns} = layout.title;
  const look = {theme, styleLines};
  return (
    <Box flexDirection="column" width={columns}>
      <Lines lines={parts.title} columns={columns} {...look} />
      <Lines lines={parts.timeline} columns={columns} {...look} />
      <Lines lines={parts.heading} columns={columns} {...look} />
      <Box>
        <Lines lines={parts.sequence} columns={layout.sequence.columns} {...look} />
        <Lines lines={parts.divider} columns={1} {...look} />
        <Lines lines={parts.detail} columns={layout.detail.columns} {...look} />
      </Box>
      <Lines lines={parts.menu} columns={columns} {...look} />
      <Lines lines={parts.status} columns={columns} {...look} />
    </Box>
  );
}
