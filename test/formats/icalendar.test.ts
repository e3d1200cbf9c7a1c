import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {ReadResult} from '../../source/formats/format.js';
import {iCalendarFormat} from '../../source/formats/icalendar.js';
import {expectSound} from './check-import.js';

async function read(text: string): Promise<ReadResult> {
  const result = await iCalendarFormat.read?.({name: 'diary.ics', text});
  if (result === undefined) throw new Error('no reader');
  expectSound(result);
  return result;
}

function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function entry(...lines: string[]): string {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
}

const readEntry = (...lines: string[]) => read(calendar(entry('SUMMARY:A', ...lines)));
const dates = (result: ReadResult) => result.chronology.events.map(({when}) => when.edtf);

describe('when an entry is', () => {
  test('a day, and days up to the day before the end', async () => {
    expect(dates(await readEntry('DTSTART;VALUE=DATE:20240124'))).toEqual(['2024-01-24']);
    expect(
      dates(await readEntry('DTSTART;VALUE=DATE:20240124', 'DTEND;VALUE=DATE:20240125')),
    ).toEqual(['2024-01-24']);
    expect(
      dates(await readEntry('DTSTART;VALUE=DATE:20240130', 'DTEND;VALUE=DATE:20240202')),
    ).toEqual(['2024-01-30/2024-02-01']);
    expect(dates(await readEntry('DTSTART;VALUE=DATE:20240130', 'DURATION:P2D'))).toEqual([
      '2024-01-30/2024-01-31',
    ]);
  });

  test('a date without VALUE=DATE is a day all the same', async () => {
    expect(dates(await readEntry('DTSTART:20240124'))).toEqual(['2024-01-24']);
  });

  test('a time in a zone stays on the clock of that zone', async () => {
    const {chronology} = await readEntry(
      'DTSTART;TZID=Asia/Baghdad:20240124T031500',
      'DTEND;TZID=Asia/Baghdad:20240124T040000',
    );
    expect(chronology.events[0]?.when).toEqual({
      edtf: '2024-01-24T03:15:00/2024-01-24T04:00:00',
      timezone: 'Asia/Baghdad',
      basis: 'stated',
    });
  });

  test('a time in UTC says so', async () => {
    expect(dates(await readEntry('DTSTART:20240124T001500Z'))).toEqual(['2024-01-24T00:15:00Z']);
  });

  test('an end in another zone is told on the clock of the start', async () => {
    const result = await readEntry(
      'DTSTART;TZID=America/New_York:20240601T180000',
      'DTEND;TZID=Europe/London:20240602T060000',
    );
    expect(dates(result)).toEqual(['2024-06-01T18:00:00/2024-06-02T01:00:00']);
  });

  test('a duration of hours counts over a change of the clock', async () => {
    const result = await readEntry('DTSTART;TZID=Europe/Berlin:20240331T010000', 'DURATION:PT2H');
    expect(dates(result)).toEqual(['2024-03-31T01:00:00/2024-03-31T04:00:00']);
  });

  test('a rule is told with the occurrences that are left of it', async () => {
    const result = await readEntry(
      'DTSTART;VALUE=DATE:20240101',
      'RRULE:FREQ=DAILY;COUNT=4',
      'EXDATE;VALUE=DATE:20240102',
      'EXRULE:FREQ=DAILY;INTERVAL=3;COUNT=1',
    );
    expect(result.chronology.events).toHaveLength(2);
    expect(result.losses.map(({what}) => what)).toEqual([
      'the rule FREQ=DAILY;COUNT=4 is kept as 2 single events',
    ]);
  });

  test('an address that is none of the web is a loss', async () => {
    const result = await readEntry('DTSTART:20240101', 'URL:www.example.org/a b', 'ATTACH:CID:x@y');
    expect(result.chronology.events[0]?.urls).toBeUndefined();
    expect(result.losses.map(({field, what}) => `${field}: ${what}`)).toEqual([
      'urls: an address that is none of the web and of no mail: "www.example.org/a b"',
      'urls: an address that is none of the web and of no mail: "CID:x@y"',
    ]);
  });

  test('an end after the clocks went back has the offset that tells it from the hour before', async () => {
    const zone = 'TZID=America/New_York';
    for (const [start, end, edtf] of [
      ['20241103T013000', 'DURATION:PT1H', '2024-11-03T01:30:00-04:00/2024-11-03T01:30:00-05:00'],
      ['20241103T003000', 'DURATION:PT2H', '2024-11-03T00:30:00-04:00/2024-11-03T01:30:00-05:00'],
      [
        '20241103T003000',
        'DTEND:20241103T063000Z',
        '2024-11-03T00:30:00-04:00/2024-11-03T01:30:00-05:00',
      ],
      [
        '20241103T013000',
        `DTEND;${zone}:20241103T023000`,
        '2024-11-03T01:30:00-04:00/2024-11-03T02:30:00-05:00',
      ],
      ['20241103T003000', 'DURATION:PT3H', '2024-11-03T00:30:00/2024-11-03T02:30:00'],
    ] as const) {
      const result = await readEntry(`DTSTART;${zone}:${start}`, end);
      expect(dates(result)).toEqual([edtf]);
      expect(result.chronology.events[0]?.when.timezone).toBe('America/New_York');
    }
  });

  test('an occurrence of every day keeps its length over the change of clocks', async () => {
    const result = await readEntry(
      'DTSTART;TZID=America/New_York:20241102T013000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=3',
    );
    expect(dates(result)).toEqual([
      '2024-11-02T01:30:00/2024-11-02T02:30:00',
      '2024-11-03T01:30:00-04:00/2024-11-03T01:30:00-05:00',
      '2024-11-04T01:30:00/2024-11-04T02:30:00',
    ]);
  });

  test('a floating time is read in the zone of the calendar, and reported', async () => {
    const result = await read(
      calendar('X-WR-TIMEZONE:Asia/Baghdad', entry('SUMMARY:A', 'DTSTART:20240124T031500')),
    );
    expect(result.chronology.timezone).toBe('Asia/Baghdad');
    expect(dates(result)).toEqual(['2024-01-24T03:15:00']);
    expect(result.losses).toMatchObject([{row: 1, field: 'DTSTART'}]);
  });

  test('names of zones by Windows and behind a path are known', async () => {
    for (const [tzid, zone] of [
      ['"(UTC-05:00) Eastern Time (US & Canada)"', 'America/New_York'],
      ['"(UTC+03:00) Kuwait, Riyadh"', 'Asia/Kuwait'],
      ['Arabic Standard Time', 'Asia/Baghdad'],
      ['/example.org/2024a/Europe/Paris', 'Europe/Paris'],
    ]) {
      const {chronology} = await readEntry(`DTSTART;TZID=${tzid}:20240124T031500`);
      expect(chronology.events[0]?.when.timezone).toBe(zone);
    }
  });

  test('a zone named by its distance from UTC is that far from it', async () => {
    expect(dates(await readEntry('DTSTART;TZID=GMT+0200:20240124T031500'))).toEqual([
      '2024-01-24T03:15:00+02:00',
    ]);
    const odd = await readEntry('DTSTART;TZID="(UTC-03:30) Nowhere":20240124T031500');
    expect(dates(odd)).toEqual(['2024-01-24T03:15:00-03:30']);
    expect(odd.losses).toMatchObject([{row: 0, field: 'TZID'}]);
  });

  test('a leap second is read as the second before it, and named', async () => {
    const result = await readEntry('DTSTART:20161231T235960Z');
    expect(dates(result)).toEqual(['2016-12-31T23:59:59Z']);
    expect(result.losses).toMatchObject([{row: 1, field: 'DTSTART'}]);
  });

  test('a zone that only the file knows is written as an offset', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Camp time',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0330',
      'TZOFFSETTO:+0330',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n');
    expect(
      dates(
        await read(calendar(zone, entry('SUMMARY:A', 'DTSTART;TZID=Camp time:20240124T031500'))),
      ),
    ).toEqual(['2024-01-24T03:15:00+03:30']);
  });

  test.each([
    ['END:VTIMEZONE', 'END:STANDARD'],
    ['END:VTIMEZONE'],
    ['END:STANDARD', 'END:VTIMEZONE', 'END:VCALENDAR'],
  ])('a zone that is broken off before %s swallows no entry, and is reported', async (...left) => {
    const lines = [
      ...['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'TZID:Camp time', 'BEGIN:STANDARD'],
      ...['DTSTART:19700101T000000', 'TZOFFSETFROM:+0330', 'TZOFFSETTO:+0330', 'END:STANDARD'],
      ...['END:VTIMEZONE', entry('SUMMARY:A', 'DTSTART;TZID=Camp time:20240124T031500')],
      ...[entry('SUMMARY:B', 'DTSTART:20240125T031500Z'), 'END:VCALENDAR'],
    ].filter((line) => !left.includes(line));
    const result = await read(lines.join('\r\n'));
    expect(dates(result)).toEqual(['2024-01-24T03:15:00+03:30', '2024-01-25T03:15:00Z']);
    expect(result.losses).toContainEqual(
      expect.objectContaining({row: 0, field: 'VTIMEZONE', what: expect.any(String)}),
    );
  });

  test('a zone at the end of the file that is broken off is reported', async () => {
    const result = await read(
      ['BEGIN:VCALENDAR', entry('DTSTART:20240125'), 'BEGIN:VTIMEZONE', 'TZID:X'].join('\r\n'),
    );
    expect(result.rows).toBe(1);
    expect(result.losses).toContainEqual(expect.objectContaining({field: 'VTIMEZONE'}));
  });

  test('an end before the start, or of another kind, is left out and reported', async () => {
    for (const end of ['DTEND:20240101T000000Z', 'DTEND;VALUE=DATE:20240125', 'DTEND:soon']) {
      const result = await readEntry('DTSTART:20240124T031500Z', end);
      expect(dates(result)).toEqual(['2024-01-24T03:15:00Z']);
      expect(result.losses).toMatchObject([{row: 1, field: 'DTEND'}]);
    }
  });

  test('a day or a time that does not exist refuses the entry', async () => {
    for (const start of ['20240230', '20240124T250000', 'tomorrow', '']) {
      const result = await readEntry(`DTSTART:${start}`);
      expect(result).toMatchObject({rows: 1, refused: 1});
      expect(result.losses[0]?.what).toBe(`refused: the date cannot be read: "${start}"`);
    }
    expect(await readEntry()).toMatchObject({rows: 1, refused: 1});
  });
});

