import type {Chronology, ClaimValue, Link} from './chronology.js';

/** A part of a chronology, and the links within it that it cannot hold. */
export type FilteredChronology = {
  readonly chronology: Chronology;
  /** Links among what is left whose every claim is about an event that is not: they would be nobody's. */
  readonly unclaimed: readonly Link[];
};

/**
@param keep - ids of the events to keep.
@returns the chronology with those events, the claims about them, the links among what is left that
somebody in it claims or an editor made, and the actors, places and sources that any of these name.
Sides and fields stay.
*/
export function filterChronology(
  chronology: Chronology,
  keep: ReadonlySet<string>,
): FilteredChronology {
  const events = chronology.events.filter((event) => keep.has(event.id));
  const claims = chronology.claims.filter((claim) => keep.has(claim.about.event));
  const ids = new Set([...keep, ...claims.map((claim) => claim.id)]);
  const within = chronology.links.filter((link) => ids.has(link.from) && ids.has(link.to));
  const isUnclaimed = ({claimed_by: by}: Link): boolean =>
    by.length > 0 && !by.some((id) => ids.has(id));
  const links = within
    .filter((link) => !isUnclaimed(link))
    .map((link) => ({...link, claimed_by: link.claimed_by.filter((id) => ids.has(id))}));
  const named = new Set<string>();
  for (const event of events) {
    for (const {actor} of event.actors ?? []) named.add(actor);
    for (const place of event.where ?? []) named.add(place);
  }
  for (const claim of claims) {
    if (claim.said_by !== null) named.add(claim.said_by);
    for (const {source} of claim.citations) named.add(source);
    addIds(claim.value, named);
  }
  addParents(chronology.actors, named);
  addParents(chronology.places, named);
  const isNamed = ({id}: {readonly id: string}): boolean => named.has(id);
  const {opens_at: opensAt, ...rest} = chronology;
  const part: Chronology = {
    ...rest,
    ...(opensAt !== undefined && keep.has(opensAt) ? {opens_at: opensAt} : {}),
    sources: chronology.sources.filter(isNamed),
    actors: chronology.actors.filter(isNamed),
    places: chronology.places.filter(isNamed),
    events,
    claims,
    links,
  };
  return {chronology: part, unclaimed: within.filter(isUnclaimed)};
}

/** Values of claims may be ids of actors and places. */
function addIds(value: ClaimValue, named: Set<string>): void {
  if (typeof value === 'string') named.add(value);
  else if (Array.isArray(value))
    for (const item of value as readonly ClaimValue[]) addIds(item, named);
}

function addParents(
  items: readonly {readonly id: string; readonly part_of?: readonly string[]}[],
  named: Set<string>,
): void {
  const byId = new Map(items.map((item) => [item.id, item]));
  const open = items.filter((item) => named.has(item.id));
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    for (const parent of item.part_of ?? []) {
      const found = byId.get(parent);
      if (named.has(parent) || found === undefined) continue;
      named.add(parent);
      open.push(found);
    }
  }
}
