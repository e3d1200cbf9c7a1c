/** Everything that the screen shows and that a key can change, as one value. */
import type {Charset} from '../draw/glyphs.js';
import type {MapView} from '../draw/map-view.js';
import type {EventStore, EventView, Instant} from '../events/event-store.js';
import type {Size} from '../layout/screen-layout.js';
import type {TimelineView} from '../layout/timeline-view.js';
import type {CommandName, Message} from './action.js';
import type {PaneContent, Target} from './pane-content.js';

/** A pane as it stands: where its selection and its scrolling are. */
export type PaneFrame = Target & {
  /** Selected item, from 0. */
  readonly selected: number;
  /** First visible line. */
  readonly scroll: number;
  readonly map?: MapView;
};

/** One stop on the reader's way; going back restores all of it. */
export type Stop = {
  readonly focus: 'sequence' | 'detail';
  /** Whether what has the focus has the whole screen, without list or pane beside it and timeline above. */
  readonly isEnlarged: boolean;
  /** Position of the selected event in the filtered view; 0 when it is empty. */
  readonly cursor: number;
  /** Position of the first event in the list. */
  readonly top: number;
  readonly timeline: TimelineView;
  readonly frame: PaneFrame;
};

/** A line being typed. */
export type Prompt = {
  readonly kind: 'prompt';
  readonly purpose: 'search' | 'filter' | 'date' | 'command' | 'mark' | 'jump';
  readonly text: string;
  /** Position in UTF-16 units. */
  readonly caret: number;
  /** Selected suggestion, or -1 for none. */
  readonly selected: number;
  /** Where the reader was, restored on Esc. */
  readonly from: Stop;
  readonly needleBefore: string;
};

/** Something over the panes. */
export type Overlay =
  | Prompt
  | {readonly kind: 'help'; readonly scroll: number}
  | {readonly kind: 'facets'; readonly selected: number; readonly scroll: number}
  | {readonly kind: 'text'; readonly title: string; readonly text: string; readonly scroll: number};

export type State = {
  readonly size: Size;
  readonly charset: Charset;
  readonly stop: Stop;
  /** Stops to go back to, the latest last. */
  readonly back: readonly Stop[];
  /** Stops to go forward to, the nearest last. */
  readonly forward: readonly Stop[];
  /** The filter, in the query language; empty for none. */
  readonly filter: string;
  /** Where filters have taken the reader from; undefined before the first one. */
  readonly filterPlace: FilterPlace | undefined;
  /** What is searched for; matches are marked everywhere. */
  readonly needle: string;
  /** IANA zones that `z` goes through; the first is the chronology's. */
  readonly zones: readonly string[];
  readonly zoneIndex: number;
  /** Marks by letter, to event ids. */
  readonly marks: Readonly<Record<string, string>>;
  /** Event from which times are measured. */
  readonly measureFrom: string | undefined;
  readonly intensity: 'count' | 'goldstein' | 'off';
  readonly overlay: Overlay | undefined;
  readonly message: Message | undefined;
  /** True until the first key: one line of guidance is shown. */
  readonly isNew: boolean;
  /** Steps of the guided tour, when one is on. */
  readonly tour: Tour | undefined;
};

/** Where the reader was before a filter, and where that has put them. */
export type FilterPlace = {
  readonly event: string;
  readonly start: Instant;
  /** The filter that was in force then, and how list and timeline stood. */
  readonly filter: string;
  readonly top: number;
  readonly timeline: TimelineView;
  readonly cursorThen: number;
  readonly timelineThen: TimelineView;
};

/** A walk through targets, each with a sentence. */
export type Tour = {
  readonly steps: readonly TourStep[];
  readonly at: number;
  readonly isPlaying: boolean;
};

export type TourStep = {
  readonly event: string;
  readonly pane?: Target;
  readonly text: string;
};

/** Something that can be taken over into a prompt: the command it names, or the text it puts in. */
export type Suggestion = {
  readonly label: string;
  readonly detail: string;
  readonly command?: CommandName;
  /** The whole text after taking it. */
  readonly text: string;
  readonly caret: number;
};

/** A heading (no `filter`) or a value of the filter pane. */
export type FacetLine = {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  /** The filter after toggling it; undefined for a heading. */
  readonly filter: string | undefined;
};

/** What an update asks the world to do. */
export type Effect =
  | {readonly kind: 'quit'}
  | {readonly kind: 'suspend'}
  | {readonly kind: 'redraw'}
  | {readonly kind: 'copy'; readonly text: string; readonly what: string}
  | {readonly kind: 'edit'; readonly event: string}
  | {readonly kind: 'load-map'}
  | {readonly kind: 'reports'};

export type Update = {readonly state: State; readonly effects: readonly Effect[]};

/** What an update may ask; everything answers at once. */
export type Env = {
  readonly store: EventStore;
  /** The view of the state's filter. */
  view(state: State): EventView;
  /** What a frame shows, at the size the state gives the detail pane. */
  content(state: State, frame: PaneFrame): PaneContent;
  /** The part of the earth that a frame's place and its neighbours need. */
  fittedMap(state: State, frame: PaneFrame): MapView;
  /** What could be meant by what is being typed, best first. */
  suggest(state: State, prompt: Prompt): readonly Suggestion[];
  /** The lines of the filter pane: every value with its count, and the filter that toggles it. */
  facets(state: State): readonly FacetLine[];
  /** How far whatever is over the panes can be scrolled, in lines. */
  lastOverlayScroll(state: State): number;
  /** How to widen a filter that nothing passes, a sentence a line. */
  widen(state: State): readonly string[];
  /** How many events a search finds, in words; or what is wrong with it. */
  countWords(state: State, query: string): string;
  /** The command line that brings the state back. */
  commandLine(state: State): string;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Why something is not possible here (kiosk, standard input), by effect; undefined when it is. */
  refusal(effect: Effect['kind']): string | undefined;
};

/** @returns the zone times are shown in. */
export function shownZone(state: State): string {
  return state.zones[state.zoneIndex] ?? 'UTC';
}
