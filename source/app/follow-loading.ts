import {importWords} from '../core/events/import-figures.js';
import {rowAtCursor} from '../core/state/visit.js';
import type {Program} from './program.js';

/**
Let a store that is being filled answer with more. The reader stays at their event; as long as they have
not moved the timeline or gone anywhere, it goes on showing everything.

@returns a function that is given what publishes more.
*/
export function followLoading(program: Program): (publish: () => void) => void {
  let fitted = program.state().stop.timeline;
  return (publish) => {
    const state = program.state();
    const event = rowAtCursor(state, program.env())?.id;
    const isAtStart = state.stop.cursor === 0;
    const isUntouched =
      state.stop.timeline === fitted && state.back.length === 0 && state.forward.length === 0;
    publish();
    const {loading, imports} = program.env().store;
    const text = loading === undefined ? importWords(imports ?? []) : undefined;
    program.dispatch([
      {
        type: 'store.changed',
        isOther: isUntouched,
        // At the first event a reader stays at the first, whichever that comes to be.
        ...(event === undefined || (isAtStart && state.isNew) ? {} : {event}),
      },
      ...(text === undefined ? [] : [{type: 'say', message: {text, tone: 'info'}} as const]),
    ]);
    if (isUntouched) fitted = program.state().stop.timeline;
  };
}
