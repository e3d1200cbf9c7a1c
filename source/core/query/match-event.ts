import {foldText} from './fold-text.js';
import type {Comparison, FieldTerm, Query, QueryValue} from './query.js';
import type {QueryField} from './query-fields.js';
import type {SearchDocument, SearchName, SearchSpan} from './search-document.js';

/** What a query needs to know beyond the documents. */
export type QueryContext = {
  /** @returns the span `[start, end)` a date stands for, or undefined when it is no date. */
  resolveDate(text: string): SearchSpan | undefined;
  /**
  @returns true when there is something of that very id (or kind, or tag) in the chronology: then the
  term means it and nothing whose name only contains the same letters. Never, when left out.
  */
  isKnown?(field: QueryField, value: string): boolean;
};

type Test = (document: SearchDocument) => boolean;

/** An article by itself, while the word after it is still to be typed, rules nothing out. */
const ARTICLE = /^(?:[ae]l|ال)$/;

/**
Make a test of a query.

@param query - a parsed query.
@param context - dates and ids; a date that cannot be resolved rules nothing out.
@returns whether a document matches. Words are found inside words; values of fields at the start of
words of a name, or by exact id. `after:` asks for events that may lie or last at or after the start
of the date, `before:` before its start, `on:` within it; an open or unknown end may be any, but what has
neither end known is not found. `deaths:` holds when any number given does.
*/
export function compileQuery(query: Query, context: QueryContext): Test {
  switch (query.type) {
    case 'all':
      return () => true;
    case 'word': {
      const word = foldText(query.text);
      if (word === '' || (!query.isQuoted && ARTICLE.test(word))) return () => true;
      return (document) => document.text.includes(word);
    }
    case 'field':
      return compileField(query, context);
    case 'not': {
      const test = compileQuery(query.operand, context);
      return (document) => !test(document);
    }
    case 'and': {
      const tests = query.operands.map((operand) => compileQuery(operand, context));
      return (document) => tests.every((test) => test(document));
    }
    case 'or': {
      const tests = query.operands.map((operand) => compileQuery(operand, context));
      return (document) => tests.some((test) => test(document));
    }
  }
}

/**
@returns what a query looks for in texts, as typed: words, and values of fields that are names or
words; nothing that it excludes. For marking matches.
*/
export function wordsSought(query: Query): readonly string[] {
  switch (query.type) {
    case 'word':
      return [query.text];
    case 'field':
      return MARKED.has(query.field) ? query.values.map((value) => value.text) : [];
    case 'and':
    case 'or':
      return query.operands.flatMap(wordsSought);
    case 'all':
    case 'not':
      return [];
  }
}

const MARKED: ReadonlySet<QueryField> = new Set(['actor', 'by', 'said', 'place', 'tag', 'kind']);

const NAMES = {
  actor: (document) => document.actors,
  by: (document) => document.speakers,
  side: (document) => (document.side === undefined ? [] : [document.side]),
  kind: (document) => document.kinds,
  place: (document) => document.places,
  source: (document) => document.sources,
  tag: (document) => document.tags,
} as const satisfies {
  readonly [field in QueryField]?: (document: SearchDocument) => readonly SearchName[];
};

function compileField(term: FieldTerm, context: QueryContext): Test {
  const tests = term.values.map((value) => compileValue(term, value, context));
  const [first] = tests;
  if (first !== undefined && tests.length === 1) return first;
  return (document) => tests.some((test) => test(document));
}

function compileValue(term: FieldTerm, value: QueryValue, context: QueryContext): Test {
  const {field, comparison} = term;
  if (isNameField(field)) return compileName(NAMES[field], field, value, context);
  switch (field) {
    case 'after':
    case 'before':
    case 'on':
      return compileDate(field, context.resolveDate(value.text));
    case 'said': {
      const words = foldText(value.text);
      return (document) => document.said.includes(words) && document.said !== '';
    }
    case 'deaths': {
      const number = Number(value.text.replaceAll(/[,_]/g, ''));
      return (document) => document.deaths.some((one) => compare(one, comparison, number));
    }
    case 'cameo':
      return (document) => document.cameo?.startsWith(value.text) === true;
    case 'id':
      return (document) => document.id === value.text;
    case 'is':
      return compileFlag(value.text.toLowerCase());
  }
}

function isNameField(field: QueryField): field is keyof typeof NAMES {
  return Object.hasOwn(NAMES, field);
}

function compileFlag(flag: string): Test {
  if (flag === 'contested') return (document) => document.isContested;
  if (flag === 'inferred') return (document) => document.isInferred;
  return (document) => document.isUncertain;
}

function compileName(
  names: (document: SearchDocument) => readonly SearchName[],
  field: QueryField,
  value: QueryValue,
  context: QueryContext,
): Test {
  if (context.isKnown?.(field, value.text) === true) {
    return (document) => names(document).some((name) => name.id === value.text);
  }
  const words = foldText(value.text);
  if (words === '' || (!value.isQuoted && ARTICLE.test(words))) {
    return (document) => names(document).length > 0;
  }
  return (document) =>
    names(document).some((name) => name.id === value.text || startsWord(name.folded, words));
}

/** True when some word of the text, or several, begin with the words. */
function startsWord(text: string, words: string): boolean {
  let at = text.indexOf(words);
  while (at >= 0) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
    at = text.indexOf(words, at + 1);
  }
  return false;
}

function compileDate(field: 'after' | 'before' | 'on', date: SearchSpan | undefined): Test {
  if (date === undefined) return () => true;
  if (field === 'after') {
    return ({when}) => when !== undefined && touches(when, date.start, Infinity);
  }
  if (field === 'before') {
    return ({when}) => when !== undefined && touches(when, -Infinity, date.start);
  }
  return ({when}) => when !== undefined && touches(when, date.start, date.end);
}

/** An instant without length (`start === end`) touches the span it lies in. */
function touches(when: SearchSpan, start: number, end: number): boolean {
  return when.start < end && (when.end > start || when.start >= start);
}

function compare(left: number, comparison: Comparison, right: number): boolean {
  switch (comparison) {
    case '=':
      return left === right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}
