import type {Chronology, Place} from '../core/events/chronology.js';
import {machineBoundsOfWhen} from '../core/time/format-instant.js';
import {lossesOutside} from './export-losses.js';
import {indexForExport, whenWords} from './export-words.js';
import type {Format, WriteResult} from './format.js';
import {looksLikeGeoJson, readGeoJson} from './geojson-reader.js';
import {linesOfItems} from './json-lines.js';

/**
GeoJSON: one feature for each event, its places as a point or several, `null` without coordinates.

Properties hold what the event holds, with names where it has ids, and its earliest and latest
instant, so that a map program can filter by time without reading EDTF.
Source: RFC 7946: positions are longitude, latitude (§3.1.1), an unlocated feature has the geometry
`null` (§3.2), other members are allowed (§6.1).
*/
export const geoJsonFormat: Format = {
  id: 'geojson',
  name: 'GeoJSON',
  detect: (head) => (looksLikeGeoJson(head.text) ? 0.95 : 0),
  read: readGeoJson,
  lineOfRow: ({text}, row) => Promise.resolve(linesOfItems(text, ['features'])[row - 1]),
  write: (chronology) => Promise.resolve(writeGeoJson(chronology)),
};

function writeGeoJson(chronology: Chronology): WriteResult {
  const index = indexForExport(chronology);
  const sides = new Map(chronology.sides.map(({id, name}) => [id, name]));
  const features = chronology.events.map((event) => {
    const {id, when, where, actors, side, ...rest} = event;
    const places = (where ?? []).flatMap((place) => index.places.get(place) ?? []);
    return {
      type: 'Feature',
      id,
      geometry: geometryOf(places),
      properties: {
        ...rest,
        date: when.edtf,
        date_words: whenWords(event, chronology.timezone),
        ...(when.stated !== undefined && {date_stated: when.stated}),
        date_basis: when.basis,
        ...(when.reason !== undefined && {date_reason: when.reason}),
        ...(when.part_of_day !== undefined && {part_of_day: when.part_of_day}),
        timezone: when.timezone ?? chronology.timezone,
        ...machineBoundsOfWhen(when, chronology.timezone),
        ...(where !== undefined && {places: places.map(placeProperties)}),
        ...(actors !== undefined && {
          actors: actors.map(({actor, role}) => ({
            name: index.actors.get(actor)?.name ?? actor,
            role,
          })),
        }),
        ...(side !== undefined && {side: sides.get(side) ?? side}),
        claims: (index.claimsAbout.get(id) ?? []).length,
      },
    };
  });
  const document = {
    type: 'FeatureCollection',
    title: chronology.title,
    ...(chronology.summary !== undefined && {summary: chronology.summary}),
    timezone: chronology.timezone,
    features,
  };
  const losses = lossesOutside(chronology, {
    format: 'GeoJSON',
    events: [
      ...[
        'id',
        'title',
        'summary',
        'where',
        'actors',
        'kind',
        'deaths',
        'injuries',
        'count',
        'side',
        'tags',
      ],
      ...[
        'same_as',
        'urls',
        'note',
        'when.edtf',
        'when.stated',
        'when.timezone',
        'when.basis',
        'when.reason',
      ],
      'when.part_of_day',
    ],
    whole: ['title', 'summary', 'timezone'],
  });
  return {text: `${JSON.stringify(document, undefined, 2)}\n`, losses};
}

function geometryOf(places: readonly Place[]): unknown {
  const positions = places.flatMap(({latitude, longitude}) =>
    latitude === undefined || longitude === undefined ? [] : [[longitude, latitude]],
  );
  if (positions.length === 0) return null;
  return positions.length === 1
    ? {type: 'Point', coordinates: positions[0]}
    : {type: 'MultiPoint', coordinates: positions};
}

function placeProperties(place: Place): unknown {
  const {id, name, country, admin1, geo_precision: precision, coordinates_from: from} = place;
  return {
    id,
    name,
    // The geometry does not say which place a position is of.
    ...(place.latitude !== undefined && {latitude: place.latitude}),
    ...(place.longitude !== undefined && {longitude: place.longitude}),
    ...(country !== undefined && {country}),
    ...(admin1 !== undefined && {admin1}),
    ...(precision !== undefined && {geo_precision: precision}),
    ...(from !== undefined && {coordinates_from: from}),
  };
}
