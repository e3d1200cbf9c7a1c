const MOST = 300;

const ACTING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

/** @returns what an error says in one line, bounded, without anything that acts on a terminal. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  const line = text
    .slice(0, MOST * 4)
    .replace(ACTING, ' ')
    .trim();
  return line.length > MOST ? `${line.slice(0, MOST)}...` : line;
}
