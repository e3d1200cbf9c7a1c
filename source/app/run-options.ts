import type {EventStore} from '../core/events/event-store.js';
import type {SourceCopy} from '../core/events/source-copy.js';
import type {TerminalOptions, TerminalSize} from '../terminal/terminal.js';
import type {Opening} from './initial-state.js';

/** What the program is run with. */
export type RunOptions = {
  readonly store: EventStore;
  readonly files: readonly string[];
  /** Words of the command line before the files: a command, and what it takes first. */
  readonly verb: readonly string[];
  /** Flags that say how the files are read, as words of the command line. */
  readonly fileFlags: readonly string[];
  readonly opening: Opening;
  readonly theme: string | undefined;
  /** The reader's own copies of sources, by source id. */
  readonly copies: ReadonlyMap<string, SourceCopy>;
  readonly terminal: TerminalOptions;
  /**
  Opens an editor at an event; undefined where that is not possible.

  @param row - of an imported file, from 1; undefined for an event that is from none.
  @returns what went wrong.
  */
  readonly edit:
    ((event: string, row: number | undefined) => Promise<string | undefined>) | undefined;
  /**
  Calls back whenever a file has changed, with a new store, or with the old one and the problem of a
  broken save in it. Undefined where nothing can be watched.

  @returns a function that stops watching.
  */
  readonly watch:
    ((onChange: (store: EventStore, message: string) => void) => () => void) | undefined;
  /**
  Reads on while the program runs; calls back with a function that lets the store answer with more.
  Undefined where the store is complete.
  */
  readonly load?: ((onMore: (publish: () => void) => void) => Promise<void>) | undefined;
  /** The store with what other reports say merged in; undefined where there are no other reports. */
  readonly otherReports: (() => Promise<EventStore>) | undefined;
  readonly isKiosk: boolean;
  /** Whether the reader's place in the file is kept from one run to the next. */
  readonly isRemembering: boolean;
  /** Keeps the picture of the screen that the program will open with next; undefined where none is kept. */
  readonly keepPicture?: ((size: TerminalSize, picture: string) => void) | undefined;
  /** Line by line for a screen reader instead of a full screen. */
  readonly isLinear: boolean;
  /** Without a key for this long the program ends; never when undefined. */
  readonly idleTimeoutMs: number | undefined;
};
