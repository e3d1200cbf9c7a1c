import {describe, expect, test} from 'vitest';
import type {Io} from '../../source/commands/command.js';
import {createDiffCommand} from '../../source/commands/diff.js';
import type {Chronology} from '../../source/core/events/chronology.js';

const older: Chronology = {
  chronology: 1,
  title: 'T',
  timezone: 'UTC',
  sides: [],
  fields: [],
  sources: [],
  actors: [],
  places: [],
  events: [
    {id: 'one', title: 'One', when: {edtf: '2024-01-24', basis: 'stated'}},
    {id: 'gone', title: 'Gone', when: {edtf: '2024', basis: 'stated'}},
  ],
  claims: [],
  links: [],
};
const newer: Chronology = {
  ...older,
  events: [
    {
      id: 'one',
      title: 'One',
      summary: `Long ${'words '.repeat(30)}`,
      when: {edtf: '2024-01-25', basis: 'stated'},
    },
    {id: 'come', title: 'Come', when: {edtf: '2025', basis: 'stated'}},
  ],
};

const refusing = {format: 'CSV', rows: 9, refused: 2, events: 7, losses: []};
const importsOf = (file: string) => (file === 'new' ? [{...refusing, file}] : []);

async function run(
  input: readonly string[],
  flags: Record<string, string> = {},
  isStdoutTerminal = false,
) {
  const opened: unknown[] = [];
  const out: string[] = [];
  const errors: string[] = [];
  const io: Io = {
    out: (text) => Promise.resolve(void out.push(text)),
    error: (line) => void errors.push(line),
    stdin: () => Promise.resolve(new Uint8Array()),
    isStdoutTerminal,
    isStdinTerminal: false,
    columns: 80,
    env: {TERM: 'xterm-256color'},
    now: () => 0,
  };
  const files = new Map([
    ['old', older],
    ['new', newer],
  ]);
  const command = createDiffCommand({
    load: async (path) => {
      const chronology = files.get(path);
      return chronology === undefined ? 1 : {chronology, imports: importsOf(path)};
    },
    open: ({input: newest, flags: given}, version) => {
      opened.push({newest, pane: given['pane'], version});
      return Promise.resolve(0);
    },
  });
  const code = await command.run({input, flags, io});
  return {code, out: out.join(''), errors, opened};
}

describe('ticktock diff', () => {
  test('tells events and dates in lines, and exits with 1', async () => {
    const {code, out} = await run(['old', 'new']);
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 6)).toEqual([
      'events: 1 added, 1 removed, 1 changed (1 with another date)',
      '',
      'Events',
      '~ one  One',
      '    when.edtf: 2024-01-24 -> 2024-01-25',
      '    summary:',
    ]);
    expect(out).toContain('\n      - (none)\n      + Long words');
    expect(out).toContain('\n+ come  Come\n- gone  Gone\n');
  });

  test('says so when nothing differs, and exits with 0', async () => {
    expect(await run(['old', 'old'])).toMatchObject({code: 0, out: 'no differences\n'});
    const {code, out} = await run(['old', 'old'], {format: 'json'});
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({changes: [], counts: {dates: 0}});
  });

  test('gives every change as JSON', async () => {
    const {out} = await run(['old', 'new'], {format: 'json'});
    expect(JSON.parse(out)).toMatchObject({
      old: 'old',
      new: 'new',
      counts: {event: {added: 1, removed: 1, changed: 1}, dates: 1},
      changes: [
        {kind: 'event', id: 'one', change: 'changed'},
        {id: 'come', change: 'added'},
        {id: 'gone', change: 'removed'},
      ],
    });
  });

  test('says which rows of a file are not among what it compares', async () => {
    expect((await run(['old', 'new'])).errors).toEqual([
      'new: 2 of 9 rows refused: `ticktock import` lists them',
    ]);
    expect((await run(['old', 'new'], {}, true)).errors).toEqual([]);
  });

  test('opens the newer version on a terminal, at what changed', async () => {
    const {code, out, opened} = await run(['old', 'new'], {}, true);
    expect({code, out}).toEqual({code: 0, out: ''});
    expect(opened).toEqual([
      {newest: ['new'], pane: 'changes', version: {path: 'old', chronology: older}},
    ]);
    const elsewhere = await run(['old', 'new'], {pane: 'figures'}, true);
    expect(elsewhere.opened).toMatchObject([{pane: 'figures'}]);
  });

  test('writes to a terminal too when a format is asked for', async () => {
    const {code, out, opened} = await run(['old', 'new'], {format: 'text'}, true);
    expect({code, opened}).toEqual({code: 1, opened: []});
    expect(out).toContain('~ one  One');
  });

  test('exits with 2 when the two cannot be compared', async () => {
    expect((await run(['old'])).code).toBe(2);
    expect((await run(['old', 'new', 'third'])).code).toBe(2);
    expect((await run(['old', 'missing'])).code).toBe(2);
    expect((await run(['-', '-'])).code).toBe(2);
    expect((await run(['old', 'new'], {format: 'xml'})).code).toBe(2);
  });
});
