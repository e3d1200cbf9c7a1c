import {BLANK, CONTINUED} from './glyphs-of-cells.js';
import {clearCells, emptyScreen, putLine, type ScreenCells} from './screen-cells.js';
import {readStyledText, type CellLine} from './styled-text.js';
import {textOfCells} from './text-of-cells.js';

export type OutputOptions = {readonly width: number; readonly height: number};

type Transformer = (text: string, index: number) => string;
type Clip = {
  readonly x1: number | undefined;
  readonly x2: number | undefined;
  readonly y1: number | undefined;
  readonly y2: number | undefined;
};

/** Ink's `Output`: what its renderer calls while it walks the tree. */
export type OutputLike = {
  readonly width: number;
  readonly height: number;
  write(
    x: number,
    y: number,
    text: string,
    options: {readonly transformers: readonly Transformer[]},
  ): void;
  clip(clip: Clip): void;
  unclip(): void;
  get(): {readonly output: string; readonly height: number};
};

let frame: ScreenCells | undefined;
let isFinished = false;

/**
@returns the frame that Ink drew last, undefined when it hasn't drawn one since it was last asked.
The cells are drawn over by the next frame: copy them.
*/
export function takeFrame(): ScreenCells | undefined {
  if (!isFinished) return undefined;
  isFinished = false;
  return frame;
}

const tighter = (
  outer: number | undefined,
  inner: number | undefined,
  choose: (a: number, b: number) => number,
): number | undefined =>
  outer === undefined ? inner : inner === undefined ? outer : choose(outer, inner);

/** The columns `[from, to)` of a line; a wide glyph cut in half becomes a space. */
function cutLine(line: CellLine, from: number, to: number): CellLine {
  const glyphs = line.glyphs.slice(from, Math.max(from, to));
  const looks = line.looks.slice(from, Math.max(from, to));
  if (glyphs[0] === CONTINUED) glyphs[0] = BLANK;
  if (glyphs.length > 0 && line.glyphs[to] === CONTINUED) glyphs[glyphs.length - 1] = BLANK;
  return {glyphs, looks};
}

/**
Ink's output stage, drawing straight into cells. Stock Ink measures, slices and joins styled strings
for each write of each frame, which is nine tenths of its time; here a line that was on the screen
before is looked up and copied.

Draws what stock Ink draws, cell for cell; a test compares the two. `<Static>` isn't supported.
*/
export function cellOutput({width, height}: OutputOptions): OutputLike {
  const columns = Math.max(0, Math.trunc(width));
  const rows = Math.max(0, Math.trunc(height));
  if (frame?.columns === columns && frame.rows === rows) clearCells(frame);
  else frame = emptyScreen(columns, rows);
  isFinished = false;
  const cells = frame;
  const clips: Clip[] = [];

  return {
    width,
    height,
    write(x, y, text, {transformers}) {
      if (text === '') return;
      const clip = clips.at(-1);
      let left = Math.trunc(x);
      const top = Math.trunc(y);
      const isCutAcross = clip?.x1 !== undefined && clip.x2 !== undefined;
      if (!isCutAcross && !text.includes('\n')) {
        if (isRowHidden(clip, top)) return;
        putTransformed(cells, left, top, text, transformers, 0);
        return;
      }
      let lines = readStyledText(text);
      if (!isCutAcross && transformers.length === 0) {
        lines.forEach((line, index) => {
          if (!isRowHidden(clip, top + index)) putLine(cells, left, top + index, line);
        });
        return;
      }
      if (isCutAcross) {
        const {x1 = 0, x2 = 0} = clip;
        if (x1 >= x2) return;
        const widest = Math.max(...lines.map((line) => line.glyphs.length));
        if (left + widest < x1 || left > x2) return;
        const from = Math.max(0, x1 - left);
        const start = left;
        lines = lines.map((line) => cutLine(line, from, Math.min(line.glyphs.length, x2 - start)));
        left = Math.max(left, x1);
      }
      lines.forEach((line, index) => {
        if (isRowHidden(clip, top + index) || line.glyphs.length === 0) return;
        putTransformed(cells, left, top + index, textOfCells(line), transformers, index);
      });
    },
    clip(clip) {
      const outer = clips.at(-1);
      clips.push({
        x1: tighter(outer?.x1, clip.x1, Math.max),
        x2: tighter(outer?.x2, clip.x2, Math.min),
        y1: tighter(outer?.y1, clip.y1, Math.max),
        y2: tighter(outer?.y2, clip.y2, Math.min),
      });
    },
    unclip() {
      clips.pop();
    },
    get() {
      isFinished = true;
      return {output: '', height: rows};
    },
  };
}

function isRowHidden(clip: Clip | undefined, row: number): boolean {
  if (clip?.y1 === undefined || clip.y2 === undefined) return false;
  return row < clip.y1 || row >= clip.y2;
}

function putTransformed(
  cells: ScreenCells,
  column: number,
  row: number,
  text: string,
  transformers: readonly Transformer[],
  index: number,
): void {
  let styled = text;
  for (const transform of transformers) styled = transform(styled, index);
  const [line] = readStyledText(styled);
  if (line !== undefined) putLine(cells, column, row, line);
}
