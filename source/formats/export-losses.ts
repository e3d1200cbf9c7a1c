import type {Chronology, TimelineEvent} from '../core/events/chronology.js';
import type {Loss} from './format.js';

/** What a format carries: fields of events, and parts of the whole, as they are named in the file. */
export type Carried = {
  /** As in the message: `GeoJSON`. */
  readonly format: string;
  /** Fields of an event; those of its date as `when.stated`. */
  readonly events: readonly string[];
  /** `summary`, `actors`, `claims`…; for a list, whether each item comes back whole. */
  readonly whole: readonly string[];
};

const LISTS = ['sides', 'fields', 'sources', 'actors', 'places', 'claims', 'links'] as const;
const TEXTS = ['title', 'summary', 'timezone', 'language', 'other_timezones', 'opens_at'] as const;

/**
Tell what a format leaves behind.

@returns one loss for each field that an event has and the format does not carry (`row` is the event's
position from 1), and one for each part of the whole (`row` 0).
*/
export function lossesOutside(chronology: Chronology, carried: Carried): Loss[] {
  const losses: Loss[] = [];
  for (const name of TEXTS) {
    if (chronology[name] !== undefined && !carried.whole.includes(name)) {
      losses.push({row: 0, field: name, what: noPlaceIn(carried.format)});
    }
  }
  for (const name of LISTS) {
    if (chronology[name].length > 0 && !carried.whole.includes(name)) {
      losses.push({row: 0, field: name, what: `${noPlaceIn(carried.format)} for all they say`});
    }
  }
  const kept = new Set(carried.events);
  for (const [index, event] of chronology.events.entries()) {
    for (const field of fieldsOf(event)) {
      if (!kept.has(field)) {
        losses.push({row: index + 1, field, what: noPlaceIn(carried.format)});
      }
    }
  }
  return losses;
}

/** @returns the names of the fields an event has, its date's as `when.timezone`. */
export function fieldsOf(event: TimelineEvent): readonly string[] {
  const own = Object.entries(event)
    .filter(([name, value]) => name !== 'when' && value !== undefined)
    .map(([name]) => name);
  const when = Object.entries(event.when)
    // That a date is stated is what any format says of its dates.
    .filter(([name, value]) => value !== undefined && !(name === 'basis' && value === 'stated'))
    .map(([name]) => `when.${name}`);
  return [...own, ...when];
}

/** @returns what is said of a thing that a format does not carry; the same of all of them, so that they are told together. */
export function noPlaceIn(format: string): string {
  return `no place in ${format}`;
}
