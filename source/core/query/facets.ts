import type {FacetCount, FacetCounts, FacetField} from './facet-counts.js';
import {formatQuery, formatTerm} from './format-query.js';
import {parseQuery} from './parse-query.js';
import type {FieldTerm, Query, QueryValue} from './query.js';
import type {SearchDocument} from './search-document.js';

/**
Count documents by side, actor, kind, place, source and flag.

@param documents - those to count, usually the matches of the query in force.
@returns for each field the values that occur, most frequent first, then by label; a document counts
once for each value it has. `is` always lists contested, inferred and uncertain, in that order.
*/
export function countFacets(documents: Iterable<SearchDocument>): FacetCounts {
  const counters = {
    side: new Map<string, FacetCount>(),
    actor: new Map<string, FacetCount>(),
    kind: new Map<string, FacetCount>(),
    place: new Map<string, FacetCount>(),
    source: new Map<string, FacetCount>(),
  };
  const flags = {contested: 0, inferred: 0, uncertain: 0};
  for (const document of documents) {
    if (document.side !== undefined) count(counters.side, [document.side]);
    count(counters.actor, document.actors);
    count(counters.kind, document.kinds);
    count(counters.place, document.places);
    count(counters.source, document.sources);
    if (document.isContested) flags.contested++;
    if (document.isInferred) flags.inferred++;
    if (document.isUncertain) flags.uncertain++;
  }
  return {
    side: ranked(counters.side),
    actor: ranked(counters.actor),
    kind: ranked(counters.kind),
    place: ranked(counters.place),
    source: ranked(counters.source),
    is: Object.entries(flags).map(([value, number]) => ({value, label: value, count: number})),
  };
}

/**
@returns true when the query asks, at its top level, for the value (alone or among others of the
field): what a filter pane shows as switched on.
*/
export function hasTerm(text: string, field: FacetField, value: string): boolean {
  return findTerm(text, field, value) !== undefined;
}

/**
Switch a value of a field on or off by editing the text of the query, so that the filter in force is
always the text in view.

@param text - the query in force.
@returns the query without the value when it asks for it; else with it: beside other values of the
field (any of them), or as a term of its own. Flags (`is:`) are terms of their own: all of them. A
query with OR at its top level is put in brackets first. The rest of a
finished query stays as typed.
*/
export function toggleTerm(text: string, field: FacetField, value: string): string {
  const base = tidy(text);
  const found = findTerm(base, field, value);
  if (found !== undefined) {
    const {term, values} = found;
    if (values.length === term.values.length) return cut(base, term.start, term.end);
    const rest = term.values.filter((one) => !values.includes(one));
    const written = rest.map((one) => base.slice(one.start, one.end)).join(',');
    return `${base.slice(0, term.start)}${field}:${written}${base.slice(term.end)}`;
  }
  const {query} = parseQuery(base, () => true);
  const added = formatTerm(field, value);
  const beside = field === 'is' ? undefined : topTerms(query, field)[0];
  if (beside !== undefined) {
    const end = beside.values.at(-1)?.end ?? beside.end;
    const written = added.slice(field.length + 1);
    return `${base.slice(0, end)},${written}${base.slice(end)}`;
  }
  if (query.type === 'all') return added;
  const isBare = query.type === 'or' && query.operands[0]?.start === query.start;
  return isBare ? `(${base}) ${added}` : `${base} ${added}`;
}

/** @returns the query without any top-level term of a field: for counts of what else it could be. */
export function dropField(text: string, field: FacetField): string {
  let left = tidy(text);
  for (;;) {
    const term = topTerms(parseQuery(left, () => true).query, field)[0];
    if (term === undefined) return left;
    left = cut(left, term.start, term.end);
  }
}

/** @returns a text without `[start, end)`, with one space where two would meet. */
function cut(text: string, start: number, end: number): string {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  return before === '' || after === '' || before.endsWith('(') || after.startsWith(')')
    ? `${before}${after}`
    : `${before} ${after}`;
}

/** A text that is not finished, or has errors, as it was read; any other as typed. */
function tidy(text: string): string {
  const {query, problems} = parseQuery(text, () => true);
  return problems.length === 0 ? text.trimEnd() : formatQuery(query);
}

function topTerms(query: Query, field: FacetField): readonly FieldTerm[] {
  const terms = query.type === 'and' ? query.operands : [query];
  return terms.filter((term): term is FieldTerm => term.type === 'field' && term.field === field);
}

function findTerm(
  text: string,
  field: FacetField,
  value: string,
): {readonly term: FieldTerm; readonly values: readonly QueryValue[]} | undefined {
  for (const term of topTerms(parseQuery(text, () => true).query, field)) {
    if (field === 'is' && term.values.length > 1) continue;
    const values = term.values.filter((one) =>
      field === 'is' ? one.text.toLowerCase() === value : one.text === value,
    );
    if (values.length > 0) return {term, values};
  }
  return undefined;
}

function count(
  counts: Map<string, FacetCount>,
  names: readonly {readonly id: string; readonly label: string}[],
): void {
  for (const {id, label} of names) {
    counts.set(id, {value: id, label, count: (counts.get(id)?.count ?? 0) + 1});
  }
}

function ranked(counts: ReadonlyMap<string, FacetCount>): readonly FacetCount[] {
  return [...counts.values()].toSorted(
    (a, b) => b.count - a.count || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0),
  );
}
