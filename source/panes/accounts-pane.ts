import {fieldName} from '../core/events/accounts.js';
import type {Claim, TimelineEvent} from '../core/events/chronology.js';
import type {FieldAccounts} from '../core/events/event-store.js';
import {addColumns} from './account-columns.js';
import {addRelations} from './account-relations.js';
import {citationsWords} from './citation-words.js';
import {claimPieces, wordedAlike} from './claim-words.js';
import {differWords} from '../core/events/differ-words.js';
import {createPane, type PaneBuilder, type Piece} from './pane-builder.js';
import type {Pane, PaneInput} from './pane.js';
import {signsOf} from './signs.js';
import {speakerParts} from './speaker-words.js';
import {whyInferred} from './when-lines.js';
import {claimCopy, eventCopy, factCopy} from './copy-words.js';

/** Columns that two accounts need to stand side by side. */
const SIDE_BY_SIDE = 56;

/** What each speaker says of one fact, side by side; never which is right. */
export const accountsPane: Pane = {
  name: 'accounts',
  summary: 'A fact in the words of each who speaks of it, side by side',
  content(input) {
    const {store, subject, widthColumns} = input;
    const [eventId = '', fieldId, from] = subject.split('#');
    const event = store.event(eventId);
    const pane = createPane(widthColumns);
    if (event === undefined) {
      pane.text(`There is no event ${eventId} in this chronology.`, 'muted');
      return pane.done({title: 'Accounts', crumb: 'accounts'});
    }
    const all = accountsFor(eventId, fieldId, store);
    const contested = all.filter((field) => field.isContested);
    const fields =
      fieldId === undefined
        ? contested.length > 0
          ? contested
          : [...all].sort((a, b) => Number(isCommon(a)) - Number(isCommon(b)))
        : all.filter((field) => field.field === fieldId);
    pane.item([{text: event.title, role: 'title'}], {
      target: {pane: 'event', subject: eventId},
      copy: () => eventCopy(event, input),
    });
    if (fields.length === 0) addNothing(pane, fieldId);
    for (const field of fields) addField(pane, pageOf(field, Number(from ?? 0)), input);
    addOrder(pane, fields, input);
    addNext(pane, fields, event, Number(from ?? 0), input);
    const why = fieldId === 'when' ? whyInferred(event.when) : undefined;
    if (why !== undefined) {
      pane.blank();
      pane.text(why, 'inferred');
    }
    const name = fields.length === 1 ? (fields[0]?.name ?? '') : '';
    return pane.done({
      title: 'Accounts',
      badge: name === '' ? counted(fields.length, 'field') : badgeOf(fields[0]),
      crumb: name === '' ? 'accounts' : name,
    });
  },
};

function badgeOf(field: FieldAccounts | undefined): string {
  const count = field?.answers.length ?? 0;
  return count === 0 ? 'inferred' : counted(count, 'answer');
}

/** Claims on one page of a field; the next page is a target of its own. */
const PAGE_CLAIMS = 200;

/** @returns the part of a field's answers from the nth claim on. */
function pageOf(field: FieldAccounts, from: number): FieldAccounts {
  const to = from + PAGE_CLAIMS;
  let at = 0;
  const pageIn = (claims: readonly Claim[]): readonly Claim[] => {
    const start = at;
    at += claims.length;
    return claims.slice(Math.max(0, from - start), Math.max(0, to - start));
  };
  const answers = field.answers.flatMap((answer): FieldAccounts['answers'] => {
    const claims = pageIn(answer.claims);
    return claims.length === 0 ? [] : [{...answer, claims}];
  });
  return {...field, answers, inferred: pageIn(field.inferred)};
}

function addNext(
  pane: PaneBuilder,
  fields: readonly FieldAccounts[],
  event: TimelineEvent,
  from: number,
  input: PaneInput,
): void {
  for (const all of fields) {
    const {field, name} = all;
    const claims = claimsIn(all);
    const count = claims.length;
    const next = from + PAGE_CLAIMS;
    if (count <= next) continue;
    pane.blank();
    const text = `${name} claims ${next + 1} to ${count}`;
    pane.item([{text, role: 'link'}], {
      target: {pane: 'accounts', subject: `${event.id}#${field}#${next}`},
      copy: () => factCopy(text, event, claims, input),
    });
  }
}

