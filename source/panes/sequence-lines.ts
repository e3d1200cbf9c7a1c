import {glyphSet} from '../core/draw/glyphs.js';
import {cutText, fitLine} from '../core/draw/fit-text.js';
import {highlightLine} from '../core/draw/highlight-line.js';
import type {Line, Span} from '../core/draw/line.js';
import {textWidth} from '../core/draw/text-width.js';
import {wrapText} from '../core/draw/wrap-text.js';
import {sequenceRows, type SequenceRow} from '../core/layout/sequence-rows.js';
import {CHANGE_SIGNS} from '../core/events/change-words.js';
import {changedEvents} from '../core/events/changed-events.js';
import {listDay, listHeading} from '../core/state/list-heading.js';
import type {Env, State} from '../core/state/state.js';
import {screenSigns} from './screen-signs.js';
import {shortInterval} from '../core/time/interval-words.js';
import type {EventRow} from '../core/events/event-store.js';

/**
The list of events under their dates.

@returns exactly `height` lines of exactly `width` columns.
*/
export function sequenceLines(
  state: State,
  env: Env,
  width: number,
  height: number,
  words: readonly string[],
): readonly Line[] {
  const view = env.view(state);
  const glyphs = glyphSet(state.charset);
  const {ellipsis} = glyphs;
  const {changes} = env.store;
  const changed = changes === undefined ? undefined : changedEvents(changes);
  if (view.count === 0) return emptyLines(state, env, width, height);
  const measure = state.measureFrom === undefined ? undefined : rowOf(state.measureFrom);
  const rows = sequenceRows(view, state.stop.top, height, listHeading(state, view));
  const dayOf = listDay(state, view, glyphs.dash);
  const orderNote =
    env.store.chronology.sources.length === 1 ? "  in the report's order" : '  order not told';
  const lines = rows.map((item, index): Line => {
    if (item.kind === 'heading') {
      const isTold = dayOf !== undefined || !isOrderUnknown(rows.slice(index + 1, index + 3));
      const note = isTold ? '' : orderNote;
      const isRoom = textWidth(item.text) + note.length + 2 <= width;
      return fitLine(
        [
          {text: `  ${item.text}`, role: 'heading'},
          {text: isRoom ? note : '', role: 'muted'},
        ],
        width,
        ellipsis,
      );
    }
    const {row} = item;
    const isSelected = row.index === state.stop.cursor;
    const isFocused = isSelected && state.stop.focus === 'sequence';
    const glyph = (row.when.isInferred ? glyphs.inferred : glyphs.stated)[row.glyph];
    const marks = Object.entries(state.marks).filter(([, id]) => id === row.id);
    const change = changed?.get(row.id);
    const right = [
      change === undefined ? '' : CHANGE_SIGNS[change],
      measure === undefined || measure.id === row.id ? '' : shortInterval(measure, row),
      row.isContested ? screenSigns(state.charset).contested : '',
      ...marks.map(([mark]) => `'${mark}`),
    ]
      .filter((part) => part !== '')
      .join(' ');
    const before = rows[index - 1];
    const day = dayOf === undefined ? '' : dayWords(row, before, dayOf);
    const room = width - 4 - day.length - (right === '' ? 0 : textWidth(right) + 1);
    const title: Line = highlightLine(
      [
        {
          text: cutText(row.title, room, ellipsis),
          role: isFocused ? 'selected-title' : isSelected ? 'selected-inactive' : 'text',
        },
      ],
      words,
    );
    const marker: Line = isSelected
      ? [
          {text: isFocused ? '>' : '-', role: isFocused ? 'cursor' : 'muted'},
          {text: ' ', role: 'text'},
        ]
      : [{text: '  ', role: 'text'}];
    const lane: Span = {text: `${glyph} `, role: laneRole(row.lane)};
    const left = fitLine(
      [...marker, {text: day, role: 'muted'}, lane, ...title],
      width - (right === '' ? 0 : textWidth(right)),
    );
    return right === '' ? left : [...left, {text: right, role: 'contested'}];
  });
  return fill(lines, width, height);

  function rowOf(id: string): EventRow | undefined {
    const position = view.positionOf(id);
    return position < 0 ? undefined : view.rows(position, position + 1)[0];
  }
}

/** The day of a row in its month, once for all that begin on it. */
function dayWords(
  row: EventRow,
  before: SequenceRow | undefined,
  dayOf: (row: EventRow) => string,
): string {
  const day = dayOf(row);
  const isTold = before?.kind === 'event' && dayOf(before.row) === day;
  return isTold ? ' '.repeat(day.length) : day;
}

/** Two events that begin at one and the same unknown moment stand as the report tells them. */
function isOrderUnknown(rows: readonly SequenceRow[]): boolean {
  const [first, second] = rows;
  if (first?.kind !== 'event' || second?.kind !== 'event') return false;
  const [a, b] = [first.row.when, second.row.when];
  return a.start === b.start && a.end > a.start;
}

/** @returns the role of a lane's colour; there are six, which repeat. */
export function laneRole(lane: number): Span['role'] {
  const roles = ['lane-1', 'lane-2', 'lane-3', 'lane-4', 'lane-5', 'lane-6'] as const;
  return roles[lane % roles.length] ?? 'lane-1';
}

function emptyLines(state: State, env: Env, width: number, height: number): readonly Line[] {
  const lines: Line[] =
    state.filter === ''
      ? [[{text: '  The chronology has no events.', role: 'muted'}]]
      : [
          [{text: '  No event passes the filter.', role: 'warning'}],
          ...env
            .widen(state)
            .flatMap((hint) => wrapText(hint, width - 4))
            .map((text): Line => [{text: `  ${text}`, role: 'muted'}]),
          [{text: '  X drops the filter.', role: 'muted'}],
        ];
  return fill(
    lines.map((item) => fitLine(item, width, glyphSet(state.charset).ellipsis)),
    width,
    height,
  );
}

/** @returns the lines cut or filled with blank ones to exactly that height. */
export function fill(lines: readonly Line[], width: number, height: number): readonly Line[] {
  const blank: Line = [{text: ' '.repeat(width), role: 'text'}];
  return Array.from({length: height}, (_, index) => lines[index] ?? blank);
}
