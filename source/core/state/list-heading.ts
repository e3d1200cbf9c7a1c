import type {EventRow} from '../events/event-store.js';
import type {HeadingOf} from '../layout/sequence-rows.js';
import {dateHeading} from '../time/format-when.js';
import {shownZone, type State} from './state.js';

/** @returns the words of the date under which a row stands in the list, in the zone shown. */
export function listHeading(state: State): HeadingOf {
  const zone = shownZone(state);
  return (row: EventRow) => dateHeading(row, zone);
}
