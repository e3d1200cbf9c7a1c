import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {isAtPrompt} from './is-at-prompt.js';
import {isRunning} from './is-running.js';
import {prepareTicktock, type PreparedTicktock} from './prepare-ticktock.js';
import {NODE, openSession, type Session} from './pty-session.js';

let prepared: PreparedTicktock;
beforeAll(async () => {
  prepared = await prepareTicktock();
});
afterAll(async () => {
  await prepared.remove();
});

/** All that was said so far, without the breaks of lines. */
const said = (session: Session): string => session.output.replaceAll(/\s+/gu, ' ');

/** The event that it opens at was told to the end. */
const isIntroduced = (session: Session): boolean =>
  /8 of 18\. .* people are killed\./u.test(said(session));

async function opened(
  words: readonly string[] = ['--screen-reader'],
  env: Readonly<Record<string, string>> = {},
): Promise<Session> {
  const session = await prepared.open(words, {rows: 60, columns: 120, env});
  await session.until(isIntroduced);
  return session;
}

async function press(session: Session, keys: string, sought: RegExp): Promise<void> {
  const from = said(session).length;
  session.send(keys);
  await session.until((now) => sought.test(said(now).slice(Math.max(0, from - 1))));
}

describe('a session line by line', () => {
  test('sends no escape sequence and no other code through keys, prompts, help, palette, filter and panes', async () => {
    const session = await opened();
    await press(session, 'j', /9 of 18/u);
    await press(session, '\r', /Event: .* items\./u);
    await press(session, 'j', /2 of \d+/u);
    await press(session, 'G', /(\d+) of \1\./u);
    await press(session, '\u001b', /9 of 18/u);
    await press(session, 'C', /Contested/u);
    await press(session, '\u001b', /of 18/u);
    await press(session, '?', /Next event or item/u);
    await press(session, '\u001b', /Closed/u);
    await press(session, 'f', /Enter switches/u);
    await press(session, '\u001b', /Closed|No filter/u);
    await press(session, ':quit', /Quit/u);
    await press(session, '\u001b', /Closed/u);
    await press(session, '/austin', /matches/u);
    await press(session, '\r', /\d+ of 18\./u);
    await press(session, 'z', /Shown in/u);
    await press(session, '+', /In view/u);
    await press(session, '\u001b[B', /\d+ of 18\./u);
    await press(session, 'y', /The event/u);
    await press(session, 'q', /Closed/u);
    await press(session, 'Y', /--at/u);
    await press(session, 'q', /Closed/u);
    session.send('q');
    expect((await session.ended).status).toBe(0);
    expect(session.output).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/u);
  });

  test('is chosen by INK_SCREEN_READER too, and works on a dumb terminal', async () => {
    for (const [words, env] of [
      [[], {INK_SCREEN_READER: 'true'}],
      [['--screen-reader'], {TERM: 'dumb'}],
    ] as const) {
      const session = await opened(words, env);
      await press(session, 'j', /9 of 18/u);
      session.send('q');
      expect((await session.ended).status).toBe(0);
      expect(session.output).not.toContain('\u001b');
    }
  });

  test('walks the tour step by step', async () => {
    const session = await prepared.open(['tour', '--screen-reader'], {rows: 60, columns: 120});
    await session.until(/of 18/u);
    await press(session, 'j', /Step 2 of \d+\./u);
    await press(session, 'j', /Step 3 of \d+\./u);
    await press(session, 'k', /Step 2 of \d+\./u);
    session.send('q');
    expect((await session.ended).status).toBe(0);
  });

  test('ends with 130 after Ctrl-C, 131 after Ctrl-\\, 143 after SIGTERM, the keyboard as it was', async () => {
    const home = await prepared.makeHome();
    for (const [end, status] of [
      [
        (session: Session) => {
          session.send('\u0003');
        },
        130,
      ],
      [
        (session: Session) => {
          session.send('\u001c');
        },
        131,
      ],
      [
        (session: Session) => {
          session.send('q');
        },
        0,
      ],
    ] as const) {
      const session = openSession({
        command: [
          'sh',
          '-c',
          'stty -a; "$0" "$1" --screen-reader; echo "status=$?"; stty -a; echo done; read rest',
          NODE,
          prepared.program,
        ],
        env: {HOME: home},
        columns: 200,
        rows: 60,
      });
      await session.until('q quits');
      end(session);
      await session.until('done');
      expect(session.text()).toContain(`status=${status}`);
      const [before, after] = Array.from(
        session.output.matchAll(/speed[\s\S]*?-extproc/gu),
        ([modes]) => modes,
      );
      expect(before).toBeDefined();
      expect(after).toBe(before);
      session.send('\n');
      await session.ended;
    }
    const session = await opened();
    session.kill('SIGTERM');
    expect((await session.ended).status).toBe(143);
  });

  test('goes on after Ctrl-Z where nobody could start it again, and stops where a shell can', async () => {
    const alone = await opened();
    alone.send('\u001a');
    await press(alone, 'j', /9 of 18/u);
    alone.send('q');
    expect((await alone.ended).status).toBe(0);

    const shell = openSession({
      command: ['bash', '--norc', '--noprofile', '-i'],
      env: {HOME: await prepared.makeHome(), PS1: '$ '},
      rows: 60,
      columns: 120,
    });
    await shell.until(isAtPrompt);
    shell.send(`${NODE} ${prepared.program} --screen-reader\n`);
    await shell.until(isIntroduced);
    shell.send('\u001a');
    await shell.until('Stopped');
    shell.send('echo in the sh""ell\n');
    await shell.until('in the shell', isAtPrompt);
    shell.send('fg\n');
    // The shell names what it lets go on.
    await shell.until((now) => now.lines().some((line) => line.startsWith(NODE)));
    shell.send('j');
    await shell.until('9 of 18');
    shell.send('q');
    await shell.until(isAtPrompt);
  });

  test('says so when a step leads nowhere', async () => {
    const session = await opened();
    await press(session, 'G', /18 of 18/u);
    await press(session, 'j', /Nothing more there\./u);
    session.send('q');
    await session.ended;
  });

  test('ends when the line drops', async () => {
    const session = await opened();
    const {pid} = session;
    session.hangUp();
    await expect.poll(() => isRunning(pid)).toBe(false);
  });
});
