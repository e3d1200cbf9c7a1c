import {alignImports} from './align-imports.js';
import {canonicalText} from './canonical-text.js';
import type {Chronology} from './chronology.js';

/** A value of a field as in the file; undefined when the item has no such field. */
type DiffValue = unknown;

/** A field that is not the same in both; `field` is its path in the item: `when.edtf`, `citations[0].paragraph`. */
export type FieldChange = {
  readonly field: string;
  readonly old?: DiffValue;
  readonly new?: DiffValue;
};

export type DiffKind =
  'chronology' | 'side' | 'field' | 'source' | 'actor' | 'place' | 'event' | 'claim' | 'link';

/** What happened to one item between two versions. */
export type ItemChange = {
  readonly kind: DiffKind;
  /** Its id; of a link, `FROM TYPE TO`; of the chronology itself, empty. */
  readonly id: string;
  /** What a reader calls it: title, name, headline, what is claimed. */
  readonly title: string;
  /** Of a claim, the event it is about. */
  readonly event?: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** The fields that differ, for a change; empty otherwise. */
  readonly fields: readonly FieldChange[];
};

/** The lists of a chronology and what an item of each is called, in the order in which they are told. */
const LISTS = [
  ['event', 'events'],
  ['claim', 'claims'],
  ['link', 'links'],
  ['actor', 'actors'],
  ['place', 'places'],
  ['source', 'sources'],
  ['side', 'sides'],
  ['field', 'fields'],
] as const;

/** Items nested deeper than this are compared as a whole. */
const DEEPEST = 8;

type Item = Readonly<Record<string, unknown>>;

/**
Tell what a correction changed.

Items are the same when their ids are, and two imports of one file are compared by what its rows say,
wherever they stand in it and whatever it is called; an item whose id alone changed is told as changed, not as
removed and added. The order of items in the file, and of ids and texts within a field, counts for
nothing. Takes time in proportion to the two together.

@returns the changes: of the chronology itself, then of events, claims, links, actors, places,
sources, sides and fields, each list in the order of the newer file, what was removed at its end.
*/
export function diffChronologies(
  olderFile: Chronology,
  newerFile: Chronology,
): readonly ItemChange[] {
  const [older, newer] = alignImports(olderFile, newerFile);
  const own = compareFields(headOf(older), headOf(newer));
  const changes: ItemChange[] =
    own.length === 0
      ? []
      : [{kind: 'chronology', id: '', title: newer.title, change: 'changed', fields: own}];
  for (const [kind, list] of LISTS) {
    changes.push(...compareLists(kind, older[list], newer[list]));
  }
  return changes;
}

/** Everything of a chronology that is no list of items. */
function headOf(chronology: Chronology): Item {
  const lists = new Set<string>(LISTS.map(([, list]) => list));
  return Object.fromEntries(Object.entries(chronology).filter(([name]) => !lists.has(name)));
}

function compareLists(
  kind: DiffKind,
  older: readonly Item[],
  newer: readonly Item[],
): ItemChange[] {
  const before = indexById(kind, older);
  const after = indexById(kind, newer);
  const renamed = findRenamed(before, after);
  const changes: ItemChange[] = [];
  for (const [id, item] of after) {
    const old = before.get(id) ?? before.get(renamed.get(id) ?? '');
    const named = nameOf(kind, id, item);
    if (old === undefined) changes.push({...named, change: 'added', fields: []});
    else {
      const fields = compareFields(old, item);
      if (fields.length > 0) changes.push({...named, change: 'changed', fields});
    }
  }
  const kept = new Set(renamed.values());
  for (const [id, item] of before) {
    if (!after.has(id) && !kept.has(id)) {
      changes.push({...nameOf(kind, id, item), change: 'removed', fields: []});
    }
  }
  return changes;
}

