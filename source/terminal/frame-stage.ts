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

const MOST_REMEMBERED = 4000;

/** @returns a function in the place of string-width: the same widths, without segmenting plain text. */
export function chooseStringWidth(stock: StringWidth): StringWidth {
  const remembered = new Map<string, number>();
  return (text, options) => {
    if (isStock || options !== undefined || typeof text !== 'string') return stock(text, options);
    if (!text.includes('\u001b')) return text.includes('\u009b') ? stock(text) : textWidth(text);
    let width = remembered.get(text);
    if (width === undefined) {
      const bare = text.replace(SGR, '');
      width = /[\u001b\u009b]/.test(bare) ? stock(text) : textWidth(bare);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(text, width);
    }
    return width;
  };
}
