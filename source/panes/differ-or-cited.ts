import type {Claim} from '../core/events/chronology.js';
import type {FieldAccounts} from '../core/events/event-store.js';
import {citationsWords} from './citation-words.js';
import {differNote} from '../core/events/differ-words.js';
import type {Piece} from './pane-builder.js';
import type {PaneInput} from './pane.js';

/**
@returns what stands at the right edge of a fact: how many accounts differ, where they do, for each of
them is cited with the accounts; else where the fact stands.
*/
export function differOrCited(
  field: FieldAccounts | undefined,
  claims: readonly Claim[],
  textColumns: number,
  input: PaneInput,
): {readonly right: Piece} | {readonly after: Piece} {
  const differ = field === undefined ? '' : differNote(field, input.widthColumns - textColumns - 1);
  return differ === ''
    ? {right: {text: citationsWords(claims, input), role: 'muted'}}
    : {after: {text: differ, role: 'contested'}};
}
