import {foldText} from '../query/fold-text.js';
import type {Chronology, Source} from './chronology.js';

/** A source with the highest paragraph that its file cites, 0 for none. */
export type CitedSource = Source & {readonly lastParagraph: number};

/** @returns the sources of a file with the last paragraph cited of each. */
export function citedSources({sources, claims}: Chronology): readonly CitedSource[] {
  const last = new Map<string, number>();
  for (const {source, paragraph = 0} of claims.flatMap(({citations}) => citations)) {
    last.set(source, Math.max(paragraph, last.get(source) ?? 0));
  }
  return sources.map((source) => ({...source, lastParagraph: last.get(source.id) ?? 0}));
}

/**
@returns whether two sources of one id are one: by the digests of their paragraphs where both have
them, by their address, else by headline, publisher and date. Paragraphs of another text are others, and
where one file cites more of them than the other's text has, it is another.
*/
export function isSameSource(a: CitedSource, b: CitedSource): boolean {
  if (a.paragraphs !== undefined && b.paragraphs !== undefined) {
    return a.paragraphs.join() === b.paragraphs.join();
  }
  if (isBeyond(a, b) || isBeyond(b, a)) return false;
  if (a.url !== undefined && a.url === b.url) return true;
  const areDatesApart =
    a.date_published !== undefined &&
    b.date_published !== undefined &&
    a.date_published !== b.date_published;
  return (
    isAlike(a.headline, b.headline) &&
    isAlike(a.publisher ?? '', b.publisher ?? '') &&
    !areDatesApart
  );
}

/** @returns whether two sides, or two fields, of one id are one: a lane or question of another name is another. */
export function isSameName(a: {readonly name: string}, b: {readonly name: string}): boolean {
  return isAlike(a.name, b.name);
}

function isBeyond({lastParagraph}: CitedSource, {paragraphs}: CitedSource): boolean {
  return paragraphs !== undefined && lastParagraph > paragraphs.length;
}

function isAlike(a: string, b: string): boolean {
  return foldText(a) === foldText(b);
}
