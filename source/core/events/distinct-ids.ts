/**
@param isTaken - whether an id is in use already.
@returns a function that gives each id once: as it is the first time, then with a number behind it, from 2.
*/
export function distinctIds(isTaken: (id: string) => boolean): (id: string) => string {
  const copies = new Map<string, number>();
  return (base) => {
    if (!isTaken(base)) return base;
    let copy = copies.get(base) ?? 1;
    let id: string;
    do {
      copy += 1;
      id = `${base}-${copy}`;
    } while (isTaken(id));
    copies.set(base, copy);
    return id;
  };
}
