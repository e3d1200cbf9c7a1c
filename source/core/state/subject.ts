import type {Link, TimelineEvent} from '../events/chronology.js';
import type {EventStore} from '../events/event-store.js';
import type {Target} from './pane-content.js';
import type {Env, State} from './state.js';
import {rowAtCursor} from './visit.js';

/** @returns the id of the event the reader is at: the one a pane is about, else the cursor's. */
export function currentEventId(state: State, env: Env): string | undefined {
  const {pane, subject} = state.stop.frame;
  if (
    state.stop.focus === 'detail' &&
    (pane === 'event' || pane === 'accounts' || pane === 'chain')
  ) {
    return subject.split('#')[0];
  }
  if (state.stop.focus === 'detail' && pane === 'claim') {
    return env.store.claim(subject)?.about.event;
  }
  return rowAtCursor(state, env)?.id;
}

/** @returns the event the reader is at. */
export function currentEvent(state: State, env: Env): TimelineEvent | undefined {
  const id = currentEventId(state, env);
  return id === undefined ? undefined : env.store.event(id);
}

/** @returns the event an end of a link belongs to: itself, or the one its claim is about. */
export function eventOfEnd(store: EventStore, end: string): string | undefined {
  return store.event(end) === undefined ? store.claim(end)?.about.event : end;
}

/** Ids of the events that an event is said to answer, and of those said to answer it. */
export type Neighbours = {
  readonly answers: readonly string[];
  readonly answeredBy: readonly string[];
};

export function chainNeighbours(store: EventStore, event: string): Neighbours {
  const links = store.linksOf(event).filter((link) => link.type === 'responds-to');
  const ends = (of: (link: Link) => string | undefined): readonly string[] =>
    [
      ...new Set(links.map(of).filter((id) => id !== undefined && id !== event)),
    ] as readonly string[];
  return {
    answers: ends((link) =>
      eventOfEnd(store, link.from) === event ? eventOfEnd(store, link.to) : undefined,
    ),
    answeredBy: ends((link) =>
      eventOfEnd(store, link.to) === event ? eventOfEnd(store, link.from) : undefined,
    ),
  };
}

/** @returns the paragraph an event (or the selected claim) rests on, as a target of the source pane. */
export function sourceTarget(state: State, env: Env): Target | undefined {
  const {pane, subject} = state.stop.frame;
  const claim =
    pane === 'claim' && state.stop.focus === 'detail'
      ? env.store.claim(subject)
      : env.store.claimsAbout(currentEventId(state, env) ?? '')[0];
  const citation = claim?.citations[0];
  if (citation === undefined) return undefined;
  const paragraph = citation.paragraph === undefined ? '' : `#${citation.paragraph}`;
  return {pane: 'source', subject: `${citation.source}${paragraph}`};
}
