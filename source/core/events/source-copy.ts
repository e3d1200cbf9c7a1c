import type {Problem} from './chronology.js';
import type {MatchedParagraph} from './copy-paragraphs.js';
import type {CitationFailure} from './verify-citations.js';

/** A reader's own copy of a source, held against what is cited from it. */
export type SourceCopy = {
  /** As the reader named it. */
  readonly path: string;
  /** By number from 1 on: what stands there; undefined where nothing in the copy could be it. */
  readonly paragraphs: readonly (MatchedParagraph | undefined)[];
  /** Citations that the copy does not bear out, in the order of the file. */
  readonly failures: readonly CitationFailure[];
  /** Citations that could be checked. */
  readonly total: number;
};

/** @returns what a copy does not bear out, for the list of problems: each thing once, however often it is cited. */
export function copyProblems({path, failures}: SourceCopy): readonly Problem[] {
  const seen = new Map<string, number>();
  for (const failure of failures) {
    const words = failureWords(failure);
    seen.set(words, (seen.get(words) ?? 0) + 1);
  }
  return Array.from(seen, ([message, count]) => ({
    severity: 'warning',
    file: path,
    message,
    fix: `${count === 1 ? 'a claim rests' : `${count} claims rest`} on it`,
  }));
}

/** @returns what is wrong, with the paragraph it is about. */
export function failureWords({paragraph, what}: CitationFailure): string {
  return paragraph === undefined ? what : `paragraph ${paragraph}: ${what}`;
}
