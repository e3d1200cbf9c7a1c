import {splitClusters} from '../draw/split-clusters.js';
import type {PromptEdit} from './action.js';
import {matchesOf, nextMatch} from './find.js';
import type {Env, Prompt, State} from './state.js';
import {rowAtCursor, withCursor} from './visit.js';

/** The longest text a prompt takes, in UTF-16 units; a paste beyond it is cut. */
const LONGEST_PROMPT = 500;

/** @returns the state with an empty prompt open, or one that starts with a text. */
export function openPrompt(state: State, purpose: Prompt['purpose'], text = ''): State {
  return {
    ...state,
    message: undefined,
    overlay: {
      kind: 'prompt',
      purpose,
      text,
      caret: text.length,
      selected: -1,
      from: state.stop,
      needleBefore: state.needle,
    },
  };
}

/** @returns the state with a text typed or pasted at the caret. */
export function insertText(state: State, env: Env, prompt: Prompt, typed: string): State {
  const room = Math.max(0, LONGEST_PROMPT - prompt.text.length);
  const text = typed.length <= room ? typed : firstClusters(typed, room);
  return withPrompt(state, env, {
    ...prompt,
    text: prompt.text.slice(0, prompt.caret) + text + prompt.text.slice(prompt.caret),
    caret: prompt.caret + text.length,
    selected: prompt.purpose === 'command' ? 0 : -1,
  });
}

/** @returns as many whole characters from the beginning as have at most so many UTF-16 units. */
function firstClusters(text: string, most: number): string {
  let kept = '';
  // A cluster may reach over the cut: what is looked at ends behind it.
  for (const cluster of splitClusters(text.slice(0, most + 1))) {
    if (kept.length + cluster.length > most) break;
    kept += cluster;
  }
  return kept;
}

/** @returns the state after an editing key. */
export function editPrompt(state: State, env: Env, prompt: Prompt, edit: PromptEdit): State {
  const before = prompt.text.slice(0, prompt.caret);
  const after = prompt.text.slice(prompt.caret);
  const previous = before.length - (splitClusters(before).at(-1)?.length ?? 0);
  switch (edit) {
    case 'backspace':
      return withPrompt(state, env, {
        ...prompt,
        text: before.slice(0, previous) + after,
        caret: previous,
        selected: -1,
      });
    case 'delete-word': {
      const kept = before.replace(/\S+\s*$/u, '');
      return withPrompt(state, env, {
        ...prompt,
        text: kept + after,
        caret: kept.length,
        selected: -1,
      });
    }
    case 'clear':
      return withPrompt(state, env, {...prompt, text: after, caret: 0, selected: -1});
    case 'left':
      return withPrompt(state, env, {...prompt, caret: previous});
    case 'right': {
      const next = splitClusters(after)[0]?.length ?? 0;
      return withPrompt(state, env, {...prompt, caret: prompt.caret + next});
    }
    case 'home':
      return withPrompt(state, env, {...prompt, caret: 0});
    case 'end':
      return withPrompt(state, env, {...prompt, caret: prompt.text.length});
    case 'next':
    case 'previous': {
      const count = env.suggest(state, prompt).length;
      if (count === 0) return state;
      const by = edit === 'next' ? 1 : -1;
      const selected = Math.max(0, Math.min(count - 1, prompt.selected + by));
      return {...state, overlay: {...prompt, selected}};
    }
    case 'complete': {
      const suggestion = env.suggest(state, prompt)[Math.max(0, prompt.selected)];
      if (suggestion === undefined) return state;
      const {text, caret} = suggestion;
      return withPrompt(state, env, {...prompt, text, caret, selected: -1});
    }
  }
}

/** The search follows the typing: the cursor goes to the first match from where the reader was. */
function withPrompt(state: State, env: Env, prompt: Prompt): State {
  const next: State = {...state, overlay: prompt};
  if (prompt.purpose !== 'search') return next;
  const start: State = {...next, needle: prompt.text, stop: prompt.from};
  const matches = matchesOf(start, env, prompt.text);
  if (matches === undefined) return start;
  const from = rowAtCursor(start, env)?.order ?? 0;
  const position = nextMatch(start, env, matches, from, 1, true);
  if (position < 0) return start;
  return withCursor({...start, stop: {...start.stop, focus: 'sequence'}}, env, position);
}
