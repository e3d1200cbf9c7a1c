/** Lines of a pane as text that reads well when spoken: whole sentences, and nothing that is only drawn. */
import type {Line} from '../core/draw/line.js';

/** Box drawing, blocks and Braille. */
const DRAWN = /[\u2500-\u259f\u2800-\u28ff]/gu;
/** The sign beside a date on which accounts differ, as `screenSigns` has it. */
const CONTESTED = /\s+(?:≷|<>)(?=\s|$)/gu;
const PARAGRAPH = /,?\s*(?:¶|\bpar\. ?)(\d+)/gu;

/** @returns `1 item`, `2 items`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/**
@param isStart - whether a text begins at a line; by default one text goes through all of them.
@returns lines as running text, each text a sentence; the numbers of paragraphs that stand beside it
come at its end.
*/
export function spoken(
  lines: readonly Line[],
  isStart: (index: number) => boolean = (index) => index === 0,
): string {
  const text = lines.reduce((said, line, at) => joined(said, line, isStart(at)), '');
  const paragraphs = [
    ...new Set(Array.from(text.matchAll(PARAGRAPH), ([, number]) => number ?? '')),
  ];
  const words = text
    .replaceAll(PARAGRAPH, ' ')
    .replaceAll(/\s+(?=[.?!])|\s+$/gu, '')
    .replaceAll(/\s+/gu, ' ');
  if (paragraphs.length === 0) return words;
  const name = paragraphs.length === 1 ? 'Paragraph' : 'Paragraphs';
  return `${sentence(words)} ${name} ${paragraphs.join(', ')}`;
}

function joined(said: string, line: Line, isStart: boolean): string {
  const text = textOf(line);
  if (said === '' || text === '') return said + text;
  return isStart ? `${sentence(said)} ${capital(text)}` : `${said} ${text}`;
}

/** @returns a text with its first letter a capital. */
export function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}

/** @returns a text with one mark at its end. */
export function sentence(text: string): string {
  return /[.?!:…]["”’)]?$/u.test(text) ? text : `${text}.`;
}

/** @returns a text without second full stops: a sentence that ends in an abbreviation needs none. */
export function oneStop(text: string): string {
  return text.replaceAll(/([.?!])\.(?=\s|$)/gu, '$1');
}

/** @returns a line as text; drawing characters say nothing when spoken. */
export function textOf(line: Line): string {
  return (
    line
      .map((span) =>
        span.role === 'border' || span.role === 'water' || span.role === 'land' ? ' ' : span.text,
      )
      .join('')
      .replaceAll(DRAWN, ' ')
      .replaceAll(CONTESTED, ', accounts differ')
      .trim()
      // Columns of a line are heard with a pause between them.
      .replaceAll(/([^\s,.:;]) {2,}(?=\S)/gu, '$1, ')
      .replaceAll(/\s+/gu, ' ')
      .trim()
  );
}
