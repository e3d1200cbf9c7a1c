import {chronologySchema, type JsonSchema} from './chronology-schema.js';

/**
Put the keys of a chronology, or of any part of it, in the order of the schema.

@param value - plain data; not changed.
@param schema - describes it; the whole chronology when left out.
@returns a copy; keys that the schema does not name come last, undefined ones not at all.
*/
export function orderKeys(value: unknown, schema: JsonSchema = chronologySchema): unknown {
  const described = resolve(schema);
  if (Array.isArray(value)) {
    return value.map((item) => orderKeys(item, described.items ?? {}));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  // What is claimed has keys of its own choosing, most often those of a quantity.
  const properties = described.properties ?? chronologySchema.$defs?.['quantity']?.properties ?? {};
  const ranks = new Map(Object.keys(properties).map((key, rank) => [key, rank]));
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const rank = (key: string): number => ranks.get(key) ?? ranks.size;
  entries.sort(([one], [other]) => rank(one) - rank(other));
  return Object.fromEntries(
    entries.map(([key, item]) => [
      key,
      orderKeys(item, Object.hasOwn(properties, key) ? properties[key] : {}),
    ]),
  );
}

function resolve(schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return name === undefined ? schema : (chronologySchema.$defs?.[name] ?? schema);
}
