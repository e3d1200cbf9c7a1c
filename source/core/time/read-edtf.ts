import {boundedMemo} from './bounded-memo.js';
import {parseEdtf} from './edtf.js';
import type {Edtf} from './edtf-value.js';

/** A list asks for the dates it shows again and again. */
const DATES_KEPT = 500;

/** @returns a date of a file, as `parseEdtf` reads it; undefined for what it refuses. */
export const readEdtf = boundedMemo(DATES_KEPT, (text: string): Edtf | undefined => {
  const result = parseEdtf(text);
  return result.ok ? result.value : undefined;
});
