/** The fields of an event that rest on a claim, in the order in which they are told. */
export const EVENT_FIELDS = [
  'summary',
  'when',
  'where',
  'actors',
  'deaths',
  'injuries',
  'count',
] as const;

/** What a claim about an event as a whole (`*`) carries: its title and its coding too. */
export const CARRIED_FIELDS = ['title', ...EVENT_FIELDS, 'kind'] as const;

/** What a claim may be about, beside the chronology's own fields: the coding of a row is said by its dataset. */
export const CLAIM_FIELDS: ReadonlySet<string> = new Set([...CARRIED_FIELDS, '*']);
