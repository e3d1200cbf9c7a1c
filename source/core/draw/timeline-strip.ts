import type {EventRow, EventView, Instant, ResolvedWhen} from '../events/event-store.js';
import {countHidden} from '../layout/fit-lane.js';
import {columnsOf, laneItems, type LaneLayout} from '../layout/lane-items.js';
import {timelineRows, type TimelineRows} from '../layout/timeline-rows.js';
import {timelineScale, type TimelineScale} from '../layout/timeline-scale.js';
import type {TimelineView} from '../layout/timeline-view.js';
import {zoneForms} from '../time/zone-words.js';
import {fitLine, padText} from './fit-text.js';
import {glyphSet, type Charset, type Glyphs} from './glyphs.js';
import type {Line, Role} from './line.js';
import {stillMemo} from './still-memo.js';
import {textWidth} from './text-width.js';
import {cellRow, type CellRow} from './timeline-cells.js';
import {drawAxis, drawHeading, foldColumnsOf} from './timeline-heading.js';
import {drawIntensity, intensityHeight, type Intensity} from './timeline-intensity.js';
import type {LinkDirection} from './timeline-brackets.js';
import {drawLane, type DrawnLane, type LaneHit} from './timeline-lane.js';
import {drawLinks} from './timeline-links.js';

export type TimelineInput = {
  readonly view: EventView;
  readonly timeline: TimelineView;
  /** Position of the selected event; -1 for none. */
  readonly selected: number;
  /** What times are measured from. */
  readonly mark?: Instant | ResolvedWhen | undefined;
  /** Positions of events that the selected one is said to answer, and of those said to answer it. */
  readonly links?: {readonly answers: readonly number[]; readonly answeredBy: readonly number[]};
  /** IANA. */
  readonly zone: string;
  /** 20 or more. */
  readonly width: number;
  /** 3 or more. */
  readonly height: number;
  readonly charset: Charset;
  readonly intensity: Intensity;
  readonly isFocused: boolean;
};

/** Something on the strip, in cells of it. */
export type TimelineHit = LaneHit & {
  readonly lane: number;
  /** Line of the strip, from 0. Columns count from the first of the window, not from the gutter. */
  readonly line: number;
};

export type DrawnTimeline = {
  /** `height` lines of exactly `width` columns. */
  readonly lines: readonly Line[];
  /** What stands where; events drawn as counts have none. */
  readonly hits: readonly TimelineHit[];
  /** Events in the window that are only counted in a `+n`. */
  readonly hidden: readonly EventRow[];
  /** Lanes that have no row at this height; the strip says so. */
  readonly hiddenLanes: readonly number[];
  readonly scale: TimelineScale;
};

type FinishedLane = DrawnLane & {readonly lines: readonly Line[]};

const LANE_ROLES: readonly Role[] = ['lane-1', 'lane-2', 'lane-3', 'lane-4', 'lane-5', 'lane-6'];

