import cameoTable from '../../../data/cameo.json' with {type: 'json'};

/** A CAMEO code in words, and its value on the Goldstein scale. */
export type CameoCode = {readonly name: string; readonly goldstein: number | undefined};

const TABLE: Readonly<Record<string, readonly (string | number | null)[]>> = cameoTable;

/**
@param code - CAMEO code as text, `010`; a longer code falls back to the longest prefix that is known.
@returns what it stands for; undefined when not even its root is known.
Source: CAMEO code book (Schrodt 2012); scale from Goldstein 1992, -10 to +10: a coding of the kind
of act and not a measurement of its effect. Table from the R package icews (MIT).
*/
export function cameoCode(code: string): CameoCode | undefined {
  for (let length = code.length; length >= 2; length--) {
    const key = code.slice(0, length);
    const entry = Object.hasOwn(TABLE, key) ? TABLE[key] : undefined;
    if (entry === undefined) continue;
    const [name, value] = entry;
    return {name: String(name), goldstein: typeof value === 'number' ? value : undefined};
  }
  return undefined;
}
