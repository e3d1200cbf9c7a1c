import type {
  Actor,
  Chronology,
  Claim,
  ClaimValue,
  Link,
  OtherName,
  Place,
  Source,
  TimelineEvent,
} from './chronology.js';

type Named = {readonly id: string; readonly same_as?: readonly string[]};

/**
Merge chronologies into one, in the order given.

The same actor, place, event, side, field or source in two files is matched by its id or by a
`same_as` in either. What the first file says of it stands; what only a later one says is added; and
every claim is kept with its source, so that disagreement between files becomes accounts. A claim
whose id is taken gets the number of its file behind it.

@param chronologies - one or more, each checked.
@returns one chronology; with one file, that file as it is.
@throws RangeError when there is none (a bug in the caller).
*/
export function mergeChronologies(chronologies: readonly Chronology[]): Chronology {
  const [first, ...others] = chronologies;
  if (first === undefined) throw new RangeError('nothing to merge');
  return others.reduce((merged, other, index) => mergeTwo(merged, other, index + 2), first);
}

function mergeTwo(first: Chronology, second: Chronology, fileNumber: number): Chronology {
  const renamed = new Map<string, string>();
  const actors = mergeList<Actor>(first.actors, second.actors, renamed, joinNamed);
  const places = mergeList<Place>(first.places, second.places, renamed, joinNamed);
  const events = mergeList<TimelineEvent>(first.events, second.events, renamed, joinEvents);
  const sources = mergeList<Source>(first.sources, second.sources, renamed, (a, b) => ({
    ...b,
    ...a,
  }));
  const taken = new Set(first.claims.map((claim) => claim.id));
  const claimNames = new Map(
    second.claims.map((claim) => [
      claim.id,
      taken.has(claim.id) ? `${claim.id}.${fileNumber}` : claim.id,
    ]),
  );
  const name = (id: string): string => claimNames.get(id) ?? renamed.get(id) ?? id;
  const claims = second.claims.map((claim): Claim => renameClaim(claim, name));
  const links = second.links.map((link): Link => ({
    ...link,
    from: name(link.from),
    to: name(link.to),
    claimed_by: link.claimed_by.map(name),
  }));
  return {
    ...first,
    title: `${first.title} + ${second.title}`,
    other_timezones: [
      ...new Set([
        ...(first.other_timezones ?? []),
        ...(second.timezone === first.timezone ? [] : [second.timezone]),
        ...(second.other_timezones ?? []),
      ]),
    ],
    sides: union(first.sides, second.sides),
    fields: union(first.fields, second.fields),
    sources,
    actors: actors.map((actor) => renameRefs(actor, name)),
    places: places.map((place) => renameRefs(place, name)),
    events: zoned(events, first, second).map((event) => renameEvent(event, name)),
    claims: [...first.claims, ...claims],
    links: distinctLinks([...first.links, ...links]),
  };
}

/** An event of the second file keeps the zone its file gives it. */
function zoned(
  events: readonly TimelineEvent[],
  first: Chronology,
  second: Chronology,
): readonly TimelineEvent[] {
  if (first.timezone === second.timezone) return events;
  const own = new Set(second.events.map((event) => event.when));
  return events.map((event) =>
    own.has(event.when) && event.when.timezone === undefined
      ? {...event, when: {...event.when, timezone: second.timezone}}
      : event,
  );
}

/** Items of the second list join those of the first that they are the same as. */
function mergeList<T extends Named | Source>(
  first: readonly T[],
  second: readonly T[],
  renamed: Map<string, string>,
  join: (a: T, b: T) => T,
): readonly T[] {
  const merged = new Map(first.map((item) => [item.id, item]));
  const aliases = new Map<string, string>();
  for (const item of first) {
    for (const alias of sameAs(item)) aliases.set(alias, item.id);
  }
  for (const item of second) {
    const known =
      [item.id, ...sameAs(item)].find((id) => merged.has(id)) ??
      [item.id, ...sameAs(item)].map((id) => aliases.get(id)).find((id) => id !== undefined);
    const id = known ?? item.id;
    if (id !== item.id) renamed.set(item.id, id);
    const present = merged.get(id);
    merged.set(id, present === undefined ? item : join(present, item));
  }
  return [...merged.values()];
}

function sameAs(item: Named | Source): readonly string[] {
  return 'same_as' in item ? (item.same_as ?? []) : [];
}

function joinNamed<T extends {readonly name: string; readonly other_names?: readonly OtherName[]}>(
  a: T,
  b: T,
): T {
  const known = new Set([a.name, ...(a.other_names ?? []).map((other) => other.name)]);
  const more = [{name: b.name}, ...(b.other_names ?? [])].filter((other) => !known.has(other.name));
  const names = [...(a.other_names ?? []), ...more];
  return {...b, ...a, ...(names.length === 0 ? {} : {other_names: names})};
}

function joinEvents(a: TimelineEvent, b: TimelineEvent): TimelineEvent {
  const places = [...new Set([...(a.where ?? []), ...(b.where ?? [])])];
  const known = new Set((a.actors ?? []).map(({actor}) => actor));
  const actors = [...(a.actors ?? []), ...(b.actors ?? []).filter(({actor}) => !known.has(actor))];
  const tags = [...new Set([...(a.tags ?? []), ...(b.tags ?? [])])];
  const urls = [...new Set([...(a.urls ?? []), ...(b.urls ?? [])])];
  return {
    ...b,
    ...a,
    ...(places.length === 0 ? {} : {where: places}),
    ...(actors.length === 0 ? {} : {actors}),
    ...(tags.length === 0 ? {} : {tags}),
    ...(urls.length === 0 ? {} : {urls}),
  };
}

type Name = (id: string) => string;

function renameRefs<T extends {readonly part_of?: readonly string[]}>(item: T, name: Name): T {
  return item.part_of === undefined ? item : {...item, part_of: item.part_of.map(name)};
}

function renameEvent(event: TimelineEvent, name: Name): TimelineEvent {
  return {
    ...event,
    ...(event.where === undefined ? {} : {where: [...new Set(event.where.map(name))]}),
    ...(event.actors === undefined
      ? {}
      : {actors: event.actors.map((item) => ({...item, actor: name(item.actor)}))}),
  };
}

function renameClaim(claim: Claim, name: Name): Claim {
  return {
    ...claim,
    id: name(claim.id),
    about: {...claim.about, event: name(claim.about.event)},
    said_by: claim.said_by === null ? null : name(claim.said_by),
    value: renameValue(claim.value, name),
    citations: claim.citations.map((citation) => ({...citation, source: name(citation.source)})),
  };
}

/** A value of ids (places, actors) follows their new names; other text is left alone. */
function renameValue(value: ClaimValue, name: Name): ClaimValue {
  if (Array.isArray(value)) return value.map((item: ClaimValue) => renameValue(item, name));
  return typeof value === 'string' ? name(value) : value;
}

function union<T extends {readonly id: string}>(
  first: readonly T[],
  second: readonly T[],
): readonly T[] {
  const known = new Set(first.map((item) => item.id));
  return [...first, ...second.filter((item) => !known.has(item.id))];
}

function distinctLinks(links: readonly Link[]): readonly Link[] {
  const merged = new Map<string, Link>();
  for (const link of links) {
    const key = `${link.type} ${link.from} ${link.to}`;
    const known = merged.get(key);
    const claimed = [...new Set([...(known?.claimed_by ?? []), ...link.claimed_by])];
    merged.set(key, {...link, ...known, claimed_by: claimed});
  }
  return [...merged.values()];
}
