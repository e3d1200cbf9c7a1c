/** How the rows of the timeline are shared out, top to bottom. */
export type TimelineRows = {
  readonly hasHeading: boolean;
  /** First lane that is shown, and how many are. */
  readonly firstLane: number;
  /** Rows of each shown lane, 1 or more. */
  readonly laneRows: readonly number[];
  /** Whether the groups of each shown lane are taken apart. */
  readonly isApart: readonly boolean[];
  readonly hasLinks: boolean;
  /** Rows of the intensity, 0 for none. */
  readonly intensityRows: number;
};

/**
Share out rows: the axis, a row for each lane, the heading, the intensity, then more rows to the
lanes that would hide most; a row for links once no lane has to hide anything or has two rows; then
lanes whose groups can be taken apart in what is left, those that gain most first, and a taller
intensity.

@param height - all rows, 3 or more.
@param wanted - rows each lane could use, 1 or more.
@param apart - rows each lane could use with every event in a row of its own.
@param hiddenIn - how many events a lane hides in so many rows.
@param selectedLane - it is always among the shown ones.
@param intensity - the fewest rows it can do with, and the most it can use; 0 for none.
*/
export function timelineRows(
  height: number,
  wanted: readonly number[],
  apart: (lane: number) => number,
  hiddenIn: (lane: number, rows: number) => number,
  selectedLane: number,
  intensity: {readonly least: number; readonly most: number},
): TimelineRows {
  const room = Math.max(1, height - 1);
  const shown = Math.min(wanted.length, room);
  // Lanes that do not fit are turned over like pages, so that they stay in place while moving within one.
  const firstLane =
    shown === 0
      ? 0
      : Math.min(Math.floor(Math.max(0, selectedLane) / shown) * shown, wanted.length - shown);
  const lanes = wanted.slice(firstLane, firstLane + shown);
  let left = room - shown;
  const hasHeading = left > 0;
  if (hasHeading) left--;
  const intensityLeast = left >= intensity.least ? intensity.least : 0;
  left -= intensityLeast;
  const laneRows = lanes.map(() => 1);
  const known = new Map<string, number>();
  const hides = (i: number, rows: number): number => {
    const key = `${i} ${rows}`;
    // Of two that hide as many, the one that could use more rows.
    const hidden = known.get(key) ?? hiddenIn(firstLane + i, rows) + (lanes[i] ?? 1) / 1e6;
    known.set(key, hidden);
    return hidden;
  };
  const grow = (most: number): void => {
    const canGrow = (rows: number, i: number): boolean => rows < Math.min(most, lanes[i] ?? 1);
    while (left > 0 && laneRows.some(canGrow)) {
      const hidden = laneRows.map((rows, i) => (canGrow(rows, i) ? hides(i, rows) : -1));
      const next = hidden.indexOf(Math.max(...hidden));
      laneRows[next] = (laneRows[next] ?? 1) + 1;
      left--;
    }
  };
  grow(2);
  const hasLinks = left > 0;
  if (hasLinks) left--;
  grow(Infinity);
  const isApart = lanes.map(() => false);
  const costs = left === 0 ? [] : lanes.map((rows, i) => ({i, cost: apart(firstLane + i) - rows}));
  for (const {i, cost} of costs.toSorted((a, b) => b.cost - a.cost)) {
    if (cost <= 0 || cost > left || (laneRows[i] ?? 0) < (lanes[i] ?? 0)) continue;
    laneRows[i] = (laneRows[i] ?? 1) + cost;
    isApart[i] = true;
    left -= cost;
  }
  const taller = intensityLeast === 0 ? 0 : Math.min(left, intensity.most - intensityLeast);
  return {
    hasHeading,
    firstLane,
    laneRows,
    isApart,
    hasLinks,
    intensityRows: intensityLeast + taller,
  };
}
