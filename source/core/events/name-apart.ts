import {idWithName} from './id-with-name.js';

type Thing = {readonly id: string};

/** Things of one id that are one; several of one id are several things. */
type Group<T extends Thing> = {
  readonly things: readonly T[];
  /** Where the first of them stands, from 0. */
  readonly file: number;
};

export type NamingApart<T extends Thing> = {
  /** Whether two things of one id are one. */
  readonly isSame: (a: T, b: T) => boolean;
  /** What stands behind the id of the later of two that are not. */
  readonly nameOf: (thing: T) => string;
  /** Makes an id that nothing else has, given the position of the file. */
  readonly free: (id: string, file: number) => string;
};

/**
Give different ids to what several files call by one id and is not one thing.

Which things are one does not depend on the order of the files, and the id that the later one gets
is the same whatever other files there are, so that what was merged can be merged again.

@param lists - the things of one kind in each file, ids unique in each.
@returns for each file the new ids by the old ones.
*/
export function nameApart<T extends Thing>(
  lists: readonly (readonly T[])[],
  {isSame, nameOf, free}: NamingApart<T>,
): readonly ReadonlyMap<string, string>[] {
  const longId = (thing: T): string => idWithName(thing.id, nameOf(thing));
  // By id, and by the id that one gets beside another.
  const groups = new Map<string, Set<Group<T>>>();
  const groupOf = new Map<T, Group<T>>();
  for (const [file, list] of lists.entries()) {
    for (const thing of list) {
      const keys = [thing.id, longId(thing)];
      const near = new Set(keys.flatMap((key) => [...(groups.get(key) ?? [])]));
      const same = [...near].filter(({things}) => things.some((other) => isSame(other, thing)));
      const group: Group<T> = {
        things: [...same.flatMap(({things}) => things), thing],
        file: Math.min(file, ...same.map((one) => one.file)),
      };
      for (const member of group.things) {
        groupOf.set(member, group);
        for (const key of [member.id, longId(member)]) {
          const kept = [...(groups.get(key) ?? [])].filter((one) => !same.includes(one));
          groups.set(key, new Set([...kept, group]));
        }
      }
    }
  }
  const names = new Map<Group<T>, string>();
  const used = new Set<string>();
  return lists.map((list, file) => {
    const ids = new Map<string, string>();
    for (const thing of list) {
      const group = groupOf.get(thing);
      if (group === undefined) continue;
      const own = used.has(thing.id) ? longId(thing) : thing.id;
      const id = names.get(group) ?? (file === 0 ? own : free(own, file));
      names.set(group, id);
      used.add(id);
      ids.set(thing.id, id);
    }
    return ids;
  });
}
