/** What a table store is told about the rows of a file; the formats supply it. */
import type {Buffer} from 'node:buffer';
import type {
  Actor,
  Chronology,
  Claim,
  Place,
  Problem,
  Source,
  TimelineEvent,
} from '../core/events/chronology.js';
import type {ScanOptions} from './table-scan.js';

/** Something a row held that could not be kept. Rows count from 1, header excluded. */
export type TableLoss = {readonly row: number; readonly field: string; readonly what: string};

/** Everything one row says, or the rows of one event together. */
export type TableRow = {
  readonly event: TimelineEvent;
  readonly claims: readonly Claim[];
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly sources: readonly Source[];
  readonly losses: readonly TableLoss[];
};

/** A row that gives no event, and why. */
export type TableRefusal = {readonly refused: TableLoss};

/** A row with what the rows of one event share, who share its id too; undefined when it stands alone. */
export type KeyedRow = {readonly row: TableRow; readonly key: string | undefined};

/** A row that the scanner leaves to a careful parser. */
export type OddRow = {
  /** Undefined when it cannot be cut into cells. */
  readonly cells: readonly string[] | undefined;
  /** What is odd about it, or why it cannot be cut. */
  readonly remark: string | undefined;
  /** Offset after its end. */
  readonly end: number;
};

/** What some cells of a row say of its event, whatever the other cells are. */
export type TableFacts = {
  readonly event?: Pick<Partial<TimelineEvent>, 'when' | 'kind' | 'deaths' | 'side' | 'tags'>;
  readonly actors?: readonly Actor[];
  readonly places?: readonly Place[];
  readonly sources?: readonly Source[];
  /** Words that a search finds the event by; each begins and ends where words do. */
  readonly texts?: readonly string[];
};

/** @returns the raw text of a cell by its position, `''` for one that is not there. */
export type CellOf = (position: number) => string;

/** A row taken apart into what comes again in other rows, and its own; undefined for what is not sound. */
export type TableParts = {
  readonly parts: readonly {
    /** Positions of the cells that it depends on; `read` sees no others. */
    readonly columns: readonly number[];
    read(cells: readonly string[]): TableFacts | undefined;
  }[];
  own(
    cell: CellOf,
    rowNumber: number,
  ): {readonly id: string; readonly key: string | undefined} | undefined;
  /** Position of the cell with the text that a search finds the event by; -1 for none. */
  readonly textColumn: number;
  /** @returns that text as it is kept. */
  text(cell: CellOf): string;
};

/** How a file becomes events. */
export type TableSource = {
  /** For messages. */
  readonly name: string;
  /** Name of the format: `UCDP GED`. */
  readonly format: string;
  /** All but the events; `sides` has every lane a row may stand in. */
  readonly chronology: Pick<
    Chronology,
    'title' | 'summary' | 'timezone' | 'sides' | 'fields' | 'sources'
  >;
  /** What was guessed or cannot be kept for the file as a whole. */
  readonly problems: readonly Problem[];
  /** Rows above the first event. */
  readonly headerRows: number;
  readonly scan: ScanOptions;
  /** @param remark - what is odd about the cells. */
  convert(
    cells: readonly string[],
    rowNumber: number,
    remark: string | undefined,
  ): KeyedRow | TableRefusal;
  /** The same in less time, for most rows. */
  readonly apart?: TableParts;
  /** Rows that may be joined to one event. */
  readonly mostRowsOfEvent: number;
  merge(first: TableRow, next: TableRow, nextRow: number): TableRow;
  /** Cut one odd row, with all the care that a whole file gets. */
  cutOdd(bytes: Buffer, from: number, hasQuotes: boolean): Promise<OddRow>;
};
