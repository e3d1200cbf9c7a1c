import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Chronology, TimelineEvent} from '../../source/core/events/chronology.js';
import {acledFormat} from '../../source/formats/acled-writer.js';
import {readChronology} from '../../source/formats/chronology-reader.js';
import {csvEvents} from '../../source/formats/csv-events.js';
import {fieldsOf} from '../../source/formats/export-losses.js';
import type {Format, Loss} from '../../source/formats/format.js';
import {geoJsonFormat} from '../../source/formats/geojson.js';
import {iCalendarFormat} from '../../source/formats/icalendar.js';
import {ndjsonEvents} from '../../source/formats/ndjson-events.js';
import {timelineJsFormat} from '../../source/formats/timelinejs.js';
import {madeChronology} from './made-chronology.js';

const read = new Map<string, Chronology>();

function bundled(name: string): Chronology {
  const known = read.get(name);
  if (known !== undefined) return known;
  const path = new URL(`../../data/${name}`, import.meta.url);
  const {chronology} = readChronology(name, readFileSync(path, 'utf8'));
  if (chronology === undefined) throw new Error(`${name} is not read`);
  read.set(name, chronology);
  return chronology;
}

async function writeAndRead(format: Format, chronology: Chronology) {
  const written = await format.write?.(chronology);
  if (written === undefined || format.read === undefined) throw new Error('no writer or reader');
  const {text} = written;
  const left = written.losses.filter(({field}) => field === '*').length;
  if (chronology.events.length > left) {
    const head = {name: 'x', text: text.slice(0, 65_536), isWhole: text.length < 65_536};
    expect(format.detect?.(head)).toBeGreaterThan(0.9);
  }
  return {losses: written.losses, result: await format.read({name: 'x', text})};
}

/** An event with names where it has ids, and its effective zone: what a reader of it learns. */
function told(event: TimelineEvent, chronology: Chronology): Map<string, unknown> {
  const name = (items: readonly {readonly id: string; readonly name: string}[], id: string) =>
    items.find((item) => item.id === id)?.name ?? id;
  const values = new Map<string, unknown>();
  for (const field of fieldsOf(event)) {
    const [head, part] = field.split('.');
    values.set(
      field,
      part === undefined
        ? event[head as keyof TimelineEvent]
        : event.when[part as keyof TimelineEvent['when']],
    );
  }
  if (event.where !== undefined)
    values.set(
      'where',
      event.where.map((id) => name(chronology.places, id)),
    );
  if (event.actors !== undefined) {
    values.set(
      'actors',
      event.actors.map(({actor, role}) => [name(chronology.actors, actor), role]),
    );
  }
  if (event.side !== undefined) values.set('side', name(chronology.sides, event.side));
  values.set('when.timezone', event.when.timezone ?? chronology.timezone);
  return values;
}

/** Fail when an event comes back otherwise than it went, without a loss that names the field. */
function expectOnlyDeclared(
  before: Chronology,
  after: Chronology,
  losses: readonly Loss[],
  carriesZones: boolean,
): void {
  const declared = new Set(losses.map(({row, field}) => `${row} ${field}`));
  let back = 0;
  for (const [at, event] of before.events.entries()) {
    const row = at + 1;
    if (declared.has(`${row} *`)) continue;
    const again = after.events.find(({id}) => id === event.id);
    expect(again, `event ${row} comes back`).toBeDefined();
    back += 1;
    if (again === undefined) continue;
    const [was, is] = [told(event, before), told(again, after)];
    for (const field of new Set([...was.keys(), ...is.keys()])) {
      if (declared.has(`${row} ${field}`)) continue;
      const isZoneOfAll = field === 'when.timezone' && event.when.timezone === undefined;
      if (isZoneOfAll && declared.has('0 timezone') && !carriesZones) continue;
      expect(is.get(field), `${field} of event ${row}`).toEqual(was.get(field));
    }
  }
  expect(after.events).toHaveLength(back);
  for (const field of ['title', 'summary', 'timezone'] as const) {
    if (!declared.has(`0 ${field}`)) expect(after[field]).toEqual(before[field]);
  }
}

const TRIPS: readonly (readonly [name: string, format: Format])[] = [
  ['TimelineJS', timelineJsFormat],
  ['iCalendar', iCalendarFormat],
  ['CSV', csvEvents],
  ['GeoJSON', geoJsonFormat],
];

describe('import after export', () => {
  for (const [name, format] of TRIPS) {
    test(`${name} gives the bundled chronologies back, but for the losses declared`, async () => {
      for (const file of ['washington-baghdad.yaml', 'other-reports.yaml']) {
        const chronology = bundled(file);
        const {losses, result} = await writeAndRead(format, chronology);
        expectOnlyDeclared(chronology, result.chronology, losses, name !== 'TimelineJS');
        expect(result.refused).toBe(0);
      }
    });

    test(`${name} gives any chronology back, but for the losses declared`, async () => {
      await fc.assert(
        fc.asyncProperty(madeChronology, async (chronology) => {
          const {losses, result} = await writeAndRead(format, chronology);
          expectOnlyDeclared(chronology, result.chronology, losses, name !== 'TimelineJS');
          expect(result.refused).toBe(0);
        }),
        {seed: 7, numRuns: 80},
      );
    });
  }

  test('NDJSON gives the whole bundled chronology back', async () => {
    const chronology = bundled('washington-baghdad.yaml');
    const {losses, result} = await writeAndRead(ndjsonEvents, chronology);
    expect(result.chronology).toEqual(chronology);
    expect(losses).toEqual([]);
  });

  test('NDJSON gives any chronology back', async () => {
    await fc.assert(
      fc.asyncProperty(madeChronology, async (chronology) => {
        const {result} = await writeAndRead(ndjsonEvents, chronology);
        expect(result.chronology).toEqual(chronology);
        expect(result.refused).toBe(0);
      }),
      {seed: 8, numRuns: 20},
    );
  });

  test('ACLED gives dates, places, fatalities and actors of days back', async () => {
    const chronology = bundled('washington-baghdad.yaml');
    const {losses, result} = await writeAndRead(acledFormat, chronology);
    const left = new Set(losses.filter(({field}) => field === '*').map(({row}) => row));
    expect(result.chronology.events).toHaveLength(chronology.events.length - left.size);
    expect(result.refused).toBe(0);
    const strikes = result.chronology.events.find(({summary, title, note}) =>
      [summary, title, note].some((text) => text?.includes('Pre-dawn U.S. strikes')),
    );
    expect(strikes?.when).toMatchObject({edtf: '2024-01-24~', basis: 'inferred'});
    expect(strikes?.deaths).toBeUndefined();
    expect(
      losses.some(
        ({row, field}) =>
          field === 'deaths' && row === chronology.events.findIndex(({id}) => id === 'strikes') + 1,
      ),
    ).toBe(true);
  });
});

describe('NDJSON lines', () => {
  test('a line that is no record is refused, the others stay', async () => {
    const written = await ndjsonEvents.write?.(bundled('washington-baghdad.yaml'));
    const result = await ndjsonEvents.read?.({
      name: 'x',
      text: `${written?.text ?? ''}rubbish\n{"record":"other"}\n`,
    });
    expect(result?.refused).toBe(2);
    expect(result?.chronology.events.length).toBeGreaterThan(5);
  });

  test('a chronology line that does not fit is a problem, not an exception', async () => {
    const result = await ndjsonEvents.read?.({
      name: 'x',
      text: '{"record":"chronology","title":7}\n',
    });
    expect(result?.problems.some(({severity}) => severity === 'error')).toBe(true);
  });
});
