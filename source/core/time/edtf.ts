/**
The reader of EDTF, levels 0 to 2.

Source: ISO 8601-2:2019, Annex A, and Library of Congress, "Extended Date/Time Format (EDTF)
Specification", 4 February 2019. Written here rather than wrapped: no library was found that reads
all three levels, tells the column of a fault and gives exact bounds (`.scripts/edtf-scores.mjs`
measures two of them).
*/
import {readPoint} from './edtf-point.js';
import {levelOfExpression} from './edtf-level.js';
import {faultOfOrder} from './edtf-order.js';
import {failAt, noteBeyond, startScan, type Scan} from './edtf-scan.js';
import type {
  Edtf,
  EdtfEnd,
  EdtfExpression,
  EdtfInterval,
  EdtfPoint,
  EdtfRange,
  EdtfSet,
} from './edtf-value.js';

/** A date that was read, or what is wrong with it; `column` counts from 1. */
export type EdtfResult =
  | {readonly ok: true; readonly value: Edtf}
  | {readonly ok: false; readonly error: string; readonly column: number};

/** Longer texts are refused unread; no date needs a hundredth of it. */
const LONGEST_TEXT = 20_000;

/**
@param text - EDTF. Accepted too, and noted in `value.beyond`, are four things that EDTF leaves out and
chronologies need: of ISO 8601-1 a time without seconds, a time at the end of an interval and a year
with `Y` at the end of an interval; and a mark of doubt behind a time, `2023-12-08T04:15~`, which
qualifies the time and not its day.
@returns the date, or the first fault with its column and what to write instead. Takes time in
proportion to the length.
*/
export function parseEdtf(text: string): EdtfResult {
  if (text.length > LONGEST_TEXT) {
    const error = `longer than ${LONGEST_TEXT} characters`;
    return {ok: false, error, column: LONGEST_TEXT + 1};
  }
  const scan = startScan(text);
  const expression = readExpression(scan);
  if (!expression || scan.fault) {
    const {message, at} = scan.fault ?? {message: 'not a date', at: 0};
    return {ok: false, error: message, column: at + 1};
  }
  return {
    ok: true,
    value: {
      expression,
      level: levelOfExpression(expression),
      ...(scan.beyond && {beyond: scan.beyond}),
    },
  };
}

/**
@returns as `parseEdtf`, but what lies beyond EDTF is a fault: for exchange with other programs.
*/
export function parseStrictEdtf(text: string): EdtfResult {
  const result = parseEdtf(text);
  if (!result.ok || !result.value.beyond) return result;
  return {ok: false, error: result.value.beyond.message, column: result.value.beyond.column};
}

function readExpression(scan: Scan): EdtfExpression | undefined {
  const {text} = scan;
  if (text === '') return failAt(scan, 0, 'empty: write a date such as 2024-01-24');
  if (text.startsWith('[') || text.startsWith('{')) return readSet(scan);
  const start = readEnd(scan);
  if (!start) return undefined;
  const slashAt = scan.at;
  if (text[slashAt] !== '/') {
    if (slashAt < text.length) return failAt(scan, slashAt, unexpected(scan));
    if (start.kind === 'open')
      return failAt(scan, 0, '".." alone: write ../1985 or [..1985] for what came before');
    return start.kind === 'unknown' ? undefined : start;
  }
  scan.at += 1;
  const end = readEnd(scan);
  if (!end) return undefined;
  if (scan.at < text.length) return failAt(scan, scan.at, unexpected(scan));
  return checkInterval(scan, {kind: 'interval', start, end}, slashAt + 1);
}

function readEnd(scan: Scan): EdtfEnd | undefined {
  const {text, at} = scan;
  if (at >= text.length || text[at] === '/') return {kind: 'unknown'};
  if (!text.startsWith('..', at)) return readPoint(scan);
  scan.at += 2;
  if (scan.at < text.length && text[scan.at] !== '/')
    return failAt(scan, at, '".." before a date belongs in brackets: [..1985], or ../1985');
  return {kind: 'open'};
}

function checkInterval(
  scan: Scan,
  interval: EdtfInterval,
  endAt: number,
): EdtfInterval | undefined {
  const {start, end} = interval;
  noteBeyondInterval(scan, start, 0);
  noteBeyondInterval(scan, end, endAt);
  const fault = isPoint(start) && isPoint(end) ? faultOfOrder(start, end) : undefined;
  return fault === undefined ? interval : failAt(scan, endAt, fault);
}

