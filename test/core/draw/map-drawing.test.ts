import {geoContains} from 'd3-geo';
import fc from 'fast-check';
import {feature} from 'topojson-client';
import {expect, test} from 'vitest';
import {lineWidth} from '../../../source/core/draw/fit-text.js';
import type {Charset} from '../../../source/core/draw/glyphs.js';
import type {Line} from '../../../source/core/draw/line.js';
import {drawMap, type MapPlace} from '../../../source/core/draw/map-drawing.js';
import {latitudeOf, type MapOutlines} from '../../../source/core/draw/map-outlines.js';
import {rasterMap} from '../../../source/core/draw/map-raster.js';
import {fitMap, frameOf, type MapView} from '../../../source/core/draw/map-view.js';
import {naturalEarth, readTopology} from './natural-earth.js';

const outlines = naturalEarth('50m');
const coarse = naturalEarth('110m');

const qaim: MapPlace = {
  label: 'Al-Qaim',
  latitude: 34.367,
  longitude: 41.139,
  precision: 1,
  isSelected: true,
  count: 3,
};
const jurf: MapPlace = {
  label: 'Jurf al-Sakhr',
  latitude: 32.867,
  longitude: 44.214,
  precision: 2,
};
const baghdad: MapPlace = {label: 'Baghdad', latitude: 33.315, longitude: 44.366, precision: 1};
const places = [jurf, qaim, baghdad];
const allOfIraq: MapView = {center: {latitude: 33.2, longitude: 43.7}, spanDegrees: 19};

const text = (lines: readonly Line[]): readonly string[] =>
  lines.map((line) => line.map((span) => span.text).join(''));

function draw(view: MapView, width: number, height: number, charset: Charset): readonly string[] {
  return text(drawMap({outlines, ...view, width, height, charset, places}));
}

/** Cells that hold a character, from the top. */
function find(lines: readonly string[], character: string): {row: number; column: number}[] {
  return lines.flatMap((line, row) => {
    const column = line.indexOf(character);
    return column < 0 ? [] : [{row, column}];
  });
}

const framed = (lines: readonly string[]): string =>
  `${lines.map((line) => `${line}|`).join('\n')}\n`;

const goldenViews: readonly (readonly [string, MapView, number, number])[] = [
  ['iraq-70x20', allOfIraq, 70, 20],
  ['places-38x12', fitMap(places, 38, 12), 38, 12],
  ['places-30x8', fitMap(places, 30, 8), 30, 8],
  ['region-100x30', {center: {latitude: 31, longitude: 45}, spanDegrees: 40}, 100, 30],
];

for (const [name, view, width, height] of goldenViews) {
  test.each(['unicode', 'ascii'] as const)(`the map ${name} in %s looks as agreed`, (charset) =>
    expect(framed(draw(view, width, height, charset))).toMatchFileSnapshot(
      `../../golden/map/${name}-${charset}.txt`,
    ),
  );
}

test('every cell off the borders lies in the country that holds it on the globe', () => {
  const topology = readTopology('50m');
  const countries = feature(topology as never, topology.objects.countries as never) as unknown as {
    readonly features: readonly (GeoJSON.Feature & {
      readonly properties: {readonly name: string};
    })[];
  };
  const frame = frameOf(allOfIraq, 70, 20);
  const raster = rasterMap(outlines, frame);
  for (const name of ['Iraq', 'Syria', 'Kuwait']) {
    const shape = countries.features.find((one) => one.properties.name === name);
    if (shape === undefined) throw new Error(`no ${name}`);
    let inside = 0;
    for (const [position, country] of raster.country.entries()) {
      if (raster.border[position] !== 0 || raster.coast[position] !== 0) continue;
      const x = ((position % 70) + 0.5) * 2 - frame.width / 2;
      const y = frame.height / 2 - (Math.floor(position / 70) + 0.5) * 4;
      const spot: [number, number] = [
        frame.centerX + x / frame.dotsPerDegree,
        latitudeOf(frame.centerY + y / frame.dotsPerDegree),
      ];
      const isDrawn = outlines.countries[country - 1]?.name === name;
      expect([name, spot, isDrawn]).toEqual([name, spot, geoContains(shape, spot)]);
      if (isDrawn) inside++;
    }
    if (name === 'Iraq') expect(inside).toBeGreaterThan(200);
  }
});

