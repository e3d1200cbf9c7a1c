import {parseQuery} from './parse-query.js';
import {isQueryDate} from './query-dates.js';
import type {QueryProblem} from './query.js';

/**
@param text - a query that its author has finished.
@returns what is wrong with it, unfinished parts included; while a query is being typed these are
forgiven, but a finished one that leaves a term out would show what was not asked for.
*/
export function queryFault(text: string): QueryProblem | undefined {
  return parseQuery(text, isQueryDate).problems[0];
}
