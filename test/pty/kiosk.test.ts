import {readdir, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {prepareTicktock, type PreparedTicktock} from './prepare-ticktock.js';
import {NODE, openSession, type Session} from './pty-session.js';
import {sampleYaml, TWO_EVENTS} from './sample-yaml.js';

let prepared: PreparedTicktock;
let file: string;
beforeAll(async () => {
  prepared = await prepareTicktock();
  file = join(prepared.folder, 'mine.yaml');
  await writeFile(file, sampleYaml(TWO_EVENTS));
});
afterAll(async () => {
  await prepared.remove();
});

/** Everything below a folder that is no folder. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, {recursive: true});
  const kinds = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name))).isFile()),
  );
  return names.filter((_, at) => kinds[at] === true);
}

/** A kiosk as sshd starts it: by a shell, with an editor in the environment. */
async function openKiosk(words: readonly string[] = [], home?: string): Promise<Session> {
  const own = home ?? (await prepared.makeHome());
  const session = openSession({
    command: ['bash', '-c', `${NODE} ${prepared.program} --kiosk "$@"; exit $?`, 'bash', ...words],
    env: {HOME: own, VISUAL: `touch ${own}/edited`, SHELL: '/bin/sh'},
  });
  await session.until('Sequence');
  return session;
}

describe('a kiosk', () => {
  test('goes on after Ctrl-Z, from any screen, and says nothing is to be had by name either', async () => {
    const session = await openKiosk();
    for (const [before, shown] of [
      ['?', 'Keys that work here'],
      ['/', 'Enter applies, Esc cancels'],
      [':', '─ Commands ─'],
      ['\r', 'Esc back'],
    ] as const) {
      session.send(`\u001a${before}\u001a`);
      await session.until(shown);
      expect(session.emulator.buffer.active.type).toBe('alternate');
      session.send('\u001b');
      await session.until(/^ sequence +\? help/mu);
    }
    session.send(':suspend');
    await session.until('Suspend');
    session.send('\r');
    await session.until('Not allowed in kiosk mode');
    session.send('q');
    expect((await session.ended).status).toBe(0);
  });

  test('opens no editor, by key or by name', async () => {
    const home = await prepared.makeHome();
    const session = await openKiosk([file], home);
    session.send('e');
    await session.until('Not allowed in kiosk mode');
    session.send(':edit the file');
    await session.until('Edit the file');
    session.send('\r');
    await session.until('Not allowed in kiosk mode');
    session.send('q');
    await session.ended;
    expect(await filesIn(home)).toEqual([]);
  });

  test('writes nothing: no place, no marks, no cache', async () => {
    const home = await prepared.makeHome();
    const session = await openKiosk([file], home);
    session.send('jma');
    await session.until('Mark a set');
    session.send('q');
    await session.ended;
    expect(await filesIn(home)).toEqual([]);
    const again = await openKiosk([file], home);
    expect(again.text()).toMatch(/> . The first/u);
    again.send("'");
    await again.until(/no mark/iu);
    again.send('q');
    await again.ended;
  });

  test('copies to the clipboard of the reader, by OSC 52 and nothing else', async () => {
    const session = await openKiosk([file]);
    session.send('y');
    await session.until(({output}) => output.includes('\u001b]52;c;'));
    session.send('q');
    await session.ended;
    const commands = session.output.split('\u001b]').slice(1);
    expect(commands.map((command) => command.slice(0, 5))).toEqual(['52;c;']);
  });

  test('ends with Ctrl-C, Ctrl-\\ and when the line drops', async () => {
    for (const [key, status] of [
      ['\u0003', 130],
      ['\u001c', 131],
    ] as const) {
      const session = await openKiosk();
      session.send(key);
      expect((await session.ended).status).toBe(status);
    }
  });

  test('ends by itself when no key has come for the time given, whatever plays', async () => {
    const session = await prepared.open(['tour', '--kiosk', '--play', '--idle', '0.01']);
    expect((await session.ended).status).toBe(0);
    expect(session.output).toContain('Tour 1 of');
    expect(session.emulator.buffer.active.type).toBe('normal');
  });

  test('takes a time without a key outside of kiosks too, also line by line', async () => {
    const session = await prepared.open(['--screen-reader', '--idle', '0.01']);
    await session.until('Closed after a long time without a key.');
    expect((await session.ended).status).toBe(0);
  });

  test('line by line neither stops nor edits nor writes', async () => {
    const home = await prepared.makeHome();
    const session = openSession({
      command: ['bash', '-c', `${NODE} ${prepared.program} --kiosk --screen-reader ${file}`],
      env: {HOME: home, VISUAL: `touch ${home}/edited`},
    });
    await session.until('The first');
    session.send('\u001a');
    session.send('e');
    await session.until('Not allowed in kiosk mode');
    session.send('j');
    await session.until('2 of 2');
    session.send('q');
    expect((await session.ended).status).toBe(0);
    expect(await filesIn(home)).toEqual([]);
  });
});