describe('recurring entries', () => {
  test('are one entry and several events, with dates added and left out', async () => {
    const result = await readEntry(
      'UID:a',
      'DTSTART;TZID=Asia/Baghdad:20240101T090000',
      'DTEND;TZID=Asia/Baghdad:20240101T100000',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'RDATE;TZID=Asia/Baghdad:20240120T120000',
      'RDATE;VALUE=PERIOD:20240122T060000Z/PT3H',
      'EXDATE:20240108T060000Z',
    );
    expect(dates(result)).toEqual([
      '2024-01-01T09:00:00/2024-01-01T10:00:00',
      '2024-01-15T09:00:00/2024-01-15T10:00:00',
      '2024-01-20T12:00:00/2024-01-20T13:00:00',
      '2024-01-22T09:00:00/2024-01-22T12:00:00',
    ]);
    expect(result).toMatchObject({rows: 1, refused: 0});
    expect(result.losses).toMatchObject([{row: 1, field: 'RRULE'}]);
  });

  test('keep the time of day over a change of the clock', async () => {
    const result = await readEntry(
      'DTSTART;TZID=Europe/Berlin:20240330T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=2',
    );
    expect(dates(result)).toEqual([
      '2024-03-30T09:00:00/2024-03-30T10:00:00',
      '2024-03-31T09:00:00/2024-03-31T10:00:00',
    ]);
  });

  test('end at an UNTIL in UTC by the instant it names', async () => {
    const until = (instant: string) =>
      readEntry('DTSTART;TZID=Asia/Baghdad:20240101T010000', `RRULE:FREQ=DAILY;UNTIL=${instant}`);
    expect(dates(await until('20240102T220000Z'))).toHaveLength(3);
    expect(dates(await until('20240102T215959Z'))).toHaveLength(2);
    expect(dates(await until('20240103'))).toHaveLength(3);
  });

  test('an occurrence changed by another entry stands in its place', async () => {
    const result = await read(
      calendar(
        entry('UID:a', 'SUMMARY:Series', 'DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=DAILY;COUNT=3'),
        entry(
          'UID:a',
          'SUMMARY:Moved',
          'DTSTART;VALUE=DATE:20240110',
          'RECURRENCE-ID;VALUE=DATE:20240102',
        ),
      ),
    );
    const told = result.chronology.events.map(({title, when}) => `${title} ${when.edtf}`);
    expect(told.sort()).toEqual(['Moved 2024-01-10', 'Series 2024-01-01', 'Series 2024-01-03']);
    expect(result).toMatchObject({rows: 2, refused: 0});
  });

  test('a rule without an end stops at 100, a long one at 1000, and the report says so', async () => {
    const endless = await readEntry('DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=DAILY');
    expect(endless.chronology.events).toHaveLength(100);
    expect(endless.losses[0]?.what).toContain('never ends');
    const long = await readEntry('DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=DAILY;COUNT=100000000');
    expect(long.chronology.events).toHaveLength(1000);
    expect(long.losses[0]?.what).toContain('only the first 1000');
  });

  test('a rule that nothing meets ends, and gives the start', async () => {
    for (const rule of [
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    ]) {
      const result = await readEntry('DTSTART;VALUE=DATE:20240101', `RRULE:${rule}`);
      expect(dates(result)).toEqual(['2024-01-01']);
    }
  });

  test('a rule of exclusion takes occurrences away', async () => {
    const result = await readEntry(
      'DTSTART:20240101T090000Z',
      'RRULE:FREQ=DAILY;COUNT=3;WKST=MO',
      'EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2',
    );
    expect(dates(result)).toEqual(['2024-01-02T09:00:00Z']);
  });

  test('a rule that cannot be read costs the rule, not the entry', async () => {
    const result = await readEntry('DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=FOO');
    expect(dates(result)).toEqual(['2024-01-01']);
    expect(result.losses.some(({field}) => field === 'RRULE')).toBe(true);
  });

  test('an entry with every occurrence left out is refused', async () => {
    const result = await readEntry(
      'DTSTART;VALUE=DATE:20240101',
      'RRULE:FREQ=DAILY;COUNT=1',
      'EXDATE;VALUE=DATE:20240101',
    );
    expect(result).toMatchObject({rows: 1, refused: 1});
  });

  test('occurrences of a simple rule are those the calendar gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({min: 1, max: 40}),
        fc.integer({min: 1, max: 30}),
        async (count, interval) => {
          const result = await readEntry(
            'DTSTART;VALUE=DATE:20230115',
            `RRULE:FREQ=DAILY;INTERVAL=${interval};COUNT=${count}`,
          );
          const expected = Array.from({length: count}, (_, turn) =>
            new Date(Date.UTC(2023, 0, 15 + turn * interval)).toISOString().slice(0, 10),
          );
          expect(dates(result)).toEqual(expected);
        },
      ),
      {seed: 4, numRuns: 30},
    );
  });
});

