import type {Link, TimelineEvent} from '../core/events/chronology.js';
import {LINK_HEADINGS} from '../core/events/link-headings.js';
import {eventOfEnd} from '../core/state/subject.js';
import {citationsWords} from './citation-words.js';
import {factCopy} from './copy-words.js';
import {claimsOfLink, linkSpeakers} from './link-words.js';
import type {PaneBuilder} from './pane-builder.js';
import type {PaneInput} from './pane.js';
import {areAllNamed} from './speaker-words.js';

type Tie = {readonly link: Link; readonly other: string; readonly at: number};

/** Add what an event is linked to, under a heading for each way, in the order of time. */
export function addLinks(pane: PaneBuilder, event: TimelineEvent, input: PaneInput): void {
  const links = input.store.linksOf(event.id);
  for (const [type, headings] of Object.entries(LINK_HEADINGS)) {
    const own = links.filter((link) => link.type === type);
    for (const [side, heading] of headings.entries()) {
      const ties = own.flatMap((link) => tieOf(link, side === 0, event.id, input));
      if (ties.length === 0) continue;
      pane.heading(heading);
      for (const tie of ties.toSorted((a, b) => a.at - b.at)) {
        addTie(pane, event, heading, tie, input);
      }
    }
  }
}

function tieOf(
  link: Link,
  isFrom: boolean,
  event: string,
  {store, view}: PaneInput,
): readonly Tie[] {
  const [near, far] = isFrom ? [link.from, link.to] : [link.to, link.from];
  const other = eventOfEnd(store, far);
  if (eventOfEnd(store, near) !== event || other === undefined || other === event) return [];
  const position = view.positionOf(other);
  return [{link, other, at: position < 0 ? Infinity : position}];
}

function addTie(
  pane: PaneBuilder,
  event: TimelineEvent,
  heading: string,
  {link, other}: Tie,
  input: PaneInput,
): void {
  const {store} = input;
  const title = store.event(other)?.title ?? other;
  const who = linkSpeakers(link, input);
  const claims = claimsOfLink(link, input);
  // An editor reads it out of what is said of the event.
  const cited = claims.length === 0 ? store.claimsAbout(event.id) : claims;
  const text = `${heading.toLowerCase()}: ${title}${who.text}`;
  pane.item([{text: title, role: 'link'}, who], {
    target: {pane: 'event', subject: other},
    indent: 2,
    copy: () => factCopy(text, event, cited, input),
    right: {text: citationsWords(claims, input, areAllNamed(claims, input)), role: 'muted'},
  });
}
