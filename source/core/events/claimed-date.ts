import {readEdtf} from '../time/read-edtf.js';
import {isProblem, resolveWhen} from '../time/resolve-when.js';
import type {ClaimValue, When} from './chronology.js';

/** The date that a claim gives, as far as it gives one. */
export type ClaimedDate = Pick<When, 'edtf' | 'stated' | 'timezone' | 'part_of_day'>;

/** @returns the date that a claim about `when` gives, as EDTF or as the date of an event; undefined for other words. */
export function claimedDate(value: ClaimValue): ClaimedDate | undefined {
  if (typeof value === 'string') return {edtf: value};
  return isDate(value) ? value : undefined;
}

function isDate(
  value: ClaimValue,
): value is ClaimedDate & {readonly [key: string]: ClaimValue | undefined} {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && isText(value, 'edtf')
  );
}

function isText(value: object, key: string): boolean {
  return typeof (value as Readonly<Record<string, unknown>>)[key] === 'string';
}

/** A time without an offset: its zone decides which moment it is. */
const LOCAL_TIME = /T\d{2}(?::\d{2}){0,2}(?![\d:]*(?:Z|[+-]\d))/u;

/** @returns whether an EDTF text has a time of day that no offset fixes. */
export function hasLocalTime(edtf: string): boolean {
  return LOCAL_TIME.test(edtf);
}

/**
@returns the same text for dates that mean the same: times by their moment where that is known, whatever
their zone; days by the calendar of whoever gives them, whatever the words.
*/
export function dateKey({edtf, timezone, part_of_day: part}: ClaimedDate): string {
  const isTime = edtf.includes('T') && readEdtf(edtf) !== undefined;
  const isFixed = isTime && (timezone !== undefined || !hasLocalTime(edtf));
  const moment = isFixed ? resolveWhen({edtf, basis: 'stated'}, timezone ?? 'UTC') : undefined;
  if (moment === undefined || isProblem(moment)) return [edtf, part].filter(Boolean).join(' ');
  const {start, end, startQuality, endQuality} = moment;
  return `${start} ${end} ${startQuality} ${endQuality}`;
}
