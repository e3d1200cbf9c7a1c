import {makeInert} from '../core/events/inert-text.js';
import {suggest} from '../core/events/suggest.js';
import {giveEarlyTerminalBack} from '../terminal/early-terminal.js';
import type {ExitCode, Flags, FlagSpec, Io} from './command.js';
import {COMMANDS, OPEN} from './command-registry.js';
import {COMMON_FLAGS} from './common-flags.js';
import {openProcessIo} from './process-io.js';

/**
Run one command line and leave with its exit code.

@param words - what stands after the name of the program.
*/
export async function runCommandLine(words: readonly string[]): Promise<void> {
  const io = openProcessIo();
  try {
    process.exitCode = await obey(words, io);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    io.error(`ticktock: ${text} (a fault in the program)`);
    if (words.includes('--debug') && error instanceof Error) {
      for (const line of (error.stack ?? '').split('\n')) io.error(line);
    }
    process.exitCode = 1;
  } finally {
    giveEarlyTerminalBack();
  }
}

/** @returns the exit code; whatever is wrong has been said on standard error, one line each. */
export async function obey(words: readonly string[], io: Io): Promise<ExitCode> {
  if (words[0] === 'help') return help(words.slice(1), io);
  const place = await placeOfVerb(words);
  const verb = words[place] ?? '';
  const entry = COMMANDS.find((candidate) => candidate.name === verb);
  const command = await (entry ?? OPEN).load();
  const rest = entry === undefined ? words : words.toSpliced(place, 1);
  const specs = [...command.flags, ...COMMON_FLAGS];
  const wrong = findWrongFlag(rest, specs);
  const name = command.name === '' ? 'ticktock' : `ticktock ${command.name}`;
  if (wrong !== undefined) {
    io.error(`${name}: ${wrong}`);
    return 2;
  }
  const asked = new Set(flagsIn(rest, specs).map(({spec}) => spec?.name));
  if (asked.has('help')) {
    const {commandHelp} = await import('./help-text.js');
    await io.out(await commandHelp(command, COMMON_FLAGS));
    return 0;
  }
  if (asked.has('version')) {
    const {default: manifest} = await import('../../package.json', {with: {type: 'json'}});
    await io.out(`${manifest.version}\n`);
    return 0;
  }
  if (entry === undefined && isMistypedVerb(rest)) {
    const meant = suggest(
      verb,
      COMMANDS.map((candidate) => candidate.name),
    );
    if (meant !== undefined) {
      io.error(`ticktock: no file and no command ${makeInert(verb)}: did you mean ${meant}?`);
      return 2;
    }
  }
  const {input, flags} = await parseWords(rest, specs);
  return command.run({input, flags, io});
}

/** `ticktock help`, with or without the name of a command. */
async function help([name, ...others]: readonly string[], io: Io): Promise<ExitCode> {
  if (name === undefined || (COMMANDS.some((each) => each.name === name) && others.length === 0)) {
    return obey(name === undefined ? ['--help'] : [name, '--help'], io);
  }
  const meant = suggest(
    name,
    COMMANDS.map((each) => each.name),
  );
  const hint = meant === undefined ? 'ticktock help lists them' : `did you mean ${meant}?`;
  io.error(`ticktock help: no command ${makeInert([name, ...others].join(' '))}: ${hint}`);
  return 2;
}

/** @returns the position of the first word that is neither a flag nor the value of one; 0 where there is none. */
async function placeOfVerb(words: readonly string[]): Promise<number> {
  // Mostly it stands first, and no other command has to be loaded.
  if (words[0]?.startsWith('-') !== true) return 0;
  if (!COMMANDS.some(({name}) => words.includes(name))) return 0;
  const commands = await Promise.all([OPEN, ...COMMANDS].map(async (entry) => entry.load()));
  const specs = [...commands.flatMap(({flags}) => flags), ...COMMON_FLAGS];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') return 0;
    if (!word.startsWith('-') || word === '-') return at;
    const spec = specOf(word, specs);
    if (spec !== undefined && spec.type !== 'boolean') at++;
  }
  return 0;
}

/** A single bare word that looks like none of the files people open. */
function isMistypedVerb(words: readonly string[]): boolean {
  return words[0] !== undefined && /^[a-z]+$/u.test(words[0]);
}

/** A date before the year 0 looks like short flags. */
const NEGATIVE = /^-[\dX]/u;
/** Before a word that the parser of flags is to leave as it is. */
const HIDDEN = '\u0001';

