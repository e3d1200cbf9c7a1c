import {expect} from 'vitest';
import {checkChronology} from '../../source/core/events/check-chronology.js';
import {checkShape} from '../../source/formats/chronology-shape.js';
import type {ReadResult} from '../../source/formats/format.js';

/** Fail unless an import is a sound chronology whose entries add up. */
export function expectSound(result: ReadResult): void {
  const faults = checkChronology(result.chronology).filter(({severity}) => severity === 'error');
  expect(faults).toEqual([]);
  expect(checkShape(result.chronology)).toEqual([]);
  const kept = new Set(
    result.chronology.claims.flatMap(({citations}) => citations.map(({paragraph}) => paragraph)),
  );
  expect(kept.size + result.refused).toBe(result.rows);
  const refusals = new Set(
    result.losses.filter(({what}) => what.startsWith('refused: ')).map(({row}) => row),
  );
  expect(refusals.size).toBe(result.refused);
  for (const row of refusals) expect(kept.has(row)).toBe(false);
}
