import type {MapArc, MapOutlines} from './map-outlines.js';
import {DOTS_ACROSS, DOTS_DOWN, type MapFrame} from './map-view.js';

/** What a map shows before marks and labels; one item a cell, row by row. */
export type MapRaster = {
  readonly columns: number;
  readonly rows: number;
  /** Dots of coasts as Braille bits (U+2800 plus the bits is the character). */
  readonly coast: Uint8Array;
  /** Dots of borders between countries, likewise. */
  readonly border: Uint8Array;
  /** Dots of the areas that places lie within, likewise; empty until drawn with `setDot`. */
  readonly area: Uint8Array;
  /** Which country the middle of the cell lies in: its position in the outlines plus 1, or 0 for water. */
  readonly country: Uint16Array;
};

/** Braille bit of a dot, by row from the top, then left and right. */
const BITS = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

/** Points nearer than this many dots to the one before make no difference and are passed over. */
const LEAST_STEP = 0.7;

/** How far from the antimeridian a line along it may lie, in degrees: a cut, not a coast. */
const CUT_WIDTH = 0.01;
/** The south end of the outlines, in Mercator degrees: likewise. */
const CUT_MERCATOR = -179.9;

/** Where the world is repeated; lines that go on past 180 degrees need a second one on each side. */
const REPEATS = [-720, -360, 0, 360, 720];

/** Dots of a dashed line: so many on, so many off. */
type Dashes = {readonly on: number; readonly off: number};

/**
@param dashes - of the borders; solid when left out. Coasts are always solid.
@returns coasts, borders and countries of the part of the outlines in the frame. Costs a comparison
for each arc and country out of view, and work for each point of those in it.
*/
export function rasterMap(outlines: MapOutlines, frame: MapFrame, dashes?: Dashes): MapRaster {
  const columns = Math.max(0, Math.floor(frame.width / DOTS_ACROSS));
  const rows = Math.max(0, Math.floor(frame.height / DOTS_DOWN));
  const raster: MapRaster = {
    columns,
    rows,
    coast: new Uint8Array(columns * rows),
    border: new Uint8Array(columns * rows),
    area: new Uint8Array(columns * rows),
    country: new Uint16Array(columns * rows),
  };
  const thinned = new Map<MapArc, Float64Array>();
  const dotsOf = (arc: MapArc): Float64Array => {
    const known = thinned.get(arc);
    if (known !== undefined) return known;
    const dots = thinArc(arc, frame);
    thinned.set(arc, dots);
    return dots;
  };
  for (const repeat of REPEATS) {
    const inView = visibleTest(frame, repeat);
    for (const [index, country] of outlines.countries.entries()) {
      if (!inView(country.bounds)) continue;
      const edges = country.edges.map(({arc, shift}) => ({
        dots: dotsOf(arc),
        shift: (shift + repeat) * frame.dotsPerDegree,
      }));
      fillCountry(raster, edges, index + 1);
    }
    for (const arc of outlines.arcs) {
      if (!inView(arc.bounds)) continue;
      const layer = arc.isBorder ? raster.border : raster.coast;
      const shift = repeat * frame.dotsPerDegree;
      strokeArc(
        raster,
        layer,
        {dots: dotsOf(arc), shift},
        frame,
        arc.isBorder ? dashes : undefined,
      );
    }
  }
  return raster;
}

/** Set one dot of a layer; outside the raster nothing happens. */
export function setDot(raster: MapRaster, layer: Uint8Array, x: number, y: number): void {
  if (!(x >= 0 && y >= 0 && x < raster.columns * DOTS_ACROSS && y < raster.rows * DOTS_DOWN))
    return;
  const [dotX, dotY] = [Math.floor(x), Math.floor(y)];
  const cell = Math.floor(dotY / DOTS_DOWN) * raster.columns + Math.floor(dotX / DOTS_ACROSS);
  const bit = BITS[(dotY % DOTS_DOWN) * DOTS_ACROSS + (dotX % DOTS_ACROSS)] ?? 0;
  layer[cell] = (layer[cell] ?? 0) | bit;
}

function visibleTest(frame: MapFrame, shift: number): (bounds: MapArc['bounds']) => boolean {
  const halfWidth = frame.width / 2 / frame.dotsPerDegree;
  const halfHeight = frame.height / 2 / frame.dotsPerDegree;
  const [west, east] = [frame.centerX - halfWidth - shift, frame.centerX + halfWidth - shift];
  const [south, north] = [frame.centerY - halfHeight, frame.centerY + halfHeight];
  return (bounds) =>
    bounds.west <= east && bounds.east >= west && bounds.south <= north && bounds.north >= south;
}

