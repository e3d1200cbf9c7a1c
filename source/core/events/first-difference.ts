/** How far words may have moved by letters added or left out before the place looked at. */
const MOST_SHIFT = 16;
/** What a letter of moving costs beside a letter that is wrong: it is the likelier of the two. */
const SHIFT_COST = 0.5;
/** Fewer letters in common than this are chance, not the same words. */
const FEWEST_SHARED = 8;

/**
Find where words begin to differ from the place in a text where they nearly stand.

The place is known by the longest beginning or the longest end of the words that the text has,
whichever is longer; an end also tells where the beginning should be.

@param words - that the text does not contain as they are.
@param text - what they are looked for in.
@returns the position of the first difference in the words and in the text, from 0, in UTF-16
units; undefined when the text has nothing that resembles the words.
*/
export function firstDifference(
  words: string,
  text: string,
): {readonly at: number; readonly textAt: number} | undefined {
  const shared = longestShared(words.length, (length) => text.includes(words.slice(0, length)));
  const sharedEnd = longestShared(words.length, (length) =>
    text.includes(words.slice(words.length - length)),
  );
  if (Math.max(shared, sharedEnd) < Math.min(FEWEST_SHARED, Math.ceil(words.length / 2))) {
    return undefined;
  }
  if (shared >= sharedEnd) {
    return {at: shared, textAt: text.indexOf(words.slice(0, shared)) + shared};
  }
  const unshared = words.length - sharedEnd;
  const start = text.indexOf(words.slice(unshared)) - unshared;
  let fewest = Infinity;
  let best = 0;
  for (let distance = 0; distance <= MOST_SHIFT; distance++) {
    for (const shift of [distance, -distance]) {
      const unlike = distance * SHIFT_COST + mismatches(words, unshared, text, start + shift);
      if (start + shift >= 0 && unlike < fewest) {
        fewest = unlike;
        best = start + shift;
      }
    }
  }
  let at = 0;
  while (at < unshared && words[at] === text[best + at]) at++;
  return {at, textAt: best + at};
}

/** @returns the greatest length for which a test holds that holds for every shorter one too. */
function longestShared(most: number, holds: (length: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** @returns how many of the first letters of the words are not those of the text from a position on. */
function mismatches(words: string, length: number, text: string, from: number): number {
  let count = 0;
  for (let index = 0; index < length; index++) {
    if (words[index] !== text[from + index]) count++;
  }
  return count;
}
