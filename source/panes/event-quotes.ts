import type {Claim} from '../core/events/chronology.js';
import type {FieldAccounts} from '../core/events/event-store.js';
import {citationsWords} from './citation-words.js';
import {claimPieces} from './claim-words.js';
import {claimCopy} from './copy-words.js';
import type {PaneBuilder} from './pane-builder.js';
import type {PaneInput} from './pane.js';
import {speakerParts} from './speaker-words.js';

/** Quotations told before the summary. */
const MOST_QUOTES = 30;

/**
Add what is quoted in fields, by speaker; a quotation that is a part of another is left to the list.

@returns ids of the claims that are told.
*/
export function addQuotes(
  pane: PaneBuilder,
  fields: readonly FieldAccounts[],
  input: PaneInput,
): readonly string[] {
  const quotes = fields
    .flatMap((field) => field.answers.flatMap(({claims}) => claims))
    .filter((claim) => claim.voice === 'quote' && claim.words !== undefined)
    .slice(0, MOST_QUOTES);
  const isPart = (claim: Claim): boolean =>
    quotes.some(
      (other) =>
        other !== claim &&
        other.said_by === claim.said_by &&
        (other.words?.length ?? 0) > (claim.words?.length ?? 0) &&
        other.words?.includes(claim.words ?? '') === true,
    );
  let last = '';
  const told = quotes.filter((claim) => !isPart(claim));
  for (const claim of told) {
    const who = speakerParts(claim, input).join(', ');
    if (who !== last) addSpeaker(pane, claim, `${who}:`, input);
    last = who;
    pane.item(claimPieces(claim, input), {
      target: {pane: 'claim', subject: claim.id},
      copy: () => claimCopy([claim], input),
      indent: 2,
      spokenBefore: `${who}:`,
      right: {text: citationsWords([claim], input, true), role: 'muted'},
    });
  }
  return told.map((claim) => claim.id);
}

function addSpeaker(pane: PaneBuilder, claim: Claim, text: string, input: PaneInput): void {
  if (claim.said_by === null) pane.text(text, 'muted');
  else {
    pane.item([{text, role: 'muted'}], {
      target: {pane: 'actor', subject: claim.said_by},
      copy: () => claimCopy([claim], input),
    });
  }
}
