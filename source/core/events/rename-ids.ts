import type {Chronology, Claim, ClaimValue, TimelineEvent} from './chronology.js';
import {findSameThings} from './same-things.js';

/** Kinds of which two files may have the same thing. */
const SHARED = ['sources', 'actors', 'places', 'events'] as const;
type SharedKind = (typeof SHARED)[number];
type Thing = {readonly id: string; readonly same_as?: readonly string[]};
type Name = (id: string) => string;

/**
Give one id to what is one thing in several files, and no id to two.

The first file keeps its ids. An id of a later file that is taken by something of another kind, and a
claim id that is taken at all, gets the number of its file behind it. Whatever refers to an id follows
it, by the kind it refers to; free text is left alone.

@param files - each checked.
@returns the files in their order; `same_as` is left only for what none of them has.
*/
export function renameIds(files: readonly Chronology[]): readonly Chronology[] {
  const [first] = files;
  const kinds = [...SHARED, 'claims' as const];
  const taken = new Set(kinds.flatMap((kind) => (first === undefined ? [] : idsOf(first, kind))));
  const free = (id: string, file: number): string => {
    let found = id;
    for (let number = file + 1; taken.has(found); number += 1) found = `${id}.${number}`;
    taken.add(found);
    return found;
  };
  const all = {
    sources: nameThings(files, 'sources', free),
    actors: nameThings(files, 'actors', free),
    places: nameThings(files, 'places', free),
    events: nameThings(files, 'events', free),
  };
  return files.map((file, at) => {
    const claims = file.claims.map(({id}) => [id, at === 0 ? id : free(id, at)] as const);
    // An id says what it says in its own file: the same letters may be mere words in another.
    const ownOf = (kind: SharedKind): Ids =>
      new Map(idsOf(file, kind).map((id) => [id, all[kind].get(id) ?? id]));
    return renameFile(file, all, {
      sources: ownOf('sources'),
      actors: ownOf('actors'),
      places: ownOf('places'),
      events: ownOf('events'),
      claims: new Map(claims),
    });
  });
}

function idsOf(file: Chronology, kind: SharedKind | 'claims'): readonly string[] {
  const things: readonly Thing[] = file[kind];
  return things.map(({id}) => id);
}

/** New ids by old ones. */
type Ids = ReadonlyMap<string, string>;

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

function renameFile(
  file: Chronology,
  all: Readonly<Record<SharedKind, Ids>>,
  own: Readonly<Record<SharedKind | 'claims', Ids>>,
): Chronology {
  const nameIn =
    (ids: Ids): Name =>
    (id) =>
      ids.get(id) ?? id;
  const names: Names = {
    source: nameIn(own.sources),
    actor: nameIn(own.actors),
    place: nameIn(own.places),
    event: nameIn(own.events),
    claim: nameIn(own.claims),
  };
  const end: Name = (id) => own.claims.get(id) ?? names.event(id);
  return {
    ...file,
    sources: file.sources.map((source) => ({...source, id: names.source(source.id)})),
    actors: file.actors.map((actor) => renameNamed(actor, names.actor, all.actors)),
    places: file.places.map((place) => renameNamed(place, names.place, all.places)),
    events: file.events.map((event) => renameEvent(event, names, all.events)),
    claims: file.claims.map((claim) => renameClaim(claim, names)),
    links: file.links.map((link) => ({
      ...link,
      from: end(link.from),
      to: end(link.to),
      claimed_by: link.claimed_by.map(names.claim),
    })),
  };
}

type Names = Readonly<Record<'source' | 'actor' | 'place' | 'event' | 'claim', Name>>;

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

function renameEvent(event: TimelineEvent, names: Names, all: Ids): TimelineEvent {
  return {
    ...renameThing(event, names.event, all),
    ...(event.where === undefined ? {} : {where: [...new Set(event.where.map(names.place))]}),
    ...(event.actors === undefined
      ? {}
      : {actors: event.actors.map((one) => ({...one, actor: names.actor(one.actor)}))}),
  };
}

function renameClaim(claim: Claim, names: Names): Claim {
  const {about, said_by: speaker, value, citations} = claim;
  return {
    ...claim,
    id: names.claim(claim.id),
    about: {...about, event: names.event(about.event)},
    said_by: speaker === null ? null : names.actor(speaker),
    value: renameValue(value, nameInField(about.field, names)),
    citations: citations.map((one) => ({...one, source: names.source(one.source)})),
  };
}

/** Fields of which a value is words, whatever they look like. */
const WORDED = new Set(['summary', 'when', '*']);

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
