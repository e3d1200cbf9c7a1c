import {fieldName} from '../core/events/accounts.js';
import type {Claim, TimelineEvent} from '../core/events/chronology.js';
import {longCitation} from './citation-words.js';
import {claimPieces, namesId, plainText} from './claim-words.js';
import type {Told} from './pane.js';
import {signsOf} from './signs.js';
import {speakerParts} from './speaker-words.js';
import {whenLines} from './when-lines.js';

/** Events looked through for what names somebody. */
const MOST_EVENTS = 200;
/** Sources named in a copied text; the rest is counted. */
const MOST_SOURCES = 12;

/**
@returns where claims stand, for a text that leaves the program: each source once with its paragraphs,
`Report on the strikes, ¶1 ¶3; TASS on the strikes, https://…`. Empty without citations.
*/
export function sourcesWords(claims: readonly Claim[], input: Told): string {
  const {paragraph: sign} = signsOf(input.charset);
  const numbers = new Map<string, Set<number>>();
  for (const {source, paragraph} of claims.flatMap((claim) => claim.citations)) {
    const known = numbers.get(source) ?? new Set<number>();
    numbers.set(source, known);
    if (paragraph !== undefined) known.add(paragraph);
  }
  const all = Array.from(numbers, ([source, paragraphs]) => {
    const cited = [...paragraphs].sort((a, b) => a - b).map((number) => `${sign}${number}`);
    return [longCitation({source}, input), cited.join(' ')].filter(Boolean).join(', ');
  });
  const more = all.length - MOST_SOURCES;
  return [...all.slice(0, MOST_SOURCES), ...(more > 0 ? [`${more} more sources`] : [])].join('; ');
}

/** @returns a text for the clipboard with the source and the paragraphs it rests on. */
export function citedCopy(text: string, claims: readonly Claim[], input: Told): string {
  const sources = sourcesWords(claims, input);
  return sources === '' ? text : `${text} (${sources})`;
}

/**
@returns claims that say the same for the clipboard: what is said, by whom, in which office and medium,
and where it stands. Without somebody's own words the event and the question stand before it.
*/
export function claimCopy(claims: readonly Claim[], input: Told): string {
  const {store, charset} = input;
  const [first] = claims;
  if (first === undefined) return '';
  const said = plainText(claimPieces(first, input));
  const who = new Set(claims.map((claim) => speakerParts(claim, input).join(', ')));
  const {dash} = signsOf(charset);
  const {event, field} = first.about;
  const about =
    first.voice === 'quote'
      ? ''
      : `${store.event(event)?.title ?? event} ${dash} ${questionWords(fieldName(field, store.chronology.fields))} `;
  return citedCopy(`${about}${said} ${dash} ${[...who].join('; ')}`, claims, input);
}

/** A heading before what answers it. */
function questionWords(name: string): string {
  return /[?:]$/u.test(name) ? name : `${name}:`;
}

/** @returns an event for the clipboard: its title, its date, what happened, and where all that stands. */
export function eventCopy(event: TimelineEvent, input: Told): string {
  const dates = whenLines(event.when, input).map((line) => line.text);
  const parts = [event.title, dates.join(', '), event.summary].filter(Boolean);
  return citedCopy(
    parts.join(` ${signsOf(input.charset).dash} `),
    input.store.claimsAbout(event.id),
    input,
  );
}

/** @returns the claims that an actor makes or that name an actor or a place; up to a bound. */
export function claimsNamed(id: string, {store}: Told): readonly Claim[] {
  const events = [...store.eventsWithActor(id), ...store.eventsAtPlace(id)].slice(0, MOST_EVENTS);
  const about = events.flatMap((event) => store.claimsAbout(event));
  const naming = about.filter(({about: {field}, value}) => field === '*' || namesId(value, id));
  return [...new Set([...store.claimsBy(id), ...naming])];
}

/** @returns what a row says of an event, for the clipboard: with the event, and where that stands. */
export function factCopy(
  text: string,
  event: TimelineEvent,
  claims: readonly Claim[],
  input: Told,
): string {
  return citedCopy(`${text} ${signsOf(input.charset).dash} ${event.title}`, claims, input);
}