/** Items by id; a second one of the same id (two links alike) gets a number. */
function indexById(kind: DiffKind, items: readonly Item[]): Map<string, Item> {
  const found = new Map<string, Item>();
  const counts = new Map<string, number>();
  for (const item of items) {
    const id =
      kind === 'link'
        ? `${text(item['from'])} ${text(item['type'])} ${text(item['to'])}`
        : text(item['id']);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    found.set(count === 1 ? id : `${id} (${count})`, item);
  }
  return found;
}

/** New ids of items that are otherwise the same as one that is gone: new id to old id. */
function findRenamed(
  before: ReadonlyMap<string, Item>,
  after: ReadonlyMap<string, Item>,
): Map<string, string> {
  const gone = new Map<string, string>();
  for (const [id, item] of before) {
    if (!after.has(id) && item['id'] !== undefined) gone.set(canonicalText({...item, id: ''}), id);
  }
  const renamed = new Map<string, string>();
  for (const [id, item] of after) {
    if (before.has(id) || item['id'] === undefined) continue;
    const key = canonicalText({...item, id: ''});
    const old = gone.get(key);
    if (old === undefined) continue;
    renamed.set(id, old);
    gone.delete(key);
  }
  return renamed;
}

function compareFields(older: Item, newer: Item): FieldChange[] {
  const changes: FieldChange[] = [];
  compareValues(older, newer, '', 0, changes);
  return changes;
}

function compareValues(
  older: unknown,
  newer: unknown,
  path: string,
  depth: number,
  changes: FieldChange[],
): void {
  if (older === newer) return;
  if (depth < DEEPEST && isItem(older) && isItem(newer)) {
    for (const key of new Set([...Object.keys(older), ...Object.keys(newer)])) {
      const inner = path === '' ? key : `${path}.${key}`;
      compareValues(own(older, key), own(newer, key), inner, depth + 1, changes);
    }
    return;
  }
  if (Array.isArray(older) && Array.isArray(newer)) {
    const areItems = [...(older as unknown[]), ...(newer as unknown[])].every(isItem);
    if (areItems && older.length === newer.length && depth < DEEPEST) {
      for (const [at, value] of older.entries()) {
        compareValues(value, newer[at], `${path}[${at}]`, depth + 1, changes);
      }
      return;
    }
    // Ids, tags and addresses are sets; paragraphs of a source are not, but their order is their number.
    const isOrdered = path === 'paragraphs';
    const key = (values: readonly unknown[]) => {
      const texts = values.map(canonicalText);
      return (isOrdered ? texts : texts.sort()).join('\n');
    };
    if (key(older as unknown[]) === key(newer as unknown[])) return;
  } else if (canonicalText(older) === canonicalText(newer)) return;
  changes.push({
    field: path,
    ...(older !== undefined && {old: older}),
    ...(newer !== undefined && {new: newer}),
  });
}

function own(item: Item, key: string): unknown {
  return Object.hasOwn(item, key) ? item[key] : undefined;
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(
  kind: DiffKind,
  id: string,
  item: Item,
): Pick<ItemChange, 'kind' | 'id' | 'title' | 'event'> {
  const title = titleOf(kind, item);
  return kind === 'claim'
    ? {kind, id, title, event: text(aboutOf(item)['event'])}
    : {kind, id, title};
}

function aboutOf(claim: Item): Item {
  return isItem(claim['about']) ? claim['about'] : {};
}

function titleOf(kind: DiffKind, item: Item): string {
  if (kind === 'claim') {
    const about = aboutOf(item);
    const speaker = item['said_by'] === null ? 'the source' : text(item['said_by']);
    return `${speaker} on ${text(about['field'])} of ${text(about['event'])}`;
  }
  if (kind === 'link') return `${text(item['from'])} ${text(item['type'])} ${text(item['to'])}`;
  return text(item['title'] ?? item['headline'] ?? item['name']);
}

function text(value: unknown): string {
  return typeof value === 'string'
    ? value
    : value === undefined || value === null
      ? ''
      : JSON.stringify(value);
}
