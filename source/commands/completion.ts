import type {Command} from './command.js';
import {COMMANDS, OPEN} from './command-registry.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** `ticktock completion SHELL`: a script for the shell's completion, made from the commands and flags. */
export const completionCommand: Command = {
  name: 'completion',
  usage: 'completion bash|zsh|fish',
  summary: 'a completion script for your shell',
  flags: [],
  async run({input, io}) {
    const [shell] = input;
    const verbs = await describeVerbs();
    if (shell === 'bash') await io.out(bashScript(verbs));
    else if (shell === 'zsh') await io.out(zshScript(verbs));
    else if (shell === 'fish') await io.out(fishScript(verbs));
    else {
      io.error(`ticktock completion: for which shell? one of ${SHELLS.join(', ')}`);
      return 2;
    }
    return 0;
  },
};

type Verb = {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly {
    readonly name: string;
    readonly summary: string;
    readonly choices: readonly string[];
  }[];
};

async function describeVerbs(): Promise<readonly Verb[]> {
  const verbs: Verb[] = [];
  for (const entry of [OPEN, ...COMMANDS]) {
    const {name, summary, flags} = await entry.load();
    verbs.push({
      name,
      summary,
      flags: flags.map((flag) => ({
        name: `--${flag.name}`,
        summary: flag.summary,
        choices: flag.choices ?? [],
      })),
    });
  }
  return verbs;
}

function bashScript(verbs: readonly Verb[]): string {
  const names = verbs.map((verb) => verb.name).filter((name) => name !== '');
  const cases = verbs
    .map((verb) => {
      const pattern = verb.name === '' ? '*' : verb.name;
      return `    ${pattern}) flags="${verb.flags.map((flag) => flag.name).join(' ')}" ;;`;
    })
    // The catch-all comes last.
    .reverse()
    .join('\n');
  const choices = uniqueChoices(verbs)
    .map(
      ([flag, values]) =>
        `    ${flag}) COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$word")); return ;;`,
    )
    .join('\n');
  return `# bash completion for ticktock: source <(ticktock completion bash)
_ticktock() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" flags
  case "$before" in
${choices}
  esac
  case "\${COMP_WORDS[1]}" in
${cases}
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags --help --version" -- "$word"))
  elif [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names.join(' ')}" -- "$word") $(compgen -f -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _ticktock ticktock
`;
}

function zshScript(verbs: readonly Verb[]): string {
  const names = verbs
    .filter((verb) => verb.name !== '')
    .map((verb) => `    '${verb.name}:${zshText(verb.summary)}'`)
    .join('\n');
  const cases = verbs
    .map((verb) => {
      const flags = verb.flags
        .map((flag) => {
          const values = flag.choices.length === 0 ? '' : `:value:(${flag.choices.join(' ')})`;
          return `'${flag.name}[${zshText(flag.summary)}]${values}'`;
        })
        .join(' ');
      return `    ${verb.name === '' ? '*' : verb.name}) _arguments ${flags} '*:file:_files' ;;`;
    })
    .reverse()
    .join('\n');
  return `#compdef ticktock
# zsh completion for ticktock: source <(ticktock completion zsh)
_ticktock() {
  local -a verbs
  verbs=(
${names}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe command verbs
    _files
    return
  fi
  case $words[2] in
${cases}
  esac
}
compdef _ticktock ticktock
`;
}

function fishScript(verbs: readonly Verb[]): string {
  const lines = verbs.flatMap((verb) => {
    const condition =
      verb.name === '' ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${verb.name}`;
    const own =
      verb.name === ''
        ? []
        : [
            `complete -c ticktock -n __fish_use_subcommand -a ${verb.name} -d '${fishText(verb.summary)}'`,
          ];
    const flags = verb.flags.map((flag) => {
      const values = flag.choices.length === 0 ? '' : ` -x -a '${flag.choices.join(' ')}'`;
      return `complete -c ticktock -n '${condition}' -l ${flag.name.slice(2)}${values} -d '${fishText(flag.summary)}'`;
    });
    return [...own, ...flags];
  });
  return `# fish completion for ticktock: ticktock completion fish | source\n${lines.join('\n')}\n`;
}

function uniqueChoices(verbs: readonly Verb[]): readonly (readonly [string, readonly string[]])[] {
  const merged = new Map<string, Set<string>>();
  for (const {name, choices} of verbs.flatMap((verb) => verb.flags)) {
    if (choices.length === 0) continue;
    const known = merged.get(name) ?? new Set<string>();
    for (const choice of choices) known.add(choice);
    merged.set(name, known);
  }
  return Array.from(merged, ([name, values]) => [name, [...values]] as const);
}

/** Brackets, colons and quotes mean something in a zsh specification. */
function zshText(text: string): string {
  return text.replaceAll(/[[\]:\\]/gu, String.raw`\$&`).replaceAll("'", `'\\''`);
}

function fishText(text: string): string {
  return text.replaceAll(/['\\]/gu, String.raw`\$&`);
}
