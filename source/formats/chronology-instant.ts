import type {Instant} from '../core/events/event-store.js';
import {civilTime, DATE_LIMIT_MS, yearText} from '../core/time/civil-calendar.js';

/**
@param instant - milliseconds since 1970, in any distance.
@returns it as export writes it: ISO 8601 in UTC, a signed year beyond the reach of a JavaScript
date, null for an open end.
*/
export function formatInstant(instant: Instant): string | null {
  if (!Number.isFinite(instant)) {
    return null;
  }
  return Math.abs(instant) <= DATE_LIMIT_MS
    ? new Date(instant).toISOString()
    : yearText(BigInt(Math.round(civilTime(instant).year)));
}
