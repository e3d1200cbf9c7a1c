import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import type {Io} from '../../source/commands/command.js';
import {createImportCommand} from '../../source/commands/import.js';
import {readChronology} from '../../source/formats/chronology-reader.js';
import {findFormat} from '../../source/formats/format-registry.js';
import {acledMonadic, gdelt2, plainRows} from '../formats/table-fixtures.js';

/** Run `import` over a text as if it were a file. */
async function run(
  text: string,
  flags: Record<string, string | string[]> = {},
  path = 'in/upload',
) {
  const out: string[] = [];
  const errors: string[] = [];
  const written = new Map<string, string>();
  const io: Io = {
    out: async (chunk) => {
      out.push(chunk);
    },
    error: (line) => errors.push(line),
    stdin: async () => new Uint8Array(),
    isStdoutTerminal: false,
    isStdinTerminal: false,
    columns: 80,
    env: {},
    now: () => 0,
  };
  const command = createImportCommand({
    readFile: async (name) => ({ok: true, name, text, problems: [], losses: []}),
    writeNewFile: async (name, content) => {
      if (name === 'full') return 'the disk is full: make room first';
      written.set(name, content);
      return undefined;
    },
  });
  const exitCode = await command.run({input: path === '' ? [] : [path], flags, io});
  return {exitCode, out: out.join(''), errors, written};
}

