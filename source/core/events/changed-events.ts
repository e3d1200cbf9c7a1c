import type {ItemChange} from './diff-chronologies.js';

const known = new WeakMap<readonly ItemChange[], ReadonlyMap<string, 'added' | 'changed'>>();

/**
@returns the events that are new or not as they were: themselves, or something claimed about them.
Made once for a list of changes.
*/
export function changedEvents(
  changes: readonly ItemChange[],
): ReadonlyMap<string, 'added' | 'changed'> {
  const made = known.get(changes);
  if (made !== undefined) return made;
  const events = new Map<string, 'added' | 'changed'>();
  for (const {kind, id, event, change} of changes) {
    if (kind === 'event' && change !== 'removed') events.set(id, change);
    else if (kind === 'claim' && event !== undefined && !events.has(event)) {
      events.set(event, 'changed');
    }
  }
  known.set(changes, events);
  return events;
}
