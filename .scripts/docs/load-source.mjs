import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {yamlPlugin} from '../build/yaml-plugin.mjs';

const CONTENTS = `
export {COMMANDS, OPEN} from './source/commands/command-registry.ts';
export {COMMON_FLAGS} from './source/commands/common-flags.ts';
export {commandHelp} from './source/commands/help-text.ts';
export {keysMarkdown} from './source/commands/keys.ts';
export {KEY_TABLE} from './source/keys/key-table.ts';
export {keyWords} from './source/keys/key-words.ts';
export {formatRegistry} from './source/formats/format-registry.ts';
`;

/**
@param root - of the repository.
@returns the registries of the source that documents are made from.
*/
export async function loadSource(root) {
  const {outputFiles} = await build({
    stdin: {contents: CONTENTS, resolveDir: root, loader: 'ts'},
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    plugins: [yamlPlugin()],
  });
  // Beside the packages, where they are found.
  const folder = join(root, 'node_modules/.cache/ticktock');
  const file = join(folder, `source-${process.pid}.mjs`);
  await mkdir(folder, {recursive: true});
  await writeFile(file, outputFiles[0].contents);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(file);
  }
}
