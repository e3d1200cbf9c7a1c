import type {Source} from '../core/events/chronology.js';
import type {PaneInput} from './pane.js';
import {dateWords} from './when-lines.js';

/** @returns when a source was published, and whether an editor inferred it; undefined when nobody knows. */
export function publishedWords(
  {date_published: date, date_basis: basis}: Source,
  input: PaneInput,
): string | undefined {
  if (date === undefined) return undefined;
  return `${dateWords({edtf: date}, input)}${basis === 'inferred' ? ' (inferred)' : ''}`;
}
