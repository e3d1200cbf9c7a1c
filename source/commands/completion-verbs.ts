import type {FlagSpec} from './command.js';
import {COMMANDS, OPEN} from './command-registry.js';
import {COMMON_FLAGS} from './common-flags.js';
import {flagName} from './flag-name.js';

/** The shells that completion scripts are written for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/**
What may stand in a place of the command line: words that are known, ids that the program is asked for
(`ticktock completion ids`), files, or what nobody can offer.
*/
export type Offer =
  | {readonly words: readonly string[]}
  | {readonly ask: 'ids' | 'events' | 'sources'}
  | 'files'
  | 'nothing';

export type CompletedFlag = {
  /** With its dashes. */
  readonly name: string;
  readonly summary: string;
  /** Of its value; undefined for a flag without one. */
  readonly value: Offer | undefined;
};

export type CompletedVerb = {
  /** Empty for the program itself. */
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly CompletedFlag[];
  /** Of the first word after the verb, and of those after it. */
  readonly words: readonly [first: Offer, others: Offer];
};

/** @returns every command with all that can be offered for it. */
export async function describeVerbs(): Promise<readonly CompletedVerb[]> {
  const known = await knownValues();
  const verbs: CompletedVerb[] = [];
  for (const entry of [OPEN, ...COMMANDS]) {
    const {name, summary, flags} = await entry.load();
    verbs.push({
      name,
      summary,
      flags: [...flags, ...COMMON_FLAGS].map((flag) => ({
        name: flagName(flag),
        summary: flag.summary,
        value: flag.type === 'boolean' ? undefined : valueOf(flag, known),
      })),
      words: wordsOf(name),
    });
  }
  return verbs;
}

/** Values that are not all there is, by flag. */
async function knownValues(): Promise<Readonly<Record<string, Offer>>> {
  const {formatRegistry} = await import('../formats/format-registry.js');
  const {PANES} = await import('../panes/pane-registry.js');
  const formats = await Promise.all(formatRegistry.map((entry) => entry.load()));
  return {
    from: {words: formats.filter(({read}) => read !== undefined).map(({id}) => id)},
    pane: {words: Object.keys(PANES)},
    at: {ask: 'events'},
    source: {ask: 'sources'},
    output: 'files',
  };
}

function valueOf({name, choices}: FlagSpec, known: Readonly<Record<string, Offer>>): Offer {
  return choices === undefined ? (known[name] ?? 'nothing') : {words: choices};
}

function wordsOf(verb: string): readonly [Offer, Offer] {
  switch (verb) {
    case 'show':
      return [{ask: 'ids'}, 'files'];
    case 'completion':
      return [{words: SHELLS}, 'nothing'];
    case 'date':
    case 'schema':
    case 'keys':
    case 'doctor':
      return ['nothing', 'nothing'];
    default:
      return ['files', 'files'];
  }
}
