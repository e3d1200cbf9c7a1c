import type {When} from '../events/chronology.js';
import type {Instant, ResolvedWhen} from '../events/event-store.js';
import {DATE_LIMIT_MS, MS_PER_DAY, MS_PER_YEAR, civilFromDays} from './civil-calendar.js';
import {yearBounds} from './edtf-bounds.js';
import {parseEdtf} from './edtf.js';
import type {Edtf, EdtfEnd, EdtfPoint} from './edtf-value.js';
import {isProblem, resolveEdtf, resolveWhen} from './resolve-when.js';

/** The ends of a date for machines: ISO instants, a signed year beyond a date, null for open. */
export type MachineBounds = {readonly earliest: string | null; readonly latest: string | null};

/** Years beyond which a float no longer tells one year from the next for sure. */
const EXACT_YEARS = 1e13;

/**
@param which - `latest` gives the last millisecond before the instant, which is where a span ends.
@returns `2024-01-24T00:00:00.000Z`; a signed year such as `-13800000000` beyond the reach of a
JavaScript date, exact up to some 10^12 years; null for an open or unknown end.
*/
export function formatInstant(instant: Instant, which: 'earliest' | 'latest'): string | null {
  if (!Number.isFinite(instant)) return null;
  const shown = which === 'latest' ? instant - 1 : instant;
  if (Math.abs(shown) <= DATE_LIMIT_MS) return new Date(shown).toISOString();
  return signedYear(BigInt(farYear(instant, which)));
}

/**
@param value - a date that was read.
@param zone - IANA zone for dates without an offset.
@returns the first and last instant the date can mean, years exact however far.
@throws RangeError for a zone that `isZoneName` refuses (a bug in the caller).
*/
export function machineBounds(value: Edtf, zone: string): MachineBounds {
  return boundsOf(value, resolveEdtf(value, zone));
}

/**
@param chronologyZone - IANA zone that holds when `when` names none.
@returns the same for a date of a chronology, its part of the day included; both null when it cannot be
read.
*/
export function machineBoundsOfWhen(when: When, chronologyZone: string): MachineBounds {
  const resolved = resolveWhen(when, chronologyZone);
  const result = parseEdtf(when.edtf);
  if (isProblem(resolved) || !result.ok) return {earliest: null, latest: null};
  return boundsOf(result.value, resolved);
}

function boundsOf(value: Edtf, {start, end}: ResolvedWhen): MachineBounds {
  return {
    earliest: exactFar(start, value, 'earliest') ?? formatInstant(start, 'earliest'),
    latest: exactFar(end - 1, value, 'latest') ?? formatInstant(end, 'latest'),
  };
}

/** The year from the digits of the text, where the instant is beyond the reach of a date. */
function exactFar(instant: number, value: Edtf, which: 'earliest' | 'latest'): string | undefined {
  if (!Number.isFinite(instant) || Math.abs(instant) <= DATE_LIMIT_MS) return undefined;
  const years = farPoints(value, which).map((point) => yearBounds(point));
  const found = years
    .map(({first, last}) => (which === 'earliest' ? first : last))
    .toSorted((a, b) => (a < b ? -1 : 1));
  const year = which === 'earliest' ? found[0] : found.at(-1);
  return year === undefined ? undefined : signedYear(year);
}

function farPoints({expression}: Edtf, which: 'earliest' | 'latest'): readonly EdtfPoint[] {
  const ends: readonly (EdtfEnd | undefined)[] =
    expression.kind === 'interval'
      ? [which === 'earliest' ? expression.start : expression.end]
      : expression.kind === 'set'
        ? expression.members.flatMap((member) =>
            member.kind === 'range' ? [which === 'earliest' ? member.from : member.to] : [member],
          )
        : [expression];
  return ends.filter((end) => end?.kind === 'long-year');
}

function signedYear(year: bigint): string {
  return year < 0n ? String(year) : `+${year}`;
}

/** The year of a far instant; the last year before it when it ends a span at a new year. */
function farYear(instant: number, which: 'earliest' | 'latest'): number {
  const days = Math.floor(instant / MS_PER_DAY);
  if (Math.abs(instant) < EXACT_YEARS * MS_PER_YEAR) {
    // The float may have landed some hours off the new year: ask half a month away from it.
    const aside = which === 'earliest' ? 15 : -15;
    return civilFromDays(days + aside).year;
  }
  return Math.round(instant / MS_PER_YEAR) + 1970 - (which === 'latest' ? 1 : 0);
}
