import {compileQuery, type QueryContext} from './match-event.js';
import {formatQuery} from './format-query.js';
import type {Query} from './query.js';
import type {SearchDocument} from './search-document.js';

/** A term to drop, the query that is left, and how many documents that one finds. */
export type Widening = {readonly term: string; readonly query: string; readonly count: number};

export type ZeroExplanation = {
  /** Terms that alone bring matches when dropped, the most matches first. */
  readonly widenings: readonly Widening[];
  /** Terms that no document matches even by themselves. */
  readonly unmatched: readonly string[];
  /** One line, ready to show. */
  readonly advice: string;
};

/**
Say why a query finds nothing and how to widen it, in one pass over the documents.

@param query - a query that matched nothing; its top-level terms are tried.
@param documents - all documents.
@returns what to drop; no widenings when two or more terms stand in the way at once.
*/
export function explainZero(
  query: Query,
  documents: Iterable<SearchDocument>,
  context: QueryContext,
): ZeroExplanation {
  const operands = topTerms(query);
  const tests = operands.map((operand) => compileQuery(operand, context));
  const blockedAlone = operands.map(() => 0);
  const matchedAlone = operands.map(() => 0);
  for (const document of documents) {
    let failures = 0;
    let failed = 0;
    for (const [index, test] of tests.entries()) {
      if (test(document)) matchedAlone[index] = (matchedAlone[index] ?? 0) + 1;
      else {
        failures++;
        failed = index;
      }
    }
    if (failures === 1) blockedAlone[failed] = (blockedAlone[failed] ?? 0) + 1;
  }
  return explainCounts(query, matchedAlone, blockedAlone);
}

/** @returns the terms that must all hold. */
export function topTerms(query: Query): readonly Query[] {
  return query.type === 'and' ? query.operands : [query];
}

/**
`explainZero` for who has counted already.

@param matchedAlone - how many documents match each of `topTerms`.
@param blockedAlone - how many fail that term and no other.
*/
export function explainCounts(
  query: Query,
  matchedAlone: readonly number[],
  blockedAlone: readonly number[],
): ZeroExplanation {
  const operands = topTerms(query);
  const term = (operand: Query): string => {
    const text = formatQuery(operand);
    return operands.length > 1 && operand.type === 'or' ? `(${text})` : text;
  };
  const widenings = operands
    .map((operand, index) => ({
      term: term(operand),
      query: operands
        .filter((other) => other !== operand)
        .map(term)
        .join(' '),
      count: blockedAlone[index] ?? 0,
    }))
    .filter((one) => one.count > 0)
    .toSorted((a, b) => b.count - a.count);
  const unmatched = operands.filter((_, index) => matchedAlone[index] === 0).map(term);
  return {widenings, unmatched, advice: advise(widenings, unmatched, operands.length)};
}

function advise(
  widenings: readonly Widening[],
  unmatched: readonly string[],
  terms: number,
): string {
  const best = widenings[0];
  if (best !== undefined && terms > 1) {
    return `without \`${best.term}\` ${events(best.count)}`;
  }
  if (best !== undefined) return `nothing matches \`${best.term}\`; drop it to see all events`;
  if (unmatched.length > 0) {
    return `nothing matches ${unmatched.map((one) => `\`${one}\``).join(' or ')}; drop ${
      unmatched.length === 1 ? 'it' : 'them'
    }`;
  }
  return 'no event matches all of these at once; drop two or more';
}

function events(count: number): string {
  return count === 1 ? '1 event matches' : `${count} events match`;
}
