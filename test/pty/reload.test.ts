import {chmod, readFile, rename, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {prepareTicktock, type PreparedTicktock} from './prepare-ticktock.js';
import type {Session} from './pty-session.js';
import {sampleYaml, TWO_EVENTS} from './sample-yaml.js';

let prepared: PreparedTicktock;
beforeAll(async () => {
  prepared = await prepareTicktock();
});
afterAll(async () => {
  await prepared.remove();
});

const THREE_EVENTS = [{id: 'before', title: 'One that came first'}, ...TWO_EVENTS];

async function sample(name: string): Promise<string> {
  const file = join(prepared.folder, name);
  await writeFile(file, sampleYaml(TWO_EVENTS));
  return file;
}

async function opened(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Session> {
  const session = await prepared.open(words, {env});
  await session.until('The first');
  return session;
}

async function quit(session: Session): Promise<void> {
  session.send('q');
  expect((await session.ended).status).toBe(0);
}

describe('a file that changes', () => {
  test('is read again, the reader staying at the same event', async () => {
    const file = await sample('written.yaml');
    const session = await opened([file]);
    session.send('G');
    await session.until(/> . The second/u);
    await writeFile(file, sampleYaml(THREE_EVENTS));
    await session.until(
      'The file has changed and was read again',
      'One that came first',
      /> . The second/u,
      '3/3',
    );
    await quit(session);
  });

  test('is read again when an editor puts a new file in its place, and through a link', async () => {
    const file = await sample('replaced.yaml');
    const link = join(await prepared.makeHome(), 'link.yaml');
    await symlink(file, link);
    const session = await opened([link]);
    for (const title of ['A first title', 'A second title']) {
      await writeFile(`${file}.new`, sampleYaml([{id: 'first', title}, ...TWO_EVENTS.slice(1)]));
      await rename(`${file}.new`, file);
      await session.until(title);
    }
    await quit(session);
  });

  test('with a mistake keeps the last good state, shows the mistake by !, and recovers', async () => {
    const file = await sample('broken.yaml');
    const session = await opened([file]);
    session.send('G');
    await session.until('2/2');
    await writeFile(file, `${sampleYaml(TWO_EVENTS)}  - [not closed\n`);
    await session.until('! shows it', /> . The second/u);
    session.send('!');
    await session.until('Problems', 'broken.yaml');
    session.send('\u001b');
    await session.until(/> . The second/u);
    await writeFile(file, sampleYaml(THREE_EVENTS));
    await session.until('One that came first', /> . The second/u);
    session.send('!');
    await session.until('The file has no problems');
    await quit(session);
  });

  test('that loses the event the reader is in leaves them at the nearest place', async () => {
    const file = await sample('lost.yaml');
    const session = await opened([file]);
    session.send('G\r');
    await session.until('Esc back');
    await writeFile(file, sampleYaml([{id: 'first', title: 'The only one'}]));
    await session.until('The only one');
    session.send('\u001b');
    await session.until(/> . The only one/u);
    await quit(session);
  });

  test('is told line by line too', async () => {
    const file = await sample('spoken.yaml');
    const session = await opened([file, '--screen-reader'], {});
    await writeFile(file, sampleYaml(THREE_EVENTS));
    await session.until('The file has changed and was read again');
    await quit(session);
  });
});

describe('e', () => {
  /** An editor that writes down what it was started with and changes the file. */
  async function editor(name: string, script: string): Promise<string> {
    const path = join(prepared.folder, name);
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    return path;
  }

  test('opens the editor at the line of the event, with its own flags, and comes back to what it wrote', async () => {
    const file = await sample('edited.yaml');
    const log = join(prepared.folder, 'arguments');
    const visual = await editor(
      'fake-editor',
      `printf '%s\\n' "$@" > ${log}
stty -a | tr ';' '\\n' | grep -o -- '-\\?icanon\\|-\\?echo$' >> ${log}
echo EDITING
read line
sed -i 's/The second/A changed second/' ${file}`,
    );
    const session = await opened([file], {VISUAL: `${visual} -n --wait`, EDITOR: 'false'});
    session.send('G');
    await session.until(/> . The second/u);
    session.send('e');
    await session.until('EDITING');
    expect(session.emulator.buffer.active.type).toBe('normal');
    session.send('done\n');
    await session.until(
      /> . A changed second/u,
      (now) => now.emulator.buffer.active.type === 'alternate',
    );
    const line = sampleYaml(TWO_EVENTS).split('\n').indexOf('  - id: second') + 1;
    const [first, second, third, path, ...modes] = (await readFile(log, 'utf8')).trim().split('\n');
    expect([first, second, third, path]).toEqual(['-n', '--wait', `+${line}`, file]);
    expect(modes).toContain('icanon');
    await quit(session);
  });

  test('says when there is no such editor, and when it fails', async () => {
    const file = await sample('unedited.yaml');
    const missing = await opened([file], {VISUAL: '/nowhere/editor'});
    missing.send('e');
    await missing.until('there is no such program');
    await quit(missing);
    const failing = await opened([file], {VISUAL: 'false'});
    failing.send('e');
    await failing.until('The editor ended with status 1');
    await quit(failing);
  });

  test('keeps what Ctrl-C means while the editor is open', async () => {
    const file = await sample('interrupted.yaml');
    const visual = await editor(
      'patient',
      `trap 'echo CAUGHT' INT\necho EDITING\nread line\nread line`,
    );
    const session = await opened([file], {VISUAL: visual});
    session.send('e');
    await session.until('EDITING');
    session.send('\u0003');
    await session.until('CAUGHT');
    session.send('\n\n');
    await session.until((now) => now.emulator.buffer.active.type === 'alternate');
    await quit(session);
  });

  test('works line by line', async () => {
    const file = await sample('spoken-edit.yaml');
    const visual = await editor('speaking', `echo EDITING "$@"\nread line`);
    const session = await opened([file, '--screen-reader'], {VISUAL: visual});
    session.send('e');
    await session.until('EDITING +');
    // The editor takes a line; what comes after it waits in the terminal for the program.
    session.send('\nj');
    await session.until('2 of 2');
    await quit(session);
  });

  test('refuses the bundled chronology', async () => {
    const session = await prepared.open([], {env: {VISUAL: 'touch'}});
    await session.until('Sequence');
    session.send('e');
    await session.until('Only a file of your own');
    await quit(session);
  });
});
