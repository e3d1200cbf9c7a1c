import type {Charset} from '../core/draw/glyphs.js';

/** The signs of running text that have no ASCII form of their own. */
export type Signs = {
  readonly paragraph: string;
  readonly openQuote: string;
  readonly closeQuote: string;
  readonly dash: string;
  readonly dot: string;
};

const SIGNS: Readonly<Record<Charset, Signs>> = {
  unicode: {paragraph: '¶', openQuote: '“', closeQuote: '”', dash: '—', dot: '·'},
  ascii: {paragraph: 'par.', openQuote: '"', closeQuote: '"', dash: '--', dot: '|'},
};

export function signsOf(charset: Charset): Signs {
  return SIGNS[charset];
}

/** @returns words between quotation marks. */
export function quoted(words: string, charset: Charset): string {
  const {openQuote, closeQuote} = signsOf(charset);
  return openQuote + words + closeQuote;
}
