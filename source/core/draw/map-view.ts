import {latitudeOf, mercatorDegrees} from './map-outlines.js';

/** A spot on the earth in degrees, WGS 84. */
export type MapPoint = {readonly latitude: number; readonly longitude: number};

/** Which part of the earth a map shows. */
export type MapView = {
  readonly center: MapPoint;
  /** Degrees of longitude from the left edge to the right one, 0.2 to 360. */
  readonly spanDegrees: number;
};

/** A drawing raster: a cell of the terminal is two dots wide and four high, so that dots are square. */
export type MapFrame = {
  /** In dots. */
  readonly width: number;
  /** In dots. */
  readonly height: number;
  /** Dots for each degree of longitude, and for each Mercator degree of latitude. */
  readonly dotsPerDegree: number;
  /** Degrees east of the middle of the frame. */
  readonly centerX: number;
  /** Mercator degrees north of the middle of the frame. */
  readonly centerY: number;
};

/** Dots of one cell across and down, as in a Braille character. */
export const DOTS_ACROSS = 2;
export const DOTS_DOWN = 4;

const NARROWEST_SPAN = 0.2;
const WHOLE_WORLD: MapView = {center: {latitude: 20, longitude: 0}, spanDegrees: 360};
/** Beyond it the map would be mostly empty. */
const FURTHEST_CENTER = 80;
/** What a map of a single place shows at least, each way, so that the countries around it can be made out. */
const LEAST_FIT_KM = 600;
/** Of a great circle of the mean earth, 6371 km. */
export const KM_PER_DEGREE = 111.195;
/** Room around the outermost places, as a share of the frame. */
const FIT_MARGIN = 0.15;

/**
@returns a view that can be drawn: the span held between 0.2 and 360 degrees, the centre between 80
south and 80 north and -180 and 180 east; what is not a number is taken from a map of the world.
*/
export function holdView(view: MapView): MapView {
  const {latitude, longitude} = view.center;
  const span = Number.isFinite(view.spanDegrees) ? view.spanDegrees : WHOLE_WORLD.spanDegrees;
  return {
    center: {
      latitude: Number.isFinite(latitude)
        ? Math.max(-FURTHEST_CENTER, Math.min(FURTHEST_CENTER, latitude))
        : WHOLE_WORLD.center.latitude,
      longitude: Number.isFinite(longitude) ? wrapLongitude(longitude) : 0,
    },
    spanDegrees: Math.max(NARROWEST_SPAN, Math.min(360, span)),
  };
}

/**
@param factor - above 1 comes nearer, below 1 goes away.
@param around - the spot that keeps its position on the screen; the centre when left out.
*/
export function zoomMap(view: MapView, factor: number, around?: MapPoint): MapView {
  const before = holdView(view);
  const {spanDegrees} = holdView({...before, spanDegrees: before.spanDegrees / factor});
  if (around === undefined) return {...before, spanDegrees};
  const share = spanDegrees / before.spanDegrees;
  const [aroundY, centerY] = [around.latitude, before.center.latitude].map(mercatorDegrees);
  const east = wrapLongitude(around.longitude - before.center.longitude);
  return holdView({
    center: {
      longitude: around.longitude - east * share,
      latitude: latitudeOf((aroundY ?? 0) + ((centerY ?? 0) - (aroundY ?? 0)) * share),
    },
    spanDegrees,
  });
}

/**
@param by - cells to the right and down that the view moves over the earth.
@param widthColumns - of the map.
*/
export function panMap(
  view: MapView,
  by: {readonly columns: number; readonly rows: number},
  widthColumns: number,
): MapView {
  const held = holdView(view);
  const degreesPerDot = held.spanDegrees / (Math.max(1, widthColumns) * DOTS_ACROSS);
  const north = mercatorDegrees(held.center.latitude) - by.rows * DOTS_DOWN * degreesPerDot;
  return holdView({
    center: {
      longitude: held.center.longitude + by.columns * DOTS_ACROSS * degreesPerDot,
      latitude: latitudeOf(north),
    },
    spanDegrees: held.spanDegrees,
  });
}

