import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {obeyed} from '../helpers/fake-io.js';

describe('show', () => {
  test('shows each kind of thing with all that hangs on it', async () => {
    for (const [id, words] of [
      ['strikes', 'killed: at least 2 — the report'],
      ['rasool', 'Spokesman for military affairs'],
      ['al-qaim', '34.367'],
      ['report', '¶16'],
      [bundled.claims[0]?.id ?? '', 'Rests on'],
    ]) {
      const {status, out} = await obeyed(['show', id ?? '']);
      expect(status).toBe(0);
      expect(out).toContain(words);
      expect(out.split('\n').every((row) => row.length <= 100)).toBe(true);
    }
  });

  test('an unknown id is told with the one that may be meant', async () => {
    expect(await obeyed(['show', 'strikez'])).toEqual({
      status: 1,
      out: '',
      errors: [expect.stringContaining('did you mean strikes?')],
    });
    expect((await obeyed(['show'])).status).toBe(2);
  });

  test('draws ASCII where there is no UTF-8', async () => {
    const {out} = await obeyed(['show', 'strikes'], {env: {LANG: 'C'}});
    expect(out).toMatch(/^[\n -~]*$/u);
  });
});
