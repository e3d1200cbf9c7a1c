import {fieldName} from '../core/events/accounts.js';
import type {Claim} from '../core/events/chronology.js';
import {createPane, type PaneBuilder} from './pane-builder.js';
import type {Pane, PaneInput} from './pane.js';
import {citationsWords} from './citation-words.js';
import {claimPieces} from './claim-words.js';
import {signsOf} from './signs.js';
import {actorName, otherNamesWords} from './speaker-words.js';
import {eventDate} from './when-lines.js';
import {citedCopy, claimCopy, claimsNamed, eventCopy} from './copy-words.js';

/** Claims, and events, listed. */
const MOST_LISTED = 500;

/** An actor: names, office, what it is part of, every claim it makes and every event it is in. */
export const actorPane: Pane = {
  name: 'actor',
  summary: 'A person or body: names, office, claims and events',
  content(input) {
    const {store, subject, widthColumns, charset} = input;
    const actor = store.actor(subject);
    const pane = createPane(widthColumns);
    if (actor === undefined) {
      pane.text(`There is no actor ${subject} in this chronology.`, 'muted');
      return pane.done({title: 'Actor', crumb: 'actor'});
    }
    const side = store.chronology.sides.find((candidate) => candidate.id === actor.side);
    const {dash, dot} = signsOf(charset);
    pane.item([{text: actor.name, role: 'title'}], {
      copy: () => actorCopy(actor.id, input),
    });
    if (actor.named === false) pane.text('Not named by the source.', 'inferred');
    for (const [name, words] of [
      ['office', actor.office],
      ['kind', actor.kind],
      ['lane', side?.name],
    ] as const) {
      if (words === undefined) continue;
      pane.text([
        {text: `${name} `, role: 'muted'},
        {text: words, role: 'text'},
      ]);
    }
    const names = otherNamesWords(actor.other_names, charset);
    if (names !== '') {
      pane.text([
        {text: 'also ', role: 'muted'},
        {text: names, role: 'text'},
      ]);
    }
    for (const id of actor.part_of ?? []) {
      pane.item(
        [
          {text: 'part of, or affiliated with, ', role: 'muted'},
          {text: actorName(id, store), role: 'link'},
        ],
        {target: {pane: 'actor', subject: id}, copy: () => actorCopy(id, input)},
      );
    }
    if (actor.note !== undefined) pane.text(`Editor's note: ${actor.note}`, 'inferred');
    const claims = store.claimsBy(actor.id);
    if (claims.length > 0) pane.heading('Says', `${claims.length}`);
    for (const claim of claims.slice(0, MOST_LISTED)) {
      const event = store.event(claim.about.event);
      const question = questionOf(claim, input);
      pane.item(
        [
          {text: question === '' ? '' : `${question} `, role: 'muted'},
          ...claimPieces(claim, input),
          {text: ` ${dash} ${event?.title ?? claim.about.event}`, role: 'muted'},
        ],
        {
          target: {pane: 'claim', subject: claim.id},
          copy: () => claimCopy([claim], input),
          right: {text: citationsWords([claim], input), role: 'muted'},
        },
      );
    }
    addMore(pane, claims.length);
    const events = store.eventsWithActor(actor.id);
    if (events.length > 0) pane.heading('In these events', `${events.length}`);
    for (const id of events.slice(0, MOST_LISTED)) {
      const event = store.event(id);
      const date = event === undefined ? '' : eventDate(event, input);
      const role = event?.actors?.find((candidate) => candidate.actor === actor.id)?.role ?? '';
      pane.item(
        [
          {text: event?.title ?? id, role: 'link'},
          {text: ` ${dash} ${[role, date].filter(Boolean).join(', ')}`, role: 'muted'},
        ],
        {
          target: {pane: 'event', subject: id},
          copy: () => (event === undefined ? id : eventCopy(event, input)),
        },
      );
    }
    addMore(pane, events.length);
    return pane.done({
      title: 'Actor',
      badge: `claims ${claims.length} ${dot} events ${events.length}`,
      crumb: actor.name,
    });
  },
};

/** What a claim answers, where its words alone do not say it. */
function questionOf({voice, about: {field}}: Claim, {store}: PaneInput): string {
  if (voice === 'quote' || field === 'summary' || field === '*') return '';
  const name = fieldName(field, store.chronology.fields);
  return name.endsWith('?') ? name : `${name}:`;
}

function actorCopy(id: string, input: PaneInput): string {
  const actor = input.store.actor(id);
  const text = [actor?.name ?? id, actor?.office].filter(Boolean).join(', ');
  return citedCopy(text, claimsNamed(id, input), input);
}

/** What a long list leaves out is counted; the filter pane narrows the events to it. */
function addMore(pane: PaneBuilder, count: number): void {
  if (count > MOST_LISTED)
    pane.text(`and ${count - MOST_LISTED} more: f filters by actor`, 'muted', 2);
}
