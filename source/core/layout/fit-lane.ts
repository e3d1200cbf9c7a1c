import {isWideItem, type LaneItem} from './lane-items.js';

/** Columns of a window, `[from, to)`; whole numbers. */
export type ColumnWindow = {readonly from: number; readonly to: number};

/** How the glyphs of an item are written: one an event, or one with the count; `edge` is where more of it lies. */
export type GlyphPlace = ColumnWindow & {
  readonly isCounted: boolean;
  /** Its place lies outside the window, in this direction: it stands at the edge, with an arrow. */
  readonly edge: 'left' | 'right' | undefined;
};

/** An item with the row it is drawn in, and where its glyphs stand in it. */
export type PlacedItem = {
  readonly item: LaneItem;
  readonly row: number;
  readonly glyphs: GlyphPlace;
};

export type FittedLane = {
  /** In the order of drawing: bars come before the points that stand on them, the selected points last. */
  readonly placed: readonly PlacedItem[];
  /** Items there is no room for. */
  readonly hidden: readonly LaneItem[];
};

/** More points than this are counted and not drawn one by one. */
const MOST_GLYPHS = 9;

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
  const visible = items.filter((item) => item.to > window.from && item.from < window.to);
  const chosen = visible.find((item) => item.events.some((event) => event.index === selected));
  const rank = (item: LaneItem): number =>
    item === chosen ? -1 : (item.kind === 'points' ? 0 : 1e6) + item.row;
  const placed: PlacedItem[] = [];
  const hidden: LaneItem[] = [];
  // In a row of its own nothing collides, unless the edge of the window moved its glyphs.
  const isShared = items.some((item) => item.row >= rows);
  const claims = new Map<number, RowClaims>();
  for (const item of visible.toSorted((a, b) => rank(a) - rank(b))) {
    const row = Math.min(item.row, rows - 1);
    const forms = glyphPlaces(item, window);
    const mustLook = (isShared && row === rows - 1) || isMoved(item, forms[0], window);
    const own = claims.get(row) ?? claimRow(window);
    claims.set(row, own);
    const glyphs = mustLook ? forms.find((form) => own.fits(item, form)) : forms[0];
    if (glyphs === undefined) {
      hidden.push(item);
    } else {
      own.take(item, glyphs);
      placed.push({item, row, glyphs});
    }
  }
  const layer = (item: LaneItem): number => (item.kind === 'bar' ? 0 : item === chosen ? 2 : 1);
  placed.sort((a, b) => layer(a.item) - layer(b.item));
  return {placed, hidden};
}

/** Beyond so many columns a lane is not fitted to be counted. */
const MOST_FITTED_COLUMNS = 4096;

/**
@returns how many events of the whole lane would have no place in so many rows; at deep zooms, how
many are laid out beyond the rows. The same wherever the window is, so that rows stay while panning.
*/
export function countHidden(items: readonly LaneItem[], rows: number): number {
  const ends = items.flatMap((item) => [item.from, item.drawnTo]).filter(Number.isFinite);
  const window = {
    from: ends.reduce((a, b) => Math.min(a, b), 0),
    to: ends.reduce((a, b) => Math.max(a, b), 1),
  };
  const hidden =
    window.to - window.from > MOST_FITTED_COLUMNS
      ? items.filter((item) => item.row >= rows)
      : fitLane(items, rows, window, -1).hidden;
  return hidden.reduce((sum, item) => sum + item.events.length, 0);
}

type Forms = readonly [best: GlyphPlace, ...others: readonly GlyphPlace[]];

/**
@returns the columns that the glyphs of an item, their count and their brackets can take, the best
first; none for a bar.

The glyphs of a wide range stand in the middle of its time, which says of no moment in it that it is the one: with
a column between them, so that a bracket has its place and selecting one moves none, or counted. The
middle stays where it is while the window moves over it; outside the window they stand at the edge,
behind an arrow. Where there is no middle they stand at the end that is known.
*/
function glyphPlaces(item: LaneItem, window: ColumnWindow): Forms {
  if (item.kind === 'bar') return [placeFrom(item.from, 0, false)];
  const count = item.events.length;
  if (!isWideItem(item)) {
    const length = item.drawnTo - item.from;
    const start = Math.max(window.from, Math.min(window.to - length, item.from));
    return [placeFrom(start, length, count > 1)];
  }
  const room = item.to - item.from - 2;
  const each = 2 * count + 1;
  const text = count === 1 ? 1 : 1 + String(count).length;
  const counted = text + 2 <= room ? text + 2 : text;
  const inMiddle = (length: number, isCounted: boolean): GlyphPlace =>
    placeFrom(middleOf(item, length, window), length, isCounted);
  const asCount = inMiddle(counted, true);
  const best = count > MOST_GLYPHS || each > room ? asCount : inMiddle(each, false);
  if (best.from >= window.from && best.to <= window.to) {
    return count > 1 && best !== asCount ? [best, asCount] : [best];
  }
  const [left, right] = [Math.max(window.from, item.from), Math.min(window.to, item.to)];
  const length = Math.min(1 + text + 2, right - left);
  return best.from < window.from
    ? [{from: left, to: left + length, isCounted: true, edge: 'left'}]
    : [{from: right - length, to: right, isCounted: true, edge: 'right'}];
}

