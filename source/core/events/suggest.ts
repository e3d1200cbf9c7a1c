/** Longer words are not compared: a typing slip in one is not what went wrong. */
const LONGEST = 80;

/**
Guess which of the known words was meant.

Case and the difference between `-`, `_`, `.` and spaces count for nothing, so `Al Qaim` finds
`al-qaim`. Up to one slip in three characters is forgiven (an insertion, a deletion, a
substitution or two neighbours swapped); failing that, the only known word that begins with the
given one (three characters or more) is taken.

@param word - what was written.
@param known - the words it could have been; n words.
@returns the nearest known word, the first of equally near ones; undefined when none is near.
Source: optimal string alignment distance, Boytsov 2011, section 2.2.
*/
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const wanted = plain(word);
  if (wanted === '' || wanted.length > LONGEST) {
    return undefined;
  }
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  const beginning: string[] = [];
  for (const candidate of known) {
    const other = plain(candidate);
    if (wanted.length >= 3 && other.startsWith(wanted)) {
      beginning.push(candidate);
    }
    const distance = slips(wanted, other, bestDistance);
    if (distance < bestDistance && distance < other.length) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? (beginning.length === 1 ? beginning[0] : undefined);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_.-]+/gu, '-');
}

/** @returns the number of slips between two words, or `limit` when there are that many or more. */
function slips(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) {
    return limit;
  }
  let beforeLast: number[] = [];
  let last = Array.from({length: other.length + 1}, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2]) {
        cost =
          one[row - 2] === other[column - 1]
            ? Math.min(cost, at(beforeLast, column - 2) + 1)
            : cost;
      }
      current.push(cost);
    }
    if (Math.min(...current) >= limit) {
      return limit;
    }
    beforeLast = last;
    last = current;
  }
  return Math.min(limit, at(last, other.length));
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}
