import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {axisTicks} from '../../../source/core/layout/axis-labels.js';
import {timelineScale} from '../../../source/core/layout/timeline-scale.js';
import {fitTimeline, panTimeline, zoomTimeline} from '../../../source/core/layout/timeline-view.js';
import {findName} from '../../../source/core/time/calendar-names.js';
import {localFromCivil} from '../../../source/core/time/civil-calendar.js';
import {offsetWords} from '../../../source/core/time/zone-words.js';
import {instantsOfLocal, offsetAt} from '../../../source/core/time/zone.js';
import {escalationView} from './escalation-view.js';

const view = escalationView();
const HOUR = 3_600_000;

function labels(start: number, end: number, zone: string, columns = 80): readonly string[] {
  const timeline = {scale: 'time', start, end, firstStep: 0, lastStep: 1} as const;
  return axisTicks(timelineScale(timeline, view, columns), view, zone, 2).map((tick) => tick.label);
}

/** What a reader makes of a label, with what the labels to the left have said. */
type Reading = {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly clock?: string;
  readonly offset?: string;
};

const LABEL =
  /^(?:(\d\d:\d\d(?::\d\d)?) ?)?(?:(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) )?(?:(\d{1,2})(?: |$))?(?:([A-Z][a-z]{2}) ?)?(?:(\d{4}) ?)?(UTC.*)?$/;

function readLabels(
  texts: readonly string[],
  offsetBefore: string,
): readonly (Reading | undefined)[] {
  // The heading says the offset with which the window begins.
  let known: Reading = {offset: offsetBefore};
  return texts.map((text) => {
    if (text === '') return undefined;
    const [, clock, day, month, year, offset = known.offset] = LABEL.exec(text) ?? [];
    const number = month === undefined ? known.month : findName('month', month);
    // A label that says the year or month alone means its beginning.
    const date =
      year !== undefined || month !== undefined || day !== undefined
        ? {
            year: year === undefined ? known.year : Number(year),
            month: year !== undefined && month === undefined ? 1 : number,
            day: day === undefined ? 1 : Number(day),
          }
        : {year: known.year, month: known.month, day: known.day};
    known = {...date, offset} as Reading;
    return {...known, ...(clock !== undefined && {clock})};
  });
}

/** When a clock in a zone shows what a label says: when it changed if it skipped it, twice for a day whose midnight came twice. */
function instantsOfReading(
  {year = 0, month = 1, day = 1, clock, offset}: Reading,
  zone: string,
): readonly number[] {
  const [hour = 0, minute = 0, second = 0] = (clock ?? '00:00').split(':').map(Number);
  const found = instantsOfLocal(localFromCivil({year, month, day, hour, minute, second}), zone);
  if (found.kind !== 'twice') return [found.instant];
  const both = [found.instant, found.second];
  if (clock === undefined) return both;
  return both.filter((at) => offset === undefined || offsetWords(offsetAt(zone, at)) === offset);
}

