import {readExactly, replaceOnce} from './patched-file.mjs';

const INDEX_SHA256 = '0c89ff0c01ee90b081b369119f972d72f71eb8882263d94ef0824500817d5de1';
const BINARY_SHA256 = '2cfeda49ae87f57bcd4a5fe433940edefc531a69bd0f83e32759fb5837df205c';
const BASE64_START = 'H="data:application/octet-stream;base64,';

const synchronousIndex = `
import loadYoga, {bytes} from '../binaries/yoga-wasm-base64-esm.js';
import wrapAssembly from './wrapAssembly.js';
const assembly = {
  instantiateWasm(imports, receive) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes()), imports);
    receive(instance);
    return instance.exports;
  },
};
loadYoga(assembly);
const Yoga = wrapAssembly(assembly);
export default Yoga;
export * from './generated/YGEnums.js';
`;

/**
Yoga's WebAssembly instantiated at once from bytes in the bundle. Its own glue calls \`fetch\` on a
data address, which makes Node load its whole HTTP client, and waits for a promise at top level.
*/
export function yogaPlugin() {
  return {
    name: 'yoga',
    setup(build) {
      build.onLoad({filter: /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/}, async ({path}) => {
        await readExactly(path, INDEX_SHA256);
        return {contents: synchronousIndex, loader: 'js'};
      });
      build.onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path}) => {
        const text = await readExactly(path, BINARY_SHA256);
        const from = text.indexOf(BASE64_START) + BASE64_START.length;
        const base64 = text.slice(from, text.indexOf('"', from));
        const glue = replaceOnce(text, base64, '', path).replace('import.meta.url', "''");
        return {
          contents: `${glue}\nexport const bytes = () => Buffer.from("${base64}", 'base64');\n`,
          loader: 'js',
        };
      });
    },
  };
}
