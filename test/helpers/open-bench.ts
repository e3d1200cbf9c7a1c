import {createEnv} from '../../source/app/create-env.js';
import {initialState, type Opening} from '../../source/app/initial-state.js';
import {createProgram, type Program} from '../../source/app/program.js';
import {searchedWords} from '../../source/app/searched-words.js';
import type {Charset} from '../../source/core/draw/glyphs.js';
import type {Line} from '../../source/core/draw/line.js';
import type {Chronology, Problem} from '../../source/core/events/chronology.js';
import {diffChronologies} from '../../source/core/events/diff-chronologies.js';
import type {EventStore} from '../../source/core/events/event-store.js';
import type {SourceCopy} from '../../source/core/events/source-copy.js';
import type {ImportFigures} from '../../source/core/events/import-figures.js';
import type {Action} from '../../source/core/state/action.js';
import type {Effect, Env, State} from '../../source/core/state/state.js';
import {dispatchKey} from '../../source/keys/dispatch-key.js';
import {composeScreen, flattenScreen, type Screen} from '../../source/panes/compose-screen.js';
import type {DrawMap} from '../../source/panes/pane.js';
import {createMemoryStore} from '../../source/stores/memory-store.js';

export type BenchOptions = {
  readonly chronology: Chronology;
  readonly problems?: readonly Problem[];
  readonly imports?: readonly ImportFigures[];
  /** A change of the file cannot be read. */
  readonly isOutdated?: boolean;
  /** An older version to compare with. */
  readonly older?: Chronology;
  readonly columns?: number;
  readonly rows?: number;
  readonly charset?: Charset;
  readonly opening?: Partial<Opening>;
  readonly copies?: ReadonlyMap<string, SourceCopy>;
  readonly drawMap?: DrawMap | undefined;
  readonly refusal?: (effect: Effect['kind']) => string | undefined;
};

/** The whole program without a terminal: keys go in, lines with roles come out. */
export type Bench = {
  readonly store: EventStore;
  readonly program: Program;
  /** What the program has asked of the world so far. */
  readonly effects: readonly Effect[];
  state(): State;
  env(): Env;
  /** Press keys, named as in the key table. */
  press(...keys: readonly string[]): void;
  /** Type a text, character by character. */
  type(text: string): void;
  give(action: Action): void;
  screen(): Screen;
  lines(): readonly Line[];
  /** The screen as a reader sees it, without roles; right-trimmed. */
  text(): string;
};

/** Noon, UTC, on the day after the bundled chronology ends. */
export const BENCH_NOW = Date.UTC(2024, 0, 25, 12);

const OPENING: Opening = {
  at: undefined,
  pane: undefined,
  query: undefined,
  zoom: undefined,
  scale: undefined,
  zone: undefined,
  readerZone: undefined,
  tour: undefined,
};

/** @throws Error when the opening is wrong, with what the reader would be told. */
export function openBench(options: BenchOptions): Bench {
  const {chronology, problems = [], columns = 80, rows = 24, charset = 'unicode'} = options;
  const {older} = options;
  const store: EventStore = {
    ...createMemoryStore(chronology, problems),
    imports: options.imports ?? [],
    isOutdated: options.isOutdated ?? false,
    ...(older === undefined ? {} : {changes: diffChronologies(older, chronology)}),
  };
  const env = createEnv({
    store,
    files: [],
    now: () => BENCH_NOW,
    refusal: options.refusal ?? (() => undefined),
    copies: options.copies ?? new Map(),
    drawMap: () => options.drawMap,
  });
  const first = initialState(env, {columns, rows}, charset, {...OPENING, ...options.opening});
  if ('error' in first) throw new Error(first.error);
  const effects: Effect[] = [];
  const program = createProgram(first, env, (effect) => effects.push(effect));
  const screen = (): Screen =>
    composeScreen(program.state(), program.env(), searchedWords(program.state()));
  return {
    store,
    program,
    effects,
    state: program.state,
    env: program.env,
    press(...keys) {
      for (const key of keys) program.dispatch(dispatchKey(program.state(), key));
    },
    type(text) {
      for (const character of text) {
        program.dispatch(dispatchKey(program.state(), character === ' ' ? 'space' : character));
      }
    },
    give(action) {
      program.dispatch([action]);
    },
    screen,
    lines: () => flattenScreen(screen()),
    text: () => flattenScreen(screen()).map(textOf).join('\n'),
  };
}

/** @returns a line without its roles, right-trimmed. */
export function textOf(line: Line): string {
  return line
    .map((span) => span.text)
    .join('')
    .trimEnd();
}
