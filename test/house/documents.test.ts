import {describe, expect, test} from 'vitest';
import {manPage} from '../../.scripts/docs/man-page.mjs';
import {
  fenced,
  formatsMarkdown,
  queryMarkdown,
  replaceBlocks,
} from '../../.scripts/docs/readme-blocks.mjs';
import manifest from '../../package.json' with {type: 'json'};
import {COMMANDS, OPEN} from '../../source/commands/command-registry.js';
import {COMMON_FLAGS} from '../../source/commands/common-flags.js';
import {commandHelp} from '../../source/commands/help-text.js';
import {keysMarkdown} from '../../source/commands/keys.js';
import {QUERY_FIELDS} from '../../source/core/query/query-fields.js';
import {formatRegistry} from '../../source/formats/format-registry.js';
import {chronologyYaml} from '../../source/formats/chronology-file.js';
import {KEY_TABLE} from '../../source/keys/key-table.js';
import {keyWords} from '../../source/keys/key-words.js';
import {readKept} from './repository-files.js';

const README = readKept('README.md');
const STALE = 'is out of date: npm run docs';

/** The fenced blocks of a document in a language, in order. */
function blocksOf(document: string, language: string): readonly string[] {
  return [...document.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gmu'))].map(
    ([, text]) => text ?? '',
  );
}

describe('the README', () => {
  test('begins with one command line to open the program and one to test it', () => {
    expect(blocksOf(README, 'sh').slice(0, 2)).toEqual([
      'npm install && npm start\n',
      'npm install && npm test\n',
    ]);
    expect(README.indexOf('```sh')).toBe(README.indexOf('```'));
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(['start', 'test']));
  });

  test('has the help, the formats and the keys of the program', async () => {
    const current = replaceBlocks(README, {
      help: fenced(await commandHelp(await OPEN.load(), COMMON_FLAGS)),
      query: queryMarkdown(QUERY_FIELDS),
      formats: await formatsMarkdown(formatRegistry),
      keys: keysMarkdown(),
    });
    expect(README === current, `README.md ${STALE}`).toBe(true);
  });

  test('has an example chronology without a problem, of every kind of entry it speaks of', async () => {
    const [text = ''] = blocksOf(README, 'yaml');
    const result = await chronologyYaml.read?.({name: 'example.yaml', text});
    expect(result?.problems).toEqual([]);
    expect(result?.chronology.events).toHaveLength(1);
    expect(result?.chronology.claims.map((claim) => claim.voice)).toEqual(['reporter', 'quote']);
  });

  test('names only keys, scripts and flags that there are', async () => {
    const scripts = [...README.matchAll(/npm run ([a-z:]+)/gu)].map(([, name]) => name);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(scripts));
    const flags = new Set(['--global', '--remember', '--no-remember']);
    for (const entry of [OPEN, ...COMMANDS]) {
      for (const {name} of [...(await entry.load()).flags, ...COMMON_FLAGS]) flags.add(`--${name}`);
    }
    const named = [...README.matchAll(/(?<![\w-])--[a-z][a-z-]*/gu)].map(([flag]) => flag);
    expect(named.filter((flag) => !flags.has(flag))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  });

  test('shows how to serve it over SSH in five lines that force the kiosk', () => {
    const block = blocksOf(README, 'text').find((text) => text.includes('ForceCommand')) ?? '';
    expect(block.trimEnd().split('\n')).toHaveLength(5);
    expect(block).toContain('  ForceCommand ticktock --kiosk\n');
  });
});

describe('the manual page', () => {
  test('is made from the commands, flags and keys as they are', async () => {
    const commands = await Promise.all([OPEN, ...COMMANDS].map(async (entry) => entry.load()));
    const page = manPage({
      commands,
      commonFlags: COMMON_FLAGS,
      keyTable: KEY_TABLE,
      keyWords,
      queryFields: QUERY_FIELDS,
      version: manifest.version,
    });
    expect(readKept(manifest.man) === page, `${manifest.man} ${STALE}`).toBe(true);
    for (const {usage} of commands.slice(1))
      expect(page).toContain(`.SS ${usage.replaceAll('-', '\\-')}`);
  });

  test('has no line that troff would take for a request by mistake, and only ASCII', () => {
    const requests = new Set(
      readKept(manifest.man)
        .split('\n')
        .filter((line) => /^[.']/u.test(line))
        .map((line) => line.split(/[ "]/u)[0]),
    );
    const known = new Set([
      '.\\',
      '.TH',
      '.SH',
      '.SS',
      '.TP',
      '.PP',
      '.B',
      '.BR',
      '.br',
      '.nf',
      '.fi',
    ]);
    expect([...requests].filter((request) => !known.has(request ?? ''))).toEqual([]);
    expect(readKept(manifest.man)).toMatch(/^[\n -~]*$/u);
  });
});

describe('blocks of a document', () => {
  test('are replaced between their marks and nowhere else', () => {
    const document = 'a\n<!-- x: begin -->\nold\n<!-- x: end -->\nb\n';
    const once = replaceBlocks(document, {x: 'new $& $1'});
    expect(once).toBe('a\n<!-- x: begin -->\n\nnew $& $1\n\n<!-- x: end -->\nb\n');
    expect(replaceBlocks(once, {x: 'new $& $1'})).toBe(once);
  });

  test('need both marks, once', () => {
    expect(() => replaceBlocks('<!-- x: begin -->', {x: ''})).toThrow('marks of x');
    expect(() => replaceBlocks('', {x: ''})).toThrow('marks of x');
  });
});