function placeFrom(from: number, length: number, isCounted: boolean): GlyphPlace {
  return {from, to: from + length, isCounted, edge: undefined};
}

function middleOf({from, to, middle}: LaneItem, length: number, window: ColumnWindow): number {
  if (Number.isFinite(to - from)) {
    // Between the ends, also where the middle of the time lies next to one of them.
    return Math.max(from + 1, Math.min(to - 1 - length, Math.round(middle - length / 2)));
  }
  if (Number.isFinite(from)) return from + 1;
  return Number.isFinite(to) ? to - 1 - length : window.from + 1;
}

/** At the edge of the window glyphs stand where nothing was laid out for them. */
function isMoved(item: LaneItem, glyphs: GlyphPlace, window: ColumnWindow): boolean {
  if (item.kind === 'bar') return false;
  if (isWideItem(item)) return glyphs.edge !== undefined;
  return item.from < window.from || item.drawnTo > window.to;
}

/** What of a row is taken, cell by cell. */
type RowClaims = {
  readonly fits: (item: LaneItem, glyphs: ColumnWindow) => boolean;
  readonly take: (item: LaneItem, glyphs: ColumnWindow) => void;
};

/**
Bars keep an empty column to bars, and glyphs to glyphs: it holds the bracket of either. Glyphs may
stand on a bar, but not on an end that says it is not certain, nor on the ends of another's range.
Ends of different signs do not share a cell.
*/
function claimRow(window: ColumnWindow): RowClaims {
  const columns = window.to - window.from;
  const [bars, points, glyphs, soft, signs] = Array.from(
    {length: 5},
    () => new Uint8Array(columns + 1),
  ) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const clip = (column: number): number => Math.max(0, Math.min(columns + 1, column - window.from));
  const isTaken = (cells: Uint8Array, from: number, to: number): boolean => {
    for (let i = clip(from); i < clip(to); i++) if (cells[i] !== 0) return true;
    return false;
  };
  const gapsOf = (item: LaneItem, own: ColumnWindow): readonly [Uint8Array, number, number] =>
    item.kind === 'bar' ? [bars, item.from, item.drawnTo + 1] : [points, own.from, own.to + 1];
  return {
    fits(item, own) {
      if (isTaken(...gapsOf(item, own)) || isTaken(soft, own.from, own.to)) return false;
      return endsOf(item).every(({column, sign, isSoft}) => {
        if (column < window.from || column >= window.to) return true;
        const other = signs[column - window.from] ?? 0;
        return (other === 0 || other === sign) && !(isSoft && isTaken(glyphs, column, column + 1));
      });
    },
    take(item, own) {
      const [cells, from, to] = gapsOf(item, own);
      cells.fill(1, clip(from), clip(to));
      glyphs.fill(1, clip(own.from), clip(own.to));
      for (const {column, sign, isSoft} of endsOf(item)) {
        if (column < window.from || column >= window.to) continue;
        signs[column - window.from] = sign;
        if (isSoft) soft[column - window.from] = 1;
      }
    },
  };
}

const QUALITIES = [
  'certain',
  'approximate',
  'uncertain',
  'approximate-uncertain',
  'open',
  'unknown',
] as const;

type ItemEnd = {readonly column: number; readonly sign: number; readonly isSoft: boolean};

/** The signs at the ends of a bar or a range; those that must not be covered are soft. */
function endsOf(item: LaneItem): readonly ItemEnd[] {
  const when = item.events[0]?.when;
  if (!when || (item.kind === 'points' && !isWideItem(item))) return [];
  const isRange = item.kind === 'points';
  return [
    {
      column: item.from,
      sign: 1 + QUALITIES.indexOf(when.startQuality),
      isSoft: isRange || when.startQuality !== 'certain',
    },
    {
      column: item.to - 1,
      sign: 10 + QUALITIES.indexOf(when.endQuality),
      isSoft: isRange || when.endQuality !== 'certain',
    },
  ];
}
