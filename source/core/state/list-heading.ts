import type {EventRow} from '../events/event-store.js';
import type {HeadingOf} from '../layout/sequence-rows.js';
import {dateHeading} from '../time/format-when.js';
import {shownZone, type State} from './state.js';

/** The words of a row's date and the zone they are for; the list asks for them on every key. */
const headings = new WeakMap<EventRow, {readonly zone: string; readonly words: string}>();

/** @returns the words of the date under which a row stands in the list, in the zone shown. */
export function listHeading(state: State): HeadingOf {
  const zone = shownZone(state);
  return (row) => {
    const known = headings.get(row);
    if (known?.zone === zone) return known.words;
    const words = dateHeading(row, zone);
    headings.set(row, {zone, words});
    return words;
  };
}
