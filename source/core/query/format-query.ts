import type {Query} from './query.js';
import {queryField, type QueryField} from './query-fields.js';

/** A bare article would take the next word along. */
const ENDS_IN_ARTICLE = /(?:^|[\s:,(-])[ae]l$/i;

/**
@param value - the words or id to look for.
@returns the value as it is written in a query: bare where that reads back the same, else in quotes.
*/
export function quoteValue(value: string): string {
  const isBare = /^[^\s()"“”„«»,:\\-][^\s()"“”„«»,:\\]*$/.test(value);
  if (isBare && !/^(?:OR|AND|NOT|[ae]l)$/i.test(value)) return value;
  return `"${value.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`;
}

/** @returns one term, `field:value`, as it is written in a query. */
export function formatTerm(field: QueryField, value: string): string {
  const takes = queryField(field)?.takes;
  return `${field}:${takes === 'text' ? quoteValue(value) : value}`;
}

/** @returns a query that reads back as the same tree, with the fewest brackets. */
export function formatQuery(query: Query): string {
  switch (query.type) {
    case 'all':
      return '';
    case 'word':
      return query.isQuoted ? quoteAlways(query.text) : query.text;
    case 'field': {
      const sign = query.comparison === '=' ? '' : query.comparison;
      const values = query.values.map((value) =>
        value.isQuoted ? quoteAlways(value.text) : value.text,
      );
      return `${query.field}:${sign}${values.join(',')}`;
    }
    case 'not':
      return `-${formatOperand(query.operand)}`;
    case 'and':
      return query.operands.map(formatOperand).reduce((left, right) => {
        return `${left} ${ENDS_IN_ARTICLE.test(left) ? 'AND ' : ''}${right}`;
      });
    case 'or':
      return query.operands
        .map((operand) => (operand.type === 'and' ? formatQuery(operand) : formatOperand(operand)))
        .join(' OR ');
  }
}

function formatOperand(query: Query): string {
  const text = formatQuery(query);
  return query.type === 'and' || query.type === 'or' ? `(${text})` : text;
}

function quoteAlways(text: string): string {
  return `"${text.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`;
}
