import fc from 'fast-check';
import {expect, test} from 'vitest';
import {latitudeOf, mercatorDegrees} from '../../../source/core/draw/map-outlines.js';
import {naturalEarth} from './natural-earth.js';

const outlines = naturalEarth('110m');
const bounds = (name: string): string => {
  const country = outlines.countries.find((one) => one.name === name);
  const {west = NaN, south = NaN, east = NaN, north = NaN} = country?.bounds ?? {};
  return [west, latitudeOf(south), east, latitudeOf(north)].map((one) => one.toFixed(1)).join(' ');
};

const borders = (name: string): readonly boolean[] =>
  outlines.countries
    .filter((one) => one.name === name)
    .flatMap((one) => one.edges.map(({arc}) => arc.isBorder));

test('countries have the bounds they have on the earth', () => {
  expect(bounds('Iraq')).toBe('38.8 29.1 48.6 37.4');
});

test('a country across the antimeridian goes on past it', () => {
  expect(Number(bounds('Russia').split(' ')[2])).toBeGreaterThan(185);
});

test('no line jumps from one side of the earth to the other', () => {
  for (const {points} of outlines.arcs) {
    for (let at = 2; at < points.length; at += 2) {
      expect(Math.abs((points[at] ?? 0) - (points[at - 2] ?? 0))).toBeLessThan(180);
    }
  }
});

test('the edges of every country close', () => {
  for (const {name, edges} of outlines.countries) {
    const ends = new Map<string, number>();
    for (const {arc, shift} of edges) {
      for (const at of [0, arc.points.length - 2]) {
        // Modulo a turn: where a ring begins is where it ends, on the same meridian.
        const x = ((((arc.points[at] ?? 0) + shift) % 360) + 360) % 360;
        const key = `${x.toFixed(6)} ${(arc.points[at + 1] ?? 0).toFixed(6)}`;
        ends.set(key, (ends.get(key) ?? 0) + 1);
      }
    }
    expect([name, [...ends.values()].filter((count) => count % 2 === 1)]).toEqual([name, []]);
  }
});

test('a line two countries share is a border, any other a coast', () => {
  expect(borders('Mongolia')).not.toContain(false);
  expect(borders('Iceland')).not.toContain(true);
  expect(new Set(borders('Iraq'))).toEqual(new Set([true, false]));
});

test('latitude and Mercator distance are inverses, and hold at the poles', () => {
  fc.assert(
    fc.property(fc.double({min: -85, max: 85, noNaN: true}), (latitude) => {
      expect(latitudeOf(mercatorDegrees(latitude))).toBeCloseTo(latitude, 9);
    }),
    {seed: 1, numRuns: 200},
  );
  expect(mercatorDegrees(90)).toBeCloseTo(180, 6);
  expect(mercatorDegrees(-90)).toBeCloseTo(-180, 6);
});
