import {readFile} from 'node:fs/promises';
import {brotliCompressSync} from 'node:zlib';

/** Below this a JSON file is put into the bundle as it is. */
const LARGE_BYTES = 100_000;

/**
Keeps large JSON files compressed in the bundle until they are asked for: the outlines of the map are
a third of the program, and every start reads all of it.
*/
export function jsonPlugin() {
  return {
    name: 'json',
    setup(build) {
      build.onLoad({filter: /\.json$/}, async ({path}) => {
        const text = await readFile(path, 'utf8');
        if (text.length < LARGE_BYTES) return undefined;
        const packed = brotliCompressSync(JSON.stringify(JSON.parse(text))).toString('base64');
        const contents = `
import {brotliDecompressSync} from 'node:zlib';
export default JSON.parse(brotliDecompressSync(Buffer.from(${JSON.stringify(packed)}, 'base64')).toString());`;
        return {contents, loader: 'js'};
      });
    },
  };
}
