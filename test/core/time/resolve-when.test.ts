import {describe, expect, test} from 'vitest';
import {parseEdtf} from '../../../source/core/time/edtf.js';
import {resolveEdtf} from '../../../source/core/time/resolve-when.js';

function bounds(text: string, zone = 'UTC'): readonly [string, string] {
  const result = parseEdtf(text);
  if (!result.ok) throw new Error(`${text}: ${result.error}`);
  const {start, end} = resolveEdtf(result.value, zone);
  return [new Date(start).toISOString(), new Date(end - 1).toISOString()];
}

describe('resolveEdtf', () => {
  test('a day begins and ends at midnight of its zone', () => {
    expect(bounds('2024-01-24', 'Asia/Baghdad')).toEqual([
      '2024-01-23T21:00:00.000Z',
      '2024-01-24T20:59:59.999Z',
    ]);
  });
});
