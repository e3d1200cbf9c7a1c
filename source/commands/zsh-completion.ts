import type {CompletedFlag, CompletedVerb, Offer} from './completion-verbs.js';

/** @returns a script that zsh sources. */
export function zshScript(verbs: readonly CompletedVerb[]): string {
  const named = verbs.filter(({name}) => name !== '');
  const names = named.map(({name, summary}) => `    '${name}:${zshText(summary)}'`).join('\n');
  const cases = [...named, ...verbs.filter(({name}) => name === '')].map(
    ({name, flags, words: [first, others]}) => {
      const places = [`'1:word:${action(first)}'`, `'*:word:${action(others)}'`];
      const all = [...flags.map(argument), ...places].join(' \\\n        ');
      return `    ${name === '' ? '*' : name})\n      _arguments ${all} ;;`;
    },
  );
  return `#compdef ticktock
# zsh completion for ticktock: source <(ticktock completion zsh)
_ticktock_ids() {
  local -a ids
  ids=(\${(f)"$(ticktock completion $1 2>/dev/null)"})
  compadd -S "$2" -a ids
}
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
  local verb=$words[2]
  if [[ -n \${(M)verbs:#$verb:*} ]]; then
    shift words
    (( CURRENT-- ))
  fi
  case $verb in
${cases.join('\n')}
  esac
}
compdef _ticktock ticktock
`;
}

function argument({name, summary, value}: CompletedFlag): string {
  const action_ = value === undefined ? '' : `:value:${action(value)}`;
  return `'${name}[${zshText(summary)}]${action_}'`;
}

function action(offer: Offer): string {
  if (offer === 'files') return '_files';
  if (offer === 'nothing') return ' ';
  if ('words' in offer) return `(${offer.words.join(' ')})`;
  return `{_ticktock_ids ${offer.ask} "${offer.ask === 'sources' ? '=' : ' '}"}`;
}

/** Brackets, colons and quotes mean something in a zsh specification. */
function zshText(text: string): string {
  return text.replaceAll(/[[\]:\\]/gu, String.raw`\$&`).replaceAll("'", `'\\''`);
}
