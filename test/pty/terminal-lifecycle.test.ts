import {readFileSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {isAtPrompt} from './is-at-prompt.js';
import {isRunning} from './is-running.js';
import {prepareListApp, type ListApp} from './prepare-list-app.js';
import {NODE, openSession, type Session} from './pty-session.js';
import {pressStalled, stallFull} from './stall-full.js';

let app: ListApp;
beforeAll(async () => {
  app = await prepareListApp();
});
afterAll(async () => {
  await app.remove();
});

type Given = {
  readonly settings?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
};

const environment = ({settings = '', env = {}}: Given): Record<string, string | undefined> => ({
  HOME: app.home,
  LIST_APP: settings,
  ...env,
});

/** The program alone in a pty. */
function openApp(given: Given = {}): Session {
  return openSession({command: [app.program], env: environment(given)});
}

/** The program in a shell without line editing, which would hide modes that were left on. */
function openInShell(given: Given = {}): Session {
  const script = 'stty -a; "$0" "$1"; echo "status=$?"; stty -a; echo done; read rest';
  return openSession({
    command: ['sh', '-c', script, NODE, app.program],
    env: environment(given),
    rows: 40,
  });
}

async function opened(session: Session): Promise<Session> {
  await session.until('1/500');
  return session;
}

/** What a reader would notice of a terminal that wasn't given back. */
function modesOf(session: Session): object {
  const {modes, buffer} = session.emulator;
  return {
    screen: buffer.active.type,
    paste: modes.bracketedPasteMode,
    wraps: modes.wraparoundMode,
    mouse: modes.mouseTrackingMode,
    applicationKeys: modes.applicationCursorKeysMode,
    // The emulator keeps this one to itself: the last word about the cursor.
    cursor: session.output.lastIndexOf('\u001b[?25h') > session.output.lastIndexOf('\u001b[?25l'),
  };
}
const GIVEN_BACK = {
  screen: 'normal',
  paste: false,
  wraps: true,
  mouse: 'none',
  applicationKeys: false,
  cursor: true,
};

describe('the terminal is taken', () => {
  test('with the second screen, raw keys and no cursor', async () => {
    const session = await opened(openApp());
    await expect
      .poll(() => modesOf(session))
      .toEqual({...GIVEN_BACK, screen: 'alternate', paste: true, wraps: false, cursor: false});
    session.send('q');
    expect(await session.ended).toEqual({status: 0, signal: 0});
  });

  test('and nothing is written while nothing happens', async () => {
    const session = await opened(openApp());
    session.send('j');
    await session.until('2/500');
    await session.rest(1200);
    session.send('q');
    await session.ended;
  });
});

describe('the terminal is given back', () => {
  const endings: readonly (readonly [
    name: string,
    status: number,
    end: (session: Session) => void,
  ])[] = [
    [
      'after q',
      0,
      (session) => {
        session.send('q');
      },
    ],
    [
      'after Ctrl-C',
      130,
      (session) => {
        session.send('\u0003');
      },
    ],
    [
      'after Ctrl-\\',
      131,
      (session) => {
        session.send('\u001c');
      },
    ],
    [
      'after an exception in a key handler',
      1,
      (session) => {
        session.send('x');
      },
    ],
    [
      'after an exception while drawing',
      1,
      (session) => {
        session.send('X');
      },
    ],
    [
      'after an unhandled rejection',
      1,
      (session) => {
        session.send('r');
      },
    ],
    [
      'after process.exit',
      7,
      (session) => {
        session.send('E');
      },
    ],
  ];
  for (const [name, status, end] of endings) {
    test(name, async () => {
      const session = openInShell();
      await opened(session);
      end(session);
      await session.until('done');
      expect(session.text()).toContain(`status=${status}`);
      expect(modesOf(session)).toEqual(GIVEN_BACK);
      expect(session.text()).not.toContain('    at ');
      const [, before = '', after = ''] =
        /speed([\s\S]*?)\u001b[\s\S]*status=\d+\s+speed([\s\S]*)done/.exec(session.output) ?? [];
      expect(before).not.toBe('');
      expect(after.trim()).toBe(before.trim());
      session.send('\n');
      await session.ended;
    });
  }

  const SIGNALS = [
    'HUP',
    'INT',
    'QUIT',
    'TERM',
    'USR1',
    'USR2',
    'ALRM',
    'VTALRM',
    'PROF',
    'XCPU',
    'PWR',
    'IO',
    'STKFLT',
    'TRAP',
    'ABRT',
    'SYS',
  ];
  const NUMBERS: Record<string, number> = {
    HUP: 1,
    INT: 2,
    QUIT: 3,
    TRAP: 5,
    ABRT: 6,
    USR1: 10,
    USR2: 12,
    ALRM: 14,
    TERM: 15,
    STKFLT: 16,
    XCPU: 24,
    VTALRM: 26,
    PROF: 27,
    IO: 29,
    PWR: 30,
    SYS: 31,
  };
  for (const signal of SIGNALS) {
    test(`after SIG${signal}, also when it comes in a burst`, async () => {
      const session = await opened(openApp());
      for (let time = 0; time < 5; time++) session.kill(`SIG${signal}`);
      expect((await session.ended).status).toBe(128 + (NUMBERS[signal] ?? 0));
      expect(modesOf(session)).toEqual(GIVEN_BACK);
      expect(session.text().trim()).toBe('');
    });
  }

  test('after q on a stalled line, once that flows again', async () => {
    const session = await opened(openApp());
    stallFull(session);
    await pressStalled(session, 'j');
    await pressStalled(session, 'q');
    // Longer than the program would wait if it didn't wait for the line.
    await session.rest(600);
    session.flow();
    expect(await session.ended).toEqual({status: 0, signal: 0});
    // What the line held comes after the end.
    await session.until(({emulator}) => emulator.buffer.active.type === 'normal');
    expect(modesOf(session)).toEqual(GIVEN_BACK);
    expect(session.text().trim()).toBe('');
  });

  test('after Ctrl-C on a stalled line, at once', async () => {
    const session = await opened(openApp());
    stallFull(session);
    await pressStalled(session, 'q');
    session.send('\u0003');
    await expect.poll(() => isRunning(session.pid)).toBe(false);
    session.flow();
    await session.ended;
  });

  test('when another signal comes while it is being given back', async () => {
    const session = await opened(openApp());
    session.send('q');
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGTERM']) session.kill(signal);
    const {status} = await session.ended;
    expect([0, 143, 129, 130]).toContain(status);
    expect(modesOf(session)).toEqual(GIVEN_BACK);
  });

  test('and an error is one line, made inert; its stack is shown on request only', async () => {
    const session = await opened(openApp());
    session.send('X');
    await session.ended;
    expect(session.text().trim()).toBe(
      'ticktock: drawn wrong second line [31m (a fault in the program)',
    );
    const debugged = await opened(openApp({settings: 'debug'}));
    debugged.send('x');
    await debugged.ended;
    expect(debugged.text()).toMatch(
      /ticktock: thrown by a key \(a fault in the program\)\nError: thrown by a key\n +at /,
    );
  });
});

describe('after the terminal was given back', () => {
  test('an error is one line still', async () => {
    const session = await opened(openApp());
    session.send('Q');
    expect((await session.ended).status).toBe(1);
    expect(session.text().trim()).toBe('ticktock: rejected after the end (a fault in the program)');
  });
});

describe('what libraries write', () => {
  test('never lands on the screen, nor after it', async () => {
    const session = await opened(openApp());
    session.send('w');
    await session.until('wrote');
    session.send('q');
    await session.ended;
    expect(session.output).not.toContain('STRAY');
  });

  test('is shown after the screen in debug mode', async () => {
    const session = await opened(openApp({settings: 'debug'}));
    session.send('w');
    await session.until('wrote');
    expect(session.text()).not.toContain('STRAY');
    session.send('q');
    await session.ended;
    for (const stray of ['STRAY log', 'STRAY error', 'STRAY out', 'STRAY err', 'STRAY warning']) {
      expect(session.text()).toContain(stray);
    }
  });
});

describe('stopping', () => {
  async function openInJobShell(): Promise<Session> {
    const session = openSession({
      command: ['bash', '--norc', '--noprofile', '-i'],
      env: {...environment({}), PS1: '$ ', BASH_SILENCE_DEPRECATION_WARNING: '1'},
    });
    await session.until(isAtPrompt);
    session.send(`${NODE} ${app.program}\n`);
    return opened(session);
  }

  for (const [name, stop] of [
    [
      'by Ctrl-Z',
      (session: Session) => {
        session.send('\u001a');
      },
    ],
    [
      'by Ctrl-Z after other keys in one write',
      (session: Session) => {
        session.send('jjj\u001a');
      },
    ],
  ] as const) {
    test(`${name} gives the terminal back, and fg takes it again`, async () => {
      const session = await openInJobShell();
      stop(session);
      await session.until('Stopped');
      expect(modesOf(session)).toMatchObject({screen: 'normal', wraps: true, cursor: true});
      session.resize(60, 15);
      session.send('echo in the sh""ell\n');
      await session.until('in the shell');
      session.send('fg\n');
      await session.until((now) => now.lines()[14]?.includes('/500') === true);
      session.send('j');
      await session.until(name.includes('other') ? '5/500' : '2/500');
      session.send('q');
      await session.until(isAtPrompt);
    });
  }

  test('does nothing where nobody could start it again', async () => {
    const session = await opened(openApp());
    session.send('\u001a');
    session.send('j');
    await session.until('2/500');
    session.kill('SIGTSTP');
    session.send('j');
    await session.until('3/500');
    session.send('q');
    expect((await session.ended).status).toBe(0);
  });

  test('by SIGSTOP from outside is followed by a whole new screen', async () => {
    const session = await opened(openApp());
    session.send('j');
    await session.until('2/500');
    session.kill('SIGSTOP');
    await new Promise<void>((resolve) => {
      session.emulator.write('\u001b[2J\u001b[?1049l\u001b[?7h', resolve);
    });
    session.kill('SIGCONT');
    await session.until('Event 5', '2/500');
    await expect
      .poll(() => modesOf(session))
      .toMatchObject({screen: 'alternate', wraps: false, cursor: false});
    session.send('q');
    await session.ended;
  });
});

describe('another program in between', () => {
  test('has the terminal as the shell had it, and then the screen is back', async () => {
    const session = await opened(openApp());
    session.send('e');
    await session.until('OUTSIDE');
    expect(modesOf(session)).toEqual({...GIVEN_BACK});
    session.send('\u0003');
    // Ctrl-C throws away what else has been typed: the line is typed once it has been taken.
    await session.until('^C');
    session.send('a line\n');
    await session.until('back', (now) => now.lines()[1]?.includes('Event 0') === true);
    session.send('q');
    expect((await session.ended).status).toBe(0);
  });
});

describe('the terminal that goes away', () => {
  test('ends the program', async () => {
    const session = await opened(openApp());
    const {pid} = session;
    session.hangUp();
    await expect.poll(() => isRunning(pid)).toBe(false);
  });

  test('ends it also when the hang-up signal is not delivered', async () => {
    const session = await opened(
      openSession({
        command: ['sh', '-c', 'exec 3<&0; setsid "$0" "$1" <&3 & wait', NODE, app.program],
        env: environment({}),
      }),
    );
    session.send('j');
    await session.until('2/500');
    const pid = childOf(session.pid);
    expect(isRunning(pid)).toBe(true);
    session.hangUp();
    await expect.poll(() => isRunning(pid)).toBe(false);
  });
});

function childOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
}
