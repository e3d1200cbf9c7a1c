import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {MS_PER_HOUR} from '../../../source/core/time/civil-calendar.js';
import {
  KNOWN_FROM,
  KNOWN_UNTIL,
  KNOWN_ZONES,
  knownOffsetAt,
} from '../../../source/core/time/known-offsets.js';
import {
  earliestInstantOfLocal,
  instantsOfLocal,
  isZoneName,
  offsetAt,
  zonedTime,
} from '../../../source/core/time/zone.js';

const ZONES = [
  'UTC',
  'Asia/Baghdad',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Europe/Berlin',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
] as const;

const zone = fc.constantFrom(...ZONES);
/** 1700 to 2300. */
const instant = fc.integer({min: -8_520_336_000_000, max: 10_413_792_000_000});

function askIntl(name: string, ms: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms);
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(ms / 1000) * 1000;
}

/** The full hours at which the table puts clocks forward or back. */
function hoursOfChange(name: string): readonly number[] {
  const found: number[] = [];
  for (let ms = KNOWN_FROM + MS_PER_HOUR; ms < KNOWN_UNTIL; ms += MS_PER_HOUR)
    if (knownOffsetAt(name, ms - MS_PER_HOUR) !== knownOffsetAt(name, ms)) found.push(ms);
  return found;
}

describe('offsetAt', () => {
  test('agrees with Intl in every zone tried, at any time from 1700 to 2300', () => {
    fc.assert(
      fc.property(zone, instant, (name, ms) => {
        expect(offsetAt(name, ms)).toBe(askIntl(name, ms));
      }),
      {seed: 1, numRuns: 600},
    );
  });

  test('keeps the sign of an offset under an hour', () => {
    expect(offsetAt('Africa/Monrovia', Date.UTC(1960, 0, 1))).toBe(-44.5 * 60_000);
  });

  test('holds the offset at the limit of a date beyond it', () => {
    expect(offsetAt('Asia/Baghdad', 1e20)).toBe(3 * MS_PER_HOUR);
    expect(offsetAt('Asia/Baghdad', -1e20)).toBe(offsetAt('Asia/Baghdad', -8e15));
  });

  test('is known without asking for common zones, and then as Intl has it', () => {
    for (const name of KNOWN_ZONES) {
      const format = new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        timeZoneName: 'longOffset',
      });
      const ask = (ms: number): number => {
        const found = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(format.format(ms));
        const size = Number(found?.[2] ?? 0) * 3_600_000 + Number(found?.[3] ?? 0) * 60_000;
        return found?.[1] === '-' ? -size : size;
      };
      const changes = [];
      for (let ms = KNOWN_FROM; ms < KNOWN_UNTIL; ms += 97 * MS_PER_HOUR) {
        if (ask(ms) !== knownOffsetAt(name, ms))
          changes.push(`${name} ${new Date(ms).toISOString()}`);
      }
      expect(changes).toEqual([]);
    }
  });

  test('the table changes clocks at the hour at which Intl does', () => {
    const zones = ['America/New_York', 'Europe/London'];
    const changes = zones.flatMap((name) => hoursOfChange(name).map((ms) => [name, ms] as const));
    expect(changes).toHaveLength(2 * 2 * 15);
    for (const [name, ms] of changes) {
      expect(knownOffsetAt(name, ms - 1)).toBe(askIntl(name, ms - 1000));
      expect(knownOffsetAt(name, ms)).toBe(askIntl(name, ms));
    }
  });

  test('the table says nothing of other zones and years', () => {
    expect(knownOffsetAt('Asia/Tehran', KNOWN_FROM)).toBeUndefined();
    expect(knownOffsetAt('Asia/Baghdad', KNOWN_FROM - 1)).toBeUndefined();
    expect(knownOffsetAt('Asia/Baghdad', KNOWN_UNTIL)).toBeUndefined();
  });
});

describe('instantsOfLocal', () => {
  test('is the inverse of zonedTime', () => {
    fc.assert(
      fc.property(zone, instant, (name, ms) => {
        const local = ms + offsetAt(name, ms);
        const found = instantsOfLocal(local, name);
        expect(found.kind).not.toBe('never');
        expect(found.kind === 'twice' ? [found.instant, found.second] : [found.instant]).toContain(
          ms,
        );
      }),
      {seed: 3, numRuns: 1000},
    );
  });

  test('never goes back as local time goes on', () => {
    fc.assert(
      fc.property(zone, instant, fc.integer({min: 0, max: 5 * 86_400_000}), (name, ms, step) => {
        expect(earliestInstantOfLocal(ms + step, name)).toBeGreaterThanOrEqual(
          earliestInstantOfLocal(ms, name),
        );
      }),
      {seed: 4, numRuns: 1000},
    );
  });

  test('a time that clocks skipped never was', () => {
    expect(instantsOfLocal(Date.UTC(2024, 2, 31, 2, 30), 'Europe/Berlin')).toEqual({
      kind: 'never',
      instant: Date.UTC(2024, 2, 31, 1),
      shifted: Date.UTC(2024, 2, 31, 1, 30),
    });
  });

  test('a time in the hour that clocks repeat was twice', () => {
    expect(instantsOfLocal(Date.UTC(2024, 9, 27, 2, 30), 'Europe/Berlin')).toEqual({
      kind: 'twice',
      instant: Date.UTC(2024, 9, 27, 0, 30),
      second: Date.UTC(2024, 9, 27, 1, 30),
    });
  });

  test('the day that Samoa skipped never was', () => {
    const skipped = instantsOfLocal(Date.UTC(2011, 11, 30, 12), 'Pacific/Apia');
    expect(skipped).toMatchObject({kind: 'never', instant: Date.UTC(2011, 11, 30, 10)});
  });
});

describe('isZoneName', () => {
  test.each(['UTC', 'Asia/Baghdad', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3', 'EST5EDT'])(
    '%s is a zone',
    (name) => {
      expect(isZoneName(name)).toBe(true);
    },
  );

  test.each(['', 'Baghdad', 'Asia/Bagdad', '+03:00', 'Asia/', '../UTC', 'Asia/Baghdad\n'])(
    '%j is not',
    (name) => {
      expect(isZoneName(name)).toBe(false);
    },
  );
});

describe('zonedTime', () => {
  test('the strikes of Wednesday in Baghdad fall on Tuesday in Washington', () => {
    const strikes = Date.UTC(2024, 0, 23, 22);
    expect(zonedTime(strikes, 'Asia/Baghdad')).toMatchObject({weekday: 3, day: 24, hour: 1});
    expect(zonedTime(strikes, 'America/New_York')).toMatchObject({weekday: 2, day: 23, hour: 17});
  });
});
