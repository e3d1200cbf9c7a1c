import {textWidth} from '../draw/text-width.js';
import type {EventView, Instant} from '../events/event-store.js';
import {monthName, weekdayName} from '../time/calendar-names.js';
import {MS_PER_MONTH} from '../time/civil-calendar.js';
import {clockWords} from '../time/clock-words.js';
import {dateHeading, withoutWeekdays} from '../time/format-when.js';
import {yearWords} from '../time/year-words.js';
import {offsetWords} from '../time/zone-words.js';
import {instantsOfLocal, offsetAt, zonedTime, type ZonedTime} from '../time/zone.js';
import {
  calendarTicks,
  coarserStep,
  finestStepMs,
  stepLengthMs,
  tickStepFrom,
  type TickStep,
} from './calendar-ticks.js';
import type {ScaleSegment, TimelineScale} from './timeline-scale.js';

/** A tick of the axis; its label begins one column to the right of it. */
export type AxisTick = {
  /** -1 at the least: the label of what began before the window. */
  readonly column: number;
  readonly hasMark: boolean;
  /** Empty when there is no room for one. */
  readonly label: string;
};

/** What the reader has been told by the labels to the left. */
type Context = {year?: number; month?: number; day?: number};

/**
@param reserved - columns at the right end of each fold that belong to its mark.
@param marks - columns that no label may cover, ascending, as long as there are labels without.
@returns ticks from left to right whose labels never touch; the first label of each stretch says as
much of year, month and day as the labels before it do not.
*/
export function axisTicks(
  scale: TimelineScale,
  view: EventView,
  zone: string,
  reserved: number,
  marks: readonly number[] = [],
): readonly AxisTick[] {
  if (scale.scale === 'sequence') return stepTicks(scale, view, zone, marks);
  const context: Context = {};
  const ticks = scale.segments.flatMap((segment, i) => {
    const isMarked = i + 1 < scale.segments.length;
    const to = segment.to - (isMarked ? reserved : 0);
    const own = marks.filter((column) => column >= segment.from && column < to);
    const ticks = segmentTicks(scale, segment, to, zone, context, own);
    return ticks.length > 0 || own.length === 0
      ? ticks
      : segmentTicks(scale, segment, to, zone, context, []);
  });
  return ticks.some((tick) => tick.label !== '') ? ticks : loneLabel(scale, zone);
}

/** Where no tick has room for its label: when the window begins, as exactly as there is room to say. */
function loneLabel(scale: TimelineScale, zone: string): readonly AxisTick[] {
  const [segment] = scale.segments;
  if (!segment) return [];
  const {year, month, day, weekday} = zonedTime(segment.start, zone);
  const monthAndYear = `${monthName(month, 'short')} ${yearWords(year, 'short')}`;
  const days = [
    `${weekdayName(weekday, 'short')} ${day} ${monthAndYear}`,
    `${day} ${monthAndYear}`,
  ];
  const perColumn = (segment.end - segment.start) / scale.columns;
  const isOfDays = perColumn < MS_PER_MONTH;
  const forms = [...(isOfDays ? [...days, monthAndYear] : []), yearWords(year, 'short')];
  const label = forms.find((form) => textWidth(form) <= scale.columns);
  return label === undefined ? [] : [opening(segment.from, label)];
}

type Placed = {readonly column: number; readonly instant: Instant};

function segmentTicks(
  scale: TimelineScale,
  segment: ScaleSegment,
  to: number,
  zone: string,
  context: Context,
  marks: readonly number[],
): readonly AxisTick[] {
  const columns = to - segment.from;
  if (columns < 3) return [];
  const perColumn = (segment.end - segment.start) / (segment.to - segment.from);
  // Where clocks change, ticks may come too close for a label, whatever the step.
  for (const mayOmit of [false, true]) {
    let step = tickStepFrom(Math.max(perColumn * 3, finestStepMs(segment.start, segment.end)));
    for (let tries = 0; tries < 60; tries++) {
      const ticks = placeTicks(scale, segment, to, step, zone);
      if (ticks.length === 0) break;
      const found = labelTicks(ticks, segment, step, zone, to, context, marks, mayOmit);
      if (found) return found;
      step = coarserStep(step);
    }
  }
  return [];
}

function placeTicks(
  scale: TimelineScale,
  segment: ScaleSegment,
  to: number,
  step: TickStep,
  zone: string,
): readonly Placed[] {
  const lengthMs = stepLengthMs(step);
  // A tick a fraction of a column before the window still stands in the first column.
  const from = segment.start - (segment.end - segment.start) / (segment.to - segment.from) / 2;
  if ((segment.end - from) / lengthMs > columnsOf(segment)) return [];
  return calendarTicks(from, segment.end, step, zone)
    .map((instant) => ({column: Math.floor(scale.columnOf(instant) + 1e-6), instant}))
    .filter((tick) => tick.column >= segment.from && tick.column < to);
}

