import {describeEdtf} from '../time/edtf-words.js';
import {readEdtf} from '../time/read-edtf.js';
import type {ClaimValue} from './chronology.js';
import {claimedDate, type ClaimedDate} from './claimed-date.js';
import type {EventStore} from './event-store.js';
import {numberWords, quantityOf, toldWords} from './quantity-words.js';

/** Where the names of ids are looked up: a store, or the lists of a chronology. */
export type NameLookup = Pick<EventStore, 'place' | 'actor'>;

/** @returns what a claim says, in words; ids become names, and dates that stand as such are spelt out. */
export function valueWords(value: ClaimValue, names: NameLookup): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') {
    return names.place(value)?.name ?? names.actor(value)?.name ?? value;
  }
  if (typeof value === 'number') return numberWords(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isList(value)) return value.map((item) => valueWords(item, names)).join(', ');
  const date = claimedDate(value);
  if (date !== undefined) return claimedDateWords(date);
  const quantity = quantityOf(value);
  if (quantity !== undefined) return toldWords(quantity);
  const {actor, role} = value;
  if (typeof actor === 'string') {
    const name = names.actor(actor)?.name ?? actor;
    return typeof role === 'string' ? `${name} (${role})` : name;
  }
  return Object.entries(value)
    .map(([key, item]) => `${key.replaceAll('_', ' ')} ${valueWords(item ?? null, names)}`)
    .join(', ');
}

/** @returns a date in words, with the zone it is given in and what the source calls it. */
export function claimedDateWords({edtf, timezone, part_of_day: part, stated}: ClaimedDate): string {
  const more = [timezone, stated].filter((text) => text !== undefined);
  const words = [edtfInWords(edtf), part].filter(Boolean).join(', ');
  return more.length === 0 ? words : `${words} (${more.join(', ')})`;
}

function isList(value: ClaimValue): value is readonly ClaimValue[] {
  return Array.isArray(value);
}

/** @returns a date in words, by no particular zone; as it stands when it is none. */
export function edtfInWords(text: string): string {
  const edtf = readEdtf(text);
  return edtf === undefined ? text : describeEdtf(edtf);
}