describe('ticktock import', () => {
  test('prints the chronology as YAML and the account of losses on standard error', async () => {
    const {exitCode, out, errors} = await run(acledMonadic);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^chronology: 1$/m);
    expect(out).toContain('acled-xan201');
    expect(errors).toEqual([
      'format   ACLED export (acled)',
      'rows     3 = 3 kept + 0 refused',
      'events   2',
      'first    2023-04-05',
      'last     2023-04-06',
      'losses   none',
    ]);
  });

  test('tells losses with the values and the line of the first', async () => {
    const text = 'date,title\nnever,A\n2024-01-01,B\n"so\non",C\nnever,D\n';
    const {errors} = await run(text, {map: ['date=date']}, 'notes.csv');
    expect(errors.filter((line) => line.startsWith('  '))).toEqual([
      '  date: refused: not a date: "never", "so on" · 3 × · row 1, 3, 4 · notes.csv:2',
    ]);
  });

  test('says in words which of two rows of one event is not kept', async () => {
    const rows = [
      'event_id_cnty,event_date,event_type,sub_event_type,actor1,fatalities,country',
      'XAN1,5 April 2023,Battles,Armed clash,A,2,Xanadu',
      'XAN1,6 April 2023,Riots,Mob violence,B,5,Xanadu',
    ].join('\n');
    const {errors} = await run(rows, {from: 'acled'});
    const told = errors.join('\n');
    expect(told).toContain('"6 April 2023 (2023-04-06)"');
    expect(told).toContain('"Riots, Mob violence"');
    expect(told).toContain('"5 killed"');
    expect(told).not.toContain('{');
  });

  test('takes a file in which nothing is written yet for empty, not for wrong', async () => {
    const notes = '---\ntitle: A new chronology\n---\n';
    expect(await run(notes, {}, 'notes.mw')).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('title: A new chronology'),
    });
    const report = await run(notes, {report: 'json'}, 'notes.mw');
    expect(report.exitCode).toBe(0);
    expect(JSON.parse(report.out)).toMatchObject({rows: 0, refused: 0, events: 0, losses: []});
  });

  test('prints only the figures as JSON when asked to', async () => {
    const {exitCode, out, errors} = await run(`${acledMonadic}\nXAN203,never,Riots,,,,,,,,`, {
      report: 'json',
    });
    expect([exitCode, errors]).toEqual([0, []]);
    expect(JSON.parse(out)).toEqual({
      format: 'acled',
      rows: 4,
      events: 2,
      refused: 1,
      first: '2023-04-05',
      last: '2023-04-06',
      losses: [{row: 4, field: 'event_date', what: 'refused: not a date: "never"'}],
    });
  });

  test('tells the first and the last day of intervals', async () => {
    const table = 'date,end,title\n2020-03-05,2020-03-07,A\n2020-03-06,2020-05-01,B\n2020-04-01,,C';
    const {out} = await run(table, {report: 'json'});
    expect(JSON.parse(out)).toMatchObject({format: 'csv', first: '2020-03-05', last: '2020-05-01'});
  });

  test('tells the first and the last day on which a moment may have been', async () => {
    const table = 'date,title\n[2020-03-05..2020-03-09],A\n"[2020-02-01,2020-04-02]",B\n';
    const {out} = await run(table, {report: 'json'});
    expect(JSON.parse(out)).toMatchObject({first: '2020-02-01', last: '2020-04-02'});
  });

  test('writes to a file and says when it cannot', async () => {
    const {written, out} = await run(gdelt2, {output: 'out.yaml'});
    expect(out).toBe('');
    expect(written.get('out.yaml')).toContain('cameo: "1823"');
    const full = await run(gdelt2, {output: 'full'});
    expect(full.exitCode).toBe(1);
    expect(full.errors.at(-1)).toBe('full: the disk is full: make room first');
  });

  test('shows which columns it guessed and takes what it is told', async () => {
    const guessed = await run(plainRows);
    expect(guessed.errors[0]).toContain('date from "When", title from "What"');
    const told = await run('a,b,c\nx,2020-01-01,2021-01-01\n', {
      map: ['date=c,title=a'],
      report: 'json',
    });
    expect(JSON.parse(told.out)).toMatchObject({format: 'csv', events: 1, first: '2021-01-01'});
  });

  test('names the columns when it is told of one that is not there', async () => {
    const {exitCode, errors} = await run(plainRows, {map: ['date=Wenn']});
    expect(exitCode).toBe(1);
    expect(errors).toEqual([
      'in/upload: no column "Wenn": the columns are "When", "What", "Until", "Where", "Group", "Link", "Who"',
    ]);
    const near = await run(plainRows, {map: ['date=Whn']});
    expect(near.errors[0]).toContain('did you mean "When"?');
  });

  test('takes a file for what it is said to be', async () => {
    const {out} = await run(acledMonadic, {from: 'csv', report: 'json'});
    expect(JSON.parse(out)).toMatchObject({format: 'csv', rows: 3});
  });

  test('points to losses only where there are any', async () => {
    const {exitCode, errors} = await run(
      '{"record":"chronology","chronology":1,"title":"A","timezone":"UTC"}\n',
    );
    expect(exitCode).toBe(1);
    expect(errors).toContain('losses   none');
    expect(errors.at(-1)).toContain('it holds no events');
    expect(errors.join(' ')).not.toContain('losses above');
  });

  test('takes what export writes as NDJSON for that, without being told', async () => {
    const format = await findFormat('ndjson')?.load();
    const {exitCode, errors, out} = await run((await format?.write?.(bundled))?.text ?? '');
    expect([exitCode, errors[0]]).toEqual([0, 'format   NDJSON (ndjson)']);
    expect(readChronology('out.yaml', out).chronology).toEqual(bundled);
  });

  test('calls a JSON array of other things what it is', async () => {
    const {errors, out, exitCode} = await run(
      '[{"input":"1985-04-12","valid":true},{"input":"2016-05-02T12:00:00-13:00","valid":true}]',
    );
    expect(exitCode).toBe(0);
    expect(errors).toContain('format   JSON rows (json)');
    expect(errors).toContain('rows     2 = 1 kept + 1 refused');
    expect(out).not.toMatch(/title: "?true/);
    expect(readChronology('out.yaml', out).problems).toEqual([]);
  });

  test('fails when no row gives an event', async () => {
    const {exitCode, errors} = await run('event_date,event_type\nnever,Riots\n');
    expect(exitCode).toBe(1);
    expect(errors.at(-1)).toContain('nothing in it gave an event');
    const report = await run('event_date,event_type\nnever,Riots\n', {report: 'json'});
    expect(report.exitCode).toBe(1);
    expect(JSON.parse(report.out)).toMatchObject({rows: 1, refused: 1, first: null, last: null});
  });

  test('reads standard input', async () => {
    const {out} = await run(acledMonadic, {}, '-');
    expect(out).toContain('title: standard input');
  });

  test('shows at most twenty problems of a file', async () => {
    const broken = Array.from({length: 40}, (_, index) => `  - {id: a${index}, nonsense: 1}`);
    const {errors, exitCode} = await run(`chronology: 1\nevents:\n${broken.join('\n')}\n`);
    expect(exitCode).toBe(1);
    expect(errors.filter((line) => line.startsWith('in/upload'))).toHaveLength(20);
    expect(errors.join('\n')).toMatch(/and \d+ more problems/);
  });

  test('fails on a file that is of no known format', async () => {
    const {exitCode, errors} = await run('The quick brown fox.\n');
    expect(exitCode).toBe(1);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('not a format ticktock knows: say which it is with --from');
  });

  test.each([
    ['no file', {}, ''],
    ['an unknown format', {from: 'word'}, 'x'],
    ['a map without a column', {map: ['date']}, 'x'],
    ['a map with two columns for one field', {map: ['date=a', 'date=b']}, 'x'],
    ['an unknown report', {report: 'xml'}, 'x'],
  ])('says that the command line is wrong: %s', async (_, flags, path) => {
    const {exitCode, errors} = await run('', flags, path);
    expect(exitCode).toBe(2);
    expect(errors).toHaveLength(1);
  });
});
