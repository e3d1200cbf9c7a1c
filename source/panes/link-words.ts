import type {Claim, Link} from '../core/events/chronology.js';
import type {Piece} from './pane-builder.js';
import type {Told} from './pane.js';
import {signsOf} from './signs.js';
import {speakersWords} from './speaker-words.js';

/** @returns the claims that assert a link; none when it is an editor's. */
export function claimsOfLink(link: Link, {store}: Told): readonly Claim[] {
  return link.claimed_by.flatMap((id) => store.claim(id) ?? []);
}

/** @returns who says that one thing is linked to another, behind a dash; an editor with the reason. */
export function linkSpeakers(link: Link, input: Told): Piece {
  const claims = claimsOfLink(link, input);
  const {dash} = signsOf(input.charset);
  if (claims.length > 0) {
    return {text: ` ${dash} ${speakersWords(claims, input)}`, role: 'muted'};
  }
  const reason = link.reason === undefined ? '' : `: ${link.reason}`;
  return {text: ` ${dash} the editor${reason}`, role: 'inferred'};
}
