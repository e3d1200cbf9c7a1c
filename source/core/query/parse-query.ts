/**
The query language: words and `field:value` terms, `"quoted words"`, `-` or `NOT`, `OR`, `AND` (or
nothing) between terms, brackets. NOT binds before AND, AND before OR.

Why not a query parser from the registry: liqe 3.8, the best kept, gives AND and OR the same rank,
reads `cameo:010` as the number 10, and refuses `after:2023-10-15~`, `Al-Qa'im`, `150+`, `-(a b)`
and every query that is still being typed (an open quotation, `a OR`); it takes 27 ms to load.
*/
import {lexQuery, queryProblem, type FieldToken, type QueryToken} from './lex-query.js';
import type {ParsedQuery, Query, QueryProblem} from './query.js';
import {isQueryDate} from './query-dates.js';
import {QUERY_FLAGS} from './query-fields.js';

/** Brackets within brackets; deeper ones are read as if they were not there. */
const DEEPEST = 100;

/**
Read a query, finished or not.

@param text - as typed; empty or blank asks for everything.
@param isDate - whether a text is a date that `after:`, `before:` and `on:` can use; EDTF by default.
@returns the best reading, with errors (what is ignored or read otherwise than it seems) and warnings
(what is not finished). Nothing is thrown.
*/
export function parseQuery(
  text: string,
  isDate: (text: string) => boolean = isQueryDate,
): ParsedQuery {
  const {tokens, problems: lexed} = lexQuery(text);
  const problems: QueryProblem[] = [...lexed];
  let at = 0;
  const warnOrError = (token: QueryToken): 'error' | 'warning' =>
    text.slice(token.end).trim() === '' ? 'warning' : 'error';

  /** An unreadable value is left out; a term without values asks for nothing. */
  function readField(token: FieldToken): Query | undefined {
    const values = token.values.filter((value) => {
      const wrong = wrongValue(token, value.text, isDate);
      if (wrong === undefined) return true;
      const isTyping = value.end === text.length && !value.isQuoted && wrong.mayBecomeRight;
      problems.push(queryProblem(value, isTyping ? 'warning' : 'error', wrong.message, wrong.fix));
      return false;
    });
    const {start, end, comparison} = token;
    if (values.length === 0) return undefined;
    return {type: 'field', field: token.row.name, comparison, values, start, end};
  }

  function readOr(depth: number): Query | undefined {
    const operands: Query[] = [];
    const first = readAnd(depth);
    if (first !== undefined) operands.push(first);
    let isLeftMissing = first === undefined;
    for (let token = tokens[at]; token?.type === 'or'; token = tokens[at]) {
      at++;
      const next = readAnd(depth);
      if (isLeftMissing || (next === undefined && !isTermPending(tokens[at - 1]))) {
        const fix = 'write a term on both sides, or put OR in quotes to look for the word';
        problems.push(queryProblem(token, warnOrError(token), 'OR joins two terms', fix));
      }
      isLeftMissing = false;
      if (next !== undefined) operands.push(next);
    }
    return join('or', operands);
  }

  function readAnd(depth: number): Query | undefined {
    const operands: Query[] = [];
    for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
      if (token.type === 'or' || (token.type === 'close' && depth > 0)) break;
      if (token.type === 'and') {
        at++;
        continue;
      }
      const operand = readNot(depth);
      if (operand !== undefined) operands.push(operand);
    }
    return join('and', operands);
  }

  function readNot(depth: number): Query | undefined {
    const signs: QueryToken[] = [];
    for (let token = tokens[at]; token?.type === 'not'; token = tokens[at]) {
      signs.push(token);
      at++;
    }
    const operand = readTerm(depth);
    const sign = signs[0];
    if (sign === undefined) return operand;
    if (operand === undefined) {
      if (tokens[at] === undefined && tokens[at - 1] === signs.at(-1)) {
        problems.push(
          queryProblem(sign, 'warning', 'nothing to leave out yet', 'write the term after it'),
        );
      }
      return undefined;
    }
    const range = {start: sign.start, end: operand.end};
    if (signs.length % 2 === 0) return {...operand, ...range};
    if (operand.type === 'not') return {...operand.operand, ...range};
    return {type: 'not', operand, ...range};
  }

  function readTerm(depth: number): Query | undefined {
    const token = tokens[at];
    if (token === undefined || token.type === 'or' || token.type === 'and') return undefined;
    if (token.type === 'close') {
      if (depth > 0) return undefined;
      at++;
      problems.push(
        queryProblem(token, 'error', 'this bracket closes nothing', 'take it out, or open one'),
      );
      return undefined;
    }
    at++;
    if (token.type === 'word') return token;
    if (token.type === 'field') return readField(token);
    if (token.type === 'not') return undefined;
    return readGroup(token, depth);
  }

  function readGroup(open: QueryToken, depth: number): Query | undefined {
    if (depth >= DEEPEST) {
      problems.push(
        queryProblem(open, 'error', 'too many brackets within brackets', 'use fewer brackets'),
      );
      return undefined;
    }
    const group = readOr(depth + 1);
    const close = tokens[at];
    if (close?.type === 'close') at++;
    else {
      problems.push(queryProblem(open, 'warning', 'the bracket is still open', 'close it with )'));
    }
    if (group === undefined) return undefined;
    return {...group, start: open.start, end: close?.end ?? group.end};
  }

  const query = readOr(0) ?? {type: 'all', start: 0, end: text.length};
  return {text, query, problems: problems.toSorted((a, b) => a.start - b.start)};
}

/** A field whose value is still to come is a term, only not a finished one. */
function isTermPending(token: QueryToken | undefined): boolean {
  return token?.type === 'field' || token?.type === 'open' || token?.type === 'not';
}

/** Join operands, flattening what is joined the same way and not bracketed. */
function join(type: 'and' | 'or', operands: readonly Query[]): Query | undefined {
  const [first, ...rest] = operands;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return first;
  return {type, operands, start: first.start, end: last.end};
}

function wrongValue(
  {row}: FieldToken,
  value: string,
  isDate: (text: string) => boolean,
): {readonly message: string; readonly fix: string; readonly mayBecomeRight: boolean} | undefined {
  if (row.takes === 'date') {
    if (isDate(value)) return undefined;
    return {
      message: `${value} is not a date`,
      fix: `write ${row.name}:2024, ${row.name}:2024-01 or ${row.name}:2024-01-24`,
      mayBecomeRight: true,
    };
  }
  if (row.takes === 'number') {
    if (/^(?:\d{1,3}(?:,\d{3})+|\d[\d_]*)$/.test(value)) return undefined;
    return {
      message: `${value} is not a number`,
      fix: `write ${row.name}:2 or ${row.name}:>2`,
      mayBecomeRight: false,
    };
  }
  if (row.takes === 'flag') {
    const lower = value.toLowerCase();
    if (QUERY_FLAGS.some((flag) => flag.name === lower)) return undefined;
    return {
      message: `is: knows no ${value}`,
      fix: `use ${QUERY_FLAGS.map((flag) => `is:${flag.name}`).join(' ')}`,
      mayBecomeRight: QUERY_FLAGS.some((flag) => flag.name.startsWith(lower)),
    };
  }
  return undefined;
}
