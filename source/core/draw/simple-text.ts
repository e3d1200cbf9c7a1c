/**
What most text is made of, and what can be said of it without finding its grapheme clusters first
(UAX #29): that takes Node 20 some hundred times longer.
*/

// Latin, Greek, Cyrillic, Armenian; punctuation, currency, letter-like signs, numbers, arrows, mathematics,
// technical signs, box drawing, shapes, dingbats and Braille, without what is shown as an emoji by itself.
const PLAIN_RANGES =
  '\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u02ff\\u0370-\\u0482\\u048a-\\u058f\\u2000-\\u200a\\u2010-\\u2027' +
  '\\u2030-\\u205e\\u2070\\u2071\\u2074-\\u208e\\u20a0-\\u20c0\\u2100-\\u218b\\u2190-\\u2319\\u231c-\\u2328' +
  '\\u232b-\\u23e8\\u23f4-\\u2426\\u2460-\\u25fc\\u25ff-\\u2613\\u2616-\\u262f\\u2638-\\u2647\\u2654-\\u267e' +
  '\\u2690-\\u2692\\u2694-\\u26a0\\u2701-\\u2704\\u2706-\\u2709\\u270c-\\u2727\\u2729-\\u274b\\u2758-\\u2794' +
  '\\u2798-\\u27af\\u27c0-\\u2b1a';

// Combining marks; Hebrew and Arabic letters with their points; kana, Han, Hangul syllables, full-width forms.
const OTHER_RANGES =
  '\\u0300-\\u036f\\u05b0-\\u05bd\\u05d0-\\u05ea\\u0621-\\u063a\\u0641-\\u0652\\u0660-\\u0669\\u0671-\\u06d3' +
  '\\u06f0-\\u06f9\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3' +
  '\\uff01-\\uff60';

const PLAIN = new RegExp(`^[${PLAIN_RANGES}]*$`);
const SIMPLE = new RegExp(`^[${PLAIN_RANGES}${OTHER_RANGES}]*$`);

/** @returns whether each UTF-16 unit of a text is a cluster of its own and one column wide. */
export function isPlainText(text: string): boolean {
  return PLAIN.test(text);
}

/** @returns whether each unit of a text is a cluster of its own, or a mark on the one before (`isMark`). */
export function isSimpleText(text: string): boolean {
  return SIMPLE.test(text);
}

/** @returns whether a unit of a simple text is a mark: no column, and part of the cluster before it. */
export function isMark(code: number): boolean {
  return (
    (code >= 0x0300 && code < 0x0370) ||
    (code >= 0x05b0 && code <= 0x05bd) ||
    (code >= 0x064b && code <= 0x0652)
  );
}

/** @returns columns of a unit of a simple text: 0, 1 or 2. */
export function simpleWidth(code: number): number {
  if (isMark(code)) return 0;
  return code < 0x3001 ? 1 : 2;
}
