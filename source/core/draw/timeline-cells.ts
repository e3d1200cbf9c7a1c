import type {Line, Role, Span} from './line.js';
import {splitClusters} from './split-clusters.js';
import {textWidth} from './text-width.js';

/** Characters that take one cell each, whatever stands beside them. */
const ONE_CELL_EACH =
  /^[\u0020-\u007e\u00bf\u2010-\u2027\u2190-\u21ff\u2500-\u25fc\u2800-\u28ff]*$/;

/** A row of cells that is drawn upon: used within one drawing and then turned into a line. */
export type CellRow = {
  readonly columns: number;
  /** Put text at a column; what falls outside is left out, a wide character that would be halved too. */
  put(column: number, text: string, role: Role): void;
  /** @returns true when nothing but blanks was put into `[from, to)`; outside the row nothing is free. */
  isFree(from: number, to: number): boolean;
  /** @returns the text of a cell, a blank when nothing was put there. */
  at(column: number): string;
  toSpans(): Line;
};

/** @returns an empty row. */
export function cellRow(columns: number): CellRow {
  const cells: string[] = [];
  const roles: Role[] = [];
  for (let i = 0; i < columns; i++) {
    cells.push(' ');
    roles.push('text');
  }
  return {
    columns,
    put(column, text, role) {
      let at = column;
      if (ONE_CELL_EACH.test(text)) {
        for (const character of text) {
          if (at >= 0 && at < columns) {
            cells[at] = character;
            roles[at] = role;
          }
          at++;
        }
        return;
      }
      for (const cluster of splitClusters(text)) {
        const width = textWidth(cluster);
        if (at >= 0 && at + width <= columns && width > 0) {
          cells[at] = cluster;
          roles[at] = role;
          for (let i = 1; i < width; i++) {
            cells[at + i] = '';
            roles[at + i] = role;
          }
        }
        at += width;
      }
    },
    isFree(from, to) {
      if (from < 0 || to > columns) return false;
      for (let i = from; i < to; i++) if (cells[i] !== ' ') return false;
      return true;
    },
    at: (column) => cells[column] ?? ' ',
    toSpans() {
      const spans: Span[] = [];
      let from = 0;
      for (let i = 1; i <= columns; i++) {
        if (i < columns && roles[i] === roles[from]) continue;
        spans.push({text: cells.slice(from, i).join(''), role: roles[from] ?? 'text'});
        from = i;
      }
      return spans;
    },
  };
}
