import {cameoCode} from '../core/events/cameo.js';
import type {Claim, TimelineEvent} from '../core/events/chronology.js';
import {claimedDate} from '../core/events/claimed-date.js';
import {CLAIM_FIELDS} from '../core/events/claim-fields.js';
import type {FieldAccounts} from '../core/events/event-store.js';
import {glyphKind} from '../core/events/glyph-kind.js';
import {citationsWords} from './citation-words.js';
import {claimsOfField, namesId} from './claim-words.js';
import {factCopy} from './copy-words.js';
import {addContested, addField, addRows, addShort, isShort} from './event-fields.js';
import {addHead} from './event-head.js';
import {addNumbers} from './event-numbers.js';
import {addPlaces} from './event-places.js';
import {addQuotes} from './event-quotes.js';
import {addLinks} from './event-links.js';
import {createPane, type PaneBuilder} from './pane-builder.js';
import type {Pane, PaneInput} from './pane.js';
import {signsOf} from './signs.js';
import {actorName, speakerName} from './speaker-words.js';
import {whyInferred} from './when-lines.js';

/** Fields that say on their own line how far the accounts differ. */
const DIFFER_ABOVE: ReadonlySet<string> = new Set(['when', 'deaths', 'injuries', 'count']);

/**
What happened, when, where, to whom, what is contested of it, in answer to what, and every claim.

What a reader asks first stands first, on one screen where it can: what differs in one line each, and
for a speech the words. Then what it is linked to, and all that anybody says of it; the editor's
reasons and coding come last.
*/
export const eventPane: Pane = {
  name: 'event',
  summary: 'An event with its date, places, numbers, accounts and citations',
  content(input) {
    const {store, subject, widthColumns} = input;
    const event = store.event(subject);
    const pane = createPane(widthColumns);
    if (event === undefined) {
      const isNone = subject === '';
      pane.text(
        isNone ? 'No event is selected.' : `There is no event ${subject} in this chronology.`,
        'muted',
      );
      return pane.done({title: 'Event', crumb: 'event'});
    }
    const fields = store.accountsOf(event.id);
    const contested = fields.filter((field) => field.isContested);
    const own = fields.filter((field) => !CLAIM_FIELDS.has(field.field));
    const short = own.filter((field) => isShort(field, store));
    addHead(pane, event, fields, input);
    addPlaces(pane, event, fields, input);
    const numbers = addNumbers(pane, event, fields, input);
    for (const field of short) addShort(pane, event, field, input);
    for (const field of contested.filter((one) => !DIFFER_ABOVE.has(one.field))) {
      addContested(pane, event, field, input);
    }
    const speech = own.filter((field) => !field.isContested && !short.includes(field));
    const quoted = isSpeech(event) ? addQuotes(pane, speech, input) : [];
    addSummary(pane, event, input);
    addLinks(pane, event, input);
    const told = new Set([
      ...quoted,
      ...fields.filter((field) => isTold(field, event, numbers)).flatMap(claimIds),
      ...short.flatMap(claimIds),
    ]);
    // What is contested first: that is what a reader comes for.
    const rank = ({isContested, field}: FieldAccounts): number =>
      isContested ? 0 : CLAIM_FIELDS.has(field) ? 2 : 1;
    for (const field of fields.toSorted((a, b) => rank(a) - rank(b))) {
      if (field.field !== '*') addField(pane, event, field, told, input);
    }
    addActors(pane, event, input);
    addRows(pane, event, input);
    addReason(pane, event);
    addRest(pane, event, input);
    const claims = store.claimsAbout(event.id).length;
    const differ =
      contested.length === 0 ? '' : ` ${signsOf(input.charset).dot} contested ${contested.length}`;
    return pane.done({
      title: 'Event',
      badge: `claims ${claims}${differ}`,
      crumb: event.title,
    });
  },
};

/** By its coding; an event without one is a speech to a reader when somebody is quoted. */
function isSpeech({kind}: TimelineEvent): boolean {
  return kind === undefined || glyphKind(kind) === 'statement';
}

