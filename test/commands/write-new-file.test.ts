import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
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

  test('needs a directory, and says so', async () => {
    const {status, errors} = await obeyed(['export', '--format', 'csv', '-o', `${folder}/no/x`]);
    expect(status).toBe(1);
    expect(errors).toEqual([`${folder}/no/x: there is no such directory: create it first`]);
  });
});
