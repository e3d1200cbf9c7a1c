import type {EventStore} from '../core/events/event-store.js';
import {rowOfEvent} from '../core/events/row-of-event.js';
import type {Effect, Env} from '../core/state/state.js';
import type {Program} from './program.js';
import type {RunOptions} from './run-options.js';

/** What effects act on. */
export type World = {
  readonly terminal: {
    readonly capabilities?: {readonly isTmux: boolean};
    close(status?: number): void;
    suspend(): void;
    redraw?(): void;
    /** @returns whether the text was sent to the reader's clipboard. */
    writeClipboard?(text: string): boolean;
    runOutside<Result>(run: () => Promise<Result>): Promise<Result>;
  };
  makeEnv(store: EventStore): Env;
  loadMap(): Promise<void>;
  /** The store without other reports. */
  readonly alone: EventStore;
  readonly otherReports: (() => Promise<EventStore>) | undefined;
  readonly edit: RunOptions['edit'];
};

/** Carry out what an update asked for; what it brings is dispatched when it is there. */
export function performEffect(effect: Effect, program: Program, world: World): void {
  const {terminal} = world;
  switch (effect.kind) {
    case 'quit':
      terminal.close(0);
      break;
    case 'suspend':
      terminal.suspend();
      break;
    case 'redraw':
      terminal.redraw?.();
      break;
    case 'copy': {
      const {text, what} = effect;
      const isSent = terminal.writeClipboard?.(text) === true;
      // Whether it arrives is for the terminal to say, and for tmux, which asks its own settings.
      const words =
        terminal.capabilities?.isTmux === true
          ? `${what} was sent to tmux, and with set-clipboard on to the clipboard`
          : `${what} was sent to the terminal's clipboard`;
      program.dispatch([
        isSent
          ? {type: 'say', message: {text: words, tone: 'info'}}
          : {type: 'show.text', title: what, text},
      ]);
      break;
    }
    case 'load-map':
      void world.loadMap();
      break;
    case 'reports':
      void toggleReports(program, world);
      break;
    case 'edit':
      void edit(effect.event, program, world);
      break;
  }
}

async function toggleReports(program: Program, world: World): Promise<void> {
  const {alone, otherReports} = world;
  if (otherReports === undefined) return;
  const isMerged = program.env().store !== alone;
  const next = isMerged ? alone : await otherReports();
  program.replaceEnv(world.makeEnv(next), true);
  const view = next.view('');
  const count = 'message' in view ? 0 : view.count;
  const text = isMerged
    ? `The one report alone: ${count} events`
    : `Other reports merged: ${count} events, each account with its source. R parts them`;
  program.dispatch([{type: 'say', message: {text, tone: 'info'}}]);
}

async function edit(event: string, program: Program, world: World): Promise<void> {
  const {edit: open} = world;
  if (open === undefined) return;
  const row = rowOfEvent(program.env().store, event);
  const wrong = await world.terminal
    .runOutside(() => open(event, row))
    .catch((error: unknown) => `The editor did not start: ${String(error)}`);
  if (wrong !== undefined) program.dispatch([{type: 'say', message: {text: wrong, tone: 'error'}}]);
}
