import type {Action, CommandName} from '../core/state/action.js';
import type {Prompt, State} from '../core/state/state.js';
import {KEY_TABLE} from './key-table.js';
import {keyWords} from './key-words.js';

const COMMAND_OF: ReadonlyMap<string, CommandName> = new Map(
  KEY_TABLE.flatMap((binding) => binding.keys.map((key) => [key, binding.command] as const)),
);

const BACKSPACE: Action = {type: 'prompt.edit', edit: 'backspace'};

const EDITS: Readonly<Record<string, Action>> = {
  enter: {type: 'overlay.accept'},
  escape: {type: 'overlay.close'},
  backspace: BACKSPACE,
  // Some terminals send it for the key that is called Backspace.
  'ctrl+h': BACKSPACE,
  'ctrl+w': {type: 'prompt.edit', edit: 'delete-word'},
  'ctrl+u': {type: 'prompt.edit', edit: 'clear'},
  left: {type: 'prompt.edit', edit: 'left'},
  right: {type: 'prompt.edit', edit: 'right'},
  home: {type: 'prompt.edit', edit: 'home'},
  'ctrl+a': {type: 'prompt.edit', edit: 'home'},
  end: {type: 'prompt.edit', edit: 'end'},
  'ctrl+e': {type: 'prompt.edit', edit: 'end'},
  tab: {type: 'prompt.edit', edit: 'complete'},
  up: {type: 'prompt.edit', edit: 'previous'},
  down: {type: 'prompt.edit', edit: 'next'},
  'ctrl+p': {type: 'prompt.edit', edit: 'previous'},
  'ctrl+n': {type: 'prompt.edit', edit: 'next'},
};

/** How far a cursor command moves in an overlay, in lines. */
const OVERLAY_STEPS: Partial<Record<CommandName, number>> = {
  'cursor.down': 1,
  'cursor.up': -1,
  'cursor.half-page-down': 8,
  'cursor.half-page-up': -8,
  'cursor.page-down': 16,
  'cursor.page-up': -16,
  'cursor.first': -1_000_000,
  'cursor.last': 1_000_000,
};

/**
@param key - as in `key-table.ts`; any other single character types itself into a prompt.
@returns the actions a key means in this state; none when it means nothing.
*/
export function dispatchKey(state: State, key: string): readonly Action[] {
  const {overlay} = state;
  if (key === 'ctrl+c') return [{type: 'program.quit'}];
  if (key === 'ctrl+z') return [{type: 'program.suspend'}];
  if (overlay?.kind === 'prompt') return dispatchPrompt(overlay, key);
  const command = COMMAND_OF.get(key);
  if (overlay !== undefined) {
    if (command === 'program.quit' && overlay.kind === 'help') return [{type: 'overlay.close'}];
    if (key === 'escape' || key === 'q' || key === 'backspace') return [{type: 'overlay.close'}];
    if (overlay.kind === 'facets' && (key === 'enter' || key === 'space')) {
      return [{type: 'overlay.accept'}];
    }
    if (overlay.kind === 'facets' && (command === 'filter.facets' || command === 'pane.focus')) {
      return [{type: 'overlay.close'}];
    }
    if (overlay.kind === 'facets' && (command === 'filter.drop' || command === 'filter.edit')) {
      return [{type: command}];
    }
    if (overlay.kind === 'help' && command === 'program.help') return [{type: 'overlay.close'}];
    const by = command === undefined ? undefined : OVERLAY_STEPS[command];
    if (by !== undefined) return [{type: 'overlay.move', by}];
    return overlay.kind === 'facets' ? [] : [{type: 'overlay.close'}];
  }
  return [command === undefined ? unbound(key) : {type: command}];
}

/** A key without a meaning says so: a reader should not wonder whether it has arrived. */
function unbound(key: string): Action {
  return {
    type: 'say',
    message: {text: `${keyWords(key)} has no meaning: ? lists the keys`, tone: 'info'},
  };
}

function dispatchPrompt(prompt: Prompt, key: string): readonly Action[] {
  const edit = EDITS[key];
  if (edit === BACKSPACE && prompt.text === '') return [{type: 'overlay.close'}];
  if (edit !== undefined) return [edit];
  const text = key === 'space' ? ' ' : key;
  const isText = !/^(?:ctrl|shift|alt)\+./u.test(text) && [...text].length === 1;
  if (!isText) return [];
  const insert: Action = {type: 'prompt.insert', text};
  // A mark is one letter: it needs no Enter.
  const isMark = prompt.purpose === 'mark' || prompt.purpose === 'jump';
  return isMark ? [insert, {type: 'overlay.accept'}] : [insert];
}
