/**
Build the program: one file with everything inside, `dist/ticktock.program.js`, and the executable that
starts it, `dist/ticktock.js`. Node 20.10 or later runs it.

    node .scripts/build.mjs [--sizes]

`--sizes` prints which package or folder the bytes come from.
*/
import {writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {bundleProgram} from './build/bundle.mjs';
import {licensesOf} from './build/licenses.mjs';
import {sizesOf} from './build/sizes.mjs';

const at = (path) => fileURLToPath(new URL(path, new URL('..', import.meta.url)));
const {bytes, metafile} = await bundleProgram({
  entry: at('source/cli.ts'),
  outfile: at('dist/ticktock.js'),
});
// The package is of ES modules, the program isn't: Node starts such a file in less time.
await writeFile(at('dist/package.json'), '{"type": "commonjs"}\n');
await writeFile(at('dist/LICENSES.txt'), await licensesOf(metafile, at('.')));
if (process.argv.includes('--sizes')) process.stdout.write(sizesOf(metafile));
process.stdout.write(`dist/ticktock.js and its program: ${Math.round(bytes / 1024)} KiB\n`);
