import {canonicalText} from './canonical-text.js';
import type {ActorInRole, Claim, ClaimValue, Kind, TimelineEvent, When} from './chronology.js';
import {hasLocalTime} from './claimed-date.js';
import {joinNotes} from './join-notes.js';
import {toldWords} from './quantity-words.js';
import {claimedDateWords} from './value-words.js';

export type EventContext = {
  /** The title of the file in which the later one stands. */
  readonly file: string;
  /** What that file claims about its event. */
  readonly claims: readonly Claim[];
  readonly nameOfActor: (id: string) => string;
  readonly nameOfSide: (id: string) => string;
  /** The lane of the first, its own or that of an actor. */
  readonly lane: string | undefined;
};

const NUMBERS = ['deaths', 'injuries', 'count'] as const;

/**
Join what two files say of one event.

@returns the first, with what only the other says. Where they differ, the claims of the other are
accounts; what its editor says and no claim does stands in the note with the title of the file.
*/
export function joinEvents(
  one: TimelineEvent,
  other: TimelineEvent,
  context: EventContext,
): TimelineEvent {
  const {side, ...plain} = other;
  const isLaneFree = context.lane === undefined;
  const actors = joinActors(one.actors, other.actors);
  const note = joinNotes(one.note, other.note, {
    file: context.file,
    phrases: unsaidOf(one, other, context),
  });
  return {
    ...plain,
    ...(isLaneFree && side !== undefined ? {side} : {}),
    ...one,
    ...joinLists('where', one, other),
    ...(actors.length === 0 ? {} : {actors}),
    ...joinLists('tags', one, other),
    ...joinLists('urls', one, other),
    ...joinLists('same_as', one, other),
    ...(note === undefined ? {} : {note}),
  };
}

function joinLists(
  key: 'where' | 'tags' | 'urls' | 'same_as',
  one: TimelineEvent,
  other: TimelineEvent,
): Partial<TimelineEvent> {
  const joined = [...new Set([...(one[key] ?? []), ...(other[key] ?? [])])];
  return joined.length === 0 ? {} : {[key]: joined};
}

/** Those of the first, and of the other whom the first does not name. */
function joinActors(
  own: readonly ActorInRole[] = [],
  others: readonly ActorInRole[] = [],
): readonly ActorInRole[] {
  const known = new Set(own.map(({actor}) => actor));
  return [...own, ...others.filter(({actor}) => !known.has(actor))];
}

/** @returns what neither the first nor a claim of the other says, in words. */
function unsaidOf(
  one: TimelineEvent,
  other: TimelineEvent,
  context: EventContext,
): readonly string[] {
  const isSaid = (field: string, part: unknown, key = ''): boolean =>
    context.claims.some(
      ({about, value, reason, words}) =>
        about.field === field && holds([value, reason ?? null, words ?? null], part, key),
    );
  const phrases: string[] = [];
  for (const field of ['title', 'summary'] as const) {
    const text = other[field];
    const isNew = text !== undefined && one[field] !== undefined && text !== one[field];
    if (isNew && !isSaid(field, text)) phrases.push(`${field} “${text}”`);
  }
  phrases.push(...unsaidDate(one.when, other.when, (part, key) => isSaid('when', part, key)));
  for (const {actor, role} of other.actors ?? []) {
    const roles = (one.actors ?? []).filter((known) => known.actor === actor);
    const isNew = roles.length > 0 && !roles.some((known) => known.role === role);
    if (isNew && !isSaid('actors', role)) phrases.push(`${context.nameOfActor(actor)}: ${role}`);
  }
  for (const field of NUMBERS) {
    const [own, quantity] = [one[field], other[field]];
    if (own === undefined || quantity === undefined) continue;
    // An editor's range over several accounts is told by them.
    const isTold = Object.entries(quantity).every(
      ([key, part]) => own[key as keyof typeof own] === part || isSaid(field, part),
    );
    if (!isTold) phrases.push(`${field} ${toldWords(quantity)}`);
  }
  const {kind, side} = other;
  if (kind !== undefined && one.kind !== undefined) {
    const isTold = canonicalText(kind) === canonicalText(one.kind);
    if (!isTold && !Object.values(kind).every((part) => isSaid('kind', part))) {
      phrases.push(`coded as ${kindWords(kind)}`);
    }
  }
  if (side !== undefined && context.lane !== undefined && side !== context.lane) {
    phrases.push(`side ${context.nameOfSide(side)}`);
  }
  return phrases;
}

/** A date that nobody claims, whole; else the words and reasons for it that nobody gives. */
function unsaidDate(
  own: When,
  date: When,
  isSaid: (part: string, key: string) => boolean,
): readonly string[] {
  const zone = hasLocalTime(date.edtf) ? date.timezone : undefined;
  const isDateTold =
    isSaid(date.edtf, 'edtf') ||
    (own.edtf === date.edtf && (zone === undefined || zone === own.timezone));
  const isTold = (key: 'stated' | 'part_of_day' | 'reason'): boolean =>
    date[key] === undefined || date[key] === own[key] || isSaid(date[key], key);
  const phrases: string[] = [];
  if (!isDateTold || !isTold('part_of_day')) phrases.push(`date ${claimedDateWords(date)}`);
  else if (!isTold('stated')) phrases.push(`date stated as “${date.stated ?? ''}”`);
  if (!isTold('reason')) phrases.push(`date inferred: ${withoutStop(date.reason ?? '')}`);
  return phrases;
}

function withoutStop(text: string): string {
  return text.replace(/\.$/u, '');
}

function kindWords({type, sub_type: subType, cameo}: Kind): string {
  return [type, subType, cameo === undefined ? undefined : `CAMEO ${cameo}`]
    .filter(Boolean)
    .join(', ');
}

/** Whether a value is, or holds, a text or number; of a date, under its key. */
function holds(value: ClaimValue | undefined, part: unknown, key: string): boolean {
  if (Array.isArray(value)) return value.some((item: ClaimValue) => holds(item, part, key));
  if (typeof value !== 'object' || value === null) return value === part;
  return Object.entries(value).some(
    ([name, item]) => (key === '' || name === key) && holds(item, part, key),
  );
}
