import type {Kind} from './chronology.js';
import type {GlyphKind} from './event-store.js';

/**
Event types under which only violence is coded: ACLED's since 2019 (Codebook, "Event types"), those it
used before (`Battle-No change of territory`, `Remote violence`), and UCDP's types of violence (GED
Codebook 23.1, `type_of_violence`).
*/
const VIOLENT_TYPE =
  /^(?:battles?\b|explosions\/remote violence$|remote violence$|violence against civilians$|riots$|(?:state-based|non-state) conflict$|one-sided violence$)/u;

/** ACLED's other event types, old ones among them: something done, not violence. */
const PEACEFUL_TYPE =
  /^(?:protests|riots\/protests|strategic developments?|non-violent transfer of territory|headquarters or base established)$/u;

/**
ACLED sub-event types that are violent whatever type they stand under: before 2019 riots and peaceful
protests shared one, `Riots/Protests`.
*/
const VIOLENT_SUB_TYPE =
  /^(?:violent demonstration|mob violence|excessive force against protesters)$/u;

/** What each sort of mark stands for, in the legend and among the kinds to filter by. */
export const GLYPH_WORDS: Readonly<Record<GlyphKind, string>> = {
  violence: 'violence',
  statement: 'something said',
  action: 'something done',
  other: 'anything else',
};

/**
@returns the sort of mark an event gets, from its coding: CAMEO roots 18 to 20 and the violent types of
ACLED and UCDP are violence, CAMEO roots 01 to 05 and 10 to 13 are things said, the other roots and types of ACLED (a
peaceful protest, an arrest, a sanction among them) things done; what is coded in words of another kind is neither.
*/
export function glyphKind(kind: Kind | undefined): GlyphKind {
  if (kind === undefined) return 'other';
  const {type, sub_type: subType, cameo} = kind;
  if (VIOLENT_TYPE.test(folded(type)) || VIOLENT_SUB_TYPE.test(folded(subType))) return 'violence';
  const root = cameo?.slice(0, 2);
  if (root === undefined) return PEACEFUL_TYPE.test(folded(type)) ? 'action' : 'other';
  if (root >= '18') return 'violence';
  if (root <= '05' || (root >= '10' && root <= '13')) return 'statement';
  return 'action';
}

function folded(type: string | undefined): string {
  return type?.trim().toLowerCase() ?? '';
}
