/**
Every command by name, loaded only when it is asked for.

How to add one: write its file (see `command.ts`) and add one line here.
*/
import type {Command} from './command.js';

type CommandEntry = {readonly name: string; load(): Promise<Command>};

/** What `ticktock` does without a verb. */
export const OPEN: CommandEntry = {
  name: '',
  load: async () => (await import('./open.js')).openCommand,
};

export const COMMANDS: readonly CommandEntry[] = [
  {name: 'tour', load: async () => (await import('./tour.js')).tourCommand},
  {name: 'list', load: async () => (await import('./list.js')).listCommand},
  {name: 'show', load: async () => (await import('./show.js')).showCommand},
  {name: 'date', load: async () => (await import('./date.js')).dateCommand},
  {name: 'check', load: async () => (await import('./check.js')).checkCommand},
  {name: 'verify', load: async () => (await import('./verify.js')).verifyCommand},
  {name: 'import', load: async () => (await import('./import.js')).importCommand},
  {name: 'export', load: async () => (await import('./export.js')).exportCommand},
  {name: 'diff', load: async () => (await import('./diff.js')).diffCommand},
  {name: 'new', load: async () => (await import('./new.js')).newCommand},
  {name: 'schema', load: async () => (await import('./schema.js')).schemaCommand},
  {name: 'keys', load: async () => (await import('./keys.js')).keysCommand},
  {name: 'completion', load: async () => (await import('./completion.js')).completionCommand},
  {name: 'doctor', load: async () => (await import('./doctor.js')).doctorCommand},
];
