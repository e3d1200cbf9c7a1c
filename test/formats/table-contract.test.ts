import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {isProblem, resolveWhen} from '../../source/core/time/resolve-when.js';
import {acledTable} from '../../source/formats/acled.js';
import {chronologyYaml} from '../../source/formats/chronology-file.js';
import type {FormatInput, ReadResult} from '../../source/formats/format.js';
import {gdeltTable} from '../../source/formats/gdelt.js';
import {icewsTable} from '../../source/formats/icews.js';
import {openTable, readTable} from '../../source/formats/read-table.js';
import {recognizeFormat} from '../../source/formats/recognize-format.js';
import {csvTable, jsonTable, ndjsonTable, tsvTable} from '../../source/formats/table.js';
import {isRefusal, type TableFormat} from '../../source/formats/table-format.js';
import {timemapTable} from '../../source/formats/timemap.js';
import {timesketchTable} from '../../source/formats/timesketch.js';
import {ucdpTable} from '../../source/formats/ucdp.js';
import * as fixtures from './table-fixtures.js';

const tables: readonly {
  readonly table: TableFormat;
  readonly text: string;
  readonly rows: number;
  readonly delimiter: string;
}[] = [
  {table: acledTable, text: fixtures.acledCurrent, rows: 3, delimiter: ','},
  {table: acledTable, text: fixtures.acledOld, rows: 2, delimiter: ','},
  {table: acledTable, text: fixtures.acledMonadic, rows: 3, delimiter: ','},
  {
    table: ucdpTable,
    text: [fixtures.UCDP_HEADER, ...fixtures.ucdpRows].join('\n'),
    rows: 2,
    delimiter: ',',
  },
  {table: ucdpTable, text: fixtures.ucdpRows.join('\n'), rows: 2, delimiter: ','},
  {table: gdeltTable, text: fixtures.gdelt1, rows: 2, delimiter: '\t'},
  {table: gdeltTable, text: fixtures.gdelt2, rows: 2, delimiter: '\t'},
  {table: icewsTable, text: fixtures.icewsRows, rows: 2, delimiter: '\t'},
  {table: timemapTable, text: fixtures.timemapRows, rows: 2, delimiter: ','},
  {table: timesketchTable, text: fixtures.timesketchRows, rows: 2, delimiter: ','},
  {table: csvTable, text: fixtures.plainRows, rows: 2, delimiter: ','},
  {table: tsvTable, text: fixtures.plainRows.replaceAll(',', '\t'), rows: 2, delimiter: '\t'},
  {
    table: jsonTable,
    text: '[{"date":"2020-01-02","title":"One"},{"date":"2021","title":"Two","more":{"x":1}}]',
    rows: 2,
    delimiter: '"',
  },
  {
    table: ndjsonTable,
    text: '{"date":"2020-01-02","title":"One"}\n{"date":"2021","title":"Two"}\n',
    rows: 2,
    delimiter: '"',
  },
];

const input = (text: string): FormatInput => ({name: 'upload', text});

/** The rows that a result accounts for: those a claim cites and those a loss refuses. */
function accountedRows(result: ReadResult): readonly number[] {
  const [dataset] = result.chronology.sources;
  const kept = result.chronology.claims.flatMap((claim) =>
    claim.citations
      .filter((citation) => citation.source === dataset?.id)
      .map((citation) => citation.paragraph ?? 0),
  );
  const refused = result.losses
    .filter((loss) => loss.what.startsWith('refused: '))
    .map((loss) => loss.row);
  expect(refused).toHaveLength(result.refused);
  return [...new Set([...kept, ...refused])].toSorted((one, other) => one - other);
}

const upTo = (count: number) => Array.from({length: count}, (_, index) => index + 1);