/**
Draw the timeline strip. The cost depends on columns, lanes and what is singly visible, not on the
number of events.

From top to bottom: a heading, the axis, a band for each lane, links of the selected event, the
intensity; a smaller strip leaves out the heading, then the intensity. What is at a column never
depends on the height.
*/
export function drawTimeline(input: TimelineInput): DrawnTimeline {
  const {view, timeline, width, height, zone} = input;
  const glyphs = glyphSet(input.charset);
  const gutter = gutterColumns(view, width);
  const columns = Math.max(4, width - gutter - 2);
  const stillKey = JSON.stringify([timeline, columns]);
  const {scale, layouts} = placed(view, stillKey, () => {
    const made = timelineScale(timeline, view, columns);
    return {scale: made, layouts: view.lanes.map((_, lane) => laneItems(view, lane, made))};
  });
  const selectedRow = view.rows(input.selected, input.selected + 1)[0];
  const selectedLane = selectedRow?.lane ?? 0;
  // Which lane is selected matters only where not every lane has a row.
  const page = layouts.length < height ? 0 : selectedLane;
  const rowsKey = [stillKey, height, page, input.charset, input.intensity].join(' ');
  const rows = rowShares(view, rowsKey, () =>
    timelineRows(
      height,
      layouts.map((layout) => rowsWanted(layout, glyphs)),
      (lane) => rowsWanted(laneItems(view, lane, scale, false), glyphs),
      (lane, count) => hiddenIn(layouts[lane] ?? EMPTY_LANE, count),
      selectedLane,
      intensityHeight(input.intensity, view.lanes.length, glyphs),
    ),
  );
  const foldColumns = foldColumnsOf(scale);
  const markColumns = columnsOfMark(input.mark, scale);
  const links = new Map<number, LinkDirection>([
    ...(input.links?.answers ?? []).map((position) => [position, 'answers'] as const),
    ...(input.links?.answeredBy ?? []).map((position) => [position, 'answered-by'] as const),
  ]);
  const [from, to] = selectedRow ? columnsOf(selectedRow, scale) : [0, 0];
  const plain = plainLanes(
    view,
    `${stillKey} ${input.charset}`,
    () => new Map<string, FinishedLane>(),
  );
  const touched = new Set(
    [input.selected, ...links.keys()].flatMap((position) =>
      view.rows(position, position + 1).map((row) => row.lane),
    ),
  );
  const drawn = rows.laneRows.map((count, i): FinishedLane => {
    const lane = rows.firstLane + i;
    const isApart = rows.isApart[i] === true;
    const key = `${lane} ${count} ${isApart}`;
    const known = touched.has(lane) ? undefined : plain.get(key);
    if (known) return known;
    const made = drawLane({
      layout: isApart ? laneItems(view, lane, scale, false) : (layouts[lane] ?? EMPTY_LANE),
      rows: count,
      columns,
      glyphs,
      role: LANE_ROLES[lane % LANE_ROLES.length] ?? 'lane-1',
      selected: input.selected,
      selectedRole: input.isFocused ? 'selected' : 'selected-inactive',
      links,
      selectedAt: selectedRow?.lane === lane ? {from, to} : undefined,
      foldColumns,
    });
    const finished = {...made, lines: made.cells.map((cells) => cells.toSpans())};
    if (!touched.has(lane)) plain.set(key, finished);
    return finished;
  });
  const lines: Line[] = [];
  const pushLine = (name: string, role: Role, line: Line, count = ''): void => {
    lines.push([...gutterCell(name, count, role, gutter, glyphs), ...line]);
  };
  const push = (name: string, role: Role, row: CellRow): void => {
    pushLine(name, role, row.toSpans());
  };
  // Without a date there is no time to measure; steps can still be counted.
  const isDated = view.extent !== undefined || (timeline.scale === 'sequence' && view.count > 0);
  const axisKey = `${stillKey} ${zone} ${input.charset} ${markColumns.join()}`;
  if (rows.hasHeading) {
    const heading = headings(view, axisKey, () =>
      (isDated ? drawHeading(scale, zone, glyphs) : undatedRow(columns)).toSpans(),
    );
    pushLine(` ${timeline.scale}`, 'muted', heading);
  }
  const last = rows.firstLane + rows.laneRows.length;
  const zoneName = (): string =>
    zoneForms(zone, scale.edges[0] ?? 0, scale.edges[columns] ?? 0).at(-1) ?? '';
  pushLine(
    rows.hasHeading ? '' : ` ${zoneName()}`,
    'axis',
    axes(view, axisKey, () => {
      if (isDated) return drawAxis(scale, view, zone, markColumns, glyphs).toSpans();
      return (rows.hasHeading ? cellRow(columns + 2) : undatedRow(columns)).toSpans();
    }),
  );
  const hits: TimelineHit[] = [];
  for (const [i, lane] of drawn.entries()) {
    const number = rows.firstLane + i;
    for (const hit of lane.hits) hits.push({...hit, lane: number, line: lines.length + hit.row});
    lane.lines.forEach((line, row) => {
      const hidden = row === lane.lines.length - 1 ? lane.hidden.length : 0;
      const name = row === 0 ? (view.lanes[number]?.name ?? '') : '';
      // Lanes without a row: a sign before the name of the first or last that has one.
      const isCutAbove = row === 0 && i === 0 && number > 0;
      const isCutBelow = row === 0 && number === last - 1 && last < view.lanes.length;
      const sign = isCutBelow ? glyphs.down : isCutAbove ? glyphs.up : ' ';
      pushLine(sign + name, 'lane-name', line, hidden > 0 ? `+${countWords(hidden)}` : '');
    });
  }
  if (rows.hasLinks) {
    push(
      links.size > 0 ? ' links' : '',
      'muted',
      drawLinks(input.selected, links, hits, view, scale, glyphs),
    );
  }
  if (rows.intensityRows > 0) {
    const {intensityRows} = rows;
    const key = `${stillKey} ${input.charset} ${input.intensity} ${intensityRows}`;
    const charts = intensities(view, key, () =>
      drawIntensity(input.intensity, view, scale, intensityRows, glyphs).map((row) => {
        // Only charts are cut by folds, words are not.
        for (const column of row.isChart ? foldColumns : []) {
          row.cells.put(column + 1, glyphs.fold, 'axis');
        }
        return {names: row.names, line: row.cells.toSpans()};
      }),
    );
    for (const {names, line} of charts) {
      const name = names.find((each) => textWidth(each) < gutter) ?? names.at(-1) ?? '';
      pushLine(` ${name}`, 'muted', line);
    }
  }
  while (lines.length < height) push('', 'muted', cellRow(columns + 2));
  return {
    lines: lines.slice(0, height).map((each) => fitLine(each, width, glyphs.ellipsis)),
    hits,
    hidden: drawn.flatMap((lane) => lane.hidden),
    hiddenLanes: view.lanes.flatMap((_, lane) =>
      lane < rows.firstLane || lane >= last ? [lane] : [],
    ),
    scale,
  };
}

