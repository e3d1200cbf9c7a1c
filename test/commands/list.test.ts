import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {obeyed} from '../helpers/fake-io.js';

describe('list', () => {
  test('has a line for each event, with its id first', async () => {
    const {status, out} = await obeyed(['list']);
    const words = out
      .trimEnd()
      .split('\n')
      .map((row) => row.split(' ')[0]);
    expect(status).toBe(0);
    expect(words.toSorted()).toEqual(bundled.events.map(({id}) => id).toSorted());
  });

  test('has its columns under each other, the longest date among them', async () => {
    const rows = (await obeyed(['list'])).out.trimEnd().split('\n');
    const lanes = bundled.sides.map(({name}) => name).join('|');
    const at = rows.map((row) =>
      row.search(new RegExp(`  (?:${lanes.replaceAll('.', '\\.')})  `, 'u')),
    );
    expect(new Set(at).size).toBe(1);
    expect(at[0]).toBeGreaterThan(40);
  });

  test('says in which part of a day an event was', async () => {
    const {out} = await obeyed(['list', '--query', 'id:strikes']);
    expect(out).toContain('24 Jan 2024, pre-dawn (inferred)');
  });

  test('takes two lines an event on a terminal that is too narrow for one', async () => {
    const {out} = await obeyed(['list'], {isStdoutTerminal: true, columns: 80});
    const rows = out.trimEnd().split('\n');
    expect(rows).toHaveLength(bundled.events.length * 2);
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(80);
    const wide = await obeyed(['list'], {isStdoutTerminal: true, columns: 160});
    expect(wide.out).toBe((await obeyed(['list'])).out);
  });

  test('says that nothing matches', async () => {
    const {status, out, errors} = await obeyed(['list', '--query', 'actor:nobody']);
    expect({status, out, errors}).toEqual({
      status: 0,
      out: '',
      errors: ['ticktock list: nothing matches actor:nobody: leave a term out'],
    });
  });

  test('keeps to a query, in every format', async () => {
    const text = await obeyed(['list', '--query', 'is:contested']);
    const json = await obeyed(['list', '--query', 'is:contested', '--format', 'json']);
    const events = (JSON.parse(json.out) as {readonly events: readonly unknown[]}).events;
    expect(events).toHaveLength(text.out.trimEnd().split('\n').length);
    for (const row of text.out.trimEnd().split('\n')) expect(row).toContain('[accounts differ]');
  });

  test('reads a file as import does when columns are named', async () => {
    const notes = '2024-01-01: a, 2024-02-05\n2024-01-02: b, 2024-02-06\n2024-01-03: c\n';
    const stdin = async () => Buffer.from(notes);
    expect((await obeyed(['list', '-'], {stdin})).out).toContain('1 Jan 2024');
    const map = ['-', '--map', 'title=1,date=2'];
    const listed = await obeyed(['list', ...map], {stdin});
    expect(listed.out).toContain('5 Feb 2024');
    expect((await obeyed(['import', ...map], {stdin})).out).toContain('2024-02-05');
  });

  test('tells what is wrong with a query, a zone or a format, and exits with 2', async () => {
    for (const words of [
      ['--query', 'nosuchfield:x'],
      ['--zone', 'Mars/Olympus'],
      ['--format', 'pdf'],
      ['--map', 'x'],
    ]) {
      const {status, out, errors} = await obeyed(['list', ...words]);
      expect({status, out, lines: errors.length}).toEqual({status: 2, out: '', lines: 1});
    }
  });

  test('reads the columns that are named, whatever the file looks like', async () => {
    const text = 'date,title\nspring 2024,B\nunknown,C\n2024-01-01 10:00,N\n';
    const {out} = await obeyed(['list', '-', '--map', 'date=date,title=title'], {
      stdin: async () => Buffer.from(text),
    });
    expect(out).toMatch(/ N\n$/);
  });

  test('says in one line which rows of a file it does not show', async () => {
    const text = 'date,title,end\n2024-01-01,A,soon\nnonsense,B,\n';
    for (const words of [
      ['list'],
      ['list', '--format', 'csv'],
      ['export', '--format', 'csv'],
      [],
    ]) {
      const verb = words.length === 0 ? ['-', '--plain'] : [...words, '-'];
      const {status, errors} = await obeyed(verb, {stdin: async () => Buffer.from(text)});
      expect(status).toBe(0);
      expect(errors.filter((line) => line.startsWith('-: '))).toEqual([
        '-: 1 of 2 rows refused, 2 losses: `ticktock import` lists them',
      ]);
    }
  });

  test('exits with 1 where every row of a file was refused', async () => {
    const stdin = async () => Buffer.from('date,title\nfoo,A\nbar,B\n');
    for (const words of [['list'], ['export', '--format', 'csv']]) {
      const {status, out, errors} = await obeyed([...words, '-', '--map', 'date=date'], {stdin});
      expect({status, out}).toEqual({status: 1, out: ''});
      expect(errors).toEqual([
        '-: 2 of 2 rows refused, 2 losses: `ticktock import` lists them',
        `ticktock ${words[0]}: there are no events, because every row was refused`,
      ]);
    }
  });

  test('says what a file looks like that is not of the format it is said to be', async () => {
    const look = async (format: string, text: string) => {
      const stdin = async () => Buffer.from(text);
      const {status, out, errors} = await obeyed(['list', '-', '--from', format], {stdin});
      expect({status, out, lines: errors.length}).toEqual({status: 1, out: '', lines: 1});
      return errors[0];
    };
    const commas = 'date,title\n2024-01-01,A\n2024-01-02,B\n';
    for (const format of ['json', 'ndjson', 'geojson', 'tsv']) {
      expect(await look(format, commas)).toMatch(/it looks like a table cut by ",".*--from csv/);
    }
    expect(await look('csv', commas.replaceAll(',', '\t'))).toContain('--from tsv');
    expect(await look('csv', '[{"date":"2024-01-01","title":"A"}]')).toContain('--from json');
  });

  test('without a file says that what is piped in is not read', async () => {
    const hint = ['ticktock: standard input is not read: add - to open what is piped in'];
    for (const words of [['list'], []]) {
      expect((await obeyed(words, {hasUnreadInput: () => true})).errors).toEqual(hint);
      expect((await obeyed(words, {hasUnreadInput: () => false})).errors).toEqual([]);
    }
    const stdin = async () => Buffer.from('date,title\n2024-01-01,A\n');
    expect((await obeyed(['list', '-'], {stdin, hasUnreadInput: () => true})).errors).toEqual([]);
  });

  test('says on standard error where letters may be wrong', async () => {
    const bytes = Buffer.concat([
      Buffer.from('date,title\n2024-01-01,Ky\u00efv '),
      Buffer.from([0xd0]),
    ]);
    const {out, errors} = await obeyed(['list', '-'], {stdin: async () => bytes});
    expect(out).toContain('Ky\u00efv \ufffd');
    expect(errors.join()).toContain('1 byte is not UTF-8');
  });
});
