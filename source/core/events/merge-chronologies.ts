import type {Chronology, Field, Link, OtherName, TimelineEvent, When} from './chronology.js';
import {nameOfId} from './normalize-chronology.js';
import {renameIds} from './rename-ids.js';

/**
Merge chronologies into one, in the order given.

The same actor, place or event in two files is matched by its id or by a `same_as` in any; a source,
side or field by its id where it is alike, see {@link renameIds}. What the first file says of it stands;
what only a later one says is added; and every claim is kept with its source, so that disagreement between
files becomes accounts. Times keep the zone their file gives them.

@param chronologies - one or more, each checked.
@returns one chronology; with one file, that file as it is.
@throws RangeError when there is none (a bug in the caller).
*/
export function mergeChronologies(chronologies: readonly Chronology[]): Chronology {
  const [first, ...others] = chronologies;
  if (first === undefined) throw new RangeError('nothing to merge');
  if (others.length === 0) return first;
  const files = renameIds(
    withQuestions(chronologies.map((file) => inZoneOf(file, first.timezone))),
  );
  return {
    ...first,
    title: [...new Set(files.map(({title}) => title))].join(' + '),
    other_timezones: otherZones(files),
    sides: joinAll(files.flatMap(({sides}) => sides)),
    fields: joinAll(files.flatMap(({fields}) => fields)),
    sources: joinAll(files.flatMap(({sources}) => sources)),
    actors: joinAll(
      files.flatMap(({actors}) => actors),
      joinNamed,
    ),
    places: joinAll(
      files.flatMap(({places}) => places),
      joinNamed,
    ),
    events: joinAll(
      files.flatMap(({events}) => events),
      joinEvents,
    ),
    claims: joinAll(
      files.flatMap(({claims}) => claims),
      (claim) => claim,
    ),
    links: distinctLinks(files.flatMap(({links}) => links)),
  };
}

/** A chronology of another zone, with that zone written into every time that relies on it. */
function inZoneOf(chronology: Chronology, zone: string): Chronology {
  const {timezone} = chronology;
  if (timezone === zone) return chronology;
  const zoned = (when: When): When => (when.timezone === undefined ? {...when, timezone} : when);
  return {
    ...chronology,
    events: chronology.events.map((event) => ({...event, when: zoned(event.when)})),
    claims: chronology.claims.map((claim) =>
      claim.said_at === undefined ? claim : {...claim, said_at: zoned(claim.said_at)},
    ),
  };
}

/** Fields that have no name but what was made of their id get that of another file. */
function withQuestions(files: readonly Chronology[]): readonly Chronology[] {
  const isNamed = ({id, name}: Field): boolean => name !== nameOfId(id);
  const names = new Map(
    files
      .flatMap(({fields}) => fields.filter(isNamed))
      .toReversed()
      .map(({id, name}) => [id, name]),
  );
  return files.map((file) => ({
    ...file,
    fields: file.fields.map((field) =>
      isNamed(field) ? field : {...field, name: names.get(field.id) ?? field.name},
    ),
  }));
}

function otherZones(files: readonly Chronology[]): readonly string[] {
  const [first, ...others] = files;
  const zones = [
    ...(first?.other_timezones ?? []),
    ...others.flatMap(({timezone, other_timezones: more = []}) =>
      timezone === first?.timezone ? more : [timezone, ...more],
    ),
  ];
  return [...new Set(zones)];
}

/** Things with the same id become one, where the first stands. */
function joinAll<T extends {readonly id: string}>(
  items: readonly T[],
  join: (a: T, b: T) => T = (a, b) => ({...b, ...a}),
): readonly T[] {
  const joined = new Map<string, T>();
  for (const item of items) {
    const present = joined.get(item.id);
    joined.set(item.id, present === undefined ? item : join(present, item));
  }
  return [...joined.values()];
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

/** Of links between the same two, those who claim either; none from a thing to itself. */
function distinctLinks(links: readonly Link[]): readonly Link[] {
  const merged = new Map<string, Link>();
  for (const link of links) {
    if (link.from === link.to) continue;
    const key = `${link.type} ${link.from} ${link.to}`;
    const known = merged.get(key);
    const claimed = [...new Set([...(known?.claimed_by ?? []), ...link.claimed_by])];
    merged.set(key, {...link, ...known, claimed_by: claimed});
  }
  return [...merged.values()];
}
