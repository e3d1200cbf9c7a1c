/** A thing that files may both have: by its id, or because one calls it the same as another. */
type Named = {readonly id: string; readonly same_as?: readonly string[]};

/**
Find out which things of several files are one.

Things are one when they have an id in common or a `same_as` names it, in whichever file it stands;
what is one with the same thing is one, so the order of the files does not matter.

@param things - of one kind, those of the first file first.
@returns the id of the first of those that are one, for each id; ids in `same_as` that no thing has are
not among them.
*/
export function findSameThings(things: readonly Named[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    // What was passed points to the end from now on, so that long chains are walked once.
    for (let at = id; at !== root;) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const {id, same_as: others = []} of things) {
    for (const other of others) {
      const [one, another] = [rootOf(id), rootOf(other)];
      if (one !== another) parents.set(another, one);
    }
  }
  const firsts = new Map<string, string>();
  const found = new Map<string, string>();
  for (const {id} of things) {
    const root = rootOf(id);
    const first = firsts.get(root) ?? id;
    firsts.set(root, first);
    found.set(id, first);
  }
  return found;
}
