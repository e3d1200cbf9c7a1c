/** Cells of a table as values: text, numbers and ids, each with the doubts a file may raise. */
import {makeInert} from '../core/events/inert-text.js';

/** Longest cell that is kept, in characters; a row with a longer one is refused. */
export const LONGEST_CELL = 1_000_000;

const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '\\n', '#n/a']);
const LONGEST_MISSING = 4;

/** @returns the raw cell of a column; undefined when the table lacks the column (-1) or the row the cell. */
export function cellAt(cells: readonly string[], position: number): string | undefined {
  return position < 0 ? undefined : cells[position];
}

/**
A cell as one line of inert text.

@param cell - the raw cell, or undefined when the row or the table lacks it.
@returns the text without blanks around it, line breaks made single blanks; empty for the ways
  files write "nothing" (`NA`, `NULL`, `NaN`, `\N`).
*/
export function cellText(cell: string | undefined): string {
  if (cell === undefined || cell === '') return '';
  return isPlain(cell) ? cell : readText(cell);
}

/** Most cells stand for themselves: ASCII, no blank at an end, no way to write nothing. */
function isPlain(cell: string): boolean {
  const last = cell.length - 1;
  if (cell.charCodeAt(0) === 32 || cell.charCodeAt(last) === 32) return false;
  for (let at = 0; at <= last; at += 1) {
    const code = cell.charCodeAt(at);
    if (code < 32 || code > 126) return false;
  }
  return last >= LONGEST_MISSING || !MISSING.has(cell.toLowerCase());
}

function readText(cell: string): string {
  const trimmed = cell.trim();
  if (trimmed.length <= LONGEST_MISSING && MISSING.has(trimmed.toLowerCase())) return '';
  return makeInert(/[\r\n\t]/.test(trimmed) ? trimmed.replace(/\s*[\r\n\t]+\s*/g, ' ') : trimmed);
}

/** @returns the text cut to a number of characters, with an ellipsis when it was cut. */
export function cutText(text: string, characters: number): string {
  return text.length <= characters
    ? text
    : `${text.slice(0, characters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** @returns a cell as it may be shown in a message: quoted, inert, at most 40 characters. */
export function quoteCell(cell: string | undefined): string {
  return `"${cutText(makeInert((cell ?? '').slice(0, 200).replace(/\s+/g, ' ').trim()), 40)}"`;
}

/**
A number as files write it, with a decimal point or a decimal comma.

@returns the number, or undefined when the cell holds anything else.
*/
export function cellNumber(cell: string | undefined): number | undefined {
  const text = (cell ?? '').trim();
  if (!/^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d{1,3})?$/i.test(text)) return undefined;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/**
@returns a count (0, 1, 2…, also written `3.0` or `3,0`), or undefined when the cell holds anything else;
so does `1,000`, which may be one or a thousand (see `count-reader.ts`).
*/
export function cellCount(cell: string | undefined): number | undefined {
  const text = (cell ?? '').trim();
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return undefined;
  const value = cellNumber(text);
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** @returns the parts of a semicolon list, inert, without the empty ones, each once. */
export function cellList(cell: string | undefined): readonly string[] {
  const whole = (cell ?? '').trim();
  if (whole === '') return [];
  return [
    ...new Set(
      whole
        .split(';')
        .map((part) => cellText(part))
        .filter((part) => part !== ''),
    ),
  ];
}

/**
An id made from a name alone, so that one row gives the same id as all rows together.

A name that its id spells out in full gets the plain form (`actor-police-forces`); any other gets
a short hash of the whole name besides, so that two names never share an id.

@param prefix - what it names: `actor`, `place`, `source`.
@param name - the name; upper and lower case count as the same.
@param also - what tells namesakes apart (the division and coordinates of a place).
*/
export function idFromName(prefix: string, name: string, also = ''): string {
  // Most are ids in the file already, one for each of its rows.
  if (also === '' && /^[a-z0-9]{1,48}$/i.test(name)) return `${prefix}-${name.toLowerCase()}`;
  const isAscii = /^[ -~]*$/.test(name);
  const folded = (isAscii ? name : name.normalize('NFC')).toLowerCase();
  const letters = isAscii ? folded : folded.normalize('NFKD').replace(/\p{M}+/gu, '');
  const slug = letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const short = slug.slice(0, 48).replace(/-$/, '');
  const isWhole = also === '' && short !== '' && folded.replaceAll(' ', '-') === short;
  if (isWhole) return `${prefix}-${short}`;
  const hash = hashText(`${folded}\u0000${also}`);
  return short === '' ? `${prefix}-${hash}` : `${prefix}-${short}-${hash}`;
}

/** Letters of a title that an id made of it has. */
const TITLE_LETTERS = 32;

/**
An id for a row without one of its own, from what a reader would know it by, so that it stays the same
wherever the row stands: `2024-01-24-strikes-in-iraq`, `2024-01-24t0915-logon`. Rows with the same date and title
get the same.

@param edtf - of an interval the beginning counts.
*/
export function rowId(edtf: string, title: string): string {
  const [start = ''] = edtf.split('/', 1);
  const date = start.replace(
    /T(\d\d):(\d\d):(\d\d).*$/,
    (_, hours: string, minutes: string, seconds: string) =>
      `t${hours}${minutes}${seconds === '00' ? '' : seconds}`,
  );
  const name = slugOf(title, TITLE_LETTERS);
  return slugOf(`${date}-${name === '' && title !== '' ? hashText(title) : name}`, 100);
}

/** @returns letters and digits of a text in ASCII, joined by hyphens, cut where a word ends if one does. */
function slugOf(text: string, longest: number): string {
  const some = text.slice(0, longest * 3);
  const letters = /^[ -~]*$/.test(some) ? some : some.normalize('NFKD').replace(/\p{M}+/gu, '');
  const lower = letters.toLowerCase();
  let slug = '';
  let isApart = false;
  // One pass, because every row without an id of its own comes here.
  for (let at = 0; at < lower.length && slug.length <= longest; at += 1) {
    const letter = lower[at] ?? '';
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
      slug += isApart && slug !== '' ? `-${letter}` : letter;
      isApart = false;
    } else if (letter !== "'" && letter !== '\u2019') isApart = true;
  }
  if (slug.length <= longest) return slug;
  const end = slug.lastIndexOf('-');
  return end > longest / 2 ? slug.slice(0, end) : slug.slice(0, longest);
}

/** @returns what the rows of one event share: its id as `idFromName` compares ids; undefined for none. */
export function rowKey(id: string): string | undefined {
  return id === '' ? undefined : id.normalize('NFC').toLowerCase();
}

/** Source: FNV-1a, 32 bits, over UTF-16 units (Fowler, Noll, Vo), twice with different seeds. */
function hashText(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ (unit + index), 0x85ebca6b);
  }
  return (first >>> 0).toString(36) + ((second >>> 0) % 1296).toString(36).padStart(2, '0');
}

/** @returns a column name as compared: lower case, words joined by `_`, no blanks or quotes around. */
export function foldColumn(name: string): string {
  return name
    .slice(0, 200)
    .trim()
    .replace(/([a-z])([A-Z])(?=[a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s.\-_/]+/g, '_')
    .replace(/^["'_]+|["'_]+$/g, '');
}
