import {fitMap} from '../core/draw/map-view.js';
import type {EventView} from '../core/events/event-store.js';
import type {SourceCopy} from '../core/events/source-copy.js';
import {searchWithin} from '../core/state/find.js';
import {layoutOf} from '../core/state/layout-of.js';
import {FACET_FIELDS} from '../core/query/facet-counts.js';
import {dropField, hasTerm, toggleTerm} from '../core/query/facets.js';
import {completeQuery, type QueryVocabulary} from '../core/query/complete-query.js';
import type {EventStore} from '../core/events/event-store.js';
import type {PaneContent} from '../core/state/pane-content.js';
import {
  shownZone,
  type Effect,
  type Env,
  type FacetLine,
  type PaneFrame,
  type Prompt,
  type State,
  type Suggestion,
} from '../core/state/state.js';
import {parseTypedDate} from '../core/time/typed-date.js';
import {whyDisabled} from '../core/state/why-disabled.js';
import {foldText} from '../core/query/fold-text.js';
import {KEY_TABLE, type Binding} from '../keys/key-table.js';
import {keyWords} from '../keys/key-words.js';
import {lastOverlayScroll} from '../panes/compose-screen.js';
import {GUTTER_COLUMNS} from '../panes/detail-lines.js';
import type {DrawMap} from '../panes/pane.js';
import {PANES} from '../panes/pane-registry.js';
import {mapOf, mapRows} from '../panes/place-pane.js';
import {commandLineOf} from './command-line-of.js';

/** What an env is made of. */
export type EnvOptions = {
  readonly store: EventStore;
  /** Files as given on the command line; none for the bundled chronology. */
  readonly files: readonly string[];
  /** Words of the command line before the files: a command, and what it takes first; none by default. */
  readonly verb?: readonly string[];
  /** Flags that say how the files are read, as words of the command line; none by default. */
  readonly fileFlags?: readonly string[];
  now(): number;
  refusal(effect: Effect['kind']): string | undefined;
  /** The reader's own copies of sources, by source id. */
  readonly copies: ReadonlyMap<string, SourceCopy>;
  /** Undefined until the map is loaded. */
  drawMap(): DrawMap | undefined;
};

/** Pane contents kept: those on the way back are drawn again without being made again. */
const CONTENTS_KEPT = 24;
const FACET_NAMES = {
  side: 'Side',
  actor: 'Actor',
  kind: 'Kind',
  place: 'Place',
  source: 'Source',
  is: 'What is known',
} as const;
/** Values shown for one field of the filter pane. */
const FACET_VALUES = 40;

