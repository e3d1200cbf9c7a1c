export function licensesOf(
  metafile: {readonly inputs: Readonly<Record<string, unknown>>},
  root: string,
): Promise<string>;
