import {createHash} from 'node:crypto';
import {chmod, mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {basename, dirname, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build, transform} from 'esbuild';
import {ajvPlugin} from './ajv-plugin.mjs';
import {inkPlugin} from './ink-plugin.mjs';
import {jsonPlugin} from './json-plugin.mjs';
import {joinSections} from './sections.mjs';
import {yamlPlugin} from './yaml-plugin.mjs';
import {yogaPlugin} from './yoga-plugin.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Of the program's file, for where its sections are. */
const HEAD_BYTES = 512;

/** In place of the old one in one step: whoever starts the program meanwhile gets one or the other. */
async function replaceFile(path, text, mode) {
  const partial = `${path}.${process.pid}`;
  await writeFile(partial, text, 'latin1');
  await chmod(partial, mode);
  await rename(partial, path);
}

/**
What esbuild leaves as it is in spite of `charset`, in regular expressions and raw templates that become
some, means the same as an escape. Written in one byte it would mean another character.
*/
function inAscii(text) {
  return text.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
Bundle a program and all it needs into one file for Node 20.10 and later, with a small executable
one beside it that starts it from compiled code.

The file has sections (`sections.mjs`), of which only those are read that are needed; what is reached
only by `import()` is evaluated when it is asked for.

@param options.entry - path of the TypeScript file to start from.
@param options.outfile - path of the executable to write; the program is `NAME.program.js` beside it.
@returns bytes of the program, and esbuild's account of what they come from.
@throws Error when a library is not the one that the build was written for.
*/
export async function bundleProgram({entry, outfile}) {
  const settings = {
    minify: true,
    legalComments: 'none',
    // ASCII only: V8 keeps and scans such a text in half the memory.
    charset: 'ascii',
    platform: 'node',
    target: 'node20.10',
    logLevel: 'warning',
  };
  const {outputFiles, metafile} = await build({
    ...settings,
    absWorkingDir: here('../..'),
    entryPoints: [entry],
    outdir: dirname(outfile),
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    jsx: 'automatic',
    mainFields: ['module', 'main'],
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.DEV': '"false"',
      'import.meta.url': 'moduleUrl',
      'Intl.Segmenter': 'LazySegmenter',
    },
    inject: [here('lazy-segmenter.mjs'), here('module-url.mjs')],
    plugins: [inkPlugin(), yogaPlugin(), yamlPlugin(), jsonPlugin(), ajvPlugin()],
  });
  const joined = await joinSections({
    pieces: outputFiles,
    outputs: metafile.outputs,
    entry: relative(here('../..'), entry),
    settings: {...settings, supported: {'dynamic-import': false}},
  });
  const sections = joined.map(({name, text}) => ({name, text: inAscii(text)}));
  const buildId = createHash('sha256')
    .update(sections.map(({text}) => text).join('\0'))
    .digest('hex')
    .slice(0, 16);
  const bodies = sections.map(
    ({text}) => `(function(exports,require,module,__filename,__dirname){${text}\n})\n`,
  );
  const index = {};
  let from = HEAD_BYTES;
  sections.forEach(({name}, at) => {
    index[name] = [from, bodies[at].length];
    from += bodies[at].length;
  });
  const head = `/*${JSON.stringify({build: buildId, sections: index})}*/`;
  if (head.length >= HEAD_BYTES)
    throw new Error('the head of the program has no room for its index');
  const program = [`${head.padEnd(HEAD_BYTES - 1)}\n`, ...bodies].join('');
  const programFile = outfile.replace(/\.js$/, '.program.js');
  const launcher = await transform(
    (await readFile(here('launcher.cjs'), 'utf8'))
      .replace('__HEAD_BYTES__', String(HEAD_BYTES))
      .replace('__FIRST__', sections[0].name)
      .replace('__PROGRAM__', basename(programFile)),
    {minify: true, format: 'cjs', platform: 'node', charset: 'ascii', target: 'node20.10'},
  );
  await mkdir(dirname(outfile), {recursive: true});
  await replaceFile(programFile, program, 0o644);
  await replaceFile(outfile, `#!/usr/bin/env node\n${launcher.code}`, 0o755);
  return {bytes: program.length, metafile};
}
