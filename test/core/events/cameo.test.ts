import {describe, expect, test} from 'vitest';
import {cameoCode} from '../../../source/core/events/cameo.js';

describe('a CAMEO code', () => {
  test('has its words and its Goldstein value', () => {
    expect(cameoCode('195')?.goldstein).toBe(-10);
    expect(cameoCode('195')?.name).toMatch(/aerial/iu);
  });

  test('is text: 010 is not 10', () => {
    expect(cameoCode('010')?.name).not.toBe(cameoCode('10')?.name);
  });

  test('falls back to the longest prefix that is known, and is unknown without a root', () => {
    expect(cameoCode('1959')).toEqual(cameoCode('195'));
    expect(cameoCode('99')).toBeUndefined();
    expect(cameoCode('')).toBeUndefined();
    expect(cameoCode('constructor')).toBeUndefined();
  });
});
