import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {Line} from '../core/draw/line.js';
import type {ScreenLayout} from '../core/layout/screen-layout.js';
import type {Theme} from '../themes/theme.js';
import {Lines} from './lines.js';

/** The parts of a screen as lines, and how large each is. */
export type ScreenParts = {
  readonly layout: ScreenLayout;
  readonly title: readonly Line[];
  readonly timeline: readonly Line[];
  readonly heading: readonly Line[];
  readonly sequence: readonly Line[];
  readonly divider: readonly Line[];
  readonly detail: readonly Line[];
  readonly status: readonly Line[];
};

/** The whole screen: title, timeline, headings, list and pane side by side, status. */
export function ScreenView({
  parts,
  theme,
}: {
  readonly parts: ScreenParts;
  readonly theme: Theme;
}): ReactNode {
  const {layout} = parts;
  const {columns} = layout.title;
  return (
    <Box flexDirection="column" width={columns}>
      <Lines lines={parts.title} columns={columns} theme={theme} />
      <Lines lines={parts.timeline} columns={columns} theme={theme} />
      <Lines lines={parts.heading} columns={columns} theme={theme} />
      <Box>
        <Lines lines={parts.sequence} columns={layout.sequence.columns} theme={theme} />
        <Lines lines={parts.divider} columns={1} theme={theme} />
        <Lines lines={parts.detail} columns={layout.detail.columns} theme={theme} />
      </Box>
      <Lines lines={parts.status} columns={columns} theme={theme} />
    </Box>
  );
}
