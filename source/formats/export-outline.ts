import {fieldName, groupAccounts} from '../core/events/accounts.js';
import {whatEntriesSay} from '../core/events/what-entries-say.js';
import type {Chronology, Claim, Link, TimelineEvent} from '../core/events/chronology.js';
import {CLAIM_FIELDS} from '../core/events/claim-fields.js';
import {LINK_HEADINGS} from '../core/events/link-headings.js';
import {toldWords} from '../core/events/quantity-words.js';
import {dateHeading} from '../core/time/format-when.js';
import {isProblem, resolveWhen} from '../core/time/resolve-when.js';
import {type Cite, type OutlineNote, type OutlineSource, startNotes} from './export-notes.js';
import {toSafeUrl} from './html-to-text.js';
import {
  claimedWords,
  eventsInTime,
  type ExportIndex,
  indexForExport,
  speakerWords,
  whenWords,
} from './export-words.js';

/** One account of a field: who, what in words, and where it is written. */
export type OutlineAccount = {
  readonly claimId: string;
  readonly who: string;
  /** What is said, in the words of this chronology's editor; empty when it would only repeat `words`. */
  readonly says: string;
  /** The speaker's own words, for a quotation. */
  readonly words: string | undefined;
  /** What an editor has to add: which words are the source's insertion, why a reading is inferred. */
  readonly asides: readonly string[];
  readonly notes: readonly OutlineNote[];
};

/** What is said about one field by everybody. */
export type OutlineField = {
  readonly name: string;
  readonly isContested: boolean;
  readonly accounts: readonly OutlineAccount[];
};

/** A relation to another event, and who claims it. */
export type OutlineLink = {
  /** `said to answer`, `said to be answered by`… */
  readonly relation: string;
  readonly target: string;
  readonly targetTitle: string;
  /** Who claims it; the reason when it is an editor's observation. */
  readonly by: string;
  readonly notes: readonly OutlineNote[];
};

export type OutlineEvent = {
  readonly id: string;
  /** Name of its lane; undefined where there is one lane alone. */
  readonly lane: string | undefined;
  /** Position in the file, from 1. */
  readonly row: number;
  readonly title: string;
  readonly when: string;
  /** Why the date is inferred; undefined when it is stated. */
  readonly inferred: string | undefined;
  readonly stated: string | undefined;
  readonly summary: string | undefined;
  /** Where the summary, or the event as a whole, is written. */
  readonly notes: readonly OutlineNote[];
  readonly facts: readonly {
    readonly name: string;
    readonly text: string;
    readonly notes: readonly OutlineNote[];
  }[];
  readonly fields: readonly OutlineField[];
  readonly links: readonly OutlineLink[];
  readonly urls: readonly string[];
  readonly note: string | undefined;
};

/** A chronology as a text to be read: events under date headings, all citations numbered. */
export type Outline = {
  readonly title: string;
  readonly summary: string | undefined;
  readonly timezone: string;
  readonly days: readonly {readonly heading: string; readonly events: readonly OutlineEvent[]}[];
  readonly sources: readonly OutlineSource[];
  readonly notes: readonly OutlineNote[];
};

/** What stands before an editor's words under a quotation, so that nobody takes them for the speaker's. */
export const EDITOR_LABEL = 'Editor’s summary';

/** Lay a chronology out for reading, as Markdown and HTML write it. */
export function outlineChronology(chronology: Chronology): Outline {
  const index = indexForExport(chronology);
  const {cite, sources, notes} = startNotes(chronology, index);
  const links = linksById(chronology);
  const days: {heading: string; events: OutlineEvent[]}[] = [];
  for (const {event, row} of eventsInTime(chronology)) {
    const heading = headingOf(event, chronology.timezone);
    const day = days.at(-1);
    const told = tellEvent(event, row, chronology, index, links, cite);
    if (day?.heading === heading) day.events.push(told);
    else days.push({heading, events: [told]});
  }
  return {
    title: chronology.title,
    summary: chronology.summary,
    timezone: chronology.timezone,
    days,
    sources: sources(),
    notes: notes(),
  };
}

function headingOf(event: TimelineEvent, chronologyZone: string): string {
  const resolved = resolveWhen(event.when, chronologyZone);
  if (isProblem(resolved)) return 'Date that cannot be read';
  const timezone = event.when.timezone ?? chronologyZone;
  const heading = dateHeading({edtf: event.when.edtf, timezone, when: resolved}, chronologyZone);
  return heading.charAt(0).toUpperCase() + heading.slice(1);
}

