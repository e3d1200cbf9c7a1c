import type {Charset} from '../core/draw/glyphs.js';
import type {Actor, Claim, OtherName} from '../core/events/chronology.js';
import type {EventStore} from '../core/events/event-store.js';
import {signsOf} from './signs.js';

/** @returns the name of an actor; an unknown id stands for itself. */
export function actorName(id: string, store: EventStore): string {
  return store.actor(id)?.name ?? id;
}

/** @returns who makes a claim: the speaker, or the source in its own voice. */
export function speakerName(claim: Claim, store: EventStore): string {
  if (claim.said_by !== null) return actorName(claim.said_by, store);
  // What an editor reads into a report is not the report's own voice.
  if (claim.basis === 'inferred') return 'the editor';
  const id = claim.citations[0]?.source;
  if (id === undefined) return 'no one named';
  const source = store.source(id);
  if (source?.type === 'Dataset') return source.publisher ?? source.headline;
  if (store.chronology.sources.length === 1) return 'the report';
  return source?.publisher ?? shortHeadline(source?.headline) ?? id;
}

/** A headline is too long for the name of a speaker; the id is what the source is cited by. */
function shortHeadline(headline: string | undefined): string | undefined {
  return headline !== undefined && headline.length <= 24 ? headline : undefined;
}

/** @returns the office in which a claim is made: its own, else the speaker's. */
export function officeOf(claim: Claim, actor: Actor | undefined): string | undefined {
  return claim.office ?? actor?.office;
}

/** @returns other names on one line; in ASCII those that can be written so. */
export function otherNamesWords(names: readonly OtherName[] | undefined, charset: Charset): string {
  const isShown = (name: string): boolean => charset === 'unicode' || /^[ -~]*$/u.test(name);
  return (names ?? [])
    .map((other) => other.name)
    .filter(isShown)
    .join(` ${signsOf(charset).dot} `);
}
