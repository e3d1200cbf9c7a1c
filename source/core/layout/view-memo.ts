import type {EventView} from '../events/event-store.js';

/**
Remember answers for as long as a view is in use.

@returns a function that makes an answer for a view and a key once; again when the view has grown.
*/
export function viewMemo<T>(): (view: EventView, key: number, make: () => T) => T {
  const known = new WeakMap<
    EventView,
    {readonly count: number; readonly answers: Map<number, T>}
  >();
  return (view, key, make) => {
    let entry = known.get(view);
    if (!entry || entry.count !== view.count) {
      entry = {count: view.count, answers: new Map()};
      known.set(view, entry);
    }
    const found = entry.answers.get(key);
    if (found !== undefined) return found;
    const made = make();
    entry.answers.set(key, made);
    return made;
  };
}
