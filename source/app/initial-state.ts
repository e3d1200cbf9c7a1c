import type {Charset} from '../core/draw/glyphs.js';
import type {EventStore, EventView} from '../core/events/event-store.js';
import {importWords} from '../core/events/import-figures.js';
import type {Size} from '../core/layout/screen-layout.js';
import {
  fitTimeline,
  initialTimeline,
  SCALES,
  withinSteps,
  type TimelineView,
} from '../core/layout/timeline-view.js';
import type {PaneName, Target} from '../core/state/pane-content.js';
import type {Env, State, Tour} from '../core/state/state.js';
import {stepTour} from '../core/state/step-tour.js';
import {queryFault} from '../core/query/query-fault.js';
import {parseEdtf} from '../core/time/edtf.js';
import {resolveEdtf} from '../core/time/resolve-when.js';
import {freshFrame, visit, withCursor} from '../core/state/visit.js';
import {PANES} from '../panes/pane-registry.js';
import {parseZoom} from './command-line-of.js';

/** How a reader wants the program to open. */
export type Opening = {
  readonly at: string | undefined;
  /** `NAME` or `NAME:SUBJECT`. */
  readonly pane: string | undefined;
  readonly query: string | undefined;
  readonly zoom: string | undefined;
  readonly scale: string | undefined;
  readonly zone: string | undefined;
  /** The reader's own zone, one of those that `z` goes through. */
  readonly readerZone: string | undefined;
  readonly tour: Tour | undefined;
};

/** What is wrong with an opening: the flag and what to do. */
export type OpeningError = {readonly error: string};

/**
@returns the first state, or what is wrong with how it should open: an unknown event, pane, scale,
zone or an unreadable filter or window.
*/
export function initialState(
  env: Env,
  size: Size,
  charset: Charset,
  opening: Opening,
): State | OpeningError {
  const {store} = env;
  const filter = opening.query?.trim() ?? '';
  const view = queryFault(filter) ?? store.view(filter);
  if ('message' in view) {
    return {error: `--query: ${view.message}${view.fix === undefined ? '' : `: ${view.fix}`}`};
  }
  const {zones, error} = zonesOf(store, opening);
  if (error !== undefined) return {error};
  const timeline = timelineOf(view, opening, opening.zone ?? store.chronology.timezone);
  if ('error' in timeline) return timeline;
  const imported = importWords(store.imports ?? []);
  const base: State = {
    size,
    charset,
    stop: {
      focus: 'sequence',
      isEnlarged: false,
      cursor: 0,
      top: 0,
      timeline,
      frame: freshFrame({pane: 'event', subject: ''}),
    },
    back: [],
    forward: [],
    filter,
    filterPlace: undefined,
    needle: '',
    zones,
    zoneIndex: Math.max(0, zones.indexOf(opening.zone ?? store.chronology.timezone)),
    marks: {},
    measureFrom: undefined,
    intensity: 'count',
    overlay: undefined,
    message: imported === undefined ? undefined : {text: imported, tone: 'info'},
    isNew: true,
    tour: opening.tour,
  };
  const at = opening.at ?? store.chronology.opens_at;
  const position = at === undefined ? 0 : view.positionOf(at);
  if (opening.at !== undefined && position < 0) {
    const isHidden = store.event(opening.at) !== undefined;
    return {
      error: isHidden
        ? `--at: the filter hides ${opening.at}: leave --query out`
        : `--at: no event ${opening.at}: ticktock list shows the ids`,
    };
  }
  const placed = withCursor(base, env, Math.max(0, position));
  if (placed.tour !== undefined) return stepTour(placed, env, 0);
  const target =
    opening.pane === undefined
      ? undefined
      : targetOf(opening.pane, placed.stop.frame.subject, store);
  if (target !== undefined && 'error' in target) return target;
  const opened = target === undefined ? placed : visit(placed, env, target);
  // A window that was asked for stays as it is, also when the event lies outside it.
  return opening.zoom === undefined ? opened : {...opened, stop: {...opened.stop, timeline}};
}

function zonesOf(
  store: EventStore,
  opening: Opening,
): {readonly zones: readonly string[]; readonly error?: string} {
  const {timezone, other_timezones: others = []} = store.chronology;
  const wanted = [timezone, ...others, 'UTC', opening.readerZone, opening.zone];
  const zones = [
    ...new Set(wanted.filter((zone) => zone !== undefined && zone !== '')),
  ] as string[];
  return {zones};
}

/** @returns the window of a date as people write it in a file: `2024-01`, `2023-10/2024-01`. */
function spanOf(
  text: string,
  zone: string,
): {readonly from: number; readonly to: number} | undefined {
  const parsed = parseEdtf(text);
  if (!parsed.ok) return undefined;
  const {start, end} = resolveEdtf(parsed.value, zone);
  return Number.isFinite(start) && Number.isFinite(end) ? {from: start, to: end} : undefined;
}

function timelineOf(view: EventView, opening: Opening, zone: string): TimelineView | OpeningError {
  const {scale, zoom} = opening;
  const known = SCALES.find((each) => each === scale);
  if (scale !== undefined && known === undefined) {
    return {error: `--scale: no scale ${scale}: there are time, broken and sequence`};
  }
  const named = known === undefined ? initialTimeline(view) : fitTimeline(view, known);
  if (zoom === undefined) return named;
  const pair = parseZoom(zoom);
  const ends = pair ?? spanOf(zoom, zone);
  if (ends === undefined) {
    return {error: `--zoom: ${zoom} is no window: write an EDTF date or START/END`};
  }
  if (named.scale !== 'sequence') return {...named, start: ends.from, end: ends.to};
  if (pair !== undefined && STEPS.test(zoom))
    return withinSteps({...named, firstStep: ends.from, lastStep: ends.to}, view);
  const firstStep = view.firstFrom(ends.from);
  const lastStep = Math.max(firstStep + 1, view.firstFrom(ends.to));
  return withinSteps({...named, firstStep, lastStep}, view);
}

/** A window in steps of the sequence; anything else is one in time. */
const STEPS = /^-?[\d.]+\/-?[\d.]+$/u;

function targetOf(pane: string, event: string, store: EventStore): Target | OpeningError {
  const [name = '', ...rest] = pane.split(':');
  if (!Object.hasOwn(PANES, name)) {
    return {error: `--pane: no pane ${name}: there are ${Object.keys(PANES).join(', ')}`};
  }
  const given = rest.join(':');
  if (given !== '') return {pane: name as PaneName, subject: given};
  return {pane: name as PaneName, subject: subjectFor(name as PaneName, event, store)};
}

/** What a pane named without a subject is about: something of the event at hand. */
function subjectFor(pane: PaneName, event: string, store: EventStore): string {
  switch (pane) {
    case 'place':
      return store.event(event)?.where?.[0] ?? '';
    case 'actor':
      return store.event(event)?.actors?.[0]?.actor ?? '';
    case 'claim':
      return store.claimsAbout(event)[0]?.id ?? '';
    case 'source':
      return store.claimsAbout(event)[0]?.citations[0]?.source ?? '';
    case 'changes':
    case 'contested':
    case 'figures':
    case 'legend':
    case 'problems':
    case 'sources':
      return '';
    default:
      return event;
  }
}
