import type {EventRow, ResolvedWhen} from '../events/event-store.js';
import {intervalWords} from '../time/interval-words.js';
import type {PaneContent} from './pane-content.js';
import type {Env, State} from './state.js';
import {rowAtCursor, withCursor, withFrame} from './visit.js';

/**
`l` and `h`. In the list: to the next or previous event in the order of time, saying how far it is, or
that no order is told. In a pane: to the item beside, on the same lines.
*/
export function stepInTime(state: State, env: Env, by: 1 | -1): State {
  if (state.stop.focus === 'detail') return moveAcross(state, env, by);
  const here = rowAtCursor(state, env);
  const next = env.view(state).rows(state.stop.cursor + by, state.stop.cursor + by + 1)[0];
  if (here === undefined || next === undefined) return state;
  const way: State = {...state, back: [], forward: []};
  const text = stepWords(here, next, env);
  return {...withCursor(way, env, next.index), message: {text, tone: 'info'}};
}

/** @returns why `l` or `h` leads nowhere; undefined when it does. */
export function whyNoStep(state: State, env: Env, by: 1 | -1): string | undefined {
  const {focus, frame, cursor} = state.stop;
  if (focus === 'detail') {
    return itemBeside(env.content(state, frame), frame.selected, by) === undefined
      ? 'Nothing stands beside this; in the list (Tab) h and l go through time'
      : undefined;
  }
  const to = cursor + by;
  if (to >= 0 && to < env.view(state).count) return undefined;
  return by > 0 ? 'Nothing is later' : 'Nothing is earlier';
}

function moveAcross(state: State, env: Env, by: 1 | -1): State {
  const {frame} = state.stop;
  const selected = itemBeside(env.content(state, frame), frame.selected, by);
  if (selected === undefined) return state;
  return withFrame(state, {...frame, selected});
}

/** @returns the item that shares its first line with the selected one, to the right (1) or the left (-1). */
function itemBeside({items}: PaneContent, selected: number, by: 1 | -1): number | undefined {
  const [item, next] = [items[selected], items[selected + by]];
  const isBeside = item !== undefined && item.firstLine === next?.firstLine;
  return isBeside ? selected + by : undefined;
}

function stepWords(here: EventRow, next: EventRow, env: Env): string {
  const [first, second] = here.index < next.index ? [here, next] : [next, here];
  if (isOrderTold(first.when, second.when)) {
    const words = intervalWords(here, next);
    return `${words.slice(0, 1).toUpperCase()}${words.slice(1)} ${here.title}`;
  }
  const whose = env.store.chronology.sources.length === 1 ? "the report's" : 'that of the files';
  return `Which of the two came first is not told: the order is ${whose}`;
}

/** Whether the first began before the second, or with it, wherever in its span each of them lies. */
function isOrderTold(first: ResolvedWhen, second: ResolvedWhen): boolean {
  if (first.start === second.start && first.end === second.end && !isKnown(first)) return false;
  return (first.isSpan ? first.start : first.end) <= second.start;
}

/** Whether the moment at which it was or began is known to the instant. */
function isKnown({start, end, startQuality, isSpan}: ResolvedWhen): boolean {
  return startQuality === 'certain' && (isSpan || end - start <= 1);
}
