import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {ReadResult} from '../../source/formats/format.js';
import {findReader} from '../../source/formats/recognize-format.js';
import {outlineJson, parseJson} from '../../source/formats/json-text.js';

/** Recognised by its content and read, as the program does it. */
async function read(text: string, name = 'events.json'): Promise<ReadResult> {
  const format = await findReader({name, text, isWhole: true});
  if ('severity' in format || format.read === undefined) throw new Error('no reader');
  return format.read({name, text});
}

const told = (result: ReadResult) =>
  result.chronology.events.map(({title, when}) => `${when.edtf} ${title}`);

describe('JSON rows', () => {
  test('keep the digits of a number that JavaScript would round', async () => {
    const {chronology} = await read('[{"id":1050118621198921728,"date":"2024-01-01","title":"A"}]');
    expect(chronology.events[0]?.id).toBe('event-1050118621198921728');
  });

  test('name the chronology from a title beside them, and lose what else stands there', async () => {
    const result = await read(
      JSON.stringify({
        title: 'Raids',
        license: 'CC BY',
        meta: {count: 2, note: null},
        eras: [{name: 'x'}],
        data: [
          {date: '2024-01-01', title: 'A'},
          {date: '2024-01-02', title: 'B'},
        ],
      }),
    );
    expect(result.chronology.title).toBe('Raids');
    expect(told(result)).toEqual(['2024-01-01 A', '2024-01-02 B']);
    expect(result.losses).toEqual([
      {row: 0, field: 'license', what: 'stands beside the events and is left out: "CC BY"'},
      {
        row: 0,
        field: 'meta',
        what: 'stands beside the events and is left out: "{"count":2,"note":null}"',
      },
      {row: 0, field: 'eras', what: 'stands beside the events and is left out: "a list of 1"'},
    ]);
    const deep = await read(
      '{"response":{"status":200,"items":[{"date":"2024-01-01","title":"A"}]}}',
    );
    expect(deep.losses.map(({field}) => field)).toEqual(['response.status']);
  });

  test('numbers come back as they are written, whatever else is in the text', () => {
    const number = fc.oneof(
      fc.integer(),
      fc.double({noNaN: true, noDefaultInfinity: true}),
      fc.constantFrom(-0, 1e21, 5e-324, 123_456_789_012_345_680),
    );
    const value = fc.jsonValue().chain((one) => number.map((other) => ({a: one, b: [other]})));
    fc.assert(
      fc.property(value, (made) => {
        const text = JSON.stringify(made);
        expect(parseJson(text)?.value).toEqual(JSON.parse(text));
      }),
      {seed: 21, numRuns: 300},
    );
    expect(
      parseJson('[12345678901234567890, "12345678901234567890", 0.12345678901234567890]'),
    ).toEqual({
      value: ['12345678901234567890', '12345678901234567890', '0.12345678901234567890'],
    });
    expect(parseJson('[01234567890123456789]')).toBeUndefined();
  });

  test('name a key that stands twice', async () => {
    const text =
      '{"data": {"events": [{"date":"2024-01-01","title":"A"},{"title":"B","date":"2024-01-02","title":"C"}]}}';
    const result = await read(text);
    expect(told(result)).toEqual(['2024-01-01 A', '2024-01-02 C']);
    expect(result.losses).toMatchObject([
      {row: 2, what: 'a key stands here twice, its last value is kept: "title"'},
    ]);
    expect(outlineJson('{"a":{"b":[0,{"c":1,"\\u0063":2}]}}').repeated).toEqual([
      {path: ['a', 'b', 1], key: 'c'},
    ]);
  });

  test('a fault is named with its line and column', async () => {
    for (const [text, line, column, message] of [
      [
        '[{"date":"2024-01-01","title":"A"},\n{"date":"2024-01-02" "title":"B"}]',
        2,
        22,
        'a comma or `}` is missing here',
      ],
      ['[{"date":"2024-01-01","title":"A"},\n{"date":"2024-', 2, 9, 'a text is never closed'],
      [
        '{"events":[\n {"date":"2024-01-01","title":"A"},\n]}',
        3,
        1,
        'a comma stands before the closing `]`',
      ],
    ] as const) {
      expect((await read(text)).problems).toMatchObject([
        {severity: 'error', line, column, message: `not valid JSON: ${message}`},
      ]);
    }
  });

  test('are found in the answer of an interface', async () => {
    const text = JSON.stringify({
      meta: {count: 1, hosts: []},
      result: {data: {events: [{date: '2024-01-01', title: 'A'}]}},
    });
    expect(told(await read(text))).toEqual(['2024-01-01 A']);
  });

  test('an event of Google Calendar has a title and ends on its last day', async () => {
    const text = JSON.stringify({
      kind: 'calendar#events',
      items: [
        {
          id: 'a1',
          summary: 'Conference',
          start: {date: '2024-01-24'},
          end: {date: '2024-01-27'},
          htmlLink: 'https://example.org/a1',
          attendees: [{email: 'a@example.org'}, {email: 'b@example.org', displayName: 'B'}],
        },
        {
          id: 'a2',
          summary: 'Call',
          start: {dateTime: '2024-01-24T10:00:00+01:00', timeZone: 'Europe/Berlin'},
          end: {dateTime: '2024-01-24T11:00:00+01:00', timeZone: 'Europe/Berlin'},
        },
        {id: 'a3', summary: 'One day', start: {date: '2024-01-24'}, end: {date: '2024-01-25'}},
      ],
    });
    const result = await read(text);
    expect(told(result)).toEqual([
      '2024-01-24/2024-01-26 Conference',
      '2024-01-24T10:00:00+01:00/2024-01-24T11:00:00+01:00 Call',
      '2024-01-24 One day',
    ]);
    expect(result.chronology.events[0]?.urls).toEqual(['https://example.org/a1']);
    expect(result.chronology.actors.map(({name}) => name)).toEqual(['a@example.org', 'B']);
  });

  test('an object that is a place or a span is read as one', async () => {
    const {chronology} = await read(
      JSON.stringify([
        {
          title: 'A',
          when: {start: '2024-01-01', end: '2024-01-03'},
          location: {name: 'Paris', lat: 48.8, lon: 2.3},
        },
      ]),
    );
    expect(chronology.events[0]?.when.edtf).toBe('2024-01-01/2024-01-03');
    expect(chronology.places).toMatchObject([{name: 'Paris', latitude: 48.8, longitude: 2.3}]);
  });

  test('in NDJSON the row is the line', async () => {
    const result = await read(
      '{"date":"2024-01-01","title":"A"}\n\n{"date":"2024-01-02","title":"B"\n{"date":"2024-01-03","title":"C"}\n',
    );
    expect(told(result)).toEqual(['2024-01-01 A', '2024-01-03 C']);
    expect(result).toMatchObject({rows: 4, refused: 2});
    expect(result.losses.map(({row, what}) => `${row} ${what}`)).toEqual([
      '2 refused: the line is empty',
      '3 refused: the line is not JSON',
    ]);
  });

  test('a chronology without its first key is told what is missing', async () => {
    for (const text of [
      '{"title":"T","timezone":"UTC","events":[{"id":"a","title":"A","when":{"edtf":"2024","basis":"stated"}}]}',
      'title: T\ntimezone: UTC\nevents:\n  - id: a\n    title: A\n    when: {edtf: 2024-01, basis: stated}\n',
    ]) {
      const {problems} = await read(text, 'x');
      expect(problems).toMatchObject([
        {message: '`chronology` is missing', fix: 'add `chronology: 1`'},
      ]);
    }
  });
});
