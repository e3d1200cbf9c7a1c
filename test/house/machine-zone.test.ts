import {describe, expect, test} from 'vitest';
import {findMachineZone} from './machine-zone.js';
import {filesBelow, readKept} from './repository-files.js';

const SOURCE = new Map(
  filesBelow('source')
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => [path, readKept(path)]),
);

describe('the zone of the machine', () => {
  test('is read by nothing in the source', () => {
    expect(findMachineZone(SOURCE)).toEqual([]);
    expect(SOURCE.size).toBeGreaterThan(100);
  });

  test.each([
    'date.getFullYear()',
    'date.getHours()',
    "date['getDay']()",
    'new Date(0).getTimezoneOffset()',
    'date.setMinutes(5)',
    'date?.toLocaleDateString()',
    'new Date(2024, 0, 24)',
    'new Date()',
    "import {intervalToDuration} from 'date-fns'",
    "import {add} from 'date-fns/add'",
  ])('would be noticed in: %s', (line) => {
    const faults = findMachineZone(new Map([['source/core/a.ts', `export {};\n${line};`]]));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^source\/core\/a\.ts:2: /u);
  });

  test.each([
    'date.getUTCFullYear()',
    'new Date(0).toISOString()',
    "(1234).toLocaleString('en-US')",
    "import {enUS} from 'date-fns/locale/en-US'",
    "import {TZDateMini} from '@date-fns/tz';\nimport {add} from 'date-fns/add'",
  ])('is not read by: %s', (line) => {
    expect(findMachineZone(new Map([['source/core/a.ts', line]]))).toEqual([]);
  });
});
