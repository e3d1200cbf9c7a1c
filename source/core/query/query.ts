/** The query language as a tree, and what can be wrong with a query. */
import type {Problem} from '../events/chronology.js';
import type {TextRange} from './fold-text.js';
import type {QueryField} from './query-fields.js';

/** One of the values of a term, with its range in the query (quotes included). */
export type QueryValue = TextRange & {readonly text: string; readonly isQuoted: boolean};

export type Comparison = '=' | '<' | '<=' | '>' | '>=';

/** Any word or quoted words, wherever they stand. */
export type WordTerm = TextRange & {
  readonly type: 'word';
  readonly text: string;
  readonly isQuoted: boolean;
};

/** `field:value`, or `field:a,b` for any of several. At least one value. */
export type FieldTerm = TextRange & {
  readonly type: 'field';
  readonly field: QueryField;
  readonly comparison: Comparison;
  readonly values: readonly QueryValue[];
};

/**
What a query says. Ranges are UTF-16 offsets into its text, `[start, end)`; those of a bracketed
group hold the brackets, so that a part can be cut out of the text. `and` and `or` have two operands
or more; `all` is the empty query.
*/
export type Query =
  | (TextRange & {readonly type: 'all'})
  | WordTerm
  | FieldTerm
  | (TextRange & {readonly type: 'not'; readonly operand: Query})
  | (TextRange & {readonly type: 'and' | 'or'; readonly operands: readonly Query[]});

/**
What is wrong with a query, at which column (from 1, in UTF-16 units) and range, and what to do. An
error is a query that does not mean what it seems to; a warning is one that is not finished yet.
*/
export type QueryProblem = Problem & TextRange & {readonly column: number};

export type ParsedQuery = {
  readonly text: string;
  /** The best reading of the text; parts that cannot be read are left out. */
  readonly query: Query;
  readonly problems: readonly QueryProblem[];
};
