import type {Action} from '../core/state/action.js';
import type {Effect, Env, State} from '../core/state/state.js';
import {rowAtCursor} from '../core/state/visit.js';
import {update} from '../core/state/update.js';

/** The running program: one state, changed only by actions. */
export type Program = {
  state(): State;
  env(): Env;
  /** Apply actions in order, then carry out what they ask of the world. */
  dispatch(actions: readonly Action[]): void;
  /**
  Put another store behind the same screen; the place is kept by the event's id.

  @param isOther - whether it holds other events, not a newer version of the same.
  */
  replaceEnv(env: Env, isOther: boolean): void;
  /** @returns a function that stops the calls. */
  subscribe(listener: () => void): () => void;
};

/** @param perform - carries out an effect; it may dispatch again, later. */
export function createProgram(
  first: State,
  firstEnv: Env,
  perform: (effect: Effect, program: Program) => void,
): Program {
  let state = first;
  let env = firstEnv;
  const listeners = new Set<() => void>();
  const program: Program = {
    state: () => state,
    env: () => env,
    dispatch(actions) {
      const before = state;
      const effects: Effect[] = [];
      for (const action of actions) {
        const next = update(state, action, env);
        state = next.state;
        effects.push(...next.effects);
      }
      if (state !== before) for (const listener of listeners) listener();
      for (const effect of effects) perform(effect, program);
    },
    replaceEnv(next, isOther) {
      const event = rowAtCursor(state, env)?.id;
      const view = env.view(state);
      const stops = [...state.back, ...state.forward].map(
        ({cursor}) => view.rows(cursor, cursor + 1)[0]?.id,
      );
      env = next;
      program.dispatch([
        {type: 'store.changed', isOther, stops, ...(event === undefined ? {} : {event})},
      ]);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  return program;
}
