import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  fitMap,
  frameOf,
  holdView,
  panMap,
  toDots,
  wrapLongitude,
  zoomMap,
  type MapPoint,
  type MapView,
} from '../../../source/core/draw/map-view.js';

const point: fc.Arbitrary<MapPoint> = fc.record({
  latitude: fc.double({min: -65, max: 65, noNaN: true}),
  longitude: fc.double({min: -180, max: 179.9, noNaN: true}),
});
const view: fc.Arbitrary<MapView> = fc.record({
  center: point,
  spanDegrees: fc.double({min: 1, max: 90, noNaN: true}),
});

const [width, height] = [70, 20];

test('further east is further right and further north is higher', () => {
  fc.assert(
    fc.property(view, point, point, (held, a, b) => {
      const frame = frameOf(held, width, height);
      const [left, right] = [toDots(frame, a), toDots(frame, b)];
      const east = (one: MapPoint): number => wrapLongitude(one.longitude - held.center.longitude);
      expect(Math.sign(right.x - left.x)).toBe(Math.sign(east(b) - east(a)));
      if (Math.abs(b.latitude - a.latitude) > 1e-6) {
        expect(Math.sign(left.y - right.y)).toBe(Math.sign(b.latitude - a.latitude));
      }
    }),
    {seed: 2, numRuns: 300},
  );
});

test('the centre of the view is the middle of the frame', () => {
  const center = {latitude: 33, longitude: 44};
  const {x, y} = toDots(frameOf({center, spanDegrees: 12}, width, height), center);
  expect([x, y]).toEqual([width, height * 2]);
});

test('a degree is as long north as it is east, in dots that are square', () => {
  const center = {latitude: 60, longitude: 0};
  const frame = frameOf({center, spanDegrees: 10}, width, height);
  const east = toDots(frame, {latitude: 60, longitude: 0.02}).x - frame.width / 2;
  const north = frame.height / 2 - toDots(frame, {latitude: 60.01, longitude: 0}).y;
  expect(north).toBeCloseTo(east, 2);
});

test('zooming in and out by the same factor comes back', () => {
  fc.assert(
    fc.property(
      view,
      point,
      fc.double({min: 1.1, max: 4, noNaN: true}),
      (before, around, factor) => {
        const there = zoomMap(before, factor, around);
        fc.pre(there.spanDegrees > 0.2);
        const back = zoomMap(there, 1 / factor, around);
        expect(back.spanDegrees).toBeCloseTo(before.spanDegrees, 6);
        expect(back.center.latitude).toBeCloseTo(before.center.latitude, 6);
        expect(wrapLongitude(back.center.longitude - before.center.longitude)).toBeCloseTo(0, 6);
      },
    ),
    {seed: 3, numRuns: 200},
  );
});

test('zooming keeps the spot under the cursor where it is', () => {
  fc.assert(
    fc.property(view, fc.double({min: 1.1, max: 4, noNaN: true}), (before, factor) => {
      const around = {
        latitude: before.center.latitude + 0.1,
        longitude: before.center.longitude + before.spanDegrees / 5,
      };
      const there = toDots(frameOf(before, width, height), around);
      const here = toDots(frameOf(zoomMap(before, factor, around), width, height), around);
      if (before.spanDegrees / factor > 0.2) {
        expect(here.x).toBeCloseTo(there.x, 4);
        expect(here.y).toBeCloseTo(there.y, 4);
      }
    }),
    {seed: 4, numRuns: 200},
  );
});

test('panning by columns and rows moves the map by as many cells', () => {
  const before = {center: {latitude: 33, longitude: 44}, spanDegrees: 12};
  const after = panMap(before, {columns: 5, rows: 3}, width);
  const spot = {latitude: 33.5, longitude: 44.5};
  const [was, is] = [before, after].map((one) => toDots(frameOf(one, width, height), spot));
  expect((was?.x ?? 0) - (is?.x ?? 0)).toBeCloseTo(10, 6);
  expect((was?.y ?? 0) - (is?.y ?? 0)).toBeCloseTo(12, 6);
  const back = panMap(after, {columns: -5, rows: -3}, width);
  expect(back.center.latitude).toBeCloseTo(33, 9);
  expect(back.center.longitude).toBeCloseTo(44, 9);
});

test('panning across the antimeridian goes on at the other side', () => {
  const at = panMap(
    {center: {latitude: 0, longitude: 179}, spanDegrees: 70},
    {columns: 2, rows: 0},
    width,
  );
  expect(at.center.longitude).toBeCloseTo(-179, 9);
});

test('fitting shows every place, wherever they are', () => {
  fc.assert(
    fc.property(
      fc.array(point, {minLength: 1, maxLength: 5}),
      fc.integer({min: 30, max: 120}),
      fc.integer({min: 8, max: 40}),
      (places, columns, rows) => {
        const fitted = fitMap(places, columns, rows);
        fc.pre(fitted.spanDegrees < 360);
        const frame = frameOf(fitted, columns, rows);
        for (const place of places) {
          const {x, y} = toDots(frame, place);
          expect(x >= 0 && x < frame.width && y >= 0 && y < frame.height).toBe(true);
        }
      },
    ),
    {seed: 5, numRuns: 300},
  );
});

test('places on both sides of the antimeridian are fitted across it, not round the world', () => {
  const fitted = fitMap(
    [
      {latitude: -17, longitude: 179},
      {latitude: -17, longitude: -179},
    ],
    width,
    height,
  );
  expect(fitted.spanDegrees).toBeLessThan(20);
  expect(Math.abs(fitted.center.longitude)).toBeCloseTo(180, 6);
});

test('one place is fitted with its surroundings, none with the world', () => {
  const one = fitMap([{latitude: 33.3, longitude: 44.4}], width, height);
  expect(one.spanDegrees).toBeGreaterThan(10);
  expect(one.spanDegrees).toBeLessThan(13);
  expect(fitMap([], width, height).spanDegrees).toBe(360);
});

test('a view that is no view becomes one', () => {
  expect(holdView({center: {latitude: NaN, longitude: Infinity}, spanDegrees: NaN})).toEqual({
    center: {latitude: 20, longitude: 0},
    spanDegrees: 360,
  });
  expect(holdView({center: {latitude: 89, longitude: 190}, spanDegrees: 0})).toEqual({
    center: {latitude: 80, longitude: -170},
    spanDegrees: 0.2,
  });
});