describe('what an entry says', () => {
  test('title, words, place, people, categories and addresses are kept', async () => {
    const {chronology} = await readEntry(
      'DTSTART;VALUE=DATE:20240124',
      'DESCRIPTION:One\\, two\\nthree',
      'LOCATION:Al-Qaim',
      'GEO:34.37;41.09',
      'ORGANIZER;CN="Office, the":mailto:office@example.org',
      'ATTENDEE:mailto:guest@example.org',
      'CATEGORIES:strike,border',
      'URL:https://example.org/a',
      'STATUS:CANCELLED',
      'COMMENT:A comment',
    );
    expect(chronology.events[0]).toMatchObject({
      title: 'A',
      summary: 'One, two three',
      where: ['al-qaim'],
      tags: ['strike', 'border', 'cancelled'],
      urls: ['https://example.org/a'],
      note: 'A comment',
      actors: [
        {actor: 'office-the', role: 'organiser'},
        {actor: 'guest-example-org', role: 'attendee'},
      ],
    });
    expect(chronology.places).toMatchObject([{name: 'Al-Qaim', latitude: 34.37, longitude: 41.09}]);
  });

  test('the coordinates and the name that a calendar of Apple writes are kept', async () => {
    const {chronology, losses} = await readEntry(
      'DTSTART;VALUE=DATE:20240124',
      'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=70;X-TITLE="Al-Qaim: the town":geo:34.37,41.09',
    );
    expect(chronology.places).toMatchObject([
      {name: 'Al-Qaim: the town', latitude: 34.37, longitude: 41.09},
    ]);
    expect(losses).toEqual([]);
    const wrong = await readEntry('DTSTART;VALUE=DATE:20240124', 'GEO:91;0');
    expect(wrong.losses).toMatchObject([
      {field: 'GEO', what: 'the coordinates cannot be read: "91;0"'},
    ]);
  });

  test('an entry without words is called by its number, and the report says so', async () => {
    const {chronology, losses} = await read(calendar(entry('DTSTART:20240124')));
    expect(chronology.events[0]?.title).toBe('Entry 1');
    expect(losses).toMatchObject([
      {field: 'SUMMARY', what: 'there is no title; its place in the file gives one'},
    ]);
  });

  test('an entry is known by its UID, an occurrence by its day too', async () => {
    const ids = async (...lines: string[]) =>
      (await readEntry(...lines)).chronology.events.map(({id}) => id);
    const one = await ids('UID:a1', 'DTSTART:20240124');
    expect(one).toEqual(['event-a1']);
    const many = await ids('UID:a1', 'DTSTART:20240124T080000Z', 'RRULE:FREQ=DAILY;COUNT=2');
    expect(many).toEqual(['event-a1-20240124t080000z', 'event-a1-20240125t080000z']);
    const moved = await ids(
      'UID:a1',
      'DTSTART:20240126T080000Z',
      'RECURRENCE-ID;TZID=Asia/Baghdad:20240125T110000',
    );
    expect(moved).toEqual(['event-a1-20240125t080000z']);
    const [long, other] = ['1', '2'].map((end) => `UID:${'0'.repeat(100)}${end}`);
    expect(await ids(long ?? '', 'DTSTART:20240124')).not.toEqual(
      await ids(other ?? '', 'DTSTART:20240124'),
    );
  });

  test('what has no place is reported, bookkeeping is not', async () => {
    const result = await readEntry(
      'UID:1',
      'DTSTAMP:20240101T000000Z',
      'SEQUENCE:4',
      'DTSTART;VALUE=DATE:20240124',
      'PRIORITY:1',
      'CLASS:PRIVATE',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DTSTART:19990101',
      'END:VALARM',
    );
    expect(result.losses.map(({field}) => field).sort()).toEqual(['CLASS', 'PRIORITY', 'VALARM']);
    expect(dates(result)).toEqual(['2024-01-24']);
  });

  test('line breaks and control characters that are not kept are named', async () => {
    const result = await readEntry(
      'DTSTART;VALUE=DATE:20240124',
      'DESCRIPTION:One.\\n\\nTwo.',
      'COMMENT:a\u0000b',
    );
    expect(result.chronology.events[0]).toMatchObject({summary: 'One. Two.', note: 'a␀b'});
    expect(result.losses.map(({field, what}) => `${field}: ${what}`)).toEqual([
      'summary: the line breaks; the text is kept as one paragraph',
      'note: control characters, which are shown as signs',
    ]);
  });

  test('folded lines are joined', async () => {
    const {chronology} = await read(
      calendar(
        'BEGIN:VEVENT',
        'SUMMARY:One',
        '  two',
        '\tthree',
        'DTSTART;VALUE=DATE:20240124',
        'END:VEVENT',
      ),
    );
    expect(chronology.events[0]?.title).toBe('One twothree');
  });
});

