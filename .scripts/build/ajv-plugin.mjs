import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import standalone from 'ajv/dist/standalone/index.js';
import {importSource} from './import-source.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Puts validators that Ajv has compiled already into the bundle in place of Ajv and the schema it compiles. */
export function ajvPlugin() {
  return {
    name: 'ajv',
    setup(build) {
      build.onLoad({filter: /formats[\\/]chronology-validators\.ts$/}, async ({path}) => {
        const {createAjv, HEAD_ID, idOfDefinition} = await importSource(
          "export * from './source/formats/chronology-ajv.ts';",
          root,
        );
        const {properties} = JSON.parse(
          await readFile(`${root}data/chronology.schema.json`, 'utf8'),
        );
        const references = [
          ...new Set(Object.values(properties).flatMap(({items}) => items?.$ref ?? [])),
        ];
        const names = Object.fromEntries(
          references.map((reference, at) => [`definition${at}`, idOfDefinition(reference)]),
        );
        const code = standalone.default(createAjv({source: true}), {head: HEAD_ID, ...names});
        const entries = references.map(
          (reference, at) => `${JSON.stringify(reference)}: made.definition${at}`,
        );
        return {
          contents: `const made = {};
((exports) => {
${code}
})(made);
const validators = {head: made.head, ${entries.join(', ')}};
export const HEAD = 'head';
export const validatorOf = (reference) => validators[reference];`,
          loader: 'js',
          resolveDir: path.replace(/[^\\/]+$/, ''),
        };
      });
    },
  };
}
