import {execFile, execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {existsSync, realpathSync} from 'node:fs';
import {mkdtemp, readdir, readFile, readlink, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir, userInfo} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {isRunning} from './is-running.js';
import {prepareTicktock, type PreparedTicktock} from './prepare-ticktock.js';
import {NODE, openSession, type Session} from './pty-session.js';

const SSHD = ['/usr/sbin/sshd', '/usr/bin/sshd', '/usr/local/sbin/sshd'].find((path) =>
  existsSync(path),
);
const hasSsh = SSHD !== undefined && isThere('ssh') && isThere('ssh-keygen');
const hasTmux = isThere('tmux');
if (!hasSsh)
  process.stderr.write('skipped: no OpenSSH here (Debian: openssh-server, openssh-client)\n');
if (!hasTmux) process.stderr.write('skipped: no tmux here\n');

function isThere(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`]);
    return true;
  } catch {
    return false;
  }
}

/** A server on loopback with keys of its own that starts a kiosk and nothing else. */
type Server = {
  /** The client in a pty. */
  connect(words?: readonly string[]): Session;
  close(): Promise<void>;
};

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}

/** The folder, which is this file's alone, marks the processes that are started so. */
const commandOf = ({program, folder}: PreparedTicktock): string =>
  `env STARTED=${folder} ${NODE} ${program} --kiosk`;

/** Start sshd on a port that is free; somebody else may have taken it meanwhile. */
async function listen(config: string, tries = 5): Promise<{server: ChildProcess; port: number}> {
  const port = await freePort();
  const server = spawn(SSHD ?? '', ['-D', '-e', '-f', config, '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const isListening = await new Promise<boolean>((resolve) => {
    server.stderr.on('data', (piece: Buffer) => {
      log += piece.toString();
      if (log.includes('Server listening')) resolve(true);
    });
    server.on('close', () => {
      resolve(false);
    });
  });
  if (isListening) return {server, port};
  if (tries > 1 && log.includes('Address already in use')) return listen(config, tries - 1);
  throw new Error(`sshd has ended: ${log}`);
}

async function openServer(prepared: PreparedTicktock, command: string): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'sshd-'));
  const at = (name: string): string => join(folder, name);
  for (const name of ['host', 'user']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)]);
  }
  await writeFile(at('authorized'), await readFile(at('user.pub'), 'utf8'));
  const home = await prepared.makeHome();
  await writeFile(
    at('config'),
    `ListenAddress 127.0.0.1
HostKey ${at('host')}
AuthorizedKeysFile ${at('authorized')}
PidFile none
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
AllowTcpForwarding no
AllowAgentForwarding no
X11Forwarding no
PermitUserRC no
AcceptEnv LANG
SetEnv HOME=${home}
ForceCommand ${command}
`,
  );
  if (!existsSync('/run/sshd') && process.getuid?.() === 0)
    execFileSync('mkdir', ['-p', '/run/sshd']);
  const {server, port} = await listen(at('config'));
  return {
    connect(words = []) {
      return openSession({
        command: [
          'ssh',
          ...['-tt', '-F', 'none', '-i', at('user'), '-p', String(port)],
          ...['-o', 'StrictHostKeyChecking=no', '-o', `UserKnownHostsFile=${at('known')}`],
          ...['-o', 'IdentitiesOnly=yes', '-o', 'LogLevel=ERROR', '-o', 'SendEnv=LANG'],
          `${userInfo().username}@127.0.0.1`,
          ...words,
        ],
      });
    },
    async close() {
      const gone = new Promise((resolve) => server.on('exit', resolve));
      server.kill();
      await gone;
      await rm(folder, {recursive: true, force: true});
    },
  };
}

/** Processes of this Node that were started with a folder named in the environment. */
async function running({folder}: PreparedTicktock): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const variables = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      if (!variables.split('\0').includes(`STARTED=${folder}`)) return false;
      return (await readlink(`/proc/${pid}/exe`).catch(() => '')) === realpathSync(NODE);
    }),
  );
  return pids.filter((_, at) => found[at] === true).map(Number);
}

async function noneIsLeft(prepared: PreparedTicktock): Promise<void> {
  await expect.poll(async () => running(prepared)).toEqual([]);
}

/** The parent of a process. */
async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** The nearest process above that sshd runs for the session. */
async function sshdAbove(pid: number): Promise<number> {
  for (let at = await parentOf(pid); at > 1; at = await parentOf(at)) {
    if ((await readFile(`/proc/${at}/comm`, 'utf8')).startsWith('sshd')) return at;
  }
  throw new Error('no sshd above');
}

describe.runIf(hasSsh)('over SSH', () => {
  let prepared: PreparedTicktock;
  let server: Server;
  beforeAll(async () => {
    prepared = await prepareTicktock();
    server = await openServer(prepared, commandOf(prepared));
  });
  afterAll(async () => {
    await server.close();
    await prepared.remove();
  });

  async function opened(words: readonly string[] = [], on = server): Promise<Session> {
    const session = on.connect(words);
    await session.until('Sequence', 'lists keys');
    return session;
  }

  test('the first screen comes, keys work, the size follows, and q ends with 0', async () => {
    const session = await opened();
    session.send('j');
    await session.until('9/18');
    session.send('\r');
    await session.until('Esc back');
    session.resize(100, 30);
    await session.until(
      (now) => now.lines().length === 30 && /Esc back/u.test(now.lines()[29] ?? ''),
    );
    session.send('q');
    expect((await session.ended).status).toBe(0);
    await noneIsLeft(prepared);
  });

  test('Ctrl-C ends with 130, and Ctrl-Z does nothing', async () => {
    const session = await opened();
    session.send('\u001a?');
    await session.until('Keys that work here');
    session.send('\u0003');
    expect((await session.ended).status).toBe(130);
    await noneIsLeft(prepared);
  });

  test('a command of the reader is not run: the kiosk opens all the same', async () => {
    const session = await opened(['sh', '-c', 'echo in-the-shell']);
    expect(session.output).not.toContain('in-the-shell');
    session.send('q');
    expect((await session.ended).status).toBe(0);
  });

  test('no process is left when the client is killed', async () => {
    const session = await opened();
    expect(await running(prepared)).toHaveLength(1);
    session.kill('SIGKILL');
    await session.ended;
    await noneIsLeft(prepared);
  });

  test('no process is left when the session of the server is killed', async () => {
    // A server that has lost a session so lets nobody in from there for a while.
    const own = await openServer(prepared, commandOf(prepared));
    try {
      const session = await opened([], own);
      const [pid = 0] = await running(prepared);
      process.kill(await sshdAbove(pid), 'SIGKILL');
      await noneIsLeft(prepared);
      session.kill('SIGKILL');
      await session.ended;
    } finally {
      await own.close();
    }
  });

  test('no process is left when the line is cut in the middle of keys', async () => {
    const session = await opened();
    session.send('jjjjjjjjjjGggjjjj');
    session.hangUp();
    await noneIsLeft(prepared);
  });
});

describe.runIf(hasSsh && hasTmux)('over SSH in tmux', () => {
  let prepared: PreparedTicktock;
  let server: Server;
  const socket = `ticktock-${process.pid}`;
  const tmux = async (...words: readonly string[]): Promise<string> =>
    new Promise((resolve) => {
      execFile('tmux', ['-L', socket, ...words], {encoding: 'utf8'}, (_, out) => {
        resolve(out);
      });
    });
  beforeAll(async () => {
    prepared = await prepareTicktock();
    const start = `tmux -L ${socket} -f /dev/null new-session ${commandOf(prepared)}`;
    server = await openServer(prepared, start);
  });
  afterAll(async () => {
    await tmux('kill-server');
    await server.close();
    await prepared.remove();
  });

  test('the screen comes and keys work; a cut line leaves the session, which can be taken up or killed', async () => {
    const session = server.connect();
    await session.until('Sequence');
    session.send('j');
    session.send('\r');
    await session.until('Esc back');
    session.kill('SIGKILL');
    await session.ended;
    expect(await running(prepared)).toHaveLength(1);
    expect(await tmux('capture-pane', '-p')).toContain('Esc back');
    const pid = Number(await tmux('display-message', '-p', '#{pid}'));
    expect(isRunning(pid)).toBe(true);
    await tmux('kill-server');
    await expect.poll(() => isRunning(pid)).toBe(false);
    await noneIsLeft(prepared);
  });

  test('q ends the program and with it the session', async () => {
    const session = server.connect();
    await session.until('Sequence');
    session.send('q');
    expect((await session.ended).status).toBe(0);
    await noneIsLeft(prepared);
  });
});
