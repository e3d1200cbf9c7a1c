import {randomUUID} from 'node:crypto';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {yamlPlugin} from './yaml-plugin.mjs';

/**
Run TypeScript of the program inside a build script.

@param contents - a module that exports what is wanted from `./source/…`.
@param root - of the repository.
@returns its exports.
*/
export async function importSource(contents, root) {
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: root, loader: 'ts'},
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
  const file = join(folder, `source-${randomUUID()}.mjs`);
  await mkdir(folder, {recursive: true});
  await writeFile(file, outputFiles[0].contents);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(file);
  }
}
