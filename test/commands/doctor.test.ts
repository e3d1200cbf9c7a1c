import {describe, expect, test} from 'vitest';
import {obeyed} from '../helpers/fake-io.js';

describe('doctor', () => {
  test('says what it sees of the terminal, made inert', async () => {
    const {status, out} = await obeyed(['doctor'], {
      env: {TERM: 'xterm\u001b[2J', LANG: 'C', TMUX: '/tmp/x', HOME: '/readers/one'},
    });
    expect(status).toBe(0);
    expect(out).toMatch(/^encoding +ASCII/mu);
    expect(out).toMatch(/^tmux +yes/mu);
    expect(out).not.toContain('\u001b');
  });
});
