import {execFileSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {COMMANDS} from '../../source/commands/command-registry.js';
import {obeyed} from '../helpers/fake-io.js';

describe('completion', () => {
  test('for each shell names every command and its flags', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const {status, out} = await obeyed(['completion', shell]);
      expect(status).toBe(0);
      for (const {name} of COMMANDS) expect(out, shell).toContain(name);
      expect(out).toMatch(/query/u);
    }
    expect((await obeyed(['completion', 'tcsh'])).status).toBe(2);
  });

  test('for bash is read by bash, and completes a command', async () => {
    const {out} = await obeyed(['completion', 'bash']);
    const script = `${out}\nCOMP_WORDS=(ticktock exp) COMP_CWORD=1\n_ticktock\necho "\${COMPREPLY[@]}"`;
    expect(execFileSync('bash', ['-c', script], {encoding: 'utf8'}).trim().split(' ')[0]).toBe(
      'export',
    );
  });
});
