const WORDS: Readonly<Record<string, string>> = {
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  backspace: 'Backspace',
  space: 'Space',
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  home: 'Home',
  end: 'End',
  f1: 'F1',
};

/** @returns a key as a reader knows it: `Ctrl-d`, `Enter`, `Shift-Left`. */
export function keyWords(key: string): string {
  const [modifier, base] = key.length > 1 && key.includes('+') ? key.split('+') : ['', key];
  const name = WORDS[base ?? ''] ?? base ?? '';
  if (modifier === 'ctrl') return `Ctrl-${name}`;
  if (modifier === 'shift') return `Shift-${name}`;
  return name;
}
