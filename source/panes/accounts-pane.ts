import {fieldName} from '../core/events/accounts.js';
import type {FieldAccounts} from '../core/events/event-store.js';
import {fitLine} from '../core/draw/fit-text.js';
import type {Line} from '../core/draw/line.js';
import {wrapPieces} from '../core/draw/wrap-text.js';
import {differWords} from './differ-words.js';
import {createPane, type PaneBuilder, type Piece} from './pane-builder.js';
import type {Pane, PaneInput} from './pane.js';
import {citationsWords} from './citation-words.js';
import {claimCopy, claimPieces} from './claim-words.js';
import {signsOf} from './signs.js';
import {actorName, officeOf, speakerName} from './speaker-words.js';
import type {Claim, Link} from '../core/events/chronology.js';
import {claimWhen, whyInferred} from './when-lines.js';

/** Columns that two accounts need to stand side by side. */
const SIDE_BY_SIDE = 56;

/** What each speaker says of one fact, side by side; never which is right. */
export const accountsPane: Pane = {
  name: 'accounts',
  summary: 'A fact in the words of each who speaks of it, side by side',
  content(input) {
    const {store, subject, widthColumns} = input;
    const [eventId = '', fieldId, from] = subject.split('#');
    const event = store.event(eventId);
    const pane = createPane(widthColumns);
    if (event === undefined) {
      pane.text(`There is no event ${eventId} in this chronology.`, 'muted');
      return pane.done({title: 'Accounts', crumb: 'accounts'});
    }
    const all = accountsFor(eventId, fieldId, store);
    const contested = all.filter((field) => field.isContested);
    const fields =
      fieldId === undefined
        ? contested.length > 0
          ? contested
          : [...all].sort((a, b) => Number(isCommon(a)) - Number(isCommon(b)))
        : all.filter((field) => field.field === fieldId);
    pane.item([{text: event.title, role: 'title'}], {
      target: {pane: 'event', subject: eventId},
    });
    if (fields.length === 0) addNothing(pane, fieldId);
    for (const field of fields) addField(pane, pageOf(field, Number(from ?? 0)), input);
    addNext(pane, fields, eventId, Number(from ?? 0));
    const why = fieldId === 'when' ? whyInferred(event.when) : undefined;
    if (why !== undefined) {
      pane.blank();
      pane.text(why, 'inferred');
    }
    const name = fields.length === 1 ? (fields[0]?.name ?? '') : '';
    return pane.done({
      title: 'Accounts',
      badge:
        name === ''
          ? counted(fields.length, 'field')
          : counted(fields[0]?.answers.length ?? 0, 'answer'),
      crumb: name === '' ? 'accounts' : name,
    });
  },
};

/** Claims on one page of a field; the next page is a target of its own. */
const PAGE_CLAIMS = 200;

/** @returns the part of a field's accounts from the nth claim on. */
function pageOf(field: FieldAccounts, from: number): FieldAccounts {
  const to = from + PAGE_CLAIMS;
  let at = 0;
  const accounts = field.accounts.flatMap((account): FieldAccounts['accounts'] => {
    const start = at;
    at += account.claims.length;
    const claims = account.claims.slice(Math.max(0, from - start), Math.max(0, to - start));
    return claims.length === 0 ? [] : [{...account, claims}];
  });
  return {...field, accounts};
}

function addNext(
  pane: PaneBuilder,
  fields: readonly FieldAccounts[],
  eventId: string,
  from: number,
): void {
  for (const {field, name, accounts} of fields) {
    const count = accounts.reduce((sum, account) => sum + account.claims.length, 0);
    const next = from + PAGE_CLAIMS;
    if (count <= next) continue;
    pane.blank();
    pane.item([{text: `${name} claims ${next + 1} to ${count}`, role: 'link'}], {
      target: {pane: 'accounts', subject: `${eventId}#${field}#${next}`},
    });
  }
}

