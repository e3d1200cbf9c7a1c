import type {Theme} from '../themes/theme.js';
import type {Terminal} from '../terminal/terminal.js';
import type {Program} from './program.js';
import {ProgramView} from './program-view.js';

/** Hand the screen over to Ink; React is loaded here and no sooner, after the first frame is drawn. */
export async function mountProgram(
  terminal: Terminal,
  program: Program,
  theme: Theme,
): Promise<void> {
  await terminal.mount(<ProgramView program={program} theme={theme} />);
}
