/**
The format contract.

How to add a format: write one file in `formats/` that exports a `Format` (reader and writer
together, heavy libraries imported inside the functions that use them), add one line to
`formats/format-registry.ts`, and the contract suite in `test/formats/` runs over it.

No row is ever dropped silently: for every reader `rows kept + refused = rows in the file`.
*/
import type {Chronology, Problem} from '../core/events/chronology.js';

/** Something a row held that could not be kept, or not said exactly. Rows count from 1, header excluded. */
export type Loss = {readonly row: number; readonly field: string; readonly what: string};

/** The beginning of a file, for recognising it. */
export type FileHead = {
  /** File name without folders; `-` for standard input. */
  readonly name: string;
  /** The first 64 KiB or less, decoded, byte-order mark removed. */
  readonly text: string;
  /** True when `text` is the whole file. */
  readonly isWhole: boolean;
};

export type FormatInput = {
  readonly name: string;
  /** The whole decoded text, byte-order mark removed. */
  readonly text: string;
  /** Which column means what, when the reader has said so: `{date: 'When', title: 'What'}`. */
  readonly columnMap?: Readonly<Record<string, string>>;
};

export type ReadResult = {
  readonly chronology: Chronology;
  /** Rows (or entries) in the file, kept and refused; the events of a chronology of our own. */
  readonly rows: number;
  /** Rows that gave no event; each has at least one loss that says why. */
  readonly refused: number;
  readonly losses: readonly Loss[];
  /** Errors stop the opening; warnings are shown in the problems pane. */
  readonly problems: readonly Problem[];
  /** What the file turned out to be, where one format covers several: `JSON rows`. */
  readonly formatName?: string;
  /** True for a chronology of our own: nothing was made of it that it did not say. */
  readonly isChronology?: boolean;
};

export type WriteResult = {
  readonly text: string;
  /** What the format cannot carry; `row` is the event's position from 1, 0 for the whole. */
  readonly losses: readonly Loss[];
};

export type Format = {
  /** As in `--from` and `--format`. */
  readonly id: string;
  /** As in messages: `ACLED export`. */
  readonly name: string;
  /** @returns how sure it is from 0 (no) to 1 (certain) that the file is of this format. */
  detect?(head: FileHead): number;
  /** Bad data is returned as losses and problems, never thrown. */
  read?(input: FormatInput): Promise<ReadResult>;
  /** @returns the line, from 1, on which a row (or entry) begins; undefined when that cannot be told. */
  lineOfRow?(input: FormatInput, row: number): Promise<number | undefined>;
  write?(chronology: Chronology): Promise<WriteResult>;
};
