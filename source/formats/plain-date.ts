/** Dates of a plain table: as tables write them, as EDTF, or as a count since 1970. */
import {parseEdtf} from '../core/time/edtf.js';
import {resolveEdtf} from '../core/time/resolve-when.js';
import {type CellDate, readTicks} from './cell-date.js';
import {type DayOrder, readCellDate} from './table-date.js';

/** How a column's dates are read. */
export type DateManner = {
  readonly order?: DayOrder;
  /** True when a bare number counts from 1970. */
  readonly isTicks?: boolean;
};

/** @returns the date of a cell, or undefined when it is none in any of the three manners. */
export function readPlainDate(cell: string, manner: DateManner = {}): CellDate | undefined {
  const text = cell.trim();
  if (text.length < 4 || text.length > 80) return undefined;
  if (manner.isTicks === true && /^\d{9,17}(\.\d+)?$/.test(text)) return readTicks(text);
  const date = readCellDate(text, manner.order);
  if (date) return date;
  if (!/^[-[{YX\d./]/.test(text) || !/[\dX]/.test(text)) return undefined;
  const parsed = parseEdtf(text);
  if (!parsed.ok) return undefined;
  const {start, end} = resolveEdtf(parsed.value, 'UTC');
  return {edtf: text, start, end};
}
