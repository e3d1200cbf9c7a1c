import type {EventRow} from '../events/event-store.js';
import type {LaneItem} from '../layout/lane-items.js';
import type {Glyphs} from './glyphs.js';

/** @returns the character between the ends of an item: what is known to have held, or only may have. */
export function barBody({when}: EventRow, item: LaneItem, glyphs: Glyphs): string {
  if (item.kind === 'points') return glyphs.range;
  // Nobody says that it held until an end that is not known.
  const isUnknown =
    (when.endQuality === 'unknown' && when.end === Infinity) ||
    (when.startQuality === 'unknown' && when.start === -Infinity);
  if (isUnknown) return glyphs.unknownBar;
  return when.isInferred ? glyphs.inferredBar : glyphs.bar;
}