test('Al-Qaim is inside Iraq on the Syrian border, Jurf al-Sakhr south-west of Baghdad', () => {
  const lines = draw(allOfIraq, 70, 20, 'unicode');
  const raster = rasterMap(outlines, frameOf(allOfIraq, 70, 20));
  const countryAt = (row: number, column: number): string =>
    outlines.countries[(raster.country[row * 70 + column] ?? 0) - 1]?.name ?? 'water';
  const [west] = find(lines, '◉');
  const [north, south] = find(lines, '•');
  if (west === undefined || north === undefined || south === undefined) throw new Error('no marks');
  expect(countryAt(west.row, west.column)).toBe('Iraq');
  expect(countryAt(west.row, west.column - 2)).toBe('Syria');
  expect(countryAt(south.row, south.column)).toBe('Iraq');
  expect(lines[north.row]).toContain('Baghdad •');
  expect(lines[south.row]).toContain('Jurf al-Sakhr •');
  expect(south.row).toBeGreaterThan(north.row);
  expect(south.column).toBeLessThanOrEqual(north.column);
  expect(west.row).toBeLessThan(north.row);
  expect(west.column).toBeLessThan(south.column);
});

test('names of places and of the countries around them stand whole and apart', () => {
  const all = draw(allOfIraq, 70, 20, 'unicode').join('\n');
  for (const name of [
    '◉ Al-Qaim ×3',
    'Jurf al-Sakhr •',
    'Baghdad •',
    'I R A Q',
    'SYRIA',
    'JORDAN',
  ]) {
    expect(all).toContain(name);
  }
});

test('what is known only nearly lies within a circle, what is exact has none', () => {
  const view = {center: jurf, spanDegrees: 3};
  const dots = (precision: 1 | 2 | 3): number =>
    drawMap({
      outlines,
      ...view,
      width: 60,
      height: 24,
      charset: 'ascii',
      places: [{...jurf, precision}],
    })
      .flat()
      .filter((span) => span.role === 'mark')
      .join('').length;
  const [exact, near, region] = [dots(1), dots(2), dots(3)];
  expect(exact).toBeLessThan(near);
  expect(near).toBeLessThan(region);
});

test('the circle of a place known nearly is 25 km wide each way', () => {
  const view = {center: {latitude: 0.01, longitude: 20}, spanDegrees: 2};
  const lines = text(
    drawMap({
      outlines,
      ...view,
      width: 70,
      height: 30,
      charset: 'ascii',
      places: [{...view.center, label: '', precision: 2}],
    }),
  );
  const columns = lines.flatMap((line) => [...line.matchAll(/\+/g)].map((match) => match.index));
  const kmPerColumn = (2 * 111.195) / 70;
  expect((Math.max(...columns) - Math.min(...columns)) * kmPerColumn).toBeGreaterThan(43);
  expect((Math.max(...columns) - Math.min(...columns)) * kmPerColumn).toBeLessThan(57);
});

test('the scale bar is as long as it says', () => {
  const lines = draw({center: {latitude: 33, longitude: 44}, spanDegrees: 12}, 70, 20, 'ascii');
  const [, bar = '', km = ''] = /(\|-+\|) (\d+) km/.exec(lines.join('\n')) ?? [];
  const kmPerColumn = (12 / 70) * 111.195 * Math.cos((33 * Math.PI) / 180);
  expect(Math.abs(bar.length * kmPerColumn - Number(km))).toBeLessThan(kmPerColumn * 1.6);
});

test('a selected place out of view is an arrow at the edge, any other is left out', () => {
  const east = {center: {latitude: 34.367, longitude: 60}, spanDegrees: 10};
  const lines = draw(east, 60, 16, 'unicode').join('\n');
  expect(lines).toContain('← Al-Qaim');
  expect(lines).not.toContain('Baghdad');
});

test('a place that is a country is marked at its name, without a circle', () => {
  const iraq: MapPlace = {label: 'Iraq', latitude: 33.1, longitude: 43.3, precision: 3, count: 4};
  const request = {outlines, width: 70, height: 20, charset: 'ascii' as const};
  const lines = drawMap({...request, ...allOfIraq, places: [iraq, {...qaim, isSelected: false}]});
  expect(text(lines).join('\n')).toMatch(/\* I R A Q x4/);
  expect(text(lines).join('').replaceAll(/[^+]/g, '')).toBe('');
  const far = {center: {latitude: 33, longitude: 44}, spanDegrees: 300};
  const small = text(drawMap({...request, ...far, places: [{...iraq, isSelected: true}]}));
  expect(small.join('\n')).toMatch(/@ Iraq x4|Iraq x4 @/);
});

