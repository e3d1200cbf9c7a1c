import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {writeNewFile} from '../../source/commands/write-new-file.js';
import {obeyed} from '../helpers/fake-io.js';

const folder = mkdtempSync(join(tmpdir(), 'ticktock-new-'));
const table = join(folder, 'in.csv');
afterAll(() => {
  rmSync(folder, {recursive: true});
});

describe('a file to write', () => {
  test.each([
    ['import', table, '-o', table],
    ['export', '--format', 'csv', '-o', table],
    ['new', table],
  ])('is never one that is there: %s', async (...words) => {
    writeFileSync(table, 'date,title\n2024-01-01,A\n');
    const {status, errors} = await obeyed(words);
    expect(status).toBe(1);
    expect(errors.at(-1)).toBe(
      `${table}: it is there already and is never overwritten: choose another name`,
    );
    expect(readFileSync(table, 'utf8')).toBe('date,title\n2024-01-01,A\n');
  });

  test('is there with all of its text and nothing beside it', async () => {
    expect(await writeNewFile(join(folder, 'whole.txt'), 'all of it')).toBeUndefined();
    expect(readFileSync(join(folder, 'whole.txt'), 'utf8')).toBe('all of it');
    expect(readdirSync(folder).filter((name) => name.startsWith('whole'))).toEqual(['whole.txt']);
  });

  test('is not there, nor half of it, when the disk is full', async () => {
    const path = join(folder, 'half.txt');
    const fill = async (partial: string, text: string): Promise<void> => {
      writeFileSync(partial, text.slice(0, 3));
      return Promise.reject(Object.assign(new Error('no space'), {code: 'ENOSPC'}));
    };
    expect(await writeNewFile(path, 'all of it', fill)).toBe('the disk is full: make room first');
    expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual([]);
    expect(await writeNewFile(path, 'all of it')).toBeUndefined();
  });

  test('needs a directory, and says so', async () => {
    const {status, errors} = await obeyed(['export', '--format', 'csv', '-o', `${folder}/no/x`]);
    expect(status).toBe(1);
    expect(errors).toEqual([`${folder}/no/x: there is no such directory: create it first`]);
  });
});
