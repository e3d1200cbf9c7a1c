import {foldText} from '../query/fold-text.js';
import type {Source} from './chronology.js';

/**
@returns whether two sources of one id are one: by the digests of their paragraphs where both have
them, by their address, else by headline, publisher and date. The paragraphs of another text are others.
*/
export function isSameSource(a: Source, b: Source): boolean {
  if (a.paragraphs !== undefined && b.paragraphs !== undefined) {
    return a.paragraphs.join() === b.paragraphs.join();
  }
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

function isAlike(a: string, b: string): boolean {
  return foldText(a) === foldText(b);
}
