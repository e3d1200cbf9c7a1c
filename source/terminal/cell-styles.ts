import type {Color, Style} from '../core/draw/style.js';

/** The look of a cell, as a number: its place in the table of looks. 0 is the terminal's own. */
export type Look = number;

export const PLAIN_LOOK: Look = 0;

/**
A colour as a number: `DEFAULT`; `NAMED` + 0 to 15; `PALETTE` + 0 to 255; `RGB` + 0xrrggbb.
*/
export type Paint = number;
export const DEFAULT: Paint = 0;
export const NAMED: Paint = 0x1000000;
export const PALETTE: Paint = 0x2000000;
export const RGB: Paint = 0x4000000;

export const BOLD = 1;
export const DIM = 2;
export const ITALIC = 4;
export const UNDERLINE = 8;
export const INVERSE = 16;
export const STRIKE = 32;

export type LookParts = {
  readonly color: Paint;
  readonly background: Paint;
  /** `BOLD`, `DIM`… added up. */
  readonly attributes: number;
};

const MOST_LOOKS = 0xffff;
const NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

const looks: LookParts[] = [{color: DEFAULT, background: DEFAULT, attributes: 0}];
const numbers = new Map<string, Look>([['0,0,0', PLAIN_LOOK]]);
const blanks: Look[] = [PLAIN_LOOK];

/** @returns the number of a look; the plain one when there are more than 65,535. */
export function lookOf(color: Paint, background: Paint, attributes: number): Look {
  const key = `${color},${background},${attributes}`;
  let look = numbers.get(key);
  if (look === undefined) {
    if (looks.length >= MOST_LOOKS) return PLAIN_LOOK;
    look = looks.length;
    looks.push({color, background, attributes});
    numbers.set(key, look);
  }
  return look;
}

/** @returns what a look is made of. */
export function lookParts(look: Look): LookParts {
  return looks[look] ?? (looks[PLAIN_LOOK] as LookParts);
}

/** @returns the look that an empty cell of this look has: what cannot be seen on it is left out. */
export function blankLook(look: Look): Look {
  let blank = blanks[look];
  if (blank === undefined) {
    const {color, background, attributes} = lookParts(look);
    const seen = attributes & (UNDERLINE | INVERSE | STRIKE);
    blank = lookOf(seen === 0 ? DEFAULT : color, background, seen);
    blanks[look] = blank;
  }
  return blank;
}

function paintOf(color: Color | undefined): Paint {
  if (color === undefined) return DEFAULT;
  if (color.startsWith('#')) {
    const value = Number.parseInt(color.slice(1), 16);
    return Number.isNaN(value) ? DEFAULT : RGB + (value & 0xffffff);
  }
  const isBright = color.endsWith('Bright');
  const index = NAMES.indexOf(isBright ? color.slice(0, -6) : color);
  return index < 0 ? DEFAULT : NAMED + index + (isBright ? 8 : 0);
}

const ofStyles = new WeakMap<Style, Look>();

/** @returns the look of a style as themes give it. Remembered for each: don't change them. */
export function lookOfStyle(style: Style): Look {
  let look = ofStyles.get(style);
  if (look === undefined) {
    look = readStyle(style);
    ofStyles.set(style, look);
  }
  return look;
}

function readStyle(style: Style): Look {
  const attributes =
    (style.bold === true ? BOLD : 0) |
    (style.dim === true ? DIM : 0) |
    (style.italic === true ? ITALIC : 0) |
    (style.underline === true ? UNDERLINE : 0) |
    (style.inverse === true ? INVERSE : 0);
  return lookOf(paintOf(style.color), paintOf(style.background), attributes);
}
