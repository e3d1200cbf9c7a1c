import {beforeAll, describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import other from '../../data/other-reports.yaml';
import {loadDrawMap} from '../../source/app/load-map.js';
import {lineWidth} from '../../source/core/draw/fit-text.js';
import type {Charset} from '../../source/core/draw/glyphs.js';
import type {Line} from '../../source/core/draw/line.js';
import type {Chronology} from '../../source/core/events/chronology.js';
import type {EventStore, EventView} from '../../source/core/events/event-store.js';
import {mergeChronologies} from '../../source/core/events/merge-chronologies.js';
import type {PaneContent, PaneName, Target} from '../../source/core/state/pane-content.js';
import type {DrawMap} from '../../source/panes/pane.js';
import {PANES} from '../../source/panes/pane-registry.js';
import {createMemoryStore} from '../../source/stores/memory-store.js';
import {emptyChronology, manyEvents, oneEvent} from '../helpers/generated-chronologies.js';
import {hostileChronology} from '../helpers/hostile-chronology.js';

let drawMap: DrawMap;
beforeAll(async () => {
  drawMap = await loadDrawMap();
});

const NAMES = Object.keys(PANES) as readonly PaneName[];

function viewOf(store: EventStore): EventView {
  const view = store.view('');
  if ('message' in view) throw new Error(view.message);
  return view;
}

/** Everything a pane can be about, and something it cannot. */
function subjectsOf(pane: PaneName, chronology: Chronology, store: EventStore): readonly string[] {
  const ids = (items: readonly {readonly id: string}[]): readonly string[] =>
    items.map((item) => item.id);
  switch (pane) {
    case 'event':
    case 'chain':
    case 'moment':
      return [...ids(chronology.events), 'no-such-event', ''];
    case 'accounts':
      return [
        ...ids(chronology.events),
        ...chronology.events.flatMap((event) => [
          ...store.accountsOf(event.id).map((field) => `${event.id}#${field.field}`),
          `${event.id}#when`,
          `${event.id}#no_such_field`,
        ]),
        'no-such-event',
        'no-such-event#target',
      ];
    case 'claim':
      return [...ids(chronology.claims), 'no-such-claim'];
    case 'actor':
      return [...ids(chronology.actors), 'no-such-actor'];
    case 'place':
      return [...ids(chronology.places), 'no-such-place'];
    case 'source':
      return [
        ...ids(chronology.sources),
        ...chronology.sources.flatMap(({id, paragraphs}) =>
          Array.from({length: (paragraphs?.length ?? 0) + 1}, (_, at) => `${id}#${at + 1}`),
        ),
        'no-such-source',
        'no-such-source#3',
      ];
    default:
      return [''];
  }
}

type Given = {
  readonly width: number;
  readonly charset: Charset;
  readonly measureFrom?: string;
  readonly zone?: string;
};

function contentOf(store: EventStore, {pane, subject}: Target, given: Given): PaneContent {
  const view = viewOf(store);
  const from = view.positionOf(given.measureFrom ?? '');
  return PANES[pane].content({
    store,
    view,
    subject,
    widthColumns: given.width,
    heightRows: 14,
    charset: given.charset,
    zone: given.zone ?? store.chronology.timezone,
    measureFrom: from < 0 ? undefined : view.rows(from, from + 1)[0],
    copies: new Map(),
    map: undefined,
    drawMap,
  });
}

function plain(line: Line): string {
  return line.map((span) => span.text).join('');
}

/** @returns what is wrong with a pane; nothing when it is as every pane is about anything, however narrow. */
function faultsOf(content: PaneContent, width: number): readonly string[] {
  const {title, crumb, lines, items} = content;
  const faults: string[] = [];
  if (title === '' || crumb.trim() === '') faults.push('no title or crumb');
  if (lines.length === 0) faults.push('nothing in it');
  for (const line of lines) {
    if (lineWidth(line) > width) faults.push(`wider than ${width}: ${plain(line)}`);
    if (/\p{Cc}/u.test(plain(line))) faults.push(`control characters: ${plain(line)}`);
  }
  let before = {firstLine: 0, column: -1};
  for (const {firstLine, endLine, column, copy} of items) {
    const isBeside = column !== undefined && firstLine === before.firstLine;
    const isInOrder = isBeside ? column > before.column : firstLine >= before.firstLine;
    if (!isInOrder) faults.push(`out of order: ${copy}`);
    if (endLine <= firstLine || endLine > lines.length) faults.push(`outside the pane: ${copy}`);
    if (/\p{Cc}/u.test(copy)) faults.push(`control characters in the copy: ${copy}`);
    before = {firstLine, column: column ?? -1};
  }
  return faults;
}

/** @returns why a target leads nowhere; undefined when it leads somewhere. */
function whyDead({pane, subject}: Target, store: EventStore): string | undefined {
  const [id = ''] = subject.split('#');
  const isThere = {
    event: () => store.event(id) !== undefined,
    chain: () => store.event(id) !== undefined,
    moment: () => store.event(id) !== undefined,
    accounts: () => store.event(id) !== undefined,
    claim: () => store.claim(id) !== undefined,
    actor: () => store.actor(id) !== undefined,
    place: () => store.place(id) !== undefined,
    source: () => store.source(id) !== undefined,
  }[pane as string];
  return isThere === undefined || isThere() ? undefined : `${pane}:${subject}`;
}

const chronologies: readonly (readonly [string, Chronology, readonly number[]])[] = [
  ['the bundled chronology', bundled, [20, 27, 41, 57, 80, 120]],
  ['both chronologies', mergeChronologies([bundled, other]), [20, 90]],
  ['an empty chronology', emptyChronology(), [20, 80]],
  ['one event', oneEvent(), [20, 80]],
  ['60 events of every kind', manyEvents(60), [20, 90]],
];

describe('every pane about everything', () => {
  for (const [name, chronology, widths] of chronologies) {
    const store = createMemoryStore(chronology);
    for (const pane of NAMES) {
      test(`${pane} of ${name} keeps within its width, its items in order, its targets alive`, () => {
        for (const subject of subjectsOf(pane, chronology, store)) {
          for (const width of widths) {
            for (const charset of ['unicode', 'ascii'] as const) {
              const what = `${pane}:${subject} at ${width} ${charset}`;
              const content = contentOf(store, {pane, subject}, {width, charset});
              const dead = content.items.flatMap(({target}) =>
                target === undefined ? [] : (whyDead(target, store) ?? []),
              );
              expect([...faultsOf(content, width), ...dead], what).toEqual([]);
            }
          }
        }
      });
    }
  }
});

describe('ASCII', () => {
  test('draws nothing beyond ASCII that does not come from the data', () => {
    const given = new Set(
      [...JSON.stringify([bundled, other])].filter((character) => character > '~'),
    );
    const store = createMemoryStore(bundled);
    for (const pane of NAMES) {
      for (const subject of subjectsOf(pane, bundled, store)) {
        for (const measureFrom of [undefined, 'attacks']) {
          const {lines, title, badge, crumb} = contentOf(
            store,
            {pane, subject},
            {width: 60, charset: 'ascii', ...(measureFrom === undefined ? {} : {measureFrom})},
          );
          const drawn = [title, badge, crumb, ...lines.map(plain)].join('');
          const strange = [...drawn].filter(
            (character) => character > '~' && !given.has(character),
          );
          expect(strange, `${pane}:${subject}`).toEqual([]);
        }
      }
    }
  });
});

describe('what is copied', () => {
  const store = createMemoryStore(bundled);
  /** Of no report: marks, problems, and names that nothing is cited for. */
  const sourced = NAMES.filter(
    (name) => !['legend', 'problems', 'changes', 'sources', 'place', 'actor'].includes(name),
  );

  for (const pane of sourced) {
    test(`of ${pane} has the source of every row and its paragraphs`, () => {
      let count = 0;
      for (const subject of subjectsOf(pane, bundled, store)) {
        const given = {width: 41, charset: 'unicode'} as const;
        for (const {copy, target} of contentOf(store, {pane, subject}, given).items) {
          count++;
          // A row that is the source itself stands on no paragraph of it.
          const isSource = pane === 'source' && target?.pane !== 'claim';
          if (isSource) expect(copy).toContain('Report on the strikes of 24 January 2024');
          if (isSource) continue;
          expect(copy, `${pane}:${subject}`).toContain('Report on the strikes of 24 January 2024');
          expect(copy, `${pane}:${subject}`).toMatch(/¶\d/u);
        }
      }
      expect(count).toBeGreaterThan(0);
    });
  }

  test('of an actor or a place has them wherever something is cited', () => {
    const cited = new Set([
      ...bundled.claims.map((claim) => claim.said_by),
      ...bundled.events.flatMap(({where = []}) => where),
      ...bundled.events.flatMap(({actors = []}) => actors.map(({actor}) => actor)),
    ]);
    for (const [pane, items] of [
      ['actor', bundled.actors],
      ['place', bundled.places],
    ] as const) {
      for (const {id} of items.filter((item) => cited.has(item.id))) {
        const {items: rows} = contentOf(
          store,
          {pane, subject: id},
          {width: 41, charset: 'unicode'},
        );
        for (const {copy, target} of rows) {
          if (target?.pane === pane && !cited.has(target.subject)) continue;
          expect(copy, `${pane}:${id}`).toContain('Report on the strikes of 24 January 2024');
          expect(copy, `${pane}:${id}`).toMatch(/¶\d/u);
        }
      }
    }
  });
});

describe('hostile data', () => {
  const store = createMemoryStore(hostileChronology(10_000));
  const small = hostileChronology(60);

  test('10,000 claims on one event are all reached from its pane', () => {
    const reached = new Set<string>();
    const seen = new Set<string>();
    const open: Target[] = [{pane: 'event', subject: 'event-0'}];
    for (let target = open.pop(); target !== undefined; target = open.pop()) {
      const content = contentOf(store, target, {width: 42, charset: 'unicode'});
      expect(faultsOf(content, 42), `${target.pane} ${target.subject}`).toEqual([]);
      expect(content.lines.length, 'a page').toBeLessThan(10_000);
      for (const {target: next} of content.items) {
        if (next?.pane === 'claim') reached.add(next.subject);
        if (next?.pane !== 'accounts' || seen.has(next.subject)) continue;
        seen.add(next.subject);
        open.push(next);
      }
    }
    expect(reached.size).toBe(10_000);
  });

  test('every pane stays within its width', () => {
    const smallStore = createMemoryStore(small);
    for (const pane of NAMES) {
      for (const subject of subjectsOf(pane, small, smallStore)) {
        for (const width of [20, 90]) {
          for (const charset of ['unicode', 'ascii'] as const) {
            const what = `${pane}:${subject} at ${width} ${charset}`;
            expect(
              faultsOf(contentOf(smallStore, {pane, subject}, {width, charset}), width),
              what,
            ).toEqual([]);
          }
        }
      }
    }
  });

  test('what is longer than the list is whole in the pane', () => {
    const long = small.events[0]?.title ?? '';
    const {lines} = contentOf(
      createMemoryStore(small),
      {pane: 'event', subject: 'event-0'},
      {width: 42, charset: 'unicode'},
    );
    const text = lines.map(plain).join(' ').replaceAll(/\s+/gu, ' ');
    expect(long.length).toBeGreaterThan(490);
    expect(text).toContain(long);
  });

  test('a ring of answers ends', () => {
    const {lines} = contentOf(
      createMemoryStore(small),
      {pane: 'chain', subject: 'event-0'},
      {width: 80, charset: 'ascii'},
    );
    expect(lines.length).toBeLessThan(100);
    expect(lines.map(plain).join('\n')).toContain('shown above');
  });

  test('a chain of 2,000 events is cut and says so', () => {
    const base = manyEvents(2000);
    const links = base.events.slice(1).map((event, at) => ({
      type: 'responds-to' as const,
      from: event.id,
      to: `event-${at}`,
      claimed_by: [],
    }));
    const content = contentOf(
      createMemoryStore({...base, links}),
      {pane: 'chain', subject: 'event-1000'},
      {width: 60, charset: 'unicode'},
    );
    expect(faultsOf(content, 60), 'chain').toEqual([]);
    expect(content.lines.map(plain).join('\n')).toContain('The chain goes on');
  });
});

describe('the registry', () => {
  test('knows each pane under its own name, with one line on what it shows', () => {
    for (const [name, pane] of Object.entries(PANES)) {
      expect(pane.name).toBe(name);
      expect(pane.summary).toMatch(/^[A-Z].{10,78}[^.]$/u);
    }
  });
});
