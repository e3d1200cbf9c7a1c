import type {Place} from '../core/events/chronology.js';
import type {EventStore} from '../core/events/event-store.js';

/** Names of countries by code, worked out once for each chronology. */
const countryNames = new WeakMap<object, ReadonlyMap<string, string>>();

/**
@returns the name of a country: that of the place in the chronology that is the country itself, for a
code; undefined for a code that has none, anything else as it is. The names that JavaScript knows take
30 ms to load, and would come from no one here.
*/
function countryName(country: string, {chronology}: EventStore): string | undefined {
  if (!/^[A-Z]{2}$/u.test(country)) return country;
  let names = countryNames.get(chronology.places);
  if (names === undefined) {
    names = new Map(
      chronology.places
        .filter(isCountry)
        .map((place): readonly [string, string] => [place.country ?? '', place.name]),
    );
    countryNames.set(chronology.places, names);
  }
  return names.get(country);
}

/** A region that lies in no other place and no division. */
function isCountry({country, admin1, geo_precision: precision, part_of: partOf}: Place): boolean {
  return country !== undefined && precision === 3 && admin1 === undefined && partOf === undefined;
}

/**
@param isWhole - whether a country that has no name here is told by its code; false by default.
@returns in which division and country a place lies, `Babil, Iraq`; empty for a country itself.
*/
export function insideWords(place: Place | undefined, store: EventStore, isWhole = false): string {
  const code = place?.country ?? '';
  const country = countryName(code, store) ?? (isWhole ? code : '');
  return [place?.admin1, country].filter((part) => part && part !== place?.name).join(', ');
}

/** @returns `in` for a region, `at` for everything smaller. */
export function placePreposition(place: Place | undefined): 'in' | 'at' {
  return place?.geo_precision === 3 || (place !== undefined && place.latitude === undefined)
    ? 'in'
    : 'at';
}
