import type {Claim, TimelineEvent} from '../core/events/chronology.js';
import type {EventStore} from '../core/events/event-store.js';
import {longCitation} from './citation-words.js';
import type {Piece} from './pane-builder.js';
import type {Told} from './pane.js';
import {valueWords} from './quantity-words.js';
import {quoted, signsOf} from './signs.js';
import {officeOf, speakerName} from './speaker-words.js';
import {edtfWords} from './when-lines.js';

/** @returns the pieces of a claim: exact words as a quotation, with insertions of the source marked. */
export function claimPieces(claim: Claim, {store, charset}: Told): readonly Piece[] {
  if (claim.voice !== 'quote' || claim.words === undefined) {
    const {value} = claim;
    const isDate = claim.about.field === 'when' && typeof value === 'string';
    const words = isDate ? edtfWords(value) : valueWords(value, store);
    const inferred = claim.basis === 'inferred' ? ' (inferred)' : '';
    return [
      {text: words, role: 'text'},
      {text: inferred, role: 'inferred'},
    ];
  }
  return [{text: quoted(claim.words, charset), role: 'quote'}];
}

/** @returns claims in groups that say the same in the same words, in the order of their first ones. */
export function wordedAlike(claims: readonly Claim[], input: Told): readonly (readonly Claim[])[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const text = plain(claimPieces(claim, input));
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [claim]);
    else group.push(claim);
  }
  return [...groups.values()];
}

function plain(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** @returns plain text for the clipboard: what is said, by whom, in which office and medium, and where it stands. */
export function claimCopy(claim: Claim, input: Told): string {
  const {store, charset} = input;
  const said = claimPieces(claim, input)
    .map((piece) => piece.text)
    .join('');
  const office = officeOf(claim, store.actor(claim.said_by ?? ''));
  const who = [speakerName(claim, store), office, claim.medium].filter(Boolean).join(', ');
  const {dash} = signsOf(charset);
  return `${said} ${dash} ${who} (${claim.citations.map((item) => longCitation(item, input)).join('; ')})`;
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
