import {geoMercatorRaw} from 'd3-geo';

/** Arc numbers, nested as in TopoJSON; `~n` is arc n backwards. */
type NestedArcs = number | readonly NestedArcs[];

/** What is used of `world-atlas` `countries-*.json` (TopoJSON, Natural Earth). */
export type MapTopology = {
  readonly transform: {
    readonly scale: readonly number[];
    readonly translate: readonly number[];
  };
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly objects: {
    readonly countries: {
      readonly geometries: readonly {
        readonly arcs?: readonly NestedArcs[];
        readonly properties?: {readonly name?: string};
      }[];
    };
  };
};

/** West and east in degrees, south and north in Mercator degrees (see `mercatorDegrees`). */
export type MapBounds = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** A coast or a border between two countries; the smallest part of the outlines that is drawn. */
export type MapArc = {
  readonly bounds: MapBounds;
  /** x0, y0, x1, y1…: degrees east, going on past 180 where the line does, and Mercator degrees north. */
  readonly points: Float64Array;
  /** True when two countries share it, false for a coast (of a lake too). */
  readonly isBorder: boolean;
};

export type MapCountry = {
  /** In English, as in Natural Earth. */
  readonly name: string;
  readonly bounds: MapBounds;
  /** The lines that close its rings, each moved east by so many degrees (a multiple of 360). */
  readonly edges: readonly {readonly arc: MapArc; readonly shift: number}[];
};

/** Coasts and borders, ready to be cut to a view. */
export type MapOutlines = {
  readonly arcs: readonly MapArc[];
  readonly countries: readonly MapCountry[];
};

/** Where Mercator's world is as high as it is wide; nothing beyond it is drawn. */
export const NORTHMOST_LATITUDE = 85.0511287798066;

/**
@param latitude - degrees north, held to where Mercator's world ends (85.05).
@returns the distance from the equator on a Mercator map on which one degree of longitude is 1.
Source: Snyder 1987, "Map Projections: a Working Manual", §7; computed by d3-geo.
*/
export function mercatorDegrees(latitude: number): number {
  const held = Math.max(-NORTHMOST_LATITUDE, Math.min(NORTHMOST_LATITUDE, latitude));
  return toDegrees(geoMercatorRaw(0, toRadians(held))[1]);
}

/** @returns the latitude of a distance from the equator; the inverse of `mercatorDegrees`. */
export function latitudeOf(mercator: number): number {
  return toDegrees(2 * Math.atan(Math.exp(toRadians(mercator))) - Math.PI / 2);
}

/**
@param topology - `countries-50m.json` of world-atlas 2 (or 110m, 10m), as parsed; not changed.
@returns its arcs with their bounds and its countries: done once, so that drawing looks only at what
is in view. Takes some 30 ms for 50m.
*/
export function readOutlines(topology: MapTopology): MapOutlines {
  const {geometries} = topology.objects.countries;
  const ringsByCountry = geometries.map((geometry) => ringsOf(geometry.arcs ?? []));
  const users = new Uint8Array(topology.arcs.length);
  for (const rings of ringsByCountry) {
    const numbers = new Set(rings.flat().map((number) => (number < 0 ? ~number : number)));
    for (const number of numbers) users[number] = (users[number] ?? 0) + 1;
  }
  const arcs = topology.arcs.map((deltas, number): MapArc => {
    const points = decodeArc(deltas, topology.transform);
    return {points, bounds: boundsOfPoints(points), isBorder: (users[number] ?? 0) > 1};
  });
  const countries = geometries.map((geometry, index): MapCountry => {
    const edges = (ringsByCountry[index] ?? []).flatMap((ring) => closeRing(ring, arcs));
    return {name: geometry.properties?.name ?? '', edges, bounds: boundsOfEdges(edges)};
  });
  return {arcs, countries};
}

/** Undo the deltas and quantisation (TopoJSON 1.0, §2.1.4); no step is longer than half the earth. */
function decodeArc(
  deltas: MapTopology['arcs'][number],
  {scale, translate}: MapTopology['transform'],
): Float64Array {
  const points = new Float64Array(deltas.length * 2);
  let [x, y, turns] = [0, 0, 0];
  for (let index = 0; index < deltas.length; index++) {
    const delta = deltas[index];
    x += delta?.[0] ?? 0;
    y += delta?.[1] ?? 0;
    const longitude = x * (scale[0] ?? 1) + (translate[0] ?? 0);
    if (index > 0) turns += wholeTurns((points[index * 2 - 2] ?? 0) - longitude - turns);
    points[index * 2] = longitude + turns;
    points[index * 2 + 1] = mercatorDegrees(y * (scale[1] ?? 1) + (translate[1] ?? 0));
  }
  return points;
}

/**
Lay the arcs of a ring end to end, past 180 degrees where it goes on there. A ring that goes round
the earth is closed along the edge of the map on its side of the equator: it holds a pole.
*/
function closeRing(ring: readonly number[], arcs: readonly MapArc[]): MapCountry['edges'] {
  const edges: {readonly arc: MapArc; readonly shift: number}[] = [];
  let start: readonly [number, number] | undefined;
  let end: readonly [number, number] = [0, 0];
  for (const number of ring) {
    const arc = arcs[number < 0 ? ~number : number];
    if (arc === undefined) continue;
    const {points} = arc;
    const head = [points[0] ?? 0, points[1] ?? 0] as const;
    const tail = [points.at(-2) ?? 0, points.at(-1) ?? 0] as const;
    const [from, to] = number < 0 ? [tail, head] : [head, tail];
    const shift = start === undefined ? 0 : wholeTurns(end[0] - from[0]);
    start ??= from;
    end = [to[0] + shift, to[1]];
    edges.push({arc, shift});
  }
  if (start === undefined || Math.abs(end[0] - start[0]) < 180) return edges;
  const pole = Math.sign(end[1]) * mercatorDegrees(NORTHMOST_LATITUDE);
  const points = Float64Array.of(...end, end[0], pole, start[0], pole, ...start);
  return [...edges, {arc: {points, bounds: boundsOfPoints(points), isBorder: false}, shift: 0}];
}

/** @returns the multiple of 360 nearest to a difference of longitudes. */
function wholeTurns(degrees: number): number {
  return Math.round(degrees / 360) * 360;
}

/** @returns the rings of a polygon or of several, as lists of arc numbers. */
function ringsOf(nested: readonly NestedArcs[]): number[][] {
  const ring = nested.filter((one) => typeof one === 'number');
  if (ring.length > 0) return [ring];
  return nested.flatMap((one) => (typeof one === 'number' ? [] : ringsOf(one)));
}

function boundsOfEdges(edges: MapCountry['edges']): MapBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {arc, shift} of edges) {
    west = Math.min(west, arc.bounds.west + shift);
    south = Math.min(south, arc.bounds.south);
    east = Math.max(east, arc.bounds.east + shift);
    north = Math.max(north, arc.bounds.north);
  }
  return {west, south, east, north};
}

function boundsOfPoints(points: Float64Array): MapBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return {west, south, east, north};
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
