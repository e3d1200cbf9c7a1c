import type {Line} from '../core/draw/line.js';
import type {EventStore} from '../core/events/event-store.js';
import {makeInert} from '../core/events/inert-text.js';
import {suggest} from '../core/events/suggest.js';
import {foldText} from '../core/query/fold-text.js';
import type {PaneName} from '../core/state/pane-content.js';
import {PANES} from '../panes/pane-registry.js';
import {createMemoryStore} from '../stores/memory-store.js';
import type {Command, ExitCode, Invocation} from './command.js';
import {zoneOf} from './list.js';
import {loadChronologies} from './load-chronologies.js';
import {LOAD_FLAGS, loadOptions} from './load-flags.js';
import {charsetOf} from './charset-of.js';

const WIDEST = 100;

/** `ticktock show`: one thing with all that hangs on it, as plain text. */
export const showCommand: Command = {
  name: 'show',
  usage: 'show ID [FILE...]',
  summary: 'one event, actor, place, claim or source with all that hangs on it',
  flags: [
    {name: 'zone', type: 'string', placeholder: 'TZ', summary: 'IANA zone for the dates'},
    {name: 'ascii', type: 'boolean', summary: 'no character beyond ASCII in the drawing'},
    ...LOAD_FLAGS,
  ],
  async run({input, flags, io}: Invocation): Promise<ExitCode> {
    const [id, ...files] = input;
    if (id === undefined) {
      io.error('ticktock show: what? name an id: ticktock list shows those of the events');
      return 2;
    }
    const options = loadOptions(flags);
    if ('error' in options) {
      io.error(`ticktock show: ${options.error}`);
      return 2;
    }
    const loaded = await loadChronologies(files, io, options);
    if (typeof loaded === 'number') return loaded;
    const store = createMemoryStore(loaded.chronology, loaded.problems);
    const zone = await zoneOf(store, flags['zone'], io, 'show');
    if (typeof zone === 'number') return zone;
    const pane = paneOf(store, id);
    if (pane === undefined) {
      const meant = byName(store, id) ?? suggest(id, idsOf(store));
      const hint =
        meant === undefined ? 'ticktock list shows those of the events' : `did you mean ${meant}?`;
      io.error(`ticktock show: nothing has the id ${makeInert(id)}: ${hint}`);
      return 1;
    }
    const view = store.view('');
    if ('message' in view) return 1;
    const {lines} = PANES[pane].content({
      store,
      view,
      subject: id,
      widthColumns: Math.min(WIDEST, io.columns),
      heightRows: 24,
      charset: charsetOf(flags, io),
      isListing: true,
      zone: zone.zone,
      measureFrom: undefined,
      copies: new Map(),
      map: undefined,
      drawMap: () => [],
    });
    await io.out(`${lines.map(textOf).join('\n')}\n`);
    return 0;
  },
};

function paneOf(store: EventStore, id: string): PaneName | undefined {
  if (store.event(id) !== undefined) return 'event';
  if (store.actor(id) !== undefined) return 'actor';
  if (store.place(id) !== undefined) return 'place';
  if (store.claim(id) !== undefined) return 'claim';
  return store.source(id) === undefined ? undefined : 'source';
}

/** @returns the id of what has the name that was typed instead of an id; folded as in searches. */
function byName(store: EventStore, typed: string): string | undefined {
  const wanted = foldText(typed);
  const {actors, places} = store.chronology;
  return [...places, ...actors].find((item) =>
    [item.name, ...(item.other_names ?? []).map((other) => other.name)].some(
      (name) => foldText(name) === wanted,
    ),
  )?.id;
}

function idsOf(store: EventStore): readonly string[] {
  const view = store.view('');
  const events = 'message' in view ? [] : view.rows(0, 10_000).map((row) => row.id);
  const {actors, places, sources} = store.chronology;
  return [...events, ...[...actors, ...places, ...sources].map((item) => item.id)];
}

function textOf(line: Line): string {
  return line
    .map((span) => span.text)
    .join('')
    .trimEnd();
}
