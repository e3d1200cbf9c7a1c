import {chmod, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {editFile} from '../../source/commands/edit-file.js';

const FIRST = {event: 'first', row: undefined, options: {}};

const CALENDAR = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x'];
const ENTRY = ['BEGIN:VEVENT', 'DTSTART:20240101T090000Z', 'SUMMARY:One', 'END:VEVENT'];

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edit-'));
  for (const name of ['editor', 'code', 'hx']) {
    await writeFile(at(name), `#!/bin/sh\nprintf '%s\\n' "$@" > '${at('arguments')}'\n`);
    await chmod(at(name), 0o755);
  }
  await writeFile(
    at('a.yaml'),
    'chronology: 1\nevents:\n  - id: first\n    title: id of second\n  - title: x\n    id: "second"\n',
  );
  await writeFile(at('b.json'), '{"events": [\n{"id": "third"},\n{"title": "x", "id": "a.b"}]}\n');
});
afterAll(async () => {
  await rm(folder, {recursive: true, force: true});
});

async function argumentsFor(event: string, editor: string): Promise<readonly string[]> {
  await rm(at('arguments'), {force: true});
  const files = [at('a.yaml'), at('b.json')];
  expect(
    await editFile(files, {event, row: undefined, options: {}}, {VISUAL: editor, EDITOR: 'false'}),
  ).toBeUndefined();
  return (await readFile(at('arguments'), 'utf8')).trim().split('\n');
}

