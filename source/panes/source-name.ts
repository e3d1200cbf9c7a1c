import type {Claim} from '../core/events/chronology.js';
import type {EventStore} from '../core/events/event-store.js';

/**
@returns what a source is called where a reader meets it: its publisher, the name of a dataset, `the
report` where no other goes without a publisher, else its headline; an unknown id stands for itself.
*/
export function sourceName(id: string, store: EventStore): string {
  const {sources} = store.chronology;
  const source = store.source(id);
  if (source === undefined) return id;
  if (source.type === 'Dataset') return source.publisher ?? source.headline;
  if (sources.length === 1) return 'the report';
  if (source.publisher !== undefined) return source.publisher;
  const hasOther = sources.some(
    (other) => other.id !== id && other.publisher === undefined && other.type !== 'Dataset',
  );
  return hasOther ? source.headline : 'the report';
}

/** @returns the names of the sources that a claim cites, each once, in its order. */
export function sourceNames(claim: Claim, store: EventStore): readonly string[] {
  return [...new Set(claim.citations.map(({source}) => sourceName(source, store)))];
}