/** Whether the lines above say all that the claims of a field say, with who says it. */
function isTold(field: FieldAccounts, event: TimelineEvent, numbers: readonly string[]): boolean {
  const claims = [...field.answers.flatMap((answer) => answer.claims), ...field.inferred];
  if (numbers.includes(field.field)) return true;
  if (field.isContested || claims.some((claim) => claim.said_by !== null)) return false;
  switch (field.field) {
    case 'when':
      return claims.every((claim) => claimedDate(claim.value)?.edtf === event.when.edtf);
    case 'where':
      return claims.every((claim) => holdsOnly(claim, event.where ?? []));
    case 'actors':
      return claims.every((claim) =>
        holdsOnly(
          claim,
          (event.actors ?? []).map(({actor}) => actor),
        ),
      );
    case 'summary':
      return claims.every((claim) => claim.value === event.summary);
    default:
      return false;
  }
}

/** Whether a list of ids holds none but these. */
function holdsOnly({value}: Claim, ids: readonly string[]): boolean {
  const named = Array.isArray(value) ? value : [value];
  return named.every((id) => typeof id === 'string' && ids.includes(id));
}

function claimIds({answers, inferred}: FieldAccounts): readonly string[] {
  return [...answers.flatMap(({claims}) => claims), ...inferred].map((claim) => claim.id);
}

/** What happened, in the editor's words. */
function addSummary(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {summary} = event;
  if (summary === undefined) return;
  const claims = claimsOfField(event, 'summary', input.store);
  pane.item(summary, {
    target: {pane: 'accounts', subject: `${event.id}#summary`},
    copy: () => factCopy(summary, event, claims, input),
    right: {text: citationsWords(claims, input), role: 'muted'},
  });
}

/** Why an editor gives this date. */
function addReason(pane: PaneBuilder, event: TimelineEvent): void {
  const why = whyInferred(event.when);
  if (why === undefined) return;
  pane.blank();
  pane.text(why, 'inferred');
}

function addActors(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {store, charset} = input;
  if (event.actors === undefined || event.actors.length === 0) return;
  pane.heading('Who, in which role');
  const claims = claimsOfField(event, 'actors', store);
  for (const {actor, role} of event.actors) {
    const own = claims.filter((claim) => claim.about.field === '*' || namesId(claim.value, actor));
    const text = `${actorName(actor, store)} ${signsOf(charset).dash} ${role}`;
    pane.item(
      [
        {text: actorName(actor, store), role: 'link'},
        {text: ` ${signsOf(charset).dash} ${role}`, role: 'muted'},
      ],
      {
        target: {pane: 'actor', subject: actor},
        indent: 2,
        copy: () => factCopy(text, event, own, input),
        right: {text: citationsWords(own, input), role: 'muted'},
      },
    );
  }
}

/** A dataset codes its rows itself. */
function coder(event: TimelineEvent, {store}: PaneInput): string {
  const [row] = claimsOfField(event, 'kind', store);
  return row === undefined ? 'the editor' : speakerName(row, store);
}

function addRest(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {kind, note, urls, tags} = event;
  if (note !== undefined || (urls?.length ?? 0) > 0 || (tags?.length ?? 0) > 0) pane.blank();
  if (note !== undefined) pane.text(`Editor's note: ${note}`, 'inferred');
  for (const url of urls ?? []) {
    pane.item([{text: url, role: 'link'}], {copy: () => factCopy(url, event, [], input)});
  }
  if (tags !== undefined && tags.length > 0) pane.text(`tags ${tags.join(', ')}`, 'muted');
  if (kind === undefined) return;
  const cameo = kind.cameo === undefined ? undefined : cameoCode(kind.cameo);
  const parts = [
    [kind.type, kind.sub_type].filter(Boolean).join(', '),
    kind.cameo === undefined
      ? ''
      : `CAMEO ${kind.cameo}${cameo === undefined ? '' : ` ${cameo.name}`}`,
    cameo?.goldstein === undefined ? '' : `Goldstein ${cameo.goldstein}`,
  ].filter((part) => part !== '');
  pane.blank();
  pane.text(
    `Coded by ${coder(event, input)} as ${parts.join(` ${signsOf(input.charset).dot} `)}`,
    'inferred',
  );
}
