/** Cells of an ACLED row as values, each with what of it would be lost. */
import type {Actor, ActorInRole, Quantity, Source, When} from '../core/events/chronology.js';
import type {CountCell} from './count-reader.js';
import {cellsKey, rememberCells} from './remember-cells.js';
import {cellList, cellNumber, cellText, idFromName, quoteCell} from './table-cells.js';
import {readTicks} from './cell-date.js';
import {readCellDate} from './table-date.js';

/** Actor types by the number older exports give. */
const INTER = [
  undefined,
  'State forces',
  'Rebel group',
  'Political militia',
  'Identity militia',
  'Rioters',
  'Protesters',
  'Civilians',
  'External/Other forces',
];

/** Told of everything that a cell holds and an event cannot. */
export type Lose = (field: string, what: string) => void;

/** @returns a date as ACLED codes it: what is known to the week has a day that a coder chose. */
export function whenOf(
  edtf: string,
  raw: string | undefined,
  precision: string | undefined,
  lose: Lose,
): When {
  const level = readPrecision(precision, 'time_precision', lose);
  const written = cellText(raw);
  const stated = written === edtf ? {} : {stated: written};
  if (level === 2) {
    return {
      edtf,
      ...stated,
      basis: 'inferred',
      reason: 'time_precision 2: known to the week; ACLED chose the day',
    };
  }
  return {edtf, ...stated, basis: 'stated'};
}

/** @returns the level from 1, exact, to 3; undefined for an empty cell and for anything else, which is lost. */
export function readPrecision(
  cell: string | undefined,
  field: string,
  lose: Lose,
): 1 | 2 | 3 | undefined {
  const text = cellText(cell);
  if (text === '') return undefined;
  const value = cellNumber(text);
  if (value === 1 || value === 2 || value === 3) return value;
  lose(field, `not 1, 2 or 3: ${quoteCell(text)}`);
  return undefined;
}

/** @returns the deaths, in words when they are no count; undefined for an empty cell. */
export function readFatalities(
  cell: string | undefined,
  countOf: (text: string) => CountCell,
  lose: Lose,
): Quantity | undefined {
  const text = cellText(cell);
  if (text === '') return undefined;
  const read = countOf(text);
  if ('count' in read) return {best: read.count, of: 'killed'};
  lose('fatalities', `${read.doubt}, kept as words: ${quoteCell(text)}`);
  return {stated: text, of: 'killed'};
}

/** When the row was entered or last changed, in seconds since 1970. */
export function readTimestamp(cell: string | undefined, lose: Lose): When | undefined {
  const text = cellText(cell);
  if (text === '') return undefined;
  const date = /^\d{9,}(\.\d+)?$/.test(text) ? readTicks(text) : readCellDate(text);
  if (date) {
    return {edtf: date.edtf, stated: text, basis: 'stated'};
  }
  lose('timestamp', `not a time: ${quoteCell(text)}`);
  return undefined;
}

/** The cells of actor 1 or 2, raw. */
export type ActorCells = {
  readonly number: number;
  readonly names: string | undefined;
  readonly inter: string | undefined;
  readonly associated: string | undefined;
};

/** @returns the actors of a row with their roles, those of actor 1 first. */
export function readActors(groups: readonly ActorCells[]): {
  readonly actors: readonly Actor[];
  readonly roles: readonly ActorInRole[];
} {
  const made = groups.map(readGroup);
  return {
    actors: made.flatMap((one) => one.actors),
    roles: made.flatMap((one) => one.roles),
  };
}

type ActorsOfGroup = {readonly actors: readonly Actor[]; readonly roles: readonly ActorInRole[]};

const knownGroup = rememberCells<ActorsOfGroup>();

/** @returns an actor, and those who are associated with it. */
export function readGroup(group: ActorCells): ActorsOfGroup {
  const {number, names = '', inter = '', associated = ''} = group;
  return knownGroup(cellsKey([number, names, inter, associated]), () => {
    const actors: Actor[] = [];
    const roles: ActorInRole[] = [];
    const name = cellText(group.names);
    if (name !== '') {
      const kind = readInter(group.inter);
      const id = idFromName('actor', name);
      actors.push({id, name, ...(kind === '' ? {} : {kind})});
      roles.push({actor: id, role: `actor ${group.number}`});
    }
    for (const associate of cellList(group.associated)) {
      const id = idFromName('actor', associate);
      actors.push({id, name: associate});
      roles.push({actor: id, role: `associated with actor ${group.number}`});
    }
    return {actors, roles};
  });
}

const knownSources = rememberCells<readonly Source[]>();

/** @returns the sources that a cell lists. */
export function readSources(cell: string | undefined): readonly Source[] {
  return knownSources(cell ?? '', () =>
    cellList(cell).map((name) => ({
      id: idFromName('source', name),
      headline: name,
      publisher: name,
    })),
  );
}

function readInter(cell: string | undefined): string {
  const text = cellText(cell);
  const number = cellNumber(text);
  if (number === undefined) return text;
  return INTER[number] ?? (number === 0 ? '' : `type ${text}`);
}
