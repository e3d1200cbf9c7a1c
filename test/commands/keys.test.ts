import {describe, expect, test} from 'vitest';
import {KEY_TABLE} from '../../source/keys/key-table.js';
import {obeyed} from '../helpers/fake-io.js';

describe('keys', () => {
  test('names every key in each of its forms', async () => {
    for (const format of ['text', 'md']) {
      const {out} = await obeyed(['keys', '--format', format]);
      for (const {name} of KEY_TABLE) expect(out).toContain(name);
    }
    const {out} = await obeyed(['keys', '--format', 'json']);
    expect(JSON.parse(out)).toHaveLength(KEY_TABLE.length);
  });
});
