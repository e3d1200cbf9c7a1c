import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {isRunning} from './is-running.js';
import {prepareListApp, type ListApp} from './prepare-list-app.js';
import {NODE, openSession, type Session} from './pty-session.js';
import {randomFrom} from './random-from.js';
import {pressStalled, stallFull} from './stall-full.js';

let app: ListApp;
beforeAll(async () => {
  app = await prepareListApp();
});
afterAll(async () => {
  await app.remove();
});

function openApp(
  env: Readonly<Record<string, string | undefined>> = {},
  columns = 80,
  rows = 24,
): Session {
  return openSession({
    command: [app.program],
    env: {HOME: app.home, ...env},
    columns,
    rows,
  });
}

/** Nothing of ours is left on the terminal. */
function expectGivenBack(session: Session): void {
  const {modes, buffer} = session.emulator;
  expect([buffer.active.type, modes.bracketedPasteMode, modes.wraparoundMode]).toEqual([
    'normal',
    false,
    true,
  ]);
  const {output} = session;
  if (output.includes('\u001b[?25l')) {
    expect(output.lastIndexOf('\u001b[?25h')).toBeGreaterThan(output.lastIndexOf('\u001b[?25l'));
  }
  expect(output).not.toMatch(/\n\s+at .*:\d+:\d+/);
}

