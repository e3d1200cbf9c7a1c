import type {EventView} from '../events/event-store.js';

/**
Remember the last answer for each view, for what stays the same while only the selection moves.

@returns a function that makes an answer anew when the key differs from the last one, or the view has
grown.
*/
export function stillMemo<T>(): (view: EventView, key: string, make: () => T) => T {
  const known = new WeakMap<EventView, {readonly key: string; readonly answer: T}>();
  return (view, key, make) => {
    const grown = `${view.count} ${key}`;
    const last = known.get(view);
    if (last?.key === grown) return last.answer;
    const answer = make();
    known.set(view, {key: grown, answer});
    return answer;
  };
}
