import type {FacetCount, FacetCounts} from '../core/query/facet-counts.js';
import {glyphName, type SearchName} from '../core/query/search-document.js';
import type {Bits} from './table-bits.js';
import {CONTESTED, INFERRED, UNCERTAIN} from './table-data.js';
import type {TableNames} from './table-names.js';
import type {TableReader} from './table-reader.js';

/**
@param count - events to look at, from the first.
@param among - those of them to count; all when undefined.
@returns the same as `countFacets` over their documents.
*/
export function countTableFacets(
  {data}: TableReader,
  names: TableNames,
  count: number,
  among: Bits | undefined,
): FacetCounts {
  const {columns, kinds} = data;
  const lists = (
    from: (typeof columns)['actors'],
    all: readonly SearchName[],
  ): readonly FacetCount[] => ranked(all, from.tally(all.length, count, among));
  const flags = tally(columns.flags.data, 16);
  const withFlag = (flag: number): number =>
    flags.reduce((sum, number, bits) => sum + ((bits & flag) === 0 ? 0 : number), 0);
  const byKind = new Map<SearchName, number>();
  tally(columns.kinds.data, kinds.items.length).forEach((number, kind) => {
    if (number === 0) return;
    const entry = kinds.items[kind];
    if (entry === undefined) return;
    for (const name of [...entry.names.map((each) => names.kind(each)), glyphName(entry.glyph)]) {
      byKind.set(name, (byKind.get(name) ?? 0) + number);
    }
  });
  return {
    side: ranked(names.sides(), tally(columns.lanes.data, data.sides.length + 1)),
    actor: lists(columns.actors, names.actors()),
    kind: ranked([...byKind.keys()], Uint32Array.from(byKind.values())),
    place: lists(columns.places, names.places()),
    source: lists(columns.sources, names.sources()),
    is: [
      {value: 'contested', label: 'contested', count: withFlag(CONTESTED)},
      {value: 'inferred', label: 'inferred', count: withFlag(INFERRED)},
      {value: 'uncertain', label: 'uncertain', count: withFlag(UNCERTAIN)},
    ],
  };

  function tally(column: Uint8Array | Uint16Array | Uint32Array, size: number): Uint32Array {
    const counts = new Uint32Array(size);
    for (let event = 0; event < count; event += 1) {
      if (among !== undefined && ((among[event >>> 5] ?? 0) & (1 << (event & 31))) === 0) continue;
      const value = column[event] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  }
}

function ranked(names: readonly SearchName[], counts: Uint32Array): readonly FacetCount[] {
  const found: FacetCount[] = [];
  for (const [number, name] of names.entries()) {
    const count = counts[number] ?? 0;
    if (count > 0) found.push({value: name.id, label: name.label, count});
  }
  return found.sort(
    (a, b) => b.count - a.count || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0),
  );
}
