import {textWidth} from '../draw/text-width.js';
import type {EventView, Instant} from '../events/event-store.js';
import {zonedTime, type ZonedTime} from '../time/zone.js';
import {
  calendarTicks,
  coarserStep,
  stepLengthMs,
  tickStepFrom,
  type TickStep,
} from './calendar-ticks.js';
import {MONTHS, clockWords, weekdayWords, yearWords} from './time-words.js';
import type {ScaleSegment, TimelineScale} from './timeline-scale.js';

/** A tick of the axis; its label begins one column to the right of it. */
export type AxisTick = {
  readonly column: number;
  /** Empty when there is no room for one. */
  readonly label: string;
};

/** What the reader has been told by the labels to the left. */
type Context = {year?: number; month?: number; day?: number};

/**
@param reserved - columns at the right end of each fold that belong to its mark.
@returns ticks from left to right whose labels never touch; the first label of each stretch says as
much of year, month and day as the labels before it do not.
*/
export function axisTicks(
  scale: TimelineScale,
  view: EventView,
  zone: string,
  reserved: number,
): readonly AxisTick[] {
  if (scale.scale === 'sequence') return stepTicks(scale, view, zone);
  const context: Context = {};
  return scale.segments.flatMap((segment, i) => {
    const isMarked = i + 1 < scale.segments.length;
    const to = segment.to - (isMarked ? reserved : 0);
    return segmentTicks(scale, segment, to, zone, context);
  });
}

type Placed = {readonly column: number; readonly instant: Instant};

function segmentTicks(
  scale: TimelineScale,
  segment: ScaleSegment,
  to: number,
  zone: string,
  context: Context,
): readonly AxisTick[] {
  const columns = to - segment.from;
  if (columns < 3) return [];
  const perColumn = (segment.end - segment.start) / (segment.to - segment.from);
  let step = tickStepFrom(perColumn * 3);
  for (let tries = 0; tries < 60; tries++) {
    const ticks = placeTicks(scale, segment, to, step, zone);
    if (ticks.length === 0) return [];
    const found = labelTicks(ticks, step, zone, to, context);
    if (found) return found;
    step = coarserStep(step);
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

/** @returns undefined when the short labels of a step do not fit. */
function labelTicks(
  ticks: readonly Placed[],
  step: TickStep,
  zone: string,
  to: number,
  context: Context,
): readonly AxisTick[] | undefined {
  const times = ticks.map((tick) => zonedTime(tick.instant, zone));
  const room = (i: number): number => (ticks[i + 1]?.column ?? to) - (ticks[i]?.column ?? 0) - 2;
  const own: Context = {...context};
  const first = times[0];
  if (!first) return [];
  const out: AxisTick[] = [];
  let free = -1;
  for (const [i, tick] of ticks.entries()) {
    const time = times[i] ?? first;
    const before = times[i - 1];
    const forms = labelForms(time, before, step, i === 0 ? own : undefined);
    const least = textWidth(forms.at(-1) ?? '');
    if (i > 0 && i + 1 < ticks.length && tick.column > free && least > room(i)) return undefined;
    if (tick.column <= free) continue;
    // The first may cover those after it, for it says what they rest on.
    const most =
      i === 0 ? to - tick.column - 1 : i + 1 < ticks.length ? room(i) : to - tick.column - 1;
    const label = forms.find((form) => textWidth(form) <= most) ?? '';
    out.push({column: tick.column, label});
    if (label !== '') {
      free = tick.column + textWidth(label) + 1;
      Object.assign(own, {year: time.year, month: time.month, day: time.day});
    }
  }
  if (out.every((tick) => tick.label === '')) return undefined;
  Object.assign(context, own);
  return out;
}

/** @returns wordings of a tick, the fullest first. `context` is what is known before the first tick. */
function labelForms(
  time: ZonedTime,
  before: ZonedTime | undefined,
  step: TickStep,
  context: Context | undefined,
): readonly string[] {
  const known: Context = context ?? before ?? {};
  const year = yearWords(time.year);
  const month = MONTHS[time.month - 1] ?? '';
  const isYearKnown = known.year === time.year;
  const isMonthKnown = isYearKnown && known.month === time.month;
  const isDayKnown = isMonthKnown && known.day === time.day;
  const weekday = weekdayWords(time.weekday);
  const dated = isYearKnown ? `${time.day} ${month}` : `${time.day} ${month} ${year}`;
  const clock = clockWords(time, step.unit === 'second');
  const offset = before && before.offsetMs !== time.offsetMs ? offsetForms(time.offsetMs) : '';
  switch (step.unit) {
    case 'year':
      return [year];
    case 'month':
      return isYearKnown ? [month] : context ? [`${month} ${year}`] : [`${month} ${year}`, year];
    case 'day':
      return isMonthKnown && !context
        ? [`${weekday} ${time.day}`, String(time.day)]
        : [`${weekday} ${dated}`, dated, ...(context ? [] : [`${time.day} ${month}`])];
    case 'hour':
    case 'minute':
    case 'second': {
      if (isDayKnown) return offset === '' ? [clock] : [`${clock} ${offset}`, clock];
      const isMidnight = time.hour === 0 && time.minute === 0 && time.second === 0;
      const day = [`${weekday} ${dated}`, dated];
      return isMidnight
        ? [...day, ...(context ? [] : [`${time.day} ${month}`])]
        : day.map((words) => `${clock} ${words}`);
    }
  }
}

function offsetForms(offsetMs: number): string {
  const minutes = Math.round(offsetMs / 60_000);
  const hours = Math.trunc(minutes / 60);
  return `UTC${minutes < 0 ? '-' : '+'}${Math.abs(hours)}${minutes % 60 === 0 ? '' : `:${Math.abs(minutes % 60)}`}`;
}

/** A tick a step, and a label wherever the date changes and there is room. */
function stepTicks(scale: TimelineScale, view: EventView, zone: string): readonly AxisTick[] {
  const perStep = scale.columnOfStep(1) - scale.columnOfStep(0);
  const first = Math.max(0, Math.floor(-scale.columnOfStep(0) / perStep));
  const out: AxisTick[] = [];
  const context: Context = {};
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
    const {start} = row.when;
    const time = Number.isFinite(start) ? zonedTime(start, zone) : undefined;
    const isKnown =
      time !== undefined &&
      context.year === time.year &&
      context.month === time.month &&
      context.day === time.day;
    const forms = time && !isKnown ? stepForms(time, context, row.when.startQuality) : [];
    const label =
      column > free
        ? (forms.find((form) => column + 1 + textWidth(form) <= scale.columns) ?? '')
        : '';
    out.push({column, label});
    if (label !== '' && time) {
      free = column + textWidth(label) + 1;
      Object.assign(context, {year: time.year, month: time.month, day: time.day});
    }
  }
  // A tick under a label would cut it.
  return out.filter((tick, i) => !out.some((other, j) => j < i && covers(other, tick)));
}

function covers(label: AxisTick, tick: AxisTick): boolean {
  return label.label !== '' && tick.column <= label.column + textWidth(label.label);
}

function stepForms(time: ZonedTime, context: Context, quality: string): readonly string[] {
  const month = MONTHS[time.month - 1] ?? '';
  const sign =
    quality === 'approximate' ? '~' : quality === 'certain' || quality === 'open' ? '' : '?';
  const day = `${sign}${time.day} ${month}`;
  return context.year === time.year ? [day] : [`${day} ${yearWords(time.year)}`];
}
