import {describe, expect, test} from 'vitest';
import {COMMANDS, OPEN} from '../../source/commands/command-registry.js';
import {flagName} from '../../source/commands/flag-name.js';
import {obeyed} from '../helpers/fake-io.js';

describe('every command', () => {
  for (const entry of [OPEN, ...COMMANDS]) {
    const name = entry.name === '' ? 'ticktock' : entry.name;
    test(`${name} has help that names its flags, and tells of wrong ones with 2`, async () => {
      const command = await entry.load();
      expect(command.name).toBe(entry.name);
      expect(command.summary).toMatch(/^[^A-Z].*[^.]$/u);
      const verb = entry.name === '' ? [] : [entry.name];
      const help = await obeyed([...verb, '--help']);
      expect(help.status).toBe(0);
      for (const flag of command.flags) expect(help.out).toContain(flagName(flag));
      const wrong = await obeyed([...verb, '--no-such-flag']);
      expect(wrong.status).toBe(2);
      expect(wrong.errors).toHaveLength(1);
    });
  }

  test('is named in the help of the program', async () => {
    const {out} = await obeyed(['--help']);
    for (const {name} of COMMANDS) expect(out).toMatch(new RegExp(`^ +${name}\\b`, 'mu'));
  });

  test('a mistyped verb is told which was meant', async () => {
    const {status, errors} = await obeyed(['exprot']);
    expect({status, errors}).toEqual({
      status: 2,
      errors: [expect.stringContaining('did you mean export?')],
    });
  });

  test('may come after its flags', async () => {
    const {status, out} = await obeyed(['--zone', 'UTC', 'list', '--query', 'actor:austin']);
    expect(status).toBe(0);
    expect(out).toBe((await obeyed(['list', '--zone', 'UTC', '--query', 'actor:austin'])).out);
    const value = await obeyed(['--query', 'doctor']);
    expect(value.errors).toEqual(['ticktock list: nothing matches doctor: leave a term out']);
    const wrong = await obeyed(['--at', 'strikes', 'list']);
    expect([wrong.status, wrong.errors[0]]).toEqual([
      2,
      expect.stringMatching(/^ticktock list: no flag --at/u),
    ]);
  });

  test('without a terminal says what is wrong with flags as it does with one', async () => {
    for (const [flag, value, fault] of [
      ['--at', 'nope', 'ticktock: --at: no event nope'],
      ['--pane', 'foo', 'ticktock: --pane'],
      ['--zoom', 'foo', 'ticktock: --zoom'],
      ['--idle', 'x', 'ticktock: --idle x'],
    ] as const) {
      const {status, out, errors} = await obeyed([flag, value]);
      expect([status, out]).toEqual([2, '']);
      expect(errors[0]?.startsWith(fault), errors[0]).toBe(true);
    }
    expect((await obeyed(['--at', 'strikes', '--zoom', '2024-01'])).status).toBe(0);
    expect((await obeyed(['--other-reports'])).out).toContain('or-231208-embassy');
  });

  test('asks for help and version only where flags stand, not as a value or behind --', async () => {
    for (const word of ['--help', '-h', '--version']) {
      const value = await obeyed(['list', '--query', word]);
      expect(value.out).not.toMatch(/Usage|^\d+\.\d+\.\d+\n$/u);
      const file = await obeyed(['list', '--', word]);
      expect([file.status, file.errors[0]]).toEqual([
        1,
        expect.stringContaining('there is no such file'),
      ]);
    }
    expect((await obeyed(['list', '--query', 'x', '-h'])).out).toContain('Usage');
  });

  test('takes --map as often as it is given, in every command', async () => {
    const stdin = async () => Buffer.from('a,b\nThe flood,2020-01-02\nThe storm,2020-01-05\n');
    for (const words of [['list'], ['import'], ['export', '--format', 'json']]) {
      const both = [...words, '-', '--map', 'date=b', '--map', 'title=a'];
      const {status, out} = await obeyed(both, {stdin});
      expect([status, out.includes('The flood')]).toEqual([0, true]);
    }
  });

  test('--version is one line', async () => {
    expect((await obeyed(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  test('helps with a command by its name, and has short flags for help and version', async () => {
    const list = await obeyed(['list', '--help']);
    expect((await obeyed(['help', 'list'])).out).toBe(list.out);
    expect((await obeyed(['list', '-h'])).out).toBe(list.out);
    expect((await obeyed(['help'])).out).toBe((await obeyed(['--help'])).out);
    expect((await obeyed(['-v'])).out).toBe((await obeyed(['--version'])).out);
    expect(await obeyed(['help', 'lst'])).toMatchObject({
      status: 2,
      errors: ['ticktock help: no command lst: did you mean list?'],
    });
  });
});
