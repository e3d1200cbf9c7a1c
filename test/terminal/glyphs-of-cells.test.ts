import {expect, test} from 'vitest';
import {glyphOf, glyphText, glyphWidth} from '../../source/terminal/glyphs-of-cells.js';
import {readStyledText} from '../../source/terminal/styled-text.js';
import {textOfCells} from '../../source/terminal/text-of-cells.js';

test('however many characters were shown before, each is shown as itself', () => {
  const line = `\u001b[1m👍🏽 ${String.fromCodePoint(0x20000)}\u001b[22m`;
  const shown = (): readonly string[] => readStyledText(line).map(textOfCells);
  const before = shown();
  const first = glyphOf('👍🏽');
  for (let at = 0; at < 250_000; at += 1) glyphOf(String.fromCodePoint(0x20000 + at));
  const last = glyphOf('👩‍🚀');
  expect([glyphText(last), glyphWidth(last)]).toEqual(['👩‍🚀', 2]);
  expect(glyphText(glyphOf('👍🏽'))).toBe('👍🏽');
  expect(first).not.toBe(last);
  // A line that was read before is read again, for its characters were forgotten.
  expect(shown()).toEqual(before);
});
