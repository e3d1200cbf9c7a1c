import {padText} from '../core/draw/fit-text.js';
import {KEY_TABLE} from '../keys/key-table.js';
import {keyWords} from '../keys/key-words.js';
import type {Command} from './command.js';

/** `ticktock keys`: the table of keys. */
export const keysCommand: Command = {
  name: 'keys',
  usage: 'keys',
  summary: 'the keys of the full-screen program',
  flags: [
    {
      name: 'format',
      type: 'string',
      placeholder: 'FORMAT',
      choices: ['text', 'json', 'md'],
      summary: 'text (the default), json or md',
    },
  ],
  async run({flags, io}) {
    if (flags['format'] === 'json') {
      const rows = KEY_TABLE.map(({command, keys, section, name}) => ({
        section,
        keys,
        command,
        name,
      }));
      await io.out(`${JSON.stringify(rows, undefined, 2)}\n`);
      return 0;
    }
    await io.out(flags['format'] === 'md' ? keysMarkdown() : keysText());
    return 0;
  },
};

function keysText(): string {
  return sections()
    .map(([section, rows]) => {
      const lines = rows.map(
        ({keys, name}) => `  ${padText(keys.map(keyWords).join(' '), 22)} ${name}`,
      );
      return `${section}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** @returns the table as it stands in the README. */
export function keysMarkdown(): string {
  return sections()
    .map(([section, rows]) => {
      const lines = rows.map(({keys, name}) => {
        const cells = keys.map((key) => `\`${keyWords(key)}\``).join(' ');
        return `| ${cells} | ${name} |`;
      });
      return `| ${section} | |\n| --- | --- |\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

function sections(): readonly (readonly [string, typeof KEY_TABLE])[] {
  const names = [...new Set(KEY_TABLE.map((binding) => binding.section))];
  return names.map((name) => [name, KEY_TABLE.filter((binding) => binding.section === name)]);
}