/** @returns the accounts of an event; a field that only whole rows speak of has those. */
function accountsFor(
  eventId: string,
  fieldId: string | undefined,
  store: PaneInput['store'],
): readonly FieldAccounts[] {
  const all = store.accountsOf(eventId);
  const rows = all.find((field) => field.field === '*');
  if (fieldId === undefined || rows === undefined) return all;
  if (all.some((field) => field.field === fieldId)) return all;
  return [...all, {...rows, field: fieldId, name: fieldName(fieldId, store.chronology.fields)}];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Fields that every event has are less of a question than the chronology's own. */
function isCommon({field}: FieldAccounts): boolean {
  return ['title', 'summary', 'when', 'where', 'actors', 'kind', '*'].includes(field);
}

function addNothing(pane: PaneBuilder, field: string | undefined): void {
  pane.blank();
  pane.text(
    field === 'when' ? 'Nobody is cited for this date.' : 'Nobody is cited for this.',
    'muted',
  );
}

function addField(pane: PaneBuilder, field: FieldAccounts, input: PaneInput): void {
  const {widthColumns} = input;
  const differ = differWords(field);
  pane.heading(field.name, differ === '' ? undefined : differ);
  const claims = claimsIn(field);
  if (field.answers.length > 1 && widthColumns >= SIDE_BY_SIDE) addColumns(pane, field, input);
  else {
    for (const answer of field.answers) addAnswer(pane, answer.claims, input);
    for (const claim of field.inferred) addAnswer(pane, [claim], input);
  }
  addRelations(pane, claims, input);
}

/** The order is not always that in which they spoke. */
function addOrder(pane: PaneBuilder, fields: readonly FieldAccounts[], {store}: PaneInput): void {
  const isTimed = (field: FieldAccounts): boolean =>
    claimsIn(field).some((claim) => claim.said_at !== undefined);
  if (fields.every((field) => field.answers.length < 2 || isTimed(field))) return;
  const order = store.chronology.sources.length === 1 ? 'report' : 'files';
  const whose = fields.some(isTimed) ? 'Where nobody says when it was said, accounts' : 'Accounts';
  pane.blank();
  pane.text(`${whose} stand in the order of the ${order}.`, 'muted');
}

/** One answer: what is said, once in the same words, and all who say it. */
function addAnswer(pane: PaneBuilder, claims: readonly Claim[], input: PaneInput): void {
  for (const [index, alike] of wordedAlike(claims, input).entries()) {
    const more: Piece = {text: index === 0 ? '' : 'also ', role: 'muted'};
    const indent = index === 0 ? 0 : 2;
    const [first, ...others] = alike;
    if (first === undefined) continue;
    const said = [more, ...claimPieces(first, input)];
    if (others.length === 0) addSpeaker(pane, first, [...said, SPACE], indent, input);
    else {
      pane.text(said, 'text', indent);
      for (const claim of alike) addSpeaker(pane, claim, [], indent + 2, input);
    }
  }
}

const SPACE: Piece = {text: ' ', role: 'text'};

/** An item for who says it, behind what is said. */
function addSpeaker(
  pane: PaneBuilder,
  claim: Claim,
  said: readonly Piece[],
  indent: number,
  input: PaneInput,
): void {
  const who = speakerParts(claim, input).join(', ');
  pane.item([...said, {text: `${signsOf(input.charset).dash} ${who}`, role: 'muted'}], {
    target: {pane: 'claim', subject: claim.id},
    copy: () => claimCopy([claim], input),
    indent,
    right: {text: citationsWords([claim], input, true), role: 'muted'},
  });
}

function claimsIn({answers, inferred}: FieldAccounts): readonly Claim[] {
  return [...answers.flatMap((answer) => answer.claims), ...inferred];
}
