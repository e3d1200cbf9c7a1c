/**
A list whose items are made when they are looked at, and only then.

@param length - how many items there are.
@param make - makes the item at a position; an item that cannot be made is left out of no count.
@returns a list that reads like an array: `length`, indexes, `slice`, `for of`.
*/
export function lazyList<T>(length: number, make: (at: number) => T | undefined): readonly T[] {
  const items: T[] = new Array<T>(length);
  return new Proxy(items, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) {
        const at = Number(key);
        if (at >= length) return undefined;
        return make(at);
      }
      return Reflect.get(target, key) as unknown;
    },
    has: (target, key) =>
      typeof key === 'string' && /^\d+$/.test(key)
        ? Number(key) < length
        : Reflect.has(target, key),
  });
}
