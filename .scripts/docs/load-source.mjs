import {importSource} from '../build/import-source.mjs';

const CONTENTS = `
export {COMMANDS, OPEN} from './source/commands/command-registry.ts';
export {COMMON_FLAGS} from './source/commands/common-flags.ts';
export {commandHelp} from './source/commands/help-text.ts';
export {keysMarkdown} from './source/commands/keys.ts';
export {KEY_TABLE} from './source/keys/key-table.ts';
export {keyWords} from './source/keys/key-words.ts';
export {QUERY_FIELDS} from './source/core/query/query-fields.ts';
export {formatRegistry} from './source/formats/format-registry.ts';
`;

/**
@param root - of the repository.
@returns the registries of the source that documents are made from.
*/
export async function loadSource(root) {
  return importSource(CONTENTS, root);
}
