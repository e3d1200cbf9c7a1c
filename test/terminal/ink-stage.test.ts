import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {bundleProgram} from '../../.scripts/build/bundle.mjs';

/** Each is drawn twice, the second time with a change in the middle of a line. */
const TREES = 120;
let folder = '';
let screens: {stock: string[][]; ours: string[][]};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ink-trees-'));
  const program = join(folder, 'ink-trees.js');
  await bundleProgram({
    entry: fileURLToPath(new URL('../fixtures/ink-trees.tsx', import.meta.url)),
    outfile: program,
  });
  const draw = async (stages: string): Promise<string[][]> => {
    const {stdout} = await promisify(execFile)(process.execPath, [program, stages, `${TREES}`], {
      env: {PATH: process.env['PATH'], FORCE_COLOR: '3', TICKTOCK_NO_CACHE: '1'},
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(stdout) as string[][];
  };
  const [stock, ours] = await Promise.all([draw('stock'), draw('ours')]);
  screens = {stock, ours};
});

afterAll(async () => {
  await rm(folder, {recursive: true, force: true});
});

describe("our output stage in the place of Ink's", () => {
  test('draws every cell as stock Ink does, wide characters and shrinking included', () => {
    expect(screens.stock).toHaveLength(TREES * 2);
    screens.stock.forEach((stock, index) => {
      expect({tree: index + 1, screen: screens.ours[index]}).toEqual({
        tree: index + 1,
        screen: stock,
      });
    });
  });

  test('is compared on screens that show something', () => {
    const all = screens.stock.flat().join('');
    for (const part of ['日', 'قائم', '👨‍👩‍👧', '─', '{', '…']) expect(all).toContain(part);
  });
});
