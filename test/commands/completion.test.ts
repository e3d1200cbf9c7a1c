import {execFileSync, spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
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

  /** What bash offers for a line whose last word is being typed. */
  async function offered(line: string): Promise<readonly string[]> {
    const {out} = await obeyed(['completion', 'bash']);
    const words = line.split(' ').map((word) => `'${word}'`);
    const script = [
      'ticktock() { if [ "$2" = sources ]; then echo report; else echo strikes attacks; fi; }',
      out,
      `COMP_WORDS=(${words.join(' ')}) COMP_CWORD=${words.length - 1}`,
      '_ticktock',
      'printf "%s\\n" "${COMPREPLY[@]}"',
    ].join('\n');
    const folder = fileURLToPath(new URL('../fixtures', import.meta.url));
    const told = execFileSync('bash', ['-c', script], {encoding: 'utf8', cwd: folder});
    return told.trim().split('\n');
  }

  test.each([
    ['ticktock exp', ['export']],
    ['ticktock keys --format ', ['text', 'json', 'md']],
    ['ticktock --theme d', ['dark']],
    ['ticktock --pane acc', ['accounts']],
    ['ticktock completion ', ['bash', 'zsh', 'fish']],
    ['ticktock show str', ['strikes']],
    ['ticktock --at ', ['strikes', 'attacks']],
    ['ticktock verify --source ', ['report=']],
    ['ticktock --no-r', ['--no-remember']],
    ['ticktock list --zone ', ['']],
    ['ticktock list -- edtf', ['edtf-vectors.json']],
    ['ticktock list -- --q', ['']],
    ['ticktock -- list-', ['list-app.tsx']],
  ])('for bash offers for "%s" %j', async (line, words) => {
    expect(await offered(line)).toEqual(words);
  });

  test('for bash offers no format that a command cannot write', async () => {
    expect(await offered('ticktock list --format ')).not.toContain('acled');
    expect(await offered('ticktock export --format ')).not.toContain('text');
    expect(await offered('ticktock import --from ')).not.toContain('prov');
  });

  test('asks the program for ids', async () => {
    const events = (await obeyed(['completion', 'events'])).out.trimEnd().split('\n');
    expect(events).toEqual(bundled.events.map(({id}) => id));
    const ids = (await obeyed(['completion', 'ids'])).out.split('\n');
    for (const id of ['strikes', 'austin', 'report']) expect(ids).toContain(id);
  });

  test.each([
    ['zsh', ['-n']],
    ['fish', ['--no-execute']],
  ])('for %s is read by it, where there is one', async (shell, flags) => {
    const {out} = await obeyed(['completion', shell]);
    const {error, status, stderr} = spawnSync(shell, flags, {input: out, encoding: 'utf8'});
    if (error !== undefined) return;
    expect([status, stderr]).toEqual([0, '']);
  });
});
