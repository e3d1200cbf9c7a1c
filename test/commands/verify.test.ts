import {createHash} from 'node:crypto';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Io} from '../../source/commands/command.js';
import {readFile} from '../../source/commands/read-file.js';
import {createVerifyCommand, verifyCommand} from '../../source/commands/verify.js';
import {obeyed} from '../helpers/fake-io.js';
import type {Chronology, Claim} from '../../source/core/events/chronology.js';

const PARAGRAPHS = [
  'The harbour was closed.',
  'The mayor said it was "a step that nobody wanted" now.',
];

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const cite = (id: string, citations: Claim['citations']): Claim => ({
  id,
  about: {event: 'closing', field: 'summary'},
  said_by: 'mayor',
  voice: 'paraphrase',
  value: 'closed',
  citations,
});

const HARBOUR: Chronology = {
  chronology: 1,
  title: 'Harbour',
  timezone: 'UTC',
  sides: [],
  fields: [],
  sources: [
    {id: 'paper', headline: 'A paper', paragraphs: PARAGRAPHS.map(sha256Hex)},
    {id: 'radio', headline: 'A station'},
  ],
  actors: [{id: 'mayor', name: 'Ada Quay'}],
  places: [],
  events: [{id: 'closing', title: 'Harbour closed', when: {edtf: '2024', basis: 'stated'}}],
  claims: [
    cite('closed', [{source: 'paper', paragraph: 1}]),
    cite('unwanted', [{source: 'paper', paragraph: 2, exact: 'a step that nobody wanted'}]),
    cite('heard', [{source: 'radio'}, {source: 'radio', exact: 'shut'}]),
  ],
  links: [],
};

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ticktock-verify-'));
});

afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

function copy(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const good = (): string => copy('good.txt', `${PARAGRAPHS.join('\n')}\n`);

type Outcome = {readonly code: number; readonly out: string; readonly errors: readonly string[]};

async function run(source: readonly string[] | undefined, stdin = ''): Promise<Outcome> {
  let out = '';
  const errors: string[] = [];
  const io: Io = {
    out: async (text) => {
      out += text;
    },
    error: (line) => {
      errors.push(line);
    },
    stdin: async () => new TextEncoder().encode(stdin),
    isStdoutTerminal: false,
    isStdinTerminal: false,
    columns: 80,
    env: {},
    now: () => 0,
  };
  const command = createVerifyCommand({
    loadChronologies: async (files) => (files.length > 0 ? 1 : {chronology: HARBOUR}),
    readFile,
  });
  const code = await command.run({
    input: source === undefined ? ['broken.yaml'] : [],
    flags: {source: source ?? ['paper=x']},
    io,
  });
  return {code, out, errors};
}

describe('ticktock verify', () => {
  test('counts the citations that hold and names the sources it had no copy of', async () => {
    expect(await run([`paper=${good()}`])).toEqual({
      code: 0,
      out: '2 of 2 citations verified\n2 citations not checked: no copy was given of radio\n',
      errors: [],
    });
  });

  test('says which citation failed, whose words they are and why, and exits with 1', async () => {
    const path = copy('bad.txt', PARAGRAPHS.join('\n').replace('wanted', 'wasted'));
    const {code, out} = await run([`paper=${path}`]);
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'unwanted: paper paragraph 2: the words of Ada Quay differ from character 22 on: ' +
        'cited "...nobody wanted", the copy has "...nobody wasted" now."',
      '1 of 2 citations verified',
    ]);
  });

  test('checks several sources, and says what there is nothing to check by', async () => {
    const {code, out} = await run([`paper=${good()}`, `radio=${copy('radio.txt', 'It is shut.')}`]);
    expect(code).toBe(0);
    expect(out).toBe(
      '3 of 3 citations verified\n' +
        '1 citation not checked: neither the words nor the digest of a paragraph is known\n',
    );
  });

  test('reads a copy from standard input', async () => {
    expect(await run(['paper=-'], PARAGRAPHS.join('\r\n'))).toMatchObject({code: 0});
  });

  test('takes a path with an equals sign in it', async () => {
    const path = copy('a=b.txt', PARAGRAPHS.join('\n'));
    expect(await run([`paper=${path}`])).toMatchObject({code: 0});
  });

  test.each([
    ['no copy at all', [], 'give one as --source paper=PATH'],
    ['a copy without an id', ['report.txt'], 'give each copy as --source ID=PATH'],
    ['a copy without a path', ['paper='], 'give each copy as --source ID=PATH'],
    ['two copies of one source', ['paper=a', 'paper=b'], 'paper is given twice'],
    ['an unknown source', ['papper=a'], 'did you mean paper?'],
  ])('with %s exits with 2 and one line that says what to do', async (_, source, message) => {
    const {code, out, errors} = await run(source);
    expect([code, out, errors.length]).toEqual([2, '', 1]);
    expect(errors[0]).toContain(message);
  });

  test.each([
    ['is missing', () => join(folder, 'missing.txt'), 'there is no such file'],
    ['is a directory', () => folder, 'it is a directory'],
    ['is empty', () => copy('empty.txt', ''), 'it is empty'],
    ['is a picture', () => copy('shot.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47])), 'not text'],
  ])('with a copy that %s exits with 1 and one line that names it', async (_, path, message) => {
    const {code, out, errors} = await run([`paper=${path()}`]);
    expect([code, out, errors.length]).toEqual([1, '', 1]);
    expect(errors[0]).toContain(message);
  });

  test('asks whether it is the right file when nothing in a copy is as cited', async () => {
    const path = copy('other.txt', 'Another report.\nOf another day.\n');
    const {code, out, errors} = await run([`paper=${path}`]);
    expect(code).toBe(1);
    expect(out).toContain('0 of 2 citations verified');
    expect(errors).toEqual([`${path}: nothing in it is as cited: is it a copy of paper?`]);
  });

  test('ends with the exit code of a chronology that cannot be opened', async () => {
    expect(await run(undefined)).toMatchObject({code: 1, out: ''});
  });

  test('has a repeatable --source in its help', () => {
    expect(verifyCommand.usage).toBe('verify [FILE...] --source ID=PATH');
    expect(verifyCommand.flags[0]).toMatchObject({name: 'source', isMultiple: true});
  });

  test('knows the sources of other reports when they are asked for', async () => {
    const path = copy('other.txt', 'Another report.');
    const {errors} = await obeyed(['verify', '--other-reports', '--source', `nosuch=${path}`]);
    expect(errors[0]).toMatch(/names the \d+ sources/u);
  });
});
