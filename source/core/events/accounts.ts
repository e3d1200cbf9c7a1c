import type {Account, Answer, FieldAccounts} from './event-store.js';
import type {Claim, ClaimValue, Field, Link} from './chronology.js';
import {claimedDate, dateKey} from './claimed-date.js';

/** Headings of the fields that every event may have. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  title: 'Title',
  summary: 'What happened',
  when: 'When',
  where: 'Where',
  actors: 'Who',
  deaths: 'Killed',
  injuries: 'Injured',
  count: 'How many',
  kind: 'Coded as',
  '*': 'The whole entry',
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
const TOLD_IN_PARTS: ReadonlySet<string> = new Set(['title', 'summary', 'actors', '*']);

/** Fields whose texts are dates or ids. */
const FACT_FIELDS: ReadonlySet<string> = new Set(['when', 'where']);

/**
Group the claims about one event into accounts, field by field.

An account is what one speaker says in one source; the source's own voice is an account of its own.
What an editor infers is none. Accounts that say the same are one answer. Two accounts differ when
their answers do; running text (`title`, `summary`, `*`) and those who took part (`actors`) differ only where an
editor says so by a `contradicts` link. A count that goes on is compared within a day: the count of
another day (`said_at`) is another count.

@param claims - about one event, in the order of the file.
@param links - those that touch the claims.
@returns one item a field, in the order in which the fields are first spoken of.
*/
export function groupAccounts(
  claims: readonly Claim[],
  links: readonly Link[],
  fields: readonly Field[],
): readonly FieldAccounts[] {
  const byField = new Map<string, Claim[]>();
  for (const claim of claims) push(byField, claim.about.field, claim);
  return Array.from(byField, ([field, about]) => {
    const accounts = accountsIn(about);
    const inferred = about.filter(isEditors);
    const spoken =
      inferred.length === 0 ? accounts : accountsIn(about.filter((claim) => !isEditors(claim)));
    const answers = answersIn(field, spoken);
    const isLinked = links.length > 0 && isContradicted(spoken, links);
    const isContested = isLinked || (spoken.length > 1 && doDiffer(field, answers));
    const isDisagreement =
      isLinked || (isContested && (FACT_FIELDS.has(field) || !answers.every(isText)));
    const name = fieldName(field, fields);
    return {field, name, accounts, answers, inferred, isContested, isDisagreement};
  });
}

/** @returns true for what an editor reads into a source, which nobody says. */
export function isEditors(claim: Claim): boolean {
  return claim.said_by === null && claim.basis === 'inferred';
}

function accountsIn(claims: readonly Claim[]): readonly Account[] {
  const speakers = new Map<string, Claim[]>();
  for (const claim of claims) {
    push(speakers, `${claim.said_by ?? ''}@${claim.citations[0]?.source ?? ''}`, claim);
  }
  return Array.from(speakers.values(), (said): Account => ({
    saidBy: said[0]?.said_by ?? null,
    source: said[0]?.citations[0]?.source,
    claims: said,
  }));
}

/**
What says one thing alone makes an answer; what says several joins one that it shares a thing with, else
it makes an answer too. Whoever says least is looked at first, so that the order of the claims does not
decide who differs.
*/
function answersIn(field: string, accounts: readonly Account[]): readonly Answer[] {
  const all = accounts.flatMap((account) => account.claims);
  const isDated = field === 'count' && new Set(all.map(dayOf)).size > 1;
  // Of a count that goes on, one account may give many.
  const said = isDated ? all.map((claim) => [claim]) : accounts.map((account) => account.claims);
  const units = said.map((claims, at): Unit => {
    const asOf = isDated ? dayOf(claims[0]) : undefined;
    const keys = claims.map((claim) => `${asOf ?? ''} ${answerKey(claim)}`);
    return {claims, asOf, at, keys: [...new Set(keys)].sort()};
  });
  const answers: Unit[][] = [];
  const answerOf = new Map<string, Unit[]>();
  for (const unit of units.toSorted(compareUnits)) {
    const known = unit.keys.map((key) => answerOf.get(key)).find((answer) => answer !== undefined);
    if (known !== undefined) {
      known.push(unit);
      continue;
    }
    const answer = [unit];
    answers.push(answer);
    for (const key of unit.keys) answerOf.set(key, answer);
  }
  return answers
    .map((answer) => answer.toSorted((a, b) => a.at - b.at))
    .toSorted((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0))
    .map((answer) => ({
      claims: answer.flatMap(({claims}) => claims),
      asOf: answer[0]?.asOf,
    }));
}

/** What is looked at as one: the claims of an account, or one claim of a count that goes on. */
type Unit = {
  readonly claims: readonly Claim[];
  readonly asOf: string | undefined;
  /** Position in the file. */
  readonly at: number;
  /** The different things it says, in an order that depends on them alone. */
  readonly keys: readonly string[];
};

function compareUnits(a: Unit, b: Unit): number {
  return (
    a.keys.length - b.keys.length ||
    compareTexts(a.keys.join('\n'), b.keys.join('\n')) ||
    a.at - b.at
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function dayOf(claim: Claim | undefined): string | undefined {
  return claim?.said_at?.edtf;
}

function doDiffer(field: string, answers: readonly Answer[]): boolean {
  if (TOLD_IN_PARTS.has(field)) return false;
  return new Set(answers.map(({asOf}) => asOf)).size < answers.length;
}

function isText({claims}: Answer): boolean {
  return claims.every((claim) => typeof claim.value === 'string');
}

function isContradicted(accounts: readonly Account[], links: readonly Link[]): boolean {
  const accountOf = new Map<string, number>();
  for (const [index, account] of accounts.entries()) {
    for (const claim of account.claims) accountOf.set(claim.id, index);
  }
  return links.some((link) => {
    const from = accountOf.get(link.from);
    const to = accountOf.get(link.to);
    return link.type === 'contradicts' && from !== undefined && to !== undefined && from !== to;
  });
}

/** @returns the same text for claims that say the same of their field. */
function answerKey({about, value}: Claim): string {
  const date = about.field === 'when' ? claimedDate(value) : undefined;
  return date === undefined ? canonical(value) : dateKey(date);
}

/**
@returns the same text for equal values: whatever the order of keys and of items, the case of letters
and the full stop at the end.
*/
function canonical(value: ClaimValue | undefined): string {
  if (typeof value === 'string') {
    return JSON.stringify(
      value
        .trim()
        .toLowerCase()
        .replace(/[.,;]+$/u, ''),
    );
  }
  if (value === null || value === undefined || typeof value !== 'object') {
    return JSON.stringify(value ?? null);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  // Numbers are compared, and words only where there are none.
  const hasNumber = ['low', 'best', 'high'].some((key) => key in value);
  return `{${Object.entries(value)
    .filter(([key]) => key !== 'of' && !(hasNumber && key === 'stated'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${key}:${canonical(item)}`)
    .join()}}`;
}

function push(lists: Map<string, Claim[]>, key: string, claim: Claim): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [claim]);
  else list.push(claim);
}
