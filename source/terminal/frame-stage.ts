import {textWidth} from '../core/draw/text-width.js';
import {cellOutput, type OutputLike, type OutputOptions} from './cell-output.js';

/**
Whether Ink draws with its own output stage and its own width function, as if nothing had been
replaced. To compare with it: `TICKTOCK_STOCK_INK=1`, or `setStockStages`.
*/
let isStock = process.env['TICKTOCK_STOCK_INK'] === '1';

/** @returns whether Ink's own stages are in use. */
export function usesStockStages(): boolean {
  return isStock;
}

/** Choose between Ink's stages and ours; for the test that compares the two. */
export function setStockStages(isWanted: boolean): void {
  isStock = isWanted;
}

/** @returns a class in the place of Ink's `Output` that makes either that or ours. */
export function chooseOutput(
  stock: new (options: OutputOptions) => OutputLike,
): new (options: OutputOptions) => OutputLike {
  function ChosenOutput(options: OutputOptions): OutputLike {
    return isStock ? new stock(options) : cellOutput(options);
  }
  return ChosenOutput as unknown as new (options: OutputOptions) => OutputLike;
}

type WidthOptions = {
  readonly ambiguousIsNarrow?: boolean;
  readonly countAnsiEscapeCodes?: boolean;
};
type StringWidth = (text: unknown, options?: WidthOptions) => number;

const SGR = /\u001b\[[\d;]*m/g;

/** @returns a function in the place of string-width: the same widths, without segmenting plain text. */
export function chooseStringWidth(stock: StringWidth): StringWidth {
  return (text, options) => {
    if (isStock || options !== undefined || typeof text !== 'string') return stock(text, options);
    const bare = text.includes('\u001b') ? text.replace(SGR, '') : text;
    return bare.includes('\u001b') || bare.includes('\u009b') ? stock(text) : textWidth(bare);
  };
}