function columnsOf(segment: ScaleSegment): number {
  return segment.to - segment.from + 1;
}

/**
@param mayOmit - the label of a tick before or after a change of clocks may be left out.
@returns undefined when the short labels of a step do not fit.
*/
function labelTicks(
  ticks: readonly Placed[],
  segment: ScaleSegment,
  step: TickStep,
  zone: string,
  to: number,
  context: Context,
  marks: readonly number[],
  mayOmit: boolean,
): readonly AxisTick[] | undefined {
  // Far away a float falls short of the beginning of a year by seconds: ask a step of the float later.
  const times = ticks.map(({instant}) =>
    zonedTime(instant + Math.abs(instant) * Number.EPSILON, zone),
  );
  const first = times[0];
  if (!first) return [];
  const own: Context = {...context};
  const markAfter = (column: number): number => marks.find((mark) => mark > column) ?? to;
  // A mark in the first column moves what began before by one.
  const from = marks.includes(segment.from) ? segment.from + 1 : segment.from;
  // A label may touch a mark, but not a tick.
  const room = Math.min(ticks[0]?.column ?? to, markAfter(from - 1) + 1) - from;
  const opening = openingTick(segment, {from, room}, step, zone, own);
  const out: AxisTick[] = opening ? [opening] : [];
  let taken = -1;
  let offset = zonedTime(segment.start, zone).offsetMs;
  for (const [i, tick] of ticks.entries()) {
    if (tick.column <= taken) continue;
    const time = times[i] ?? first;
    const isFirst = i === 0 && !opening;
    const change = time.offsetMs === offset ? 'none' : isRepeated(tick, zone) ? 'unclear' : 'clear';
    const forms = labelForms(time, own, step, isFirst, change);
    const isLast = i === ticks.length - 1;
    const next = ticks[i + 1]?.column ?? to;
    // The first may cover those after it, for it says what they rest on.
    const free = markAfter(tick.column) - tick.column - 1;
    const room = Math.min(free, next - tick.column - (isLast ? 1 : 2));
    const most = isFirst ? Math.min(free, to - tick.column - 1) : room;
    const fits = (columns: number): string | undefined =>
      forms.find((form) => textWidth(form) <= columns);
    // The weekday over clock times is worth a covered tick.
    const isClock = isFirst && step.unit !== 'day' && step.unit !== 'month' && step.unit !== 'year';
    const roomOfTwo = Math.min(free, (ticks[i + 2]?.column ?? to) - tick.column - 2);
    const label = (isClock ? fits(roomOfTwo) : fits(room)) ?? fits(most) ?? '';
    const isAtChange = [times[i - 1], times[i + 1]].some(
      (other) => other && other.offsetMs !== time.offsetMs,
    );
    if (label === '' && !isLast && !(mayOmit && isAtChange)) return undefined;
    out.push({column: tick.column, hasMark: true, label});
    if (label !== '') {
      taken = tick.column + textWidth(label);
      if (label.includes('UTC')) offset = time.offsetMs;
      Object.assign(own, {year: time.year, month: time.month, day: time.day});
    }
  }
  if (out.every((tick) => tick.label === '')) return undefined;
  Object.assign(context, own);
  return out;
}

/** @returns true when clocks show the time of a tick twice. */
function isRepeated({instant}: Placed, zone: string): boolean {
  return instantsOfLocal(instant + offsetAt(zone, instant), zone).kind === 'twice';
}

/** @returns what began before the first tick, when there is room to say it: the month before its days, the day before its hours. */
function openingTick(
  segment: ScaleSegment,
  {from, room}: {readonly from: number; readonly room: number},
  step: TickStep,
  zone: string,
  own: Context,
): AxisTick | undefined {
  const time = zonedTime(segment.start, zone);
  const year = yearWords(time.year, 'short');
  const month = monthName(time.month, 'short');
  const weekday = weekdayName(time.weekday, 'short');
  const isYearKnown = own.year === time.year;
  const dated = isYearKnown ? `${time.day} ${month}` : `${time.day} ${month} ${year}`;
  const days =
    own.day === time.day && own.month === time.month ? [] : [`${weekday} ${dated}`, dated];
  const forms: Readonly<Record<TickStep['unit'], readonly string[]>> = {
    year: [],
    month: isYearKnown ? [] : [`${month} ${year}`, year],
    day: isYearKnown && own.month === time.month ? [] : [`${month} ${year}`],
    hour: days,
    minute: days,
    second: days,
  };
  const label = forms[step.unit].find((form) => textWidth(form) < room);
  if (label === undefined) return undefined;
  // What has not been said stays unknown, so that the first tick says it.
  own.year = time.year;
  if (step.unit === 'month' && !label.includes(month)) return opening(from, label);
  if (step.unit !== 'year') own.month = time.month;
  if (step.unit !== 'month' && step.unit !== 'day') own.day = time.day;
  return opening(from, label);
}

