import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {MOST_PASTED, keySplitter, type Keystroke} from '../../source/terminal/key-splitter.js';

const keysOf = (strokes: readonly Keystroke[]): string[] =>
  strokes.map((stroke) => ('key' in stroke ? stroke.key : `paste:${stroke.paste}`));

/** Everything that comes of a text, however it is cut. */
function split(text: string, cuts: readonly number[] = []): string[] {
  const splitter = keySplitter();
  const strokes: Keystroke[] = [];
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    strokes.push(...splitter.push(text.slice(from, cut)));
    from = Math.max(from, cut);
  }
  strokes.push(...splitter.push(text.slice(from)), ...splitter.flush());
  return keysOf(strokes);
}

const KEYS = [
  'j',
  'G',
  ' ',
  '\r',
  '\t',
  '\u007f',
  '\u0004',
  'é',
  '日',
  '😀',
  '\u001b[A',
  '\u001bOB',
  '\u001b[5~',
  '\u001b[1;5C',
  '\u001b[Z',
  '\u001b[[A',
  '\u001b[15~',
  '\u001bOP',
  '\u001bx',
  '\u001b[3$',
  '\u001b[27;5;9~',
  '\u001b[97;5u',
  '\u001b[1;2R',
];

describe('keys', () => {
  test('that arrive together are split, those that arrive in pieces are put together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...KEYS), {maxLength: 30}),
        fc.array(fc.nat(120), {maxLength: 6}),
        (keys, cuts) => {
          const text = keys.join('');
          // A cut inside a surrogate pair never happens behind the decoder.
          const fair = cuts.filter((cut) => !/[\ud800-\udbff]/.test(text.charAt(cut - 1)));
          expect(split(text, fair)).toEqual(keys);
        },
      ),
      {seed: 21, numRuns: 400},
    );
  });

  test('like a lone Esc wait for what may follow, and are keys when nothing does', () => {
    const splitter = keySplitter();
    expect(keysOf(splitter.push('j\u001b'))).toEqual(['j']);
    expect(splitter.isWaiting).toBe(true);
    expect(keysOf(splitter.flush())).toEqual(['\u001b']);
    expect(splitter.isWaiting).toBe(false);
    expect(split('\u001b\u001b')).toEqual(['\u001b']);
  });

  test('that end or stop the program are never taken for a part of what an Esc begins', () => {
    for (const key of ['\u0003', '\u001c', '\u001a']) {
      expect(keySplitter().push(`\u001b${key}`)).toEqual([{key: '\u001b'}, {key}]);
    }
  });

  test('are never made of what the terminal reports', () => {
    const reports = [
      '\u001b[I',
      '\u001b[O',
      '\u001b[<0;10;10M',
      '\u001b[<0;10;10m',
      '\u001b[M !!',
      '\u001b[?2026;2$y',
      '\u001b[?62;22c',
      '\u001b[>41;354;0c',
      '\u001b]11;rgb:0000/0000/0000\u001b\\',
      '\u001b]52;c;d29yZHM=\u0007',
      '\u001bP1$r0m\u001b\\',
      '\u001b[0n',
      '\u001b[8;24;80t',
    ];
    for (const report of reports) expect(split(`a${report}b`)).toEqual(['a', 'b']);
  });

  test('are never made of bytes that weren’t UTF-8', () => {
    expect(split('a\ufffd\u009bb')).toEqual(['a', 'b']);
  });
});

describe('a paste', () => {
  const paste = (text: string): string => `\u001b[200~${text}\u001b[201~`;

  test('is one text, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), {maxLength: 5}), (cuts) => {
        expect(split(`a${paste('the words that were copied')}b`, cuts)).toEqual([
          'a',
          'paste:the words that were copied',
          'b',
        ]);
      }),
      {seed: 22, numRuns: 200},
    );
  });

  test('is text: no line break, escape code or direction mark gets through', () => {
    expect(split(paste('one\r\ntwo\tthree\u001b[2J\u202e\u0007\u009b31m\u2028'))).toEqual([
      'paste:one two three[2J31m',
    ]);
  });

  test('is bounded, and so is what is kept of it meanwhile', () => {
    const splitter = keySplitter();
    splitter.push('\u001b[200~');
    for (let time = 0; time < 200; time++) splitter.push('x'.repeat(10_000));
    const strokes = splitter.push('\u001b[201~q');
    expect(keysOf(strokes)).toEqual([`paste:${'x'.repeat(MOST_PASTED)}`, 'q']);
  });

  test('is cut between characters', () => {
    const strokes = keySplitter().push(`\u001b[200~a${'😀'.repeat(MOST_PASTED)}\u001b[201~`);
    expect(keysOf(strokes)).toEqual([`paste:a${'😀'.repeat((MOST_PASTED - 2) / 2)}`]);
  });

  test('that was broken off ends with Ctrl-C, which is a key again', () => {
    const splitter = keySplitter();
    expect(splitter.push('\u001b[200~half a text')).toEqual([]);
    expect(splitter.push('j')).toEqual([]);
    expect(splitter.push('\u0003')).toEqual([{key: '\u0003'}]);
    expect(splitter.push('j')).toEqual([{key: 'j'}]);
  });

  test('of nothing is nothing', () => {
    expect(split(paste(''))).toEqual([]);
    expect(split('\u001b[201~')).toEqual([]);
  });
});

describe('random input', () => {
  test('never keeps more than a few kilobytes, and a key still gets through after a pause', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({
            unit: fc.constantFrom(
              '\u001b',
              '[',
              'O',
              ']',
              'P',
              ';',
              '5',
              '~',
              'a',
              '\u0007',
              '?',
              '$',
              'M',
            ),
            maxLength: 40,
          }),
          {maxLength: 20},
        ),
        (pieces) => {
          const splitter = keySplitter();
          for (const piece of pieces) splitter.push(piece);
          splitter.flush();
          expect(keysOf(splitter.push('q'))).toEqual(['q']);
        },
      ),
      {seed: 23, numRuns: 500},
    );
  });
});
