import {cameoCode} from '../core/events/cameo.js';
import type {ClaimValue, TimelineEvent} from '../core/events/chronology.js';
import type {FieldAccounts} from '../core/events/event-store.js';
import {eventOfEnd} from '../core/state/subject.js';
import {intervalWords} from '../core/time/interval-words.js';
import {differWords} from './differ-words.js';
import {addField, addRows, addShort, isShort} from './event-fields.js';
import {createPane, type PaneBuilder} from './pane-builder.js';
import type {Pane, PaneInput} from './pane.js';
import {whenLines, whyInferred} from './when-lines.js';
import {citationsWords, longCitation} from './citation-words.js';
import {claimsOfField} from './claim-words.js';
import {quantityWords} from './quantity-words.js';
import {signsOf} from './signs.js';
import {actorName, speakerName} from './speaker-words.js';

/** Fields that have a place of their own in the pane; every other field is listed with its accounts. */
const OWN_PLACE = new Set([
  'title',
  'summary',
  'when',
  'where',
  'actors',
  'deaths',
  'injuries',
  'count',
  '*',
]);

/** What happened, when, where, to whom, in answer to what, and every account of it. */
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
    addHead(pane, event, input);
    addPlaces(pane, event, input);
    addNumbers(pane, event, input, fields);
    const own = fields.filter((field) => !OWN_PLACE.has(field.field));
    for (const field of own.filter((field) => isShort(field, store)))
      addShort(pane, event, field, input);
    addLinks(pane, event, input);
    addSummary(pane, event, input);
    addReason(pane, event);
    // What is contested first: that is what a reader comes for.
    const rank = (field: FieldAccounts): number => (field.isContested ? 0 : 1);
    const long = own.filter((field) => !isShort(field, store)).sort((a, b) => rank(a) - rank(b));
    for (const field of long) addField(pane, event, field, input);
    addActors(pane, event, input);
    addRows(pane, event, input);
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

function addHead(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {store, charset} = input;
  const cited = store.claimsAbout(event.id);
  const {dash} = signsOf(charset);
  const source = cited[0]?.citations[0];
  const dates = whenLines(event.when, input).map((line) => line.text);
  const paragraphs = [...new Set(cited.flatMap((claim) => claim.citations))]
    .filter((citation) => citation.source === source?.source && citation.paragraph !== undefined)
    .map((citation) => `${signsOf(charset).paragraph}${citation.paragraph}`);
  const copy = [
    event.title,
    dates.join(', '),
    event.summary,
    source === undefined
      ? undefined
      : `(${longCitation({source: source.source}, input)}, ${[...new Set(paragraphs)].join(' ')})`,
  ]
    .filter(Boolean)
    .join(` ${dash} `);
  pane.item([{text: event.title, role: 'title'}], {
    copy,
    target: {pane: 'moment', subject: event.id},
  });
  const lines = whenLines(event.when, input);
  const [first, ...others] = lines;
  pane.item([{text: first?.text ?? '', role: 'text'}], {
    target: {pane: 'accounts', subject: `${event.id}#when`},
    right: {
      text: citationsWords(claimsOfField(event, 'when', store), input),
      role: 'muted',
    },
  });
  for (const {text, role} of others) pane.text(text, role, 2);
  const row = rowOf(event.id, input);
  if (input.measureFrom !== undefined && row !== undefined && input.measureFrom.id !== event.id) {
    pane.text(
      `${intervalWords(input.measureFrom.when, row.when)} ${input.measureFrom.title}`,
      'mark',
      2,
    );
  }
}

/** What happened, in the editor's words. */
function addSummary(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {store} = input;
  if (event.summary !== undefined) {
    pane.item(event.summary, {
      target: {pane: 'accounts', subject: `${event.id}#summary`},
      right: {
        text: citationsWords(claimsOfField(event, 'summary', store), input),
        role: 'muted',
      },
    });
  }
}

/** Why an editor gives this date: the first question after the date itself. */
function addReason(pane: PaneBuilder, event: TimelineEvent): void {
  const why = whyInferred(event.when);
  if (why !== undefined) {
    pane.blank();
    pane.text(why, 'inferred');
  }
}

function rowOf(
  id: string,
  {view}: PaneInput,
): ReturnType<PaneInput['view']['rows']>[number] | undefined {
  const position = view.positionOf(id);
  return position < 0 ? undefined : view.rows(position, position + 1)[0];
}

