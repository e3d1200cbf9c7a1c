import {formatQuery} from './format-query.js';
import {parseQuery} from './parse-query.js';
import type {Query} from './query.js';

/**
@param queries - each as typed, finished or not.
@returns a query for what matches all of them. Each is read by itself, so that no bracket, quotation mark
or OR of one reaches into another; what is wrong with one is left out of it, as when it is read alone.
*/
export function joinQueries(...queries: readonly string[]): string {
  // Whether a date is one is for the reader of the whole to say.
  const operands = queries.map((text) => parseQuery(text, () => true).query).filter(asksForSome);
  const [first] = operands;
  if (first === undefined) return '';
  if (operands.length === 1) return formatQuery(first);
  return formatQuery({type: 'and', operands, start: 0, end: 0});
}

function asksForSome({type}: Query): boolean {
  return type !== 'all';
}
