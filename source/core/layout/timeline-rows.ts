/** How the rows of the timeline are shared out, top to bottom. */
export type TimelineRows = {
  readonly hasHeading: boolean;
  /** First lane that is shown, and how many are. */
  readonly firstLane: number;
  /** Rows of each shown lane, 1 or more. */
  readonly laneRows: readonly number[];
  readonly hasLinks: boolean;
  /** Rows of the intensity, 0 for none. */
  readonly intensityRows: number;
};

/**
Share out rows: the axis, a row for each lane, the heading, the intensity, then more rows where a
lane has more than it can show, a row for links, and the rest again to the lanes.

@param height - all rows, 3 or more.
@param wanted - rows each lane could use.
@param selectedLane - it is always among the shown ones.
@param intensityRows - rows the intensity asks for, 0 for none.
*/
export function timelineRows(
  height: number,
  wanted: readonly number[],
  selectedLane: number,
  intensityRows: number,
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
  const intensity = Math.min(left, intensityRows);
  left -= intensity;
  const laneRows = lanes.map(() => 1);
  left = grow(laneRows, lanes, 2, left);
  const hasLinks = left > 0;
  if (hasLinks) left--;
  grow(laneRows, lanes, Infinity, left);
  return {hasHeading, firstLane, laneRows, hasLinks, intensityRows: intensity};
}

/** Give a row at a time to each lane that can use one; returns what is left. */
function grow(rows: number[], wanted: readonly number[], most: number, left: number): number {
  let spare = left;
  for (let target = 2; target <= most && spare > 0; target++) {
    if (wanted.every((want) => want < target)) break;
    for (const [i, want] of wanted.entries()) {
      if (spare === 0 || want < target) continue;
      rows[i] = target;
      spare--;
    }
  }
  return spare;
}
