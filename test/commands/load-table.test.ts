import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import fc from 'fast-check';
import {afterAll, describe, expect, test} from 'vitest';
import {finishLoading} from '../../source/commands/open-large.js';
import {loadTable, type LargeTable} from '../../source/commands/load-table.js';
import type {EventStore, EventView} from '../../source/core/events/event-store.js';
import type {FacetCounts} from '../../source/core/query/facet-counts.js';
import {acled} from '../../source/formats/acled.js';
import {createMemoryStore} from '../../source/stores/memory-store.js';

const folder = mkdtempSync(join(tmpdir(), 'ticktock-table-'));
const path = join(folder, 'events.csv');
afterAll(() => {
  rmSync(folder, {recursive: true});
});

const HEADER =
  'event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,actor2,country,location,latitude,longitude,source,notes,fatalities,tags,region,iso';

const cell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Rows as ACLED has them, some with faults, some events on two rows. */
const anyRow = fc
  .tuple(
    fc.constantFrom('IRQ1', 'IRQ2', 'IRQ3', 'IRQ4', 'irq2', 'SYR9', 'SYR10', ''),
    fc.constantFrom('2024-01-24', '2023-10-17', '05 April 2023', '2024-02-30', '', '31-12-19'),
    fc.constantFrom('1', '2', '3', 'x'),
    fc.constantFrom('Battles', 'Protests', 'Riots', 'Explosions/Remote violence', ''),
    fc.constantFrom('Armed clash', 'Air/drone strike', 'Attack', ''),
    fc.constantFrom('Kataib Hezbollah', 'Military Forces of Iraq (2021-)', 'Civilians', ''),
    fc.constantFrom('Students; Women', 'Civilians', ''),
    fc.constantFrom('Al-Qaim', 'Jurf al-Sakhr', 'القائم', ''),
    fc.constantFrom('34.37', '99', ''),
    fc.constantFrom('Reuters; Shafaq News', 'Reuters', ''),
    fc.constantFrom(
      'On 24 January, drones struck. No fatalities.',
      'He said "stop";\nthen U.S. forces left',
      "The people's forces",
      'A general said no forces left; the al forces came',
      '',
    ),
    fc.constantFrom('0', '3', '12', 'many', ''),
    fc.constantFrom('crowd size=no report', 'women; local', ''),
    fc.constantFrom('368', ''),
  )
  .map(
    ([id, date, level, type, sub, first, with1, place, latitude, source, notes, dead, tags, iso]) =>
      [
        ...[id, date, date.slice(0, 4), level, type, sub, first, with1, 'Civilians', 'Iraq'],
        ...[place, latitude, '41.09', source, notes, dead, tags, 'Middle East', iso],
      ]
        .map(cell)
        .join(','),
  );

const BROKEN = ['IRQ7,"2024-01-01,a', 'short,2024-01-02', '"a""b', ',1'.repeat(25)];

const QUERIES = [
  ...[
    '',
    'drone',
    'a',
    'no fatalities',
    '"no fatalities"',
    '"armed clash"',
    '"clash armed"',
    '"left no"',
    '"l forces"',
    'us',
    'qaim',
    'region',
    '·',
    'clash,',
    '"clash, al"',
  ],
  ...['actor:kataib', 'actor:civilians,students', 'side:battles', 'kind:attack', 'place:qaim'],
  ...['source:reuters', 'tag:women', 'deaths:>2', 'is:inferred', 'is:uncertain', '-is:contested'],
  ...['after:2024', 'before:2024', 'on:2023-10', 'id:acled-irq2', 'said:stop', 'by:civilians'],
  ...['(drone OR qaim) -kind:attack', 'actor:al', 'cameo:19', 'side:none drone', 'zzz after:2024'],
];

/** Values of one count and name stand in no order of their own. */
function tiesSorted(counts: FacetCounts): unknown {
  return Object.entries(counts).map(([field, values]) => [
    field,
    values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    values.map(({count, label}) => [count, label]),
  ]);
}

async function tableOf(text: string): Promise<LargeTable> {
  writeFileSync(path, text);
  const table = await loadTable(path, {from: 'acled', leastBytes: 0, firstMs: 0});
  if (table === undefined) throw new Error('not taken for a table');
  await finishLoading(table);
  return table;
}

async function bothOf(text: string) {
  const table = await tableOf(text);
  const result = await acled.read?.({name: basename(path), text});
  if (result === undefined) throw new Error('no reader');
  return {table, result, large: table.store, small: createMemoryStore(result.chronology)};
}

function viewOf(store: EventStore, query: string): EventView {
  const view = store.view(query);
  if ('message' in view) throw new Error(view.message);
  return view;
}

