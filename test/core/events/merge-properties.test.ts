import fc from 'fast-check';
import {expect, test} from 'vitest';
import {canonicalText} from '../../../source/core/events/canonical-text.js';
import {checkChronology} from '../../../source/core/events/check-chronology.js';
import type {
  Actor,
  Chronology,
  Claim,
  ClaimValue,
  Place,
  Source,
  TimelineEvent,
} from '../../../source/core/events/chronology.js';
import {mergeChronologies} from '../../../source/core/events/merge-chronologies.js';
import {edtfInWords} from '../../../source/core/events/value-words.js';

/** Numbers that occur as nothing else. */
const madeNumber = fc.integer({min: 1001, max: 9999});
const madeQuantity = fc.record(
  {best: madeNumber, of: fc.constantFrom('killed', 'hurt')},
  {requiredKeys: ['best']},
);

/** Every file has the actors `army` and `rebels`, the places `town` and `hill`, and events of `e` and `f`. */
const madeEvent = fc.record(
  {
    title: fc.constantFrom('Strike', 'Attack', 'Raid'),
    summary: fc.constantFrom('A town was hit.', 'A hill was hit.'),
    when: fc.record(
      {
        edtf: fc.constantFrom('2024-01-01', '2024-01-05', '2024-01-05T03:00', '2024-02~'),
        basis: fc.constant('stated' as const),
        stated: fc.constantFrom('on Friday', 'at dawn'),
        part_of_day: fc.constantFrom('dawn' as const, 'noon' as const),
      },
      {requiredKeys: ['edtf', 'basis']},
    ),
    where: fc.uniqueArray(fc.constantFrom('town', 'hill'), {minLength: 1}),
    actors: fc.uniqueArray(
      fc.record({
        actor: fc.constantFrom('army', 'rebels'),
        role: fc.constantFrom('attacker', 'target'),
      }),
      {minLength: 1, maxLength: 2, selector: ({actor}) => actor},
    ),
    deaths: madeQuantity,
    injuries: madeQuantity,
    count: madeQuantity,
    kind: fc.record(
      {type: fc.constantFrom('Battles', 'Riots'), cameo: fc.constantFrom('190', '195')},
      {requiredKeys: ['type']},
    ),
    side: fc.constantFrom('north', 'south'),
    tags: fc.uniqueArray(fc.constantFrom('air', 'land'), {minLength: 1}),
    note: fc.constantFrom('From memory.', 'Hard to date.'),
  },
  {requiredKeys: ['title', 'when']},
);

const FIELDS = ['when', 'where', 'actors', 'deaths', 'injuries', 'count', 'summary'] as const;

const madeFile = fc
  .record({
    title: fc.constantFrom('One', 'Two', 'Three'),
    timezone: fc.constantFrom('Asia/Baghdad', 'UTC'),
    publisher: fc.constantFrom('Herald', 'Tribune', 'Gazette'),
    north: fc.constantFrom('North', 'Rebels'),
    office: fc.option(fc.constantFrom('general', 'colonel'), {nil: undefined}),
    place: fc.record(
      {
        latitude: fc.constantFrom(33.25, 34.5),
        geo_precision: fc.constantFrom(1 as const, 2 as const),
      },
      {requiredKeys: ['latitude']},
    ),
    events: fc.tuple(madeEvent, madeEvent),
    carried: fc.constantFrom('whole', 'fields', 'nothing'),
    isNamedOtherwise: fc.boolean(),
  })
  .map(
    ({
      title,
      timezone,
      publisher,
      north,
      office,
      place,
      events,
      carried,
      isNamedOtherwise,
    }): Chronology => {
      const ids = isNamedOtherwise ? ['x', 'y'] : ['e', 'f'];
      const own = events.map((event, at): TimelineEvent => ({
        id: ids[at] ?? '',
        ...event,
        ...(isNamedOtherwise ? {same_as: [at === 0 ? 'e' : 'f']} : {}),
      }));
      return {
        chronology: 1,
        title,
        timezone,
        sides: [
          {id: 'north', name: north},
          {id: 'south', name: 'South'},
        ],
        fields: [],
        sources: [{id: 'report', headline: 'A strike', publisher}],
        actors: [
          {id: 'army', name: 'Army', side: 'north', ...(office === undefined ? {} : {office})},
          {id: 'rebels', name: 'Rebels', side: 'south'},
        ],
        places: [
          {id: 'town', name: 'Town', ...place, longitude: 44},
          {id: 'hill', name: 'Hill'},
        ],
        events: own,
        claims: own.flatMap((event) => claimsOf(event, carried)),
        links: [],
      };
    },
  );

