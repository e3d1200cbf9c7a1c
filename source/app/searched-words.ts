import {wordsSought} from '../core/query/match-event.js';
import {parseQuery} from '../core/query/parse-query.js';
import type {State} from '../core/state/state.js';

/** @returns the words that the search and the filter look for, to be marked wherever they show. */
export function searchedWords(state: State): readonly string[] {
  const queries = [state.needle, state.filter].filter((query) => query.trim() !== '');
  if (queries.length === 0) return [];
  return queries.flatMap((query) => wordsSought(parseQuery(query, () => true).query));
}
