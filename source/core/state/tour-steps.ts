import {differWords} from '../events/differ-words.js';
import type {EventRow, EventStore, EventView} from '../events/event-store.js';
import type {Tour, TourStep} from './state.js';

/** Steps of a tour; of a longer chronology those from the event on at which it begins. */
const MOST_STEPS = 60;

/**
@param view - the events to walk through.
@param from - position of the event to begin at.
@returns a walk in the order of time: each event with its summary, one that somebody is quoted in beside
the words themselves, and behind an event the accounts of every fact of it that is contested.
*/
export function tourOf(
  store: EventStore,
  view: EventView,
  {from, isPlaying}: {readonly from: number; readonly isPlaying: boolean},
): Tour {
  const begin = (first: number): readonly TourStep[] =>
    view
      .rows(first, first + MOST_STEPS)
      .flatMap((row) => stepsOf(row, store))
      .slice(0, MOST_STEPS);
  const id = view.rows(from, from + 1)[0]?.id;
  const whole = begin(0);
  const at = whole.findIndex((step) => step.event === id);
  return at < 0 ? {steps: begin(from), at: 0, isPlaying} : {steps: whole, at, isPlaying};
}

function stepsOf(row: EventRow, store: EventStore): readonly TourStep[] {
  const event = store.event(row.id);
  const contested = store.accountsOf(row.id).filter((field) => field.isContested);
  const quotation =
    row.glyph === 'statement'
      ? store.claimsAbout(row.id).find((claim) => claim.voice === 'quote')
      : undefined;
  return [
    {
      event: row.id,
      text: event?.summary ?? row.title,
      ...(quotation === undefined ? {} : {pane: {pane: 'claim', subject: quotation.id}}),
    },
    ...contested.map((field): TourStep => ({
      event: row.id,
      pane: {pane: 'accounts', subject: `${row.id}#${field.field}`},
      text: `${field.name} ${differWords(field)}; none is held to be right.`,
    })),
  ];
}
