import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {obeyed} from '../helpers/fake-io.js';

describe('export', () => {
  test('as JSON holds everything, each date with its ends', async () => {
    const {status, out} = await obeyed(['export', '--format', 'json']);
    const all = JSON.parse(out) as Record<
      string,
      readonly {readonly id: string; readonly when?: object}[]
    >;
    expect(status).toBe(0);
    for (const key of ['sources', 'actors', 'places', 'events', 'claims'] as const) {
      expect(all[key]?.map(({id}) => id)).toEqual(bundled[key].map(({id}) => id));
    }
    expect(all['links']).toHaveLength(bundled.links.length);
    for (const {when} of all['events'] ?? []) {
      expect(when).toHaveProperty('earliest');
      expect(when).toHaveProperty('latest');
    }
  });

  test('every format it names can be written', async () => {
    const help = await obeyed(['export', '--help']);
    for (const format of [
      'json',
      'yaml',
      'ndjson',
      'csv',
      'md',
      'html',
      'ics',
      'geojson',
      'timelinejs',
      'acled',
      'prov',
    ]) {
      expect(help.out).toContain(format);
      const {status, out} = await obeyed(['export', '--format', format]);
      expect({format, status}).toEqual({format, status: 0});
      expect(out.length, format).toBeGreaterThan(50);
    }
  });

  test('without a format, or with an unknown one, says which there are', async () => {
    for (const words of [['export'], ['export', '--format', 'pdf']]) {
      const {status, errors} = await obeyed(words);
      expect(status).toBe(2);
      expect(errors.join(' ')).toContain('json');
    }
  });
});
