import {MS_PER_DAY, MS_PER_MINUTE} from './civil-calendar.js';
import {localBounds, shiftMinutes} from './edtf-bounds.js';
import type {EdtfPoint} from './edtf-value.js';

/**
@returns what is wrong with a start and an end in this order, undefined when nothing is for sure. The
end counts from where it begins: a coarser end that contains the start (2004-06-11/2004-06) is refused,
as edtf-validate does. Unspecified digits, and an offset that one of the two lacks, get the benefit of
the doubt.
*/
export function faultOfOrder(start: EdtfPoint, end: EdtfPoint): string | undefined {
  const [from, to] = [localBounds(start), localBounds(end)];
  if (!from || !to) return undefined;
  const [own, other] = [offsetMs(start), offsetMs(end)];
  // Two local times are of one zone. No offset reaches a day.
  const isLocal = own === undefined && other === undefined;
  const earliest = isLocal ? 0 : (own ?? MS_PER_DAY);
  const latest = isLocal ? 0 : (other ?? -MS_PER_DAY);
  if (from.start - earliest <= to.lastStart - latest) return undefined;
  return from.start - earliest < to.end - latest
    ? 'the end begins before the start: write it as exactly as the start'
    : 'the interval ends before it starts: swap its ends';
}

/** @returns true when a date has an offset of its own, so that no zone moves it. */
export function hasOffset(point: EdtfPoint): boolean {
  return offsetMs(point) !== undefined;
}

function offsetMs(point: EdtfPoint): number | undefined {
  const minutes = point.kind === 'date' && point.time ? shiftMinutes(point.time) : undefined;
  return minutes === undefined ? undefined : minutes * MS_PER_MINUTE;
}
