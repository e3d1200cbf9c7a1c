import {foldText} from './fold-text.js';
import {formatTerm} from './format-query.js';
import {lexQuery} from './lex-query.js';
import {QUERY_FIELDS, QUERY_FLAGS, type QueryField} from './query-fields.js';

/** A value a field can take: what is written in the query, how it is called, how many events have it. */
export type CandidateValue = {
  readonly value: string;
  readonly label: string;
  /** Other names to find it by. */
  readonly otherNames?: readonly string[];
  readonly count?: number;
};

/** Candidate values by field, in the order they are to be offered; fields may be left out. */
export type QueryVocabulary = {readonly [field in QueryField]?: readonly CandidateValue[]};

export type CompletionItem = {
  /** What replaces `[replaceFrom, replaceTo)` of the query. */
  readonly text: string;
  /** What it is, in words. */
  readonly label: string;
  readonly count?: number;
};

export type QueryCompletion = {
  readonly replaceFrom: number;
  readonly replaceTo: number;
  readonly items: readonly CompletionItem[];
};

/** Values offered for a word that names no field; few, so that they do not bury the fields. */
const VALUES_FOR_WORD = 5;

/**
What the term at the cursor can become.

@param text - the query as typed so far.
@param cursor - UTF-16 offset into it, clamped.
@param vocabulary - the values that exist.
@returns after `field:` the values that begin like what is typed, by value, label or any word of them,
without those the term already has;
for a bare word the fields it begins, then `field:value` terms it may mean; the range they replace.
No items inside a quotation that belongs to no field, or when nothing fits.
*/
export function completeQuery(
  text: string,
  cursor: number,
  vocabulary: QueryVocabulary,
): QueryCompletion {
  const at = Math.min(Math.max(0, cursor), text.length);
  const {tokens} = lexQuery(text);
  const token = tokens.find((one) => one.start < at && at <= one.end && !isBracket(one.type));
  if (token?.type === 'field') {
    const value = token.values.find((one) => one.start <= at && at <= one.end);
    const start = value?.start ?? Math.min(at, token.end);
    if (at < token.valueStart) return {replaceFrom: at, replaceTo: at, items: []};
    const typed = text.slice(start, at).replace(/^["“”„«]/, '');
    return {
      replaceFrom: start,
      replaceTo: value?.end ?? start,
      items: completeValue(
        token.row.name,
        typed,
        vocabulary,
        token.values.filter((one) => one !== value).map((one) => one.text),
      ),
    };
  }
  if (token?.type === 'word' && token.isQuoted) return {replaceFrom: at, replaceTo: at, items: []};
  const isWord = token !== undefined && token.type !== 'not';
  const start = isWord ? token.start : at;
  const typed = text.slice(start, at);
  return {
    replaceFrom: start,
    replaceTo: isWord ? token.end : at,
    items: [...completeField(typed), ...completeWord(typed, vocabulary)],
  };
}

function isBracket(type: string): boolean {
  return type === 'open' || type === 'close';
}

function completeField(typed: string): CompletionItem[] {
  const lower = typed.toLowerCase();
  return QUERY_FIELDS.filter((row) => row.name.startsWith(lower)).map((row) => ({
    text: `${row.name}:`,
    label: row.summary,
  }));
}

function completeWord(typed: string, vocabulary: QueryVocabulary): CompletionItem[] {
  if (foldText(typed).length < 2) return [];
  const items: CompletionItem[] = [];
  for (const {name, takes} of QUERY_FIELDS) {
    if (takes !== 'text' && takes !== 'flag') continue;
    for (const candidate of candidatesFor(name, vocabulary)) {
      if (!beginsLike(candidate, foldText(typed))) continue;
      items.push(toItem(candidate, formatTerm(name, candidate.value)));
      if (items.length === VALUES_FOR_WORD) return items;
    }
  }
  return items;
}

function completeValue(
  field: QueryField,
  typed: string,
  vocabulary: QueryVocabulary,
  others: readonly string[],
): CompletionItem[] {
  const folded = foldText(typed);
  return candidatesFor(field, vocabulary)
    .filter((candidate) => !others.includes(candidate.value) && beginsLike(candidate, folded))
    .map((candidate) =>
      toItem(candidate, formatTerm(field, candidate.value).slice(field.length + 1)),
    );
}

function candidatesFor(field: QueryField, vocabulary: QueryVocabulary): readonly CandidateValue[] {
  const given = vocabulary[field];
  if (given !== undefined || field !== 'is') return given ?? [];
  return QUERY_FLAGS.map((flag) => ({value: flag.name, label: flag.summary}));
}

function toItem(candidate: CandidateValue, text: string): CompletionItem {
  const {label, count} = candidate;
  return count === undefined ? {text, label} : {text, label, count};
}

function beginsLike(candidate: CandidateValue, folded: string): boolean {
  if (folded === '') return true;
  const names = [candidate.value, candidate.label, ...(candidate.otherNames ?? [])];
  return names.some((name) => ` ${foldText(name)}`.includes(` ${folded}`));
}
