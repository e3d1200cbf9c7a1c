/** @returns a function from ids to names; an unknown id stands for itself. */
export function nameLookup(
  things: readonly {readonly id: string; readonly name: string}[],
): (id: string) => string {
  const names = new Map(things.map(({id, name}) => [id, name]));
  return (id) => names.get(id) ?? id;
}