function claimsOf(event: TimelineEvent, carried: string): readonly Claim[] {
  const claimOf = (field: string, value: unknown): Claim => ({
    id: `${event.id}-${field === '*' ? 'row' : field}`,
    about: {event: event.id, field},
    said_by: null,
    voice: 'reporter',
    value: value as ClaimValue,
    citations: [{source: 'report', paragraph: 1}],
  });
  if (carried === 'nothing') return [];
  if (carried === 'whole') return [claimOf('*', event.title)];
  return FIELDS.filter((field) => event[field] !== undefined).map((field) =>
    claimOf(field, field === 'when' ? event.when.edtf : event[field]),
  );
}

/** The event that an event of a file is one with, under whichever of its names. */
function mergedEvent(
  merged: Chronology,
  {id, same_as: [first] = []}: TimelineEvent,
): TimelineEvent | undefined {
  const names = new Set([id, first, id === 'e' ? 'x' : id === 'f' ? 'y' : undefined]);
  return merged.events.find((event) => names.has(event.id));
}

/** Every text and number of a value. */
function leavesOf(value: unknown): readonly (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

/** Whether a text or number stands in a value, be it in words. */
function isFound(leaf: string | number, inside: unknown): boolean {
  const texts = leavesOf(inside).map(String);
  const words = typeof leaf === 'number' ? leaf.toLocaleString('en') : edtfInWords(leaf);
  return texts.some(
    (text) => text === String(leaf) || text.includes(String(leaf)) || text.includes(words),
  );
}

const RUNS = {numRuns: 150, seed: 7};

test('nothing that a file says of an event, an actor or a place is gone when files have merged', () => {
  fc.assert(
    fc.property(fc.array(madeFile, {minLength: 2, maxLength: 3}), (files) => {
      const merged = mergeChronologies(files);
      const names = new Map(merged.sides.map(({id, name}) => [id, name]));
      for (const file of files) {
        const sides = new Map(file.sides.map(({id, name}) => [id, name]));
        for (const event of file.events) {
          const found = mergedEvent(merged, event);
          const claims = merged.claims.filter(({about}) => about.event === found?.id);
          const {id: _, same_as: __, side, ...said} = event;
          const lane =
            found?.side ?? merged.actors.find(({id}) => id === found?.actors?.[0]?.actor)?.side;
          for (const [key, value] of Object.entries(said)) {
            const inside = [
              found?.[key as keyof typeof said],
              found?.note,
              claims.map((claim) => claim.value),
            ];
            for (const leaf of leavesOf(value)) {
              expect(isFound(leaf, inside), `${file.title} ${event.id} ${key} ${leaf}`).toBe(true);
            }
          }
          if (side !== undefined) {
            expect(
              [names.get(lane ?? ''), ...(found?.note ?? '').split(/[:;.] ?/u)].join(),
            ).toContain(sides.get(side) ?? '');
          }
        }
        for (const list of ['actors', 'places'] as const) {
          for (const thing of file[list] as readonly (Actor | Place)[]) {
            const found = (merged[list] as readonly (Actor | Place)[]).find(
              ({id}) => id === thing.id,
            );
            const {id: _, ...said} = thing;
            for (const [key, value] of Object.entries(said)) {
              const leaf =
                key === 'side' ? (sides.get(String(value)) ?? '') : (value as string | number);
              const inside =
                'side' in (found ?? {}) ? [found, names.get((found as Actor).side ?? '')] : found;
              expect(isFound(leaf, inside), `${thing.id} ${key}`).toBe(true);
            }
          }
        }
      }
    }),
    RUNS,
  );
});

test('what a claim about the whole of an event carries is an account of its own report', () => {
  fc.assert(
    fc.property(madeFile, madeFile, (one, other) => {
      const merged = mergeChronologies([one, other]);
      const publisherOf = new Map(merged.sources.map(({id, publisher}) => [id, publisher]));
      for (const file of [one, other]) {
        const whole = new Set(
          file.claims.filter(({about}) => about.field === '*').map(({about}) => about.event),
        );
        for (const event of file.events.filter(({id}) => whole.has(id))) {
          const found = mergedEvent(merged, event);
          const own = merged.claims.filter(
            ({about, citations}) =>
              about.event === found?.id &&
              publisherOf.get(citations[0]?.source ?? '') === file.sources[0]?.publisher,
          );
          for (const field of ['title', 'kind', ...FIELDS] as const) {
            const value = event[field];
            if (value === undefined) continue;
            const said = own.filter(({about}) => about.field === field).map((claim) => claim.value);
            const isWhole =
              own.some(({about}) => about.field === '*') &&
              leavesOf(value).every((leaf) => isFound(leaf, found?.[field]));
            const leaves = leavesOf(field === 'when' ? event.when.edtf : value);
            expect(isWhole || leaves.every((leaf) => isFound(leaf, said)), field).toBe(true);
          }
        }
      }
    }),
    RUNS,
  );
});

/** What a merged chronology says, whatever the order of its lists and the ids that depend on it. */
function sayings(merged: Chronology): unknown {
  const sources = new Map(merged.sources.map((source): [string, Source] => [source.id, source]));
  const eventOf = (id: string): string => (id === 'x' ? 'e' : id === 'y' ? 'f' : id);
  return {
    events: merged.events.map(({id}) => eventOf(id)).sort(),
    sides: merged.sides.map(({name}) => name).sort(),
    sources: merged.sources.map(({publisher}) => publisher ?? '').sort(),
    claims: merged.claims
      .map(({about, value, citations, said_by: speaker}) =>
        canonicalText([
          eventOf(about.event),
          about.field,
          speaker,
          value,
          citations.map(({source, paragraph}) => [sources.get(source)?.publisher, paragraph]),
        ]),
      )
      .sort(),
    places: merged.events
      .map(({id, where = []}) => `${eventOf(id)} ${[...where].sort().join()}`)
      .sort(),
    who: merged.events
      .map(
        ({id, actors = []}) =>
          `${eventOf(id)} ${[...new Set(actors.map(({actor}) => actor))].sort().join()}`,
      )
      .sort(),
  };
}

test('three files in any order say the same', () => {
  fc.assert(
    fc.property(madeFile, madeFile, madeFile, (one, two, three) => {
      const expected = sayings(mergeChronologies([one, two, three]));
      for (const files of [
        [one, three, two],
        [two, one, three],
        [two, three, one],
        [three, one, two],
        [three, two, one],
      ]) {
        expect(sayings(mergeChronologies(files))).toEqual(expected);
      }
    }),
    RUNS,
  );
});

test('a file that is there already adds nothing', () => {
  fc.assert(
    fc.property(madeFile, madeFile, (one, other) => {
      const both = mergeChronologies([one, other]);
      expect(mergeChronologies([one, other, one, other])).toEqual(both);
      expect(mergeChronologies([one, one]).claims).toEqual(one.claims);
    }),
    RUNS,
  );
});

test('what was merged has no fault that its files have not', () => {
  fc.assert(
    fc.property(fc.array(madeFile, {minLength: 2, maxLength: 3}), (files) => {
      const faults = files.flatMap((file) => checkChronology(file).map(({message}) => message));
      for (const {message} of checkChronology(mergeChronologies(files))) {
        expect(faults).toContain(message);
      }
    }),
    RUNS,
  );
});
