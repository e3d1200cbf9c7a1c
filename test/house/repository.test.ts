import {describe, expect, test} from 'vitest';
import lock from '../../package-lock.json' with {type: 'json'};
import manifest from '../../package.json' with {type: 'json'};
import {keptFiles, readKept} from './repository-files.js';

/*
Folders of one machine: homes, and where work was once checked out. Written in pieces, so that this
file is not found itself.
*/
const MACHINE = [
  ['/wo', 'rk/'],
  ['/ho', 'me/[a-z]'],
  ['/ro', 'ot/'],
  ['/Us', 'ers/[a-z]'],
  ['[A-Z]:\\\\', 'Users'],
  ['sha', 'red/'],
].map(([head, tail]) => new RegExp(`(?<![\\w-])${head}${tail}`, 'u'));

/** @returns the lines of a text that name such a folder, numbered from 1. */
function machineLines(text: string): readonly number[] {
  return text
    .split('\n')
    .flatMap((line, index) => (MACHINE.some((pattern) => pattern.test(line)) ? [index + 1] : []));
}

const FILES = keptFiles().filter((path) => !/\.(?:png|gz|br|wasm)$/u.test(path));

describe('the repository', () => {
  test('names no folder of one machine', () => {
    const found = FILES.flatMap((path) =>
      machineLines(readKept(path)).map((line) => `${path}:${line}`),
    );
    expect(found).toEqual([]);
    expect(FILES.length).toBeGreaterThan(200);
  });

  test('would notice such a name', () => {
    const names = MACHINE.map((pattern) => pattern.source.replace(/^\(.*?\)/u, ''));
    for (const name of names) {
      const path = name.replace('[a-z]', 'somebody').replace('[A-Z]', 'C').replace('\\\\', '\\');
      expect(machineLines(`fine\nread ${path.replaceAll('\\/', '/')}x`), path).toEqual([2]);
    }
    expect(machineLines('a homework/b, the network/ and ashared/c')).toEqual([]);
  });

  test('switches no check off in place', () => {
    const marks = ['@ts-', 'eslint-', 'oxlint-'].flatMap((head) =>
      ['ignore', 'nocheck', 'disable'].map((tail) => head + tail),
    );
    const found = FILES.filter((path) => /^(?:source|test|\.scripts)\//u.test(path)).flatMap(
      (path) =>
        marks.filter((mark) => readKept(path).includes(mark)).map((mark) => `${path}: ${mark}`),
    );
    expect(found).toEqual([]);
  });

  test('lists what acts on a terminal in one place', () => {
    // Search passes over some of them too, for another reason.
    const known = ['source/core/events/acting-characters.ts', 'source/core/query/fold-text.ts'];
    const lists = FILES.filter(
      (path) =>
        path.startsWith('source/') && /\\u202[89a-e]|Bidi_Control|\\u2066/u.test(readKept(path)),
    );
    expect(lists).toEqual(known);
  });

  test('pins every dependency to one version, and the lock to no host', () => {
    const versions = Object.entries({...manifest.dependencies, ...manifest.devDependencies});
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
    expect(lock.packages[''].dependencies).toEqual(manifest.dependencies);
    expect(lock.packages[''].devDependencies).toEqual(manifest.devDependencies);
    expect(readKept('package-lock.json')).not.toContain('"resolved"');
  });

  test('pins what the build changes the text of, also for an install without the lock', () => {
    const pinned: Readonly<Record<string, string>> = {
      ...manifest.dependencies,
      ...manifest.overrides,
    };
    const locked: Readonly<Record<string, {readonly version?: string}>> = lock.packages;
    for (const name of ['ink', 'chalk', 'yoga-layout', 'string-width']) {
      expect(pinned[name], name).toBe(locked[`node_modules/${name}`]?.version);
      expect(pinned[name], name).toBeDefined();
    }
  });

  test('hands on what it needs: the program, the manual page, the licence', () => {
    const kept = new Set(FILES);
    expect(manifest.bin.ticktock).toBe('dist/ticktock.js');
    expect(kept.has(manifest.man)).toBe(true);
    for (const path of manifest.files) {
      const isThere =
        path === 'dist' || FILES.some((file) => file === path || file.startsWith(`${path}/`));
      expect(isThere, path).toBe(true);
    }
  });
});