describe('faults', () => {
  test('signals at random moments: given back, with the right status', async () => {
    const random = randomFrom(51);
    const signals: readonly (readonly [string, number])[] = [
      ['SIGTERM', 143],
      ['SIGHUP', 129],
      ['SIGINT', 130],
      ['SIGQUIT', 131],
    ];
    for (let time = 0; time < 12; time++) {
      const [signal, status] = signals[random(signals.length)] ?? ['SIGTERM', 143];
      const session = openApp();
      // Somewhere between the first byte and the middle of drawing keys.
      const after = random(1500);
      await session.until((now) => now.byteCount > 0);
      session.send('jjkk\r'.repeat(random(30)));
      await session.until((now) => now.byteCount > Math.min(after, 1100));
      session.kill(signal);
      expect([signal, (await session.ended).status]).toEqual([signal, status]);
      expectGivenBack(session);
    }
  });

  test('resizes from 1x1 to 500x200 while a key is held: the last screen is right', async () => {
    const random = randomFrom(52);
    const session = openApp();
    await session.until('1/500');
    // Frames of the sizes before may still be on their way.
    const isDrawn = async (rows: number, event: number): Promise<void> =>
      session.until(
        (now) =>
          now.lines()[0] === ' list-app' &&
          now.text().includes(`\n> Event ${event}: `) &&
          now.lines()[rows - 1] === ` ${event + 1}/500  j k Enter q`,
      );
    for (let time = 0; time < 40; time++) {
      session.send(time % 2 === 0 ? 'j' : 'k');
      session.resize(1 + random(500), 1 + random(200));
      if (time % 5 > 0) continue;
      session.resize(60 + time, 24);
      await isDrawn(24, time % 2 === 0 ? 1 : 0);
    }
    session.resize(1, 1);
    session.resize(70, 20);
    await isDrawn(20, 0);
    session.send('q');
    expect((await session.ended).status).toBe(0);
    expectGivenBack(session);
  });

  test('random keys and random bytes: still there, and quits', async () => {
    const random = randomFrom(53);
    const session = openApp();
    await session.until('1/500');
    for (let time = 0; time < 60; time++) {
      // Not the keys that end or stop it, nor those of the fixture that are made to fail.
      const bytes = Array.from({length: 80}, () => random(256)).filter(
        (byte) => ![3, 26, 28, ...Buffer.from('qQxXrEew')].includes(byte),
      );
      session.send(Buffer.from(bytes) as unknown as string);
    }
    // The ends of whatever may have begun: a string, a paste.
    session.send('\u0007\u001b[201~\u001b[200~still here\u001b[201~');
    await session.until('pasted 10: still here');
    session.send('q');
    expect((await session.ended).status).toBe(0);
    expectGivenBack(session);
  });

  test('every TERM and locale: shows the list, in bytes that it understands', async () => {
    const terms = [
      'xterm',
      'xterm-256color',
      'tmux-256color',
      'screen',
      'linux',
      'vt100',
      'vt220',
      'xterm-direct',
      'rxvt',
      'xterm-kitty',
    ];
    for (const TERM of terms) {
      for (const LANG of ['C.UTF-8', 'C']) {
        const session = openApp({TERM, LANG});
        await session.until('1/500');
        session.send('\u0004');
        await session.until('23/500');
        if (LANG === 'C') expect(session.output).not.toMatch(/[^\u0000-\u007f]/);
        if (/^vt/.test(TERM)) expect(session.output).not.toMatch(/\u001b\[[\d;]*3[0-7]m|38;/);
        session.send('q');
        expect((await session.ended).status).toBe(0);
        expectGivenBack(session);
      }
    }
  });

  test('colours: none with NO_COLOR, all with COLORTERM', async () => {
    const colors = async (env: Readonly<Record<string, string>>): Promise<string> => {
      const session = openApp(env);
      await session.until('1/500');
      session.send('q');
      await session.ended;
      return session.output;
    };
    expect(await colors({NO_COLOR: '1', FORCE_COLOR: '3'})).not.toMatch(
      /\u001b\[[\d;]*(?:3\d|9\d)[;m]/,
    );
    expect(await colors({COLORTERM: 'truecolor'})).toContain('38;2;138;138;139');
    expect(await colors({})).toContain('38;5;245');
    expect(await colors({TERM: 'xterm'})).not.toContain('38;');
  });

  test('standard streams closed or elsewhere, in every combination: it ends by itself', async () => {
    const ways = [
      '',
      '<&-',
      '>&-',
      '2>&-',
      '</dev/null',
      '>/dev/null',
      '2>/dev/null',
      '<&- >&- 2>&-',
      '</dev/null >/dev/null',
    ];
    for (const way of ways) {
      const session = openSession({
        command: ['sh', '-c', `"$0" "$1" ${way}; echo "status=$?"`, NODE, app.program],
        env: {HOME: app.home},
      });
      const draws = !/>&-|>\/dev\/null/.test(way.replaceAll(/2>\S+/g, ''));
      if (draws) {
        await session.until('1/500');
        session.send('q');
      }
      await session.until('status=');
      await session.ended;
      expectGivenBack(session);
    }
  });

  test('a reader that has stopped looking: keys are taken, and a signal still ends it', async () => {
    const session = openApp();
    session.send('j');
    await session.until('2/500');
    stallFull(session);
    for (let page = 0; page < 20; page++) await pressStalled(session, '\u0004');
    session.kill('SIGTERM');
    await expect.poll(() => isRunning(session.pid)).toBe(false);
    session.flow();
    expect((await session.ended).status).toBe(143);
  });
});

describe('the cache of compiled code', () => {
  const run = async (env: Readonly<Record<string, string | undefined>>): Promise<Session> => {
    const session = openApp(env);
    await session.until('1/500');
    session.send('q');
    expect((await session.ended).status).toBe(0);
    return session;
  };
  const fresh = (name: string): string => {
    const home = join(app.home, name);
    mkdirSync(home);
    return home;
  };
  const cacheOf = (home: string): string => join(home, '.cache', 'ticktock');

  /** The larger part of the program's code. */
  const largestIn = (folder: string): string =>
    readdirSync(folder)
      .map((file) => join(folder, file))
      .toSorted((a, b) => statSync(b).size - statSync(a).size)[0] ?? '';

  test('is written for this reader only, and used again', async () => {
    const home = fresh('used');
    await run({HOME: home});
    const files = readdirSync(cacheOf(home));
    expect(files).toHaveLength(2);
    const stats = (): readonly (readonly [number, number])[] =>
      files
        .map((file) => statSync(join(cacheOf(home), file)))
        .map(({ino, mode}) => [ino, mode & 0o777]);
    const before = stats();
    for (const [, mode] of before) expect(mode).toBe(0o600);
    expect(statSync(cacheOf(home)).mode & 0o777).toBe(0o700);
    await run({HOME: home});
    expect(stats()).toEqual(before);
    expect(readdirSync(cacheOf(home))).toEqual(files);
  });

  test('that is torn, empty, foreign code or a link is never used, and replaced where it may be', async () => {
    const home = fresh('torn');
    await run({HOME: home});
    const path = largestIn(cacheOf(home));
    const good = readFileSync(path);
    const zeroed = Buffer.from(good);
    zeroed.fill(0, 4096, 8192);
    for (const bad of [zeroed, good.subarray(0, 5000), Buffer.alloc(0), Buffer.from('not code')]) {
      writeFileSync(path, bad);
      await run({HOME: home});
      expect(readFileSync(path).length).toBeGreaterThan(100_000);
    }
    // Somebody else could have written this one.
    writeFileSync(path, good);
    chmodSync(path, 0o666);
    await run({HOME: home});
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('is left alone in a folder that others may write to, or that is a link', async () => {
    const home = fresh('open');
    mkdirSync(cacheOf(home), {recursive: true});
    chmodSync(cacheOf(home), 0o777);
    await run({HOME: home});
    expect(readdirSync(cacheOf(home))).toEqual([]);
    const linked = fresh('linked');
    mkdirSync(join(linked, '.cache'));
    symlinkSync(cacheOf(home), cacheOf(linked));
    await run({HOME: linked});
    expect(readdirSync(cacheOf(home))).toEqual([]);
  });

  test('does without a folder, on a full disk, and when it is switched off', async () => {
    const file = join(fresh('file'), 'home');
    writeFileSync(file, 'a file in the place of a folder');
    await run({HOME: file});
    await run({HOME: '/proc/self'});
    await run({HOME: undefined, XDG_CACHE_HOME: 'not/absolute'});
    await run({HOME: '/dev/full'});
    const off = fresh('off');
    await run({HOME: off, TICKTOCK_NO_CACHE: '1'});
    expect(existsSync(join(off, '.cache'))).toBe(false);
  });

  test('goes where XDG_CACHE_HOME says', async () => {
    const cache = fresh('xdg');
    await run({HOME: fresh('elsewhere'), XDG_CACHE_HOME: cache});
    expect(readdirSync(join(cache, 'ticktock'))).toHaveLength(2);
  });
});
