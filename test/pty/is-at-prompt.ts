import type {Session} from './pty-session.js';

/** @returns whether a shell whose prompt is `$ ` has the terminal and waits for a command. */
export function isAtPrompt({emulator}: Session): boolean {
  const {active} = emulator.buffer;
  const line = active.getLine(active.baseY + active.cursorY);
  return active.type === 'normal' && line?.translateToString(true) === '$ ';
}
