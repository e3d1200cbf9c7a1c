import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {startClocks} from '../../source/app/start-clocks.js';
import type {Program} from '../../source/app/program.js';
import type {RunOptions} from '../../source/app/run-options.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a key puts off the end of an idle session, a file that goes on loading does not', () => {
  const store = {revision: 0};
  let changed = (): void => undefined;
  const program = {
    state: () => ({tour: undefined}),
    env: () => ({store}),
    subscribe: (listener: () => void) => {
      changed = listener;
      return () => undefined;
    },
  } as unknown as Program;
  const close = vi.fn<() => void>();
  const options = {idleTimeoutMs: 1000} as unknown as RunOptions;
  const stop = startClocks(options, program, () => program.env(), close);
  vi.advanceTimersByTime(600);
  changed();
  vi.advanceTimersByTime(600);
  store.revision += 1;
  changed();
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(400);
  expect(close).toHaveBeenCalledOnce();
  stop();
});
