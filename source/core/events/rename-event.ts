import type {Claim, TimelineEvent} from './chronology.js';

/** What rows of a file say of an event. */
type EventRow = {readonly event: TimelineEvent; readonly claims: readonly Claim[]};

/** @returns the same with another id for the event, and for the claims, whose ids begin with it. */
export function renameEvent<Row extends EventRow>(row: Row, id: string): Row {
  const old = row.event.id;
  if (id === old) return row;
  return {
    ...row,
    event: {...row.event, id},
    claims: row.claims.map((claim) => ({
      ...claim,
      id: claim.id.startsWith(old) ? id + claim.id.slice(old.length) : claim.id,
      about: {...claim.about, event: id},
    })),
  };
}
