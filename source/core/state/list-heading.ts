import type {EventRow, EventView} from '../events/event-store.js';
import type {HeadingOf} from '../layout/sequence-rows.js';
import {viewMemo} from '../layout/view-memo.js';
import {MS_PER_DAY} from '../time/civil-calendar.js';
import {dateHeading} from '../time/format-when.js';
import {shownZone, type State} from './state.js';

/** The words of a row's date and the zone they are for; the list asks for them on every key. */
const headings = new WeakMap<EventRow, {readonly zone: string; readonly words: string}>();

/** A heading that is one day of the calendar: `Wed 24 Jan 2024`, `from Sun 12 Nov 2023`. */
const DAY = /^(?<from>from )?[A-Z][a-z]{2} (?<day>\d{1,2}) (?<month>[A-Z][a-z]{2} .+)$/u;

/**
@returns the words of the date under which a row stands in the list, in the zone shown: its day, or only
the month where most days hold so little that their headings would be half of the list.
*/
export function listHeading(state: State, view: EventView): HeadingOf {
  const words = dateWords(state);
  if (!isSparse(view)) return words;
  return (row) => DAY.exec(words(row))?.groups?.['month'] ?? words(row);
}

/**
@param dash - stands behind the day from which something held.
@returns what gives the day of the month of a row that stands under its month, in three columns, blank
for one that stands under other words; undefined where days have headings of their own.
*/
export function listDay(
  state: State,
  view: EventView,
  dash: string,
): ((row: EventRow) => string) | undefined {
  if (!isSparse(view)) return undefined;
  const words = dateWords(state);
  return (row) => {
    const {day = '', from} = DAY.exec(words(row))?.groups ?? {};
    return day.padStart(2) + (from === undefined ? ' ' : dash);
  };
}

function dateWords(state: State): HeadingOf {
  const zone = shownZone(state);
  return (row) => {
    const known = headings.get(row);
    if (known?.zone === zone) return known.words;
    const words = dateHeading(row, zone);
    headings.set(row, {zone, words});
    return words;
  };
}

/** Rows looked at; a longer list goes on as it begins. */
const MOST_ROWS = 256;
/** A list of fewer rows has few headings. */
const LEAST_ROWS = 12;
/** Days with fewer events than this, on average, have no heading of their own. */
const EVENTS_A_DAY = 3;

const sparse = viewMemo<boolean>();

/** Whether a list under a heading for each day would be headings for a good part. */
function isSparse(view: EventView): boolean {
  return sparse(view, 0, () => {
    const rows = view.rows(0, MOST_ROWS);
    const days = rows.map(({when}) => Math.floor(when.start / MS_PER_DAY));
    const changes = days.filter((day, at) => day !== days[at - 1]).length;
    return rows.length >= LEAST_ROWS && changes * EVENTS_A_DAY > rows.length;
  });
}
