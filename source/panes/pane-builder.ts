import {fitLine} from '../core/draw/fit-text.js';
import type {Line, Role, Span} from '../core/draw/line.js';
import {textWidth} from '../core/draw/text-width.js';
import {wrapPieces} from '../core/draw/wrap-text.js';
import type {PaneContent, PaneItem, Target} from '../core/state/pane-content.js';

/** Running text: a word or a sentence in one role. */
export type Piece = Span;

type ItemOptions = {
  readonly target?: Target | undefined;
  /** Text for the clipboard, made when it is asked for; by default the item's own. */
  readonly copy?: () => string;
  readonly indent?: number;
  /** See `PaneItem`. */
  readonly spokenBefore?: string;
  /** Set at the right edge of the first line: a citation, a number. */
  readonly right?: Piece | undefined;
  /** Set at the right edge where the text leaves it room on its only line, else on a line of its own. */
  readonly after?: Piece | undefined;
};

/** One of several items that share lines: where its sign of selection stands, and where it leads. */
export type ColumnItem = {
  readonly column: number | undefined;
  /** Its lines `[firstLine, endLine)`, from the first of those that are shared. */
  readonly firstLine: number;
  readonly endLine: number;
  readonly target: Target;
  readonly copy: () => string;
};

/** Columns that the text of an item has at least beside the note at its right, and half of them all. */
const LEAST_ROOM = 12;

/** Collects the lines and items of a pane, wrapped to its width. */
export type PaneBuilder = {
  /** A heading over what follows, with a note behind it and a blank line before it unless it is the first. */
  heading(text: string, note?: string): void;
  /** Text that can be read but not selected. */
  text(pieces: readonly Piece[] | string, role?: Role, indent?: number): void;
  /** Something that can be selected and, with a target, entered. */
  item(pieces: readonly Piece[] | string, options?: ItemOptions): void;
  /** Lines drawn elsewhere, as they are. */
  lines(lines: readonly Line[]): void;
  /** Items side by side in lines drawn elsewhere, in the order of their lines and columns. */
  columns(lines: readonly Line[], items: readonly ColumnItem[]): void;
  blank(): void;
  done(labels: {
    readonly title: string;
    readonly badge?: string;
    readonly crumb: string;
  }): PaneContent;
};

/** @param widthColumns - room for text; every line is at most that wide. */
export function createPane(widthColumns: number): PaneBuilder {
  const lines: Line[] = [];
  const items: PaneItem[] = [];
  const starts = new Set<number>();

  function add(
    more: readonly Line[],
    item?: Pick<PaneItem, 'target' | 'spokenBefore'> & {copy: () => string},
  ): void {
    const firstLine = lines.length;
    starts.add(firstLine);
    lines.push(...more);
    if (item !== undefined) items.push(itemOf({...item, firstLine, endLine: lines.length}));
  }

  function blank(): void {
    if (lines.length > 0 && (lines.at(-1)?.length ?? 0) > 0) lines.push([]);
  }

  return {
    heading(text, note = '') {
      blank();
      const name: Piece = {text, role: 'heading'};
      const behind: Piece = {text: note, role: 'muted'};
      if (note === '') add(wrapPieces([name], widthColumns));
      else if (textWidth(text) + 2 + textWidth(note) <= widthColumns) {
        add([[name, {text: '  ', role: 'text'}, behind]]);
      } else add([...wrapPieces([name], widthColumns), ...indented([behind], widthColumns, 2)]);
    },
    text(pieces, role = 'text', indent = 0) {
      add(indented(piecesOf(pieces, role), widthColumns, indent));
    },
    item(pieces, options = {}) {
      const {target, right, after, spokenBefore} = options;
      const body = piecesOf(pieces, 'text');
      const plain = body.map((piece) => piece.text).join('');
      const note = (after ?? right)?.text ?? '';
      const own = (): string => (note === '' ? plain : `${plain} (${note})`);
      add(withNote(body, options, widthColumns), {
        target,
        copy: options.copy ?? own,
        ...(spokenBefore === undefined ? {} : {spokenBefore}),
      });
    },
    lines(more) {
      for (const line of more) add([line]);
    },
    columns(more, columnItems) {
      const top = lines.length;
      for (const line of more) add([line]);
      for (const {column, firstLine, endLine, ...item} of columnItems) {
        const place = column === undefined ? {} : {column};
        items.push(itemOf({...place, ...item, firstLine: top + firstLine, endLine: top + endLine}));
      }
    },
    blank,
    done: ({title, badge = '', crumb}) => ({title, badge, crumb, lines, starts, items}),
  };
}

/** What is copied of an item is many times as long as what is seen of it, and seldom asked for. */
function itemOf({copy, ...item}: Omit<PaneItem, 'copy'> & {readonly copy: () => string}): PaneItem {
  let made: string | undefined;
  return {
    ...item,
    get copy() {
      return (made ??= copy());
    },
  };
}

/** Text with what stands at its right edge, or below where there is too little room for both. */
function withNote(
  body: readonly Piece[],
  {right, after, indent = 0}: Pick<ItemOptions, 'right' | 'after' | 'indent'>,
  widthColumns: number,
): readonly Line[] {
  const note = after ?? right;
  if (note === undefined || note.text === '') return indented(body, widthColumns, indent);
  // Words are not to be read as the end of the sentence beside them.
  const gap = /^\p{L}(?!\S*\d)/u.test(note.text) ? '  ' : ' ';
  const noteColumns = textWidth(note.text) + gap.length;
  const room = widthColumns - noteColumns;
  const bodyColumns = indent + textWidth(body.map((piece) => piece.text).join(''));
  const least = Math.max(LEAST_ROOM, Math.floor(widthColumns / 2));
  if (room < (after === undefined ? least : bodyColumns)) {
    return [...indented(body, widthColumns, indent), ...indented([note], widthColumns, indent + 2)];
  }
  const [first = [], ...rest] = indented(body, widthColumns, indent, noteColumns);
  return [[...fitLine(first, room), {text: gap, role: 'text'}, note], ...rest];
}

function piecesOf(pieces: readonly Piece[] | string, role: Role): readonly Piece[] {
  return typeof pieces === 'string' ? [{text: pieces, role}] : pieces;
}

/**
Wrapped with all lines indented, those after the first by two more so that items stand apart; a note
beside the first line takes columns of that line alone.
*/
function indented(
  pieces: readonly Piece[],
  widthColumns: number,
  indent: number,
  noteColumns = 0,
): readonly Line[] {
  const room = Math.max(8, widthColumns - indent);
  const wrapped = wrapPieces(pieces, room, 2, Math.max(8, room - noteColumns));
  if (indent === 0) return wrapped;
  return wrapped.map((line) => [{text: ' '.repeat(indent), role: 'text' as const}, ...line]);
}
