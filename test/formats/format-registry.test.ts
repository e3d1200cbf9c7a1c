import {describe, expect, test} from 'vitest';
import {findFormat, formatRegistry} from '../../source/formats/format-registry.js';
import {findReader, recognizeFormat} from '../../source/formats/recognize-format.js';

describe('the format registry', () => {
  test('names every format once and as the loaded format names itself', async () => {
    const ids = formatRegistry.map((entry) => entry.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of formatRegistry) {
      const format = await entry.load();
      expect(format.id).toBe(entry.id);
      expect(findFormat(entry.id)).toBe(entry);
      expect(format.read ?? format.write).toBeDefined();
      expect(entry.exportId !== undefined, entry.id).toBe(format.write !== undefined);
      if (format.read) expect(format.detect).toBeDefined();
      const table = await entry.loadTable?.();
      expect([undefined, entry.id]).toContain(table?.id);
    }
  });

  test('takes no format for certain of nothing', async () => {
    for (const text of ['', '\n\n', 'The quick brown fox jumps over the lazy dog.\n']) {
      const found = await recognizeFormat({name: '-', text, isWhole: true});
      expect(found?.sureness ?? 0).toBeLessThan(0.5);
    }
  });

  test('goes by the content when the name says otherwise', async () => {
    const text = 'event_date,event_type,fatalities\n2020-01-01,Riots,0\n';
    for (const name of ['a.csv', 'a.json', 'a.ics', 'a.yaml', 'a.mw']) {
      const found = await recognizeFormat({name, text, isWhole: true});
      expect(found?.format.id).toBe('acled');
    }
  });

  test('loads nothing more once a format is certain', async () => {
    const loaded: string[] = [];
    const registry = formatRegistry.map((entry) => ({
      ...entry,
      load: () => {
        loaded.push(entry.id);
        return entry.load();
      },
    }));
    const text = 'chronology: 1\ntitle: A\ntimezone: UTC\n';
    const found = await recognizeFormat({name: '-', text, isWhole: true}, registry);
    expect([found?.format.id, loaded]).toEqual(['yaml', ['yaml']]);
  });

  test('goes by the name between equals', async () => {
    const entry = (id: string, ending: string) => ({
      id,
      name: id,
      endings: [ending],
      load: async () => ({
        id,
        name: id,
        detect: () => 0.5,
        read: async () => {
          throw new Error('not read here');
        },
      }),
    });
    const two = [entry('one', '.one'), entry('two', '.two')];
    const head = {text: 'x', isWhole: true};
    expect((await recognizeFormat({...head, name: 'f.TWO.gz'}, two))?.format.id).toBe('two');
    expect((await recognizeFormat({...head, name: '-'}, two))?.format.id).toBe('one');
  });

  test('takes a file for a plain table when its columns are named by hand', async () => {
    const text = 'when,what\n2024-01-01 10:00,A\nspring,B\n';
    const head = {name: 'a.mw', text, isWhole: true};
    expect(await findReader(head, {date: 'when'})).toMatchObject({id: 'csv'});
  });

  test('names a format that is only written, and says so', async () => {
    for (const [text, name] of [
      ['<!doctype html>\n<html><body>2024-01-24: strikes</body></html>\n', 'HTML page'],
      ['# Strikes\n\nWhat happened, in order.\n', 'Markdown'],
      [
        '{"@context": {"prov": "http://www.w3.org/ns/prov#"}, "@graph": [{"@id": "a"}]}',
        'W3C PROV (JSON-LD)',
      ],
    ] as const) {
      expect(await findReader({name: '-', text, isWhole: true})).toMatchObject({
        severity: 'error',
        message: `it seems to be of the format ${name}, which ticktock writes and does not read`,
      });
    }
    expect(await findReader({name: '-', text: 'nothing', isWhole: true})).toMatchObject({
      message: 'not a format ticktock knows',
    });
  });
});
