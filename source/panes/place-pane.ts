import type {Charset} from '../core/draw/glyphs.js';
import {fitMap} from '../core/draw/map-view.js';
import type {MapPlace} from '../core/draw/map-drawing.js';
import type {Place} from '../core/events/chronology.js';
import {createPane} from './pane-builder.js';
import type {Pane, PaneInput} from './pane.js';
import {citedCopy, claimsNamed, eventCopy} from './copy-words.js';
import {insideWords} from './place-words.js';
import {signsOf} from './signs.js';
import {eventDate} from './when-lines.js';
import {otherNamesWords} from './speaker-words.js';

/** Places drawn on one map; the nearest ones to the selected place. */
const MOST_PLACES = 60;

/** Events listed. */
const MOST_EVENTS = 500;

const PRECISION = {
  1: 'the place itself',
  2: 'near the place',
  3: 'somewhere in the region',
} as const;

/** A place on a map, with how precise its coordinates are, and the events there. */
export const placePane: Pane = {
  name: 'place',
  summary: 'A place on a map, and the events there',
  content(input) {
    const {store, subject, widthColumns, charset} = input;
    const place = store.place(subject);
    const pane = createPane(widthColumns);
    const {dash} = signsOf(charset);
    if (place === undefined) {
      pane.text(`There is no place ${subject} in this chronology.`, 'muted');
      return pane.done({title: 'Place', crumb: 'place'});
    }
    pane.item([{text: place.name, role: 'title'}], {copy: () => placeCopy(place, input)});
    const inside = insideWords(place, store, true);
    if (inside !== '') pane.text(inside, 'muted');
    addMap(pane.lines, place, input);
    const names = otherNamesWords(place.other_names, charset);
    if (names !== '') {
      pane.text([
        {text: 'also ', role: 'muted'},
        {text: names, role: 'text'},
      ]);
    }
    if (place.latitude !== undefined && place.longitude !== undefined) {
      const precision = PRECISION[place.geo_precision ?? 1];
      const from = place.coordinates_from === undefined ? '' : `, from ${place.coordinates_from}`;
      pane.text(
        `${degrees(place.latitude, 'N', 'S', charset)} ${degrees(place.longitude, 'E', 'W', charset)}, ${precision}${from}`,
        'inferred',
      );
    } else pane.text('No coordinates are given.', 'muted');
    if (place.note !== undefined) pane.text(`Editor's note: ${place.note}`, 'inferred');
    for (const id of place.part_of ?? []) {
      pane.item(
        [
          {text: 'in ', role: 'muted'},
          {text: store.place(id)?.name ?? id, role: 'link'},
        ],
        {target: {pane: 'place', subject: id}, copy: () => placeCopy(store.place(id), input)},
      );
    }
    const events = store.eventsAtPlace(place.id);
    if (events.length > 0) pane.heading('Events here', `${events.length}`);
    for (const id of events.slice(0, MOST_EVENTS)) {
      const event = store.event(id);
      pane.item(
        [
          {text: event?.title ?? id, role: 'link'},
          {text: event === undefined ? '' : ` ${dash} ${eventDate(event, input)}`, role: 'muted'},
        ],
        {
          target: {pane: 'event', subject: id},
          copy: () => (event === undefined ? id : eventCopy(event, input)),
        },
      );
    }
    if (events.length > MOST_EVENTS) {
      pane.text(`and ${events.length - MOST_EVENTS} more: f filters by place`, 'muted', 2);
    }
    return pane.done({title: 'Place', badge: `events ${events.length}`, crumb: place.name});
  },
};

function addMap(
  addLines: (lines: ReturnType<NonNullable<PaneInput['drawMap']>>) => void,
  place: Place,
  input: PaneInput,
): void {
  const {drawMap, widthColumns, heightRows, charset} = input;
  if (place.latitude === undefined || place.longitude === undefined) return;
  const height = mapRows(widthColumns, heightRows);
  if (drawMap === undefined) {
    addLines([[{text: 'The map is being loaded.', role: 'muted'}]]);
    return;
  }
  const map = input.map ?? mapOf(place, input, widthColumns, height);
  addLines(
    drawMap({...map, width: widthColumns, height, charset, places: mapPlaces(place, input)}),
  );
}

/** @returns rows of the map in a pane of a size: with some lines of text below it, and no higher than wide. */
export function mapRows(widthColumns: number, heightRows: number): number {
  return Math.max(6, Math.min(heightRows - 4, Math.floor(widthColumns / 2)));
}

/** @returns the view that shows a place with its country around it. */
export function mapOf(
  place: Place,
  input: Pick<PaneInput, 'store'>,
  widthColumns: number,
  heightRows: number,
): ReturnType<typeof fitMap> {
  const near = mapPlaces(place, input).filter(
    (other) => other.isSelected === true || isNear(place, other),
  );
  return fitMap(near, widthColumns, heightRows);
}

/** Within some 600 km: seen together with the place, without making the map too small to read. */
function isNear(
  place: Place,
  other: {readonly latitude: number; readonly longitude: number},
): boolean {
  return (
    Math.abs(other.latitude - (place.latitude ?? 0)) < 5 &&
    Math.abs(other.longitude - (place.longitude ?? 0)) < 6
  );
}

function mapPlaces(place: Place, {store}: Pick<PaneInput, 'store'>): readonly MapPlace[] {
  const distance = (other: Place): number =>
    Math.hypot(
      (other.latitude ?? 0) - (place.latitude ?? 0),
      (other.longitude ?? 0) - (place.longitude ?? 0),
    );
  return store.chronology.places
    .filter((other) => other.latitude !== undefined && other.longitude !== undefined)
    .filter((other) => other.id === place.id || other.geo_precision !== 3)
    .map((other) => ({other, far: distance(other)}))
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_PLACES)
    .map(({other}): MapPlace => ({
      latitude: other.latitude ?? 0,
      longitude: other.longitude ?? 0,
      label: other.name,
      precision: other.geo_precision ?? 1,
      isSelected: other.id === place.id,
      count: store.eventsAtPlace(other.id).length,
    }));
}

function placeCopy(place: Place | undefined, input: PaneInput): string {
  if (place === undefined) return '';
  const {latitude, longitude} = place;
  const isLocated = latitude !== undefined && longitude !== undefined;
  const text = [
    place.name,
    insideWords(place, input.store, true),
    isLocated ? `${latitude}, ${longitude}` : '',
    place.coordinates_from,
  ];
  return citedCopy(text.filter(Boolean).join(', '), claimsNamed(place.id, input), input);
}

function degrees(value: number, positive: string, negative: string, charset: Charset): string {
  const sign = charset === 'ascii' ? '' : '°';
  return `${Math.abs(value).toFixed(3)}${sign} ${value < 0 ? negative : positive}`;
}
