/**
The fields of the query language: one row each.

How to add one: add a row here, say in `match-event.ts` how it is answered and in
`stores/table-query.ts` how a large table answers it (the types ask for both), and when a filter pane
should count it, name it in `facets.ts`.
*/

/** How a value of the field is read: words, a date (EDTF), a number, or one of a few flags. */
export type QueryFieldValue = 'text' | 'date' | 'number' | 'flag';

type FieldRow = {
  readonly name: string;
  readonly takes: QueryFieldValue;
  /** One line for completion and help, lower case, no full stop. */
  readonly summary: string;
  /** A value as an example. */
  readonly example: string;
};

const ROWS = [
  {name: 'actor', takes: 'text', summary: 'who took part or spoke', example: 'austin'},
  {name: 'by', takes: 'text', summary: 'who spoke', example: 'rasool'},
  {name: 'said', takes: 'text', summary: 'words reported as said', example: '"sovereignty"'},
  {name: 'side', takes: 'text', summary: 'the lane on the timeline', example: 'us'},
  {name: 'kind', takes: 'text', summary: 'what sort of event', example: 'strike'},
  {name: 'place', takes: 'text', summary: 'where', example: 'qaim'},
  {name: 'after', takes: 'date', summary: 'from this date on', example: '2024-01'},
  {name: 'before', takes: 'date', summary: 'earlier than this date', example: '2024-02'},
  {name: 'on', takes: 'date', summary: 'within this date or span', example: '2024-01-24'},
  {name: 'deaths', takes: 'number', summary: 'deaths as reported', example: '>=2'},
  {name: 'source', takes: 'text', summary: 'the report it rests on', example: 'report'},
  {name: 'is', takes: 'flag', summary: 'contested, inferred or uncertain', example: 'contested'},
  {name: 'tag', takes: 'text', summary: "an editor's tag", example: 'troops'},
  {name: 'cameo', takes: 'text', summary: 'CAMEO code, by its first digits', example: '19'},
  {name: 'id', takes: 'text', summary: 'the event with this id', example: 'strikes'},
] as const satisfies readonly FieldRow[];

export type QueryField = (typeof ROWS)[number]['name'];
export type QueryFieldRow = FieldRow & {readonly name: QueryField};

/** Every field, in the order in which completion and help show them. */
export const QUERY_FIELDS: readonly QueryFieldRow[] = ROWS;

/** What `is:` can ask. */
export type QueryFlag = 'contested' | 'inferred' | 'uncertain';

/** Every value of `is:`, with what it means in words. */
export const QUERY_FLAGS: readonly {readonly name: QueryFlag; readonly summary: string}[] = [
  {name: 'contested', summary: 'accounts differ'},
  {name: 'inferred', summary: "something in it is an editor's inference"},
  {name: 'uncertain', summary: 'its date is approximate or uncertain'},
];

/** @returns the row of a field by its name in any case, or undefined when there is none. */
export function queryField(name: string): QueryFieldRow | undefined {
  const lower = name.toLowerCase();
  return QUERY_FIELDS.find((row) => row.name === lower);
}
