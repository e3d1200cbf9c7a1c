import {execFile, spawn} from 'node:child_process';
import {chmod, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {formatProblem} from '../../source/core/events/format-problem.js';
import {readChronology} from '../../source/formats/chronology-reader.js';
import {prepareTicktock, type PreparedTicktock} from './prepare-ticktock.js';
import {NODE, type Session} from './pty-session.js';

let prepared: PreparedTicktock;
beforeAll(async () => {
  prepared = await prepareTicktock();
});
afterAll(async () => {
  await prepared.remove();
});

type Result = {readonly status: number; readonly out: string; readonly error: string};

/** Run something without a terminal. */
async function run(
  file: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Result> {
  return new Promise((resolve) => {
    execFile(
      file,
      words,
      {
        env: {PATH: process.env['PATH'], HOME: prepared.folder, LANG: 'C.UTF-8', ...env},
        encoding: 'utf8',
      },
      (error, out, said) => {
        resolve({status: typeof error?.code === 'number' ? error.code : 0, out, error: said});
      },
    );
  });
}

const ticktock = async (...words: readonly string[]): Promise<Result> =>
  run(NODE, [prepared.program, ...words]);

async function leave(session: Session): Promise<void> {
  session.send('\u0003');
  await session.ended;
}

describe('the program in a terminal', () => {
  test('opens the bundled chronology at its event, and q leaves with 0 and a clean screen', async () => {
    const session = await prepared.open();
    await session.until('Pre-dawn U.S. strikes in Iraq', (now) =>
      /Baghdad and Washington/u.test(now.lines()[0] ?? ''),
    );
    session.send('q');
    expect(await session.ended).toEqual({status: 0, signal: 0});
    expect(session.emulator.buffer.active.type).toBe('normal');
    expect(session.text().trim()).toBe('');
  });

  test('leaves with 130 after Ctrl-C, from anywhere', async () => {
    for (const keys of ['', '\r', '?', '/sov', 'f']) {
      const session = await prepared.open();
      await session.until('Sequence');
      session.send(keys);
      session.send('\u0003');
      expect((await session.ended).status, keys).toBe(130);
    }
  });

  test('follows keys: Enter goes in, Esc comes back, / finds, ? helps', async () => {
    const session = await prepared.open();
    await session.until('Sequence');
    session.send('c');
    await session.until(/Accounts ─+ \d+ fields/u);
    session.send('\u001b');
    await session.until(/Event ─+/u);
    session.send('/must leave\r');
    await session.until('match: n next');
    session.send('?');
    await session.until('Keys that work here');
    session.send('?');
    await session.until('Sequence');
    await leave(session);
  });

  test('shows the map when a place is opened', async () => {
    const session = await prepared.open();
    await session.until('Sequence');
    session.send('p');
    await session.until('S Y R I A', 'Al-Qaim');
    await leave(session);
  });

  test('is resized while keys are held, and ends on a whole screen of the last size', async () => {
    const session = await prepared.open();
    await session.until('Sequence');
    const sizes = [
      [120, 40],
      [40, 10],
      [39, 9],
      [200, 60],
      [81, 25],
    ] as const;
    for (const [columns, rows] of sizes) {
      session.resize(columns, rows);
      session.send('jjjkkk');
    }
    const isWhole = (now: Session): boolean =>
      (now.lines()[24] ?? '').includes('sequence') &&
      now
        .lines()
        .slice(11, 24)
        .every((row) => row[Math.floor(81 * 0.46)] === '│');
    await session.until('Sequence', isWhole);
    session.resize(39, 9);
    await session.until('Too small: 40x10');
    session.resize(80, 24);
    await session.until('Sequence');
    session.send('q');
    expect((await session.ended).status).toBe(0);
  });

  test('holds a key for 500 presses and stays at the last event', async () => {
    const session = await prepared.open();
    await session.until('Sequence');
    session.send('j'.repeat(500));
    await session.until('18/18');
    await leave(session);
  });

  test('draws ASCII in a terminal without UTF-8, and with --ascii', async () => {
    for (const [words, env] of [
      [[], {LANG: 'C', LC_ALL: 'C'}],
      [['--ascii'], {}],
    ] as const) {
      const session = await prepared.open(words, {env});
      await session.until('Sequence');
      session.send('c');
      await session.until('Accounts', /^[\n -~]*$/u);
      expect(session.output).toMatch(/^[\u0000-\u007f]*$/u);
      await leave(session);
    }
  });

  test('writes no colour with NO_COLOR', async () => {
    const session = await prepared.open([], {env: {NO_COLOR: '1'}});
    await session.until('Sequence');
    expect(session.output).not.toMatch(/\u001b\[[\d;]*\b(?:3[0-8]|9[0-7])\b[\d;]*m/u);
    await leave(session);
  });

  test('lists instead when the terminal is dumb', async () => {
    const session = await prepared.open([], {env: {TERM: 'dumb'}});
    expect((await session.ended).status).toBe(0);
    expect(session.output).toContain('Some 900 U.S. troops in Syria');
    expect(session.output).not.toContain('\u001b');
  });
});

describe('the program without a terminal', () => {
  test('lists, as `list` does', async () => {
    const [plain, listed] = [await ticktock(), await ticktock('list')];
    expect(plain).toEqual(listed);
    expect(plain.status).toBe(0);
    expect(plain.out.split('\n')).toHaveLength(19);
    expect(plain.error).toBe('');
    const words = ['--other-reports', '--query', 'after:2024-01-24'];
    expect(await ticktock(...words)).toEqual(await ticktock('list', ...words));
  });

  test('`list | head -1` ends quietly', async () => {
    const {status, out, error} = await run('bash', [
      '-c',
      'set -o pipefail; "$0" "$1" list | head -1',
      NODE,
      prepared.program,
    ]);
    expect({status, lines: out.split('\n').length, error}).toEqual({
      status: 0,
      lines: 2,
      error: '',
    });
  });

  test('a long listing into a reader that goes away ends quietly', async () => {
    const {status, out, error} = await run('bash', [
      '-c',
      'set -o pipefail; "$0" "$1" export --format json | head -c 10',
      NODE,
      prepared.program,
    ]);
    expect({status, out: out.length, error}).toEqual({status: 0, out: 10, error: ''});
  });

  test('reads a chronology from standard input', async () => {
    const yaml = await ticktock('export', '--format', 'yaml');
    const child = spawn(NODE, [prepared.program, 'list', '-'], {
      env: {PATH: process.env['PATH'], HOME: prepared.folder},
    });
    let out = '';
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
    });
    child.stdin.end(yaml.out);
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(status).toBe(0);
    expect(out).toBe((await ticktock('list')).out);
  });
});

describe('the program as it is built', () => {
  test('is ASCII, for what it is written in holds no other character whole', async () => {
    const text = await readFile(prepared.program.replace(/\.js$/u, '.program.js'), 'latin1');
    expect(text).toMatch(/^[\0-\x7f]*$/u);
  });

  test('knows in its expressions the characters that they were written with', async () => {
    const path = join(prepared.folder, 'written.csv');
    await writeFile(path, 'date,title\n2024年1月2日,one\n1939–1945,two\n');
    const {out} = await ticktock('list', path);
    expect(out).toContain('2 Jan 2024');
    expect(out).toContain('1939 to 1945');
  });
});

describe('the schema compiled at build time', () => {
  test('finds what the schema itself finds', async () => {
    const path = join(prepared.folder, 'misfits.yaml');
    const text = `chronology: 2
title: 7
sides: [{id: a, name: ''}, {id: A B}]
events:
  - {id: one, titel: x, when: {edtf: 2024, basis: guessed}, deaths: {low: -1}, actors: [{actor: a}]}
  - 5
claims: [{id: c, about: {event: one}, voice: loud, citations: []}]
`;
    await writeFile(path, text);
    const {error, out} = await ticktock('check', path);
    const {problems} = readChronology(path, text);
    expect(problems.length).toBeGreaterThan(8);
    for (const problem of problems) expect(out + error).toContain(formatProblem(problem));
  });
});

describe('what cannot be opened', () => {
  const bad: Readonly<Record<string, (path: string) => Promise<void>>> = {
    'missing.yaml': async () => {},
    'folder.yaml': async (path) => {
      await mkdir(path);
    },
    'binary.yaml': async (path) => writeFile(path, Buffer.from([0, 159, 146, 150, 0, 1, 2, 255])),
    'empty.yaml': async (path) => writeFile(path, ''),
    'broken.yaml': async (path) => writeFile(path, 'chronology: 1\ntitle: "no end\nevents: [\n'),
    'schema.yaml': async (path) =>
      writeFile(
        path,
        'chronology: 1\ntitle: A\ntimezone: UTC\nsides: []\nfields: []\nsources: []\nactors: []\nplaces: []\nevents: 7\nclaims: []\nlinks: []\n',
      ),
    'dangling.yaml': async (path) => writeFile(path, 'chronology: 1\ntitle: 7\n'),
  };
  beforeAll(async () => {
    for (const [name, make] of Object.entries(bad)) await make(join(prepared.folder, name));
  });

  for (const name of Object.keys(bad)) {
    test(`${name}: lines on standard error that name it, status 1, and not a byte on the terminal`, async () => {
      const path = join(prepared.folder, name);
      const {status, out, error} = await ticktock(path);
      expect(status).toBe(1);
      expect(out).toBe('');
      const lines = error.trimEnd().split('\n');
      for (const line of lines) expect(line).toContain(name);
      if (name !== 'schema.yaml' && name !== 'dangling.yaml') expect(lines).toHaveLength(1);
      expect(error).not.toMatch(/    at |Error:/u);

      // Standard error apart from the terminal, which must not be touched.
      const session = await prepared.open([], {
        command: [
          'sh',
          '-c',
          'exec "$0" "$1" "$2" 2>"$3"',
          NODE,
          prepared.program,
          path,
          join(prepared.folder, 'said'),
        ],
      });
      expect((await session.ended).status).toBe(1);
      expect(session.byteCount).toBe(0);
    });
  }

  test('unreadable.yaml: one line that says so', async () => {
    const path = join(prepared.folder, 'unreadable.yaml');
    await writeFile(path, 'chronology: 1\n');
    await chmod(path, 0);
    // Whoever runs the tests may be allowed to read everything: then it is only a short file.
    const {status, out, error} = await ticktock(path);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(error).toContain('unreadable.yaml');
  });
});

describe('a wrong command line', () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['--no-such-flag'], /no flag --no-such-flag/u],
    [['--at', 'nowhere'], /no event nowhere/u],
    [['--pane', 'nothing'], /no pane nothing/u],
    [['--zone', 'Mars/Olympus'], /no zone Mars\/Olympus/u],
    [['--theme', 'pink'], /pink/u],
    [['--zoom', 'sideways'], /no window/u],
    [['--query', 'nosuchfield:x'], /--query/u],
    [['lst'], /did you mean list/u],
  ];
  for (const [words, said] of wrong) {
    test(`${words.join(' ')} is told in one line with status 2, and the terminal is not touched`, async () => {
      const session = await prepared.open(words, {});
      expect((await session.ended).status).toBe(2);
      expect(session.text()).toMatch(said);
      expect(session.output.trim().split('\n')).toHaveLength(1);
      expect(session.output).not.toContain('\u001b');
    });
  }
});

describe('a view brought back', () => {
  test('opens at the event, pane, filter and zone it was left in', async () => {
    const session = await prepared.open([
      '--at',
      'attacks',
      '--pane',
      'accounts',
      '--query',
      'side:groups',
      '--zone',
      'UTC',
    ]);
    await session.until('Accounts', /^.*side:groups.*UTC/u, '- ◇ Over 150 attacks');
    await leave(session);
  });
});
