/** A screen, in cells. */
export type Size = {readonly columns: number; readonly rows: number};

/** A part of the screen, in cells from the top left. */
export type Region = {
  readonly top: number;
  readonly left: number;
  readonly columns: number;
  readonly rows: number;
};

export type ScreenLayout = {
  /** False when the screen is too small for anything but saying so. */
  readonly fits: boolean;
  readonly title: Region;
  readonly timeline: Region;
  /** The line of headings between the timeline and the body. */
  readonly heading: Region;
  readonly sequence: Region;
  /** Zero columns when the sequence has the whole width. */
  readonly detail: Region;
  readonly status: Region;
  /** True when sequence and detail share the same place and only the focused one shows. */
  readonly isSingle: boolean;
};

/** The smallest screen on which anything can be read. */
export const SMALLEST: Size = {columns: 40, rows: 10};

/**
Divide the screen. More room makes every part larger; it never changes where things are.

@param laneCount - lanes of the chronology; each gets at least a row where there is room.
@param statusRows - lines at the bottom; a tour needs more than one for its words.
@param focus - which of sequence and detail shows when there is room for only one.
*/
export function layoutScreen(
  size: Size,
  laneCount: number,
  focus: 'sequence' | 'detail',
  statusRows = 1,
): ScreenLayout {
  const {columns, rows} = size;
  const timelineRows = timelineHeight(rows, laneCount);
  const bodyTop = 1 + timelineRows + 1;
  const bodyRows = Math.max(0, rows - bodyTop - statusRows);
  const isSingle = columns < 64;
  const sequenceColumns = isSingle ? columns : Math.min(72, Math.floor(columns * 0.46));
  const body = {top: bodyTop, rows: bodyRows};
  return {
    fits: columns >= SMALLEST.columns && rows >= SMALLEST.rows,
    title: {top: 0, left: 0, columns, rows: 1},
    timeline: {top: 1, left: 0, columns, rows: timelineRows},
    heading: {top: bodyTop - 1, left: 0, columns, rows: 1},
    sequence: {...body, left: 0, columns: isSingle && focus === 'detail' ? 0 : sequenceColumns},
    detail: isSingle
      ? {...body, left: 0, columns: focus === 'detail' ? columns : 0}
      : {...body, left: sequenceColumns + 1, columns: columns - sequenceColumns - 1},
    status: {top: rows - statusRows, left: 0, columns, rows: statusRows},
    isSingle,
  };
}

/** A third of the screen, and not more than the lanes can use. */
function timelineHeight(rows: number, laneCount: number): number {
  const wanted = 2 + Math.max(1, laneCount) * 4;
  const share = rows <= 12 ? 3 : Math.max(4, Math.floor(rows * 0.36));
  return Math.max(3, Math.min(wanted, share));
}