/** Every change of clocks from 1905 to 2037. */
function changesOf(zone: string): readonly number[] {
  const found: number[] = [];
  const step = 6 * 24 * HOUR;
  for (let at = Date.UTC(1905, 0); at < Date.UTC(2037, 0); at += step) {
    if (offsetAt(zone, at) === offsetAt(zone, at + step)) continue;
    let [low, high] = [at, at + step];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(zone, middle) === offsetAt(zone, at)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}

describe('axis labels', () => {
  test('never touch each other or leave the axis, at any zoom, scale, zone and width', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('time' as const, 'broken' as const, 'sequence' as const),
        fc.double({min: -18, max: 14, noNaN: true}),
        fc.double({min: -2, max: 2, noNaN: true}),
        fc.integer({min: 4, max: 200}),
        fc.constantFrom('UTC', 'Asia/Baghdad', 'America/New_York', 'Asia/Kathmandu'),
        (scale, power, pan, columns, zone) => {
          const fit = fitTimeline(view, scale);
          const timeline = panTimeline(zoomTimeline(fit, view, 2 ** power), view, pan);
          const ticks = axisTicks(timelineScale(timeline, view, columns), view, zone, 2);
          let free = -1;
          for (const tick of ticks) {
            expect(tick.column).toBeGreaterThanOrEqual(free);
            free = tick.column + 1 + tick.label.length;
            expect(free).toBeLessThanOrEqual(columns);
          }
        },
      ),
      {numRuns: 200, seed: 80},
    );
  });

  test('from 40 columns on, the year is on the axis whatever the zoom', () => {
    fc.assert(
      fc.property(
        fc.double({min: -6, max: 12, noNaN: true}),
        fc.integer({min: 40, max: 200}),
        (power, columns) => {
          const timeline = zoomTimeline(fitTimeline(view, 'time'), view, 2 ** power, 0.9);
          const ticks = axisTicks(timelineScale(timeline, view, columns), view, 'Asia/Baghdad', 2);
          expect(ticks.map((tick) => tick.label).join(' ')).toMatch(/\b(19|20)\d\d\b/);
        },
      ),
      {numRuns: 100, seed: 40},
    );
  });

  test('hours say the day they belong to, and the next day when it begins', () => {
    const start = Date.UTC(2024, 0, 24, 12);
    const found = labels(start, start + 36 * HOUR, 'UTC').join(' ');
    expect(found).toMatch(/24 Jan 2024 18:00 Thu 25 Jan 06:00 12:00 18:00/);
  });

  test('the same hours are another day in another zone', () => {
    const start = Date.UTC(2024, 0, 23, 21);
    expect(labels(start, start + 8 * HOUR, 'Asia/Baghdad')[0]).toBe('Wed 24 Jan 2024');
    expect(labels(start, start + 8 * HOUR, 'America/New_York')[0]).toMatch(/23 Jan 2024$/);
  });

  test('an hour that comes twice is told apart by its offset', () => {
    const start = Date.UTC(2024, 9, 26, 23, 30);
    const found = labels(start, start + 4 * HOUR, 'Europe/Berlin', 100);
    expect(found.join(' ')).toContain('02:00 UTC+1');
    const within = labels(Date.UTC(2024, 9, 27, 0, 3), start + 3.4 * HOUR, 'Europe/Berlin');
    expect(within.join(' ')).toMatch(/ UTC\+1/);
  });

  test('a clock time after a change of the clocks says its offset, on a new day too', () => {
    const skipped = Date.UTC(2011, 11, 30, 10);
    const words = labels(skipped - 2 * HOUR, skipped + 3 * HOUR, 'Pacific/Apia', 100).join(' | ');
    expect(words).toMatch(/31 Dec UTC\+14 \|/);
  });

  test('whoever reads the labels from left to right knows the moment of each', () => {
    const zones = [
      'UTC',
      'America/New_York',
      'America/St_Johns',
      'Europe/Berlin',
      'Africa/Casablanca',
      'Africa/Monrovia',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Pacific/Chatham',
    ];
    const changes = zones.flatMap((zone) => changesOf(zone).map((instant) => ({zone, instant})));
    expect(changes.length).toBeGreaterThan(200);
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        fc.double({min: 3.3, max: 13, noNaN: true}),
        fc.double({min: 0, max: 1, noNaN: true}),
        fc.integer({min: 24, max: 200}),
        ({zone, instant}, power, part, columns) => {
          const start = instant - 10 ** power * part;
          const timeline = {
            scale: 'time',
            start,
            end: start + 10 ** power,
            firstStep: 0,
            lastStep: 1,
          } as const;
          const scale = timelineScale(timeline, view, columns);
          const ticks = axisTicks(scale, view, zone, 2);
          const where = `${zone}: ${ticks.map((tick) => tick.label).join(' | ')}`;
          // Something is said, and the year with it.
          expect(where).toMatch(/\b[12]\d\d\d\b/);
          const told = readLabels(
            ticks.map((tick) => tick.label),
            offsetWords(offsetAt(zone, scale.edges[0] ?? 0)),
          );
          ticks.forEach((tick, i) => {
            const label = told[i];
            if (!tick.hasMark || !label) return;
            const [from, to] = [scale.instantOf(tick.column), scale.instantOf(tick.column + 1)];
            const shown = instantsOfReading(label, zone);
            expect(
              shown.some((at) => at >= from - 1 && at <= to + 1),
              `${where}: ${tick.label}`,
            ).toBe(true);
            // A time that came twice is told apart by its offset, its own or that of a label before.
            if (label.clock !== undefined) expect(shown, `${where}: ${tick.label}`).toHaveLength(1);
          });
        },
      ),
      {numRuns: 500, seed: 21},
    );
  });

  test('months begin with their year, and say the next', () => {
    expect(labels(Date.UTC(2023, 9, 12), Date.UTC(2024, 1, 20), 'UTC')).toEqual([
      'Oct 2023',
      'Nov',
      'Dec',
      'Jan 2024',
      'Feb',
    ]);
  });

  test('years are told once each, as far away as floats tell them apart', () => {
    fc.assert(
      fc.property(
        fc.double({min: 16, max: 21.5, noNaN: true}),
        fc.boolean(),
        fc.double({min: 10.8, max: 12.5, noNaN: true}),
        fc.constantFrom('UTC', 'Asia/Baghdad', 'America/New_York'),
        (distance, isPast, power, zone) => {
          const start = 10 ** distance * (isPast ? -1 : 1);
          const all = labels(start, start + 10 ** power, zone, 120);
          const found = all.filter((label) => label !== '');
          expect(found).not.toEqual([]);
          const years = found.filter((label) => /^[A-Z\d][^a-z]*(?:m|bn)?(?: BC)?$/.test(label));
          const isYears = years.length === found.length;
          if (isYears) expect(new Set(years).size, found.join(' | ')).toBe(years.length);
        },
      ),
      {numRuns: 500, seed: 12},
    );
  });

  test('steps of the sequence are dated where the date changes, no more exactly than they are known', () => {
    const ticks = axisTicks(
      timelineScale(fitTimeline(view, 'sequence'), view, 150),
      view,
      'Asia/Baghdad',
      2,
    );
    expect(ticks.map((tick) => tick.label).filter((label) => label !== '')).toEqual([
      'from mid-Oct 2023',
      'Wed 24 Jan 2024',
    ]);
  });
});