/** @returns the env: everything the state update and the panes may ask. */
export function createEnv(options: EnvOptions): Env {
  const {store} = options;
  const contents = new Map<string, PaneContent>();
  let vocabulary: {readonly revision: number; readonly words: QueryVocabulary} | undefined;

  function view(state: State): EventView {
    const found = store.view(state.filter);
    if (!('message' in found)) return found;
    const all = store.view('');
    if ('message' in all) throw new Error(all.message);
    return all;
  }

  function paneSize(state: State): {readonly columns: number; readonly rows: number} {
    const {detail} = layoutOf(state, env, 'detail');
    return {columns: Math.max(20, detail.columns - GUTTER_COLUMNS), rows: detail.rows};
  }

  function content(state: State, frame: PaneFrame): PaneContent {
    const {columns, rows} = paneSize(state);
    const drawMap = options.drawMap();
    const zone = shownZone(state);
    const key = JSON.stringify([
      frame.pane,
      frame.subject,
      frame.map,
      columns,
      frame.pane === 'place' ? rows : 0,
      zone,
      state.charset,
      state.filter,
      state.measureFrom,
      store.revision,
      drawMap !== undefined,
    ]);
    const known = contents.get(key);
    if (known !== undefined) return known;
    const shown = view(state);
    const from = state.measureFrom === undefined ? -1 : shown.positionOf(state.measureFrom);
    const made = PANES[frame.pane].content({
      store,
      view: shown,
      subject: frame.subject,
      widthColumns: columns,
      heightRows: rows,
      charset: state.charset,
      zone,
      measureFrom: from < 0 ? undefined : shown.rows(from, from + 1)[0],
      copies: options.copies,
      map: frame.map,
      drawMap,
    });
    contents.set(key, made);
    const oldest = contents.keys().next().value;
    if (contents.size > CONTENTS_KEPT && oldest !== undefined) contents.delete(oldest);
    return made;
  }

  function words(): QueryVocabulary {
    if (vocabulary?.revision === store.revision) return vocabulary.words;
    const counts = store.facets('');
    const made: QueryVocabulary = {
      side: counts.side,
      actor: counts.actor,
      by: counts.actor,
      kind: counts.kind,
      place: counts.place,
      source: counts.source,
      is: counts.is,
    };
    vocabulary = {revision: store.revision, words: made};
    return made;
  }

  function suggest(state: State, prompt: Prompt): readonly Suggestion[] {
    switch (prompt.purpose) {
      case 'command':
        return suggestCommands(state, env, prompt.text);
      case 'search':
      case 'filter': {
        const {items, replaceFrom, replaceTo} = completeQuery(prompt.text, prompt.caret, words());
        return items.map(({text, label, count}) => ({
          label: text,
          detail: [label === text ? '' : label, count === undefined ? '' : String(count)]
            .filter((part) => part !== '')
            .join(' '),
          text: prompt.text.slice(0, replaceFrom) + text + prompt.text.slice(replaceTo),
          caret: replaceFrom + text.length,
        }));
      }
      case 'date': {
        if (prompt.text.trim() === '') return [];
        const position = view(state).rows(state.stop.cursor, state.stop.cursor + 1)[0];
        const start = position?.when.start ?? options.now();
        const reference = Number.isFinite(start) ? start : options.now();
        const parsed = parseTypedDate(prompt.text, options.now(), reference, shownZone(state));
        const label = parsed.ok ? parsed.words : parsed.error;
        return [{label, detail: '', text: prompt.text, caret: prompt.caret}];
      }
      case 'mark':
      case 'jump':
        return [];
    }
  }

  function facets(state: State): readonly FacetLine[] {
    const counts = store.facets(state.filter);
    return FACET_FIELDS.flatMap((field): readonly FacetLine[] => {
      // What else a field could be is counted without what it is now.
      const others = dropField(state.filter, field);
      const own = others === state.filter.trim() ? counts : store.facets(others);
      const values = own[field].slice(0, FACET_VALUES);
      if (values.length === 0) return [];
      return [
        {label: FACET_NAMES[field], count: 0, isOn: false, filter: undefined},
        ...values.map(({value, label, count}) => ({
          label,
          count,
          isOn: hasTerm(state.filter, field, value),
          filter: toggleTerm(state.filter, field, value),
        })),
      ];
    });
  }

  const env: Env = {
    store,
    view,
    content,
    suggest,
    facets,
    fittedMap(state, frame) {
      const place = store.place(frame.subject);
      const {columns, rows: paneRows} = paneSize(state);
      const rows = mapRows(columns, paneRows);
      return place === undefined ? fitMap([], columns, rows) : mapOf(place, {store}, columns, rows);
    },
    lastOverlayScroll: (state) => lastOverlayScroll(state, env),
    widen: (state) => store.widen(state.filter),
    countWords(state, query) {
      const found = searchWithin(store, state.filter, query);
      if ('message' in found) return found.message;
      if (found.count === 0) return 'no match';
      return found.count === 1 ? '1 match' : `${found.count} matches`;
    },
    commandLine: (state) => commandLineOf(state, env, options),
    now: () => options.now(),
    refusal: (effect) => options.refusal(effect),
  };
  return env;
}

/**
Commands whose name holds every word typed: the ones that can act first, and of these the one whose key
is typed, then those with words that begin so: `:q` is quit.
*/
function suggestCommands(state: State, env: Env, typed: string): readonly Suggestion[] {
  const wanted = foldText(typed).split(' ').filter(Boolean);
  return KEY_TABLE.filter((binding) => {
    const name = foldText(`${binding.name} ${binding.command}`);
    return wanted.every((word) => name.includes(word));
  })
    .map((binding) => ({binding, reason: whyDisabled(state, env, binding.command)}))
    .sort(
      (a, b) =>
        Number(a.reason !== undefined) - Number(b.reason !== undefined) ||
        distanceOf(a.binding, typed, wanted) - distanceOf(b.binding, typed, wanted),
    )
    .map(({binding, reason}) => ({
      label: binding.name,
      detail: reason ?? keyWords(binding.keys[0] ?? ''),
      command: binding.command,
      text: typed,
      caret: typed.length,
    }));
}

/** How far a command is from what is typed: 0 for its key, 1 for beginnings of its words, 2 for parts of them. */
function distanceOf({keys, name}: Binding, typed: string, wanted: readonly string[]): number {
  if (keys.some((key) => keyWords(key) === typed)) return 0;
  const words = foldText(name).split(/[^\p{L}\p{N}]+/u);
  return wanted.every((part) => words.some((word) => word.startsWith(part))) ? 1 : 2;
}
