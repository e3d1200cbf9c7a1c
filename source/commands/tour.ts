import {tourOf} from '../core/state/tour-steps.js';
import type {Command, ExitCode, Invocation} from './command.js';
import {OPEN_FLAGS, openProgram} from './open.js';

/** `ticktock tour`: the sequence step by step, in the same panes. */
export const tourCommand: Command = {
  name: 'tour',
  usage: 'tour [FILE...]',
  summary: 'walk through the sequence step by step: j next, k back, P by itself',
  flags: [...OPEN_FLAGS, {name: 'play', type: 'boolean', summary: 'go on by itself'}],
  run: (invocation: Invocation): Promise<ExitCode> =>
    openProgram(invocation, {
      tourOf(store) {
        const view = store.view('');
        const isPlaying = invocation.flags['play'] === true;
        return 'message' in view ? undefined : tourOf(store, view, {from: 0, isPlaying});
      },
    }),
};
