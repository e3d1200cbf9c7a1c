import {isEditors} from './accounts.js';
import type {Claim, ClaimValue, TimelineEvent} from './chronology.js';
import {claimedDate} from './claimed-date.js';
import {readEdtf} from '../time/read-edtf.js';
import {dateValue} from './tell-entries.js';

/** Facts of an event that one value answers. */
const FACTS = ['when', 'where', 'deaths', 'injuries', 'count'] as const;

/**
@param claims - about the event.
@returns what the claims about it as a whole (`*`) say of those facts that others speak of by themselves:
the event's own value, under the id of the whole claim. Without it a speaker who contradicts the entry
would be the only one heard.
*/
export function whatEntriesSay(event: TimelineEvent, claims: readonly Claim[]): readonly Claim[] {
  const entries = claims.filter((claim) => claim.about.field === '*' && !isEditors(claim));
  if (entries.length === 0) return [];
  return FACTS.flatMap((field) => {
    const others = claims.filter((claim) => claim.about.field === field);
    if (others.every(isEditors)) return [];
    if (!others.every((other) => isOfKind(field, other.value))) return [];
    const own = field === 'when' ? dateValue(event.when) : event[field];
    if (own === undefined) return [];
    const isTold = (entry: Claim): boolean =>
      others.some(
        (other) =>
          other.said_by === entry.said_by &&
          other.citations[0]?.source === entry.citations[0]?.source,
      );
    return entries
      .filter((entry) => !isTold(entry))
      .map(({words: _, ...entry}): Claim => ({
        ...entry,
        about: {...entry.about, field},
        voice: entry.said_by === null ? 'reporter' : 'paraphrase',
        value: own,
      }));
  });
}

/** Words about a fact cannot be compared with it. */
function isOfKind(field: (typeof FACTS)[number], value: ClaimValue): boolean {
  if (field === 'when') {
    const date = claimedDate(value);
    return date !== undefined && readEdtf(date.edtf) !== undefined;
  }
  return field === 'where' ? Array.isArray(value) : typeof value === 'object' && value !== null;
}
