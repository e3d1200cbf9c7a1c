/**
CAMEO root codes in plain nouns, and the four lanes their classes make.

Source: CAMEO Manual 1.1b3 (Schrodt 2012), chapter 2, for the roots; GDELT 1.0 Data Format Codebook
(2013) for `QuadClass`.
*/
import type {Side} from '../core/events/chronology.js';

/**
Lanes by quad class, 1 to 4; position 0 holds what has none. Cut to ten columns beside the timeline, the
names still differ.
*/
export const QUAD_LANES: readonly [Side, ...Side[]] = [
  {id: 'other', name: 'Other'},
  {id: 'verbal-cooperation', name: 'Coop. verbal'},
  {id: 'material-cooperation', name: 'Coop. material'},
  {id: 'verbal-conflict', name: 'Confl. verbal'},
  {id: 'material-conflict', name: 'Confl. material'},
];

/** The lanes in the order they are drawn. */
export const QUAD_SIDES: readonly Side[] = [...QUAD_LANES.slice(1), QUAD_LANES[0]];

const ROOTS: Readonly<Record<string, string>> = {
  '01': 'Statement',
  '02': 'Appeal',
  '03': 'Intent to cooperate',
  '04': 'Consultation',
  '05': 'Diplomacy',
  '06': 'Material cooperation',
  '07': 'Aid',
  '08': 'Yielding',
  '09': 'Investigation',
  '10': 'Demand',
  '11': 'Disapproval',
  '12': 'Rejection',
  '13': 'Threat',
  '14': 'Protest',
  '15': 'Show of force',
  '16': 'Reduced relations',
  '17': 'Coercion',
  '18': 'Assault',
  '19': 'Fighting',
  '20': 'Mass violence',
};

/** @returns a noun for the root of a CAMEO code, or undefined when the manual has no such root. */
export function cameoNoun(code: string): string | undefined {
  return ROOTS[code.slice(0, 2)];
}

/** @returns the quad class of a CAMEO code, 1 to 4; 0 when it has none. */
export function quadClassOf(code: string): number {
  const root = Number(code.slice(0, 2));
  if (ROOTS[code.slice(0, 2)] === undefined) return 0;
  if (root <= 5) return 1;
  if (root <= 8) return 2;
  return root <= 13 ? 3 : 4;
}

/** @returns true for what a CAMEO code looks like: two to four digits, kept as text. */
export function isCameoCode(text: string): boolean {
  return /^\d{2,4}$/.test(text);
}

/** @returns a title for what one party does toward another, either of them unnamed. */
export function titleOfAct(act: string, initiator: string, target: string, place: string): string {
  if (initiator !== '' && target !== '') return `${act}: ${initiator} toward ${target}`;
  if (initiator !== '') return `${act} by ${initiator}`;
  if (target !== '') return `${act} toward ${target}`;
  return place === '' ? act : `${act}, ${place}`;
}

const SMALL_WORDS = new Set(['OF', 'IN', 'TO', 'AL', 'EL', 'DE', 'LA', 'LE', 'DU', 'ST', 'AN']);

/** @returns a name in capitals as ordinary words: `UNITED STATES` as `United States`, `THE EU` as `The EU`. */
export function calmName(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name.replace(/\p{L}[\p{L}\p{M}']*/gu, (word) =>
    word.length === 2 && !SMALL_WORDS.has(word)
      ? word
      : word.slice(0, 1) + word.slice(1).toLowerCase(),
  );
}