test('names that share a spot do not run over one another', () => {
  const crowd = Array.from({length: 12}, (_, index) => ({...baghdad, label: `Place ${index}`}));
  const lines = text(
    drawMap({outlines, ...allOfIraq, width: 70, height: 20, charset: 'ascii', places: crowd}),
  );
  const whole = lines.join('\n').match(/Place \d+(?= |$)/gm) ?? [];
  expect(whole.length).toBeGreaterThan(5);
  expect(new Set(whole).size).toBe(whole.length);
});

test('in ASCII nothing else is drawn, in names of countries neither', () => {
  const view = {center: {latitude: 7, longitude: -5}, spanDegrees: 14};
  const lines = text(
    drawMap({outlines, ...view, width: 100, height: 40, charset: 'ascii', places: []}),
  );
  expect(lines.join('')).toMatch(/^[ -~]+$/);
  expect(lines.join('').replaceAll(' ', '')).toContain("COTED'IVOIRE");
});

test('the far side of the antimeridian is drawn on', () => {
  const view = {center: {latitude: 66, longitude: 180}, spanDegrees: 40};
  const raster = rasterMap(outlines, frameOf(view, 80, 24));
  const names = new Set([...raster.country].map((one) => outlines.countries[one - 1]?.name));
  expect(names).toContain('Russia');
  expect(names).toContain('United States of America');
  const row = raster.country.subarray(10 * 80, 11 * 80);
  const russia = outlines.countries.findIndex((one) => one.name === 'Russia') + 1;
  // Chukotka reaches across the middle.
  expect(row.lastIndexOf(russia)).toBeGreaterThan(40);
  expect(row.indexOf(russia)).toBeLessThan(40);
});

test('Antarctica is land down to the lower edge', () => {
  const view = {center: {latitude: -80, longitude: 0}, spanDegrees: 120};
  const raster = rasterMap(coarse, frameOf(view, 60, 12));
  const south = coarse.countries.findIndex((one) => one.name === 'Antarctica') + 1;
  expect(raster.country.at(-1 - 30)).toBe(south);
});

test('only what is in view is looked at', () => {
  let touched = 0;
  const counting: MapOutlines = {
    countries: [],
    arcs: outlines.arcs.map((arc) => ({
      ...arc,
      get points() {
        touched++;
        return arc.points;
      },
    })),
  };
  drawMap({
    outlines: counting,
    ...allOfIraq,
    width: 70,
    height: 20,
    charset: 'unicode',
    places: [],
  });
  expect(touched).toBeGreaterThan(10);
  expect(touched).toBeLessThan(outlines.arcs.length / 20);
});

test('any view at any size gives as many lines as wide as asked for', () => {
  const number = fc.oneof(
    fc.double({min: -400, max: 400, noNaN: true}),
    fc.constantFrom(NaN, Infinity, 90, -90, 180, -180, 0),
  );
  const place = fc.record({
    label: fc.constantFrom('', 'Al-Qaim', 'القائم', '𝔘😀é', 'x'.repeat(500)),
    latitude: number,
    longitude: number,
    precision: fc.constantFrom(1 as const, 2 as const, 3 as const),
    isSelected: fc.boolean(),
    count: fc.integer({min: 0, max: 10_000}),
  });
  fc.assert(
    fc.property(
      fc.record({latitude: number, longitude: number}),
      number,
      fc.integer({min: 0, max: 60}),
      fc.integer({min: 0, max: 16}),
      fc.constantFrom('unicode' as const, 'ascii' as const),
      fc.array(place, {maxLength: 4}),
      (center, spanDegrees, width, height, charset, marked) => {
        const request = {outlines: coarse, center, spanDegrees, width, height, charset};
        const lines = drawMap({...request, places: marked});
        expect(lines).toHaveLength(height);
        for (const line of lines) expect(lineWidth(line)).toBe(width);
      },
    ),
    {seed: 6, numRuns: 150},
  );
});
