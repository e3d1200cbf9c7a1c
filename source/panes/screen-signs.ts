import type {Charset} from '../core/draw/glyphs.js';

/** Signs at the edges of list and pane. */
export type ScreenSigns = {
  /** More lines above, below. */
  readonly up: string;
  readonly down: string;
  /** Accounts differ. */
  readonly contested: string;
};

const SIGNS: Readonly<Record<Charset, ScreenSigns>> = {
  unicode: {up: '▲', down: '▼', contested: '≷'},
  ascii: {up: '^', down: 'v', contested: '<>'},
};

/** @returns the signs that list and pane put at their edges. */
export function screenSigns(charset: Charset): ScreenSigns {
  return SIGNS[charset];
}
