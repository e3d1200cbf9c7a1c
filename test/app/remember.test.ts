import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {openMemory, stateFolder} from '../../source/app/remember.js';
import {openBench} from '../helpers/open-bench.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'remember-'));
});
afterEach(() => {
  rmSync(home, {recursive: true, force: true});
});

const state = openBench({chronology: bundled, opening: {zone: 'Asia/Tokyo'}}).state();
const marked = {...state, marks: {a: 'strikes'}};
const PLACE = {at: 'strikes', zone: 'Asia/Tokyo', scale: 'broken', marks: {a: 'strikes'}};

/** A memory in the home of this test. */
function memoryOf(...files: readonly string[]): NonNullable<ReturnType<typeof openMemory>> {
  const memory = openMemory(files, {HOME: home});
  if (memory === undefined) throw new Error('there is no memory');
  return memory;
}
const folder = (): string => join(home, '.local', 'state', 'ticktock');
const path = (): string => join(folder(), 'places.json');

describe('the place in a file', () => {
  test('comes back, each file with its own', () => {
    expect(memoryOf('a.yaml').recall()).toBeUndefined();
    memoryOf('a.yaml').keep(marked, 'strikes');
    expect(memoryOf('a.yaml').recall()).toEqual(PLACE);
    expect(memoryOf('b.yaml').recall()).toBeUndefined();
    expect(memoryOf().recall()).toBeUndefined();
    memoryOf('b.yaml').keep(state, 'other');
    expect(memoryOf('a.yaml').recall()).toEqual(PLACE);
    expect(memoryOf('./a.yaml').recall()).toEqual(PLACE);
  });

  test('is kept where nobody else may read, and no half-written file stays', () => {
    memoryOf('a.yaml').keep(state, 'strikes');
    expect(readdirSync(folder())).toEqual(['places.json']);
    const modes = execFileSync('stat', ['-c', '%a', folder(), path()], {encoding: 'utf8'});
    expect(modes.split('\n').slice(0, 2)).toEqual(['700', '600']);
  });

  test('is forgotten for the files opened longest ago, after 200', () => {
    for (let at = 0; at < 205; at++) memoryOf(`${at}.yaml`).keep(state, 'strikes');
    expect(memoryOf('0.yaml').recall()).toBeUndefined();
    expect(memoryOf('204.yaml').recall()?.at).toBe('strikes');
    expect(Object.keys(JSON.parse(readFileSync(path(), 'utf8')) as object)).toHaveLength(200);
  });

  test('lies in XDG_STATE_HOME when that is a whole path', () => {
    expect(stateFolder({XDG_STATE_HOME: '/x/state', HOME: '/readers/a'})).toBe('/x/state/ticktock');
    expect(stateFolder({XDG_STATE_HOME: 'state', HOME: '/readers/a'})).toBe(
      '/readers/a/.local/state/ticktock',
    );
    expect(stateFolder({})).toBeUndefined();
    expect(stateFolder({HOME: 'here'})).toBeUndefined();
  });

  test('is not kept with TICKTOCK_NO_STATE, without a home, or for standard input', () => {
    expect(openMemory(['a.yaml'], {HOME: home, TICKTOCK_NO_STATE: '1'})).toBeUndefined();
    expect(openMemory(['a.yaml'], {HOME: home, TICKTOCK_NO_STATE: ''})).toBeDefined();
    expect(openMemory(['a.yaml'], {})).toBeUndefined();
    expect(openMemory(['-'], {HOME: home})).toBeUndefined();
  });
});

describe('a file of places that is not ours', () => {
  function written(text: string): void {
    mkdirSync(folder(), {recursive: true});
    writeFileSync(path(), text);
  }

  test('is as if nothing had been remembered, whatever is in it, and can be written again', () => {
    memoryOf('a.yaml').keep(state, 'strikes');
    const [key = ''] = Object.keys(JSON.parse(readFileSync(path(), 'utf8')) as object);
    const foreign = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify({[key]: value})),
      fc
        .jsonValue()
        .map((value) => JSON.stringify({[key]: {at: value, zone: value, marks: value}})),
    );
    fc.assert(
      fc.property(foreign, (text) => {
        written(text);
        const place = memoryOf('a.yaml').recall();
        if (place !== undefined) {
          expect(['string', 'undefined']).toContain(typeof place.at);
          expect(['string', 'undefined']).toContain(typeof place.zone);
          expect(Object.values(place.marks).every((id) => typeof id === 'string')).toBe(true);
        }
        memoryOf('a.yaml').keep(marked, 'strikes');
        expect(memoryOf('a.yaml').recall()).toEqual(PLACE);
      }),
      {seed: 11, numRuns: 80},
    );
  });

  test('gives no zone that there is not, and no mark that no key sets', () => {
    memoryOf('a.yaml').keep(state, 'strikes');
    const [key = ''] = Object.keys(JSON.parse(readFileSync(path(), 'utf8')) as object);
    written(JSON.stringify({[key]: {zone: 'No/Where', marks: {ab: 'x', '\u001b': 'y', c: 'z'}}}));
    expect(memoryOf('a.yaml').recall()).toEqual({at: undefined, zone: undefined, marks: {c: 'z'}});
  });

  test('is not waited for when it is a pipe, nor read when it is huge or a folder', () => {
    mkdirSync(folder(), {recursive: true});
    execFileSync('mkfifo', [path()]);
    expect(memoryOf('a.yaml').recall()).toBeUndefined();
    rmSync(path());
    written(`{"x": "${'x'.repeat(1_100_000)}"}`);
    expect(memoryOf('a.yaml').recall()).toBeUndefined();
    rmSync(path());
    mkdirSync(join(path(), 'inner'), {recursive: true});
    memoryOf('a.yaml').keep(state, 'strikes');
    expect(memoryOf('a.yaml').recall()).toBeUndefined();
    expect(readdirSync(folder())).toEqual(['places.json']);
  });

  test('cannot be made: nothing is said and nothing waits', () => {
    for (const unwritable of ['/proc/nowhere', '/dev/null', join(home, 'file', 'below')]) {
      writeFileSync(join(home, 'file'), '');
      const memory = openMemory(['a.yaml'], {XDG_STATE_HOME: unwritable});
      memory?.keep(state, 'strikes');
      expect(memory?.recall()).toBeUndefined();
    }
  });
});
