import type {EventStore} from '../core/events/event-store.js';
import type {Tour, TourStep} from '../core/state/state.js';
import {differWords} from '../panes/differ-words.js';
import type {Command, ExitCode, Invocation} from './command.js';
import {OPEN_FLAGS, openProgram} from './open.js';

/** Events a tour stops at; a longer chronology is walked by its contested facts and its links. */
const MOST_STEPS = 60;

/** `ticktock tour`: the sequence step by step, in the same panes. */
export const tourCommand: Command = {
  name: 'tour',
  usage: 'tour [FILE...]',
  summary: 'walk through the sequence step by step: j next, k back, P by itself',
  flags: [...OPEN_FLAGS, {name: 'play', type: 'boolean', summary: 'go on by itself'}],
  run: (invocation: Invocation): Promise<ExitCode> =>
    openProgram(invocation, {
      tourOf: (store) => tourOf(store, invocation.flags['play'] === true),
    }),
};

/**
@returns a walk in the order of time: each event with its summary, and behind an event the accounts
of every fact of it that is contested.
*/
export function tourOf(store: EventStore, isPlaying: boolean): Tour {
  const view = store.view('');
  const rows = 'message' in view ? [] : view.rows(0, MOST_STEPS);
  const steps = rows.flatMap((row): readonly TourStep[] => {
    const event = store.event(row.id);
    const contested = store.accountsOf(row.id).filter((field) => field.isContested);
    return [
      {event: row.id, text: event?.summary ?? row.title},
      ...contested.map((field): TourStep => ({
        event: row.id,
        pane: {pane: 'accounts', subject: `${row.id}#${field.field}`},
        text: `${field.name} ${differWords(field)}; none is held to be right.`,
      })),
    ];
  });
  return {steps: steps.slice(0, MOST_STEPS), at: 0, isPlaying};
}