describe('a table read row by row', () => {
  test('begins below what stands above its header', async () => {
    const rows = ['event_id_cnty;event_date;event_type', 'IRQ1;2024-01-24;Battles', ''];
    for (const above of ['sep=;\r\n', 'Événements de 2024;;\n\n']) {
      const {table, result, large} = await bothOf(above + rows.join('\n'));
      expect(table.rows()).toEqual({rows: 1, refused: 0});
      expect(result.rows).toBe(1);
      expect(large.event('acled-irq1')?.title).toBe('Battles');
    }
  });

  test('tells rows apart that have no id, as the same file does when it is read whole', async () => {
    const rows = ['event_date,event_type', ...Array.from({length: 5}, () => '2024-01-24,Battles')];
    const {result, large} = await bothOf(rows.join('\n'));
    const ids = result.chronology.events.map(({id}) => id);
    expect(ids.slice(0, 3)).toEqual([
      '2024-01-24-battles',
      '2024-01-24-battles-2',
      '2024-01-24-battles-3',
    ]);
    expect(
      viewOf(large, '')
        .rows(0, 9)
        .map(({id}) => id),
    ).toEqual(ids);
    expect(ids.map((id) => large.event(id)?.id)).toEqual(ids);
  });

  test('answers as the same file does when it is read whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({weight: 12, arbitrary: anyRow}, fc.constantFrom(...BROKEN)), {
          minLength: 1,
          maxLength: 25,
        }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (some, lineEnd, isAlone) => {
          // Rows that share no event are taken apart, the others are joined.
          const rows = isAlone
            ? some.map((row, index) => row.replace(/^\w+,/, `E${index},`))
            : some;
          const {table, result, large, small} = await bothOf([HEADER, ...rows, ''].join(lineEnd));
          expect(table.rows()).toEqual({rows: result.rows, refused: result.refused});
          expect({...large.chronology}).toEqual({...small.chronology});
          for (const query of QUERIES) {
            const [found, expected] = [viewOf(large, query), viewOf(small, query)];
            expect(found.rows(0, 99), query).toEqual(expected.rows(0, 99));
            expect(found.count).toBe(expected.count);
            expect(found.extent).toEqual(expected.extent);
            expect(found.lanes).toEqual(expected.lanes);
            expect(tiesSorted(large.facets(query)), query).toEqual(tiesSorted(small.facets(query)));
            if (query !== '') expect(large.widen(query)).toEqual(small.widen(query));
            const edges = Float64Array.from([1.6e12, 1.69e12, 1.7e12, 1.71e12]);
            expect(found.countByColumn(edges)).toEqual(expected.countByColumn(edges));
            expect(found.firstFrom(1.7e12)).toBe(expected.firstFrom(1.7e12));
          }
          for (const event of result.chronology.events) {
            const {id} = event;
            expect(large.event(id)).toEqual(small.event(id));
            expect(large.claimsAbout(id)).toEqual(small.claimsAbout(id));
            expect(large.accountsOf(id)).toEqual(small.accountsOf(id));
            expect(viewOf(large, '').positionOf(id)).toBe(viewOf(small, '').positionOf(id));
          }
          for (const claim of result.chronology.claims) {
            expect(large.claim(claim.id)).toEqual(small.claim(claim.id));
          }
          for (const {id} of result.chronology.actors) {
            expect([...large.eventsWithActor(id)]).toEqual(small.eventsWithActor(id));
          }
          for (const {id} of result.chronology.places) {
            expect([...large.eventsAtPlace(id)]).toEqual(small.eventsAtPlace(id));
          }
          for (const {id} of result.chronology.sources) {
            expect(large.claimsCiting(id)).toEqual(small.claimsCiting(id));
            expect(large.claimsCiting(id, 2)).toEqual(small.claimsCiting(id, 2));
          }
        },
      ),
      {numRuns: 20, seed: 20240124},
    );
  });

  test('shows what there is while it is read, and says how much that is', async () => {
    const rows = Array.from(
      {length: 3000},
      (_, index) => `IRQ${index},2024-01-24,2024,1,Battles,Attack,,,,Iraq,Baghdad,,,,,0,,,`,
    );
    writeFileSync(path, [HEADER, ...rows].join('\n'));
    const table = await loadTable(path, {from: 'acled', leastBytes: 0, firstMs: 0});
    const first = viewOf(table?.store as EventStore, '').count;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(3000);
    expect(table?.store.loading?.done).toBe(first);
    const revision = table?.store.revision ?? 0;
    if (table !== undefined) await finishLoading(table);
    expect(table?.store.loading).toBeUndefined();
    expect(table?.store.revision).toBeGreaterThan(revision);
    expect(viewOf(table?.store as EventStore, '').count).toBe(3000);
  });

  test('counts losses of one sort together', async () => {
    const row = 'IRQ0,2024-01-24,2024,1,Battles,Attack,,,,Iraq,Baghdad,,,,,';
    const rows = Array.from(
      {length: 40},
      (_, index) => `${row.replace('0', `${index}`)}x${index},,,`,
    );
    const {store} = await tableOf([HEADER, ...rows].join('\n'));
    expect(store.problems).toEqual([]);
    const [figures] = store.imports ?? [];
    expect(figures).toMatchObject({format: 'ACLED export', rows: 40, refused: 0, events: 40});
    expect(figures?.losses).toMatchObject([
      {field: 'fatalities', what: 'not a count, kept as words', total: 40},
    ]);
    expect(figures?.losses[0]?.samples.slice(0, 2)).toEqual([
      {row: 1, what: 'not a count, kept as words: "x0"'},
      {row: 2, what: 'not a count, kept as words: "x1"'},
    ]);
    expect(store.chronology.title).toBe('events.csv');
  });

  test('leaves small files and other kinds of files to the ordinary way', async () => {
    writeFileSync(path, `${HEADER}\nIRQ1,2024-01-24`);
    expect(await loadTable(path)).toBeUndefined();
    writeFileSync(path, '{"chronology": 1}');
    expect(await loadTable(path, {leastBytes: 0})).toBeUndefined();
    expect(await loadTable(join(folder, 'nothing.csv'))).toBeUndefined();
  });
});
