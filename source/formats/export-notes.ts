/** The notes of a text to be read: every source told once, and a note for each paragraph cited. */
import type {Citation} from '../core/events/chronology.js';
import {type ExportIndex, paragraphWords, sourceWords} from './export-words.js';
import {toSafeUrl} from './html-to-text.js';

/** A source, once, however often it is cited; `number` from 1 in the order of first mention. */
export type OutlineSource = {
  readonly number: number;
  readonly text: string;
  readonly url: string | undefined;
};

/** A paragraph of a source, once; `number` from 1 in the order of first mention. */
export type OutlineNote = {
  readonly number: number;
  /** Number of the source. */
  readonly source: number;
  /** Where in the source: `¶4`; empty for the whole. */
  readonly place: string;
  /** Words cited from it that no quotation of the text shows. */
  readonly exact: readonly string[];
};

/** @returns the number of the note of each citation, each once; `shown` are words quoted in the text. */
export type Cite = (citations: readonly Citation[], shown?: string) => number[];

/** @returns where a note points: `¶4`, or with several sources `source 2, ¶4`. */
export function placeWords(source: number, place: string, isOneOfMany: boolean): string {
  if (place === '') return `Source ${source}`;
  return isOneOfMany ? `Source ${source}, ${place}` : place;
}

/** @returns what numbers sources and their paragraphs as they are first cited, and what it numbered. */
export function startNotes(index: ExportIndex): {
  readonly cite: Cite;
  readonly sources: ReadonlyMap<string, OutlineSource>;
  readonly notes: ReadonlyMap<string, OutlineNote>;
} {
  const sources = new Map<string, OutlineSource>();
  const notes = new Map<string, OutlineNote & {readonly exact: string[]}>();
  const numberOfSource = (id: string): number => {
    const known = sources.get(id);
    if (known !== undefined) return known.number;
    const url = toSafeUrl(index.sources.get(id)?.url ?? '');
    const number = sources.size + 1;
    sources.set(id, {number, text: sourceWords(id, index), url});
    return number;
  };
  const noteOf = (citation: Citation, shown: string | undefined): number => {
    const {source, paragraph, exact} = citation;
    const key = JSON.stringify([source, paragraph]);
    const note = notes.get(key) ?? {
      number: notes.size + 1,
      source: numberOfSource(source),
      place: paragraphWords(citation, index),
      exact: [],
    };
    notes.set(key, note);
    const isShown = exact === undefined || exact === shown || note.exact.includes(exact);
    if (!isShown) note.exact.push(exact);
    return note.number;
  };
  const cite: Cite = (citations, shown) => [
    ...new Set(citations.map((citation) => noteOf(citation, shown))),
  ];
  return {cite, sources, notes};
}
