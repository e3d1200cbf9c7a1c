import type {EventStore} from './event-store.js';

/** @returns the row of an imported file that an event is from, counted from 1; undefined for other events. */
export function rowOfEvent(store: EventStore, event: string): number | undefined {
  const citation = store.claimsAbout(event)[0]?.citations[0];
  if (citation === undefined || store.source(citation.source)?.type !== 'Dataset') return undefined;
  return citation.paragraph;
}
