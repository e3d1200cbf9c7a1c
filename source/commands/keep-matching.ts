import type {Chronology} from '../core/events/chronology.js';
import type {EventView} from '../core/events/event-store.js';
import {filterChronology} from '../core/events/filter-chronology.js';
import {makeInert} from '../core/events/inert-text.js';
import type {Io} from './command.js';

/**
@param view - of a store of the chronology.
@param verb - the command, for what it says on standard error of links that the part cannot hold.
@returns the part of the chronology that a view shows, with all that hangs on it.
*/
export function keepMatching(
  chronology: Chronology,
  view: EventView,
  io: Io,
  verb: string,
): Chronology {
  if (view.count === chronology.events.length) return chronology;
  const keep = new Set(view.rows(0, view.count).map((row) => row.id));
  const part = filterChronology(chronology, keep);
  for (const {type, from, to} of part.unclaimed) {
    const link = `${makeInert(from)} ${type} ${makeInert(to)}`;
    io.error(`ticktock ${verb}: left out: ${link}: what claims it is about an event left out`);
  }
  return part.chronology;
}
