import {expect, test} from 'vitest';
import {importWords} from '../../source/core/events/import-figures.js';
import {loadChronologies} from '../../source/commands/load-chronologies.js';
import {fakeIo} from '../helpers/fake-io.js';

const FIRST = 'data/washington-baghdad.yaml';
const SECOND = 'data/other-reports.yaml';

async function problemsOf(...files: readonly string[]): Promise<readonly (string | undefined)[]> {
  const loaded = await loadChronologies(files, fakeIo());
  if (typeof loaded === 'number') throw new Error(`exit code ${loaded}`);
  return loaded.problems.map((problem) => problem.field);
}

test('what a file calls the same as something is no problem beside the file that has it', async () => {
  const alone = await problemsOf(SECOND);
  expect(alone.length).toBeGreaterThan(0);
  for (const field of alone) expect(field).toMatch(/^events\[\d+\]\.same_as\[\d+\]$/);
  expect(await problemsOf(FIRST, SECOND)).toEqual([]);
  expect(await problemsOf(SECOND, FIRST)).toEqual([]);
});

test('an import is told in 80 columns, by the name of what the file turned out to be', async () => {
  const rows = Array.from({length: 1200}, (_, row) => ({
    date: row % 2 === 0 ? '2024-01-01' : 'soon',
    title: `T${row}`,
  }));
  const stdin = async () => Buffer.from(JSON.stringify(rows));
  const loaded = await loadChronologies(['-'], fakeIo({stdin}));
  if (typeof loaded === 'number') throw new Error(`exit code ${loaded}`);
  const words = importWords(loaded.imports) ?? '';
  expect(words).toBe('JSON rows: 1,200 rows, 600 events, 600 refused; ! lists 600 losses');
});
