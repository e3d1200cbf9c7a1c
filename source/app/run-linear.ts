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
  let said = first;
  let isStepping = false;
  const speak = (): number => {
    const state = program.state();
    const lines = announceStep(said, state, program.env());
    said = state;
    terminal.say(lines);
    return lines.length;
  };
  program.subscribe(() => {
    if (!isStepping) speak();
  });
  terminal.onKey((key) => {
    const actions = dispatchKey(program.state(), key);
    isStepping = true;
    program.dispatch(actions);
    // Lines between two items are spoken with the second: go on to it.
    for (let left = MOST_LINES; left > 0 && isScrolledOnly(said, program.state()); left--) {
      const {scroll} = program.state().stop.frame;
      program.dispatch(actions);
      if (program.state().stop.frame.scroll === scroll) break;
    }
    isStepping = false;
    const isSilent = actions.some(({type}) => SILENT.has(type));
    if (speak() === 0 && actions.length > 0 && !isSilent) terminal.say(['Nothing more there.']);
  });
  terminal.onPaste((text) => {
    if (program.state().overlay?.kind === 'prompt')
      program.dispatch([{type: 'prompt.insert', text}]);
  });
  terminal.onEnd(() => {
    keep(program);
  });
  const stop = startClocks(options, program, live.makeEnv, () => {
    terminal.say(['Closed after a long time without a key.']);
    terminal.close(0);
  });
  terminal.say(announceStart(first, env));
  const status = await terminal.waitUntilClosed();
  stop();
  return status;
}

/** Lines between two items of a pane that are gone over in one step. */
const MOST_LINES = 2000;

/** What is heard otherwise, or is no step. */
const SILENT: ReadonlySet<string> = new Set([
  'program.quit',
  'program.suspend',
  'program.edit',
  'program.reports',
  'copy.thing',
  'copy.view',
  'prompt.edit',
]);

/** Whether a step has moved the lines of a pane but not what is selected in it. */
function isScrolledOnly(before: State, {stop, overlay}: State): boolean {
  const {frame} = stop;
  const old = before.stop.frame;
  return (
    overlay === undefined &&
    stop.focus === 'detail' &&
    before.stop.focus === 'detail' &&
    frame.pane === old.pane &&
    frame.subject === old.subject &&
    frame.selected === old.selected &&
    frame.scroll !== old.scroll
  );
}
