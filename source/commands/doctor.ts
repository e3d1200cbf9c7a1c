import {readdirSync} from 'node:fs';
import {isAbsolute, join} from 'node:path';
import manifest from '../../package.json' with {type: 'json'};
import {charsetFor} from '../app/charset-for.js';
import {stateFolder} from '../app/remember.js';
import {padText} from '../core/draw/fit-text.js';
import {makeInert} from '../core/events/inert-text.js';
import {detectCapabilities} from '../terminal/capabilities.js';
import type {Command} from './command.js';

const NAME_COLUMNS = 22;

/** `ticktock doctor`: what the program sees of the terminal and what it makes of it. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'what the program sees of the terminal and makes of it, for a bug report',
  flags: [],
  async run({io}) {
    const {env} = io;
    const seen = detectCapabilities(env);
    const size =
      process.stdout.columns > 0 ? `${process.stdout.columns}x${process.stdout.rows}` : 'unknown';
    const rows: readonly (readonly [string, string])[] = [
      ['ticktock', manifest.version],
      ['Node', `${process.version} on ${process.platform} ${process.arch}`],
      [
        'standard output',
        io.isStdoutTerminal ? `a terminal, ${size}` : 'not a terminal: a listing is printed',
      ],
      ['standard input', io.isStdinTerminal ? 'a terminal' : 'not a terminal'],
      ['TERM', env['TERM'] ?? 'unset'],
      ['full screen', seen.isDumb ? 'no: a listing is printed' : 'yes'],
      ['alternate screen', yesNo(seen.hasAlternateScreen)],
      ['colours', `${seen.colors === 0 ? 'none' : seen.colors} (from ${seen.colorsFrom})`],
      [
        'encoding',
        `${seen.isUtf8 ? 'UTF-8' : 'ASCII'} (${seen.localeFrom === '' ? 'no locale set' : seen.localeFrom})`,
      ],
      ['drawn in', charsetFor(seen) === 'ascii' ? 'ASCII' : 'Unicode'],
      ['tmux', yesNo(seen.isTmux)],
      ['GNU screen', yesNo(seen.isScreen)],
      ['SSH', yesNo(env['SSH_CONNECTION'] !== undefined)],
      ['synchronized output', seen.isSynchronized ? 'yes' : 'not known to have it: not used'],
      [
        'clipboard (OSC 52)',
        seen.hasClipboard ? 'sent; the terminal may refuse it' : 'no: texts are shown instead',
      ],
      ['zone', env['TZ'] ?? 'TZ is unset'],
      ['state', stateFolder(env) ?? 'nothing is kept'],
      ['compiled code', cacheWords(env)],
    ];
    await io.out(
      rows.map(([name, words]) => `${padText(name, NAME_COLUMNS)} ${makeInert(words)}\n`).join(''),
    );
    return 0;
  },
};

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

/** The folder of what was compiled before, as the launcher finds it, and what is in it. */
function cacheWords(env: Readonly<Record<string, string | undefined>>): string {
  if (isSet(env['TICKTOCK_NO_CACHE'])) return 'not kept (TICKTOCK_NO_CACHE)';
  if (isSet(env['NODE_DISABLE_COMPILE_CACHE'])) return 'not kept (NODE_DISABLE_COMPILE_CACHE)';
  const [cache = '', home = ''] = [env['XDG_CACHE_HOME'], env['HOME']];
  if (!isAbsolute(cache) && !isAbsolute(home)) return 'not kept: there is no home';
  const folder = join(isAbsolute(cache) ? cache : join(home, '.cache'), 'ticktock');
  try {
    const count = readdirSync(folder).filter((name) => name.endsWith('.code')).length;
    return `${folder}, ${count} of this and other versions of Node`;
  } catch {
    return `${folder}, nothing there yet`;
  }
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
