import {createHash} from 'node:crypto';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Io} from '../../source/commands/command.js';
import {readCopies} from '../../source/commands/source-copies.js';
import type {Chronology} from '../../source/core/events/chronology.js';
import {copyProblems, type SourceCopy} from '../../source/core/events/source-copy.js';
import {createMemoryStore} from '../../source/stores/memory-store.js';
import {emptyChronology} from '../helpers/generated-chronologies.js';
import {openBench} from '../helpers/open-bench.js';
import {linesOf, paneContent} from '../helpers/pane-content.js';

const PARAGRAPHS = [
  'The harbour was closed.',
  'The mayor said it was "a step that nobody wanted" now.',
  'Nothing more is known.',
];

const chronology: Chronology = {
  ...emptyChronology(),
  sources: [
    {
      id: 'paper',
      headline: 'A paper',
      paragraphs: PARAGRAPHS.map((text) => createHash('sha256').update(text).digest('hex')),
    },
  ],
  actors: [{id: 'mayor', name: 'Ada Quay'}],
  events: [{id: 'closing', title: 'Harbour closed', when: {edtf: '2024', basis: 'stated'}}],
  claims: [
    {
      id: 'closed',
      about: {event: 'closing', field: 'summary'},
      said_by: null,
      voice: 'reporter',
      value: 'It closed',
      citations: [{source: 'paper', paragraph: 1}],
    },
    {
      id: 'unwanted',
      about: {event: 'closing', field: 'said'},
      said_by: 'mayor',
      voice: 'quote',
      words: 'a step that nobody wanted',
      value: 'Nobody wanted it',
      citations: [{source: 'paper', paragraph: 2, exact: 'a step that nobody wanted'}],
    },
  ],
};

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ticktock-copies-'));
});

afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

async function copiesOf(text: string): Promise<ReadonlyMap<string, SourceCopy>> {
  const path = join(folder, 'copy.txt');
  writeFileSync(path, text);
  const io: Io = {
    out: async () => {},
    error: (line) => expect.fail(line),
    stdin: async () => new Uint8Array(),
    isStdoutTerminal: false,
    isStdinTerminal: false,
    columns: 80,
    env: {},
    now: () => 0,
  };
  const copies = await readCopies([`paper=${path}`], createMemoryStore(chronology), io);
  if (typeof copies === 'number') throw new Error('not read');
  return copies;
}

const pane = (name: 'source' | 'claim', subject: string, copies: ReadonlyMap<string, SourceCopy>) =>
  linesOf(paneContent(chronology, name, subject, {widthColumns: 70, copies})).join('\n');

describe("the reader's own copy", () => {
  test('stands beside the claims with the cited words marked, and no word of doubt when it is the same', async () => {
    const copies = await copiesOf(PARAGRAPHS.join('\n'));
    const {lines} = paneContent(chronology, 'source', 'paper#2', {widthColumns: 70, copies});
    const marked = lines.flatMap((line) =>
      line.filter((span) => span.role === 'quote').map((span) => span.text),
    );
    expect(marked).toContain('a step that nobody wanted');
    expect(pane('source', 'paper', copies)).not.toContain('Your copy');
    expect(pane('claim', 'unwanted', copies)).not.toContain('Your copy');
    expect([...copies.values()].flatMap(copyProblems)).toEqual([]);
  });

  test('that has another text says so beside the text, in the claim and among the problems', async () => {
    const copies = await copiesOf(PARAGRAPHS.join('\n').replace('nobody', 'everybody'));
    const paragraph = pane('source', 'paper#2', copies);
    expect(paragraph).toContain('Your copy is not the text cited: something in it has changed.');
    expect(paragraph).toContain('a step that everybody wanted');
    expect(paragraph).toContain('Your copy: the words of Ada Quay differ');
    expect(pane('source', 'paper#1', copies)).not.toContain('Your copy');
    expect(pane('source', 'paper', copies)).toContain('does not bear out 1 of 2 citations');
    expect(pane('claim', 'unwanted', copies)).toContain(
      'Your copy: paragraph 2: the words of Ada Quay differ',
    );
    expect(pane('claim', 'closed', copies)).not.toContain('Your copy');
    const problems = [...copies.values()].flatMap(copyProblems);
    expect(problems).toMatchObject([
      {severity: 'warning', message: expect.stringContaining('the words of Ada Quay differ')},
    ]);
    const bench = openBench({chronology, problems, copies, columns: 200, rows: 40});
    bench.press('!');
    expect(bench.text()).toContain('copy.txt: paragraph 2: the words of Ada Quay');
  });

  test('that lacks a paragraph says so in its place', async () => {
    const copies = await copiesOf(PARAGRAPHS.slice(0, 1).join('\n'));
    expect(pane('source', 'paper#2', copies)).toContain('Your copy has nothing in its place.');
  });

  test('brings no control codes to the screen', async () => {
    const copies = await copiesOf(`${PARAGRAPHS[0]}\n\u001b[31mThe mayor.\u001b[0m`);
    expect(pane('source', 'paper', copies)).not.toMatch(/\u001b/u);
  });
});

describe('a paragraph', () => {
  test('leads on to the one before it and the next one, which stands last', () => {
    const content = paneContent(chronology, 'source', 'paper#2');
    expect(content.items.slice(-3).map(({target}) => target?.subject)).toEqual([
      'paper',
      'paper#1',
      'paper#3',
    ]);
    const first = paneContent(chronology, 'source', 'paper#1');
    expect(first.items.slice(-2).map(({target}) => target?.subject)).toEqual(['paper', 'paper#2']);
    expect(paneContent(chronology, 'source', 'paper#3').items.at(-1)?.target?.subject).toBe(
      'paper#2',
    );
  });

  test('does not name the source before what the source says itself', () => {
    const words = linesOf(paneContent(chronology, 'source', 'paper', {widthColumns: 70}));
    expect(words).toContain('  It closed — Harbour closed, What happened');
    expect(words).toContain('  Ada Quay: “a step that nobody wanted” — Harbour closed, said');
  });
});
