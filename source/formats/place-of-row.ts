/** The place a row names, with its coordinates checked. */
import type {Place} from '../core/events/chronology.js';
import type {Loss} from './format.js';
import {cellsKey, rememberCells} from './remember-cells.js';
import {cellNumber, cellText, idFromName, quoteCell} from './table-cells.js';

/** The cells that say where, raw; leave out what a format has no column for. */
export type PlaceCells = {
  readonly name?: string | undefined;
  readonly country?: string | undefined;
  readonly admin1?: string | undefined;
  readonly latitude?: string | undefined;
  readonly longitude?: string | undefined;
  readonly precision?: 1 | 2 | 3 | undefined;
  /** Anything else that is known of it. */
  readonly note?: string | undefined;
  /** Whose coordinates they are. */
  readonly from: string;
};

/**
@param losses - coordinates that are no place on Earth are reported here and left out.
@returns the place, or undefined when no cell names one.
*/
export function placeOfRow(cells: PlaceCells, row: number, losses: Loss[]): Place | undefined {
  const {name, country, admin1, latitude, longitude, precision, note, from} = cells;
  const key = cellsKey([name, country, admin1, latitude, longitude, precision, note, from]);
  const known = knownPlace(key, () => {
    const own: Loss[] = [];
    const place = makePlace(cells, row, own);
    return {place, isSound: own.length === 0};
  });
  // What is wrong with a place is reported for every row that has it.
  return known.isSound ? known.place : makePlace(cells, row, losses);
}

const knownPlace = rememberCells<{
  readonly place: Place | undefined;
  readonly isSound: boolean;
}>();

function makePlace(cells: PlaceCells, row: number, losses: Loss[]): Place | undefined {
  const country = cellText(cells.country);
  const admin1 = cellText(cells.admin1);
  const name = cellText(cells.name) || admin1 || country;
  const point = readPoint(cells, row, losses);
  if (name === '' && point === undefined) return undefined;
  const shown = name === '' && point ? `${point.latitude}, ${point.longitude}` : name;
  const note = cells.note ?? '';
  return {
    id: idFromName(
      'place',
      shown,
      [admin1, country, point?.latitude, point?.longitude, cells.precision, note].join('|'),
    ),
    name: shown,
    ...(country === '' ? {} : {country}),
    ...(admin1 === '' ? {} : {admin1}),
    ...(point === undefined ? {} : {...point, coordinates_from: cells.from}),
    ...(cells.precision === undefined ? {} : {geo_precision: cells.precision}),
    ...(note === '' ? {} : {note}),
  };
}

function readPoint(
  cells: PlaceCells,
  row: number,
  losses: Loss[],
): {readonly latitude: number; readonly longitude: number} | undefined {
  const texts = [cellText(cells.latitude), cellText(cells.longitude)];
  if (texts.every((text) => text === '')) return undefined;
  const [latitude, longitude] = [cellNumber(texts[0]), cellNumber(texts[1])];
  if (
    latitude === undefined ||
    longitude === undefined ||
    Math.abs(latitude) > 90 ||
    Math.abs(longitude) > 180
  ) {
    const shown = `${quoteCell(texts[0])}, ${quoteCell(texts[1])}`;
    losses.push({row, field: 'latitude', what: `no coordinates on Earth, left out: ${shown}`});
    return undefined;
  }
  return {latitude, longitude};
}
