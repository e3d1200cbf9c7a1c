import type {Env, State} from '../core/state/state.js';
import {dispatchKey} from '../keys/dispatch-key.js';
import {announceStart, announceStep} from '../panes/announce.js';
import {openLineTerminal} from '../terminal/line-terminal.js';
import {performEffect, type World} from './perform-effect.js';
import {createProgram, type Program} from './program.js';
import type {RunOptions} from './run-options.js';
import {startClocks} from './start-clocks.js';

/**
Run the program for a screen reader: the same keys and panes, and after each step one announcement
below the last; nothing on the screen is ever changed.

@returns the exit status.
*/
export async function runLinear(
  options: RunOptions,
  first: State,
  env: Env,
  world: (on: Pick<World, 'terminal'>) => World,
  keep: (program: Program) => void,
): Promise<number> {
  const terminal = openLineTerminal(options.terminal);
  const live = world({terminal});
  const program = createProgram(first, env, (effect, on) => {
    performEffect(effect, on, live);
  });
  let before = first;
  program.subscribe(() => {
    const state = program.state();
    terminal.say(announceStep(before, state, program.env()));
    before = state;
  });
  terminal.onKey((key) => {
    program.dispatch(dispatchKey(program.state(), key));
  });
  terminal.onPaste((text) => {
    if (program.state().overlay?.kind === 'prompt')
      program.dispatch([{type: 'prompt.insert', text}]);
  });
  terminal.onEnd(() => {
    keep(program);
  });
  terminal.say(announceStart(first, env));
  const stop = startClocks(options, program, live.makeEnv, () => {
    terminal.say(['Closed after a long time without a key.']);
    terminal.close(0);
  });
  const status = await terminal.waitUntilClosed();
  stop();
  return status;
}
