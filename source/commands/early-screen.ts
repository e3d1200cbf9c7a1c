import {openTerminalEarly} from '../terminal/early-terminal.js';
import {COMMANDS} from './command-registry.js';
import {recallScreen, screenKey} from './first-screens.js';

/**
Show at once what the program showed when it was opened in this very way last, if it was.

@param words - what stands after the name of the program.
*/
export function showRemembered(words: readonly string[]): void {
  const {stdin, stdout, stderr, env} = process;
  const isPlain = !words.some((word) => word.startsWith('-'));
  const isVerb = COMMANDS.some(({name}) => name === words[0]);
  if (!isPlain || isVerb || !stdin.isTTY || !stdout.isTTY) return;
  const {columns, rows} = stdout;
  const key = screenKey(words, {columns, rows}, env);
  const picture = key === undefined ? undefined : recallScreen(key, env);
  if (picture !== undefined) openTerminalEarly({stdin, stdout, stderr, env}, picture);
}
