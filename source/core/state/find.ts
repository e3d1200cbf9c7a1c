import type {Problem} from '../events/chronology.js';
import type {EventStore, EventView} from '../events/event-store.js';
import {joinQueries} from '../query/join-queries.js';
import {parseQuery} from '../query/parse-query.js';
import type {Env, State} from './state.js';
import {rowAtCursor, withCursor} from './visit.js';

/** @returns the events that pass both the filter and the search; undefined when the search cannot be read. */
export function matchesOf(state: State, env: Env, needle: string): EventView | undefined {
  if (needle.trim() === '') return undefined;
  const view = searchWithin(env.store, state.filter, needle);
  return 'message' in view ? undefined : view;
}

/** @returns the events that pass a filter and match a search, or what is wrong with the search. */
export function searchWithin(
  store: EventStore,
  filter: string,
  needle: string,
): EventView | Problem {
  if (filter === '') return store.view(needle);
  const fault = parseQuery(needle).problems.find(({severity}) => severity === 'error');
  return fault ?? store.view(joinQueries(filter, needle));
}

/**
@param from - order of the event to search from.
@param direction - 1 forward, -1 backward.
@param isInclusive - whether the event itself counts.
@returns position in the filtered view of the next match, going round at the ends; -1 for none.
*/
export function nextMatch(
  state: State,
  env: Env,
  matches: EventView,
  from: number,
  direction: 1 | -1,
  isInclusive: boolean,
): number {
  if (matches.count === 0) return -1;
  // Matches are in the order of the store, so the one to go to is found by halving.
  let low = 0;
  let high = matches.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = matches.rows(middle, middle + 1)[0]?.order ?? 0;
    if (order < from || (order === from && (direction === 1) !== isInclusive)) low = middle + 1;
    else high = middle;
  }
  const index = direction === 1 ? low : low - 1;
  const wrapped = (index + matches.count) % matches.count;
  const row = matches.rows(wrapped, wrapped + 1)[0];
  return row === undefined ? -1 : env.view(state).positionOf(row.id);
}

/** `n` and `N`: to the next or previous match, saying which of how many it is. */
export function goToMatch(state: State, env: Env, direction: 1 | -1): State {
  const matches = matchesOf(state, env, state.needle);
  if (matches === undefined || matches.count === 0)
    return {...state, message: noMatch(state.needle)};
  const here = rowAtCursor(state, env)?.order ?? 0;
  const position = nextMatch(state, env, matches, here, direction, false);
  const next = withCursor({...state, stop: {...state.stop, focus: 'sequence'}}, env, position);
  const id = rowAtCursor(next, env)?.id ?? '';
  const text = `Match ${matches.positionOf(id) + 1} of ${matches.count} for ${state.needle}`;
  return {...next, back: [], forward: [], message: {text, tone: 'info'}};
}

export function noMatch(needle: string): {readonly text: string; readonly tone: 'error'} {
  return {text: `Nothing matches ${needle}: try fewer or shorter words`, tone: 'error'};
}
