import type {Claim, Link} from '../core/events/chronology.js';
import {plainText} from './claim-words.js';
import {citedCopy} from './copy-words.js';
import type {PaneBuilder, Piece} from './pane-builder.js';
import type {PaneInput} from './pane.js';
import {speakerName} from './speaker-words.js';

const RELATIONS: ReadonlySet<string> = new Set(['contradicts', 'restates', 'supersedes']);

/** Add which of the accounts contradict, restate or supersede which, and who says so. */
export function addRelations(pane: PaneBuilder, claims: readonly Claim[], input: PaneInput): void {
  const {store} = input;
  const ids = new Set(claims.map((claim) => claim.id));
  const links = new Set<Link>();
  for (const id of ids) {
    for (const link of store.linksOf(id)) if (RELATIONS.has(link.type)) links.add(link);
  }
  if (links.size === 0) return;
  pane.blank();
  for (const link of links) {
    const from = store.claim(link.from);
    const to = store.claim(link.to);
    if (from === undefined || to === undefined) continue;
    const by = link.claimed_by.map((id) => store.claim(id)).find((claim) => claim !== undefined);
    const who = by === undefined ? 'the editor' : speakerName(by, store);
    const other = ids.has(from.id) ? to : from;
    const pieces: readonly Piece[] = [
      {text: possessive(speakerName(from, store)), role: 'text'},
      {text: ` account ${link.type} `, role: 'muted'},
      {text: possessive(speakerName(to, store)), role: 'text'},
      {text: ` (${who})`, role: by === undefined ? 'inferred' : 'muted'},
      {text: link.reason === undefined ? '' : `: ${link.reason}`, role: 'muted'},
    ];
    pane.item(pieces, {
      target: {pane: 'claim', subject: other.id},
      copy: () => citedCopy(plainText(pieces), [from, to], input),
    });
  }
}

/** A verb would have to know whether a name is of one or of many; an account is always one. */
function possessive(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`;
}
