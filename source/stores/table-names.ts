import type {TimelineEvent} from '../core/events/chronology.js';
import {NO_SIDE} from '../core/events/no-side.js';
import {
  buildSearchDocument,
  type SearchDocument,
  type SearchLookup,
  type SearchName,
} from '../core/query/search-document.js';
import type {TableReader} from './table-reader.js';

/** The names of a table as queries see them, by number. */
export type TableNames = {
  actors(): readonly SearchName[];
  places(): readonly SearchName[];
  sources(): readonly SearchName[];
  tags(): readonly SearchName[];
  /** By number of the side; the last stands for none. */
  sides(): readonly SearchName[];
  kind(name: string): SearchName;
};

const NO_EVENT: TimelineEvent = {id: '', title: '', when: {edtf: '', basis: 'stated'}};

/** @returns names that are folded once, also while more of them are read. */
export function createTableNames({data}: Pick<TableReader, 'data'>): TableNames {
  const lookup: SearchLookup = {
    actor: (id) => data.actorRecords[data.actors.find(id) ?? -1],
    place: (id) => data.placeRecords[data.places.find(id) ?? -1],
    source: (id) => data.sourceRecords[data.sources.find(id) ?? -1],
    claimsAbout: () => [],
    sideOf: () => undefined,
    resolveWhen: () => undefined,
    isContested: () => false,
  };
  const document = (event: Partial<TimelineEvent>, more: Partial<SearchLookup>): SearchDocument =>
    buildSearchDocument({...NO_EVENT, ...event}, {...lookup, ...more});
  const nothing: SearchName = {id: '', label: '', folded: ''};

  function growing(
    ids: readonly string[],
    nameOf: (id: string) => SearchName | undefined,
  ): () => readonly SearchName[] {
    const names: SearchName[] = [];
    return () => {
      for (let number = names.length; number < ids.length; number += 1) {
        names.push(nameOf(ids[number] ?? '') ?? nothing);
      }
      return names;
    };
  }

  const kinds = new Map<string, SearchName>();
  return {
    actors: growing(
      data.actors.items,
      (actor) => document({actors: [{actor, role: ''}]}, {}).actors[0],
    ),
    places: growing(data.places.items, (place) => document({where: [place]}, {}).places[0]),
    sources: growing(
      data.sources.items,
      (source) =>
        document(
          {},
          {
            claimsAbout: () => [
              {
                id: '',
                about: {event: '', field: '*'},
                said_by: null,
                voice: 'reporter',
                value: null,
                citations: [{source}],
              },
            ],
          },
        ).sources[0],
    ),
    tags: growing(data.tags.items, (tag) => document({tags: [tag]}, {}).tags[0]),
    sides: () =>
      [...data.sides, NO_SIDE].map((side) => document({}, {sideOf: () => side}).side ?? nothing),
    kind(name) {
      const known = kinds.get(name);
      if (known !== undefined) return known;
      const made = document({kind: {type: name}}, {}).kinds[0] ?? nothing;
      kinds.set(name, made);
      return made;
    },
  };
}
