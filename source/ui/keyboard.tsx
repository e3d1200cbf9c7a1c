import {useInput, usePaste, type Key} from 'ink';
import type {ReactNode} from 'react';

type KeyboardProps = {
  /** Called for each key, named as in `keys/key-table.ts`. */
  onKey(key: string): void;
  /** Called for a text pasted as one. */
  onPaste(text: string): void;
};

/** The only place that listens to the keyboard. */
export function Keyboard({onKey, onPaste}: KeyboardProps): ReactNode {
  useInput((input, key) => {
    for (const name of keyNames(input, key)) onKey(name);
  });
  usePaste(onPaste);
  return null;
}

const SPECIAL: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  // Many terminals send DEL for the key that is called Backspace.
  ['delete', 'backspace'],
];

/** @returns the names of the keys in one event of Ink; several when they arrived in one read. */
export function keyNames(input: string, key: Key): readonly string[] {
  for (const [flag, name] of SPECIAL) {
    if (key[flag] === true)
      return [key.shift && /^(?:up|down|left|right)$/u.test(name) ? `shift+${name}` : name];
  }
  if (key.ctrl) return input === '' ? [] : [`ctrl+${input.toLowerCase()}`];
  if (key.meta) return [];
  return Array.from(input, (character) => (character === ' ' ? 'space' : character)).filter(
    (name) => name === 'space' || /^\P{C}$/u.test(name),
  );
}
