import type {Charset} from './glyphs.js';

/** The characters of a map; each is a single column wide. */
export type MapGlyphs = {
  readonly place: string;
  readonly selected: string;
  readonly times: string;
  readonly left: string;
  readonly right: string;
  readonly up: string;
  readonly down: string;
  readonly water: string;
};

const GLYPHS: Readonly<Record<Charset, MapGlyphs>> = {
  unicode: {
    place: '•',
    selected: '◉',
    times: '×',
    left: '←',
    right: '→',
    up: '↑',
    down: '↓',
    water: '⠤',
  },
  ascii: {
    place: '*',
    selected: '@',
    times: 'x',
    left: '<',
    right: '>',
    up: '^',
    down: 'v',
    water: '~',
  },
};

/** @returns the characters with which a map is drawn beside its lines. */
export function mapGlyphs(charset: Charset): MapGlyphs {
  return GLYPHS[charset];
}
