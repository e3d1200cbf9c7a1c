import type {Actor, Chronology, Claim, TimelineEvent} from './chronology.js';
import {joinEvents} from './join-events.js';
import {nameLookup} from './name-lookup.js';

/**
Join the events of files whose ids are one where their things are.

@returns each once, in the lane of its own file, though an actor whose lane it had may stand in another now.
*/
export function joinAllEvents(
  files: readonly Chronology[],
  {
    actors,
    nameOfSide,
  }: {readonly actors: readonly Actor[]; readonly nameOfSide: (id: string) => string},
): readonly TimelineEvent[] {
  const nameOfActor = nameLookup(actors);
  const laneOf = laneIn(actors);
  const joined = new Map<string, TimelineEvent>();
  for (const file of files) {
    const ownLaneOf = laneIn(file.actors);
    const claims = lazyClaims(file);
    for (const each of file.events) {
      const event = withDistinctActors(each);
      const present = joined.get(event.id);
      if (present === undefined) {
        const lane = ownLaneOf(event);
        const isMoved = lane !== undefined && lane !== laneOf(event);
        joined.set(event.id, isMoved ? {...event, side: lane} : event);
        continue;
      }
      const context = {
        file: file.title,
        claims: claims().get(event.id) ?? [],
        nameOfActor,
        nameOfSide,
        lane: laneOf(present),
      };
      joined.set(event.id, joinEvents(present, event, context));
    }
  }
  return [...joined.values()];
}

function laneIn(actors: readonly Actor[]): (event: TimelineEvent) => string | undefined {
  const sides = new Map(actors.map(({id, side}) => [id, side]));
  return ({side, actors: parts = []}) =>
    side ?? parts.map(({actor}) => sides.get(actor)).find((one) => one !== undefined);
}

function lazyClaims({claims}: Chronology): () => ReadonlyMap<string, readonly Claim[]> {
  let byEvent: Map<string, Claim[]> | undefined;
  return () => {
    if (byEvent !== undefined) return byEvent;
    byEvent = new Map();
    for (const claim of claims) {
      const known = byEvent.get(claim.about.event);
      if (known === undefined) byEvent.set(claim.about.event, [claim]);
      else known.push(claim);
    }
    return byEvent;
  };
}

/** What files call by several ids may be one actor, who has each role once. */
function withDistinctActors(event: TimelineEvent): TimelineEvent {
  if (event.actors === undefined) return event;
  const distinct = new Map(event.actors.map((one) => [`${one.actor} ${one.role}`, one]));
  return distinct.size === event.actors.length ? event : {...event, actors: [...distinct.values()]};
}
