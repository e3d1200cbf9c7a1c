import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import bundled from '../../data/washington-baghdad.yaml';
import {cameoCode} from '../../source/core/events/cameo.js';
import type {Chronology, Problem, TimelineEvent} from '../../source/core/events/chronology.js';
import type {EventStore, EventView, ResolvedWhen} from '../../source/core/events/event-store.js';
import {isProblem, resolveWhen} from '../../source/core/time/resolve-when.js';
import {createMemoryStore} from '../../source/stores/memory-store.js';
import {emptyChronology, manyEvents, oneEvent} from '../helpers/generated-chronologies.js';

/** Every store, by name: a new one is one more line here. */
const STORES: Readonly<Record<string, (chronology: Chronology) => EventStore>> = {
  memory: (chronology) => createMemoryStore(chronology),
};

const CHRONOLOGIES: Readonly<Record<string, Chronology>> = {
  'the bundled chronology': bundled,
  'an empty chronology': emptyChronology(),
  'one event': oneEvent(),
  '300 events of every kind': manyEvents(300, 7),
};

function viewOf(store: EventStore, query = ''): EventView {
  const view = store.view(query);
  if ('message' in view) throw new Error(view.message);
  return view;
}

/** A date that cannot be read may be any. */
const UNKNOWN: ResolvedWhen = {
  start: -Infinity,
  end: Infinity,
  startQuality: 'unknown',
  endQuality: 'unknown',
  isSpan: false,
  isInferred: false,
};

/** Events with their dates in the order of time, found without any index. */
function sorted(
  chronology: Chronology,
): readonly {readonly event: TimelineEvent; readonly when: ResolvedWhen}[] {
  return chronology.events
    .map((event, at) => {
      const when = resolveWhen(event.when, chronology.timezone);
      return {event, when: isProblem(when) ? UNKNOWN : when, at};
    })
    .toSorted((a, b) =>
      a.when.start === b.when.start ? a.at - b.at : a.when.start < b.when.start ? -1 : 1,
    );
}

/** An end at or before its start makes an instant, found where it falls. */
function touches({start, end}: ResolvedWhen, from: number, to: number): boolean {
  return end > start ? start < to && end > from : start >= from && start < to;
}

/** The lane of an event: its own side, else that of its first actor that has one, else the last. */
function laneOf(event: TimelineEvent, chronology: Chronology): number {
  const side =
    event.side ??
    event.actors
      ?.map(({actor}) => chronology.actors.find(({id}) => id === actor)?.side)
      .find((id) => id !== undefined);
  const at = chronology.sides.findIndex(({id}) => id === side);
  return at < 0 ? chronology.sides.length : at;
}

