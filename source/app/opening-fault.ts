import type {EventStore} from '../core/events/event-store.js';
import {createEnv} from './create-env.js';
import {initialState, type Opening} from './initial-state.js';

/** @returns what is wrong with how the program should open, as it would say itself; undefined for nothing. */
export function openingFault(store: EventStore, opening: Opening): string | undefined {
  const env = createEnv({
    store,
    files: [],
    verb: [],
    fileFlags: [],
    now: () => 0,
    copies: new Map(),
    drawMap: () => undefined,
    refusal: () => undefined,
  });
  const state = initialState(env, {columns: 80, rows: 24}, 'unicode', opening);
  return 'error' in state ? state.error : undefined;
}
