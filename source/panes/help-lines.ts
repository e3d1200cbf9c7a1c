import {padText} from '../core/draw/fit-text.js';
import type {Line} from '../core/draw/line.js';
import {wrapText} from '../core/draw/wrap-text.js';
import type {Env, State} from '../core/state/state.js';
import {whyDisabled} from '../core/state/why-disabled.js';
import {KEY_TABLE, type Section} from '../keys/key-table.js';
import {keyWords} from '../keys/key-words.js';

/** Room for `PageDown Space Ctrl-f`, the longest, between margins. */
const KEY_COLUMNS = 24;

/** The help screen: every key by section, and for one that cannot act here, why. */
export function helpLines(state: State, env: Env, width: number): readonly Line[] {
  const lines: Line[] = [];
  const sections = [...new Set(KEY_TABLE.map((binding) => binding.section))];
  const inner = width - 2;
  for (const section of sections) {
    if (lines.length > 0) lines.push([]);
    lines.push([{text: ` ${sectionTitle(section)}`, role: 'heading'}]);
    for (const binding of KEY_TABLE.filter((candidate) => candidate.section === section)) {
      const reason = whyDisabled(state, env, binding.command);
      const keys = binding.keys.map(keyWords).join(' ');
      const words = reason === undefined ? binding.name : `${binding.name}. Not now: ${reason}`;
      const [first = '', ...rest] = wrapText(words, Math.max(10, inner - KEY_COLUMNS));
      lines.push([
        {
          text: `  ${padText(keys, KEY_COLUMNS - 2)} `,
          role: reason === undefined ? 'key' : 'muted',
        },
        {text: first, role: reason === undefined ? 'text' : 'muted'},
      ]);
      for (const more of rest) {
        lines.push([{text: ' '.repeat(KEY_COLUMNS + 1) + more, role: 'muted'}]);
      }
    }
  }
  return lines;
}

function sectionTitle(section: Section): string {
  return section === 'Map' ? 'Map (in a place; + - zoom)' : section;
}
