/**
The pane contract.

How to add a pane: write one file in `panes/` that exports a `Pane`, add its name to `PaneName` in
`core/state/pane-content.ts` and one line to `panes/pane-registry.ts`. A pane is a pure function
from questions asked of the store to lines with selectable items; moving, scrolling, going in and
coming back are done for it. The contract suite in `test/panes/` runs over every pane.
*/
import type {Charset} from '../core/draw/glyphs.js';
import type {Line} from '../core/draw/line.js';
import type {MapRequest} from '../core/draw/map-drawing.js';
import type {EventRow, EventStore, EventView} from '../core/events/event-store.js';
import type {SourceCopy} from '../core/events/source-copy.js';
import type {PaneContent, PaneName} from '../core/state/pane-content.js';
import type {MapView} from '../core/draw/map-view.js';

/** Draws a map with the outlines already in it. */
export type DrawMap = (request: Omit<MapRequest, 'outlines'>) => readonly Line[];

/** What words are made from. */
export type Told = Pick<PaneInput, 'store' | 'charset' | 'zone' | 'isListing'>;

export type PaneInput = {
  readonly store: EventStore;
  /** The filtered view. */
  readonly view: EventView;
  readonly subject: string;
  /** Room for text, 20 or more. */
  readonly widthColumns: number;
  readonly heightRows: number;
  readonly charset: Charset;
  /** True for a listing, in which nothing can be opened: nothing is cut then. False by default. */
  readonly isListing?: boolean;
  /** IANA zone in which times are shown. */
  readonly zone: string;
  /** The event from which times are measured, when the reader has set one. */
  readonly measureFrom: EventRow | undefined;
  /** The reader's own copies of sources, by source id; never kept. */
  readonly copies: ReadonlyMap<string, SourceCopy>;
  /** Where the map stands, for panes with one. */
  readonly map: MapView | undefined;
  /** Draws maps; undefined until it is loaded, which a place pane asks for. */
  readonly drawMap: DrawMap | undefined;
};

export type Pane = {
  readonly name: PaneName;
  /** One line for the palette: what the pane shows. */
  readonly summary: string;
  content(input: PaneInput): PaneContent;
};
