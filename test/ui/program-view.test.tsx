import {stripVTControlCharacters} from 'node:util';
import {render} from 'ink-testing-library';
import {afterEach, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {createEnv} from '../../source/app/create-env.js';
import {initialState} from '../../source/app/initial-state.js';
import {createProgram, type Program} from '../../source/app/program.js';
import {ProgramView} from '../../source/app/program-view.js';
import type {Effect} from '../../source/core/state/state.js';
import {composeScreen, flattenScreen} from '../../source/panes/compose-screen.js';
import {createMemoryStore} from '../../source/stores/memory-store.js';
import {monoTheme} from '../../source/themes/mono-theme.js';

const size = {columns: 100, rows: 30};
let unmount: (() => void) | undefined;

afterEach(() => {
  unmount?.();
});

function open(): {
  program: Program;
  effects: Effect[];
  press(key: string): Promise<void>;
  frame(): string;
} {
  const effects: Effect[] = [];
  const env = createEnv({
    store: createMemoryStore(bundled),
    files: [],
    now: () => Date.UTC(2024, 0, 25),
    refusal: () => undefined,
    copies: new Map(),
    drawMap: () => undefined,
  });
  const first = initialState(env, size, 'unicode', {
    at: undefined,
    pane: undefined,
    query: undefined,
    zoom: undefined,
    scale: undefined,
    zone: undefined,
    readerZone: undefined,
    tour: undefined,
  });
  if ('error' in first) throw new Error(first.error);
  const program = createProgram(first, env, (effect) => effects.push(effect));
  const view = render(<ProgramView program={program} theme={monoTheme} />);
  ({unmount} = view);
  const frame = (): string =>
    stripVTControlCharacters(view.lastFrame() ?? '')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trimEnd();
  return {
    program,
    effects,
    async press(key) {
      // Ink listens from its first effects on, and takes a lone Esc for the start of a sequence.
      await new Promise((done) => setTimeout(done, 0));
      view.stdin.write(key);
      await expect.poll(frame).toBe(drawn(program));
    },
    frame,
  };
}

/** The same screen composed without Ink. */
function drawn(program: Program): string {
  return flattenScreen(composeScreen(program.state(), program.env(), []))
    .map((line) =>
      line
        .map((span) => span.text)
        .join('')
        .trimEnd(),
    )
    .join('\n')
    .trimEnd();
}

test('Ink shows the screen as it is composed', () => {
  const {frame, program} = open();
  expect(frame()).toBe(drawn(program));
  expect(frame()).toContain('> ◇ Pre-dawn U.S. strikes in Iraq');
});

test('keys typed into Ink move the cursor, open a pane and come back', async () => {
  const {press, frame, program} = open();
  await press('j');
  expect(program.state().stop.cursor).toBe(8);
  await press('\r');
  expect(frame()).toContain('> Iraqi authorities accuse the U.S.');
  await press('c');
  expect(frame()).toContain('─ Accounts ─');
  await press('\u007f');
  expect(frame()).not.toContain('─ Accounts ─');
});

test('several keys in one read are several keys', async () => {
  const {press, program} = open();
  await press('jjj');
  expect(program.state().stop.cursor).toBe(10);
});

test('q asks to quit', async () => {
  const {press, effects} = open();
  await press('q');
  expect(effects).toEqual([{kind: 'quit'}]);
});
