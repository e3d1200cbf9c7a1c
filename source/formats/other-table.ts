import type {Problem} from '../core/events/chronology.js';
import type {TableFormat} from './table-format.js';

/** What a table looks like by its delimiter, and the format to read it as. */
const LOOKS: ReadonlyMap<string, readonly [look: string, format: string]> = new Map([
  ['json', ['JSON', 'json']],
  ['ndjson', ['NDJSON', 'ndjson']],
  ['\t', ['a table cut by tabs', 'tsv']],
]);

/** @returns the problem of a file that is said to be of a format, and is another kind of table. */
export function otherThan(table: TableFormat, delimiter: string): Problem {
  const [look, format] = LOOKS.get(delimiter) ?? [`a table cut by "${delimiter}"`, 'csv'];
  return {
    severity: 'error',
    message: `it looks like ${look}, not like the format ${table.name}`,
    fix: `leave --from out, or say --from ${format}`,
  };
}