describe('files', () => {
  test('each of several calendars is a lane', async () => {
    const text =
      calendar('X-WR-CALNAME:Home', entry('SUMMARY:A', 'DTSTART:20240101')) +
      calendar('NAME:Work', entry('SUMMARY:B', 'DTSTART:20240102'));
    const {chronology, rows} = await read(text);
    expect(rows).toBe(2);
    expect(chronology.sides.map(({name}) => name)).toEqual(['Home', 'Work']);
    expect(chronology.events.map(({side}) => side)).toEqual(['home', 'work']);
    expect(chronology.title).toBe('Home, Work');
  });

  test('tasks and journals with a date are kept, free and busy times refused', async () => {
    const result = await read(
      calendar(
        'BEGIN:VTODO',
        'SUMMARY:T',
        'DUE;VALUE=DATE:20240105',
        'END:VTODO',
        'BEGIN:VJOURNAL',
        'SUMMARY:J',
        'DTSTART;VALUE=DATE:20240106',
        'END:VJOURNAL',
        'BEGIN:VFREEBUSY',
        'DTSTART:20240101T000000Z',
        'END:VFREEBUSY',
      ),
    );
    expect(result).toMatchObject({rows: 3, refused: 1});
    expect(dates(result)).toEqual(['2024-01-05', '2024-01-06']);
    expect(result.chronology.events.map(({tags}) => tags)).toEqual([['to-do'], ['journal']]);
  });

  test('the state of a task is kept as a tag, and when it was done as a note', async () => {
    const todo = (...lines: string[]) =>
      read(calendar('BEGIN:VTODO', 'SUMMARY:T', ...lines, 'END:VTODO'));
    const {chronology, losses} = await todo(
      'DTSTART;VALUE=DATE:20240105',
      'STATUS:COMPLETED',
      'COMPLETED:20240106T101500Z',
    );
    expect(chronology.events[0]).toMatchObject({
      tags: ['to-do', 'completed'],
      note: 'Completed: 2024-01-06T10:15:00Z',
    });
    expect(losses).toEqual([]);
    const odd = await todo('DTSTART;VALUE=DATE:20240105', 'STATUS:LATE');
    expect(odd.losses).toMatchObject([{field: 'STATUS'}]);
  });

  test('words of vCalendar 1.0 are decoded, its rules are not followed', async () => {
    const result = await read(
      [
        'BEGIN:VCALENDAR',
        'VERSION:1.0',
        'BEGIN:VEVENT',
        'SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:caf=C3=A9, a =',
        'long =3D word',
        'DESCRIPTION;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:na=EFve=0D=0Atwo',
        'DTSTART:20240124T031500Z',
        'RRULE:D1 #5',
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n'),
    );
    expect(result.chronology.events).toMatchObject([
      {title: 'café, a long = word', summary: 'naïve two'},
    ]);
    expect(result.losses).toMatchObject([
      {row: 0, field: 'VERSION'},
      {row: 1, field: 'RRULE', what: expect.stringContaining('vCalendar 1.0')},
      {row: 1, field: 'summary'},
    ]);
  });

  test('what is no calendar is a problem, whoever says that it is one', async () => {
    for (const text of ['foo,bar\n1,2\n', 'SUMMARY:A\n']) {
      const result = await read(text);
      expect(result.problems).toMatchObject([{severity: 'error'}]);
    }
    expect((await read('BEGIN:VCALENDAR\nEND:VCALENDAR\n')).problems).toEqual([]);
  });

  test('a bad line costs the line, a missing END nothing but a note', async () => {
    const result = await read(
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nrubbish\nDTSTART:20240101\nBEGIN:VEVENT\nSUMMARY:B\nDTSTART:20240102',
    );
    expect(dates(result)).toEqual(['2024-01-01', '2024-01-02']);
    expect(result.losses.map(({field}) => field)).toEqual(['RUBBISH', 'END', 'END']);
  });

  test('any lines in any order are read without failing, and add up', async () => {
    const line = fc.constantFrom(
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'BEGIN:VALARM',
      'END:VALARM',
      'BEGIN:VTIMEZONE',
      'END:VTIMEZONE',
      'DTSTART:20240101T000000',
      'DTSTART;TZID=X:20240101T000000',
      'DTEND:20231231',
      'RRULE:FREQ=DAILY;COUNT=2',
      'RDATE:x',
      'EXDATE:20240101',
      'RECURRENCE-ID:20240101T000000',
      'SUMMARY:\u202e\u001b[31m',
      'TZID:X',
      'GEO:x;y',
      'DURATION:-PX',
      ' folded',
      ':',
      ';',
      'CATEGORIES:,,',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, {maxLength: 40}), async (lines) => {
        expectSound(await read(lines.join('\n')));
      }),
      {seed: 5, numRuns: 200},
    );
  });

  test('a calendar is known by its first line', () => {
    const detect = (text: string) => iCalendarFormat.detect?.({name: 'x', text, isWhole: true});
    expect(detect('BEGIN:VCALENDAR\r\nVERSION:2.0')).toBe(1);
    expect(detect('begin:vcalendar\n')).toBe(1);
    expect(detect('BEGIN:VCARD\n')).toBe(0);
  });
});
