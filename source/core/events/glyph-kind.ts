import type {Kind} from './chronology.js';
import type {GlyphKind} from './event-store.js';

const VIOLENT_TYPES = new Set([
  'battles',
  'explosions/remote violence',
  'violence against civilians',
  'riots',
]);

/**
@returns the sort of mark an event gets, from its coding: CAMEO roots 18 to 20 and ACLED's violent
types are violence, 01 to 05 and 10 to 13 are things said, the rest things done.
*/
export function glyphKind(kind: Kind | undefined): GlyphKind {
  if (kind === undefined) return 'other';
  if (kind.type !== undefined && VIOLENT_TYPES.has(kind.type.toLowerCase())) return 'violence';
  const root = kind.cameo?.slice(0, 2);
  if (root === undefined) return kind.type === undefined ? 'other' : 'movement';
  if (root >= '18') return 'violence';
  if (root <= '05' || (root >= '10' && root <= '13')) return 'statement';
  return 'movement';
}
