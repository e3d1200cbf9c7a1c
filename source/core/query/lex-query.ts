import type {TextRange} from './fold-text.js';
import type {Comparison, QueryProblem, QueryValue} from './query.js';
import {QUERY_FIELDS, queryField, type QueryFieldRow} from './query-fields.js';

/** `field:` and its values; the values are empty while they are still to be typed. */
export type FieldToken = TextRange & {
  readonly type: 'field';
  readonly row: QueryFieldRow;
  /** Where the values begin. */
  readonly valueStart: number;
  readonly comparison: Comparison;
  readonly values: readonly QueryValue[];
};

export type WordToken = TextRange & {
  readonly type: 'word';
  readonly text: string;
  readonly isQuoted: boolean;
};

export type QueryToken =
  FieldToken | WordToken | (TextRange & {readonly type: 'open' | 'close' | 'or' | 'and' | 'not'});

/** Closing quotes by opening ones; typed, typographic, French. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
]);

/** The Latin article before another word: one word, as in `Al Sudani`. */
const ARTICLE = /^[ae]l$/i;
const KEYWORDS: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
]);

/**
Cut a query into tokens.

@param text - the query, finished or not.
@returns the tokens in order, and what is wrong: an unknown field (kept as a word), a quotation or a
field still without its end (kept as far as it goes). Nothing is thrown.
*/
export function lexQuery(text: string): {
  readonly tokens: readonly QueryToken[];
  readonly problems: readonly QueryProblem[];
} {
  const tokens: QueryToken[] = [];
  const problems: QueryProblem[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/\s/.test(character)) at++;
    else if (character === '(' || character === ')') {
      tokens.push({type: character === '(' ? 'open' : 'close', start: at, end: at + 1});
      at++;
    } else if (character === '-' && /[^\s)]/.test(text.charAt(at + 1))) {
      tokens.push({type: 'not', start: at, end: at + 1});
      at++;
    } else {
      const token = lexTerm(text, at, problems);
      tokens.push(token);
      at = token.end;
    }
  }
  return {tokens, problems};
}

/** @returns a problem at a range of a query. */
export function queryProblem(
  range: TextRange,
  severity: 'error' | 'warning',
  message: string,
  fix: string,
): QueryProblem {
  return {severity, message, fix, column: range.start + 1, start: range.start, end: range.end};
}

function lexTerm(text: string, start: number, problems: QueryProblem[]): QueryToken {
  if (QUOTES.has(text.charAt(start))) {
    const {text: words, end} = readQuoted(text, start, problems);
    return {type: 'word', text: words, isQuoted: true, start, end};
  }
  const name = /^([A-Za-z]+):(?!\/\/)/.exec(text.slice(start, start + 40))?.[1];
  if (name !== undefined) {
    const row = queryField(name);
    if (row !== undefined) return lexField(text, start, row, problems);
  }
  const end = bareEnd(text, start, /[\s()]/);
  const word = text.slice(start, end);
  const keyword = KEYWORDS.get(word);
  if (keyword !== undefined) return {type: keyword, start, end};
  if (name !== undefined) problems.push(unknownField(name, start, word, end === text.length));
  return {type: 'word', text: word, isQuoted: false, start, end};
}

function lexField(
  text: string,
  start: number,
  row: QueryFieldRow,
  problems: QueryProblem[],
): FieldToken {
  let at = start + row.name.length + 1;
  const valueStart = at;
  let comparison: Comparison = '=';
  if (row.takes === 'number') {
    const sign = /^(?:[<>]=?|=|≥|≤)/.exec(text.slice(at, at + 2))?.[0] ?? '';
    comparison = toComparison(sign);
    at += sign.length;
  }
  // A comma parts values, but for dates, which have some within.
  const stop = row.takes === 'date' ? /[\s()]/ : /[\s(),]/;
  const values: QueryValue[] = [];
  for (;;) {
    const itemStart = at;
    const isQuoted = QUOTES.has(text.charAt(at));
    const item = isQuoted
      ? readQuoted(text, at, problems)
      : bareItem(text, at, row.takes === 'number' ? numberEnd(text, at) : bareEnd(text, at, stop));
    at = item.end;
    if (item.text !== '') values.push({text: item.text, isQuoted, start: itemStart, end: at});
    if (text.charAt(at) !== ',') break;
    at++;
  }
  if (values.length === 0) {
    problems.push(
      queryProblem(
        {start, end: at},
        'warning',
        `${row.name}: has no value yet`,
        `write it right after the colon: ${row.name}:${row.example}`,
      ),
    );
  }
  return {type: 'field', row, valueStart, comparison, values, start, end: at};
}

function bareItem(text: string, start: number, end: number): {text: string; end: number} {
  return {text: text.slice(start, end), end};
}

/** Where a number ends: a comma before three digits parts thousands, any other one values. */
function numberEnd(text: string, start: number): number {
  const grouped = /^\d{1,3}(?:,\d{3})+(?![\d_])/.exec(text.slice(start, start + 40))?.[0];
  return grouped === undefined ? bareEnd(text, start, /[\s(),]/) : start + grouped.length;
}

function readQuoted(
  text: string,
  start: number,
  problems: QueryProblem[],
): {readonly text: string; readonly end: number} {
  const close = QUOTES.get(text.charAt(start)) ?? '"';
  let words = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === close || character === '"') return {text: words, end: at + 1};
    if (character === '\\' && at + 1 < text.length) at++;
    words += text.charAt(at);
  }
  const range = {start, end: text.length};
  problems.push(
    queryProblem(range, 'warning', 'the quotation is still open', `close it with ${close}`),
  );
  return {text: words, end: text.length};
}

/** Where a bare word ends; the article takes the word after it along. */
function bareEnd(text: string, start: number, stop: RegExp): number {
  let end = start;
  while (end < text.length && !stop.test(text.charAt(end))) end++;
  if (end - start === 2 && ARTICLE.test(text.slice(start, end))) {
    const next = /^ (\p{L}[^\s(),:]*)(?![^\s()])/u.exec(text.slice(end, end + 80));
    if (next !== null && !KEYWORDS.has(next[1] ?? '')) return end + next[0].length;
  }
  return end;
}

function toComparison(sign: string): Comparison {
  if (sign === '≥') return '>=';
  if (sign === '≤') return '<=';
  return sign === '<' || sign === '<=' || sign === '>' || sign === '>=' ? sign : '=';
}

function unknownField(name: string, start: number, word: string, isLast: boolean): QueryProblem {
  const lower = name.toLowerCase();
  const close = QUERY_FIELDS.filter(
    (row) => row.name.startsWith(lower.slice(0, 2)) || isOneEditAway(row.name, lower),
  ).map((row) => `${row.name}:`);
  const known = (close.length > 0 ? close : QUERY_FIELDS.map((row) => `${row.name}:`)).join(' ');
  const range = {start, end: start + word.length};
  const isUnfinished = isLast && word.length === name.length + 1;
  return queryProblem(
    range,
    isUnfinished ? 'warning' : 'error',
    `there is no field "${name}"`,
    `use ${known}, or put the words in quotes`,
  );
}

/** True when one letter more, less or other, or two swapped, make one word of the other. */
function isOneEditAway(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  const [a, b] = [left.slice(at), right.slice(at)];
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
  return a.slice(2) === b.slice(2) && a[0] === b[1] && a[1] === b[0];
}
