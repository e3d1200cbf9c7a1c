/** What an import brought in and what it lost, as figures and as lines to read. */
import {isProblem, resolveWhen} from '../core/time/resolve-when.js';
import type {Chronology} from '../core/events/chronology.js';
import {groupLosses} from '../core/events/import-figures.js';
import type {Loss, ReadResult} from '../formats/format.js';

/** The machine form: what `--report json` prints, and nothing else. */
export type ImportReport = {
  /** Format id, as in `--from`. */
  readonly format: string;
  /** Rows of the file, kept and refused. */
  readonly rows: number;
  /** Events after rows of one event were joined. */
  readonly events: number;
  readonly refused: number;
  /** EDTF of when the first event begins; null without events. */
  readonly first: string | null;
  /** EDTF of when the event that ends last ends; null without events. */
  readonly last: string | null;
  readonly losses: readonly Loss[];
};

/** Rows named for each kind of loss. */
const ROWS_NAMED = 5;

/** @returns the figures and losses of a read file. */
export function reportImport(format: string, result: ReadResult): ImportReport {
  const {first, last} = firstAndLast(result.chronology);
  return {
    format,
    rows: result.rows,
    events: result.chronology.events.length,
    refused: result.refused,
    first,
    last,
    losses: result.losses.map(({row, field, what}) => ({row, field, what})),
  };
}

/**
Sum up an import for the eye.

@param formatName - as in messages: `ACLED export`.
@returns lines: the figures, the first and last date, then every kind of loss with how often and
  in which rows first, with the values of these. Losses of one field that differ only in the value they
  quote count as one.
@param placeOf - gives where in the file a row begins (`notes.csv:12`), if that is known.
*/
export function summarizeImport(
  report: ImportReport,
  formatName: string,
  placeOf: (row: number) => string | undefined = () => undefined,
): readonly string[] {
  const kept = report.rows - report.refused;
  const lines = [
    `format   ${formatName} (${report.format})`,
    `rows     ${count(report.rows)} = ${count(kept)} kept + ${count(report.refused)} refused`,
    `events   ${count(report.events)}`,
  ];
  if (report.first !== null) lines.push(`first    ${report.first}`, `last     ${report.last}`);
  const groups = groupLosses(report.losses, ROWS_NAMED);
  if (groups.length === 0) lines.push('losses   none');
  else lines.push(`losses   ${count(report.losses.length)}`);
  for (const {field, what, samples, total} of groups) {
    const more = total > samples.length ? ' …' : '';
    const values = [...new Set(samples.map((sample) => sample.what.slice(what.length + 2)))];
    const quoted = values.filter((value) => value !== '').join(', ');
    const rows = [...new Set(samples.map(({row}) => row))].filter((row) => row > 0);
    const [first] = rows;
    const place = first === undefined ? undefined : placeOf(first);
    const parts = [
      `  ${field}: ${what}${quoted === '' ? '' : `: ${quoted}${more}`}`,
      `${count(total)} ×`,
      first === undefined ? 'the whole file' : `row ${rows.join(', ')}${more}`,
      ...(place === undefined ? [] : [place]),
    ];
    lines.push(parts.join(' · '));
  }
  return lines;
}

/** @returns when the first event begins and when the last one ends, each as its file writes it. */
function firstAndLast(chronology: Chronology): {
  readonly first: string | null;
  readonly last: string | null;
} {
  let first: string | null = null;
  let last: string | null = null;
  let start = Infinity;
  let end = -Infinity;
  for (const {when} of chronology.events) {
    const resolved = resolveWhen(when, chronology.timezone);
    if (isProblem(resolved)) continue;
    // An open or unknown end stands where the other end is.
    const begins = Number.isFinite(resolved.start) ? resolved.start : resolved.end;
    const ends = Number.isFinite(resolved.end) ? resolved.end : resolved.start;
    if (first === null || begins < start) {
      first = endOf(when.edtf, 0);
      start = begins;
    }
    if (last === null || ends > end) {
      last = endOf(when.edtf, 1);
      end = ends;
    }
  }
  return {first, last};
}

/** @returns one end of an interval or a set; the whole expression when it is none, or open at that end. */
function endOf(edtf: string, end: 0 | 1): string {
  const members = /^[[{](.*)[\]}]$/u.exec(edtf)?.[1]?.split(/,|\.\./u);
  const ends = members ?? edtf.split('/');
  const one = ends.length < 2 ? undefined : ends.at(end === 0 ? 0 : -1);
  return one === undefined || one === '' || one === '..' ? edtf : one;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
