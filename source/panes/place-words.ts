import type {Place} from '../core/events/chronology.js';

let names: Intl.DisplayNames | undefined;

/** @returns the English name of a country given by its code (ISO 3166-1 alpha-2); a name as it is. */
export function countryName(country: string): string {
  if (!/^[A-Z]{2}$/u.test(country)) return country;
  names ??= new Intl.DisplayNames('en', {type: 'region', fallback: 'code'});
  return names.of(country) ?? country;
}

/** @returns in which division and country a place lies, `Babil, Iraq`; empty for a country itself. */
export function insideWords(place: Place | undefined): string {
  const country = place?.country === undefined ? undefined : countryName(place.country);
  return [place?.admin1, country].filter((part) => part && part !== place?.name).join(', ');
}

/** @returns `in` for a region, `at` for everything smaller. */
export function placePreposition(place: Place | undefined): 'in' | 'at' {
  return place?.geo_precision === 3 || (place !== undefined && place.latitude === undefined)
    ? 'in'
    : 'at';
}
