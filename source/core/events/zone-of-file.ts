import {readEdtf} from '../time/read-edtf.js';
import type {Chronology, When} from './chronology.js';
import {claimedDate} from './claimed-date.js';

/** @returns a chronology of another zone with that zone written into every time that relies on it. */
export function inZoneOf(chronology: Chronology, zone: string): Chronology {
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

/** @returns a chronology with its zone in every date of a claim about `when`: a file of another stands beside it. */
export function withClaimsZoned(file: Chronology): Chronology {
  const {timezone} = file;
  return {
    ...file,
    claims: file.claims.map((claim) => {
      const date = claim.about.field === 'when' ? claimedDate(claim.value) : undefined;
      const isZoneless =
        date !== undefined && date.timezone === undefined && readEdtf(date.edtf) !== undefined;
      return isZoneless ? {...claim, value: {...date, timezone}} : claim;
    }),
  };
}
