import {NO_SIDE} from '../core/events/no-side.js';
import {nameOf, type SearchName, sourceName, wordsOf} from '../core/query/search-document.js';
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

/** @returns names that are folded once, also while more of them are read. */
export function createTableNames({data}: Pick<TableReader, 'data'>): TableNames {
  const kinds = new Map<string, SearchName>();
  return {
    actors: growing(data.actors.items, (id, number) => nameOf(id, data.actorRecords[number])),
    places: growing(data.places.items, (id, number) => nameOf(id, data.placeRecords[number])),
    sources: growing(data.sources.items, (id, number) =>
      sourceName(id, data.sourceRecords[number]),
    ),
    tags: growing(data.tags.items, wordsOf),
    sides: () => [...data.sides, NO_SIDE].map((side) => nameOf(side.id, side)),
    kind(name) {
      const known = kinds.get(name) ?? wordsOf(name);
      kinds.set(name, known);
      return known;
    },
  };
}

/** @returns a function that names what has come since it was asked last, and hands on all names. */
function growing(
  items: readonly string[],
  name: (item: string, number: number) => SearchName,
): () => readonly SearchName[] {
  const names: SearchName[] = [];
  return () => {
    for (let number = names.length; number < items.length; number += 1) {
      names.push(name(items[number] ?? '', number));
    }
    return names;
  };
}
