/**
Write what documents take from the program: the manual page `data/ticktock.1`, and in README.md the
screen, the help, the fields of a query, the formats and the table of keys.

    npm run docs
*/
import {readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {loadSource} from './docs/load-source.mjs';
import {manPage} from './docs/man-page.mjs';
import {fenced, formatsMarkdown, queryMarkdown, replaceBlocks} from './docs/readme-blocks.mjs';
import {takeScreen} from './docs/screenshot.mjs';

const at = (path) => fileURLToPath(new URL(path, new URL('..', import.meta.url)));
const source = await loadSource(at('.'));
const {version} = JSON.parse(await readFile(at('package.json'), 'utf8'));
const commands = [];
for (const entry of [source.OPEN, ...source.COMMANDS]) commands.push(await entry.load());

await writeFile(
  at('data/ticktock.1'),
  manPage({
    commands,
    commonFlags: source.COMMON_FLAGS,
    keyTable: source.KEY_TABLE,
    keyWords: source.keyWords,
    queryFields: source.QUERY_FIELDS,
    version,
  }),
);
await writeFile(
  at('README.md'),
  replaceBlocks(await readFile(at('README.md'), 'utf8'), {
    screen: fenced(await takeScreen({program: at('dist/ticktock.js'), until: 'Sequence'})),
    help: fenced(await source.commandHelp(commands[0], source.COMMON_FLAGS)),
    query: queryMarkdown(source.QUERY_FIELDS),
    formats: await formatsMarkdown(source.formatRegistry),
    keys: source.keysMarkdown(),
  }),
);
process.stdout.write('data/ticktock.1 and README.md are up to date\n');