/** An arc in dots without the points too near to matter; its ends stay, so that rings stay closed. */
function thinArc({points}: MapArc, frame: MapFrame): Float64Array {
  const out = new Float64Array(points.length);
  let length = 0;
  let [lastX, lastY] = [Infinity, Infinity];
  for (let at = 0; at < points.length; at += 2) {
    const x = frame.width / 2 + ((points[at] ?? 0) - frame.centerX) * frame.dotsPerDegree;
    const y = frame.height / 2 - ((points[at + 1] ?? 0) - frame.centerY) * frame.dotsPerDegree;
    const isNear = Math.abs(x - lastX) < LEAST_STEP && Math.abs(y - lastY) < LEAST_STEP;
    if (isNear && at + 2 < points.length) continue;
    out[length++] = x;
    out[length++] = y;
    [lastX, lastY] = [x, y];
  }
  return out.subarray(0, length);
}

/** A line in dots, to be drawn so many dots further right. */
type Stroke = {readonly dots: Float64Array; readonly shift: number};

function strokeArc(
  raster: MapRaster,
  layer: Uint8Array,
  {dots, shift}: Stroke,
  frame: MapFrame,
  dashes: Dashes | undefined,
): void {
  const middleX = frame.width / 2 - frame.centerX * frame.dotsPerDegree;
  const lowestY = frame.height / 2 - (CUT_MERCATOR - frame.centerY) * frame.dotsPerDegree;
  const isCut = (x: number, y: number): boolean => {
    const longitude = Math.abs((x - middleX) / frame.dotsPerDegree) % 360;
    return Math.abs(longitude - 180) < CUT_WIDTH || y >= lowestY;
  };
  let walked = 0;
  let [x1, y1] = [dots[0] ?? 0, dots[1] ?? 0];
  for (let at = 2; at < dots.length; at += 2) {
    const [x0, y0] = [x1, y1];
    x1 = dots[at] ?? 0;
    y1 = dots[at + 1] ?? 0;
    const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
    if (!(isCut(x0, y0) && isCut(x1, y1))) {
      strokeLine(raster, layer, [x0 + shift, y0, x1 + shift, y1], walked, dashes);
    }
    walked += steps;
  }
}

/** Draw the part of a straight line that lies in the raster, dot by dot. */
function strokeLine(
  raster: MapRaster,
  layer: Uint8Array,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  walked: number,
  dashes: Dashes | undefined,
): void {
  const [from, to] = insidePart(
    [x0, y0, x1 - x0, y1 - y0],
    raster.columns * DOTS_ACROSS,
    raster.rows * DOTS_DOWN,
  );
  if (from > to) return;
  const length = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
  const steps = Math.max(1, Math.ceil((to - from) * length));
  for (let step = 0; step <= steps; step++) {
    const share = from + ((to - from) * step) / steps;
    if (dashes !== undefined) {
      const phase = (walked + share * length) % (dashes.on + dashes.off);
      if (phase >= dashes.on) continue;
    }
    setDot(raster, layer, x0 + (x1 - x0) * share, y0 + (y1 - y0) * share);
  }
}

/**
The share of a line, from 0 to 1, that lies in `[0, width] x [0, height]`; first above second when
none does. Source: Liang & Barsky 1984, "A New Concept and Method for Line Clipping".
*/
function insidePart(
  [x, y, dx, dy]: readonly [number, number, number, number],
  width: number,
  height: number,
): readonly [number, number] {
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, x],
    [dx, width - x],
    [-dy, y],
    [dy, height - y],
  ] as const) {
    if (step === 0 && room < 0) return [1, 0];
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return [from, to];
}

/**
Give a country the cells whose middle it holds, by counting how many of its edges lie to the left
(even-odd rule); edges need no order, as its arcs together are closed.
*/
function fillCountry(raster: MapRaster, edges: readonly Stroke[], value: number): void {
  const crossings: number[][] = Array.from({length: raster.rows}, () => []);
  for (const {dots, shift} of edges) {
    let [x1, y1] = [dots[0] ?? 0, dots[1] ?? 0];
    for (let at = 2; at < dots.length; at += 2) {
      const [x0, y0] = [x1, y1];
      x1 = dots[at] ?? 0;
      y1 = dots[at + 1] ?? 0;
      const [low, high] = y0 < y1 ? [y0, y1] : [y1, y0];
      const first = Math.max(0, Math.ceil(low / DOTS_DOWN - 0.5));
      const last = Math.min(raster.rows, Math.ceil(high / DOTS_DOWN - 0.5));
      for (let row = first; row < last; row++) {
        const y = (row + 0.5) * DOTS_DOWN;
        crossings[row]?.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) + shift);
      }
    }
  }
  for (const [row, found] of crossings.entries()) {
    const sorted = Float64Array.from(found).toSorted();
    for (let at = 1; at < sorted.length; at += 2) {
      const from = Math.max(0, Math.ceil((sorted[at - 1] ?? 0) / DOTS_ACROSS - 0.5));
      const to = Math.min(raster.columns, Math.ceil((sorted[at] ?? 0) / DOTS_ACROSS - 0.5));
      if (from < to) {
        raster.country.fill(value, row * raster.columns + from, row * raster.columns + to);
      }
    }
  }
}
