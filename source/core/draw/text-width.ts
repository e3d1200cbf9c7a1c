import stringWidth from 'string-width';
import {isPlainText, isSimpleText, simpleWidth} from './simple-text.js';

/** How many texts that need their clusters found are remembered; they are slow on Node 20. */
const REMEMBERED = 2000;
const remembered = new Map<string, number>();

/**
@returns how many columns a text takes in a terminal.

Without control or escape codes. Most text is answered without segmenting, which on Node 20 is some
hundred times faster; the rest (emoji, Indic scripts, joined letters) by string-width.
*/
export function textWidth(text: string): number {
  if (isPlainText(text)) return text.length;
  if (isSimpleText(text)) {
    let width = 0;
    for (let index = 0; index < text.length; index++) width += simpleWidth(text.charCodeAt(index));
    return width;
  }
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const width = stringWidth(text);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, width);
  return width;
}
