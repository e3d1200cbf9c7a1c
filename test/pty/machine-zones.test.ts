import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {prepareTicktock, type PreparedTicktock} from './prepare-ticktock.js';

/** West and east of Greenwich, with odd offsets, and with clocks that change. */
const ZONES = ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham'] as const;

/** Local times that New York skips and repeats, and Chatham too, in formats that have no zone. */
const FILES = {
  'table.csv':
    'date,title\n2024-03-10 02:30,skipped\n2024-11-03 01:30,repeated\n31/12/2023,a day\n',
  'diary.ics': [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTAMP:20240101T000000Z',
    'DTSTART:20240407T024500',
    'DTEND:20240407T034500',
    'SUMMARY:floating',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n'),
  'notes.mw': 'title: Notes\n\n2024-03-10 02:30: skipped\n\n2023-09-24 / 3 months: a while\n',
} as const;

let prepared: PreparedTicktock;
beforeAll(async () => {
  prepared = await prepareTicktock();
  for (const [name, text] of Object.entries(FILES))
    writeFileSync(join(prepared.folder, name), text);
});
afterAll(async () => {
  await prepared.remove();
});

describe('whatever the zone of the machine', () => {
  test.each([
    'list',
    'list --other-reports --query after:2024-01-24 --zone America/New_York',
    'show strikes',
    'date 2023-10-15~ 2024-03-10T02:30:00 2024-03-10/2024-11-03',
    'export --format json',
    'export --format md',
    'export --format ics',
    'import table.csv',
    'import diary.ics',
    'import notes.mw',
  ])('ticktock %s prints the same', (line) => {
    const words = line.split(' ');
    const printed = ZONES.map((zone) => {
      const {stdout, stderr, status} = spawnSync(process.execPath, [prepared.program, ...words], {
        cwd: prepared.folder,
        env: {PATH: process.env['PATH'], HOME: prepared.folder, LANG: 'C.UTF-8', TZ: zone},
        encoding: 'utf8',
      });
      return {stdout, stderr, status};
    });
    expect(printed[0]?.stdout).not.toBe('');
    expect(printed).toEqual(ZONES.map(() => printed[0]));
  });

  test.each([
    [80, 24],
    [160, 45],
  ])('the first screen of %d by %d is the same', async (columns, rows) => {
    const screens = await Promise.all(
      ZONES.map(async (zone) => {
        const session = await prepared.open([], {columns, rows, env: {TZ: zone}});
        await session.until(({lines}) => lines().at(-1)?.includes('lists keys') === true);
        const lines = session.lines();
        session.send('q');
        await session.ended;
        return lines;
      }),
    );
    expect(screens[0]?.join('\n')).toContain('3 months 9 days');
    expect(screens).toEqual(ZONES.map(() => screens[0]));
  });

  test('what a screen reader is told at first is the same', async () => {
    const said = await Promise.all(
      ZONES.map(async (zone) => {
        const session = await prepared.open(['--screen-reader'], {rows: 60, env: {TZ: zone}});
        await session.until('Said to answer');
        session.send('q');
        await session.ended;
        return session.output;
      }),
    );
    expect(said).toEqual(ZONES.map(() => said[0]));
  });
});
