/** What one file says of a thing that another has too, and that stands nowhere else in the merged one. */
export type Unsaid = {
  /** The title of the file. */
  readonly file: string;
  readonly phrases: readonly string[];
};

/**
@returns the note of a thing that two files have: those of both editors, and behind them what only the
later file says, with its title; each once. Undefined when there is nothing to note.
*/
export function joinNotes(
  one: string | undefined,
  other: string | undefined,
  {file, phrases}: Unsaid,
): string | undefined {
  const known = joinTexts([one, other]);
  const unsaid = phrases.filter((phrase) => known?.includes(phrase) !== true);
  if (unsaid.length === 0) return known;
  return joinTexts([known, `In “${file}”: ${unsaid.join('; ')}.`]);
}

/** @returns texts one behind the other, without those that another holds; undefined when there is none. */
export function joinTexts(texts: readonly (string | undefined)[]): string | undefined {
  let joined: string | undefined;
  for (const text of texts) {
    if (text === undefined || joined?.includes(text) === true) continue;
    joined = joined === undefined ? text : `${joined} ${text}`;
  }
  return joined;
}
