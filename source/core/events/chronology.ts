/**
The data model: what a chronology file holds once it has been read and checked.

The shapes are those of the file and of `export --format json` (see `data/chronology.schema.json`),
so a field name here is a field name there. Ids are unique across the whole chronology, whatever
they name, so that `show ID` and `--at ID` need no kind.
*/

/** A foreign text, already made inert (see `inert-text.ts`): no control, escape or bidi codes. */
type Text = string;

/** One other name of an actor or a place; `language` is a BCP 47 tag. */
export type OtherName = {readonly name: Text; readonly language?: string};

/** A lane of the timeline. Lanes are drawn in the order of the file. */
export type Side = {readonly id: string; readonly name: Text};

/** One paragraph of a source: the SHA-256 (hex) of its text, never the text. */
export type Source = {
  readonly id: string;
  /** A schema.org type, `NewsArticle` unless told otherwise. */
  readonly type?: string;
  readonly headline: Text;
  readonly publisher?: Text;
  readonly author?: Text;
  /** EDTF. */
  readonly date_published?: string;
  readonly date_basis?: Basis;
  readonly date_reason?: Text;
  readonly url?: string;
  readonly language?: string;
  /** Admiralty reliability letter, A to F; F until somebody has assessed it. */
  readonly reliability?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  /** The party or state a source belongs to, in words, e.g. `state-owned (RU)`. */
  readonly affiliation?: Text;
  /** SHA-256 (lower-case hex) of each paragraph, in order; paragraph 1 is item 0. */
  readonly paragraphs?: readonly string[];
  readonly note?: Text;
};

export type Actor = {
  readonly id: string;
  readonly name: Text;
  readonly other_names?: readonly OtherName[];
  readonly office?: Text;
  /** What it is: person, government, military, armed group, alliance, sources… */
  readonly kind?: Text;
  readonly side?: string;
  /** Actor ids this one is said to belong to. */
  readonly part_of?: readonly string[];
  /** False when the report does not name the person. */
  readonly named?: boolean;
  readonly same_as?: readonly string[];
  readonly note?: Text;
};

export type Place = {
  readonly id: string;
  readonly name: Text;
  readonly other_names?: readonly OtherName[];
  /** ISO 3166-1 alpha-2, or a name. */
  readonly country?: Text;
  /** First-level division. */
  readonly admin1?: Text;
  /** WGS 84 degrees. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** ACLED: 1 the place itself, 2 near it, 3 the region. */
  readonly geo_precision?: 1 | 2 | 3;
  /** Where the coordinates come from; they are an editor's, not the report's. */
  readonly coordinates_from?: Text;
  readonly part_of?: readonly string[];
  readonly same_as?: readonly string[];
  readonly note?: Text;
};

export type Basis = 'stated' | 'inferred';

/** A date as known: EDTF, the report's words, and whether an editor inferred it. */
export type When = {
  /** ISO 8601-2 levels 0 to 2. */
  readonly edtf: string;
  /** The words of the report. */
  readonly stated?: Text;
  /** IANA zone; the chronology's when absent. */
  readonly timezone?: string;
  readonly basis: Basis;
  /** Why, when inferred. */
  readonly reason?: Text;
  /**
  Which part of the day, as stated; drawn as the span it means. The clock hours of each are in
  `core/time/day-part.ts`.
  */
  readonly part_of_day?: PartOfDay;
};

export type PartOfDay =
  'pre-dawn' | 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'midnight';

/** A number as reported (UCDP GED): only the bounds that are stated, and the words. */
export type Quantity = {
  readonly low?: number;
  readonly best?: number;
  readonly high?: number;
  readonly stated?: Text;
  /** What is counted: `killed`, `attacks`, `U.S. troops`. */
  readonly of?: Text;
};

/** The editor's coding of what sort of event it is; a coding, not a claim. */
export type Kind = {
  /** ACLED event type. */
  readonly type?: Text;
  /** ACLED sub-event type. */
  readonly sub_type?: Text;
  /** CAMEO code: text, `010` is not `10`. */
  readonly cameo?: string;
};

export type ActorInRole = {readonly actor: string; readonly role: Text};

