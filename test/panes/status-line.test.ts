import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {lineWidth} from '../../source/core/draw/fit-text.js';
import {openBench} from '../helpers/open-bench.js';

const FAMILY = '👩‍👩‍👧‍👦';

function promptLine(typed: string, ...keys: readonly string[]) {
  const bench = openBench({chronology: bundled, columns: 80});
  bench.press('/');
  bench.give({type: 'prompt.insert', text: typed});
  bench.press(...keys);
  const line = bench.lines().at(-1) ?? [];
  return {line, text: line.map((span) => span.text).join('')};
}

describe('the line that is typed', () => {
  test.each([
    ['letters', 'a'],
    ['wide letters', '漢'],
    ['emoji', '😀'],
    ['joined emoji', FAMILY],
    ['letters with marks', 'e\u0301'],
  ])('shows the cursor and whole characters behind many %s', (_, character) => {
    const {line, text} = promptLine(character.repeat(45));
    expect(lineWidth(line)).toBe(80);
    expect(line.some(({role}) => role === 'cursor')).toBe(true);
    const shown = line.find(({role}) => role === 'text')?.text ?? '';
    expect(shown.replaceAll(character, '')).toBe('');
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });

  test('puts the cursor on a whole character', () => {
    const {line} = promptLine(`a${FAMILY}b`, 'home', 'right');
    expect(line.find(({role}) => role === 'cursor')?.text).toBe(FAMILY);
  });

  test('takes no more than 500 units, and no half of a character', () => {
    const bench = openBench({chronology: bundled});
    bench.press('/');
    bench.give({type: 'prompt.insert', text: `a${'😀'.repeat(400)}`});
    const overlay = bench.state().overlay;
    expect(overlay).toMatchObject({kind: 'prompt', text: `a${'😀'.repeat(249)}`});
  });
});