function undatedRow(columns: number): CellRow {
  const row = cellRow(columns + 2);
  row.put(1, 'no dated events', 'muted');
  return row;
}

const placed = stillMemo<{
  readonly scale: TimelineScale;
  readonly layouts: readonly LaneLayout[];
}>();
const rowShares = stillMemo<TimelineRows>();
/** Lanes in which nothing is selected or linked: they stay as they are while the cursor moves. */
const plainLanes = stillMemo<Map<string, FinishedLane>>();
const headings = stillMemo<Line>();
const axes = stillMemo<Line>();
const intensities =
  stillMemo<readonly {readonly names: readonly string[]; readonly line: Line}[]>();

const EMPTY_LANE: LaneLayout = {kind: 'items', items: [], rowCount: 1};

function rowsWanted(layout: LaneLayout, glyphs: Glyphs): number {
  if (layout.kind === 'density') return glyphs.hasBlocks ? 2 : 1;
  return Math.max(1, layout.rowCount);
}

function hiddenIn(layout: LaneLayout, rows: number): number {
  return layout.kind === 'density' ? 0 : countHidden(layout.items, rows);
}

/** Columns of the lane names: as wide as the longest, up to a fifth of the width. */
function gutterColumns(view: EventView, widthColumns: number): number {
  const longest = view.lanes.reduce((most, lane) => Math.max(most, textWidth(lane.name)), 0);
  return Math.max(7, Math.min(Math.max(longest + 2, 11), Math.floor(widthColumns / 5)));
}

function gutterCell(
  name: string,
  count: string,
  role: Role,
  columns: number,
  glyphs: Glyphs,
): Line {
  const room = columns - textWidth(count);
  // A blank before the count, unless the name would have to be cut for it.
  const gap = count === '' || textWidth(name) === room ? '' : ' ';
  const text = {text: padText(name, room - gap.length, glyphs.ellipsis), role};
  return count === '' ? [text] : [text, {text: gap + count, role: 'mark'}];
}

function countWords(count: number): string {
  if (count < 1000) return String(count);
  return count < 1e6 ? `${Math.floor(count / 1000)}k` : `${Math.floor(count / 1e6)}m`;
}

function columnsOfMark(mark: TimelineInput['mark'], scale: TimelineScale): readonly number[] {
  if (mark === undefined) return [];
  const ends = typeof mark === 'number' ? [mark] : [mark.start, mark.end];
  const columns = ends.map((instant, i) => {
    const column = scale.columnOf(instant);
    return i === 0 ? Math.floor(column + 1e-6) : Math.ceil(column - 1e-6) - 1;
  });
  return [...new Set(columns)].filter((column) => column >= 0 && column < scale.columns);
}
