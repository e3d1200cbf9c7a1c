import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {suggest} from '../../../source/core/events/suggest.js';

const known = ['austin', 'araji', 'al-qaim', 'kataib-hezbollah', 'kataib-sayyid', 'said_by', 'us'];

describe('suggest', () => {
  test.each([
    ['austn', 'austin'],
    ['austni', 'austin'],
    ['Austin', 'austin'],
    ['arajy', 'araji'],
    ['Al Qaim', 'al-qaim'],
    ['said-by', 'said_by'],
    ['saidby', 'said_by'],
    ['kataib-hez', 'kataib-hezbollah'],
    ['uss', 'us'],
  ])('takes %s for %s', (word, meant) => {
    expect(suggest(word, known)).toBe(meant);
  });

  test.each(['baghdad', 'kataib', 'x', '', 'zz'])('guesses nothing for %j', (word) => {
    expect(suggest(word, known)).toBeUndefined();
  });

  test('finds a word after any one slip', () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), (right, place) => {
        const at = place % right.length;
        const missing = right.slice(0, at) + right.slice(at + 1);
        expect(suggest(missing, [right])).toBe(right);
        expect(suggest(`${right.slice(0, at)}q${right.slice(at)}`, [right])).toBe(right);
      }),
      {seed: 1, numRuns: 200},
    );
  });

  test('is not kept busy by a long word', () => {
    expect(suggest('a'.repeat(1_000_000), known)).toBeUndefined();
    expect(suggest('austn', ['b'.repeat(1_000_000), 'austin'])).toBe('austin');
  });
});