function opening(from: number, label: string): AxisTick {
  return {column: from - 1, hasMark: false, label};
}

/**
@returns wordings of a tick, the fullest first; each says what of year, month and day is not known yet.
@param isFirst - of its stretch: always in full.
@param change - of the clocks since the label before: it is said where there is room, and always where
the time would else be unclear because it came twice.
*/
function labelForms(
  time: ZonedTime,
  known: Context,
  step: TickStep,
  isFirst: boolean,
  change: 'none' | 'clear' | 'unclear',
): readonly string[] {
  const year = yearWords(time.year, 'short');
  const month = monthName(time.month, 'short');
  const isYearKnown = known.year === time.year;
  const isMonthKnown = isYearKnown && known.month === time.month;
  const isDayKnown = isMonthKnown && known.day === time.day;
  const weekday = weekdayName(time.weekday, 'short');
  const dated = isYearKnown ? `${time.day} ${month}` : `${time.day} ${month} ${year}`;
  const clock = clockWords(time, step.unit === 'second');
  switch (step.unit) {
    case 'year':
      return [year];
    case 'month':
      if (isYearKnown) return [month];
      return isFirst || time.month !== 1 ? [`${month} ${year}`] : [`${month} ${year}`, year];
    case 'day':
      // From five days on, weekdays only make the labels longer.
      if (step.every >= 5) return isMonthKnown && !isFirst ? [String(time.day)] : [dated];
      return isMonthKnown && !isFirst
        ? [`${weekday} ${time.day}`, String(time.day)]
        : [`${weekday} ${dated}`, dated];
    case 'hour':
    case 'minute':
    case 'second': {
      const withOffset = (words: string): string => `${words} ${offsetWords(time.offsetMs)}`;
      if (isDayKnown) return change === 'none' ? [clock] : [withOffset(clock)];
      const day = [`${weekday} ${dated}`, dated];
      const isMidnight = time.hour === 0 && time.minute === 0 && time.second === 0;
      const forms = isMidnight ? day : day.map((words) => `${clock} ${words}`);
      return [
        ...(change === 'none' ? [] : forms.map(withOffset)),
        ...(change === 'unclear' ? [] : forms),
      ];
    }
  }
}

/** A tick a step, and a label wherever the date changes and there is room: no more exact than it was given. */
function stepTicks(
  scale: TimelineScale,
  view: EventView,
  zone: string,
  marks: readonly number[],
): readonly AxisTick[] {
  const perStep = scale.columnOfStep(1) - scale.columnOfStep(0);
  const first = Math.max(0, Math.floor(-scale.columnOfStep(0) / perStep));
  const out: AxisTick[] = [];
  let said = '';
  let free = -1;
  let position = first;
  while (position < view.count && out.length <= scale.columns) {
    const column = Math.floor(scale.columnOfStep(position) + 1e-6);
    if (column >= scale.columns) break;
    const row = view.rows(position, position + 1)[0];
    // At most a tick for each column, however many events there are.
    position = Math.max(
      position + 1,
      Math.ceil((column + 1) / perStep - scale.columnOfStep(0) / perStep),
    );
    if (!row || column < 0) continue;
    // What has no known start says so by the end of its bar, and leaves the room to a date.
    const date = Number.isFinite(row.when.start) ? dateHeading(row, zone) : said;
    const forms = date === said || column <= free ? [] : [date, withoutWeekdays(date)];
    const end = marks.find((mark) => mark > column) ?? scale.columns;
    const label = forms.find((form) => column + 1 + textWidth(form) <= end) ?? '';
    out.push({column, hasMark: true, label});
    if (label !== '') {
      free = column + textWidth(label) + 1;
      said = date;
    }
  }
  // A tick under a label would cut it.
  return out.filter((tick, i) => !out.some((other, j) => j < i && covers(other, tick)));
}

function covers(label: AxisTick, tick: AxisTick): boolean {
  return label.label !== '' && tick.column <= label.column + textWidth(label.label);
}
