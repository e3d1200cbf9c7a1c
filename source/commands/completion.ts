import type {Command, ExitCode, Io} from './command.js';
import {describeVerbs, SHELLS} from './completion-verbs.js';

/**
`ticktock completion SHELL`: a script for the shell's completion, made from the commands and flags.

The scripts themselves ask for `ticktock completion ids|events|sources [FILE...]`, one id a line.
*/
export const completionCommand: Command = {
  name: 'completion',
  usage: `completion ${SHELLS.join('|')}`,
  summary: 'a completion script for your shell',
  flags: [],
  async run({input, io}) {
    const [shell, ...files] = input;
    switch (shell) {
      case 'bash': {
        const {bashScript} = await import('./bash-completion.js');
        await io.out(bashScript(await describeVerbs()));
        return 0;
      }
      case 'zsh': {
        const {zshScript} = await import('./zsh-completion.js');
        await io.out(zshScript(await describeVerbs()));
        return 0;
      }
      case 'fish': {
        const {fishScript} = await import('./fish-completion.js');
        await io.out(fishScript(await describeVerbs()));
        return 0;
      }
      case 'ids':
      case 'events':
      case 'sources':
        return tellIds(shell, files, io);
      default:
        io.error(`ticktock completion: for which shell? one of ${SHELLS.join(', ')}`);
        return 2;
    }
  },
};

/** Ids offered while a word is being typed. */
const MOST_IDS = 5000;

async function tellIds(
  wanted: 'ids' | 'events' | 'sources',
  files: readonly string[],
  io: Io,
): Promise<ExitCode> {
  const {loadChronologies} = await import('./load-chronologies.js');
  const loaded = await loadChronologies(files, io);
  if (typeof loaded === 'number') return loaded;
  const {events, actors, places, sources, claims} = loaded.chronology;
  const items = {ids: [...events, ...actors, ...places, ...sources, ...claims], events, sources};
  const ids = items[wanted].slice(0, MOST_IDS).map(({id}) => `${id}\n`);
  await io.out(ids.join(''));
  return 0;
}
