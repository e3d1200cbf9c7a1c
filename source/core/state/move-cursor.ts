import type {PaneContent} from './pane-content.js';
import type {CommandName} from './action.js';
import type {Env, State} from './state.js';
import {bodyRows, enlarge, goBack, visit, withCursor, withFrame, withStop} from './visit.js';

type Step = {readonly by: number} | {readonly to: 'first' | 'last'};

/** @returns how far a cursor command goes, in rows. */
function stepOf(command: CommandName, pageRows: number): Step | undefined {
  switch (command) {
    case 'cursor.down':
      return {by: 1};
    case 'cursor.up':
      return {by: -1};
    case 'cursor.half-page-down':
      return {by: Math.max(1, Math.floor(pageRows / 2))};
    case 'cursor.half-page-up':
      return {by: -Math.max(1, Math.floor(pageRows / 2))};
    case 'cursor.page-down':
      return {by: Math.max(1, pageRows - 2)};
    case 'cursor.page-up':
      return {by: -Math.max(1, pageRows - 2)};
    case 'cursor.first':
      return {to: 'first'};
    case 'cursor.last':
      return {to: 'last'};
    default:
      return undefined;
  }
}

/** Move in whatever has the focus. */
export function moveCursor(state: State, env: Env, command: CommandName): State {
  const height = bodyRows(state, env);
  const step = stepOf(command, height);
  if (step === undefined) return state;
  if (state.stop.focus === 'detail') return moveInPane(state, env, step, height);
  const view = env.view(state);
  const position =
    'by' in step ? state.stop.cursor + step.by : step.to === 'first' ? 0 : view.count - 1;
  // Moving in the list starts a new way: the stops of the old one lie behind another event.
  const start = state.back.length === 0 ? state : {...state, back: [], forward: []};
  return withCursor(start, env, position);
}

function moveInPane(state: State, env: Env, step: Step, height: number): State {
  const frame = state.stop.frame;
  const content = env.content(state, frame);
  const {selected, scroll} =
    'by' in step
      ? walkPane(content, frame.selected, frame.scroll, step.by, height)
      : {
          selected: step.to === 'first' ? 0 : Math.max(0, content.items.length - 1),
          scroll: step.to === 'first' ? 0 : lastScroll(content, height),
        };
  return withFrame(state, {...frame, selected, scroll});
}

function lastScroll(content: PaneContent, height: number): number {
  return Math.max(0, content.lines.length - height);
}

/**
Move the selection of a pane, scrolling as little as possible; where the next item is further away
than the screen reaches, scroll by a line instead, so that no text between two items is skipped.

@param by - steps; more than one is a page: it scrolls, and the selection follows into view.
@returns the new selection and first visible line.
*/
export function walkPane(
  content: PaneContent,
  selected: number,
  scroll: number,
  by: number,
  height: number,
): {readonly selected: number; readonly scroll: number} {
  const last = lastScroll(content, height);
  const clamp = (value: number): number => Math.max(0, Math.min(last, value));
  if (Math.abs(by) > 1) {
    const to = clamp(scroll + by);
    const isAtEdge = to === scroll;
    const items = content.items;
    if (isAtEdge) return {selected: by > 0 ? Math.max(0, items.length - 1) : 0, scroll};
    const visible = items.findIndex((item) => item.firstLine >= to);
    const inView = visible >= 0 && (items[visible]?.firstLine ?? 0) < to + height;
    return {selected: inView ? visible : selected, scroll: to};
  }
  const item = content.items[selected + by];
  if (item === undefined) return {selected, scroll: clamp(scroll + by)};
  const current = content.items[selected];
  const isCurrentSeen =
    current === undefined || (current.firstLine < scroll + height && current.endLine > scroll);
  if (!isCurrentSeen) {
    // The selection was scrolled out of sight: take what is in sight first.
    const seen = content.items.findIndex(
      (candidate) => candidate.firstLine >= scroll && candidate.firstLine < scroll + height,
    );
    if (seen >= 0) return {selected: seen, scroll};
    return {selected, scroll: clamp(scroll + by)};
  }
  if (by > 0) {
    if (item.firstLine >= scroll + height + 1) return {selected, scroll: clamp(scroll + 1)};
    const need = Math.min(item.endLine - height, item.firstLine);
    return {selected: selected + 1, scroll: clamp(Math.max(scroll, need))};
  }
  if (item.endLine < scroll) return {selected, scroll: clamp(scroll - 1)};
  const top = selected + by === 0 ? 0 : item.firstLine;
  return {selected: selected - 1, scroll: clamp(Math.min(scroll, top))};
}

/** Enter: from the list into the event's pane, in a pane to where the selected item leads. */
export function openSelected(state: State, env: Env): State {
  if (state.stop.focus === 'sequence') {
    if (env.view(state).count === 0) return state;
    return withStop(state, {...state.stop, focus: 'detail'});
  }
  const target = env.content(state, state.stop.frame).items[state.stop.frame.selected]?.target;
  return target === undefined ? state : visit(state, env, target);
}

/** Tab: the other of list and pane. */
export function switchFocus(state: State): State {
  const focus = state.stop.focus === 'sequence' ? 'detail' : 'sequence';
  return {...state, stop: {...state.stop, focus}};
}

/** Esc: drop what is over the panes first, then go back, then make room again, then leave the search. */
export function stepOut(state: State, env: Env): State {
  if (state.back.length > 0 || state.stop.focus === 'detail') return goBack(state, env);
  return state.stop.isEnlarged ? enlarge(state, env) : {...state, needle: ''};
}
