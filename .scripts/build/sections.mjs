import {posix} from 'node:path';
import {build} from 'esbuild';

/**
The order of the sections in the program's file, and the modules that each is there for (ends of paths):
a section holds those and all they import, unless one before it does already. What is in none of them
is the last section, where each module waits until it is asked for.
*/
const SECTIONS = [
  {name: 'start', modules: []},
  {name: 'screen', modules: ['source/commands/open.ts', 'source/app/run-program.ts']},
  {name: 'ink', modules: ['source/app/mount-program.tsx', 'ink/build/index.js']},
  {name: 'rest', modules: undefined},
];

/**
Put the pieces of a split program together in sections, each one script that can be read, compiled and
kept compiled by itself: what draws the first screen is a fifth of the program.

@param options.pieces - what esbuild made of the program with `splitting`, in ES modules.
@param options.outputs - esbuild's account of them, `outputs` of its metafile; paths as in there.
@param options.entry - path of the source file that the program starts with.
@param options.settings - esbuild's settings for the scripts.
@returns name and text of each section, the one to start with first; each is the body of a function with
`exports` and `require`. Another section is required by its name, `#ink`.
*/
export async function joinSections({pieces, outputs, entry, settings}) {
  const texts = new Map(pieces.map(({path, text}) => [posix.basename(path), text]));
  const about = new Map(
    Object.entries(outputs).map(([path, output]) => [posix.basename(path), output]),
  );
  const members = assignSections(about, entry);
  const sectionOf = new Map(
    [...members].flatMap(([section, names]) => names.map((name) => [name, section])),
  );
  const sections = [];
  for (const [section, names] of members) {
    const result = await build({
      ...settings,
      stdin: {contents: openingOf(section, names), resolveDir: '/'},
      bundle: true,
      write: false,
      format: 'cjs',
      plugins: [piecesPlugin({texts, sectionOf, section})],
    });
    sections.push({name: section, text: result.outputFiles[0].text});
  }
  return sections;
}

/** @returns the names of the pieces in each section. */
function assignSections(about, entry) {
  const first = SECTIONS[0].name;
  const taken = new Set();
  const members = new Map();
  for (const {name, modules} of SECTIONS) {
    const isWanted = ({entryPoint}) =>
      modules === undefined ||
      (name === first && entryPoint === entry) ||
      modules.some((module) => entryPoint?.endsWith(`/${module}`) || entryPoint === module);
    const seeds = [...about].filter(([, output]) => isWanted(output)).map(([piece]) => piece);
    // What a piece imports comes before it, as when it is evaluated.
    const reached = importsOf(seeds, about);
    const names = reached.filter((piece) => !taken.has(piece));
    for (const piece of names) taken.add(piece);
    if (names.length > 0) members.set(name, names);
  }
  // What starts the program comes when all else of its section is there.
  const start = members.get(first);
  const last = start.findIndex((piece) => about.get(piece).entryPoint === entry);
  start.push(...start.splice(last, 1));
  return members;
}

function importsOf(seeds, about) {
  const reached = new Set();
  const visit = (name) => {
    if (reached.has(name)) return;
    for (const {path, kind} of about.get(name).imports) {
      const imported = posix.basename(path);
      if (kind === 'import-statement' && about.has(imported)) visit(imported);
    }
    reached.add(name);
  };
  for (const seed of seeds) visit(seed);
  return [...reached];
}

const isLazy = (section) => section === SECTIONS.at(-1).name;

/** The module that a section starts with: it gives others the pieces. */
function openingOf(section, names) {
  return names
    .map((name, at) =>
      isLazy(section)
        ? `exports[${JSON.stringify(name)}] = () => require(${JSON.stringify(`/${name}`)});`
        : `import * as p${at} from ${JSON.stringify(`/${name}`)}; exports[${JSON.stringify(name)}] = () => p${at};`,
    )
    .join('\n');
}

function piecesPlugin({texts, sectionOf, section}) {
  return {
    name: 'pieces',
    setup({onResolve, onLoad}) {
      onResolve({filter: /^\.?\/[^/]+\.js$/}, ({path}) => {
        const name = posix.basename(path);
        return {path: name, namespace: sectionOf.get(name) === section ? 'here' : 'elsewhere'};
      });
      onResolve({filter: /^#/}, ({path}) => ({path, external: true}));
      onLoad({filter: /.*/, namespace: 'here'}, ({path}) => ({contents: texts.get(path)}));
      // What a piece exports is asked each time: some of it is there only once something else is loaded.
      onLoad({filter: /.*/, namespace: 'elsewhere'}, ({path}) => ({
        contents: `module.exports = require(${JSON.stringify(`#${sectionOf.get(path)}`)})[${JSON.stringify(path)}]();`,
      }));
    },
  };
}
