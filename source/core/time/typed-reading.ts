import type {Instant} from '../events/event-store.js';

/** What typed words turn into: EDTF, with words of its own where the EDTF says it badly; or what to type. */
export type Reading =
  {readonly edtf: string; readonly words?: string} | {readonly error: string} | undefined;

/** From where "ago" and the nearest day are counted. */
export type TypedContext = {
  readonly now: Instant;
  /** The instant under the cursor. */
  readonly reference: Instant;
  /** IANA zone of the reader. */
  readonly zone: string;
};
