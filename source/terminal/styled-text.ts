import {
  BOLD,
  DEFAULT,
  DIM,
  INVERSE,
  ITALIC,
  NAMED,
  PALETTE,
  PLAIN_LOOK,
  RGB,
  STRIKE,
  UNDERLINE,
  lookOf,
  type Look,
  type Paint,
} from './cell-styles.js';
import {clusterGeneration, glyphsOf, type Glyph} from './glyphs-of-cells.js';

/** One line of cells; both of the same length, the width in columns. */
export type CellLine = {readonly glyphs: readonly Glyph[]; readonly looks: readonly Look[]};

// Anything that begins with ESC: SGR is read, everything else left out, the unfinished too.
const SEQUENCE =
  /\u001b(?:\[([\d;:]*)m|\[[\u0020-\u003f]*[\u0040-\u007e]?|[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|[\u0020-\u002f]*[\u0030-\u007e]?)/g;

type Pen = {color: Paint; background: Paint; attributes: number};

function extendedPaint(codes: readonly number[], at: number): {paint: Paint; used: number} {
  const [kind, first = 0, second = 0, third = 0] = codes.slice(at, at + 4);
  if (kind === 5) return {paint: PALETTE + (first & 0xff), used: 2};
  if (kind !== 2) return {paint: DEFAULT, used: codes.length};
  const value = ((first & 0xff) << 16) | ((second & 0xff) << 8) | (third & 0xff);
  return {paint: RGB + value, used: 4};
}

const SWITCHES: Readonly<Record<number, readonly [on: number, off: number]>> = {
  1: [BOLD, 0],
  2: [DIM, 0],
  3: [ITALIC, 0],
  4: [UNDERLINE, 0],
  7: [INVERSE, 0],
  9: [STRIKE, 0],
  22: [0, BOLD | DIM],
  23: [0, ITALIC],
  24: [0, UNDERLINE],
  27: [0, INVERSE],
  29: [0, STRIKE],
};

/** ECMA-48 §8.3.117 (SGR) with the colours of xterm. */
function applySgr(pen: Pen, parameters: string): void {
  const codes = parameters.split(/[;:]/).map(Number);
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    const flip = SWITCHES[code];
    if (flip !== undefined) pen.attributes = (pen.attributes | flip[0]) & ~flip[1];
    else if (code === 0) {
      pen.color = DEFAULT;
      pen.background = DEFAULT;
      pen.attributes = 0;
    } else if (code >= 30 && code <= 37) pen.color = NAMED + code - 30;
    else if (code >= 90 && code <= 97) pen.color = NAMED + code - 82;
    else if (code >= 40 && code <= 47) pen.background = NAMED + code - 40;
    else if (code >= 100 && code <= 107) pen.background = NAMED + code - 92;
    else if (code === 39) pen.color = DEFAULT;
    else if (code === 49) pen.background = DEFAULT;
    else if (code === 38 || code === 48) {
      const {paint, used} = extendedPaint(codes, at + 1);
      if (code === 38) pen.color = paint;
      else pen.background = paint;
      at += used;
    }
  }
}

type ReadLine = {
  readonly cells: CellLine;
  /** Whether its codes leave nothing for the line after it, which then can be read on its own. */
  readonly endsPlain: boolean;
};

function readLine(text: string, pen: Pen): ReadLine {
  let look = lookOf(pen.color, pen.background, pen.attributes);
  const glyphs: Glyph[] = [];
  const looks: Look[] = [];
  const add = (run: string): void => {
    for (const glyph of glyphsOf(run)) {
      glyphs.push(glyph);
      looks.push(look);
    }
  };
  let from = 0;
  for (const match of text.matchAll(SEQUENCE)) {
    if (match.index > from) add(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[1] !== undefined) {
      applySgr(pen, match[1]);
      look = lookOf(pen.color, pen.background, pen.attributes);
    }
  }
  if (from < text.length) add(from === 0 ? text : text.slice(from));
  return {cells: {glyphs, looks}, endsPlain: look === PLAIN_LOOK};
}

const plainPen = (): Pen => ({color: DEFAULT, background: DEFAULT, attributes: 0});

/** @returns a function that remembers at least the last texts asked for, and at most twice as many. */
function rememberLast<Value>(most: number, read: (text: string) => Value): (text: string) => Value {
  let recent = new Map<string, Value>();
  let older = new Map<string, Value>();
  let generation = clusterGeneration();
  return (text) => {
    if (generation !== clusterGeneration()) {
      generation = clusterGeneration();
      recent = new Map();
      older = new Map();
    }
    let value = recent.get(text);
    if (value !== undefined) return value;
    value = older.get(text) ?? read(text);
    if (recent.size >= most) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, value);
    return value;
  };
}

/** Lines of one frame and of the one before: what stays on the screen is read once. */
const readPlainStart = rememberLast(1000, (text) => readLine(text, plainPen()));

// Sequences that may reach over the end of a line, and one in their place that is left out as well.
const REACHING = /\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?/g;
const LEFT_OUT = '\u001b[~';

function readApart(text: string): readonly CellLine[] {
  const pen = plainPen();
  let isPlain = true;
  return text
    .replace(REACHING, LEFT_OUT)
    .split('\n')
    .map((piece) => {
      const known = isPlain ? readPlainStart(piece) : undefined;
      // What is left for the line after it is in the pen.
      const line = known?.endsPlain === true ? known : readLine(piece, pen);
      isPlain = line.endsPlain;
      return line.cells;
    });
}

/**
@param text - text with SGR codes; other escape codes are left out, other controls made visible.
@returns its lines as cells. Remembered, so don't change them.
*/
export const readStyledText = rememberLast(100, readApart);
