import type {EventStore} from '../core/events/event-store.js';
import type {Env} from '../core/state/state.js';
import type {Program} from './program.js';
import type {RunOptions} from './run-options.js';

/** Between two steps of a tour that plays by itself. */
const TOUR_STEP_MS = 6000;

/**
Start what goes on by itself: the tour, the watch on the files, the end of an idle session.

@returns a function that stops all of it.
*/
export function startClocks(
  options: RunOptions,
  program: Program,
  makeEnv: (store: EventStore) => Env,
  close: () => void,
): () => void {
  const tour =
    options.opening.tour === undefined
      ? undefined
      : setInterval(() => {
          program.dispatch([{type: 'tour.tick'}]);
        }, TOUR_STEP_MS);
  const unwatch = options.watch?.((store, text) => {
    program.replaceEnv(makeEnv(store), false);
    const tone = store.problems.some((problem) => problem.severity === 'error') ? 'error' : 'info';
    program.dispatch([{type: 'say', message: {text, tone}}]);
  });
  const {idleTimeoutMs} = options;
  let idle: NodeJS.Timeout | undefined;
  const restart = (): void => {
    clearTimeout(idle);
    if (idleTimeoutMs !== undefined) idle = setTimeout(close, idleTimeoutMs);
  };
  restart();
  const unsubscribe = program.subscribe(restart);
  return () => {
    clearInterval(tour);
    clearTimeout(idle);
    unwatch?.();
    unsubscribe();
  };
}
