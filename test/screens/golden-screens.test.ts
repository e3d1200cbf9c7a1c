/*
Screens as text files in `test/golden/screens/`, each with the roles of its cells below it. After a
wanted change: `npx vitest run --config .config/vitest.config.ts test/screens -u`, then read the diff.
*/
import {beforeAll, describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {loadDrawMap} from '../../source/app/load-map.js';
import type {Charset} from '../../source/core/draw/glyphs.js';
import type {DrawMap} from '../../source/panes/pane.js';
import {emulateLines, rowsOf} from '../helpers/emulate-lines.js';
import {openBench} from '../helpers/open-bench.js';
import {pictureOf} from '../helpers/screen-picture.js';

let drawMap: DrawMap;
beforeAll(async () => {
  drawMap = await loadDrawMap();
});

/** What is pressed from the start screen; a text in quotation marks is typed. */
const SCRIPTS: Readonly<Record<string, string>> = {
  start: '',
  'next-event': 'j',
  'event-pane': 'enter',
  'event-pane-end': 'enter G',
  accounts: 'c',
  'accounts-enlarged': 'c v',
  contested: 'C',
  claim: 'enter j j j j j j j j j j enter',
  actor: 'enter G enter',
  place: 'p',
  'place-zoomed': 'p + +',
  chain: 'a',
  report: 'r',
  figures: '#',
  moment: 'w',
  legend: 'L',
  help: '?',
  'help-in-a-place': 'p ? G',
  palette: ':',
  'palette-words': ': "zone"',
  search: '/ "sovereignty"',
  'search-done': '/ "sovereignty" enter enter',
  'search-nothing': '/ "unicorn"',
  'filter-typed': 'F "side:iraq"',
  filtered: 'F "side:iraq" enter',
  'filter-nothing': 'F "side:iraq unicorn" enter',
  facets: 'f j j enter',
  'zone-flipped': 'z',
  'scale-sequence': 's',
  'scale-time': 's s',
  zoomed: '+ + +',
  measured: 'M j j',
  marked: 'm "a" j',
  'date-typed': 't "1 jan 2024"',
  'cannot-act': 'H',
};

const PLACES: readonly (readonly [
  columns: number,
  rows: number,
  charset: Charset,
  names: readonly string[],
])[] = [
  [80, 24, 'unicode', Object.keys(SCRIPTS)],
  [
    80,
    24,
    'ascii',
    ['start', 'event-pane', 'accounts', 'place', 'chain', 'legend', 'help', 'facets', 'filtered'],
  ],
  [160, 45, 'unicode', ['start', 'accounts', 'place', 'chain', 'help', 'search-done']],
  [200, 60, 'unicode', ['start', 'contested']],
  [
    40,
    10,
    'unicode',
    ['start', 'event-pane', 'accounts', 'help', 'search', 'palette', 'facets', 'filtered'],
  ],
  [40, 10, 'ascii', ['start']],
  [39, 9, 'unicode', ['start']],
];

/** `enter j "some words"` as keys; the words become one key a character. */
function keysOf(script: string): readonly string[] {
  return [...script.matchAll(/"([^"]*)"|(\S+)/gu)].flatMap(([, words, key]) =>
    words === undefined
      ? [key ?? '']
      : [...words].map((character) => (character === ' ' ? 'space' : character)),
  );
}

for (const [columns, rows, charset, names] of PLACES) {
  describe(`at ${columns}x${rows} in ${charset}`, () => {
    for (const name of names) {
      test(name, async () => {
        const bench = openBench({chronology: bundled, columns, rows, charset, drawMap});
        const script = SCRIPTS[name] ?? '';
        bench.press(...keysOf(script));
        const lines = bench.lines();
        const shown = rowsOf(await emulateLines(lines, columns));
        expect(shown).toHaveLength(rows);
        for (const row of shown) expect(row).toHaveLength(columns);
        const heading = `${columns}x${rows} ${charset}, keys: ${script === '' ? 'none' : script}`;
        await expect(pictureOf(heading, lines, shown)).toMatchFileSnapshot(
          `../golden/screens/${columns}x${rows}-${charset}-${name}.txt`,
        );
      });
    }
  });
}

describe('in ASCII', () => {
  test('no screen shows anything beyond ASCII', () => {
    for (const script of Object.values(SCRIPTS)) {
      const bench = openBench({chronology: bundled, charset: 'ascii', drawMap});
      bench.press(...keysOf(script));
      const names = JSON.stringify(bundled);
      const strange = [...bench.text()].filter(
        (character) =>
          character !== '\n' && !/[ -~]/u.test(character) && !names.includes(character),
      );
      expect(strange, script).toEqual([]);
    }
  });
});
