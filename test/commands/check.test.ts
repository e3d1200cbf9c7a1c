import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {checkCommand} from '../../source/commands/check.js';
import type {Command, Flags, Io} from '../../source/commands/command.js';
import {newCommand} from '../../source/commands/new.js';
import {schemaCommand} from '../../source/commands/schema.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ticktock-check-'));
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

type Ran = {readonly code: number; readonly out: string; readonly errors: readonly string[]};

async function run(
  command: Command,
  input: readonly string[],
  flags: Flags = {},
  stdin = '',
): Promise<Ran> {
  const out: string[] = [];
  const errors: string[] = [];
  const io: Io = {
    out: async (text) => void out.push(text),
    error: (line) => void errors.push(line),
    stdin: async () => Buffer.from(stdin),
    isStdoutTerminal: false,
    isStdinTerminal: false,
    columns: 80,
    env: {},
    now: () => 0,
  };
  const code = await command.run({input, flags, io});
  return {code, out: out.join(''), errors};
}

/** What stands last, and tells what a file holds. */
const FIGURES = /^(?:.*: )?\d+ (?:events?, \d+ claims?:|errors?(?:$|[;,]))/u;

/** Check files in text: what is wrong with them line by line, apart from the figures at the end. */
async function check(
  input: readonly string[],
  flags: Flags = {},
): Promise<Ran & {readonly problems: readonly string[]}> {
  const {code, out, errors} = await run(checkCommand, input, flags);
  const lines = out.split('\n').slice(0, -1);
  const figures = lines.filter((line) => FIGURES.test(line)).map((line) => `${line}\n`);
  return {
    code,
    errors,
    out: figures.join(''),
    problems: lines.filter((line) => !FIGURES.test(line)),
  };
}