function noteBeyondInterval(scan: Scan, end: EdtfEnd, at: number): void {
  if (end.kind === 'long-year')
    noteBeyond(scan, at, 'a year with Y is not an end of an interval in EDTF: write it alone');
  else if (end.kind === 'date' && end.time)
    noteBeyond(
      scan,
      scan.text.indexOf('T', at),
      'a time of day is not part of an interval in EDTF: write dates only',
    );
}

function isPoint(end: EdtfEnd): end is EdtfPoint {
  return end.kind === 'date' || end.kind === 'long-year';
}

function readSet(scan: Scan): EdtfSet | undefined {
  const {text} = scan;
  const isAll = text.startsWith('{');
  const close = isAll ? '}' : ']';
  const members: (EdtfPoint | EdtfRange)[] = [];
  scan.at = 1;
  for (;;) {
    const isFirst = members.length === 0;
    const member = readMember(scan, isFirst, close);
    if (!member) return undefined;
    members.push(member);
    const next = text[scan.at];
    if (next === close) break;
    if (next !== ',') return failAt(scan, scan.at, missingInSet(scan, close));
    scan.at += 1;
  }
  if (scan.at + 1 < text.length)
    return failAt(scan, scan.at + 1, `nothing may follow the closing ${close}`);
  return {kind: 'set', isAll, members};
}

function missingInSet(scan: Scan, close: string): string {
  const found = scan.text[scan.at];
  if (found === undefined) return `the set is not closed: add ${close}`;
  if (found === '/') return 'no interval within a set: write 1670..1672';
  return found === ' ' ? unexpected(scan) : `write a comma or ${close} here`;
}

function readMember(
  scan: Scan,
  isFirst: boolean,
  close: string,
): EdtfPoint | EdtfRange | undefined {
  const {text} = scan;
  const startAt = scan.at;
  if (text.startsWith('..', startAt)) {
    if (!isFirst) return failAt(scan, startAt, '".." before a date may only begin a set');
    scan.at += 2;
    const to = readSetDate(scan, close);
    return to && {kind: 'range', to};
  }
  const from = readSetDate(scan, close);
  if (!from || !text.startsWith('..', scan.at)) return from;
  const dotsAt = scan.at;
  scan.at += 2;
  if (text[scan.at] === close) return {kind: 'range', from};
  if (text[scan.at] === ',') return failAt(scan, dotsAt, '".." after a date may only end a set');
  const toAt = scan.at;
  const to = readSetDate(scan, close);
  if (!to) return undefined;
  if (precisionOf(from) !== precisionOf(to))
    return failAt(scan, toAt, 'both ends of ".." need the same precision (two years, two days…)');
  if (faultOfOrder(from, to) !== undefined)
    return failAt(scan, toAt, 'the range ends before it starts: swap its ends');
  return {kind: 'range', from, to};
}

function readSetDate(scan: Scan, close: string): EdtfPoint | undefined {
  const {text, at} = scan;
  if (at >= text.length) return failAt(scan, at, `the set is not closed: add ${close}`);
  if (text[at] === close || text[at] === ',') return failAt(scan, at, 'a date is missing here');
  const point = readPoint(scan);
  if (point?.kind === 'date' && point.time)
    return failAt(scan, at, 'a time of day is not part of a set: write dates only');
  return point;
}

function precisionOf(point: EdtfPoint): string {
  if (point.kind === 'long-year') return 'year';
  if (point.day) return 'day';
  return point.month ? 'month' : point.year.digits.length === 4 ? 'year' : 'longer';
}

/** What to say of a character that nothing can be made of. */
function unexpected(scan: Scan): string {
  const found = scan.text[scan.at] ?? '';
  if (/\s/u.test(found)) return 'a space: EDTF has none';
  if (found === '/') return 'one slash at most';
  if (found === '\\') return 'a backslash: an interval is written with /';
  if (/[xu]/.test(found)) return 'an unspecified digit is a capital X';
  if (found === 't') return 'a time begins with a capital T';
  if (found === '–' || found === '—') return 'a dash: write - within a date and / between two';
  if (scan.text.startsWith('..', scan.at)) return '".." belongs in brackets: [1985..], or 1985/..';
  if (found === ']' || found === '}') return `nothing was opened for this ${found}`;
  return 'nothing that can follow a date';
}
