import type {CommandName} from './action.js';
import {matchesOf, noMatch} from './find.js';
import {goToDate} from './go-to-date.js';
import type {Env, Prompt, State} from './state.js';
import {currentEventId} from './subject.js';
import {withCursor, withCursorInSight} from './visit.js';
import {withFilter} from './with-filter.js';

/** Scroll or select in whatever is over the panes. */
export function moveInOverlay(state: State, env: Env, by: number): State {
  const overlay = state.overlay;
  if (overlay === undefined || overlay.kind === 'prompt') return state;
  if (overlay.kind === 'facets') {
    const lines = env.facets(state);
    const step = by > 0 ? 1 : -1;
    let selected = overlay.selected;
    for (let left = Math.abs(by); left > 0; left--) {
      let next = selected + step;
      while (lines[next] !== undefined && lines[next]?.filter === undefined) next += step;
      if (lines[next] === undefined) break;
      selected = next;
    }
    return {...state, overlay: {...overlay, selected}};
  }
  const last = env.lastOverlayScroll(state);
  const scroll = Math.max(0, Math.min(last, overlay.scroll) + by);
  return {...state, overlay: {...overlay, scroll: Math.min(last, scroll)}};
}

/** Esc in an overlay: close it, and give a search its old place and word back. */
export function closeOverlay(state: State, env: Env): State {
  const overlay = state.overlay;
  const closed: State = {...state, overlay: undefined};
  if (overlay?.kind !== 'prompt' || overlay.purpose !== 'search') return closed;
  const back: State = {...closed, stop: overlay.from, needle: overlay.needleBefore};
  return withCursorInSight(back, env);
}

/** Enter in an overlay: take what was typed or selected; a command chosen is handed back to be obeyed. */
export function accept(
  state: State,
  env: Env,
): {readonly state: State; readonly command?: CommandName} {
  const overlay = state.overlay;
  if (overlay?.kind === 'prompt') return acceptPrompt({...state, overlay: undefined}, env, overlay);
  if (overlay?.kind === 'facets') {
    const filter = env.facets(state)[overlay.selected]?.filter;
    if (filter === undefined) return {state};
    return {state: {...withFilter(state, env, filter), overlay}};
  }
  return {state: {...state, overlay: undefined}};
}

function acceptPrompt(
  state: State,
  env: Env,
  prompt: Prompt,
): {readonly state: State; readonly command?: CommandName} {
  const text = prompt.text.trim();
  switch (prompt.purpose) {
    case 'search': {
      if (text === '') return {state: {...state, needle: ''}};
      const matches = matchesOf(state, env, text);
      if (matches === undefined || matches.count === 0) {
        return {state: {...state, needle: text, message: noMatch(text)}};
      }
      const message = {
        text: `${matches.count === 1 ? '1 match' : `${matches.count} matches`}: n next, N previous`,
        tone: 'info',
      } as const;
      return {state: {...state, needle: text, message, back: [], forward: []}};
    }
    case 'filter':
      return {state: unlessWrong(withFilter(state, env, text), state, prompt)};
    case 'date':
      return {state: text === '' ? state : unlessWrong(goToDate(state, env, text), state, prompt)};
    case 'mark':
      return {state: setMark(state, env, text)};
    case 'jump':
      return {state: goToMark(state, env, text)};
    case 'command': {
      const chosen = env.suggest(state, prompt)[Math.max(0, prompt.selected)];
      if (chosen?.command !== undefined) return {state, command: chosen.command};
      return {
        state: {...state, message: {text: `No command ${text}: ? lists them`, tone: 'error'}},
      };
    }
  }
}

/** What cannot be read stays to be corrected; the prompt itself says what is wrong with it. */
function unlessWrong(next: State, before: State, prompt: Prompt): State {
  const isWrong =
    next.message?.tone === 'error' && next.filter === before.filter && next.stop === before.stop;
  return isWrong ? {...before, message: next.message, overlay: prompt} : next;
}

function setMark(state: State, env: Env, letter: string): State {
  const event = currentEventId(state, env);
  if (!/^[a-z0-9]$/iu.test(letter) || event === undefined) {
    return {...state, message: {text: 'A mark is one letter or digit', tone: 'error'}};
  }
  const text = `Mark ${letter} set: ' and ${letter} comes back here`;
  return {...state, marks: {...state.marks, [letter]: event}, message: {text, tone: 'info'}};
}

function goToMark(state: State, env: Env, letter: string): State {
  const event = state.marks[letter];
  const position = event === undefined ? -1 : env.view(state).positionOf(event);
  if (position >= 0) {
    return withCursor(
      {...state, back: [], forward: [], stop: {...state.stop, focus: 'sequence'}},
      env,
      position,
    );
  }
  const known = Object.keys(state.marks).join(' ');
  const text =
    event === undefined
      ? `No mark ${letter}: there are ${known}`
      : 'The filter hides that event: X drops it';
  return {...state, message: {text, tone: 'error'}};
}
