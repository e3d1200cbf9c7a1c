import type {Charset} from '../core/draw/glyphs.js';
import type {Line} from '../core/draw/line.js';
import type {EventStore} from '../core/events/event-store.js';
import type {Effect, Env, State} from '../core/state/state.js';
import {rowAtCursor} from '../core/state/visit.js';
import {composeScreen, flattenScreen} from '../panes/compose-screen.js';
import {mapWords} from '../panes/map-words.js';
import type {DrawMap} from '../panes/pane.js';
import {takeTerminal} from '../terminal/early-terminal.js';
import {chooseTheme} from '../themes/theme-registry.js';
import {charsetFor} from './charset-for.js';
import {createEnv} from './create-env.js';
import {followLoading} from './follow-loading.js';
import {initialState, type Opening} from './initial-state.js';
import {performEffect, type World} from './perform-effect.js';
import {createProgram, type Program} from './program.js';
import {openMemory, type Remembered} from './remember.js';
import type {RunOptions} from './run-options.js';
import {startClocks} from './start-clocks.js';
import {searchedWords} from './searched-words.js';

/**
Run the program until the reader quits.

@returns the exit status, or what is wrong with the command line: then the terminal was never touched.
*/
export async function runProgram(options: RunOptions): Promise<number | {readonly error: string}> {
  const {store} = options;
  // What is spoken needs no outlines.
  let drawMap: DrawMap | undefined = options.isLinear ? mapWords : undefined;
  const makeEnv = (of: EventStore): Env =>
    createEnv({
      store: of,
      files: options.files,
      verb: options.verb,
      fileFlags: [
        ...options.fileFlags,
        ...(options.otherReports !== undefined && of !== store ? ['--other-reports'] : []),
      ],
      now: () => Date.now(),
      copies: options.copies,
      drawMap: () => drawMap,
      refusal: (effect) => refusal(effect, options),
    });
  const env = makeEnv(store);
  const memory = options.isRemembering
    ? openMemory(options.files, options.terminal.env)
    : undefined;
  const start = (
    size: State['size'],
    charset: Charset,
    place: Remembered | undefined,
  ): ReturnType<typeof initialState> =>
    recalled(initialState(env, size, charset, withPlace(options.opening, place, env)), place);
  const remembered = memory?.recall();
  // What is wrong with the command line is found out before the terminal is taken.
  const probe = start({columns: 80, rows: 24}, 'unicode', remembered);
  if ('error' in probe) return probe;

  let program: Program | undefined;
  const world = (on: Pick<World, 'terminal'>): World => ({
    ...on,
    makeEnv,
    loadMap: async () => {
      if (drawMap !== undefined) return;
      const {loadDrawMap} = await import('./load-map.js');
      drawMap = await loadDrawMap();
      program?.dispatch([{type: 'map.loaded'}]);
    },
    alone: store,
    otherReports: options.otherReports,
    edit: options.edit,
  });

  if (options.isLinear) {
    const {runLinear} = await import('./run-linear.js');
    return runLinear(options, probe, env, world, keep);
  }
  const terminal = takeTerminal(options.terminal);
  const {capabilities} = terminal;
  const theme =
    chooseTheme(options.theme, capabilities.colors > 0, options.terminal.env['COLORFGBG']) ??
    chooseTheme(undefined, capabilities.colors > 0, undefined);
  const charset = charsetFor(capabilities);
  const first = start(terminal.size(), charset, remembered);
  if ('error' in first || theme === undefined) throw new Error('the first state cannot be made');

  const live = world({terminal});
  const running = createProgram(first, env, (effect, on) => {
    performEffect(effect, on, live);
  });
  program = running;
  const {styles} = theme;
  const linesOf = (state: State): readonly Line[] =>
    flattenScreen(composeScreen(state, env, searchedWords(state)));
  terminal.paint(linesOf(first), (role) => styles[role]);
  terminal.onResize((size) => {
    running.dispatch([{type: 'resize', size}]);
  });
  terminal.onEnd(() => {
    keep(running);
    const next = start(terminal.size(), charset, memory?.recall());
    if (!('error' in next)) keepPicture(next);
  });
  if (first.stop.frame.pane === 'place') void live.loadMap();
  const stop = startClocks(options, running, makeEnv, () => {
    terminal.close(0);
  });

  void options.load?.(followLoading(running));
  const {mountProgram} = await import('./mount-program.js');
  await mountProgram(terminal, running, theme);
  keepPicture(first);
  const status = await terminal.waitUntilClosed();
  stop();
  return status;

  /** For the next start; not when another store is behind the screen, whose first screen is another one. */
  function keepPicture(state: State): void {
    if (options.keepPicture === undefined || running.env() !== env) return;
    options.keepPicture(
      terminal.size(),
      terminal.pictureOf(linesOf(state), (role) => styles[role]),
    );
  }

  function keep(of: Program): void {
    memory?.keep(of.state(), rowAtCursor(of.state(), of.env())?.id);
  }
}

/** A reader who says where to open is not taken back to where they were. */
function withPlace(opening: Opening, remembered: Remembered | undefined, env: Env): Opening {
  if (remembered === undefined || opening.at !== undefined || opening.query !== undefined)
    return opening;
  const {at} = remembered;
  const isThere =
    at !== undefined && opening.tour === undefined && env.store.event(at) !== undefined;
  return {
    ...opening,
    at: isThere ? at : undefined,
    zone: opening.zone ?? remembered.zone,
    // A window that is asked for is one on the scale that is asked for, or on that of the chronology.
    scale: opening.scale ?? (opening.zoom === undefined ? remembered.scale : undefined),
  };
}

function recalled(
  state: ReturnType<typeof initialState>,
  remembered: Remembered | undefined,
): ReturnType<typeof initialState> {
  if ('error' in state || remembered === undefined) return state;
  return {...state, marks: remembered.marks, isNew: false};
}

function refusal(effect: Effect['kind'], options: RunOptions): string | undefined {
  if (options.isLinear && effect === 'load-map')
    return 'A map is told in words here: it has no part to move to';
  if (options.isKiosk && (effect === 'edit' || effect === 'suspend'))
    return 'Not allowed in kiosk mode';
  if (effect === 'reports' && options.otherReports === undefined) {
    return 'Only the bundled chronology has other reports';
  }
  if (effect === 'edit' && options.edit === undefined) {
    return 'Only a file of your own can be edited: ticktock FILE';
  }
  return undefined;
}
