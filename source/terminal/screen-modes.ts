import type {Capabilities} from './capabilities.js';

/** The sequences that take the terminal and give it back. */
export type ScreenModes = {readonly enter: string; readonly leave: string};

const SWITCH_TO_SECOND = '\u001b[?1049h';
const SWITCH_BACK = '\u001b[?1049l';
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const WRAP_OFF = '\u001b[?7l';
const WRAP_ON = '\u001b[?7h';
const PASTE_ON = '\u001b[?2004h';
const PASTE_OFF = '\u001b[?2004l';
const SYNCHRONIZED_OFF = '\u001b[?2026l';
const PLAIN = '\u001b[m';
const WHOLE_SCREEN = '\u001b[r';
const CLEAR = '\u001b[H\u001b[2J';

/**
@returns what to send on taking the terminal (afterwards its screen is empty, the look plain and the
cursor hidden in the corner) and on giving it back. No mode is set that isn't switched off again.
*/
export function screenModes(capabilities: Capabilities): ScreenModes {
  const {hasAlternateScreen, isSynchronized} = capabilities;
  const enter =
    (hasAlternateScreen ? SWITCH_TO_SECOND : '') +
    PLAIN +
    HIDE_CURSOR +
    WRAP_OFF +
    PASTE_ON +
    CLEAR;
  const leave =
    (isSynchronized ? SYNCHRONIZED_OFF : '') +
    PLAIN +
    PASTE_OFF +
    WRAP_ON +
    WHOLE_SCREEN +
    (hasAlternateScreen ? SWITCH_BACK : CLEAR) +
    SHOW_CURSOR;
  return {enter, leave};
}
