import {canonicalText} from './canonical-text.js';
import type {
  Actor,
  Chronology,
  Claim,
  ClaimValue,
  Field,
  Link,
  Side,
  TimelineEvent,
} from './chronology.js';
import {nameApart} from './name-apart.js';
import {citedSources, isSameName, isSameSource, type CitedSource} from './same-named.js';
import {findSameThings} from './same-things.js';

/** Kinds of which two files may have the same thing, by id or `same_as`. */
const SHARED = ['actors', 'places', 'events'] as const;
type SharedKind = (typeof SHARED)[number];
type Thing = {readonly id: string; readonly same_as?: readonly string[]};
type Name = (id: string) => string;

/** New ids by old ones. */
type Ids = ReadonlyMap<string, string>;

/**
Give one id to what is one thing in several files, and no id to two.

The first file keeps its ids. Actors, places and events of one id are one. Sources, sides and fields of
one id are one only where they are alike; of those that are not, the later one gets its publisher or name
behind its id. An id of a later file that is taken by something of another kind, and a claim id that
is taken at all, gets the number of its file behind it; claims of two files that are the same in all but
their id get one. Whatever refers to an id follows it, by the
kind it refers to; free text is left alone.

@param files - each checked.
@returns the files in their order; `same_as` is left only for what none of them has.
*/
export function renameIds(files: readonly Chronology[]): readonly Chronology[] {
  const [first] = files;
  const kinds = ['sources' as const, ...SHARED, 'claims' as const];
  const free = freeIds(kinds.flatMap((kind) => idsOf(first?.[kind])));
  const sources = nameApart<CitedSource>(files.map(citedSources), {
    isSame: isSameSource,
    nameOf: ({publisher, headline}) => publisher ?? headline,
    free,
  });
  const all = {
    actors: nameThings(files, 'actors', free),
    places: nameThings(files, 'places', free),
    events: nameThings(files, 'events', free),
  };
  const nameOf = ({name}: Side | Field): string => name;
  const sides = nameApart<Side>(
    files.map((file) => file.sides),
    {isSame: isSameName, nameOf, free: freeIds(idsOf(first?.sides))},
  );
  const fields = nameApart<Field>(
    files.map((file) => file.fields),
    {isSame: isSameName, nameOf, free: freeIds(idsOf(first?.fields))},
  );
  const nameClaims = claimNames(free, eventsOfSeveral(files, all.events));
  return files.map((file, at) => {
    // An id says what it says in its own file: the same letters may be mere words in another.
    const ownOf = (kind: SharedKind): Name => {
      const ids = new Map(idsOf(file[kind]).map((id) => [id, all[kind].get(id) ?? id]));
      return nameIn(ids);
    };
    const names = {
      source: nameIn(sources[at]),
      side: nameIn(sides[at]),
      field: nameIn(fields[at]),
      actor: ownOf('actors'),
      place: ownOf('places'),
      event: ownOf('events'),
    };
    const claims = file.claims.map((claim) => renameClaim(claim, names));
    return renameFile({...file, claims}, all, {...names, claim: nameIn(nameClaims(claims, at))});
  });
}

/**
@returns a function that gives the claims of each file in turn their new ids by the old ones: that of a
claim of an earlier file that is the same in all but its id, else one that is free.
*/
function claimNames(
  free: (id: string, file: number) => string,
  shared: ReadonlySet<string>,
): (claims: readonly Claim[], file: number) => Ids {
  const earlier = new Map<string, readonly string[]>();
  return (claims, file) => {
    const names = new Map<string, string>();
    const texts = claims.map((claim) =>
      shared.has(claim.about.event) ? canonicalText({...claim, id: ''}) : undefined,
    );
    for (const [at, {id}] of claims.entries()) {
      const text = texts[at];
      const same = (text === undefined ? undefined : earlier.get(text)) ?? [];
      const found = same.includes(id) ? id : same[0];
      names.set(id, found ?? (file === 0 ? id : free(id, file)));
    }
    for (const [at, {id}] of claims.entries()) {
      const text = texts[at];
      if (text === undefined) continue;
      earlier.set(text, [...(earlier.get(text) ?? []), names.get(id) ?? id]);
    }
    return names;
  };
}

/** @returns new ids of the events that more than one file has: only of those can two say the same. */
function eventsOfSeveral(files: readonly Chronology[], names: Ids): ReadonlySet<string> {
  const fileOf = new Map<string, number>();
  const several = new Set<string>();
  for (const [at, {events}] of files.entries()) {
    for (const {id} of events) {
      const name = names.get(id) ?? id;
      const known = fileOf.get(name);
      if (known === undefined) fileOf.set(name, at);
      else if (known !== at) several.add(name);
    }
  }
  return several;
}

function nameIn(ids: Ids | undefined): Name {
  return (id) => ids?.get(id) ?? id;
}

function idsOf(things: readonly {readonly id: string}[] = []): readonly string[] {
  return things.map(({id}) => id);
}

