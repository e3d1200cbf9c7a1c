let segmenter: Intl.Segmenter | undefined;

const SIMPLE =
  /^[\u0020-\u007e\u00a0-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u21ff\u2500-\u25fc\u2800-\u28ff]*$/;

/**
@returns the text in grapheme clusters (UAX #29): what a reader takes for one character.

Plain text is split without `Intl.Segmenter`, whose first use alone costs some 10 ms on Node 20.
*/
export function splitClusters(text: string): readonly string[] {
  if (SIMPLE.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en', {granularity: 'grapheme'});
  return Array.from(segmenter.segment(text), (part) => part.segment);
}
