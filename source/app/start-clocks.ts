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
  // What goes on by itself is no sign of a reader.
  let isByItself = false;
  const byItself = (run: () => void): void => {
    isByItself = true;
    run();
    isByItself = false;
  };
  let tour: NodeJS.Timeout | undefined;
  const playOrPause = (): void => {
    const isPlaying = program.state().tour?.isPlaying === true;
    if (isPlaying === (tour !== undefined)) return;
    clearInterval(tour);
    tour = isPlaying
      ? setInterval(() => {
          byItself(() => {
            program.dispatch([{type: 'tour.tick'}]);
          });
        }, TOUR_STEP_MS)
      : undefined;
  };
  const unwatch = options.watch?.((store, text) => {
    byItself(() => {
      program.replaceEnv(makeEnv(store), false);
      const tone = store.problems.some(({severity}) => severity === 'error') ? 'error' : 'info';
      program.dispatch([{type: 'say', message: {text, tone}}]);
    });
  });
  const {idleTimeoutMs} = options;
  let idle: NodeJS.Timeout | undefined;
  let revision = program.env().store.revision;
  const restart = (): void => {
    // So is a file that goes on loading.
    const isLoaded = program.env().store.revision !== revision;
    revision = program.env().store.revision;
    if (isByItself || isLoaded || idleTimeoutMs === undefined) return;
    clearTimeout(idle);
    idle = setTimeout(close, idleTimeoutMs);
  };
  const changed = (): void => {
    playOrPause();
    restart();
  };
  changed();
  const unsubscribe = program.subscribe(changed);
  return () => {
    clearInterval(tour);
    clearTimeout(idle);
    unwatch?.();
    unsubscribe();
  };
}