/** @returns a function that gives an id that nothing has: where it is taken, with the number of its file. */
function freeIds(ids: readonly string[]): (id: string, file: number) => string {
  const taken = new Set(ids);
  return (id, file) => {
    let found = id;
    for (let number = file + 1; taken.has(found); number += 1) found = `${id}.${number}`;
    taken.add(found);
    return found;
  };
}

/** @returns the id that each thing of a kind has in all files together. */
function nameThings(
  files: readonly Chronology[],
  kind: SharedKind,
  free: (id: string, file: number) => string,
): Ids {
  const same = findSameThings(files.flatMap((file): readonly Thing[] => file[kind]));
  const names = new Map<string, string>();
  for (const [at, file] of files.entries()) {
    for (const {id} of file[kind]) {
      const first = same.get(id) ?? id;
      if (!names.has(first)) names.set(first, at === 0 ? first : free(first, at));
      names.set(id, names.get(first) ?? first);
    }
  }
  return names;
}

type Names = Readonly<Record<'source' | 'side' | 'field' | 'actor' | 'place' | 'event', Name>>;

/** A file whose claims name everything anew but themselves. */

function renameFile(
  file: Chronology,
  all: Readonly<Record<SharedKind, Ids>>,
  names: Names & {readonly claim: Name},
): Chronology {
  const {opens_at: opensAt} = file;
  return {
    ...file,
    ...(opensAt === undefined ? {} : {opens_at: names.event(opensAt)}),
    sides: file.sides.map((side) => ({...side, id: names.side(side.id)})),
    fields: file.fields.map((field) => ({...field, id: names.field(field.id)})),
    sources: file.sources.map((source) => ({...source, id: names.source(source.id)})),
    actors: file.actors.map((actor) => renameActor(actor, names, all.actors)),
    places: file.places.map((place) => renameNamed(place, names.place, all.places)),
    events: file.events.map((event) => renameEvent(event, names, all.events)),
    claims: file.claims.map((claim) => ({...claim, id: names.claim(claim.id)})),
    links: renameLinks(file, names),
  };
}

function renameLinks(
  {claims, links}: Chronology,
  names: Names & {readonly claim: Name},
): readonly Link[] {
  const known = new Set(claims.map(({id}) => id));
  const end: Name = (id) => (known.has(id) ? names.claim(id) : names.event(id));
  return links.map((link) => ({
    ...link,
    from: end(link.from),
    to: end(link.to),
    claimed_by: link.claimed_by.map(names.claim),
  }));
}

/** A thing under its new id; what it was called the same as is now one with it. */
function renameThing<T extends Thing>(thing: T, name: Name, all: Ids): T {
  const {same_as: same = [], ...rest} = thing;
  const elsewhere = same.filter((id) => !all.has(id));
  return {
    ...(rest as unknown as T),
    id: name(thing.id),
    ...(elsewhere.length === 0 ? {} : {same_as: elsewhere}),
  };
}

function renameNamed<T extends Thing & {readonly part_of?: readonly string[]}>(
  thing: T,
  name: Name,
  all: Ids,
): T {
  const renamed = renameThing(thing, name, all);
  if (thing.part_of === undefined) return renamed;
  const wholes = new Set(thing.part_of.map(name).filter((id) => id !== renamed.id));
  return {...renamed, part_of: [...wholes]};
}

function renameActor(actor: Actor, names: Names, all: Ids): Actor {
  return {
    ...renameNamed(actor, names.actor, all),
    ...(actor.side === undefined ? {} : {side: names.side(actor.side)}),
  };
}

function renameEvent(event: TimelineEvent, names: Names, all: Ids): TimelineEvent {
  const {where, actors, side} = event;
  return {
    ...renameThing(event, names.event, all),
    ...(where === undefined ? {} : {where: [...new Set(where.map(names.place))]}),
    ...(actors === undefined
      ? {}
      : {actors: actors.map((one) => ({...one, actor: names.actor(one.actor)}))}),
    ...(side === undefined ? {} : {side: names.side(side)}),
  };
}

function renameClaim(claim: Claim, names: Names): Claim {
  const {about, said_by: speaker, value, citations} = claim;
  return {
    ...claim,
    about: {event: names.event(about.event), field: names.field(about.field)},
    said_by: speaker === null ? null : names.actor(speaker),
    value: renameValue(value, nameInField(about.field, names)),
    citations: citations.map((one) => ({...one, source: names.source(one.source)})),
  };
}

/** Fields of which a value is words, whatever they look like. */
const WORDED = new Set(['title', 'summary', 'when', '*']);

function nameInField(field: string, {actor, place}: Names): Name {
  if (WORDED.has(field)) return (text) => text;
  // Ids of one file name one thing each.
  return (text) => (place(text) === text ? actor(text) : place(text));
}

function renameValue(value: ClaimValue, name: Name): ClaimValue {
  if (typeof value === 'string') return name(value);
  if (Array.isArray(value)) return value.map((item: ClaimValue) => renameValue(item, name));
  if (typeof value !== 'object' || value === null) return value;
  const {actor} = value as {readonly [key: string]: ClaimValue | undefined};
  return typeof actor === 'string' ? {...value, actor: name(actor)} : value;
}
