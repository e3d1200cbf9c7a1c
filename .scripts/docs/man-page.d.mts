import type {Command, FlagSpec} from '../../source/commands/command.js';
import type {QueryFieldRow} from '../../source/core/query/query-fields.js';
import type {Binding} from '../../source/keys/key-table.js';

export function manPage(source: {
  readonly commands: readonly Command[];
  readonly commonFlags: readonly FlagSpec[];
  readonly keyTable: readonly Binding[];
  readonly queryFields: readonly QueryFieldRow[];
  readonly keyWords: (key: string) => string;
  readonly version: string;
}): string;