/** @returns the path of a new file with this text. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const HEAD = 'chronology: 1\ntitle: T\ntimezone: UTC\n';

describe('check', () => {
  test('says of a clean file what it holds', async () => {
    const path = 'data/washington-baghdad.yaml';
    const {code, out, problems} = await check([path]);
    expect(problems).toEqual([]);
    expect(out).toMatch(/^\d+ events, \d+ claims: no problems\n$/);
    expect(code).toBe(0);
  });

  test('says of a file of another format how much of it could not be kept', async () => {
    const path = file('rows.csv', 'date,title\n2020-03-05,A\nnever,B\n');
    const {code, out, problems} = await check([path]);
    expect(problems.join('\n')).toContain('1 of 2 rows give no event');
    expect(out).toBe(
      '1 event, 1 claim: 2 warnings; 1 thing could not be kept: see `ticktock import`\n',
    );
    expect(code).toBe(0);
  });

  test('has what it finds as its output, and as an error only what it cannot read', async () => {
    const bad = file('found.yaml', `${HEAD}opens_at: x\n`);
    const found = await check([bad]);
    expect(found.errors).toEqual([]);
    expect(found.problems[0]).toContain('no event `x`');
    const missing = await check([join(folder, 'none.yaml')]);
    expect(missing.problems).toEqual([]);
    expect(missing.errors[0]).toContain('there is no such file');
  });

  test('says where it could not go on that more is checked later', async () => {
    const twice = file('twice.yaml', `${HEAD}title: X\nevents: []\n`);
    expect((await check([twice])).out).toBe('1 error; more is checked once it is corrected\n');
    const shape = file('shape.yaml', `${HEAD}bogus: 1\nother: 2\n`);
    expect((await check([shape])).out).toBe('2 errors; more is checked once they are corrected\n');
    expect((await check([join(folder, 'none.yaml')])).out).toBe('');
  });

  test('shows each problem with its line, a caret and the likely fix', async () => {
    const path = file(
      'austn.yaml',
      `${HEAD}actors:\n  - {id: austin, name: Austin}\n  - {id: b, name: ب, part_of: [austn]}\n`,
    );
    const {code, out, problems} = await check([path]);
    expect(problems).toEqual([
      `${path}:6:32: actors[1].part_of[0]: no actor \`austn\`: did you mean \`austin\`?`,
      '  6 |   - {id: b, name: ب, part_of: [austn]}',
      '    |                                ^',
    ]);
    expect(out).toBe('0 events, 0 claims: 1 error\n');
    expect(code).toBe(1);
  });

  test('sets the caret under wide characters', async () => {
    const path = file('wide.yaml', `${HEAD}actors: [{id: a, name: 漢字, side: x}]\nsides: []\n`);
    const {problems} = await check([path]);
    expect(problems.slice(1)).toEqual([
      '  4 | actors: [{id: a, name: 漢字, side: x}]',
      '    |                                    ^',
    ]);
  });

  test('cuts a long line around the place', async () => {
    const path = file(
      'long.yaml',
      `${HEAD}actors: [{id: a, name: "${'x'.repeat(900)}", side: y, note: "${'z'.repeat(900)}"}]\nsides: []\n`,
    );
    const {problems} = await check([path]);
    expect(problems[1]).toMatch(/^ {2}4 \| …x+", side: y, note: "z+…$/);
    expect(problems[1]?.length).toBeLessThan(140);
    expect(problems[1]?.[problems[2]?.indexOf('^') ?? -1]).toBe('y');
  });

  test('shows twenty problems and four kilobytes, counts the rest, and shows all when asked', async () => {
    const actors = Array.from(
      {length: 60},
      (_, at) => `  - {id: a${at}, name: A, part_of: [b${at}x]}\n`,
    );
    const path = file('many.yaml', `${HEAD}actors:\n${actors.join('')}`);
    const first = await check([path]);
    const shown = first.problems.filter((line) => line.startsWith(path));
    expect(shown.length).toBeLessThanOrEqual(20);
    expect(Buffer.byteLength(first.problems.join('\n'))).toBeLessThan(4200);
    expect(first.problems.at(-1)).toBe(
      `and ${60 - shown.length} more problems: add --all to see them`,
    );
    expect(first.out).toBe('0 events, 0 claims: 60 errors\n');
    const all = await check([path], {all: true});
    expect(all.problems.filter((line) => line.startsWith(path))).toHaveLength(60);
  });

  test('passes a file that has warnings only, and shows them', async () => {
    const path = file('warn.yaml', `${HEAD}actors: [{id: a, name: A, same_as: [b-of-another]}]\n`);
    const {code, out, problems} = await check([path]);
    expect(problems[0]).toContain('warning: no actor `b-of-another` in this file');
    expect(out).toBe('0 events, 0 claims: 1 warning\n');
    expect(code).toBe(0);
  });

  test('lets files that are checked together know each other', async () => {
    const one = file('one.yaml', `${HEAD}actors: [{id: a, name: A, same_as: [b]}]\n`);
    const two = file('two.yaml', `${HEAD}actors: [{id: b, name: B}]\n`);
    const {code, out, problems} = await check([one, two]);
    expect(problems).toEqual([]);
    expect(out).toBe(
      `${one}: 0 events, 0 claims: no problems\n${two}: 0 events, 0 claims: no problems\n`,
    );
    expect(code).toBe(0);
  });

  test('keeps what is wrong with the letters of files that are checked together', async () => {
    const one = join(folder, 'latin.yaml');
    writeFileSync(
      one,
      Buffer.from(`${HEAD}actors: [{id: a, name: Andr\u00e9, same_as: [b]}]\n`, 'latin1'),
    );
    const two = file('other.yaml', `${HEAD}actors: [{id: b, name: B}]\n`);
    const {problems, out} = await check([one, two]);
    expect(problems[0]).toContain('it is not UTF-8');
    expect(out).toContain(`${one}: 0 events, 0 claims: 1 warning\n`);
  });

  test('knows the chronology that comes with the program', async () => {
    const {code, out, problems} = await check(['data/other-reports.yaml']);
    expect(problems).toEqual([]);
    expect(out).toMatch(/^\d+ events, \d+ claims: no problems\n$/);
    expect(code).toBe(0);
  });

  test('gives the same problems to programs', async () => {
    const path = file('bad.yaml', `${HEAD}evnts: []\n`);
    const problem = {
      severity: 'error',
      file: path,
      line: 4,
      column: 1,
      field: 'evnts',
      message: 'there is no key `evnts` here',
      fix: 'did you mean `events`?',
    };
    const json = await run(checkCommand, [path], {format: 'json'});
    expect(JSON.parse(json.out)).toEqual({
      files: [{file: path, events: 0, claims: 0, problems: [problem]}],
    });
    const lines = await run(checkCommand, [path], {format: 'ndjson'});
    expect(lines.out).toBe(`${JSON.stringify(problem)}\n`);
    expect([json.code, lines.code, json.errors, lines.errors]).toEqual([1, 1, [], []]);
  });

  test('reads standard input', async () => {
    const {out, code} = await run(checkCommand, ['-'], {}, HEAD);
    expect([out, code]).toEqual(['0 events, 0 claims: no problems\n', 0]);
  });

  test('fails for a file that is not there, in one line', async () => {
    const {code, out, errors} = await run(checkCommand, [join(folder, 'nothing.yaml')]);
    expect(errors).toHaveLength(1);
    expect([code, out]).toEqual([1, '']);
  });

  test('asks for a file and for a format there is', async () => {
    expect((await run(checkCommand, [])).code).toBe(2);
    expect((await run(checkCommand, ['x'], {format: 'xml'})).code).toBe(2);
  });
});

describe('new', () => {
  test('writes a commented file that checks clean', async () => {
    const path = join(folder, 'start.yaml');
    const made = await run(newCommand, [path]);
    expect([made.code, made.errors]).toEqual([0, []]);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=/);
    const {code, out, errors} = await run(checkCommand, [path]);
    expect([code, out, errors]).toEqual([0, '2 events, 4 claims: no problems\n', []]);
  });

  test('has one of everything', async () => {
    const {out} = await run(newCommand, ['-']);
    for (const section of [
      'sides',
      'fields',
      'sources',
      'actors',
      'places',
      'events',
      'claims',
      'links',
    ]) {
      expect(out).toMatch(new RegExp(`^${section}:\\n {2}- `, 'm'));
    }
  });

  test('never overwrites', async () => {
    const path = file('mine.yaml', 'precious');
    const {code, errors} = await run(newCommand, [path]);
    expect(code).toBe(1);
    expect(errors).toEqual([
      `${path}: it is there already and is never overwritten: choose another name`,
    ]);
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  test('says why it cannot write, and asks for one name', async () => {
    const {code, errors} = await run(newCommand, [join(folder, 'none', 'x.yaml')]);
    expect([code, errors[0]]).toEqual([1, expect.stringContaining('create it first')]);
    expect((await run(newCommand, [])).code).toBe(2);
    expect((await run(newCommand, ['a', 'b'])).code).toBe(2);
    expect((await run(newCommand, ['a.json'])).code).toBe(2);
  });
});

describe('schema', () => {
  test('prints the schema of the repository', async () => {
    const {code, out} = await run(schemaCommand, []);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(
      JSON.parse(readFileSync('data/chronology.schema.json', 'utf8')),
    );
  });

  test('takes no file', async () => {
    expect((await run(schemaCommand, ['x'])).code).toBe(2);
  });
});
