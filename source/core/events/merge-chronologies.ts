import type {Chronology, Field, Link} from './chronology.js';
import {joinAllEvents} from './join-all-events.js';
import {joinTexts} from './join-notes.js';
import {joinThings} from './join-things.js';
import {nameLookup} from './name-lookup.js';
import {nameOfId} from './normalize-chronology.js';
import {renameIds} from './rename-ids.js';
import {tellEntries} from './tell-entries.js';
import {inZoneOf, withClaimsZoned} from './zone-of-file.js';

/**
Merge chronologies into one, in the order given.

The same actor, place or event in two files is matched by its id or by a `same_as` in any; a source,
side or field by its id where it is alike, see {@link renameIds}. What the first file says of it stands;
what only a later one says is added; and every claim is kept with its source, so that disagreement between
files becomes accounts, field by field ({@link tellEntries}). What differs and no claim says stands in
the note, with the title of its file. Times keep the zone their file gives them.

What is said, by whom and where does not depend on the order of the files; which account stands first, and
the ids, do.

@param chronologies - one or more, each checked.
@returns one chronology; with one file, that file as it is.
@throws RangeError when there is none (a bug in the caller).
*/
export function mergeChronologies(chronologies: readonly Chronology[]): Chronology {
  const [first, ...others] = chronologies;
  if (first === undefined) throw new RangeError('nothing to merge');
  if (others.length === 0) return first;
  const told = tellEntries(chronologies.map((file) => inZoneOf(file, first.timezone)));
  const isMixed = chronologies.some(({timezone}) => timezone !== first.timezone);
  const files = renameIds(withQuestions(isMixed ? told.map(withClaimsZoned) : told));
  const sides = joinFirst(files, 'sides');
  const nameOfSide = nameLookup(sides);
  const actors = joinAll(files, 'actors', (a, b, {title: file}) =>
    joinThings(a, b, {file, nameOfSide}),
  );
  const [opensAt] = files.flatMap((file) => file.opens_at ?? []);
  const summary = joinTexts(files.map((file) => file.summary));
  return {
    ...first,
    title: joinTitles(files.map(({title}) => title)),
    ...(summary === undefined ? {} : {summary}),
    ...(opensAt === undefined ? {} : {opens_at: opensAt}),
    ...otherZones(files),
    sides,
    fields: joinFirst(files, 'fields'),
    sources: joinAll(files, 'sources', (a, b, {title: file}) =>
      joinThings(a, b, {file, nameOfSide}),
    ),
    actors,
    places: joinAll(files, 'places', (a, b, {title: file}) => joinThings(a, b, {file, nameOfSide})),
    events: joinAllEvents(files, {actors, nameOfSide}),
    claims: joinFirst(files, 'claims'),
    links: distinctLinks(files.flatMap(({links}) => links)),
  };
}

/** The schema allows no longer title. */
const LONGEST_TITLE = 1000;

/** Each title once, also where a file was merged before; of very many as many as there is room for. */
function joinTitles(titles: readonly string[]): string {
  const distinct = [...new Set(titles.flatMap((title) => title.split(' + ')))].join(' + ');
  if (distinct.length <= LONGEST_TITLE) return distinct;
  return `${distinct.slice(0, LONGEST_TITLE - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
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

function otherZones(files: readonly Chronology[]): Pick<Chronology, 'other_timezones'> {
  const [first, ...others] = files;
  const zones = [
    ...(first?.other_timezones ?? []),
    ...others.flatMap(({timezone, other_timezones: more = []}) =>
      timezone === first?.timezone ? more : [timezone, ...more],
    ),
  ];
  return zones.length === 0 ? {} : {other_timezones: [...new Set(zones)]};
}

type Lists = Pick<
  Chronology,
  'sides' | 'fields' | 'sources' | 'actors' | 'places' | 'events' | 'claims'
>;

/** Things with the same id become one, where the first stands. */
function joinAll<Kind extends keyof Lists>(
  files: readonly Chronology[],
  kind: Kind,
  join: (a: Lists[Kind][number], b: Lists[Kind][number], file: Chronology) => Lists[Kind][number],
): readonly Lists[Kind][number][] {
  const joined = new Map<string, Lists[Kind][number]>();
  for (const file of files) {
    for (const item of file[kind]) {
      const present = joined.get(item.id);
      joined.set(item.id, present === undefined ? item : join(present, item, file));
    }
  }
  return [...joined.values()];
}

function joinFirst<Kind extends keyof Lists>(
  files: readonly Chronology[],
  kind: Kind,
): readonly Lists[Kind][number][] {
  return joinAll(files, kind, (first) => first);
}

/** Of links between the same two, those who claim either; none from a thing to itself. */
function distinctLinks(links: readonly Link[]): readonly Link[] {
  const merged = new Map<string, Link>();
  for (const link of links) {
    if (link.from === link.to) continue;
    const key = `${link.type} ${link.from} ${link.to}`;
    const known = merged.get(key);
    const claimed = [...new Set([...(known?.claimed_by ?? []), ...link.claimed_by])];
    const reason = joinTexts([known?.reason, link.reason]);
    merged.set(key, {
      ...link,
      ...known,
      claimed_by: claimed,
      ...(reason === undefined ? {} : {reason}),
    });
  }
  return [...merged.values()];
}