/**
@param places - what is to be seen, with room for the area of each.
@returns the nearest view of the given size in cells that shows them all, no nearer than 600 km
each way; the world when there are none.
*/
export function fitMap(
  places: readonly (MapPoint & {readonly precision?: 1 | 2 | 3})[],
  widthColumns: number,
  heightRows: number,
): MapView {
  const known = places.filter(
    (place) => Number.isFinite(place.latitude) && Number.isFinite(place.longitude),
  );
  if (known.length === 0) return WHOLE_WORLD;
  const boxes = known.map((place) => {
    const degrees = radiusKm(place.precision ?? 1) / KM_PER_DEGREE;
    const shrink = Math.max(0.1, Math.cos((place.latitude * Math.PI) / 180));
    return {
      longitude: wrapLongitude(place.longitude),
      east: degrees / shrink,
      south: mercatorDegrees(place.latitude - degrees),
      north: mercatorDegrees(place.latitude + degrees),
    };
  });
  const {west, width} = narrowestSpan(boxes);
  const south = Math.min(...boxes.map((box) => box.south));
  const north = Math.max(...boxes.map((box) => box.north));
  const latitude = latitudeOf((south + north) / 2);
  const aspect = (Math.max(1, heightRows) * DOTS_DOWN) / (Math.max(1, widthColumns) * DOTS_ACROSS);
  const kmPerDegree = KM_PER_DEGREE * Math.max(0.1, Math.cos((latitude * Math.PI) / 180));
  const least = LEAST_FIT_KM / kmPerDegree / Math.min(1, aspect);
  const needed = Math.max(width, (north - south) / aspect) / (1 - 2 * FIT_MARGIN);
  return holdView({
    center: {latitude, longitude: west + width / 2},
    spanDegrees: Math.max(least, needed),
  });
}

/**
@returns how far from its coordinates a place may lie, in km, drawn as a circle; 0 for no circle. A
drawing convention: ACLED's codebook gives its three precisions in words (the place, near the place,
the region); 25 km for "near" is the distance UCDP GED gives for its precision 2.
*/
export function radiusKm(precision: 1 | 2 | 3): number {
  return precision === 1 ? 0 : precision === 2 ? 25 : 100;
}

/** @returns the raster of a view for a map of so many cells. */
export function frameOf(view: MapView, widthColumns: number, heightRows: number): MapFrame {
  const held = holdView(view);
  const width = widthColumns * DOTS_ACROSS;
  return {
    width,
    height: heightRows * DOTS_DOWN,
    dotsPerDegree: width / held.spanDegrees,
    centerX: held.center.longitude,
    centerY: mercatorDegrees(held.center.latitude),
  };
}

/** @returns where a spot falls, in dots from the top left; of its repeats, the one nearest the middle. */
export function toDots(frame: MapFrame, point: MapPoint): {readonly x: number; readonly y: number} {
  const east = wrapLongitude(point.longitude - frame.centerX);
  return {
    x: frame.width / 2 + east * frame.dotsPerDegree,
    y: frame.height / 2 - (mercatorDegrees(point.latitude) - frame.centerY) * frame.dotsPerDegree,
  };
}

/** @returns the same meridian between -180 (in) and 180 (out). */
export function wrapLongitude(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/** The narrowest stretch of longitude that holds all boxes, across the antimeridian if need be. */
function narrowestSpan(boxes: readonly {readonly longitude: number; readonly east: number}[]): {
  readonly west: number;
  readonly width: number;
} {
  const sorted = boxes.toSorted((a, b) => a.longitude - b.longitude);
  let best = {west: -180, width: 360};
  for (let index = 0; index < sorted.length; index++) {
    const shifted = [
      ...sorted.slice(index),
      ...sorted.slice(0, index).map(({longitude, east}) => ({longitude: longitude + 360, east})),
    ];
    const west = Math.min(...shifted.map((box) => box.longitude - box.east));
    const width = Math.max(...shifted.map((box) => box.longitude + box.east)) - west;
    if (width < best.width) best = {west, width};
  }
  return best;
}