describe('the editor', () => {
  test('opens the file that has the event, at its line', async () => {
    expect(await argumentsFor('first', at('editor'))).toEqual(['+3', at('a.yaml')]);
    expect(await argumentsFor('second', at('editor'))).toEqual(['+6', at('a.yaml')]);
    expect(await argumentsFor('third', at('editor'))).toEqual(['+2', at('b.json')]);
    expect(await argumentsFor('a.b', at('editor'))).toEqual(['+3', at('b.json')]);
  });

  test('opens the first file at its beginning for an event that is in none', async () => {
    expect(await argumentsFor('seco', at('editor'))).toEqual(['+1', at('a.yaml')]);
    expect(await argumentsFor('', at('editor'))).toEqual(['+1', at('a.yaml')]);
    expect(await argumentsFor('a+b(', at('editor'))).toEqual(['+1', at('a.yaml')]);
  });

  test('opens an imported file at the row that the event is from', async () => {
    const rows = ['Notes', '', 'date,title', '2024-01-01,"one', 'more"', '', '2024-01-02,two', ''];
    await writeFile(at('t.csv'), rows.join('\n'));
    await writeFile(at('u.csv'), 'date,title\n2023-01-01,other\n2023-01-02,others\n');
    const lineOf = async (files: readonly string[], event: string, row: number) => {
      await rm(at('arguments'), {force: true});
      await editFile(files.map(at), {event, row, options: {}}, {VISUAL: at('editor')});
      return (await readFile(at('arguments'), 'utf8')).trim().split('\n');
    };
    expect(await lineOf(['t.csv'], '2024-01-01-one', 1)).toEqual(['+4', at('t.csv')]);
    expect(await lineOf(['t.csv'], '2024-01-02-two', 2)).toEqual(['+7', at('t.csv')]);
    expect(await lineOf(['u.csv', 't.csv'], '2024-01-02-two', 2)).toEqual(['+7', at('t.csv')]);
    expect(await lineOf(['t.csv'], '2024-01-09-nine', 9)).toEqual(['+1', at('t.csv')]);
    await writeFile(
      at('c.ics'),
      [...CALENDAR, ...ENTRY, ...ENTRY, 'END:VCALENDAR', ''].join('\r\n'),
    );
    expect(await lineOf(['c.ics'], 'entry-2', 2)).toEqual(['+8', at('c.ics')]);
    await writeFile(
      at('n.mw'),
      'title: Notes\n\n# North\n2024-01-01: one\nand more\n\n2024-01-02: two\n',
    );
    expect(await lineOf(['n.mw'], 'two', 2)).toEqual(['+7', at('n.mw')]);
  });

  test('opens JSON of any kind at the object that the event is from', async () => {
    const start = {year: '2024'};
    const slide = (headline: string) => ({start_date: start, text: {headline}});
    const point = {type: 'Point', coordinates: [1, 2]};
    const feature = (title: string) => ({
      type: 'Feature',
      geometry: point,
      properties: {date: '2024-01-01', title, more: [{title: 'x'}]},
    });
    const row = (title: string) => ({date: '2024-01-01', title, text: 'a "{" b'});
    const files = {
      'slides.json': {title: slide('T'), events: [slide('A'), slide('B')], eras: [slide('C')]},
      'old.json': {timeline: {date: [{startDate: '2024'}, {startDate: '2025', headline: 'B'}]}},
      'points.geojson': {type: 'FeatureCollection', features: [feature('A'), feature('B')]},
      'rows.json': {meta: {a: [1]}, data: [row('A'), row('B'), row('C')]},
    };
    const lineOf = async (name: keyof typeof files, number: number) => {
      const text = JSON.stringify(files[name], undefined, 2);
      await writeFile(at(name), text);
      await rm(at('arguments'), {force: true});
      const wanted = {event: 'nowhere', row: number, options: {}};
      expect(await editFile([at(name)], wanted, {VISUAL: at('editor')})).toBeUndefined();
      const line = Number((await readFile(at('arguments'), 'utf8')).split('\n')[0]);
      return text
        .split('\n')
        .slice(line - 1, line + 8)
        .join('');
    };
    expect(await lineOf('slides.json', 2)).toMatch(/^ {4}\{.*"B"/u);
    expect(await lineOf('slides.json', 3)).toMatch(/^ {4}\{.*"C"/u);
    expect(await lineOf('old.json', 2)).toMatch(/^ {6}\{.*"B"/u);
    expect(await lineOf('points.geojson', 2)).toMatch(/^ {4}\{ {6}"type": "Feature"/u);
    expect(await lineOf('rows.json', 3)).toMatch(/^ {4}\{.*"C"/u);
  });

  test('is not shown a file that is packed', async () => {
    await writeFile(at('p.csv.gz'), gzipSync('date,title\n2024-01-01,A\n'));
    await rm(at('arguments'), {force: true});
    const wanted = {event: '2024-01-01-a', row: 1, options: {}};
    expect(await editFile([at('p.csv.gz')], wanted, {VISUAL: at('editor')})).toBe(
      'p.csv.gz is packed: unpack it with gunzip, and open that',
    );
    await expect(readFile(at('arguments'))).rejects.toThrow('ENOENT');
  });

  test('keeps its own flags, and is told the line in its own way', async () => {
    expect(await argumentsFor('second', `${at('editor')} -n --wait`)).toEqual([
      '-n',
      '--wait',
      '+6',
      at('a.yaml'),
    ]);
    expect(await argumentsFor('second', at('code'))).toEqual([
      '--wait',
      '--goto',
      `${at('a.yaml')}:6`,
    ]);
    expect(await argumentsFor('second', at('hx'))).toEqual([`${at('a.yaml')}:6`]);
  });

  test('is EDITOR where VISUAL is unset or empty', async () => {
    await rm(at('arguments'), {force: true});
    const wrong = await editFile([at('a.yaml')], FIRST, {VISUAL: '', EDITOR: at('editor')});
    expect(wrong).toBeUndefined();
    expect(await readFile(at('arguments'), 'utf8')).toContain('a.yaml');
  });

  test('never goes through a shell', async () => {
    const wrong = await editFile([at('a.yaml')], FIRST, {
      VISUAL: `${at('editor')};touch ${at('touched')}`,
    });
    expect(wrong).toContain('did not start');
    await expect(readFile(at('touched'))).rejects.toThrow('ENOENT');
  });

  test('that is not there or fails is told in a sentence', async () => {
    expect(await editFile([at('a.yaml')], FIRST, {VISUAL: at('none')})).toMatch(
      /^The editor did not start: there is no such program: set VISUAL or EDITOR, now .*none$/u,
    );
    expect(await editFile([at('a.yaml')], FIRST, {VISUAL: 'false'})).toBe(
      'The editor ended with status 1',
    );
    expect(await editFile([], FIRST, {VISUAL: at('editor')})).toBe('There is no file to edit');
  });
});