function addPlaces(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {store} = input;
  for (const id of event.where ?? []) {
    const place = store.place(id);
    const words = citationsWords(claimsOfField(event, 'where', store), input);
    const inside = [place?.admin1, place?.country].filter(Boolean).join(', ');
    pane.item(
      [
        {text: 'at ', role: 'muted'},
        {text: place?.name ?? id, role: 'link'},
        {text: inside === '' ? '' : ` (${inside})`, role: 'muted'},
      ],
      {target: {pane: 'place', subject: id}, right: {text: words, role: 'muted'}},
    );
  }
}

function addNumbers(
  pane: PaneBuilder,
  event: TimelineEvent,
  input: PaneInput,
  fields: readonly FieldAccounts[],
): void {
  const {store} = input;
  const numbers = [
    ['deaths', 'killed', event.deaths],
    ['injuries', 'injured', event.injuries],
    ['count', event.count?.of ?? 'count', event.count],
  ] as const;
  for (const [field, name, quantity] of numbers) {
    const accounts = fields.find((candidate) => candidate.field === field);
    if (quantity === undefined && accounts === undefined) continue;
    const claims = claimsOfField(event, field, store);
    const words = quantity === undefined ? 'accounts differ' : quantityWords(quantity);
    const isContested = accounts?.isContested === true;
    pane.item(
      [
        {text: `${name} `, role: 'muted'},
        {text: words, role: isContested ? 'contested' : 'text'},
        {
          text: accounts === undefined || !isContested ? '' : `, ${differWords(accounts)}`,
          role: 'contested',
        },
      ],
      {
        target: {pane: 'accounts', subject: `${event.id}#${field}`},
        right: {text: citationsWords(claims, input), role: 'muted'},
      },
    );
  }
}

const LINK_WORDS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'responds-to': ['said to answer', 'answered by'],
  'part-of': ['part of', 'includes'],
  contradicts: ['contradicts', 'contradicted by'],
  restates: ['restates', 'restated by'],
  supersedes: ['supersedes', 'superseded by'],
};

function addLinks(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {store} = input;
  for (const link of store.linksOf(event.id)) {
    const isFrom = eventOfEnd(store, link.from) === event.id;
    const other = eventOfEnd(store, isFrom ? link.to : link.from);
    if (other === undefined || other === event.id) continue;
    const [from, to] = LINK_WORDS[link.type] ?? [link.type, link.type];
    const claims = link.claimed_by.flatMap((id) => store.claim(id) ?? []);
    const who = [...new Set(claims.map((claim) => speakerName(claim, store)))].join(', ');
    pane.item(
      [
        {text: `${isFrom ? from : to} `, role: 'muted'},
        {text: store.event(other)?.title ?? other, role: 'link'},
        {text: who === '' ? ' (editor)' : ` (${who})`, role: who === '' ? 'inferred' : 'text'},
      ],
      {
        target: {pane: 'event', subject: other},
        right: {text: citationsWords(claims, input), role: 'muted'},
      },
    );
  }
}

function addActors(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {store} = input;
  if (event.actors === undefined || event.actors.length === 0) return;
  pane.heading('Who');
  const claims = claimsOfField(event, 'actors', store);
  for (const {actor, role} of event.actors) {
    const own = claims.filter((claim) => claim.about.field === '*' || namesId(claim.value, actor));
    const words = citationsWords(own, input);
    pane.item(
      [
        {text: actorName(actor, store), role: 'link'},
        {text: ` ${role}`, role: 'muted'},
      ],
      {
        target: {pane: 'actor', subject: actor},
        indent: 2,
        ...(words === '' ? {} : {right: {text: words, role: 'muted' as const}}),
      },
    );
  }
}

/** Whether the value of a claim is, or holds, an id. */
function namesId(value: ClaimValue, id: string): boolean {
  if (Array.isArray(value)) return value.some((item: ClaimValue) => namesId(item, id));
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).some((item) => item !== undefined && namesId(item, id));
  }
  return value === id;
}

/** A dataset codes its rows itself. */
function coder(event: TimelineEvent, {store}: PaneInput): string {
  const row = store.claimsAbout(event.id).find((claim) => claim.about.field === '*');
  return row === undefined ? 'the editor' : speakerName(row, store);
}

function addRest(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const {kind, note, urls, tags} = event;
  if (note !== undefined || (urls?.length ?? 0) > 0 || (tags?.length ?? 0) > 0) pane.blank();
  if (note !== undefined) pane.text(`Editor's note: ${note}`, 'inferred');
  for (const url of urls ?? []) pane.item([{text: url, role: 'link'}], {copy: url});
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
