import {canonicalText} from './canonical-text.js';
import type {Actor, OtherName, Place, Source} from './chronology.js';
import {joinNotes} from './join-notes.js';

type Thing = Actor | Place | Source;

/** Keys that say one thing together: of coordinates and their precision none is taken without the other. */
const UNITS: readonly (readonly string[])[] = [
  ['latitude', 'longitude', 'geo_precision', 'coordinates_from'],
  ['date_published', 'date_basis', 'date_reason'],
];

/** Keys that are joined in their own way. */
const JOINED: ReadonlySet<string> = new Set([
  'id',
  'name',
  'other_names',
  'part_of',
  'same_as',
  'note',
]);

export type JoinContext = {
  /** The title of the file in which the later one stands. */
  readonly file: string;
  readonly nameOfSide: (id: string) => string;
};

/**
Join what two files say of one actor, place or source.

@returns the first, with what only the other says; where they differ the other name is another name, and
any other value stands in the note with the title of its file.
*/
export function joinThings<T extends Thing>(one: T, other: T, context: JoinContext): T {
  const a: Values = one;
  const b: Values = other;
  const added: Record<string, unknown> = {};
  const phrases: string[] = [];
  for (const unit of unitsOf(b)) {
    const [own, others] = [pick(a, unit), pick(b, unit)];
    if (Object.keys(own).length === 0) Object.assign(added, others);
    else if (canonicalText(own) !== canonicalText(others)) {
      phrases.push(wordsOf(unit, others, context));
    }
  }
  const note = joinNotes(one.note, other.note, {file: context.file, phrases});
  return {
    ...(added as Partial<T>),
    ...one,
    ...joinNames(a, b),
    ...joinLists('part_of', a, b),
    ...joinLists('same_as', a, b),
    ...(note === undefined ? {} : {note}),
  };
}

type Values = Readonly<Record<string, unknown>>;

function unitsOf(thing: Values): readonly (readonly string[])[] {
  const inUnits = new Set(UNITS.flat());
  const alone = Object.keys(thing).filter((key) => !JOINED.has(key) && !inUnits.has(key));
  const together = UNITS.filter((unit) => unit.some((key) => thing[key] !== undefined));
  return [...together, ...alone.map((key) => [key])];
}

function pick(thing: Values, keys: readonly string[]): Values {
  const present = keys.filter((key) => thing[key] !== undefined);
  return Object.fromEntries(present.map((key) => [key, thing[key]]));
}

function joinNames(a: Values, b: Values): Partial<Actor> {
  if (a['name'] === undefined) return {};
  const own = (a['other_names'] ?? []) as readonly OtherName[];
  const others = (b['other_names'] ?? []) as readonly OtherName[];
  const known = new Set([a['name'], ...own.map(({name}) => name)]);
  const more = [{name: b['name'] as string}, ...others].filter(({name}) => {
    const isNew = !known.has(name);
    known.add(name);
    return isNew;
  });
  const names = [...own, ...more];
  return names.length === 0 ? {} : {other_names: names};
}

function joinLists(key: 'part_of' | 'same_as', a: Values, b: Values): Partial<Actor> {
  if (a[key] === undefined && b[key] === undefined) return {};
  const lists = [a[key], b[key]].map((list) => (list ?? []) as readonly string[]);
  return {[key]: [...new Set(lists.flat())]};
}

/** A value with its key: `coordinates 33, 44 (precision 2, from Natural Earth)`, `office minister`. */
function wordsOf(unit: readonly string[], values: Values, {nameOfSide}: JoinContext): string {
  const {latitude, longitude, geo_precision: precision, coordinates_from: from} = values;
  if (unit.length > 1 && unit[0] === 'latitude') {
    const more = [
      precision === undefined ? '' : `precision ${text(precision)}`,
      from === undefined ? '' : `from ${text(from)}`,
    ].filter(Boolean);
    const words = `coordinates ${text(latitude)}, ${text(longitude)}`;
    return more.length === 0 ? words : `${words} (${more.join(', ')})`;
  }
  return Object.entries(values)
    .map(([key, value]) => {
      const words = key === 'side' ? nameOfSide(text(value)) : text(value);
      return `${key.replaceAll('_', ' ')} ${words}`;
    })
    .join(', ');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
