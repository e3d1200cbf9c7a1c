import {readFileSync, statSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {prepareTicktock, type PreparedTicktock} from './prepare-ticktock.js';
import type {Session} from './pty-session.js';
import {sampleYaml} from './sample-yaml.js';

let prepared: PreparedTicktock;
beforeAll(async () => {
  prepared = await prepareTicktock();
});
afterAll(async () => {
  await prepared.remove();
});

const storeOf = (home: string): string => join(home, '.cache', 'ticktock', 'screens.json');

/** Open, wait until keys act, press some, quit. @returns what it sent before the first key, and its screen then. */
async function openOnce(
  home: string,
  words: readonly string[] = [],
  keys = '',
): Promise<{readonly sent: string; readonly screen: string}> {
  const session = await prepared.open(words, {env: {HOME: home}});
  await session.until('Sequence');
  const {sent, screen} = await whenReady(session);
  if (keys !== '') session.send(keys);
  session.send('q');
  expect((await session.ended).status).toBe(0);
  return {sent, screen};
}

/** A key that only draws the same again is answered once Ink is there. */
async function whenReady(session: Session): Promise<{sent: string; screen: string}> {
  await session.rest(300);
  const sent = session.output;
  const screen = session
    .lines()
    .map((line) => line.trimEnd())
    .join('\n');
  session.send('?');
  await session.until('Keys that work here');
  session.send('\u001b');
  // With Esc still unread, the next key would be one with Alt.
  await session.until(({text}) => !text().includes('Keys that work here'));
  return {sent, screen};
}

describe('the first screen', () => {
  test('is drawn once, also when it is known from the time before', async () => {
    const home = await prepared.makeHome();
    const [first, second, third] = [
      await openOnce(home),
      await openOnce(home),
      await openOnce(home),
    ];
    expect(third.screen).toBe(second.screen);
    expect(third.sent).toBe(second.sent);
    // The first has a line of guidance more; drawn twice it would be twice as long.
    expect(second.sent.length).toBeLessThan(first.sent.length * 1.2);
    expect(statSync(storeOf(home)).mode & 0o777).toBe(0o600);
  });

  test('is that of the place where the reader was', async () => {
    const home = await prepared.makeHome();
    await openOnce(home, [], 'gj');
    const {screen, sent} = await openOnce(home);
    expect(screen).toMatch(/─ 2\/18 ─/u);
    expect(sent.split('\u001b[?1049h')).toHaveLength(2);
    expect(sent.length).toBeLessThan(6000);
  });

  test('is right at once when what is remembered of it is not', async () => {
    const home = await prepared.makeHome();
    await openOnce(home);
    const {screen} = await openOnce(home);
    const kept = JSON.parse(readFileSync(storeOf(home), 'utf8')) as [string, string][];
    const wrong = kept.map(([key]) => [key, '\u001b[5;5Hwrong\u001b[1mwrong']);
    writeFileSync(storeOf(home), JSON.stringify(wrong));
    expect((await openOnce(home)).screen).toBe(screen);
    expect((await openOnce(home)).screen).toBe(screen);
  });

  test('of a file that cannot be read any more gives way to what is wrong with it', async () => {
    const home = await prepared.makeHome();
    const file = join(home, 'file.yaml');
    const text = sampleYaml([{id: 'first', title: 'The first'}]);
    writeFileSync(file, text);
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    await openOnce(home, [file]);
    // As long and as old as before.
    writeFileSync(file, text.replace('chronology: 1', 'chronology: 7'));
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    const session = await prepared.open([file], {env: {HOME: home}});
    expect((await session.ended).status).toBe(1);
    expect(session.emulator.buffer.active.type).toBe('normal');
    expect(session.text()).toContain('file.yaml:');
    expect(session.output.lastIndexOf('\u001b[?25h')).toBeGreaterThan(
      session.output.lastIndexOf('\u001b[?25l'),
    );
  });

  test('is not kept where nothing is to be kept', async () => {
    for (const [words, env] of [
      [['--no-remember'], {}],
      [['--kiosk'], {}],
      [[], {TICKTOCK_NO_CACHE: '1'}],
      [[], {TICKTOCK_NO_STATE: '1'}],
    ] as const) {
      const home = await prepared.makeHome();
      const session = await prepared.open(words, {env: {HOME: home, ...env}});
      await session.until('Sequence');
      await session.rest(200);
      session.send('q');
      await session.ended;
      expect(() => statSync(storeOf(home)), `${words.join()} ${Object.keys(env).join()}`).toThrow(
        'ENOENT',
      );
    }
  });

  test('is given back like any other when a signal comes while it is all there is', async () => {
    const home = await prepared.makeHome();
    await openOnce(home);
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
      const session = await prepared.open([], {env: {HOME: home}});
      await session.until('Sequence');
      session.kill(signal);
      expect((await session.ended).signal).toBe(0);
      expect(session.emulator.buffer.active.type).toBe('normal');
    }
  });
});
