/**
Pack intervals into the fewest rows so that none overlap.

@param intervals - `[start, end)` in columns, sorted by start; n items; may be infinite.
@param gap - empty columns between neighbours in a row, 0 or more.
@param most - rows there are; what fits in none of them goes to the last.
@returns n row numbers from 0, in input order; each is the lowest row that was free.
@throws RangeError when the input is not sorted (a bug in the caller).
Source: greedy interval partitioning, Kleinberg & Tardos 2005, §4.1.
*/
export function packRows(
  intervals: readonly {readonly start: number; readonly end: number}[],
  gap: number,
  most = Infinity,
): readonly number[] {
  const ends: number[] = [];
  let last = -Infinity;
  return intervals.map(({start, end}) => {
    if (start < last) throw new RangeError('intervals are not sorted by start');
    last = start;
    const free = ends.findIndex((taken) => taken + gap <= start);
    const row = free >= 0 ? free : Math.min(ends.length, most - 1);
    ends[row] = Math.max(end, ends[row] ?? end);
    return row;
  });
}
