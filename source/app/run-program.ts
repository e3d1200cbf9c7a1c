import type {DrawMap} from '../panes/pane.js';
import type {Charset} from '../core/draw/glyphs.js';
import type {EventStore} from '../core/events/event-store.js';
import type {Effect} from '../core/state/state.js';
import {composeScreen, flattenScreen} from '../panes/compose-screen.js';
import {chooseTheme} from '../themes/theme-registry.js';
import {openTerminal, type TerminalOptions} from '../terminal/terminal.js';
import {createEnv} from './create-env.js';
import {initialState, type Opening} from './initial-state.js';
import {createProgram, type Program} from './program.js';
import {searchedWords} from './searched-words.js';

export type RunOptions = {
  readonly store: EventStore;
  readonly files: readonly string[];
  readonly opening: Opening;
  readonly theme: string | undefined;
  readonly copies: ReadonlyMap<string, readonly string[]>;
  readonly terminal: TerminalOptions;
  /** Opens an editor at an event and reads the files again; undefined where that is not possible. */
  readonly edit: ((event: string) => Promise<EventStore | string>) | undefined;
  /** Stores with and without what other reports say; undefined where there are no other reports. */
  readonly otherReports: (() => Promise<EventStore>) | undefined;
  readonly isKiosk: boolean;
};

/** Between two steps of a tour that plays by itself. */
const TOUR_STEP_MS = 6000;

/**
Run the full-screen program until the reader quits.

@returns the exit status, or what is wrong with the command line: then the terminal was never touched.
*/
export async function runProgram(options: RunOptions): Promise<number | {readonly error: string}> {
  const {store, opening} = options;
  let drawMap: DrawMap | undefined;
  const makeEnv = (of: EventStore): ReturnType<typeof createEnv> =>
    createEnv({
      store: of,
      files: options.files,
      now: () => Date.now(),
      copies: options.copies,
      drawMap: () => drawMap,
      refusal: (effect) => refusal(effect, options),
    });
  const env = makeEnv(store);
  // What is wrong with the command line is found out before the terminal is taken.
  const probe = initialState(env, {columns: 80, rows: 24}, 'unicode', opening);
  if ('error' in probe) return probe;
  const themed = chooseTheme(options.theme, true, undefined);
  if (themed === undefined) return {error: `--theme: no theme ${options.theme}`};

  const terminal = openTerminal(options.terminal);
  const {capabilities} = terminal;
  const charset: Charset = capabilities.isUtf8 ? 'unicode' : 'ascii';
  const theme =
    chooseTheme(options.theme, capabilities.colors > 0, options.terminal.env['COLORFGBG']) ??
    themed;
  const first = initialState(env, terminal.size(), charset, opening);
  if ('error' in first) throw new Error(first.error);

  const program = createProgram(first, env, perform);
  const lines = flattenScreen(composeScreen(first, env, searchedWords(first)));
  terminal.paint(lines, (role) => theme.styles[role]);
  terminal.onResize((size) => {
    program.dispatch([{type: 'resize', size}]);
  });
  if (first.stop.frame.pane === 'place') void loadMap();
  const timer = opening.tour === undefined ? undefined : setInterval(tick, TOUR_STEP_MS);

  const {mountProgram} = await import('./mount-program.js');
  await mountProgram(terminal, program, theme);
  const status = await terminal.waitUntilClosed();
  clearInterval(timer);
  return status;

  function tick(): void {
    program.dispatch([{type: 'tour.tick'}]);
  }

  function perform(effect: Effect, on: Program): void {
    switch (effect.kind) {
      case 'quit':
        terminal.close(0);
        break;
      case 'suspend':
        terminal.suspend();
        break;
      case 'redraw':
        terminal.redraw();
        break;
      case 'copy': {
        const isSent = terminal.writeClipboard(effect.text);
        on.dispatch(
          isSent
            ? [
                {
                  type: 'say',
                  message: {text: `${effect.what} went to the clipboard (OSC 52)`, tone: 'info'},
                },
              ]
            : [{type: 'show.text', title: effect.what, text: effect.text}],
        );
        break;
      }
      case 'load-map':
        if (drawMap === undefined) void loadMap();
        break;
      case 'reports':
        void toggleReports(on);
        break;
      case 'edit':
        void edit(effect.event, on);
        break;
    }
  }

  async function loadMap(): Promise<void> {
    const {loadDrawMap} = await import('./load-map.js');
    drawMap = await loadDrawMap();
    program.dispatch([{type: 'map.loaded'}]);
  }

  async function toggleReports(on: Program): Promise<void> {
    const {otherReports} = options;
    if (otherReports === undefined) return;
    const isMerged = on.env().store !== store;
    const next = isMerged ? store : await otherReports();
    on.replaceEnv(makeEnv(next), true);
    const view = next.view('');
    const count = 'message' in view ? 0 : view.count;
    const text = isMerged
      ? `The one report alone: ${count} events`
      : `Other reports merged, each account with its source: ${count} events. R takes them away`;
    on.dispatch([{type: 'say', message: {text, tone: 'info'}}]);
  }

  async function edit(event: string, on: Program): Promise<void> {
    const {edit: open} = options;
    if (open === undefined) return;
    const result = await terminal.runOutside(() => open(event));
    if (typeof result === 'string') {
      on.dispatch([{type: 'say', message: {text: result, tone: 'error'}}]);
    } else on.replaceEnv(makeEnv(result), false);
  }
}

function refusal(effect: Effect['kind'], options: RunOptions): string | undefined {
  if (options.isKiosk && (effect === 'edit' || effect === 'suspend')) {
    return 'Not in kiosk mode';
  }
  if (effect === 'reports' && options.otherReports === undefined) {
    return 'Only the bundled chronology has other reports';
  }
  if (effect === 'edit' && options.edit === undefined) {
    return 'Only a file of your own can be edited: ticktock FILE';
  }
  return undefined;
}
