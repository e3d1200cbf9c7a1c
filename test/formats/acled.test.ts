import {describe, expect, test} from 'vitest';
import {acled} from '../../source/formats/acled.js';
import type {ReadResult} from '../../source/formats/format.js';
import {ACLED_31, acledCurrent, acledMonadic, acledOld} from './table-fixtures.js';

async function read(text: string): Promise<ReadResult> {
  const result = await acled.read?.({name: 'events.csv', text});
  if (!result) throw new Error('acled has no reader');
  return result;
}

const detect = (text: string) => acled.detect?.({name: 'x', text, isWhole: true}) ?? 0;

describe('ACLED exports', () => {
  test('are known by their columns in any generation', () => {
    for (const text of [acledCurrent, acledOld, acledMonadic, 'event_date;event_type\n']) {
      expect(detect(text)).toBeGreaterThan(0.4);
    }
    expect(detect('date,title\n2020-01-01,A day')).toBe(0);
  });

  test('keep every field of a row of the current generation', async () => {
    const {chronology, rows, refused} = await read(acledCurrent);
    expect([rows, refused, chronology.events.length]).toEqual([3, 0, 3]);
    const [event] = chronology.events;
    expect(event).toMatchObject({
      id: 'acled-xan101',
      title: 'Armed clash, Kubla',
      summary: 'On 5 April, a clash took place near the dome.',
      when: {edtf: '2023-04-05', basis: 'stated'},
      kind: {type: 'Battles', sub_type: 'Armed clash'},
      deaths: {best: 3},
      side: 'battles',
    });
    expect(chronology.places[0]).toMatchObject({
      name: 'Kubla',
      country: 'Xanadu',
      admin1: 'North',
      latitude: 12.5,
      longitude: 44.25,
      geo_precision: 1,
      note: 'admin2: Coast',
    });
    const [claim] = chronology.claims;
    expect(claim).toMatchObject({
      about: {event: 'acled-xan101', field: '*'},
      said_by: null,
      voice: 'reporter',
      said_at: {edtf: '2023-04-06T16:53:20Z'},
    });
    expect(claim?.citations).toEqual([
      {source: 'acled', paragraph: 1},
      {source: 'source-xanadu-post'},
      {source: 'source-alph-news'},
    ]);
    expect(claim?.note).toContain('disorder_type: Political violence');
    expect(claim?.note).toContain('source_scale: National');
    expect(chronology.events[1]?.tags).toEqual(['crowd size=about 100', 'women']);
    expect(chronology.events[2]?.deaths).toBeUndefined();
  });

  test('give the two actors no direction', async () => {
    const {chronology} = await read(acledCurrent);
    const roles = chronology.events.flatMap((event) => event.actors ?? []).map((one) => one.role);
    expect(new Set(roles)).toEqual(new Set(['actor 1', 'associated with actor 1', 'actor 2']));
  });

  test('are no more precise than their time_precision', async () => {
    const {chronology} = await read(acledCurrent);
    expect(chronology.events[1]?.when).toEqual({
      edtf: '2023-04-12~',
      stated: '2023-04-12',
      basis: 'inferred',
      reason: 'time_precision 2: known to the week; ACLED chose the day',
    });
    expect(chronology.events[2]?.when).toEqual({
      edtf: '2023-05',
      stated: '2023-05-16',
      basis: 'stated',
    });
  });

  test('open in upper case with an index column, numbers for actors and years of two digits', async () => {
    const {chronology, rows, refused, losses} = await read(acledOld);
    expect([rows, refused]).toEqual([2, 0]);
    expect(chronology.events.map((event) => event.when.edtf)).toEqual(['2019-12-31', '1998-04-05']);
    expect(chronology.events.map((event) => event.side)).toEqual(['battles', 'riots']);
    expect(chronology.actors.map((actor) => actor.kind)).toEqual([
      'State forces',
      'Rebel group',
      'Rioters',
    ]);
    expect(losses).toEqual([]);
  });

  test.each([
    ['2023-04-05', '2023-04-05'],
    ['05 April 2023', '2023-04-05'],
    ['05-April-2023', '2023-04-05'],
    ['5-Apr-23', '2023-04-05'],
    ['31-12-19', '2019-12-31'],
    ['2023-04-05 00:00:00', '2023-04-05'],
    ['2023-04-05T00:00:00.000Z', '2023-04-05'],
    ['2023/04/05', '2023-04-05'],
    ['20230405', '2023-04-05'],
    ['13/04/2023', '2023-04-13'],
  ])('read the date %s as %s', async (written, edtf) => {
    const {chronology} = await read(`event_date,event_type\n${written},Riots`);
    expect(chronology.events[0]?.when.edtf).toBe(edtf);
  });

  test('refuse a day that the calendar does not have', async () => {
    const {rows, refused, losses} = await read('event_date,event_type\n2023-02-30,Riots\n,Riots');
    expect([rows, refused]).toEqual([2, 2]);
    expect(losses).toEqual([
      {row: 1, field: 'event_date', what: 'refused: not a date: "2023-02-30"'},
      {row: 2, field: 'event_date', what: 'refused: no date'},
    ]);
  });

  test('take the month for the first number when other rows settle it, and say so when none does', async () => {
    const settled = await read('event_date,event_type\n4/5/2023,Riots\n4/25/2023,Riots');
    expect(settled.chronology.events[0]?.when.edtf).toBe('2023-04-05');
    expect(settled.losses).toEqual([]);
    const open = await read('event_date,event_type\n4/5/2023,Riots');
    expect(open.chronology.events[0]?.when.edtf).toBe('2023-05-04');
    expect(open.losses[0]?.what).toContain('other way round');
  });

  test('make one event of the two rows of a monadic export', async () => {
    const {chronology, rows, refused} = await read(acledMonadic);
    expect([rows, refused, chronology.events.length]).toEqual([3, 0, 2]);
    expect(chronology.events[0]?.actors).toEqual([
      {actor: 'actor-army', role: 'actor 1'},
      {actor: 'actor-alph-front', role: 'actor 2'},
    ]);
    const about = chronology.claims.filter((claim) => claim.about.event === 'acled-xan201');
    expect(about.map((claim) => claim.citations[0]?.paragraph)).toEqual([1, 2]);
  });

  test('make one event of ids that differ only in upper and lower case', async () => {
    const {chronology} = await read(acledMonadic.replace('XAN201', 'xan201'));
    expect(chronology.events).toHaveLength(2);
  });

  test('report where two rows of one event differ', async () => {
    const {losses} = await read(acledMonadic.replace('A clash.,1\nXAN202', 'A clash.,7\nXAN202'));
    expect(losses).toHaveLength(1);
    expect(losses[0]).toMatchObject({row: 2, field: 'deaths'});
  });

  test('keep what is no number in words and report it', async () => {
    const {chronology, losses} = await read(
      'event_date,event_type,fatalities,latitude,longitude,time_precision\n2020-01-01,Riots,10+,95,44,9',
    );
    expect(chronology.events[0]?.deaths).toEqual({stated: '10+', of: 'killed'});
    expect(losses.map((loss) => loss.field).toSorted()).toEqual([
      'fatalities',
      'latitude',
      'time_precision',
    ]);
  });

  test('hold foreign text harmlessly', async () => {
    const {chronology} = await read(
      'event_date,event_type,notes,__proto__,constructor\n2020-01-01,Riots,\u001b[31mred\u0000,=1+1,polluted',
    );
    expect(chronology.events[0]?.summary).not.toMatch(/[\u0000-\u001f]/);
    expect(chronology.claims[0]?.note).toBe(
      'column 4 __proto__: =1+1 · column 5 constructor: polluted',
    );
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('need no more than a date and a type', async () => {
    const {chronology} = await read('EVENT_DATE;EVENT_TYPE\n2020-01-01;Battles\n');
    expect(chronology.events).toEqual([
      {
        id: '2020-01-01-battles',
        title: 'Battles',
        when: {edtf: '2020-01-01', basis: 'stated'},
        kind: {type: 'Battles'},
        side: 'battles',
      },
    ]);
  });

  test('read mixed line ends and a header of 31 columns', async () => {
    const mixed = acledCurrent.replace(`${ACLED_31}\n`, `${ACLED_31}\r\n`);
    expect((await read(mixed)).chronology.events).toEqual(
      (await read(acledCurrent)).chronology.events,
    );
  });
});
