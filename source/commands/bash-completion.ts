import type {CompletedVerb, Offer} from './completion-verbs.js';

/** @returns a script that bash sources. Words before the verb are flags of the program itself. */
export function bashScript(verbs: readonly CompletedVerb[]): string {
  const names = verbs.map(({name}) => name).filter((name) => name !== '');
  const flags = verbs.map(
    (verb) => `    '${verb.name}') flags="${verb.flags.map(({name}) => name).join(' ')}" ;;`,
  );
  const values = verbs.flatMap((verb) =>
    verb.flags.flatMap(({name, value}) =>
      value === undefined ? [] : [`    '${verb.name} ${name}') ${offerWords(value)}; return ;;`],
    ),
  );
  const firsts = verbs.flatMap(({name, words: [first]}) =>
    first === 'files' || name === '' ? [] : [`    '${name}') ${offerWords(first)}; return ;;`],
  );
  return `# bash completion for ticktock: source <(ticktock completion bash)
_ticktock_ids() {
  COMPREPLY=($(compgen -W "$(ticktock completion "$1" "\${files[@]}" 2>/dev/null)" -S "$2" -- "$word"))
}
_ticktock() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" verb='' flags='' each
  local bare=0 ended=0
  local -a files=()
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [ "$ended" = 1 ]; then continue; fi
    case "$each" in
      --) ended=1 ;;
      ${names.join('|')}) if [ -z "$verb" ]; then verb="$each"; else bare=1; fi ;;
      -*) ;;
      *) bare=1; if [ -f "$each" ]; then files+=("$each"); fi ;;
    esac
  done
  if [ "$ended" = 1 ]; then
    COMPREPLY=($(compgen -f -- "$word"))
    return
  fi
  case "$verb $before" in
${values.join('\n')}
  esac
  case "$verb" in
${flags.join('\n')}
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
    return
  fi
  if [ "$bare" = 0 ]; then
    case "$verb" in
${firsts.join('\n')}
    esac
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names.join(' ')}" -- "$word"))
  fi
  COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -F _ticktock ticktock
`;
}

function offerWords(offer: Offer): string {
  if (offer === 'files') return 'COMPREPLY=($(compgen -f -- "$word"))';
  if (offer === 'nothing') return 'COMPREPLY=()';
  return 'ask' in offer
    ? `_ticktock_ids ${offer.ask} '${offer.ask === 'sources' ? '=' : ''}'`
    : `COMPREPLY=($(compgen -W "${offer.words.join(' ')}" -- "$word"))`;
}
