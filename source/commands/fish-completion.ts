import type {CompletedVerb, Offer} from './completion-verbs.js';

/** @returns a script that fish sources. */
export function fishScript(verbs: readonly CompletedVerb[]): string {
  const lines = verbs.flatMap(({name, summary, flags, words: [first]}) => {
    const condition = name === '' ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${name}`;
    const own =
      name === ''
        ? []
        : [
            `complete -c ticktock -n __fish_use_subcommand -a ${name} -d '${fishText(summary)}'`,
            ...(first === 'files'
              ? []
              : [`complete -c ticktock -n '${condition}'${offerWords(first)}`]),
          ];
    const flagLines = flags.map(({name: flag, summary: what, value}) => {
      const values = value === undefined ? '' : offerWords(value);
      return `complete -c ticktock -n '${condition}' -l ${flag.slice(2)}${values} -d '${fishText(what)}'`;
    });
    return [...own, ...flagLines];
  });
  return `# fish completion for ticktock: ticktock completion fish | source\n${lines.join('\n')}\n`;
}

function offerWords(offer: Offer): string {
  if (offer === 'files') return ' -r -F';
  if (offer === 'nothing') return ' -x';
  return 'ask' in offer
    ? ` -x -a '(ticktock completion ${offer.ask} 2>/dev/null)'`
    : ` -x -a '${offer.words.join(' ')}'`;
}

function fishText(text: string): string {
  return text.replaceAll(/['\\]/gu, String.raw`\$&`);
}
