import type {Source} from './chronology.js';

/**
Split a reader's copy of a report into paragraphs.

A copy is either one paragraph a line, or blocks of lines with blank lines between them (wrapped
text). Which of the two is told by the digests: the reading that finds more of the source's
paragraphs is taken; without digests, blocks when a block has more than one line.

@param text - the copy; a byte-order mark, CRLF or CR line ends and spaces around a line are ignored.
@param digests - SHA-256 (hex) of each paragraph of the source, or none.
@param sha256Hex - the digest of a text in UTF-8.
@returns the paragraphs that are not empty, trimmed, with their digests; title lines are among them.
*/
export function copyParagraphs(
  text: string,
  digests: Source['paragraphs'],
  sha256Hex: (text: string) => string,
): readonly CopyParagraph[] {
  const lines = text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim());
  const blocks = blocksOf(lines);
  const digested = (texts: readonly string[]): readonly CopyParagraph[] =>
    texts.filter((item) => item !== '').map((item) => ({text: item, digest: sha256Hex(item)}));
  const byLine = digested(lines);
  if (blocks.length < 2 || !blocks.some((block) => block.length > 1)) return byLine;
  const byBlock = digested(blocks.map((block) => block.join(' ')));
  if (digests === undefined) return byBlock;
  const wanted = new Set(digests);
  const found = (paragraphs: readonly CopyParagraph[]): number =>
    paragraphs.filter((paragraph) => wanted.has(paragraph.digest)).length;
  return found(byBlock) > found(byLine) ? byBlock : byLine;
}

/** @returns the lines that stand together, without the blank ones between, before and after them. */
function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

/** A paragraph of a copy: its text, trimmed, and the SHA-256 (hex) of that. */
export type CopyParagraph = {readonly text: string; readonly digest: string};

/**
Find each paragraph of a source in a copy of it.

A paragraph is known by its digest wherever it stands, so that a title or a line more or less shifts
nothing. One whose digest is not there is looked for between its neighbours, as far from the one
before it as it is in the source: that is where a changed paragraph stands.

@param digests - of the source's paragraphs, in order; n of them.
@param copy - what `copyParagraphs` returned.
@returns for each of the n: the text that stands there and whether its digest is the source's;
undefined where there is nothing left in the copy that it could be.
*/
export function matchParagraphs(
  digests: readonly string[],
  copy: readonly CopyParagraph[],
): readonly (MatchedParagraph | undefined)[] {
  const places = new Map(copy.map((paragraph, index) => [paragraph.digest, index]));
  const known = digests.map((digest) => places.get(digest));
  const taken = new Set(known);
  // A copy that begins with a changed paragraph: count back from the first one that is known.
  const first = known.findIndex((index) => index !== undefined);
  let shift = (known[first] ?? 0) - Math.max(0, first);
  return known.map((index, paragraph) => {
    if (index !== undefined) {
      shift = index - paragraph;
      return {text: copy[index]?.text ?? '', isSame: true};
    }
    const guess = copy[paragraph + shift];
    return guess === undefined || taken.has(paragraph + shift)
      ? undefined
      : {text: guess.text, isSame: false};
  });
}

/** What stands in a copy where a paragraph of the source should be. */
export type MatchedParagraph = {readonly text: string; readonly isSame: boolean};
