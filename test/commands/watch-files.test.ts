import {renameSync, writeFileSync} from 'node:fs';
import {mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
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

/** What is written at once here comes as one change, however long it takes to come. */
async function isCalledOnce(): Promise<void> {
  await expect.poll(() => calls).toBe(1);
}

describe('a watched file', () => {
  test('is noticed when it is written, also in many steps: once', async () => {
    await writeFile(at('a'), '');
    watching('a');
    for (let step = 0; step < 20; step++) writeFileSync(at('a'), 'x'.repeat(step));
    await isCalledOnce();
  });

  test('is noticed when another takes its place, and when it was not there before', async () => {
    watching('a');
    writeFileSync(at('a.new'), 'new');
    renameSync(at('a.new'), at('a'));
    await isCalledOnce();
  });

  test('is noticed through a link', async () => {
    await writeFile(at('file'), '');
    const other = await mkdtemp(join(tmpdir(), 'watch-'));
    await symlink(at('file'), join(other, 'link'));
    unwatch = watchFiles([join(other, 'link')], () => {
      calls++;
    });
    writeFileSync(at('file'), 'changed');
    await isCalledOnce();
    await rm(other, {recursive: true});
  });

  test('is one of several; its neighbours do not count', async () => {
    await writeFile(at('a'), '');
    await writeFile(at('b'), '');
    watching('a', 'b');
    writeFileSync(at('neighbour'), 'x');
    writeFileSync(at('b'), 'x');
    await isCalledOnce();
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
    await isCalledOnce();
  });

  test('in a folder that is not there is left out', () => {
    unwatch = watchFiles([at('nowhere/a')], () => {
      calls++;
    });
    expect(calls).toBe(0);
  });
});
