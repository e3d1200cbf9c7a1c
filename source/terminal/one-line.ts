import {EVERY_UNTYPED} from '../core/events/acting-characters.js';

const MOST = 300;

/** @returns what an error says in one line, bounded, without anything that acts on a terminal. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  const line = text
    .slice(0, MOST * 4)
    .replace(EVERY_UNTYPED, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return line.length > MOST ? `${line.slice(0, MOST)}...` : line;
}
