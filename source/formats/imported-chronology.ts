import {makeInert, makeInertDeep} from '../core/events/inert-text.js';
import type {
  Actor,
  Chronology,
  Claim,
  Place,
  Problem,
  Side,
  TimelineEvent,
  When,
} from '../core/events/chronology.js';
import type {Loss, ReadResult} from './format.js';
import {toSafeUrl} from './html-to-text.js';
import {quoteCell} from './table-cells.js';

/** One event as an importer found it; names stand where the chronology has ids. */
export type ImportedEvent = {
  /** Entry of the file it comes from, from 1. */
  readonly entry: number;
  /** An id of the file's own, kept where it can be. */
  readonly id?: string | undefined;
  readonly title: string;
  readonly when: When;
  readonly summary?: string | undefined;
  readonly note?: string | undefined;
  /** Name of the lane. */
  readonly side?: string | undefined;
  readonly places?: readonly ImportedPlace[] | undefined;
  readonly actors?: readonly {readonly name: string; readonly role: string}[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly urls?: readonly string[] | undefined;
  /** What is coded or counted, as our own formats carry it. */
  readonly coded?: Pick<TimelineEvent, 'kind' | 'deaths' | 'injuries' | 'count'> | undefined;
};

export type ImportedPlace = {
  readonly name: string;
  readonly country?: string | undefined;
  readonly admin1?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
};

/** The longest texts that the schema allows; longer ones are cut, and the cut is a loss. */
const LONGEST_LINE = 1000;
const LONGEST_PROSE = 100_000;
const MOST_ITEMS = 1000;
/** What is said of a loss quotes no more of the file than this. */
const LONGEST_LOSS = 200;
const NO_ADDRESS = 'an address that is none of the web and of no mail';
/** What `chronology.schema.json` allows as an id. */
const ID = /^[a-z0-9][a-z0-9._:-]{0,199}$/;

/** Collects what an importer finds and keeps the account of what was lost. */
export type Import = {
  /** @returns the id given to the event; its claim cites the file at the entry. */
  addEvent(event: ImportedEvent): string;
  /** Something an entry held that could not be kept. */
  lose(entry: number, field: string, what: string): void;
  /** An entry that gives no event, and why. */
  refuse(entry: number, field: string, why: string): void;
  addProblem(problem: Problem): void;
  /** @returns the result; `entries` is how many the file has, kept and refused. */
  finish(found: {
    readonly entries: number;
    readonly title?: string | undefined;
    readonly summary?: string | undefined;
    readonly timezone?: string | undefined;
    readonly author?: string | undefined;
  }): ReadResult;
};

/**
Begin an import: one source (the file), and for every event one claim in the file's own voice.

Ids are made from titles and names, in ASCII, each unique in the chronology; every text is made
inert. An entry is refused only through `refuse`, so that kept and refused entries add up.

@param fileName - without folders; it names the source.
@param formatName - as in messages.
*/
export function startImport(fileName: string, formatName: string): Import {
  const makeId = startIds();
  const sourceId = makeId(fileName.replace(/\.[a-z0-9]{1,8}$/i, ''), 'file');
  const sides = new Map<string, Side>();
  const actors = new Map<string, Actor>();
  const places = new Map<string, Place>();
  const events: TimelineEvent[] = [];
  const claims: Claim[] = [];
  const losses: Loss[] = [];
  const problems: Problem[] = [];
  const refused = new Set<number>();

  const named = <Item extends {readonly id: string}>(
    items: Map<string, Item>,
    key: string,
    name: string,
    fallback: string,
    make: (id: string) => Item,
  ): string => {
    const known = items.get(key);
    if (known !== undefined) return known.id;
    const item = make(makeId(name, fallback));
    items.set(key, item);
    return item.id;
  };

  return {
    addEvent(found) {
      const cut = (field: string, text: string, longest: number): string => {
        for (const what of lostIn(text, longest)) losses.push({row: found.entry, field, what});
        return clip(text, longest);
      };
      const line = (field: string, text: string): string => cut(field, text, LONGEST_LINE);
      const some = <Item>(field: string, items: readonly Item[]): readonly Item[] => {
        if (items.length <= MOST_ITEMS) return items;
        losses.push({row: found.entry, field, what: `only the first ${MOST_ITEMS} are kept`});
        return items.slice(0, MOST_ITEMS);
      };
      const title = line('title', found.title);
      const own = found.id !== undefined && ID.test(found.id) ? found.id : undefined;
      const given = found.id !== undefined && slugOf(found.id) !== '' ? found.id : title;
      const id = makeId(given, `entry-${found.entry}`, own);
      const side = found.side?.trim();
      const where = some('where', found.places ?? []).map((place) =>
        named(
          places,
          `${place.name}\n${place.latitude ?? ''}\n${place.longitude ?? ''}`,
          place.name,
          'place',
          (placeId) => ({
            id: placeId,
            name: line('where', place.name),
            ...present('country', line('where', place.country ?? '')),
            ...present('admin1', line('where', place.admin1 ?? '')),
            ...(place.latitude !== undefined &&
              place.longitude !== undefined && {
                latitude: place.latitude,
                longitude: place.longitude,
                coordinates_from: `the ${formatName} file`,
              }),
          }),
        ),
      );
      const roles = some('actors', found.actors ?? []).map(({name, role}) => ({
        actor: named(actors, name, name, 'actor', (actorId) => ({
          id: actorId,
          name: line('actors', name),
        })),
        role: line('actors', role),
      }));
      const tags = unique(some('tags', found.tags ?? []).map((tag) => line('tags', tag)));
      const address = (url: string): readonly string[] => {
        const safe = toSafeUrl(url);
        if (safe === undefined && url.trim() !== '')
          losses.push({row: found.entry, field: 'urls', what: `${NO_ADDRESS}: ${quoteCell(url)}`});
        return safe === undefined ? [] : [safe];
      };
      const urls = unique(some('urls', found.urls ?? []).flatMap(address));
      events.push({
        id,
        title: title === '' ? `Entry ${found.entry}` : title,
        ...present('summary', cut('summary', found.summary ?? '', LONGEST_PROSE)),
        when: inertWhen(found.when),
        ...(where.length > 0 && {where: unique(where)}),
        ...(roles.length > 0 && {actors: roles}),
        ...(found.coded !== undefined && (makeInertDeep(found.coded) as object)),
        ...(side !== undefined &&
          side !== '' && {
            side: named(sides, side, side, 'lane', (sideId) => ({
              id: sideId,
              name: line('side', side),
            })),
          }),
        ...(tags.length > 0 && {tags}),
        ...(urls.length > 0 && {urls}),
        ...present('note', cut('note', found.note ?? '', LONGEST_PROSE)),
      });
      claims.push({
        id: makeId(`${id}-entry`, 'entry'),
        about: {event: id, field: '*'},
        said_by: null,
        voice: 'reporter',
        value: title,
        citations: [{source: sourceId, paragraph: found.entry}],
      });
      return id;
    },
    lose(entry, field, what) {
      losses.push({row: entry, field: clip(field, LONGEST_LOSS), what: clip(what, LONGEST_LOSS)});
    },
    refuse(entry, field, why) {
      refused.add(entry);
      losses.push({row: entry, field, what: `refused: ${clip(why, LONGEST_LOSS)}`});
    },
    addProblem(problem) {
      problems.push({file: makeInert(fileName), ...problem, message: makeInert(problem.message)});
    },
    finish({entries, title, summary, timezone, author}) {
      for (const what of lostIn(summary ?? '', LONGEST_PROSE))
        losses.push({row: 0, field: 'summary', what});
      const chronology: Chronology = {
        chronology: 1,
        title: clip(title, LONGEST_LINE) || clip(fileName, LONGEST_LINE) || 'Untitled',
        ...present('summary', clip(summary, LONGEST_PROSE)),
        timezone: timezone ?? 'UTC',
        sides: [...sides.values()],
        fields: [],
        sources: [
          {
            id: sourceId,
            type: 'Dataset',
            headline: clip(fileName, LONGEST_LINE) || 'A file',
            ...present('author', clip(author, LONGEST_LINE)),
            reliability: 'F',
            note: `${formatName}; the paragraph of a citation is the number of the entry in the file`,
          },
        ],
        actors: [...actors.values()],
        places: [...places.values()],
        events,
        claims,
        links: [],
      };
      return {
        chronology,
        rows: entries,
        refused: refused.size,
        losses: losses.sort((one, other) => one.row - other.row),
        problems,
      };
    },
  };
}

/**
Begin a set of unique ids.

@returns a function that makes an id of a name: ASCII letters, digits and hyphens, up to 48, unlike
any it gave before; of the fallback when nothing of the name is left, as in another script. An id of the
file's own is kept as it is where it is free.
*/
function startIds(): (name: string, fallback: string, own?: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (name, fallback, own) => {
    const base = own ?? (slugOf(name) || fallback);
    let count = counts.get(base) ?? 0;
    let id = base;
    do {
      count += 1;
      id = count === 1 ? base : `${base}-${count}`;
    } while (taken.has(id));
    counts.set(base, count);
    taken.add(id);
    return id;
  };
}

function slugOf(name: string): string {
  return name
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
}

function inertWhen(when: When): When {
  return {
    ...when,
    ...(when.stated !== undefined && {stated: clip(when.stated, LONGEST_LINE)}),
    ...(when.reason !== undefined && {reason: clip(when.reason, LONGEST_LINE)}),
  };
}

function present<Key extends string>(key: Key, text: string): Partial<Record<Key, string>> {
  return text === '' ? {} : ({[key]: text} as Record<Key, string>);
}

/** A foreign text as inert text without blanks around it, cut to a length. */
function clip(text: string | undefined, longest: number): string {
  const {inert, isWhole} = foldText(text ?? '', longest);
  if (isWhole && inert.length <= longest) return inert;
  return `${inert.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A text on one line; of one that is far too long only what can be kept is looked at. */
function foldText(text: string, longest: number): {inert: string; isWhole: boolean} {
  const head = text.slice(0, longest * 4);
  const inert = makeInert(head).replace(/\s+/g, ' ').trim();
  return {inert, isWhole: head.length === text.length};
}

/** @returns what a text loses when it is clipped. */
function lostIn(text: string, longest: number): string[] {
  const {inert, isWhole} = foldText(text, longest);
  const head = text.slice(0, longest * 4).trim();
  return [
    ...(isWhole && inert.length <= longest ? [] : [`cut after ${longest} characters`]),
    ...(/[\n\r]/.test(head) ? ['the line breaks; the text is kept as one paragraph'] : []),
    ...(/[\0-\u0008\u000e-\u001f\u007f]/.test(head)
      ? ['control characters, which are shown as signs']
      : []),
  ];
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)].filter((item) => item !== '');
}
