import fc from 'fast-check';
import {expect, test} from 'vitest';
import {findMatches, foldText} from '../../../source/core/query/fold-text.js';

const marked = (text: string, needle: string | readonly string[]): readonly string[] =>
  findMatches(text, needle).map(({start, end}) => text.slice(start, end));

test('every spelling of the prime minister’s name folds to one', () => {
  const spellings = ['Sudani', 'al-Sudani', 'Al Sudani', 'AL-SUDANI', 'el-Sudani', 'as-Sudani'];
  expect(new Set([...spellings, 'al‑Sūdānī'].map(foldText))).toEqual(new Set(['sudani']));
});

test('Qaim is found in Al-Qa’im, however the ayn is written', () => {
  for (const text of ["Al-Qa'im", 'Al-Qa’im', 'al-Qaʿim', 'Al Qāʾim', 'Qaim']) {
    expect(foldText(text)).toBe('qaim');
  }
});

test('Arabic folds vowel marks, tatweel, hamza forms, final ya and ta marbuta, and the article', () => {
  expect(foldText('السُّودانيّ')).toBe(foldText('سوداني'));
  expect(foldText('القائم')).toBe(foldText('قايم'));
  expect(foldText('أَحـــمد')).toBe('احمد');
  expect(foldText('على')).toBe(foldText('علي'));
  expect(foldText('المقاومة')).toBe('مقاومه');
  expect(foldText('٢٠٢٤')).toBe('2024');
});

test('the word for God keeps its first letters, as too little would be left', () => {
  expect(foldText('الله')).toBe('الله');
});

test('hyphens and the dots of initials fold away, dots that end a word stay', () => {
  expect(foldText('pre-dawn')).toBe('predawn');
  expect(foldText('U.S.-led')).toBe('usled');
  expect(foldText('Jurf-al-Sakhr')).toBe('jurf sakhr');
  expect(foldText('attacks. Then')).toBe('attacks. then');
});

test('an article is only folded before a word', () => {
  expect(foldText('Al')).toBe('al');
  expect(foldText('national election')).toBe('national election');
});

test('a match in a text with marks covers the marks and leaves the article out', () => {
  expect(marked('Mohammed Shia’ al-Sudani', 'Al Sudani')).toEqual(['Sudani']);
  expect(marked('in Al-Qa’im today', 'qaim')).toEqual(['Qa’im']);
  expect(marked('السُّودانيّ', 'سوداني')).toEqual(['سُّودانيّ']);
  expect(marked('Strikes and STRIKES', 'strikes')).toEqual(['Strikes', 'STRIKES']);
});

test('matches of several words are in order and those that touch are joined', () => {
  expect(findMatches('airstrike', ['strike', 'air'])).toEqual([{start: 0, end: 9}]);
  expect(findMatches('one two three', ['three', 'one'])).toEqual([
    {start: 0, end: 3},
    {start: 8, end: 13},
  ]);
});

test('nothing is found for nothing', () => {
  expect(findMatches('text', ['', ' ', '’'])).toEqual([]);
  expect(findMatches('', 'x')).toEqual([]);
});

const anyText = fc
  .array(
    fc.constantFrom('a', 'é', 'al-', 'Al ', 'ال', 'س', 'ّ', 'ﬁ', 'ß', '😀', "'", '-', ' ', 'İ', '.'),
    {maxLength: 12},
  )
  .map((parts) => parts.join(''));

test('ranges lie in the text, in order, apart, and fold to something with the needle in it', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, needle) => {
      let last = -1;
      for (const {start, end} of findMatches(text, needle)) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).not.toMatch(/\p{Surrogate}/u);
        last = end;
      }
    }),
    {seed: 4, numRuns: 500},
  );
});

test('a text that contains what was typed, folded, always shows where', () => {
  let found = 0;
  fc.assert(
    fc.property(anyText, anyText, (text, needle) => {
      const isFound = foldText(needle) !== '' && foldText(text).includes(foldText(needle));
      if (!isFound) return;
      found++;
      expect(findMatches(text, needle)).not.toEqual([]);
    }),
    {seed: 5, numRuns: 500},
  );
  expect(found).toBeGreaterThan(5);
});

const asciiParts = fc
  .array(
    fc.constantFrom(
      'al-',
      'Al ',
      'as-s',
      'ash-sh',
      'el',
      'e',
      'b',
      'U.S.',
      '-',
      '.',
      "'",
      ' ',
      '7',
    ),
  )
  .map((parts) => parts.join(''));

test('plain ASCII and the careful way agree', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({maxLength: 30}), asciiParts), (text) => {
      // A soft hyphen folds away and forces the careful way.
      expect(foldText(`${text}\u00ad`)).toBe(foldText(text));
    }),
    {seed: 6, numRuns: 500},
  );
});
