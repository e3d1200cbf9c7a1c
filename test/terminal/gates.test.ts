import {describe, expect, test} from 'vitest';
import {ACTING} from '../../source/core/events/acting-characters.js';
import {makeInert} from '../../source/core/events/inert-text.js';
import {glyphText, glyphsOf} from '../../source/terminal/glyphs-of-cells.js';
import {keySplitter} from '../../source/terminal/key-splitter.js';
import {oneLine} from '../../source/terminal/one-line.js';

function paste(text: string): string {
  const strokes = keySplitter().push(`\u001b[200~${text}\u001b[201~`);
  return strokes.map((stroke) => ('paste' in stroke ? stroke.paste : stroke.key)).join('');
}

function typed(text: string): string {
  return keySplitter()
    .push(text)
    .map((stroke) => ('key' in stroke ? stroke.key : stroke.paste))
    .join('');
}

/** What is drawn; the right half of a wide one is no text. */
function drawn(text: string): string {
  return glyphsOf(text)
    .filter((glyph) => glyph !== 0)
    .map(glyphText)
    .join('');
}

/** Every character that acts, without the two that stand for the ends of a paste or of a key. */
const EVERY = Array.from({length: 0x110000}, (_, code) => String.fromCodePoint(code)).filter(
  (character) => character !== '\u001b' && ACTING.test(character),
);

/** Every way for a text from outside to get onto the terminal, or into what is drawn there. */
const GATES: Readonly<Record<string, (text: string) => string>> = {
  'data, names of files and messages': makeInert,
  'an error told after the screen': oneLine,
  'a pasted text': paste,
  'the cells of the screen': drawn,
};

describe('no character that acts on a terminal passes', () => {
  for (const [name, gate] of Object.entries(GATES)) {
    test(name, () => {
      const passed = EVERY.filter((character) => ACTING.test(gate(`a${character}b`)));
      expect(passed).toEqual([]);
      expect(ACTING.test(gate(EVERY.join('')))).toBe(false);
    });
  }

  test('as a key, but for the keys that have such a code', () => {
    const passed = EVERY.filter((character) => ACTING.test(typed(character)));
    expect(passed.filter((key) => key > '\u007f')).toEqual([]);
    expect(passed).toHaveLength(32);
  });
});

test('words that need the joiners pass every gate as they are', () => {
  for (const [name, gate] of Object.entries(GATES))
    for (const word of ['نمی‌خواهم', 'क्‍ष', '👩‍👩‍👧']) expect(gate(word), name).toBe(word);
});
