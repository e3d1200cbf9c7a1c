import {isMark, isPlainText, isSimpleText} from './simple-text.js';

let segmenter: Intl.Segmenter | undefined;

/**
@returns the text in grapheme clusters (UAX #29): what a reader takes for one character.

Plain text is split without `Intl.Segmenter`, whose first use alone costs some 10 ms on Node 20.
*/
export function splitClusters(text: string): readonly string[] {
  if (isPlainText(text)) return text.split('');
  if (isSimpleText(text)) {
    const clusters: string[] = [];
    for (const unit of text) {
      if (clusters.length > 0 && isMark(unit.charCodeAt(0))) clusters[clusters.length - 1] += unit;
      else clusters.push(unit);
    }
    return clusters;
  }
  segmenter ??= new Intl.Segmenter('en', {granularity: 'grapheme'});
  return Array.from(segmenter.segment(text), (part) => part.segment);
}
