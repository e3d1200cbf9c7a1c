import stringWidth from 'string-width';

/** One column a UTF-16 unit: Latin, Greek, Cyrillic, punctuation, arrows, box drawing, Braille. */
const PLAIN =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25fc\u2800-\u28ff]*$/;

/**
The same and: combining marks (0), letters of Hebrew and Arabic (1) with their points (0), kana, Han,
Hangul syllables and full-width forms (2). In all of these a cluster is as wide as its first letter,
so that widths can be added up without finding the clusters.
*/
const ADDABLE =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u036f\u0370-\u0482\u048a-\u058f\u05b0-\u05bd\u05d0-\u05ea\u0621-\u063a\u0641-\u0652\u0660-\u0669\u0671-\u06d3\u06f0-\u06f9\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25fc\u2800-\u28ff\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/;

/** How many texts that need their clusters found are remembered; they are slow on Node 20. */
const REMEMBERED = 2000;
const remembered = new Map<string, number>();

function addableWidth(code: number): number {
  if (code < 0x0300) return 1;
  if (code < 0x0370) return 0;
  if (code < 0x05b0) return 1;
  if (code <= 0x05bd) return 0;
  if (code >= 0x064b && code <= 0x0652) return 0;
  return code < 0x3001 ? 1 : 2;
}

/**
@returns how many columns a text takes in a terminal.

Without control or escape codes. Most text is answered without segmenting, which on Node 20 is some
hundred times faster; the rest (emoji, Indic scripts, joined letters) by string-width.
*/
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  if (ADDABLE.test(text)) {
    let width = 0;
    for (let index = 0; index < text.length; index++) width += addableWidth(text.charCodeAt(index));
    return width;
  }
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const width = stringWidth(text);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, width);
  return width;
}
