/** Shapes in which programs write an event as JSON, made flat so that a table can be read from them. */

export type PlainObject = {readonly [key: string]: unknown};

/** @returns whether a value is an object and no array. */
export function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const PLACE_KEYS = new Set([
  'location',
  'place',
  'where',
  'venue',
  'geo',
  'coordinates',
  'geometry',
]);
const SPAN_KEYS = new Set(['when', 'time', 'period', 'dates', 'timespan']);
const LATITUDES = ['latitude', 'lat'];
const LONGITUDES = ['longitude', 'lon', 'lng', 'long'];

/**
@returns an event with the names and values of a plain table: the coordinates of an object that is a
  place stand beside it, start and end of a span are dates, and an event of Google Calendar has a
  title. Any other object stays as it is.
*/
export function flattenShapes(event: PlainObject): PlainObject {
  const plain = isGoogleEvent(event) ? fromGoogle(event) : event;
  const entries = Object.entries(plain).flatMap(([key, value]): [string, unknown][] => {
    if (!isObject(value)) return [[key, value]];
    const name = key.toLowerCase();
    const point = PLACE_KEYS.has(name) ? pointOf(value) : undefined;
    if (point !== undefined) {
      const {latitude, longitude, rest} = point;
      const label = rest['name'];
      const others = Object.entries(rest).filter(([one]) => one !== 'name');
      return [
        ...(label === undefined ? [] : [[key, label] as [string, unknown]]),
        ['latitude', latitude],
        ['longitude', longitude],
        ...others.map(([one, other]): [string, unknown] => [`${key}.${one}`, other]),
      ];
    }
    if (SPAN_KEYS.has(name) && 'start' in value) {
      return Object.entries(value).map(([one, other]) => [
        one === 'start' || one === 'end' ? `date.${one}` : `${key}.${one}`,
        other,
      ]);
    }
    return [[key, value]];
  });
  return Object.fromEntries(entries);
}

/** The coordinates in an object, as `lat` and `lon` or as a point of GeoJSON (RFC 7946 §3.1.2). */
function pointOf(
  value: PlainObject,
): {latitude: unknown; longitude: unknown; rest: PlainObject} | undefined {
  const latitude = LATITUDES.find((key) => key in value);
  const longitude = LONGITUDES.find((key) => key in value);
  if (latitude !== undefined && longitude !== undefined) {
    const {[latitude]: north, [longitude]: east, ...rest} = value;
    return {latitude: north, longitude: east, rest};
  }
  const {type, coordinates, ...rest} = value;
  if (type !== 'Point' || !Array.isArray(coordinates)) return undefined;
  const [east, north] = coordinates as unknown[];
  return {latitude: north, longitude: east, rest};
}

/** Source: Google Calendar API, resource "Events": `start` and `end` hold a `date` or a `dateTime`. */
function isGoogleEvent(event: PlainObject): boolean {
  const {start} = event;
  return isObject(start) && ['date', 'dateTime'].some((key) => typeof start[key] === 'string');
}

function fromGoogle(event: PlainObject): PlainObject {
  const {start, end, summary, htmlLink, organizer, attendees, ...rest} = event;
  const people = [organizer, ...(Array.isArray(attendees) ? (attendees as unknown[]) : [])]
    .filter(isObject)
    .map((one) => one['displayName'] ?? one['email'])
    .filter((one) => typeof one === 'string');
  const from = googleDate(start, false);
  const to = googleDate(end, true);
  return {
    ...rest,
    title: summary,
    start: from,
    ...(to !== undefined && to !== from && {end: to}),
    ...(htmlLink !== undefined && {url: htmlLink}),
    ...(people.length > 0 && {actors: [...new Set(people)].join('; ')}),
  };
}

/** The end of whole days is the day after the last. */
function googleDate(value: unknown, isEnd: boolean): unknown {
  if (!isObject(value)) return value;
  const {date, dateTime} = value;
  if (typeof date !== 'string') return dateTime;
  const day = new Date(`${date}T00:00:00Z`);
  if (!isEnd || Number.isNaN(day.getTime())) return date;
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