export type TimelineEvent = {
  readonly id: string;
  /** An editor's words, up to 36 columns so that it fits the list. */
  readonly title: Text;
  readonly summary?: Text;
  readonly when: When;
  readonly where?: readonly string[];
  readonly actors?: readonly ActorInRole[];
  readonly kind?: Kind;
  readonly deaths?: Quantity;
  readonly injuries?: Quantity;
  readonly count?: Quantity;
  /** The lane; by default the side of the first actor that has one. */
  readonly side?: string;
  readonly tags?: readonly Text[];
  readonly same_as?: readonly string[];
  /** Links out (shown, never fetched). */
  readonly urls?: readonly string[];
  readonly note?: Text;
};

/** A place in a source: paragraph number from 1, and for a quotation the exact words. */
export type Citation = {
  readonly source: string;
  readonly paragraph?: number;
  /** W3C Web Annotation TextQuoteSelector. */
  readonly exact?: Text;
  readonly prefix?: Text;
  readonly suffix?: Text;
};

/** In whose voice the source says it: its own, a speaker's meaning, or a speaker's words. */
export type Voice = 'reporter' | 'paraphrase' | 'quote';

/** What a claim's value may be: text, a number, a quantity, a date, or ids. */
export type ClaimValue =
  | string
  | number
  | boolean
  | null
  | readonly ClaimValue[]
  | {readonly [key: string]: ClaimValue | undefined};

/**
Who said what about which field of which event. `about.field` is an event field (`when`, `where`,
`actors`, `deaths`, `injuries`, `count`, `summary`, `title`, `kind`), a field of the chronology's own `fields` list
(`target`, `body_struck`…), or `*` when the claim carries the event as a whole (an imported row).
*/
export type Claim = {
  readonly id: string;
  readonly about: {readonly event: string; readonly field: string};
  /** Actor id; null when the source speaks in its own voice. */
  readonly said_by: string | null;
  /** The office in which it was said, when it matters beyond the actor's own. */
  readonly office?: Text;
  readonly medium?: Text;
  /** When it was said, if known. */
  readonly said_at?: When;
  readonly voice: Voice;
  /** The exact words, for `quote`. */
  readonly words?: Text;
  /** Parts of `words` that are the source's insertion and not the speaker's. */
  readonly insertions?: readonly Text[];
  readonly value: ClaimValue;
  /** Why an editor reads the source so, when the value is inferred. */
  readonly basis?: Basis;
  readonly reason?: Text;
  readonly citations: readonly Citation[];
  readonly note?: Text;
};

export type LinkType = 'responds-to' | 'part-of' | 'contradicts' | 'restates' | 'supersedes';

/** A relation between two events or two claims, and the claims that assert it. */
export type Link = {
  readonly type: LinkType;
  /** Event or claim ids; `from` responds to, is part of, contradicts… `to`. */
  readonly from: string;
  readonly to: string;
  /** Claim ids; empty for an editor's own observation (restates, contradicts), then with a reason. */
  readonly claimed_by: readonly string[];
  readonly reason?: Text;
};

/** A question that claims answer beside the event's own fields; `name` is shown as its heading. */
export type Field = {readonly id: string; readonly name: Text};

export type Chronology = {
  readonly chronology: 1;
  readonly title: Text;
  readonly summary?: Text;
  /** IANA zone that undated zones fall back to. */
  readonly timezone: string;
  /** Other IANA zones in which readers follow the events; `z` goes through them too. */
  readonly other_timezones?: readonly string[];
  /** The event a reader is shown first; the first one when absent. */
  readonly opens_at?: string;
  readonly language?: string;
  readonly sides: readonly Side[];
  readonly fields: readonly Field[];
  readonly sources: readonly Source[];
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly events: readonly TimelineEvent[];
  readonly claims: readonly Claim[];
  readonly links: readonly Link[];
};

/** Anything wrong with what was given, as a value: where, what, and what to do about it. */
export type Problem = {
  readonly severity: 'error' | 'warning';
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** Path of the field, e.g. `events[3].when.edtf`. */
  readonly field?: string;
  readonly message: string;
  readonly fix?: string;
};
