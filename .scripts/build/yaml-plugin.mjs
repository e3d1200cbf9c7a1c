import {readFile} from 'node:fs/promises';
import {parse} from 'yaml';

/** @returns a module whose default export is what a YAML 1.2 text says; JSON.parse is the quickest way to get it back. */
function moduleFromYaml(text) {
  const value = parse(text, {version: '1.2', strict: true, uniqueKeys: true, maxAliasCount: 0});
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

/** @returns an esbuild plugin: `import chronology from './x.yaml'` is the parsed value. */
export function yamlPlugin() {
  return {
    name: 'yaml',
    setup(build) {
      build.onLoad({filter: /\.yaml$/}, async ({path}) => ({
        contents: moduleFromYaml(await readFile(path, 'utf8')),
        loader: 'js',
      }));
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
