import {describe, expect, test} from 'vitest';
import {lossLines} from '../../source/commands/write-format.js';
import bundled from '../../data/washington-baghdad.yaml';
import {obeyed} from '../helpers/fake-io.js';

describe('what a format cannot carry', () => {
  const chronology = {...bundled, events: bundled.events.slice(0, 7)};
  const ids = chronology.events.map(({id}) => id);

  test('is told by why, events left out first, the whole last', () => {
    const lines = lossLines(
      [
        {row: 0, field: 'claims', what: 'no place for it'},
        {row: 0, field: 'links', what: 'no place for it'},
        {row: 3, field: 'when.edtf', what: 'said in words'},
        {row: 3, field: 'when.stated', what: 'said in words'},
        ...[1, 2, 3, 4, 5, 6].map((row) => ({row, field: 'when.basis', what: 'no place for it'})),
        {row: 2, field: 'note', what: 'no place for it'},
        {row: 7, field: '*', what: 'left out: no day'},
        {row: 7, field: 'note', what: 'no place for it'},
      ],
      chronology,
    );
    expect(lines).toEqual([
      `1 event (${ids[6]}) left out: no day`,
      'when.basis (6 events), note (1): no place for it',
      `when.edtf, when.stated: 1 event (${ids[2]}): said in words`,
      'claims, links: no place for it',
    ]);
  });

  test('never takes more than a screen for the bundled chronology', async () => {
    for (const format of ['acled', 'timelinejs', 'ics', 'csv', 'prov', 'geojson', 'md', 'html']) {
      const {errors} = await obeyed(['export', '--format', format]);
      expect(errors.length, format).toBeLessThanOrEqual(20);
      const kinds = errors.map((line) => line.replace(/\(.*?\)/gu, ''));
      expect(new Set(kinds).size, format).toBe(errors.length);
      expect(new Set(errors).size).toBe(errors.length);
    }
    const {errors} = await obeyed(['export', '--format', 'acled']);
    expect(errors[0]).toMatch(/^ACLED export: \d+ events \(gaza-war, .*, …\) left out: /);
  });
});