/**
The parser would take quotation marks off a value, a value that starts with `-` for a flag and a number
for one: every word but the names of flags is hidden from it.
*/
function hideValues(words: readonly string[], specs: readonly FlagSpec[]): readonly string[] {
  const hidden: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [flag = '', ...value] = word.split('=');
    const spec = word.startsWith('-') ? specOf(flag, specs) : undefined;
    if (word === '--')
      return [...hidden, word, ...words.slice(at + 1).map((each) => HIDDEN + each)];
    if (spec === undefined) hidden.push(HIDDEN + word);
    else if (spec.type === 'boolean') hidden.push(word);
    else if (value.length > 0) hidden.push(`${flag}=${HIDDEN}${value.join('=')}`);
    else hidden.push(word, HIDDEN + (words[++at] ?? ''));
  }
  return hidden;
}

function unhide(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(HIDDEN, '');
  return Array.isArray(value) ? value.map(unhide) : value;
}

/** @returns the flag that a word names, before any `=`. */
function specOf(flag: string, specs: readonly FlagSpec[]): FlagSpec | undefined {
  return specs.find(
    (candidate) =>
      flag === `--${candidate.name}` ||
      (candidate.type === 'boolean' && flag === `--no-${candidate.name}`) ||
      (candidate.shortFlag !== undefined && flag === `-${candidate.shortFlag}`),
  );
}

async function parseWords(
  words: readonly string[],
  specs: readonly FlagSpec[],
): Promise<{readonly input: readonly string[]; readonly flags: Flags}> {
  // Most often there is nothing to parse, and the first screen need not wait for a parser.
  if (words.length === 0) return {input: [], flags: {}};
  if (words.every((word) => !word.startsWith('-') || word === '-'))
    return {input: words, flags: {}};
  const {default: meow} = await import('meow');
  const parsed = meow('', {
    // meow would look for a manifest beside this file; it is given one instead.
    importMeta: {url: 'file:///ticktock'} as ImportMeta,
    argv: [...hideValues(words, specs)],
    autoHelp: false,
    autoVersion: false,
    pkg: {name: 'ticktock'},
    flags: Object.fromEntries(
      specs.map(({name, type, shortFlag, isMultiple}) => [
        camelCase(name),
        {
          type,
          ...(shortFlag === undefined ? {} : {shortFlag}),
          ...(isMultiple === true ? {isMultiple: true} : {}),
        },
      ]),
    ),
  });
  // A flag that was not given stays away: `undefined`, an empty list and `false` mean the same.
  return {
    input: parsed.input.map((word) => word.replace(HIDDEN, '')),
    flags: Object.fromEntries(
      Object.entries(parsed.flags).map(([name, value]) => [name, unhide(value)]),
    ) as Flags,
  };
}

/** A flag as given: the word before any `=`, and its value, if it has or takes one. */
type GivenFlag = {
  readonly flag: string;
  /** Undefined for a flag that there is not. */
  readonly spec: FlagSpec | undefined;
  readonly value: string | undefined;
};

/** @returns the flags among words: not their values, and not what stands behind `--`. */
function flagsIn(words: readonly string[], specs: readonly FlagSpec[]): readonly GivenFlag[] {
  const found: GivenFlag[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') break;
    if (!word.startsWith('-') || word === '-') continue;
    const [flag = '', ...own] = word.split('=');
    const spec = specOf(flag, specs);
    if (spec === undefined && NEGATIVE.test(word)) continue;
    const takesNext = own.length === 0 && spec !== undefined && spec.type !== 'boolean';
    found.push({
      flag,
      spec,
      value: own.length > 0 ? own.join('=') : takesNext ? words[++at] : undefined,
    });
  }
  return found;
}

/** @returns what is wrong with the flags, and what to do; meow itself says nothing of unknown ones. */
function findWrongFlag(words: readonly string[], specs: readonly FlagSpec[]): string | undefined {
  const given = new Set<FlagSpec>();
  for (const {flag, spec, value} of flagsIn(words, specs)) {
    if (spec === undefined) {
      const meant = suggest(
        flag,
        specs.map((candidate) => `--${candidate.name}`),
      );
      const hint = meant === undefined ? '--help lists the flags' : `did you mean ${meant}?`;
      return `no flag ${makeInert(flag)}: ${hint}`;
    }
    if (given.has(spec) && spec.isMultiple !== true) return `${flag} is given twice`;
    given.add(spec);
    if (spec.type === 'boolean') {
      if (value !== undefined) return `${flag} takes no value`;
      continue;
    }
    if (value === undefined) return `${flag} needs a value: ${flag} ${spec.placeholder ?? 'VALUE'}`;
    if (spec.choices !== undefined && !spec.choices.includes(value)) {
      return `${flag}: no ${makeInert(value)}: there are ${spec.choices.join(', ')}`;
    }
  }
  return undefined;
}

function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
