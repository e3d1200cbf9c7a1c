import {fitLine} from '../core/draw/fit-text.js';
import type {Line, Role} from '../core/draw/line.js';
import {wrapPieces} from '../core/draw/wrap-text.js';
import type {Claim} from '../core/events/chronology.js';
import type {Answer, FieldAccounts} from '../core/events/event-store.js';
import {citationsWords} from './citation-words.js';
import {claimPieces, wordedAlike} from './claim-words.js';
import type {ColumnItem, PaneBuilder, Piece} from './pane-builder.js';
import type {PaneInput} from './pane.js';
import {signsOf} from './signs.js';
import {speakerParts} from './speaker-words.js';
import {claimCopy} from './copy-words.js';

/** Columns of an account and of the bar beside it at least. */
const LEAST_COLUMNS = 30;
const BAR_COLUMNS = 3;

/** Where a claim stands in its column, in lines from the top of it. */
type Place = {readonly claim: Claim; readonly firstLine: number; readonly endLine: number};

type Cell = {readonly lines: readonly Line[]; readonly places: readonly Place[]};

/** Add answers in columns of equal width, in rows of as many as fit; none stands above another. */
export function addColumns(pane: PaneBuilder, field: FieldAccounts, input: PaneInput): void {
  const {widthColumns} = input;
  const answers = [
    ...field.answers,
    ...field.inferred.map((claim): Answer => ({claims: [claim], asOf: undefined})),
  ];
  const most = Math.max(2, Math.floor((widthColumns + BAR_COLUMNS) / LEAST_COLUMNS));
  const rows = Math.ceil(answers.length / most);
  const perRow = Math.ceil(answers.length / rows);
  const width = Math.floor((widthColumns - BAR_COLUMNS * (perRow - 1)) / perRow);
  for (let start = 0; start < answers.length; start += perRow) {
    const cells = answers
      .slice(start, start + perRow)
      .map((answer) => cellOf(answer, width, input));
    if (start > 0) pane.blank();
    addRow(pane, cells, width, input);
  }
}

/** What is said, once in the same words, and below it each who says so, with where that stands. */
function cellOf({claims}: Answer, width: number, input: PaneInput): Cell {
  const {dash} = signsOf(input.charset);
  const hang = ' '.repeat(dash.length + 1);
  const lines: Line[] = [];
  const places: Place[] = [];
  const add = (text: string, role: Role): void => {
    if (text === '') return;
    for (const line of wrapPieces([{text, role}], width - hang.length)) {
      lines.push([{text: hang, role: 'text'}, ...line]);
    }
  };
  for (const alike of wordedAlike(claims, input)) {
    let firstLine = lines.length;
    const [first] = alike;
    if (first === undefined) continue;
    lines.push(...wrapPieces(claimPieces(first, input), width));
    for (const claim of alike) {
      const [name = '', ...rest] = speakerParts(claim, input);
      lines.push(
        ...wrapPieces(
          [
            {text: `${dash} `, role: 'muted'},
            {text: name, role: 'link'},
          ],
          width,
          hang.length,
        ),
      );
      add(rest.join(', '), 'muted');
      add(citationsWords([claim], input, true), 'muted');
      places.push({claim, firstLine, endLine: lines.length});
      firstLine = lines.length;
    }
  }
  return {lines, places};
}

/** Draw one row of columns; each claim in it can be selected. */
function addRow(pane: PaneBuilder, cells: readonly Cell[], width: number, input: PaneInput): void {
  const height = Math.max(...cells.map((cell) => cell.lines.length));
  const bar: Piece = {text: input.charset === 'ascii' ? ' | ' : ' │ ', role: 'border'};
  const lines = Array.from({length: height}, (_, index): Line =>
    cells.flatMap((cell, column): Line => {
      const own = fitLine(cell.lines[index] ?? [], width);
      return column === 0 ? own : [bar, ...own];
    }),
  );
  const items = cells.flatMap(({places}, column) =>
    places.map(({claim, firstLine, endLine}): ColumnItem => ({
      column: column === 0 ? undefined : column * (width + BAR_COLUMNS) - 1,
      firstLine,
      endLine,
      target: {pane: 'claim', subject: claim.id},
      copy: () => claimCopy([claim], input),
    })),
  );
  // From line to line, and in a line from left to right.
  pane.columns(
    lines,
    items.sort((a, b) => a.firstLine - b.firstLine || (a.column ?? 0) - (b.column ?? 0)),
  );
}
