import type {Env, State} from './state.js';
import {freshFrame, rowAtCursor} from './visit.js';

/**
@returns the text of what is selected, with its attribution and citation, and what it is in words:
in the list the event, in a pane the item.
*/
export function copyOf(state: State, env: Env): {readonly text: string; readonly what: string} {
  if (state.stop.focus === 'detail') {
    const {frame} = state.stop;
    const item = env.content(state, frame).items[frame.selected];
    if (item !== undefined) return {text: item.copy, what: 'The selected text'};
  }
  const row = rowAtCursor(state, env);
  if (row === undefined) return {text: '', what: 'Nothing'};
  const content = env.content(state, freshFrame({pane: 'event', subject: row.id}));
  return {text: content.items[0]?.copy ?? row.title, what: 'The event'};
}
