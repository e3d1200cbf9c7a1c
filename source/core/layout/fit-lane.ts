import {isWideItem, type LaneItem} from './lane-items.js';

/** Columns of a window, `[from, to)`; infinite for the whole lane. */
export type ColumnWindow = {readonly from: number; readonly to: number};

/** An item with the row it is drawn in. */
export type PlacedItem = {readonly item: LaneItem; readonly row: number};

export type FittedLane = {
  /** In the order of drawing: bars come before the points that stand on them. */
  readonly placed: readonly PlacedItem[];
  /** Items there is no room for. */
  readonly hidden: readonly LaneItem[];
};

/** Columns kept beside the glyphs of a group, for the brackets of the selected and of linked ones. */
const BRACKET_COLUMNS = 6;
/** More points than this are counted and not drawn one by one. */
export const MOST_GLYPHS = 9;

/**
Choose what is drawn in how many rows. Items keep the row they were laid out in; those laid out
beyond the last row share it: bars side by side, points on bars or beside other points as long as no
glyph covers another sign. The selected event always has its place.

@param rows - 1 or more.
@param selected - position of the selected event, -1 for none.
*/
export function fitLane(
  items: readonly LaneItem[],
  rows: number,
  window: ColumnWindow,
  selected: number,
): FittedLane {
  const rank = (item: LaneItem): number => {
    if (item.events.some((event) => event.index === selected)) return -1;
    return (item.kind === 'points' ? 0 : 1e6) + item.row;
  };
  const placed: PlacedItem[] = [];
  const hidden: LaneItem[] = [];
  const visible = items.filter((item) => item.to > window.from && item.from < window.to);
  // In a row of its own nothing collides, unless the edge of the window moved its glyphs.
  const isShared = items.some((item) => item.row >= rows);
  for (const item of visible.toSorted((a, b) => rank(a) - rank(b))) {
    const row = Math.min(item.row, rows - 1);
    const mustLook = (isShared && row === rows - 1) || isMoved(item, window);
    const isTaken =
      mustLook && placed.some((other) => other.row === row && collide(item, other.item, window));
    if (isTaken) hidden.push(item);
    else placed.push({item, row});
  }
  placed.sort((a, b) => Number(a.item.kind === 'points') - Number(b.item.kind === 'points'));
  return {placed, hidden};
}

/**
@returns the columns of an item that its glyphs, their count and their brackets may take; none for a
bar. The glyphs of a wide range stand in its middle, or as near to it as the window lets them.
*/
export function glyphColumns(item: LaneItem, window: ColumnWindow): ColumnWindow {
  if (item.kind === 'bar') return {from: item.from, to: item.from};
  if (!isWideItem(item)) {
    const length = item.drawnTo - item.from;
    const start = Math.max(window.from, Math.min(window.to - length, item.from));
    return {from: start, to: start + length};
  }
  const [left, right] = [Math.max(window.from, item.from), Math.min(window.to, item.to)];
  const count = item.events.length;
  const room = right - left - 2;
  const roomy = count + BRACKET_COLUMNS <= room * 0.6 ? count + BRACKET_COLUMNS : 0;
  const wanted = count === 1 ? 3 : count <= MOST_GLYPHS ? roomy : 0;
  const counted = count === 1 ? 1 : 1 + String(count).length;
  const length = [wanted, count <= MOST_GLYPHS ? count + 2 : 0, counted + 2].find(
    (columns) => columns > 0 && columns <= room,
  );
  const columns = Math.min(length ?? counted, Math.max(1, right - left));
  const [low, high] = length === undefined ? [left, right] : [left + 1, right - 1];
  const middle = Number.isFinite(item.to - item.from) ? (item.from + item.to - columns) / 2 : low;
  const from = Math.max(low, Math.min(high - columns, Math.round(middle)));
  return Number.isFinite(from) ? {from, to: from + columns} : {from: 0, to: 0};
}

function isMoved(item: LaneItem, window: ColumnWindow): boolean {
  return item.kind === 'points' && (item.from < window.from || item.drawnTo > window.to);
}

function collide(a: LaneItem, b: LaneItem, window: ColumnWindow): boolean {
  if (a.kind === 'bar' && b.kind === 'bar') return a.from <= b.drawnTo && b.from <= a.drawnTo;
  const [first, second] = [glyphColumns(a, window), glyphColumns(b, window)];
  const arePoints = a.kind === 'points' && b.kind === 'points';
  // A free column between them holds the bracket of either.
  if (arePoints && first.from <= second.to && second.from <= first.to) return true;
  return coversMark(first, b) || coversMark(second, a) || isConfused(a, b);
}

/** True when glyphs would stand on an end whose sign says that it is not certain, or on the end of a range. */
function coversMark(glyphs: ColumnWindow, item: LaneItem): boolean {
  if (glyphs.from >= glyphs.to || (item.kind === 'points' && !isWideItem(item))) return false;
  const when = item.events[0]?.when;
  const isSoft = (quality: string | undefined): boolean =>
    item.kind === 'points' || quality !== 'certain';
  const isOn = (column: number): boolean => column >= glyphs.from && column < glyphs.to;
  return (
    (isOn(item.from) && isSoft(when?.startQuality)) ||
    (isOn(item.to - 1) && isSoft(when?.endQuality))
  );
}

/** Ends of different signs must not fall on one column. */
function isConfused(a: LaneItem, b: LaneItem): boolean {
  const [first, second] = [endsOf(a), endsOf(b)];
  return first.some((end) =>
    second.some((other) => end.column === other.column && end.sign !== other.sign),
  );
}

function endsOf(item: LaneItem): readonly {readonly column: number; readonly sign: string}[] {
  const when = item.events[0]?.when;
  if (!when || (item.kind === 'points' && !isWideItem(item))) return [];
  return [
    {column: item.from, sign: `start ${when.startQuality}`},
    {column: item.to - 1, sign: `end ${when.endQuality}`},
  ];
}
