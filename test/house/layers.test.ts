import {describe, expect, test} from 'vitest';
import {checkImports, parseFile} from './check-imports.js';
import {filesBelow, readKept} from './repository-files.js';

const SOURCE = new Map(
  filesBelow('source')
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => [path, readKept(path)]),
);

/** The faults of a made-up house, without paths and lines. */
function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
  return checkImports(new Map(Object.entries(files)));
}

describe('imports point down', () => {
  test('in every file of the source', () => {
    expect(checkImports(SOURCE)).toEqual([]);
  });

  test('and every file was looked at', () => {
    expect(SOURCE.size).toBeGreaterThan(100);
    const rooms = new Set([...SOURCE.keys()].map((path) => path.split('/')[1]));
    expect([...rooms]).toEqual(
      expect.arrayContaining(['core', 'panes', 'ui', 'keys', 'themes', 'stores', 'formats']),
    );
    const imports = [...SOURCE].map(([path, text]) => parseFile(path, text).imports.length);
    expect(imports.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(500);
  });
});

describe('the check itself', () => {
  const target = {'source/panes/pane.ts': 'export const pane = 1;'};

  test('lets a house pass that is in order', () => {
    expect(
      faultsOf({
        ...target,
        'source/cli.ts': "import {open} from './commands/open.js';\nopen();",
        'source/commands/open.ts':
          "export const open = async () => (await import('../app/run.js')).run;",
        'source/app/run.tsx': "export {pane as run} from '../panes/pane.js';",
        'source/core/a.ts':
          "import data from '../../data/cameo.json' with {type: 'json'};\nexport const a = data;",
      }),
    ).toEqual([]);
  });

  const upward: Readonly<Record<string, string>> = {
    'a value': "import {pane} from '../panes/pane.js'; export const a = pane;",
    'a type': "import type {Pane} from '../panes/pane.js'; export type A = Pane;",
    'a type in place': "export type A = import('../panes/pane.js').Pane;",
    'a dynamic import': "export const a = async () => import('../panes/pane.js');",
    'an export from': "export {pane} from '../panes/pane.js';",
    'an export of all': "export * from '../panes/pane.js';",
    'an import for its effect': "import '../panes/pane.js';",
    'a require': "export const a = require('../panes/pane.js');",
    'an import equals': "import pane = require('../panes/pane.js'); export const a = pane;",
  };
  for (const [name, text] of Object.entries(upward)) {
    test(`finds ${name} that points up`, () => {
      expect(faultsOf({...target, 'source/core/a.ts': text})).toEqual([
        'source/core/a.ts:1: ../panes/pane.js: core may not see panes',
      ]);
      expect(faultsOf({...target, 'source/stores/a.ts': text})[0]).toContain('may not see panes');
    });
  }

  test('finds siblings that see each other', () => {
    for (const [from, to] of [
      ['keys', 'themes'],
      ['formats', 'stores'],
      ['terminal', 'keys'],
      ['stores', 'formats'],
      ['ui', 'terminal'],
    ] as const) {
      const faults = faultsOf({
        [`source/${to}/b.ts`]: 'export const b = 1;',
        [`source/${from}/a.ts`]: `export {b} from '../${to}/b.js';`,
      });
      expect(faults, `${from} to ${to}`).toEqual([
        `source/${from}/a.ts:1: ../${to}/b.js: ${from} may not see ${to}`,
      ]);
    }
  });

  test('finds Node, React and Ink in the core, and nothing that only begins like them', () => {
    const faults = faultsOf({
      'source/core/a.ts':
        "import 'node:fs';\nimport 'react';\nimport 'react/jsx-runtime';\nimport 'ink';\nimport 'inkjet';",
    });
    expect(faults.map((fault) => fault.split(':')[1])).toEqual(['1', '2', '3', '4']);
  });

  test('finds a circle of three files, of types too, and a file that imports itself', () => {
    const faults = faultsOf({
      'source/core/a.ts': "import type {B} from './b.js'; export type A = B;",
      'source/core/b.ts': "import type {C} from './c.js'; export type B = C;",
      'source/core/c.ts': "import type {A} from './a.js'; export type C = A;",
      'source/core/d.ts': "export {d as e} from './d.js'; export const d = 1;",
    });
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain('a circle');
    expect(faults[1]).toContain('source/core/d.ts');
  });

  test('finds names used twice, index files, other cases and unknown rooms', () => {
    const empty = 'export const a = 1;';
    expect(faultsOf({'source/core/a.ts': empty, 'source/keys/a.ts': empty})[0]).toContain(
      'is taken',
    );
    expect(faultsOf({'source/core/index.ts': empty})[0]).toContain('no index files');
    expect(faultsOf({'source/core/packRows.ts': empty})[0]).toContain('kebab-case');
    expect(faultsOf({'source/utils/a.ts': empty})[0]).toContain('no room utils');
  });

  test('finds default exports, in both ways of writing them', () => {
    expect(faultsOf({'source/core/a.ts': 'export default 1;'})[0]).toContain('named exports');
    expect(faultsOf({'source/core/a.ts': 'const a = 1; export {a as default};'})[0]).toContain(
      'named exports',
    );
  });

  test('finds a second listener to the keyboard', () => {
    const text = "import {useInput} from 'ink'; useInput(() => {});";
    expect(faultsOf({'source/ui/keyboard.tsx': text})).toEqual([]);
    expect(faultsOf({'source/panes/a.tsx': text})[0]).toContain('listens to the keyboard');
  });

  test('finds imports that cannot be read, of files that are not there or without .js', () => {
    const has = (text: string): string | undefined =>
      faultsOf({'source/core/a.ts': text, 'source/core/b.ts': 'export const b = 1;'})[0];
    expect(has("const b = 'b'; export const a = import(`./${b}.js`);")).toContain('plain string');
    expect(has("import './gone.js';")).toContain('no such file');
    expect(has("import './b.ts';")).toContain('ending is not .js');
    expect(has("import './b';")).toContain('ending is not .js');
    expect(has("import './b.js';")).toBeUndefined();
  });

  test('is not misled by comments and strings', () => {
    expect(
      faultsOf({
        ...target,
        'source/core/a.ts':
          "// import '../panes/pane.js'\nexport const a = \"import '../panes/pane.js'\";",
      }),
    ).toEqual([]);
  });
});
