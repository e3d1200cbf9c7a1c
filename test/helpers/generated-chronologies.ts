import type {
  Actor,
  Chronology,
  Claim,
  Link,
  Place,
  TimelineEvent,
} from '../../source/core/events/chronology.js';

const EMPTY: Chronology = {
  chronology: 1,
  title: 'Nothing yet',
  timezone: 'UTC',
  sides: [
    {id: 'north', name: 'North'},
    {id: 'south', name: 'South'},
  ],
  fields: [{id: 'target', name: 'What was hit?'}],
  sources: [{id: 'paper', headline: 'A paper'}],
  actors: [],
  places: [],
  events: [],
  claims: [],
  links: [],
};

/** A chronology in which nothing has happened. */
export function emptyChronology(): Chronology {
  return EMPTY;
}

/** A chronology of one event about which nobody is cited. */
export function oneEvent(): Chronology {
  return {
    ...EMPTY,
    title: 'One thing',
    events: [{id: 'only', title: 'The only event', when: {edtf: '2024-01-24', basis: 'stated'}}],
  };
}

const WHENS = [
  (day: string) => day,
  (day: string) => `${day}~`,
  (day: string) => `${day}?`,
  (day: string) => `${day}/..`,
  (day: string) => `/${day}`,
  (day: string) => day.slice(0, 7),
  (day: string) => day.slice(0, 4),
  (day: string) => `${day}T06:30:00Z`,
  () => '',
  (day: string) => `${day.slice(0, 3)}X`,
] as const;

/** A pseudo-random sequence of `[0, 1)`, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A chronology of many events with every kind of date, links in chains and a ring, contested numbers. */
export function manyEvents(count: number, seed = 1): Chronology {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const actors: readonly Actor[] = Array.from({length: 12}, (_, at) => ({
    id: `actor-${at}`,
    name: `Actor ${at}`,
    ...(at % 4 === 3 ? {} : {side: at % 2 === 0 ? 'north' : 'south'}),
  }));
  const places: readonly Place[] = Array.from({length: 9}, (_, at) => ({
    id: `place-${at}`,
    name: `Place ${at}`,
    ...(at % 3 === 2 ? {} : {latitude: 30 + at, longitude: 40 + at, geo_precision: 2 as const}),
  }));
  const events = Array.from({length: count}, (_, at): TimelineEvent => {
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(random() * 1500)));
    const edtf = pick(WHENS)(day.toISOString().slice(0, 10));
    return {
      id: `event-${at}`,
      title: `Event ${at} ${pick(['strike', 'talks', 'statement', 'march'])}`,
      when: {edtf, basis: random() < 0.3 ? 'inferred' : 'stated'},
      ...(random() < 0.6 ? {where: [pick(places).id]} : {}),
      ...(random() < 0.7 ? {actors: [{actor: pick(actors).id, role: 'there'}]} : {}),
      ...(random() < 0.5 ? {kind: {cameo: pick(['190', '010', '042', '1056'])}} : {}),
      ...(random() < 0.2 ? {deaths: {low: 1, high: 9}} : {}),
    };
  });
  const claims = events.flatMap((event, at): readonly Claim[] =>
    Array.from({length: at % 4}, (_, number) => ({
      id: `claim-${at}-${number}`,
      about: {event: event.id, field: number % 2 === 0 ? 'target' : 'deaths'},
      said_by: number === 0 ? null : pick(actors).id,
      voice: 'paraphrase',
      value: number % 2 === 0 ? `a thing ${number}` : {low: number, of: 'killed'},
      citations: [{source: 'paper', paragraph: 1 + (at % 20)}],
    })),
  );
  const links = events.flatMap((event, at): readonly Link[] => {
    const to = events[(at + 1) % events.length];
    const isLinked = at % 7 < 3 && to !== undefined && to.id !== event.id;
    return isLinked ? [{type: 'responds-to', from: event.id, to: to.id, claimed_by: []}] : [];
  });
  return {...EMPTY, title: `${count} events`, actors, places, events, claims, links};
}