/** @returns the accounts of an event; a field that only whole rows speak of has those. */
function accountsFor(
  eventId: string,
  fieldId: string | undefined,
  store: PaneInput['store'],
): readonly FieldAccounts[] {
  const all = store.accountsOf(eventId);
  const rows = all.find((field) => field.field === '*');
  if (fieldId === undefined || rows === undefined) return all;
  if (all.some((field) => field.field === fieldId)) return all;
  return [...all, {...rows, field: fieldId, name: fieldName(fieldId, store.chronology.fields)}];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Fields that every event has are less of a question than the chronology's own. */
function isCommon({field}: FieldAccounts): boolean {
  return ['summary', 'when', 'where', 'actors', '*'].includes(field);
}

function addNothing(pane: PaneBuilder, field: string | undefined): void {
  pane.blank();
  pane.text(
    field === 'when' ? 'Nobody is cited for this date.' : 'Nobody is cited for this.',
    'muted',
  );
}

function addField(pane: PaneBuilder, field: FieldAccounts, input: PaneInput): void {
  const {widthColumns, charset} = input;
  const count = field.accounts.length;
  const differ = differWords(field);
  pane.heading(field.name, differ === '' ? undefined : differ);
  const claims = field.accounts.flatMap((account) => account.claims);
  if (count > 1 && widthColumns >= SIDE_BY_SIDE) addColumns(pane, field, input);
  else {
    for (const account of field.accounts) {
      for (const claim of account.claims) {
        pane.item(
          [
            ...claimPieces(claim, input),
            {
              text: ` ${signsOf(charset).dash} ${speakerParts(claim, input).join(', ')}`,
              role: 'muted',
            },
          ],
          {
            target: {pane: 'claim', subject: claim.id},
            copy: claimCopy(claim, input),
            right: {text: citationsWords([claim], input, true), role: 'muted'},
          },
        );
      }
    }
  }
  addRelations(pane, claims, input);
  const hasTimes = claims.some((claim) => claim.said_at !== undefined);
  if (count > 1 && !hasTimes) pane.text('In the order of the report.', 'muted');
}

/** Who speaks: name, office, medium, time; without those that are not known. */
function speakerParts(claim: Claim, input: PaneInput): readonly string[] {
  const {store} = input;
  return [
    speakerName(claim, store),
    officeOf(claim, store.actor(claim.said_by ?? '')),
    claim.medium,
    claimWhen(claim, input),
  ].filter((part) => part !== undefined && part !== '') as readonly string[];
}

/** Accounts in columns of equal width, in rows of as many as fit; none stands above another. */
function addColumns(pane: PaneBuilder, field: FieldAccounts, input: PaneInput): void {
  const {widthColumns} = input;
  const claims = field.accounts.flatMap((account) => account.claims);
  const most = Math.max(2, Math.floor((widthColumns + 3) / 30));
  const rows = Math.ceil(claims.length / most);
  const perRow = Math.ceil(claims.length / rows);
  const width = Math.floor((widthColumns - 3 * (perRow - 1)) / perRow);
  for (let start = 0; start < claims.length; start += perRow) {
    const cells = claims.slice(start, start + perRow).map((claim): Cell => {
      const [name = '', ...rest] = speakerParts(claim, input);
      const about =
        rest.length === 0 ? [] : wrapPieces([{text: rest.join(', '), role: 'muted'}], width);
      return {
        claim,
        lines: [
          ...wrapPieces([{text: name, role: 'link'}], width),
          ...about,
          ...wrapPieces(claimPieces(claim, input), width),
          ...wrapPieces([{text: citationsWords([claim], input, true), role: 'muted'}], width),
        ],
      };
    });
    if (start > 0) pane.blank();
    addRow(pane, cells, width, input);
  }
}

type Cell = {readonly claim: Claim; readonly lines: readonly Line[]};

/** Draw one row of columns; each claim in it can be selected. */
function addRow(pane: PaneBuilder, cells: readonly Cell[], width: number, input: PaneInput): void {
  const {charset} = input;
  const height = Math.max(...cells.map((cell) => cell.lines.length));
  const bar: Piece = {text: charset === 'ascii' ? ' | ' : ' │ ', role: 'border'};
  const lines = Array.from({length: height}, (_, index): Line =>
    cells.flatMap((cell, column): Line => {
      const own = fitLine(cell.lines[index] ?? [], width);
      return column === 0 ? own : [bar, ...own];
    }),
  );
  pane.columns(
    lines,
    cells.map(({claim}, column) => ({
      column: column === 0 ? undefined : column * (width + 3) - 1,
      target: {pane: 'claim', subject: claim.id},
      copy: claimCopy(claim, input),
    })),
  );
}

const RELATIONS: Readonly<Record<string, string>> = {
  contradicts: 'contradicts',
  restates: 'restates',
  supersedes: 'supersedes',
};

/** Which of the accounts contradict, restate or supersede which, and who says so. */
function addRelations(pane: PaneBuilder, claims: readonly Claim[], {store}: PaneInput): void {
  const ids = new Set(claims.map((claim) => claim.id));
  const links = new Set<Link>();
  for (const id of ids) {
    for (const link of store.linksOf(id)) {
      if (RELATIONS[link.type] !== undefined) links.add(link);
    }
  }
  if (links.size === 0) return;
  pane.blank();
  for (const link of links) {
    const from = store.claim(link.from);
    const to = store.claim(link.to);
    if (from === undefined || to === undefined) continue;
    const by = link.claimed_by.map((id) => store.claim(id)).find((claim) => claim !== undefined);
    const who = by === undefined ? 'editor' : speakerName(by, store);
    const other = ids.has(from.id) ? to : from;
    pane.item(
      [
        {text: claimName(from, store), role: 'text'},
        {text: ` ${RELATIONS[link.type]} `, role: 'muted'},
        {text: claimName(to, store), role: 'text'},
        {text: ` (${who})`, role: by === undefined ? 'inferred' : 'muted'},
        {text: link.reason === undefined ? '' : `: ${link.reason}`, role: 'muted'},
      ],
      {target: {pane: 'claim', subject: other.id}},
    );
  }
}

function claimName(claim: Claim, store: PaneInput['store']): string {
  return claim.said_by === null ? speakerName(claim, store) : actorName(claim.said_by, store);
}
