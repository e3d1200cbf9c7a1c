import type {Claim, ClaimValue, TimelineEvent} from '../core/events/chronology.js';
import {claimedDate} from '../core/events/claimed-date.js';
import type {EventStore} from '../core/events/event-store.js';
import type {Piece} from './pane-builder.js';
import type {Told} from './pane.js';
import {valueWords} from '../core/events/value-words.js';
import {quoted} from './signs.js';
import {dateWords} from './when-lines.js';

/** @returns the pieces of a claim: exact words as a quotation, with insertions of the source marked. */
export function claimPieces(claim: Claim, input: Told): readonly Piece[] {
  const {store, charset} = input;
  if (claim.voice !== 'quote' || claim.words === undefined) {
    const {value} = claim;
    const date = claim.about.field === 'when' ? claimedDate(value) : undefined;
    const words = date === undefined ? valueWords(value, store) : dateWords(date, input);
    const stated = date?.stated === undefined ? '' : ` (${date.stated})`;
    const inferred = claim.basis === 'inferred' ? ' (inferred)' : '';
    return [
      {text: words + stated, role: 'text'},
      {text: inferred, role: 'inferred'},
    ];
  }
  return [{text: quoted(claim.words, charset), role: 'quote'}];
}

/** @returns claims in groups that say the same in the same words, in the order of their first ones. */
export function wordedAlike(claims: readonly Claim[], input: Told): readonly (readonly Claim[])[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const text = plainText(claimPieces(claim, input));
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [claim]);
    else group.push(claim);
  }
  return [...groups.values()];
}

/** @returns pieces as plain text. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** @returns whether the value of a claim is, or holds, an id. */
export function namesId(value: ClaimValue, id: string): boolean {
  if (Array.isArray(value)) return value.some((item: ClaimValue) => namesId(item, id));
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).some((item) => item !== undefined && namesId(item, id));
  }
  return value === id;
}

/** @returns the claims about a field of an event, with those that carry the whole event. */
export function claimsOfField(
  event: TimelineEvent,
  field: string,
  store: EventStore,
): readonly Claim[] {
  return store
    .claimsAbout(event.id)
    .filter((claim) => claim.about.field === field || claim.about.field === '*');
}
