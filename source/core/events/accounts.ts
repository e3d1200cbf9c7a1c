import type {Account, FieldAccounts} from './event-store.js';
import type {Claim, ClaimValue, Field, Link} from './chronology.js';

/** Headings of the fields that every event may have. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  title: 'What happened',
  summary: 'What happened',
  when: 'When',
  where: 'Where',
  actors: 'Who',
  deaths: 'Killed',
  injuries: 'Injured',
  count: 'How many',
  '*': 'The whole row',
};

/** @returns the heading of a field in words: the chronology's own, a common one, or the id itself. */
export function fieldName(field: string, fields: readonly Field[]): string {
  return (
    fields.find((candidate) => candidate.id === field)?.name ??
    FIELD_NAMES[field] ??
    field.replaceAll('_', ' ')
  );
}

/**
Fields whose values need not be alike. No two people describe a thing in the same words, and of those
who took part one account names the striker, another the target.
*/
const TOLD_IN_PARTS: ReadonlySet<string> = new Set(['summary', 'actors', '*']);

/**
Group the claims about one event into accounts, field by field.

An account is what one speaker says in one source; the source's own voice is an account of its own.
Two accounts differ when their values do; running text (`summary`, `*`) and those who took part
(`actors`) differ only where an editor says so by a `contradicts` link.

@param claims - about one event, in the order of the file.
@param links - those that touch the claims.
@returns one item a field, in the order in which the fields are first spoken of.
*/
export function groupAccounts(
  claims: readonly Claim[],
  links: readonly Link[],
  fields: readonly Field[],
): readonly FieldAccounts[] {
  const byField = new Map<string, Map<string, Claim[]>>();
  for (const claim of claims) {
    const speakers = byField.get(claim.about.field) ?? new Map<string, Claim[]>();
    byField.set(claim.about.field, speakers);
    const key = `${claim.said_by ?? ''}@${claim.citations[0]?.source ?? ''}`;
    const said = speakers.get(key);
    if (said === undefined) speakers.set(key, [claim]);
    else said.push(claim);
  }
  return Array.from(byField, ([field, speakers]) => {
    const accounts = Array.from(speakers.values(), (said): Account => ({
      saidBy: said[0]?.said_by ?? null,
      source: said[0]?.citations[0]?.source,
      claims: said,
    }));
    return {
      field,
      name: fieldName(field, fields),
      accounts,
      isContested: accounts.length > 1 && doDiffer(field, accounts, links),
    };
  });
}

function doDiffer(field: string, accounts: readonly Account[], links: readonly Link[]): boolean {
  const ids = new Map<string, number>();
  for (const [index, account] of accounts.entries()) {
    for (const claim of account.claims) ids.set(claim.id, index);
  }
  const isContradicted = links.some((link) => {
    const from = ids.get(link.from);
    const to = ids.get(link.to);
    return link.type === 'contradicts' && from !== undefined && to !== undefined && from !== to;
  });
  if (isContradicted || TOLD_IN_PARTS.has(field)) return isContradicted;
  const said = accounts.map(
    (account) => new Set(account.claims.map((claim) => canonical(claim.value))),
  );
  const first = said[0] ?? new Set();
  return said.some((other) => ![...other].some((value) => first.has(value)));
}

/** @returns the same text for equal values, whatever the order of their keys. */
function canonical(value: ClaimValue | undefined): string {
  if (value === null || value === undefined || typeof value !== 'object') {
    return JSON.stringify(value ?? null);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  return `{${Object.entries(value)
    .filter(([key]) => key !== 'stated' && key !== 'of')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${key}:${canonical(item)}`)
    .join()}}`;
}
