import {afterEach, beforeEach, expect, test, vi, type Mock} from 'vitest';
import {startClocks} from '../../source/app/start-clocks.js';
import type {Program} from '../../source/app/program.js';
import type {RunOptions} from '../../source/app/run-options.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A program that only plays a tour, and what it was given. */
type Played = {
  readonly store: {revision: number};
  readonly tour: {isPlaying: boolean};
  readonly given: string[];
  readonly close: Mock<() => void>;
  /** As after a key. */
  change(): void;
  stop(): void;
};

function play(options: Partial<RunOptions>): Played {
  const store = {revision: 0};
  const tour = {isPlaying: false};
  const given: string[] = [];
  let changed = (): void => undefined;
  const program = {
    state: () => ({tour}),
    env: () => ({store}),
    dispatch(actions: readonly {readonly type: string}[]) {
      given.push(...actions.map(({type}) => type));
      changed();
    },
    subscribe(listener: () => void) {
      changed = listener;
      return () => undefined;
    },
  } as unknown as Program;
  const close = vi.fn<() => void>();
  const stop = startClocks(options as RunOptions, program, () => program.env(), close);
  return {
    store,
    tour,
    given,
    close,
    stop,
    change() {
      changed();
    },
  };
}

test('a key puts off the end of an idle session, a file that goes on loading does not', () => {
  const {store, close, change, stop} = play({idleTimeoutMs: 1000});
  vi.advanceTimersByTime(600);
  change();
  vi.advanceTimersByTime(600);
  store.revision += 1;
  change();
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(400);
  expect(close).toHaveBeenCalledOnce();
  stop();
});

test('a tour goes on every six seconds while it plays, and not once it is paused or over', () => {
  const {tour, given, change, stop} = play({});
  vi.advanceTimersByTime(60_000);
  expect(given).toEqual([]);
  tour.isPlaying = true;
  change();
  vi.advanceTimersByTime(5999);
  expect(given).toEqual([]);
  vi.advanceTimersByTime(6001);
  expect(given).toEqual(['tour.tick', 'tour.tick']);
  tour.isPlaying = false;
  change();
  vi.advanceTimersByTime(60_000);
  tour.isPlaying = true;
  change();
  stop();
  vi.advanceTimersByTime(60_000);
  expect(given).toHaveLength(2);
});

test('a tour that plays by itself does not put off the end of an idle session', () => {
  const {tour, given, close, change, stop} = play({idleTimeoutMs: 20_000});
  tour.isPlaying = true;
  change();
  vi.advanceTimersByTime(19_999);
  expect(given).toHaveLength(3);
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(close).toHaveBeenCalledOnce();
  stop();
});
