import fc from 'fast-check';
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import type {When} from '../../../source/core/events/chronology.js';
import {startOfCivilDay} from '../../../source/core/time/civil-calendar.js';
import {parseEdtf} from '../../../source/core/time/edtf.js';
import {
  formatInstant,
  machineBounds,
  machineBoundsOfWhen,
} from '../../../source/core/time/format-instant.js';
import {edtfText} from './edtf-arbitraries.js';

describe('formatInstant', () => {
  test('gives ISO instants, the last millisecond for the end of a span', () => {
    const midnight = Date.UTC(2024, 0, 25);
    expect(formatInstant(midnight, 'earliest')).toBe('2024-01-25T00:00:00.000Z');
    expect(formatInstant(midnight, 'latest')).toBe('2024-01-24T23:59:59.999Z');
  });

  test('gives null for an open end', () => {
    expect(formatInstant(-Infinity, 'earliest')).toBeNull();
    expect(formatInstant(Infinity, 'latest')).toBeNull();
  });

  test('gives a signed year beyond the reach of a date, up to 10^12', () => {
    fc.assert(
      fc.property(fc.integer({min: 275_762, max: 1e12}), fc.boolean(), (size, isPast) => {
        const year = isPast ? -size : size;
        const text = isPast ? String(year) : `+${year}`;
        expect(formatInstant(startOfCivilDay(year), 'earliest')).toBe(text);
        expect(formatInstant(startOfCivilDay(year + 1), 'latest')).toBe(text);
      }),
      {seed: 1, numRuns: 1000},
    );
  });
});

type Vector = {
  readonly input: string;
  readonly valid: boolean;
  readonly earliest?: string | null;
  readonly latest?: string | null;
};

const vectors: readonly Vector[] = (
  JSON.parse(
    readFileSync(new URL('../../fixtures/edtf-vectors.json', import.meta.url), 'utf8'),
  ) as {vectors: readonly Vector[]}
).vectors;

describe('machineBounds', () => {
  function boundsOf(text: string): unknown {
    const result = parseEdtf(text);
    return result.ok ? machineBounds(result.value, 'UTC') : result.error;
  }

  const bounded = vectors.filter(({valid, earliest}) => valid && earliest !== undefined);

  test.each(bounded)('$input is $earliest to $latest', ({input, earliest, latest}) => {
    expect(boundsOf(input)).toEqual({earliest, latest});
  });

  test('the fixture holds bounds', () => {
    expect(bounded.length).toBeGreaterThan(100);
  });

  test.each([
    ['Y1E12', '+1000000000000', '+1000000000000'],
    ['Y-1E20', '-100000000000000000000', '-100000000000000000000'],
    ['Y123456789012345678901', '+123456789012345678901', '+123456789012345678901'],
    ['Y-4543E6S2', '-4599999999', '-4500000000'],
    ['[Y-66000000,2024]', '-66000000', '2024-12-31T23:59:59.999Z'],
    ['[2024,Y66000000..Y67000000]', '2024-01-01T00:00:00.000Z', '+67000000'],
    ['Y-66000000/Y-65000000', '-66000000', '-65000000'],
    ['Y275760', '+275760-01-01T00:00:00.000Z', '+275760'],
  ])('%s is %s to %s, exact however far', (text, earliest, latest) => {
    expect(boundsOf(text)).toEqual({earliest, latest});
  });
});

describe('machineBoundsOfWhen', () => {
  test('says of a date in a chronology what the date alone says', () => {
    fc.assert(
      fc.property(edtfText, fc.constantFrom('UTC', 'Asia/Baghdad'), (edtf, zone) => {
        const result = parseEdtf(edtf);
        const bounds = result.ok ? machineBounds(result.value, zone) : undefined;
        expect(machineBoundsOfWhen({edtf, basis: 'stated'}, zone)).toEqual(bounds);
      }),
      {seed: 2, numRuns: 1000},
    );
  });

  test('narrows a day to its part, and says nothing of what cannot be read', () => {
    const when: When = {
      edtf: '2024-01-24',
      part_of_day: 'pre-dawn',
      basis: 'inferred',
      reason: 'x',
    };
    expect(machineBoundsOfWhen(when, 'Asia/Baghdad')).toEqual({
      earliest: '2024-01-23T21:00:00.000Z',
      latest: '2024-01-24T02:59:59.999Z',
    });
    expect(machineBoundsOfWhen({edtf: 'soon', basis: 'stated'}, 'UTC')).toEqual({
      earliest: null,
      latest: null,
    });
  });
});
