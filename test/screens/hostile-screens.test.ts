import {describe, expect, test} from 'vitest';
import {layoutScreen} from '../../source/core/layout/screen-layout.js';
import {darkTheme} from '../../source/themes/dark-theme.js';
import {cellOf, emulateLines} from '../helpers/emulate-lines.js';
import {hostileChronology} from '../helpers/hostile-chronology.js';
import {openBench} from '../helpers/open-bench.js';

const chronology = hostileChronology(200);
const WAYS: readonly (readonly string[])[] = [
  [],
  ['j'],
  ['j', 'j', 'enter'],
  ['c'],
  ['G', 'enter', 'G', 'enter'],
  ['p'],
  ['a'],
  ['r'],
  ['#'],
  ['f'],
  ['w'],
  ['C'],
  ['s'],
  ['M', 'j'],
];

describe('hostile data in a terminal emulator', () => {
  for (const [columns, rows] of [
    [80, 24],
    [64, 12],
    [131, 40],
  ] as const) {
    test(`borders stay straight at ${columns}x${rows}`, async () => {
      for (const keys of WAYS) {
        for (const charset of ['unicode', 'ascii'] as const) {
          const bench = openBench({chronology, columns, rows, charset});
          bench.press(...keys);
          const {sequence, heading} = layoutScreen(
            {columns, rows},
            {laneCount: 2, focus: 'sequence'},
          );
          const emulator = await emulateLines(bench.lines(), columns, darkTheme);
          const bar = charset === 'ascii' ? '|' : '│';
          for (let row = sequence.top; row < sequence.top + sequence.rows; row++) {
            const what = `${keys.join(' ')} row ${row} ${charset}`;
            expect(cellOf(emulator, sequence.columns, row), what).toBe(bar);
          }
          expect(cellOf(emulator, sequence.columns, heading.top)).toBe(
            charset === 'ascii' ? '+' : '┬',
          );
          expect(cellOf(emulator, columns - 1, heading.top)).toBe(charset === 'ascii' ? '-' : '─');
        }
      }
    });
  }
});
