/**
The contract of the tabular formats: one row in, one event out.

How to add one: write a file in `formats/` that exports a `TableFormat` and
`tableAsFormat(yours)` as its `Format`, and add one line to `format-registry.ts`.

A row is converted by itself, knowing only what `open` learned from the first rows. So a store
that holds millions of rows can ask for the one on the screen, and `readTable` gets the same
answer by asking for all of them.
*/
import type {
  Actor,
  Chronology,
  Claim,
  Place,
  Problem,
  Source,
  TimelineEvent,
} from '../core/events/chronology.js';
import type {Loss} from './format.js';

/** How the text is cut into cells: one character, and whether quotes hold cells together. */
export type Dialect = {readonly delimiter: string; readonly hasQuotes: boolean};

/** Everything one row says. Actors, places and sources have ids made from their names alone. */
export type RowRecord = {
  readonly event: TimelineEvent;
  /** At least one: the row itself is a claim, cited by its number. */
  readonly claims: readonly Claim[];
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  /** Sources the row names; the data set itself is in `TableReader.chronology`. */
  readonly sources: readonly Source[];
  readonly losses: readonly Loss[];
};

/** A row that gives no event, and why. */
export type RowRefusal = {readonly refused: Loss};

/** What a list and a timeline need of a row, without making the rest. */
type QuickRow = {
  readonly edtf: string;
  /** `[start, end)` in milliseconds since 1970, days taken in the reader's time zone. */
  readonly start: number;
  readonly end: number;
  /** A side's id. */
  readonly side: string;
  readonly title: string;
};

/** What some cells of a row say of its event, whatever the other cells are. */
export type PartFacts = {
  readonly event?: Pick<Partial<TimelineEvent>, 'when' | 'kind' | 'deaths' | 'side' | 'tags'>;
  readonly actors?: readonly Actor[];
  readonly places?: readonly Place[];
  readonly sources?: readonly Source[];
  /** Words that a search finds the event by; each begins and ends where words do. */
  readonly texts?: readonly string[];
};

/** Cells that come again and again together, so that they are read once. */
export type RowPart = {
  /** Positions of the cells; `read` sees no others. */
  readonly columns: readonly number[];
  /** @returns what they say, or undefined when the row loses something: then it is read as a whole. */
  read(cells: readonly string[]): PartFacts | undefined;
};

/**
A row taken apart, for tables so large that most rows are only counted and searched; never one with a
cell that runs over lines, or with one too long to be kept. It must say what
`row` and `key` say; its claim is made in nobody's voice and cites the sources of the chronology.
*/
export type RowParts = {
  readonly parts: readonly RowPart[];
  /**
  @param cell - gives the raw text of a cell by its position, `''` for one that is not there.
  @returns what no other row has, or undefined for a row that has to be read as a whole.
  */
  own(
    cell: (position: number) => string,
    rowNumber: number,
  ): {readonly id: string; readonly key: string | undefined} | undefined;
  /** Position of the cell with the text that a search finds the event by; -1 for none. */
  readonly textColumn: number;
  /** @returns that text as it is kept. */
  text(cell: (position: number) => string): string;
};

/** An opened table: what its columns mean, and how a row becomes an event. Pure. */
export type TableReader = {
  /** The names of the columns, one for each cell; a longer row is refused. */
  readonly columns: readonly string[];
  /** Rows above the first event: 1 with a header, 0 without. */
  readonly headerRows: number;
  /** All but the events; `sides` has every lane a row may stand in, twelve at most. */
  readonly chronology: Pick<
    Chronology,
    'title' | 'summary' | 'timezone' | 'sides' | 'fields' | 'sources'
  >;
  /** What was guessed or cannot be kept for the file as a whole, as warnings. */
  readonly problems: readonly Problem[];
  /**
  @param cells - as many as there are columns, raw.
  @param rowNumber - from 1, header excluded.
  */
  row(cells: readonly string[], rowNumber: number): RowRecord | RowRefusal;
  /**
  @returns what the rows of one event share, who share its id too; undefined when a row stands alone.
  */
  key?(cells: readonly string[]): string | undefined;
  /**
  @returns the two as one, the first row's words standing; `mergeRows` when a reader has no other way.
  */
  merge?(first: RowRecord, next: RowRecord, nextRow: number): RowRecord;
  /** @returns the row in short, or undefined when `row` would refuse it. */
  quick?(cells: readonly string[], rowNumber: number): QuickRow | undefined;
  readonly apart?: RowParts;
};

/** What a table is opened with. */
export type TableSample = {
  /** File name without folders. */
  readonly name: string;
  /** The first rows, header included: up to 1,000. */
  readonly rows: readonly (readonly string[])[];
  /** The character between cells; `json` or `ndjson` when keys stand for columns. */
  readonly delimiter: string;
  /** What the reader of the file was told: `{date: 'When'}`. */
  readonly columnMap?: Readonly<Record<string, string>>;
};

/** A kind of table that can be recognised and opened. */
export type TableFormat = {
  readonly id: string;
  readonly name: string;
  /**
  @param text - the text, or its beginning.
  @returns how the text is cut, given the guess; the guess itself when the format has no say.
  */
  dialect?(guess: Dialect, text: string): Dialect;
  /** @returns whether tables with this delimiter are of this format; all are when it is absent. */
  takes?(delimiter: string): boolean;
  /**
  @param rows - up to 20 first rows, header (if any) included.
  @param delimiter - as in `TableSample`.
  @returns how sure it is from 0 to 1 that the table is of this format.
  */
  recognise(rows: readonly (readonly string[])[], delimiter: string): number;
  /** @returns the reader, or the problem that keeps the table from being read at all. */
  open(sample: TableSample): TableReader | Problem;
};

/** What the source of a table says of its citations. */
export const ROW_NOTE = 'The paragraph of a citation is the number of the row, header excluded.';

/** @returns true when a row gave no event. */
export function isRefusal(result: RowRecord | RowRefusal): result is RowRefusal {
  return 'refused' in result;
}

/** @returns true when opening a table gave a problem instead of a reader. */
export function isTableProblem(result: TableReader | Problem): result is Problem {
  return 'severity' in result;
}
