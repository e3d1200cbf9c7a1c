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

/** What a screen is divided for. */
type LayoutOptions = {
  /** Lanes of the chronology; each gets at least a row where there is room. */
  readonly laneCount: number;
  /** Which of sequence and detail shows when there is room for only one. */
  readonly focus: 'sequence' | 'detail';
  /** Lines at the bottom, 1 by default; a tour needs more for its words. */
  readonly statusRows?: number;
  /** Whether the focused one has the room of the other and of the timeline. */
  readonly isEnlarged?: boolean;
};

/** A title of 36 columns, as long as they should be, with the signs and the measured time beside it. */
const MOST_LIST_COLUMNS = 56;

/** The smallest screen on which anything can be read. */
export const SMALLEST: Size = {columns: 40, rows: 10};

/**
Divide the screen. More room makes every part larger; it never changes where things are. An enlarged
part has all of it but the title, its heading and the status.
*/
export function layoutScreen(
  size: Size,
  {laneCount, focus, statusRows = 1, isEnlarged = false}: LayoutOptions,
): ScreenLayout {
  const {columns, rows} = size;
  const timelineRows = isEnlarged ? 0 : timelineHeight(rows, laneCount);
  const bodyTop = 1 + timelineRows + 1;
  const bodyRows = Math.max(0, rows - bodyTop - statusRows);
  const isSingle = isEnlarged || columns < 64;
  const sequenceColumns = isSingle
    ? columns
    : Math.min(MOST_LIST_COLUMNS, Math.floor(columns * 0.46));
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
  const wanted = 2 + Math.max(1, laneCount) * 5;
  const share = rows <= 12 ? 3 : Math.max(4, Math.floor(rows * 0.36));
  return Math.max(3, Math.min(wanted, share));
}