function tellEvent(
  event: TimelineEvent,
  row: number,
  chronology: Chronology,
  index: ExportIndex,
  linksOf: ReadonlyMap<string, readonly Link[]>,
  cite: Cite,
): OutlineEvent {
  const claims = index.claimsAbout.get(event.id) ?? [];
  const about = (...fields: readonly string[]) =>
    citeAll(
      claims.filter((claim) => fields.includes(claim.about.field)),
      cite,
    );
  // Sources are numbered in the order in which they are printed.
  const ownNotes = about('summary', 'title', '*');
  const {when} = event;
  const facts = factsOf(event, index)
    .filter(({text}) => text !== '')
    .map(({field, name, text}) => ({name, text, notes: about(field)}));
  const told = (linksOf.get(event.id) ?? []).flatMap((link) =>
    tellLink(link, event.id, index, cite),
  );
  const fields = groupAccounts(
    [...whatEntriesSay(event, claims), ...claims],
    claims.flatMap(({id}) => linksOf.get(id) ?? []),
    chronology.fields,
  )
    .filter(
      ({field, accounts}) =>
        // The facts of an event tell these already, when only the source itself speaks of them.
        !CLAIM_FIELDS.has(field) ||
        accounts.some(({saidBy}) => saidBy !== null) ||
        accounts.length > 1,
    )
    .map(({field, isContested, accounts}) => ({
      name: fieldName(field, chronology.fields),
      isContested,
      accounts: accounts
        .flatMap((account) => account.claims)
        .map((claim) => tellClaim(claim, index, cite)),
    }));
  const lane = chronology.sides.find(({id}) => id === event.side)?.name;
  return {
    id: event.id,
    lane: chronology.sides.length > 1 ? lane : undefined,
    row,
    title: event.title,
    when: whenWords(event, chronology.timezone),
    inferred: when.basis === 'inferred' ? (when.reason ?? 'no reason is given') : undefined,
    stated: when.stated,
    summary: event.summary,
    notes: ownNotes,
    facts,
    fields,
    links: told,
    urls: (event.urls ?? []).flatMap((url) => toSafeUrl(url) ?? []),
    note: event.note,
  };
}

/** The notes of several claims, each once, in order. */
function citeAll(claims: readonly Claim[], cite: Cite): readonly OutlineNote[] {
  for (const {citations, words} of claims) cite(citations, words);
  // What a quotation shows has been told; a citation without its words adds none.
  return cite(claims.flatMap(({citations}) => citations.map(({exact: _, ...rest}) => rest)));
}

function factsOf(
  event: TimelineEvent,
  index: ExportIndex,
): {field: string; name: string; text: string}[] {
  const places = (event.where ?? []).map((id) => {
    const place = index.places.get(id);
    return place === undefined ? id : [place.name, place.admin1].filter(Boolean).join(', ');
  });
  const actors = (event.actors ?? []).map(
    ({actor, role}) => `${index.actors.get(actor)?.name ?? actor} (${role})`,
  );
  return [
    {field: 'where', name: 'Where', text: places.join('; ')},
    {field: 'actors', name: 'Who', text: actors.join('; ')},
    {
      field: 'deaths',
      name: 'Killed',
      text: event.deaths === undefined ? '' : toldWords(event.deaths, ['killed', 'dead', 'deaths']),
    },
    {
      field: 'injuries',
      name: 'Injured',
      text:
        event.injuries === undefined
          ? ''
          : toldWords(event.injuries, ['injured', 'hurt', 'wounded']),
    },
    {
      field: 'count',
      name: 'How many',
      text: event.count === undefined ? '' : toldWords(event.count),
    },
  ];
}

function tellClaim(claim: Claim, index: ExportIndex, cite: Cite): OutlineAccount {
  const says = claimedWords(claim, index);
  const words = claim.voice === 'quote' ? claim.words : undefined;
  return {
    claimId: claim.id,
    who: [speakerWords(claim, index), claim.medium].filter(Boolean).join(', '),
    says: words !== undefined && doesRepeat(claim, says, words) ? '' : says,
    words,
    asides: [
      ...(claim.insertions ?? []).map((part) => `“${part}” is the source’s insertion`),
      ...(claim.basis === 'inferred' ? [`inferred: ${claim.reason ?? 'no reason is given'}`] : []),
    ],
    notes: cite(claim.citations, words),
  };
}

/** Words that carry no fact of their own. */
const SMALL_WORDS = new Set(
  'a an the of to in on for by and or is are was were be it its this that these s'.split(' '),
);

/** Whether an editor's words say no more than the quotation above them: no word that is not in it. */
function doesRepeat({value}: Claim, says: string, words: string): boolean {
  const telling = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !SMALL_WORDS.has(word));
  const quoted = new Set(telling(words));
  const isObject = typeof value === 'object' && value !== null && 'stated' in value;
  const own = isObject && typeof value.stated === 'string' ? value.stated : says;
  return telling(own).every((word) => quoted.has(word));
}

function tellLink(link: Link, own: string, index: ExportIndex, cite: Cite): OutlineLink[] {
  const target = link.from === own ? link.to : link.from;
  const event = index.events.get(target);
  if (event === undefined) return [];
  const claims = link.claimed_by.flatMap((id) => index.claims.get(id) ?? []);
  const by =
    claims.length > 0
      ? [...new Set(claims.map((claim) => speakerWords(claim, index)))].join('; ')
      : `editor’s observation${link.reason === undefined ? '' : `: ${link.reason}`}`;
  return [
    {
      relation: LINK_HEADINGS[link.type][link.from === own ? 0 : 1],
      target,
      targetTitle: event.title,
      by,
      notes: citeAll(claims, cite),
    },
  ];
}

/** The links of each event and each claim. */
function linksById(chronology: Chronology): Map<string, Link[]> {
  const found = new Map<string, Link[]>();
  for (const link of chronology.links) {
    for (const id of new Set([link.from, link.to])) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [link]);
      else known.push(link);
    }
  }
  return found;
}
