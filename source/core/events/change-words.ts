import type {DiffKind, FieldChange, ItemChange} from './diff-chronologies.js';

/** Headings of the kinds of items that can change. */
export const CHANGE_HEADINGS: Readonly<Record<DiffKind, string>> = {
  chronology: 'The chronology itself',
  event: 'Events',
  claim: 'Claims',
  link: 'Links',
  actor: 'Actors',
  place: 'Places',
  source: 'Sources',
  side: 'Lanes',
  field: 'Questions',
};

/** The sign of each sort of change, as `diff` writes them. */
export const CHANGE_SIGNS: Readonly<Record<ItemChange['change'], string>> = {
  added: '+',
  removed: '-',
  changed: '~',
};

/** @returns whether a change gives an event another date. */
export function changesDate({kind, change, fields}: ItemChange): boolean {
  return (
    kind === 'event' && change === 'changed' && fields.some(({field}) => /^when\b/.test(field))
  );
}

/** @returns how many were added, removed and changed in words: `1 added, 2 changed`. */
export function countWords(changes: readonly ItemChange[]): string {
  return (['added', 'removed', 'changed'] as const)
    .flatMap((change) => {
      const count = changes.filter((one) => one.change === change).length;
      return count === 0 ? [] : [`${count} ${change}`];
    })
    .join(', ');
}

/** @returns the old and the new value of a field in words. */
export function fieldChangeWords(change: FieldChange): readonly [old: string, now: string] {
  return change.field === 'paragraphs'
    ? countedParagraphs(change)
    : [words(change.old), words(change.new)];
}

/** Digests of paragraphs say nothing to a reader; how many there are, and how many changed, does. */
function countedParagraphs({old, new: now}: FieldChange): readonly [string, string] {
  const before = Array.isArray(old) ? (old as unknown[]) : [];
  const after = Array.isArray(now) ? (now as unknown[]) : [];
  const changed = after.filter((digest, at) => at < before.length && digest !== before[at]).length;
  return [`${before.length} paragraphs`, `${after.length} paragraphs, ${changed} of them changed`];
}

function words(value: unknown): string {
  if (value === undefined) return '(none)';
  if (typeof value === 'string') return value === '' ? '""' : value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return `[${value.join(', ')}]`;
  return JSON.stringify(value);
}
