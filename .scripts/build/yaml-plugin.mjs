import {readFile} from 'node:fs/promises';
import {brotliCompressSync} from 'node:zlib';
import {parse} from 'yaml';

/** @returns a module whose default export is what a YAML 1.2 text says; JSON.parse is the quickest way to get it back. */
function moduleFromYaml(text) {
  const value = parse(text, {version: '1.2', strict: true, uniqueKeys: true, maxAliasCount: 0});
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

/** Larger ones are kept compressed in the bundle until they are asked for. */
const LARGE_BYTES = 80_000;

/** @returns the module of a large YAML text: every start reads the whole program, and few need this. */
function packedModule(text) {
  const value = parse(text, {version: '1.2', strict: true, uniqueKeys: true, maxAliasCount: 0});
  const packed = brotliCompressSync(JSON.stringify(value)).toString('base64');
  return `
import {brotliDecompressSync} from 'node:zlib';
export default JSON.parse(brotliDecompressSync(Buffer.from(${JSON.stringify(packed)}, 'base64')).toString());`;
}

/** @returns an esbuild plugin: `import chronology from './x.yaml'` is the parsed value. */
export function yamlPlugin() {
  return {
    name: 'yaml',
    setup(build) {
      build.onLoad({filter: /\.yaml$/}, async ({path}) => {
        const text = await readFile(path, 'utf8');
        const contents = text.length > LARGE_BYTES ? packedModule(text) : moduleFromYaml(text);
        return {contents, loader: 'js'};
      });
    },
  };
}

/** @returns the same for Vite, and so for the tests. */
export function yamlVitePlugin() {
  return {
    name: 'yaml',
    enforce: 'pre',
    async load(id) {
      const path = id.split('?')[0];
      return path.endsWith('.yaml') ? moduleFromYaml(await readFile(path, 'utf8')) : null;
    },
  };
}
