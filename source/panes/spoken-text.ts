/** Lines of a pane as text that reads well when spoken: whole sentences, and nothing that is only drawn. */
import type {Line, Span} from '../core/draw/line.js';

/** Box drawing, blocks and Braille. */
const DRAWN = /[\u2500-\u259f\u2800-\u28ff]/gu;
const PARAGRAPH = /,?\s*(?:¶|\bpar\. ?)(\d+)/gu;

/** @returns `1 item`, `2 items`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** @returns lines as running text; the numbers of paragraphs that stand beside it come at its end. */
export function spoken(lines: readonly Line[]): string {
  const text = lines.reduce((said, line, at) => joined(said, lines[at - 1], line), '');
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

/** Another role at the beginning of a line, where the line is no continuation, is another sentence. */
function joined(said: string, before: Line | undefined, line: Line): string {
  const text = textOf(line);
  if (said === '' || text === '') return said + text;
  const last = before?.findLast(isWritten);
  const first = line.find(isWritten);
  const isContinued = indentOf(line) > indentOf(before ?? []) || last?.role === first?.role;
  return isContinued ? `${said} ${text}` : `${sentence(said)} ${capital(text)}`;
}

function isWritten({text}: Span): boolean {
  return text.replaceAll(PARAGRAPH, '').trim() !== '';
}

function indentOf(line: Line): number {
  const text = line.map((span) => span.text).join('');
  return text.length - text.trimStart().length;
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
      .trim()
      // Columns of a line are heard with a pause between them.
      .replaceAll(/([^\s,.:;]) {2,}(?=\S)/gu, '$1, ')
      .replaceAll(/\s+/gu, ' ')
      .trim()
  );
}
