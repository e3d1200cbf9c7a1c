import {textWidth} from '../core/draw/text-width.js';
import type {Claim, TimelineEvent} from '../core/events/chronology.js';
import type {EventStore, FieldAccounts} from '../core/events/event-store.js';
import {citationsWords} from './citation-words.js';
import {claimPieces, wordedAlike} from './claim-words.js';
import {claimCopy, factCopy} from './copy-words.js';
import {differNote, differWords} from '../core/events/differ-words.js';
import type {PaneBuilder} from './pane-builder.js';
import type {PaneInput} from './pane.js';
import {valueWords} from '../core/events/value-words.js';
import {areAllNamed, speakersWords} from './speaker-words.js';
import {claimWhen} from './when-lines.js';

/** Claims of one field listed here; the rest stands in its own pane. */
const MOST_CLAIMS = 30;

function mostClaims({isListing}: PaneInput): number {
  return isListing === true ? Infinity : MOST_CLAIMS;
}

/** Columns that the answer of a short field takes at most. */
const SHORT_COLUMNS = 40;

/** @returns true for one short answer in the source's own words: it stands on one line with its question. */
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
      copy: () => claimCopy([claim], input),
      right: {text: citationsWords([claim], input), role: 'muted'},
    });
  }
}

/** Add a contested field as one line that leads to its accounts: the question, and how many differ. */
export function addContested(
  pane: PaneBuilder,
  event: TimelineEvent,
  field: FieldAccounts,
  input: PaneInput,
): void {
  const note = differNote(field, input.widthColumns - textWidth(field.name) - 1);
  const claims = field.accounts.flatMap((account) => account.claims);
  pane.item([{text: field.name, role: 'text'}], {
    target: {pane: 'accounts', subject: `${event.id}#${field.field}`},
    copy: () => factCopy(`${field.name} ${differWords(field)}`, event, claims, input),
    after: {text: note, role: 'contested'},
  });
}

/** The rows of a file that carry the whole event, each with what of it has no field here. */
export function addRows(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {store} = input;
  const rows = store.claimsAbout(event.id).filter((claim) => claim.about.field === '*');
  if (rows.length === 0) return;
  pane.heading('Rests on');
  const most = mostClaims(input);
  for (const claim of rows.slice(0, most)) {
    const name = speakersWords([claim], input);
    pane.item(
      [
        {text: name, role: 'link'},
        {text: ` ${citationsWords([claim], input, true)}`, role: 'muted'},
      ],
      {
        target: {pane: 'claim', subject: claim.id},
        indent: 2,
        copy: () => factCopy(name, event, [claim], input),
      },
    );
    if (claim.note !== undefined) pane.text(claim.note, 'muted', 4);
  }
  if (rows.length > most) pane.text(`and ${rows.length - most} more`, 'muted', 2);
}

/**
Add a field with its heading and what all say of it, each answer once; more than fit here stand in the
accounts pane.

@param told - ids of claims that stand in the pane already.
*/
export function addField(
  pane: PaneBuilder,
  event: TimelineEvent,
  field: FieldAccounts,
  told: ReadonlySet<string>,
  input: PaneInput,
): void {
  const answers = [
    ...field.answers.map(({claims}) => claims),
    ...field.inferred.map((one) => [one]),
  ];
  const all = answers.flat();
  const most = mostClaims(input);
  const shown = new Set(all.slice(0, most).filter((claim) => !told.has(claim.id)));
  if (shown.size === 0) return;
  const differ = differWords(field);
  pane.blank();
  pane.item([{text: field.name, role: 'heading'}], {
    target: {pane: 'accounts', subject: `${event.id}#${field.field}`},
    copy: () => factCopy([field.name, differ].filter(Boolean).join(' '), event, all, input),
    after: {text: differ, role: 'contested'},
  });
  for (const claims of answers) {
    for (const alike of wordedAlike(
      claims.filter((claim) => shown.has(claim)),
      input,
    )) {
      addAnswer(pane, event, field, alike, input);
    }
  }
  const more = all.length - most;
  if (more <= 0) return;
  pane.item([{text: `and ${more} more claims`, role: 'link'}], {
    target: {pane: 'accounts', subject: `${event.id}#${field.field}#${MOST_CLAIMS}`},
    indent: 2,
    copy: () => factCopy(`${field.name} ${more} more claims`, event, all, input),
  });
}

/** Who says it and what is said; several who say it in the same words are one item. */
function addAnswer(
  pane: PaneBuilder,
  event: TimelineEvent,
  field: FieldAccounts,
  claims: readonly Claim[],
  input: PaneInput,
): void {
  const [first, ...others] = claims;
  if (first === undefined) return;
  const days = [...new Set(claims.map((claim) => claimWhen(claim, input)).filter(Boolean))];
  const who = [speakersWords(claims, input), ...days].join(', ');
  const said = claimPieces(first, input);
  const target =
    others.length === 0
      ? ({pane: 'claim', subject: first.id} as const)
      : ({pane: 'accounts', subject: `${event.id}#${field.field}`} as const);
  pane.item([{text: `${who}: `, role: 'muted'}, ...said], {
    target,
    copy: () => claimCopy(claims, input),
    indent: 2,
    right: {text: citationsWords(claims, input, areAllNamed(claims, input)), role: 'muted'},
  });
}
