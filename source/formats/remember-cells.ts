/**
Remember what was made of cells that come again and again: a million rows name a few thousand actors.

@param most - answers kept; all are forgotten when there are more.
@returns a function that makes an answer for a key once. The answer is shared: it must not be changed.
*/
export function rememberCells<T>(most = 4_000): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}

/** @returns one text for several cells; no two lists of cells share one. */
export function cellsKey(cells: readonly (string | number | undefined)[]): string {
  let lengths = '';
  let texts = '';
  for (const cell of cells) {
    const text = typeof cell === 'number' ? String(cell) : (cell ?? '');
    lengths += `${text.length},`;
    texts += text;
  }
  return lengths + texts;
}
