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
  lookParts,
  type Look,
  type LookParts,
  type Paint,
} from './cell-styles.js';

/** 0 none; 8 and 16 named; 256 the palette; 16,777,216 every colour. */
export type ColorDepth = 0 | 8 | 16 | 256 | 16777216;

/** What the terminal understands, as far as styles go. */
export type SgrAbilities = {
  readonly colors: ColorDepth;
  /** False for a VT100: attributes are switched off all together (SGR 0) or not at all. */
  readonly hasSingleOff: boolean;
};

/** The sixteen of xterm's default palette (XTerm-col.ad). */
const SIXTEEN = [
  0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f,
  0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
];
/** base16-shell and its like redefine 16 to 21. */
const FIRST_KEPT = 22;
/** Steps of the 6x6x6 cube (xterm 256colres). */
const STEPS = [0, 95, 135, 175, 215, 255];

/** Weighted so that green counts most, as in the eye ("redmean", C. W. Riemersma). */
function distance(a: number, b: number): number {
  const redA = a >> 16;
  const redB = b >> 16;
  const mean = (redA + redB) / 2;
  const red = redA - redB;
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return (2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue;
}

function nearestNamed(rgb: number, count: number): number {
  let best = 0;
  for (let index = 1; index < count; index++) {
    if (distance(rgb, SIXTEEN[index] ?? 0) < distance(rgb, SIXTEEN[best] ?? 0)) best = index;
  }
  return best;
}

function nearestStep(value: number): number {
  let best = 0;
  STEPS.forEach((step, index) => {
    if (Math.abs(step - value) < Math.abs((STEPS[best] ?? 0) - value)) best = index;
  });
  return best;
}

function paletteRgb(index: number): number {
  if (index < 16) return SIXTEEN[index] ?? 0;
  if (index >= 232) return (8 + (index - 232) * 10) * 0x010101;
  const cube = index - 16;
  const red = STEPS[Math.floor(cube / 36)] ?? 0;
  const green = STEPS[Math.floor(cube / 6) % 6] ?? 0;
  return (red << 16) | (green << 8) | (STEPS[cube % 6] ?? 0);
}

function nearestPalette(rgb: number): number {
  const [red, green, blue] = [rgb >> 16, (rgb >> 8) & 255, rgb & 255].map(nearestStep);
  const cube = 16 + 36 * (red ?? 0) + 6 * (green ?? 0) + (blue ?? 0);
  const light = ((rgb >> 16) + ((rgb >> 8) & 255) + (rgb & 255)) / 3;
  const grey = 232 + Math.min(23, Math.max(0, Math.round((light - 8) / 10)));
  return distance(rgb, paletteRgb(grey)) < distance(rgb, paletteRgb(cube)) ? grey : cube;
}

/** @returns the paint that a terminal of a depth shows instead. */
export function reducePaint(paint: Paint, depth: ColorDepth): Paint {
  if (paint === DEFAULT || depth === 0) return DEFAULT;
  if (paint >= RGB) {
    const rgb = paint - RGB;
    if (depth >= 256) {
      const index = nearestPalette(rgb);
      // The very same colour in half the bytes; some shells put others in the first of the cube.
      const isSame = index >= FIRST_KEPT && paletteRgb(index) === rgb;
      return isSame || depth === 256 ? PALETTE + index : paint;
    }
    return NAMED + nearestNamed(rgb, depth === 8 ? 8 : 16);
  }
  if (paint >= PALETTE) {
    const index = paint - PALETTE;
    return depth >= 256 ? paint : NAMED + nearestNamed(paletteRgb(index), depth === 8 ? 8 : 16);
  }
  const index = paint - NAMED;
  if (depth !== 8 || index < 8) return paint;
  // Bright black on eight colours would be black, on a black screen nothing at all.
  return index === 8 ? DEFAULT : NAMED + index - 8;
}

function paintCodes(paint: Paint, base: 30 | 40): string {
  if (paint === DEFAULT) return `${base + 9}`;
  if (paint >= RGB) {
    const rgb = paint - RGB;
    return `${base + 8};2;${rgb >> 16};${(rgb >> 8) & 255};${rgb & 255}`;
  }
  if (paint >= PALETTE) return `${base + 8};5;${paint - PALETTE}`;
  const index = paint - NAMED;
  return `${index < 8 ? base + index : base + 52 + index}`;
}

const ATTRIBUTES: readonly (readonly [bit: number, on: number, off: number])[] = [
  [BOLD, 1, 22],
  [DIM, 2, 22],
  [ITALIC, 3, 23],
  [UNDERLINE, 4, 24],
  [INVERSE, 7, 27],
  [STRIKE, 9, 29],
];

function allOf(parts: LookParts): string[] {
  const codes: string[] = [];
  for (const [bit, on] of ATTRIBUTES) if (parts.attributes & bit) codes.push(`${on}`);
  if (parts.color !== DEFAULT) codes.push(paintCodes(parts.color, 30));
  if (parts.background !== DEFAULT) codes.push(paintCodes(parts.background, 40));
  return codes;
}

function changesBetween(from: LookParts, to: LookParts): string[] {
  const codes: string[] = [];
  const gone = from.attributes & ~to.attributes;
  let kept = from.attributes & to.attributes;
  for (const off of [22, 23, 24, 27, 29]) {
    const bits = ATTRIBUTES.reduce((sum, [bit, , itsOff]) => (itsOff === off ? sum | bit : sum), 0);
    if ((gone & bits) === 0) continue;
    codes.push(`${off}`);
    // Bold and dim are switched off together.
    kept &= ~bits;
  }
  for (const [bit, on] of ATTRIBUTES) if (to.attributes & ~kept & bit) codes.push(`${on}`);
  if (from.color !== to.color) codes.push(paintCodes(to.color, 30));
  if (from.background !== to.background) codes.push(paintCodes(to.background, 40));
  return codes;
}

function reduceParts(look: Look, depth: ColorDepth): LookParts {
  const {color, background, attributes} = lookParts(look);
  return {
    color: reducePaint(color, depth),
    background: reducePaint(background, depth),
    attributes,
  };
}

/**
@returns the codes that turn one look into another, one for each attribute and colour, never a reset:
a text that is styled as a whole later on opens its own codes again after each of these.
*/
export function sgrCodesBetween(from: Look, to: Look): readonly string[] {
  return from === to ? [] : changesBetween(lookParts(from), lookParts(to));
}

/**
@returns a function from two looks to the shortest escape sequence between them, `''` when the
terminal shows both alike. Remembered for each pair.
*/
export function sgrBetween(abilities: SgrAbilities): (from: Look, to: Look) => string {
  const remembered = new Map<number, string>();
  return (from, to) => {
    if (from === to) return '';
    const key = from * 65536 + to;
    let sequence = remembered.get(key);
    if (sequence !== undefined) return sequence;
    const before = reduceParts(from, abilities.colors);
    const after = reduceParts(to, abilities.colors);
    const isSame = changesBetween(before, after).length === 0;
    const fresh = allOf(after);
    const reset = fresh.length === 0 ? '\u001b[m' : `\u001b[0;${fresh.join(';')}m`;
    const change = `\u001b[${changesBetween(before, after).join(';')}m`;
    const isReset = !abilities.hasSingleOff
      ? to === PLAIN_LOOK || (before.attributes & ~after.attributes) !== 0
      : reset.length <= change.length;
    sequence = isSame ? '' : isReset ? reset : change;
    remembered.set(key, sequence);
    return sequence;
  };
}
