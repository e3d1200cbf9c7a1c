import {CLAIM_FIELDS} from './claim-fields.js';
import type {Chronology, Claim, Field, Side, Source, TimelineEvent, When} from './chronology.js';

/** What export adds for other programs, and what is worked out anew on reading. */
type Computed = {readonly earliest?: unknown; readonly latest?: unknown};

/** A chronology as written: it has the shape of the schema, and what has a default may be left out. */
export type WrittenChronology = Partial<Omit<Chronology, 'chronology' | 'title' | 'timezone'>> &
  Pick<Chronology, 'chronology' | 'title' | 'timezone'> & {
    /** For editors. */
    readonly $schema?: string;
  };

/**
Fill in what a file may leave out, and drop what is only there for other programs.

Sections left out are empty; sides and fields left out are those that actors, events and claims
name, in the order of the file; a claim without `said_by` is the source's own, one without `value`
has the value null; a source with an empty list of paragraphs has none.

@param written - parsed data that fits the schema.
@returns the chronology; entries keep their positions.
*/
export function normalizeChronology(written: WrittenChronology): Chronology {
  const actors = written.actors ?? [];
  const events = (written.events ?? []).map(normalizeEvent);
  const claims = (written.claims ?? []).map(normalizeClaim);
  const sidesNamed = [...actors, ...events].map(({side}) => side);
  const fieldsNamed = claims.map(({about}) => about.field).filter(isOwnField);
  const {$schema: _, ...kept} = written;
  return {
    ...kept,
    sides: written.sides ?? named(sidesNamed),
    fields: written.fields ?? named(fieldsNamed),
    sources: (written.sources ?? []).map(normalizeSource),
    actors,
    places: written.places ?? [],
    events,
    claims,
    links: (written.links ?? []).map((link) => ({...link, claimed_by: link.claimed_by ?? []})),
  };
}

/** An empty list of digests says as much as none: nothing is known of the paragraphs. */
function normalizeSource(source: Source): Source {
  if (source.paragraphs?.length !== 0) return source;
  const {paragraphs: _, ...kept} = source;
  return kept;
}

function normalizeEvent(event: TimelineEvent & {readonly claims?: unknown}): TimelineEvent {
  const {claims: _, ...kept} = event;
  return {...kept, when: normalizeWhen(event.when)};
}

function normalizeClaim(claim: Claim): Claim {
  const said = claim.said_at === undefined ? {} : {said_at: normalizeWhen(claim.said_at)};
  return {...claim, ...said, said_by: claim.said_by ?? null, value: claim.value ?? null};
}

function normalizeWhen(when: When & Computed): When {
  const {earliest: _, latest: __, ...kept} = when;
  return kept;
}

function isOwnField(field: string): boolean {
  return !CLAIM_FIELDS.has(field);
}

/** @returns each id once, with a name made from it. */
function named(ids: readonly (string | undefined)[]): (Side & Field)[] {
  return [...new Set(ids)].flatMap((id) => {
    if (id === undefined) {
      return [];
    }
    return [{id, name: nameOfId(id)}];
  });
}

/** @returns the name that a side or field without one gets: `armed-groups` is `Armed groups`. */
export function nameOfId(id: string): string {
  const words = id.replaceAll(/[-_.:]+/gu, ' ').trim();
  return words === '' ? id : words.slice(0, 1).toUpperCase() + words.slice(1);
}
