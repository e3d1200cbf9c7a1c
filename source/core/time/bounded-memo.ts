/**
Remember answers of a pure function, so that asking again costs nothing; no answer depends on it.

@param limit - answers kept; when one more comes, all are forgotten.
@returns a function that gives what `make` gives for a key.
*/
export function boundedMemo<Key, Answer>(
  limit: number,
  make: (key: Key) => Answer,
): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Answer;
    if (known.size >= limit) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
