import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {splitClusters} from '../../../source/core/draw/split-clusters.js';
import {textWidth} from '../../../source/core/draw/text-width.js';

const SAMPLES = [
  'a',
  ' ',
  'é',
  'e\u0301',
  'Я',
  'Ω',
  '…',
  '—',
  '─',
  '█',
  '→',
  '⠿',
  'ق',
  'قِ',
  'لا',
  'ש',
  'שׁ',
  '日',
  'カ',
  'ガ',
  'ー',
  '한',
  'Ａ',
  '😀',
  '👨‍👩‍👧',
  '👍🏽',
  '⚠️',
  '⚠',
  '1️⃣',
  '🇮🇶',
  'नि',
  'ᄀ',
  'ㄱ',
  'ｶﾞ',
  '\u00ad',
  '\u200d',
  '\u200c',
  '\ufeff',
  '\u3000',
  '\u3164',
  '\u115f',
  '𝄞',
  '\t',
];

describe('the width of a text', () => {
  test('is that of string-width, also where it is answered without it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SAMPLES), {maxLength: 12}), (parts) => {
        const text = parts.join('');
        expect([text, textWidth(text)]).toEqual([text, stringWidth(text)]);
      }),
      {seed: 41, numRuns: 2000},
    );
  });

  test('is that of string-width for every single character of the first plane', () => {
    const wrong: string[] = [];
    for (let code = 0x20; code < 0x10000; code++) {
      if (code === 0x7f || (code >= 0x80 && code < 0xa0) || (code >= 0xd800 && code < 0xe000))
        continue;
      const character = String.fromCharCode(code);
      if (textWidth(`x${character}`) !== stringWidth(`x${character}`))
        wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('is found again when many texts have been measured', () => {
    for (let index = 0; index < 5000; index++)
      expect(textWidth(`😀${index}`)).toBe(2 + `${index}`.length);
  });
});

describe('the clusters of a text', () => {
  test('are those of Intl.Segmenter, also where they are found without it', () => {
    const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});
    const segmented = (text: string): string[] =>
      Array.from(segmenter.segment(text), ({segment}) => segment);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SAMPLES), {maxLength: 12}), (parts) => {
        const text = parts.join('');
        expect(splitClusters(text)).toEqual(segmented(text));
      }),
      {seed: 42, numRuns: 1000},
    );
    const wrong: string[] = [];
    for (let code = 0x20; code < 0x10000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const text = `a${String.fromCharCode(code)}${String.fromCharCode(code)}b`;
      if (splitClusters(text).join('|') !== segmented(text).join('|'))
        wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});
