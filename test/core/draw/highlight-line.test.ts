import {describe, expect, test} from 'vitest';
import {highlightLine} from '../../../source/core/draw/highlight-line.js';
import type {Line} from '../../../source/core/draw/line.js';

const matched = (line: Line): string =>
  line
    .filter((span) => span.role === 'match')
    .map((span) => span.text)
    .join('|');
const plain = (line: Line): string => line.map((span) => span.text).join('');

describe('marking matches', () => {
  test('marks every match, also over the edge of two spans, and changes no text', () => {
    const line: Line = [
      {text: 'Al-Qa', role: 'text'},
      {text: 'im and qaim', role: 'link'},
    ];
    const marked = highlightLine(line, ['qaim']);
    expect(matched(marked)).toBe('Qa|im|qaim');
    expect(plain(marked)).toBe(plain(line));
  });

  test('folds spelling and vowel marks', () => {
    expect(matched(highlightLine([{text: "in Al-Qa'im", role: 'text'}], ['qaim']))).toContain(
      "Qa'im",
    );
    expect(matched(highlightLine([{text: 'بَغْدَاد', role: 'text'}], ['بغداد']))).not.toBe('');
  });

  test('leaves a line without matches as it is', () => {
    const line: Line = [{text: 'nothing', role: 'text'}];
    expect(highlightLine(line, ['else'])).toBe(line);
    expect(highlightLine(line, [])).toBe(line);
  });
});
