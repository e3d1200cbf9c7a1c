import type {EndQuality, EventRow, Instant} from '../events/event-store.js';
import {readEdtf} from './read-edtf.js';
import {resolveStretches} from './resolve-when.js';

/** A stretch of time, `[start, end)`. */
export type Stretch = {
  readonly start: Instant;
  readonly end: Instant;
  readonly startQuality: EndQuality;
  readonly endQuality: EndQuality;
};

/**
@returns the stretches of time that the date of an event names, in order: those of a set of days, of which
no two touch, else the one from the first to the last instant it can mean.
*/
export function namedStretches({
  edtf,
  timezone,
  when,
}: Pick<EventRow, 'edtf' | 'timezone' | 'when'>): readonly Stretch[] {
  const value = /^[[{]/.test(edtf) ? readEdtf(edtf) : undefined;
  return (value && resolveStretches(value, timezone)) ?? [when];
}

/** @returns true when the date of an event names some of `[start, end)`. */
export function namesSomeOf(
  event: Pick<EventRow, 'edtf' | 'timezone' | 'when'>,
  start: Instant,
  end: Instant,
): boolean {
  return namedStretches(event).some((each) => each.start < end && each.end > start);
}
