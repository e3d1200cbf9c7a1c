import {parseEdtf} from '../time/edtf.js';
import {resolveEdtf} from '../time/resolve-when.js';
import type {SearchSpan} from './search-document.js';

/** @returns true when a text is a date that `after:`, `before:` and `on:` can use: EDTF, levels 0 to 2. */
export function isQueryDate(text: string): boolean {
  return parseEdtf(text).ok;
}

/**
@param zone - IANA zone in which days begin, of the chronology.
@returns the instants from the earliest to the latest that a date can mean, or undefined when it is no
date.
*/
export function resolveQueryDate(text: string, zone: string): SearchSpan | undefined {
  const date = parseEdtf(text);
  if (!date.ok) return undefined;
  const {start, end} = resolveEdtf(date.value, zone);
  return {start, end};
}
