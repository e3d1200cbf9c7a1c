import type {EventRow} from '../events/event-store.js';
import type {Glyphs} from './glyphs.js';
import type {Role} from './line.js';
import type {CellRow} from './timeline-cells.js';

/** How the events of a link stand to the selected one: it answers them, or they answer it. */
export type LinkDirection = 'answers' | 'answered-by';

/** What is selected and linked, and how it is drawn. */
export type SignInput = {
  /** Of the window; a row of cells has a margin of one at both sides. */
  readonly columns: number;
  readonly glyphs: Glyphs;
  /** Of the lane. */
  readonly role: Role;
  /** Position of the selected event, -1 for none. */
  readonly selected: number;
  readonly selectedRole: Role;
  readonly links: ReadonlyMap<number, LinkDirection>;
};

/** @returns true when the selected event is among some. */
function isSelected(events: readonly EventRow[], input: SignInput): boolean {
  return events.some((event) => event.index === input.selected);
}

/** @returns the role of the sign of some events: selected before linked before that of their lane. */
export function roleOf(events: readonly EventRow[], input: SignInput): Role {
  if (isSelected(events, input)) return input.selectedRole;
  return directionOf(events, input) === undefined ? input.role : 'link';
}

/** @returns how the first linked event among some stands to the selected one; undefined when none is linked. */
export function directionOf(
  events: readonly EventRow[],
  {links}: SignInput,
): LinkDirection | undefined {
  if (links.size === 0) return undefined;
  return events.map((event) => links.get(event.index)).find((each) => each !== undefined);
}

/** @returns what stands around the sign of some events; empty texts when none is selected or linked. */
export function bracketsFor(
  events: readonly EventRow[],
  input: SignInput,
): readonly [left: string, right: string] {
  const {glyphs} = input;
  if (isSelected(events, input)) return [glyphs.selectedLeft, glyphs.selectedRight];
  switch (directionOf(events, input)) {
    case 'answers':
      return [glyphs.answeredLeft, glyphs.answeredRight];
    case 'answered-by':
      return [glyphs.answerLeft, glyphs.answerRight];
    case undefined:
      return ['', ''];
  }
}

/**
Put brackets into the cells beside columns `[from, to)` of the window: always those of the selected
event; those of a linked one where there is a blank or the body of a bar, for signs can't be spared.
*/
export function drawBrackets(
  input: SignInput,
  events: readonly EventRow[],
  row: CellRow,
  from: number,
  to: number,
): void {
  const [left, right] = bracketsFor(events, input);
  if (left === '') return;
  const {bar, inferredBar, unknownBar, range} = input.glyphs;
  const isForced = isSelected(events, input);
  const role = roleOf(events, input);
  const put = (cell: number, text: string): void => {
    const isSpare = [' ', bar, inferredBar, unknownBar, range].includes(row.at(cell));
    if (isForced || isSpare) row.put(cell, text, role);
  };
  put(Math.max(0, from), left);
  put(Math.min(input.columns, to) + 1, right);
}
