import type {Problem} from '../core/events/chronology.js';
import type {EventStore} from '../core/events/event-store.js';
import type {Io} from './command.js';
import {loadChronologies, type Loaded, type LoadOptions} from './load-chronologies.js';
import {watchFiles} from './watch-files.js';

/** What is watched, and how it is read again. */
export type WatchedStore = {
  /** As on the command line; `-` is read again from what came the first time. */
  readonly input: readonly string[];
  /** Those of the input that are files. */
  readonly files: readonly string[];
  /** What `stampFiles` said before they were read. */
  readonly stamp: string;
  readonly options: LoadOptions;
  readonly store: EventStore;
  readonly storeOf: (loaded: Loaded) => EventStore;
  readonly io: Io;
};

/**
Read the files again when one has changed. A broken save leaves the last good state on the screen, with
what is wrong in the problems pane.

@param onChange - gets the store to show from now on, and what to say about it.
@returns a function that stops watching.
*/
export function watchStore(
  {input, files, stamp, options, store, storeOf, io}: WatchedStore,
  onChange: (store: EventStore, message: string) => void,
): () => void {
  let good = store;
  // One reading after the other: a slow one must not come after one of a newer version.
  let reading = Promise.resolve();
  return watchFiles(
    files,
    () => {
      reading = reading.then(reload);
    },
    stamp,
  );

  async function reload(): Promise<void> {
    const said: string[] = [];
    const loaded = await loadChronologies(
      input,
      {...io, error: (line) => said.push(line)},
      options,
    );
    if (typeof loaded === 'number') {
      const problems = said.map((message): Problem => ({severity: 'error', message}));
      const broken = {...good, revision: good.revision + 1, problems, isOutdated: true};
      onChange(broken, 'The file has a mistake (! shows it); the last good version stays');
      return;
    }
    good = storeOf(loaded);
    onChange(good, 'The file has changed and was read again');
  }
}
