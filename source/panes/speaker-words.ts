import type {Charset} from '../core/draw/glyphs.js';
import {isEditors} from '../core/events/accounts.js';
import type {Actor, Claim, OtherName} from '../core/events/chronology.js';
import type {EventStore} from '../core/events/event-store.js';
import type {Told} from './pane.js';
import {signsOf} from './signs.js';
import {sourceNames} from './source-name.js';
import {claimWhen} from './when-lines.js';

/** @returns the name of an actor; an unknown id stands for itself. */
export function actorName(id: string, store: EventStore): string {
  return store.actor(id)?.name ?? id;
}

/** Sources named as the voice of a claim that they all make; of more, the first and how many others. */
export const MOST_VOICES = 2;

/** @returns who makes a claim: the speaker, or the source or sources in their own voice. */
export function speakerName(claim: Claim, store: EventStore): string {
  if (claim.said_by !== null) return actorName(claim.said_by, store);
  // What an editor reads into a report is not the report's own voice.
  if (isEditors(claim)) return 'the editor';
  const names = sourceNames(claim, store);
  const [first = 'no one named', ...others] = names;
  return names.length <= MOST_VOICES
    ? [first, ...others].join(' and ')
    : `${first} and ${others.length} others`;
}

/** Speakers named where several say the same; the others are counted. */
const MOST_SPEAKERS = 3;

/**
@returns who makes claims, each once: `Lloyd Austin`, `Yehia Rasool, TASS`, `A, B, C and 4 others`; a
listing names all.
*/
export function speakersWords(claims: readonly Claim[], {store, isListing}: Told): string {
  const names = [...new Set(claims.map((claim) => speakerName(claim, store)))];
  const most = isListing === true ? Infinity : MOST_SPEAKERS;
  const more = names.length - most;
  const named = names.slice(0, most).join(', ');
  return more > 0 ? `${named} and ${more} ${more === 1 ? 'other' : 'others'}` : named;
}

/** @returns whether {@link speakersWords} names everybody. */
export function areAllNamed(claims: readonly Claim[], {store, isListing}: Told): boolean {
  if (isListing === true) return true;
  return new Set(claims.map((claim) => speakerName(claim, store))).size <= MOST_SPEAKERS;
}

/** @returns the office in which a claim is made: its own, else the speaker's. */
export function officeOf(claim: Claim, actor: Actor | undefined): string | undefined {
  return claim.office ?? actor?.office;
}

/**
@returns who speaks: the name, then what is known of office, medium and time. Somebody whom the source
does not name goes by the office alone; of a source that speaks itself it is told whom it belongs to.
*/
export function speakerParts(claim: Claim, input: Told): readonly string[] {
  const {store} = input;
  const actor = store.actor(claim.said_by ?? '');
  const office = officeOf(claim, actor);
  const isNameless = actor?.named === false && office !== undefined;
  const source =
    claim.said_by === null && !isEditors(claim) ? claim.citations[0]?.source : undefined;
  return [
    isNameless ? `${office} (not named)` : speakerName(claim, store),
    isNameless ? undefined : office,
    store.source(source ?? '')?.affiliation,
    claim.medium,
    claimWhen(claim, input),
  ].filter((part) => part !== undefined && part !== '') as readonly string[];
}

/** @returns other names on one line; in ASCII those that can be written so. */
export function otherNamesWords(names: readonly OtherName[] | undefined, charset: Charset): string {
  const isShown = (name: string): boolean => charset === 'unicode' || /^[ -~]*$/u.test(name);
  return (names ?? [])
    .map((other) => other.name)
    .filter(isShown)
    .join(` ${signsOf(charset).dot} `);
}
