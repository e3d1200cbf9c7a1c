import type {Claim, TimelineEvent} from '../core/events/chronology.js';
import type {EventStore, FieldAccounts} from '../core/events/event-store.js';
import {differWords} from './differ-words.js';
import type {PaneBuilder} from './pane-builder.js';
import type {PaneInput} from './pane.js';
import {citationsWords} from './citation-words.js';
import {claimCopy, claimPieces} from './claim-words.js';
import {valueWords} from './quantity-words.js';
import {speakerName} from './speaker-words.js';

/** Claims of one field listed here; the rest stands in its own pane. */
const MOST_CLAIMS = 30;
/** Columns that the answer of a short field takes at most. */
const SHORT_COLUMNS = 40;

/** One short answer in the report's own words: it stands on one line with its question. */
export function isShort(field: FieldAccounts, store: EventStore): boolean {
  const [claim, ...others] = field.accounts.flatMap((account) => account.claims);
  return (
    claim !== undefined &&
    others.length === 0 &&
    claim.said_by === null &&
    claim.voice !== 'quote' &&
    valueWords(claim.value, store).length <= SHORT_COLUMNS
  );
}

/** Add a short field as one item that leads to its accounts. */
export function addShort(
  pane: PaneBuilder,
  event: TimelineEvent,
  field: FieldAccounts,
  input: PaneInput,
): void {
  for (const claim of field.accounts.flatMap((account) => account.claims)) {
    pane.item([{text: `${field.name} `, role: 'muted'}, ...claimPieces(claim, input)], {
      target: {pane: 'accounts', subject: `${event.id}#${field.field}`},
      copy: claimCopy(claim, input),
      right: {text: citationsWords([claim], input), role: 'muted'},
    });
  }
}

/** The rows of a file that carry the whole event, each with what of it has no field here. */
export function addRows(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {store} = input;
  const rows = store.claimsAbout(event.id).filter((claim) => claim.about.field === '*');
  if (rows.length === 0) return;
  pane.heading('Rests on');
  for (const claim of rows.slice(0, MOST_CLAIMS)) {
    pane.item(
      [
        {text: speakerName(claim, store), role: 'link'},
        {text: ` ${citationsWords([claim], input, true)}`, role: 'muted'},
      ],
      {target: {pane: 'claim', subject: claim.id}, indent: 2},
    );
    if (claim.note !== undefined) pane.text(claim.note, 'muted', 4);
  }
  if (rows.length > MOST_CLAIMS) pane.text(`and ${rows.length - MOST_CLAIMS} more`, 'muted', 2);
}

/** Add a field with its heading and its claims; more than fit here stand in the accounts pane. */
export function addField(
  pane: PaneBuilder,
  event: TimelineEvent,
  field: FieldAccounts,
  input: PaneInput,
): void {
  pane.blank();
  const differ = differWords(field);
  pane.item(
    [
      {text: field.name, role: 'heading'},
      {
        text: differ === '' ? '' : `  ${differ}`,
        role: 'contested',
      },
    ],
    {target: {pane: 'accounts', subject: `${event.id}#${field.field}`}},
  );
  const claims = field.accounts.flatMap((account) => account.claims);
  for (const claim of claims.slice(0, MOST_CLAIMS)) addClaim(pane, claim, input);
  const more = claims.length - MOST_CLAIMS;
  if (more <= 0) return;
  pane.item([{text: `and ${more} more claims`, role: 'link'}], {
    target: {pane: 'accounts', subject: `${event.id}#${field.field}#${MOST_CLAIMS}`},
    indent: 2,
  });
}

function addClaim(pane: PaneBuilder, claim: Claim, input: PaneInput): void {
  pane.item(
    [{text: `${speakerName(claim, input.store)}: `, role: 'muted'}, ...claimPieces(claim, input)],
    {
      target: {pane: 'claim', subject: claim.id},
      copy: claimCopy(claim, input),
      indent: 2,
      right: {text: citationsWords([claim], input, true), role: 'muted'},
    },
  );
}
