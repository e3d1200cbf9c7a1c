import type {Command, FlagSpec} from './command.js';
import {COMMANDS, OPEN} from './command-registry.js';
import {flagName} from './flag-name.js';

/** @returns the help of a command; of `ticktock` itself with every command. */
export async function commandHelp(command: Command, common: readonly FlagSpec[]): Promise<string> {
  const name = command.name === '' ? `ticktock ${command.usage}` : `ticktock ${command.usage}`;
  const lines = [`Usage: ${name}`, '', `  ${command.summary}`, ''];
  if (command.name === OPEN.name) {
    lines.push('Commands');
    for (const entry of COMMANDS) {
      const {usage, summary} = await entry.load();
      lines.push(...row(usage, summary));
    }
    lines.push(...row('help [COMMAND]', 'this help, or that of a command'));
    lines.push('');
  }
  lines.push('Flags');
  for (const flag of [...command.flags, ...common])
    lines.push(...row(flagWords(flag), flag.summary));
  if (command.name === OPEN.name) {
    lines.push(
      '',
      'FILE may be - for standard input. Exit codes: 0 fine; 1 the data has errors or a check',
      'failed; 2 the command line is wrong; 130 after Ctrl-C, 128 + n after signal n.',
      '',
      'A query is words and field:value terms: actor:austin kind:strike place:qaim after:2024-01',
      'before:2024-02 said:"sovereignty" source:report is:contested is:inferred, - for not, OR.',
    );
  }
  return `${lines.join('\n')}\n`;
}

/** @returns a flag as it is written: `--zone TZ`, `-o, --output OUT`. */
export function flagWords(flag: FlagSpec): string {
  const {shortFlag, type, placeholder} = flag;
  const short = shortFlag === undefined ? '' : `-${shortFlag}, `;
  return `${short}${flagName(flag)}${type === 'boolean' ? '' : ` ${placeholder ?? 'VALUE'}`}`;
}

const NAME_COLUMNS = 30;

function row(name: string, summary: string): readonly string[] {
  return name.length < NAME_COLUMNS - 1
    ? [`  ${name.padEnd(NAME_COLUMNS)}${summary}`]
    : [`  ${name}`, `  ${' '.repeat(NAME_COLUMNS)}${summary}`];
}
