/** What an imported file held and what of it could not be kept, to be told in one line or in full. */

/** Something a row could not say; rows count from 1, 0 is the whole file. */
type Lost = {readonly row: number; readonly field: string; readonly what: string};

/** A kind of loss: what was lost in which field, how often, and the first rows of it. */
export type LossGroup = {
  readonly field: string;
  /** Without the value that a row quotes. */
  readonly what: string;
  readonly total: number;
  /** The first of them, each with the value it quotes. */
  readonly samples: readonly {readonly row: number; readonly what: string}[];
};

export type ImportFigures = {
  /** File as given on the command line. */
  readonly file: string;
  /** Name of the format: `UCDP GED`. */
  readonly format: string;
  /** Rows of the file, kept and refused. */
  readonly rows: number;
  readonly refused: number;
  /** Events after rows of one event were joined. */
  readonly events: number;
  /** The most frequent first. */
  readonly losses: readonly LossGroup[];
};

/** @returns the losses by kind, the most frequent first, with up to `mostSamples` of each. */
export function groupLosses(losses: readonly Lost[], mostSamples: number): readonly LossGroup[] {
  const groups = new Map<
    string,
    {field: string; what: string; total: number; samples: {row: number; what: string}[]}
  >();
  for (const {row, field, what} of losses) {
    const kind = what.replace(/: ["\d].*$/s, '');
    const key = `${field}\u0000${kind}`;
    const group = groups.get(key) ?? {field, what: kind, total: 0, samples: []};
    group.total += 1;
    if (group.samples.length < mostSamples) group.samples.push({row, what});
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((one, other) => other.total - one.total);
}

/** @returns how many things could not be kept, in all files. */
export function countLosses(imports: readonly ImportFigures[]): number {
  return sum(imports.flatMap(({losses}) => losses.map(({total}) => total)));
}

/**
@returns what was imported in one line that fits 80 columns, `UCDP GED: 100 rows, 98 events, 2 refused; ! lists
2 losses`; undefined when nothing was.
*/
export function importWords(imports: readonly ImportFigures[]): string | undefined {
  const [first] = imports;
  if (first === undefined) return undefined;
  const name = imports.length === 1 ? first.format : `${imports.length} files`;
  const refused = sum(imports.map((one) => one.refused));
  const lost = countLosses(imports);
  const parts = [
    counted(sum(imports.map((one) => one.rows)), 'row'),
    counted(sum(imports.map((one) => one.events)), 'event'),
    ...(refused === 0 ? [] : [`${grouped(refused)} refused`]),
    ...(lost === 0 ? ['everything was kept'] : []),
  ];
  const lists = lost === 0 ? '' : `; ! lists ${grouped(lost)} ${lost === 1 ? 'loss' : 'losses'}`;
  return `${name}: ${parts.join(', ')}${lists}`;
}

/** @returns what of a file is in none of its events, `2 of 100 rows refused, 5 losses`; undefined when all of it is. */
export function leftOutWords({rows, refused, losses}: ImportFigures): string | undefined {
  const lost = sum(losses.map(({total}) => total));
  if (refused === 0 && lost === 0) return undefined;
  return [
    ...(refused === 0 ? [] : [`${grouped(refused)} of ${counted(rows, 'row')} refused`]),
    ...(lost === 0 ? [] : [`${grouped(lost)} ${lost === 1 ? 'loss' : 'losses'}`]),
  ].join(', ');
}

/** @returns the figures that always hold: `100 rows = 98 kept + 2 refused, 97 events`. */
export function rowsWords({rows, refused, events}: ImportFigures): string {
  return `${counted(rows, 'row')} = ${grouped(rows - refused)} kept + ${grouped(refused)} refused, ${counted(events, 'event')}`;
}

function counted(count: number, what: string): string {
  return `${grouped(count)} ${what}${count === 1 ? '' : 's'}`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