describe.each(tables)('$table.id', ({table, text, rows, delimiter}) => {
  test('is recognised from its content among all formats', async () => {
    const found = await recognizeFormat({name: '-', text, isWhole: true});
    expect(found?.format.id).toBe(table.id);
  });

  test('keeps every row of a sound file and gives a chronology that checks clean', async () => {
    const result = await readTable(table, input(text));
    expect([result.rows, result.refused]).toEqual([rows, 0]);
    expect(result.chronology.sides.length).toBeLessThanOrEqual(12);
    const yaml = await chronologyYaml.write?.(result.chronology);
    const back = await chronologyYaml.read?.(input(yaml?.text ?? ''));
    expect(back?.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    expect(back?.chronology.events.length).toBe(result.chronology.events.length);
  });

  test('says of a row alone what it says of it among all rows, in short and in full', async () => {
    const opened = openTable(table, input(text));
    if ('severity' in opened) throw new Error(opened.message);
    const {reader} = opened;
    const whole = await readTable(table, input(text));
    let number = 0;
    const ids = new Map<string, Set<string>>();
    await opened.eachRow(({cells}) => {
      number += 1;
      if (!cells) return;
      const full = reader.columns.map((_, index) => cells[index] ?? '');
      const record = reader.row(full, number);
      if (isRefusal(record)) throw new Error(record.refused.what);
      expect(reader.row(full, number)).toEqual(record);
      const key = reader.key?.(full);
      if (key !== undefined) ids.set(key, (ids.get(key) ?? new Set()).add(record.event.id));
      // Only all rows together tell which of several rows of an event one is.
      expect(whole.chronology.claims).toContainEqual({
        ...record.claims[0],
        id: expect.stringContaining(record.claims[0]?.id ?? ''),
      });
      const resolved = resolveWhen(record.event.when, reader.chronology.timezone);
      if (isProblem(resolved)) throw new Error(resolved.message);
      expect(reader.quick?.(full, number)).toEqual({
        edtf: record.event.when.edtf,
        start: resolved.start,
        end: resolved.end,
        side: record.event.side,
        title: record.event.title,
      });
      expect(reader.chronology.sides.map((side) => side.id)).toContain(record.event.side);
    });
    expect(number).toBe(rows);
    // A store finds the rows of an event by its id.
    for (const shared of ids.values()) expect(shared.size).toBe(1);
  });

  test('keeps or refuses each row, whatever happens to its cells', async () => {
    const pieces = [
      delimiter,
      '"',
      '\n',
      '\r\n',
      '\0',
      '',
      'NA',
      '=1+1',
      '\u202e',
      '__proto__',
      '{',
      '9',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            at: fc.double({min: 0, max: 1, noNaN: true}),
            length: fc.nat(30),
            piece: fc.constantFrom(...pieces),
            isCopy: fc.boolean(),
          }),
          {minLength: 1, maxLength: 4},
        ),
        async (cuts) => {
          let damaged = text;
          for (const {at, length, piece, isCopy} of cuts) {
            const from = Math.floor(at * damaged.length);
            const cut = damaged.slice(from, from + length);
            damaged =
              damaged.slice(0, from) +
              (isCopy ? cut + piece + cut : piece) +
              damaged.slice(from + length);
          }
          const result = await readTable(table, input(damaged));
          if (result.problems.some((problem) => problem.severity === 'error')) {
            expect(result.rows).toBe(0);
            return;
          }
          expect(accountedRows(result)).toEqual(upTo(result.rows));
        },
      ),
      {seed: 24_01_24, numRuns: 60},
    );
  });

  test('keeps or refuses each row when columns are dropped or doubled', async () => {
    if (delimiter === '"') return;
    const lines = text.split(/\r?\n/);
    const width = lines[0]?.split(delimiter).length ?? 1;
    await fc.assert(
      fc.asyncProperty(fc.nat(width - 1), fc.boolean(), async (column, isDropped) => {
        const changed = lines
          .map((line) => {
            const cells = line.split(delimiter);
            cells.splice(column, isDropped ? 1 : 0, ...(isDropped ? [] : [cells[column] ?? '']));
            return cells.join(delimiter);
          })
          .join('\n');
        const result = await readTable(table, input(changed));
        if (result.rows > 0) expect(accountedRows(result)).toEqual(upTo(result.rows));
        else expect(result.problems[0]?.severity).toBe('error');
      }),
      {seed: 24_01_24, numRuns: 20},
    );
  });
});
