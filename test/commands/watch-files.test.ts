import {mkdtemp, rename, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {stampFiles, watchFiles} from '../../source/commands/watch-files.js';

let folder: string;
let unwatch: () => void = () => {};
let calls = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watch-'));
  calls = 0;
});
afterEach(async () => {
  unwatch();
  await rm(folder, {recursive: true, force: true});
});

const at = (name: string): string => join(folder, name);

function watching(...names: readonly string[]): void {
  unwatch = watchFiles(names.map(at), () => {
    calls++;
  });
}

async function isCalled(times: number): Promise<void> {
  await expect.poll(() => calls, {timeout: 5000, interval: 20}).toBe(times);
}

describe('a watched file', () => {
  test('is noticed when it is written, also in many steps: once', async () => {
    await writeFile(at('a'), '');
    watching('a');
    for (let step = 0; step < 20; step++) await writeFile(at('a'), 'x'.repeat(step));
    await isCalled(1);
  });

  test('is noticed when another takes its place, and when it was not there before', async () => {
    watching('a');
    await writeFile(at('a.new'), 'new');
    await rename(at('a.new'), at('a'));
    await isCalled(1);
  });

  test('is noticed through a link', async () => {
    await writeFile(at('file'), '');
    const other = await mkdtemp(join(tmpdir(), 'watch-'));
    await symlink(at('file'), join(other, 'link'));
    unwatch = watchFiles([join(other, 'link')], () => {
      calls++;
    });
    await writeFile(at('file'), 'changed');
    await isCalled(1);
    await rm(other, {recursive: true});
  });

  test('is one of several; its neighbours do not count', async () => {
    await writeFile(at('a'), '');
    await writeFile(at('b'), '');
    watching('a', 'b');
    await writeFile(at('neighbour'), 'x');
    await writeFile(at('b'), 'x');
    await isCalled(1);
  });

  test('is noticed when it changed before it was watched, and not when it did not', async () => {
    await writeFile(at('a'), 'as it was read');
    const stamp = stampFiles([at('a'), at('none')]);
    expect(stampFiles([at('a'), at('none')])).toBe(stamp);
    await writeFile(at('a'), 'as it is now, longer');
    unwatch = watchFiles(
      [at('a'), at('none')],
      () => {
        calls++;
      },
      stamp,
    );
    await isCalled(1);
  });

  test('in a folder that is not there is left out', () => {
    unwatch = watchFiles([at('nowhere/a')], () => {
      calls++;
    });
    expect(calls).toBe(0);
  });
});
