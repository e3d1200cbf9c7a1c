/** A cell that a spreadsheet would take for a formula, or that already hides one. */
const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/**
@returns a value as a cell of CSV: quoted where it needs to be, and with an apostrophe before what a
spreadsheet would run as a formula. Plain numbers stay numbers.
Source: RFC 4180 §2; OWASP, "CSV Injection".
*/
export function csvCell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @returns the value of a cell written by `csvCell`, its apostrophe taken off. */
export function fromCsvCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** @returns a row of CSV with its line end (RFC 4180: CR LF). */
export function csvRow(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
