import type {MapPlace} from '../core/draw/map-drawing.js';
import type {DrawMap} from './pane.js';

/** Mean radius of the earth in km (IUGG). */
const EARTH_KM = 6371;
/** Places told; the nearest ones. */
const MOST_TOLD = 8;
const WINDS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
];

/**
What a map says by where things stand, in words: how far the nearest places are, and in which direction.

@returns a line for each place, the nearest first; none when there is no other place.
Source: haversine formula, Sinnott 1984; initial bearing of the great circle.
*/
export const mapWords: DrawMap = ({places}) => {
  const here = places.find((place) => place.isSelected);
  if (here === undefined) return [];
  return places
    .filter((place) => place !== here)
    .map((place) => ({place, km: distanceKm(here, place)}))
    .sort((a, b) => a.km - b.km)
    .slice(0, MOST_TOLD)
    .map(({place, km}) => [
      {text: `${place.label} is ${roundKm(km)} km ${windOf(here, place)}.`, role: 'text'},
    ]);
};

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function distanceKm(a: MapPlace, b: MapPlace): number {
  const byLatitude = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const byLongitude = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const across = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * byLongitude;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(byLatitude + across)));
}

function windOf(a: MapPlace, b: MapPlace): string {
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const turn = radians(b.longitude - a.longitude);
  const bearing = Math.atan2(
    Math.sin(turn) * Math.cos(to),
    Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(turn),
  );
  return WINDS[(Math.round((bearing / Math.PI) * 4) + 8) % 8] ?? '';
}

/** Two figures: the coordinates of most places are no finer. */
function roundKm(km: number): string {
  return String(km < 10 ? Math.round(km) : Number(km.toPrecision(2)));
}