for (const [storeName, open] of Object.entries(STORES)) {
  for (const [name, chronology] of Object.entries(CHRONOLOGIES)) {
    describe(`${storeName} of ${name}`, () => {
      const store = open(chronology);
      const view = viewOf(store);
      const expected = sorted(chronology);

      test('has every event once, in the order of time and then of the file', () => {
        const rows = view.rows(0, view.count);
        expect(rows.map(({id}) => id)).toEqual(expected.map(({event}) => event.id));
        expect(rows.map(({index}) => index)).toEqual([...rows.keys()]);
        for (const [at, {when, lane, title}] of rows.entries()) {
          expect({when, title}).toEqual({
            when: expected[at]?.when,
            title: expected[at]?.event.title,
          });
          expect(lane).toBe(laneOf(expected[at]?.event as TimelineEvent, chronology));
          expect(view.lanes[lane]).toBeDefined();
        }
      });

      test('slices are clamped, and positions are where slices say', () => {
        fc.assert(
          fc.property(
            fc.integer({min: -5, max: 400}),
            fc.integer({min: -5, max: 400}),
            (from, to) => {
              const ids = view.rows(from, to).map(({id}) => id);
              expect(ids).toEqual(
                expected.slice(Math.max(0, from), Math.max(0, to)).map(({event}) => event.id),
              );
            },
          ),
          {seed: 1, numRuns: 40},
        );
        for (const [at, {event}] of expected.entries()) expect(view.positionOf(event.id)).toBe(at);
        expect(view.positionOf('no-such-event')).toBe(-1);
      });

      test('counts by column, finds by time and sums Goldstein as looking at each event does', () => {
        const day = 86_400_000;
        const base = Date.UTC(2019, 11, 1);
        const edgesOf = fc
          .array(fc.integer({min: 0, max: 2400}), {minLength: 2, maxLength: 12})
          .map((days) =>
            Float64Array.from(
              [...new Set(days)].toSorted((a, b) => a - b).map((at) => base + at * day),
            ),
          )
          .filter((edges) => edges.length > 1);
        const lanes = fc.option(fc.integer({min: 0, max: view.lanes.length}), {nil: undefined});
        fc.assert(
          fc.property(edgesOf, lanes, (edges, lane) => {
            const own = expected.filter(
              ({event}) => lane === undefined || laneOf(event, chronology) === lane,
            );
            const columns = Array.from(
              {length: edges.length - 1},
              (_, at) => [edges[at] ?? 0, edges[at + 1] ?? 0] as const,
            );
            const {starts, active} = view.countByColumn(edges, lane);
            expect([...active]).toEqual(
              columns.map(([from, to]) => own.filter(({when}) => touches(when, from, to)).length),
            );
            expect([...starts]).toEqual(
              columns.map(
                ([from, to]) =>
                  own.filter(({when}) => when.start >= from && when.start < to).length,
              ),
            );
            const [from, to] = [edges[0] ?? 0, edges.at(-1) ?? 0];
            const all = own
              .filter(({when}) => touches(when, from, to))
              .map(({event}) => view.positionOf(event.id));
            expect(view.touching(from, to, lane, 7)).toEqual({
              positions: all.slice(0, 7),
              total: all.length,
            });
            expect(view.firstFrom(from)).toBe(
              expected.filter(({when}) => when.start < from).length,
            );
            const sums = view.goldsteinByColumn(edges, lane);
            if (sums === undefined) return;
            for (const [at, [low, high]] of columns.entries()) {
              const sum = own
                .filter(({when}) => touches(when, low, high))
                .reduce(
                  (total, {event}) => total + (cameoCode(event.kind?.cameo ?? '')?.goldstein ?? 0),
                  0,
                );
              expect(sums[at]).toBeCloseTo(sum, 6);
            }
          }),
          {seed: 2, numRuns: 60},
        );
      });

      test('claims, links and places are found from either end', () => {
        for (const event of chronology.events) {
          expect(store.event(event.id)).toEqual(event);
          expect(store.claimsAbout(event.id)).toEqual(
            chronology.claims.filter(({about}) => about.event === event.id),
          );
          expect(store.linksOf(event.id)).toEqual(
            chronology.links.filter(({from, to}) => from === event.id || to === event.id),
          );
        }
        for (const actor of chronology.actors) {
          expect(store.claimsBy(actor.id)).toEqual(
            chronology.claims.filter(({said_by: by}) => by === actor.id),
          );
          expect(store.eventsWithActor(actor.id).toSorted()).toEqual(
            chronology.events
              .filter(({actors}) => actors?.some((item) => item.actor === actor.id))
              .map(({id}) => id)
              .toSorted(),
          );
        }
        for (const place of chronology.places) {
          expect(store.eventsAtPlace(place.id).toSorted()).toEqual(
            chronology.events
              .filter(({where}) => where?.includes(place.id))
              .map(({id}) => id)
              .toSorted(),
          );
        }
        for (const source of chronology.sources) {
          const citing = chronology.claims.filter(({citations}) =>
            citations.some((item) => item.source === source.id),
          );
          expect(store.claimsCiting(source.id)).toEqual(citing);
          expect(store.claimsCiting(source.id, 3)).toEqual(
            citing.filter(({citations}) =>
              citations.some((item) => item.source === source.id && item.paragraph === 3),
            ),
          );
        }
      });

      test('what is contested is what its events call contested, in the order of time', () => {
        const fields = expected.flatMap(({event}) =>
          store
            .accountsOf(event.id)
            .filter((field) => field.isContested)
            .map(({field}) => `${event.id}#${field}`),
        );
        expect(store.contested(10_000).map(({event, field}) => `${event}#${field.field}`)).toEqual(
          fields,
        );
        expect(store.contested(2)).toHaveLength(Math.min(2, fields.length));
        const rows = view.rows(0, view.count);
        for (const row of rows) {
          expect(row.isContested).toBe(fields.some((field) => field.startsWith(`${row.id}#`)));
        }
      });

      test('a filter keeps the order, and what it leaves out is not in it', () => {
        for (const query of [
          'is:contested',
          'is:inferred',
          '-is:inferred',
          'strike',
          'a OR b',
          'no-such-word-anywhere',
        ]) {
          const part = viewOf(store, query);
          const orders = part.rows(0, part.count).map(({order}) => order);
          expect(orders).toEqual(orders.toSorted((a, b) => a - b));
          const ids = new Set(part.rows(0, part.count).map(({id}) => id));
          for (const {event} of expected)
            expect(part.positionOf(event.id) >= 0).toBe(ids.has(event.id));
          expect(part.lanes).toEqual(view.lanes);
        }
        const [inferred, stated] = [viewOf(store, 'is:inferred'), viewOf(store, '-is:inferred')];
        expect(inferred.count + stated.count).toBe(view.count);
      });

      test('a query that cannot be read is a problem with what to do, not an exception', () => {
        for (const query of ['nosuchfield:x', 'after:notadate strike']) {
          const problem = store.view(query) as Problem;
          expect(problem.severity, query).toBe('error');
          expect(problem.message).not.toBe('');
        }
      });

      test('facets count what their own terms find', () => {
        const counts = store.facets('');
        for (const field of ['side', 'actor', 'place', 'source', 'is'] as const) {
          for (const {value, count} of counts[field]) {
            expect(viewOf(store, `${field}:${value}`).count, `${field}:${value}`).toBe(count);
          }
        }
      });

      test('unknown ids are unknown', () => {
        expect([
          store.event('x'),
          store.claim('x'),
          store.actor('x'),
          store.place('x'),
          store.source('x'),
        ]).toEqual(Array.from({length: 5}, () => undefined));
        expect([
          store.claimsAbout('x'),
          store.claimsBy('x'),
          store.linksOf('x'),
          store.accountsOf('x'),
        ]).toEqual([[], [], [], []]);
      });
    });
  }
}
