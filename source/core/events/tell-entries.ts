import {canonicalText} from './canonical-text.js';
import type {Chronology, Claim, ClaimValue, TimelineEvent, When} from './chronology.js';
import {distinctIds} from './distinct-ids.js';
import {CARRIED_FIELDS} from './claim-fields.js';
import {findSameThings} from './same-things.js';

/** What leaves room for the name of a field in an id of 200. */
const LONGEST_ID = 180;

/**
Say field by field what a claim about an event as a whole (`*`) carries, for events of several files that
are one and not told alike. Such a claim stands for its own file's event; beside another it would
vouch for what that one says, and what it says itself would be lost.

@param files - with the ids of their own.
@returns the files; claims keep their ids, and those added have the field behind it: `row-1.deaths`.
*/
export function tellEntries(files: readonly Chronology[]): readonly Chronology[] {
  const differing = findDiffering(files);
  return differing.size === 0 ? files : files.map((file) => tellFile(file, differing));
}

/** @returns ids of the events that several files, or entries of one, tell differently. */
function findDiffering(files: readonly Chronology[]): ReadonlySet<string> {
  const [events, actors, places] = (['events', 'actors', 'places'] as const).map((kind) =>
    findSameThings(
      files.flatMap(
        (file): readonly {readonly id: string; readonly same_as?: readonly string[]}[] =>
          file[kind],
      ),
    ),
  );
  const told = new Map<string, {readonly ids: string[]; readonly events: TimelineEvent[]}>();
  for (const event of files.flatMap((file) => file.events)) {
    const first = events?.get(event.id) ?? event.id;
    const known = told.get(first) ?? {ids: [], events: []};
    known.ids.push(event.id);
    known.events.push(event);
    told.set(first, known);
  }
  const textOf = (event: TimelineEvent): string =>
    canonicalText(
      CARRIED_FIELDS.map((field) => {
        if (field === 'where') return event.where?.map((id) => places?.get(id) ?? id).sort();
        if (field !== 'actors') return event[field];
        return event.actors
          ?.map(({actor, role}) => `${actors?.get(actor) ?? actor} ${role}`)
          .sort();
      }),
    );
  const apart = [...told.values()].filter(
    (one) => one.events.length > 1 && new Set(one.events.map(textOf)).size > 1,
  );
  return new Set(apart.flatMap(({ids}) => ids));
}

function tellFile(file: Chronology, differing: ReadonlySet<string>): Chronology {
  const entries = file.claims.filter(
    ({about}) => about.field === '*' && differing.has(about.event),
  );
  if (entries.length === 0) return file;
  const events = new Map(file.events.map((event) => [event.id, event]));
  const said = new Set(file.claims.map(keyOf));
  const things = [file.sources, file.actors, file.places, file.events, file.claims];
  const taken = new Set(things.flatMap((list) => list.map(({id}) => id)));
  const distinct = distinctIds((id) => taken.has(id));
  const told = new Map<Claim, readonly Claim[]>();
  for (const entry of entries) {
    const event = events.get(entry.about.event);
    if (event === undefined) continue;
    const fields = tellEntry(entry, event).filter((claim) => !said.has(keyOf(claim)));
    told.set(entry, [
      ownField(entry, event),
      ...fields.map((claim) => {
        const id = distinct(claim.id);
        taken.add(id);
        return {...claim, id};
      }),
    ]);
  }
  return {...file, claims: file.claims.flatMap((claim) => told.get(claim) ?? [claim])};
}

/** What makes a claim say the same as another of its file. */
function keyOf({about, said_by: speaker, value, citations}: Claim): string {
  return canonicalText([about, speaker, value, citations[0]?.source]);
}

/** The claim itself: what it says in words of its own is a summary, and what it names is the title. */
function ownField(entry: Claim, event: TimelineEvent): Claim {
  const {value} = entry;
  const isTitle = value === null || value === event.title;
  return {
    ...entry,
    about: {...entry.about, field: isTitle ? 'title' : 'summary'},
    value: isTitle ? event.title : value,
  };
}

function tellEntry(entry: Claim, event: TimelineEvent): readonly Claim[] {
  const own = ownField(entry, event);
  const {id, about, said_by: speaker, office, medium, said_at: saidAt, citations} = entry;
  const claimOf = (field: string, value: ClaimValue): Claim => ({
    id: `${id.slice(0, LONGEST_ID)}.${field}`,
    about: {...about, field},
    said_by: speaker,
    ...(office === undefined ? {} : {office}),
    ...(medium === undefined ? {} : {medium}),
    ...(saidAt === undefined ? {} : {said_at: saidAt}),
    voice: speaker === null ? 'reporter' : 'paraphrase',
    value,
    citations,
  });
  return CARRIED_FIELDS.flatMap((field): readonly Claim[] => {
    const value = event[field];
    if (value === undefined || (field === own.about.field && value === own.value)) return [];
    if (field !== 'when') return [claimOf(field, value)];
    const {basis, reason} = event.when;
    return [
      {
        ...claimOf('when', dateValue(event.when)),
        ...(basis === 'inferred' ? {basis} : {}),
        ...(reason === undefined ? {} : {reason}),
      },
    ];
  });
}

/** @returns a date as a claim gives it: the EDTF alone where there is nothing else. */
export function dateValue({edtf, stated, timezone, part_of_day: part}: When): ClaimValue {
  if ((stated ?? timezone ?? part) === undefined) return edtf;
  return {
    edtf,
    ...(stated === undefined ? {} : {stated}),
    ...(timezone === undefined ? {} : {timezone}),
    ...(part === undefined ? {} : {part_of_day: part}),
  };
}
