/** What a pane is made of, in terms that the state update can move through without knowing any pane. */
import type {Line} from '../draw/line.js';

/** The panes of the drill-down. */
export type PaneName =
  | 'event'
  | 'accounts'
  | 'contested'
  | 'claim'
  | 'actor'
  | 'place'
  | 'chain'
  | 'source'
  | 'sources'
  | 'figures'
  | 'moment'
  | 'problems'
  | 'changes'
  | 'legend';

/** A place to go: a pane about a subject. A subject is an id, `event#field` for accounts, or empty. */
export type Target = {readonly pane: PaneName; readonly subject: string};

/** Something in a pane that can be selected: where it stands, where it leads, what copying it gives. */
export type PaneItem = {
  /** Lines `[firstLine, endLine)` of the pane. */
  readonly firstLine: number;
  readonly endLine: number;
  /** Column of the text at which the sign of selection is drawn; absent for the gutter at the left. */
  readonly column?: number;
  /** What stands only above it, and is needed to understand it alone when it is spoken: its speaker. */
  readonly spokenBefore?: string;
  /** Where Enter leads; undefined for what can only be read and copied. */
  readonly target: Target | undefined;
  /** Plain text with attribution and citation. */
  readonly copy: string;
};

export type PaneContent = {
  /** Heading of the pane: `Event`. */
  readonly title: string;
  /** Beside the heading: `claims 9 · accounts 3`. */
  readonly badge: string;
  /** Name in the breadcrumb. */
  readonly crumb: string;
  readonly lines: readonly Line[];
  /** Lines at which a text begins; the others go on with the line before. */
  readonly starts: ReadonlySet<number>;
  /** In order of their lines; items side by side share lines and differ in their column. */
  readonly items: readonly PaneItem[];
};
