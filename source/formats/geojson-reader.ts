import type {FormatInput, Loss, ReadResult} from './format.js';
import {readChronology} from './chronology-reader.js';
import {isObject, type PlainObject} from './json-shapes.js';
import {parseJson} from './json-text.js';
import {idFromName} from './table-cells.js';
import {jsonEvents} from './table.js';

/**
Read GeoJSON: each feature is an entry. What our own writer made comes back with all that it carries;
of any other file the properties are the columns of a plain table, and a point gives coordinates.
Source: RFC 7946.
*/
export async function readGeoJson(input: FormatInput): Promise<ReadResult> {
  const value = parseJson(input.text)?.value;
  const features = isObject(value) ? featuresOf(value) : undefined;
  // What is no GeoJSON is left to the reader of JSON, which says what is wrong with it.
  if (features === undefined || !isObject(value)) return readRows(input);
  const isOurs = typeof value['timezone'] === 'string' && features.every(isOwnFeature);
  const own = isOurs && input.columnMap === undefined ? readOwn(input, value, features) : undefined;
  const {type: _, features: __, ...beside} = value['type'] === 'Feature' ? {} : value;
  return own ?? readFeatures(input, features, beside);
}

/** @returns whether a text begins as GeoJSON does. */
export function looksLikeGeoJson(text: string): boolean {
  return (
    /^\s{0,100}\{/.test(text) &&
    /"type"\s{0,20}:\s{0,20}"Feature(?:Collection)?"/.test(text) &&
    /"(?:geometry"\s{0,20}:|features"\s{0,20}:\s{0,20}\[\s{0,100}\])/.test(text)
  );
}

function featuresOf(value: PlainObject): readonly unknown[] | undefined {
  if (value['type'] === 'Feature') return [value];
  const {features} = value;
  return value['type'] === 'FeatureCollection' && Array.isArray(features) ? features : undefined;
}

async function readRows(input: FormatInput): Promise<ReadResult> {
  if (jsonEvents.read === undefined) throw new TypeError('JSON has no reader');
  return jsonEvents.read(input);
}

/** @param beside - what else the collection holds. */
async function readFeatures(
  input: FormatInput,
  features: readonly unknown[],
  beside: PlainObject,
): Promise<ReadResult> {
  const losses: Loss[] = [];
  const rows = features.map((feature, at): unknown => {
    if (!isObject(feature)) return feature;
    const {geometry, properties, id} = feature;
    const isPoint = isObject(geometry) && geometry['type'] === 'Point';
    if (isObject(geometry) && !isPoint) {
      const kind = JSON.stringify(geometry['type']);
      losses.push({
        row: at + 1,
        field: 'geometry',
        what: `a shape that is no point, left out: ${kind}`,
      });
    }
    return {
      ...(id !== undefined && {id}),
      ...(isObject(properties) && properties),
      ...(isPoint && {geometry}),
    };
  });
  const whole = rows.length === 0 ? rows : {...beside, features: rows};
  const result = await readRows({...input, text: JSON.stringify(whole)});
  return {
    ...result,
    losses: [...result.losses, ...losses].sort((one, other) => one.row - other.row),
    formatName: 'GeoJSON',
  };
}

/** A feature as our own writer leaves it. */
function isOwnFeature(
  feature: unknown,
): feature is PlainObject & {readonly properties: PlainObject} {
  const properties = isObject(feature) ? feature['properties'] : undefined;
  return isObject(properties) && 'date_basis' in properties && 'date_words' in properties;
}

/** @returns undefined when somebody has changed it so that it is no chronology any more. */
function readOwn(
  input: FormatInput,
  whole: PlainObject,
  features: readonly unknown[],
): ReadResult | undefined {
  const sides = new Map<string, unknown>();
  const actors = new Map<string, unknown>();
  const places = new Map<string, unknown>();
  const source = idFromName('source', input.name);
  const keep = (items: Map<string, unknown>, prefix: string, name: unknown): string => {
    const id = idFromName(prefix, String(name));
    items.set(id, {id, name});
    return id;
  };
  const events = features.filter(isOwnFeature).map(({id, properties}) => {
    const {date, date_stated, date_basis, date_reason, part_of_day, timezone, ...rest} = properties;
    const {places: where, actors: who, side, claims: _, date_words: __, ...said} = rest;
    const {earliest: ___, latest: ____, ...own} = said;
    return {
      id,
      ...own,
      when: {
        edtf: date,
        ...(date_stated !== undefined && {stated: date_stated}),
        ...(part_of_day !== undefined && {part_of_day}),
        ...(timezone !== whole['timezone'] && {timezone}),
        basis: date_basis,
        ...(date_reason !== undefined && {reason: date_reason}),
      },
      ...(Array.isArray(where) && {
        where: where.filter(isObject).map((place) => {
          places.set(String(place['id']), place);
          return place['id'];
        }),
      }),
      ...(Array.isArray(who) && {
        actors: who
          .filter(isObject)
          .map(({name, role}) => ({actor: keep(actors, 'actor', name), role})),
      }),
      ...(side !== undefined && {side: keep(sides, 'side', side)}),
    };
  });
  const chronology = {
    chronology: 1,
    title: whole['title'],
    ...(whole['summary'] !== undefined && {summary: whole['summary']}),
    timezone: whole['timezone'],
    sides: [...sides.values()],
    sources: [{id: source, type: 'Dataset', headline: input.name, reliability: 'F'}],
    actors: [...actors.values()],
    places: [...places.values()],
    events,
    claims: events.map((event, at) => ({
      id: `${String(event.id)}-feature`,
      about: {event: event.id, field: '*'},
      voice: 'reporter',
      value: (event as PlainObject)['title'],
      citations: [{source, paragraph: at + 1}],
    })),
  };
  const {chronology: read, problems} = readChronology(input.name, JSON.stringify(chronology));
  if (read === undefined || problems.some(({severity}) => severity === 'error')) return undefined;
  return {
    chronology: read,
    rows: features.length,
    refused: 0,
    losses: [],
    // Lines and columns are those of the text that was made here.
    problems: problems.map(({line: _line, column: _column, ...problem}) => problem),
  };
}
