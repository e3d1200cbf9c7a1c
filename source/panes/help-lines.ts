import {fitLine, padText} from '../core/draw/fit-text.js';
import type {Line} from '../core/draw/line.js';
import {wrapText} from '../core/draw/wrap-text.js';
import type {Env, State} from '../core/state/state.js';
import {whyDisabled} from '../core/state/why-disabled.js';
import {KEY_TABLE, type Section} from '../keys/key-table.js';
import {keyWords} from '../keys/key-words.js';

/** Room for `PageDown Space Ctrl-f`, the longest, between margins. */
const KEY_COLUMNS = 24;
/** Wider than any line. */
const UNWRAPPED_COLUMNS = 10_000;
/** Narrower than this, sections do not stand beside each other. */
const LEAST_COLUMNS = 72;

/**
The help screen: every key by section, and for one that cannot act here, why. Where there is room the
sections stand in columns, to be read from the top of each.
*/
export function helpLines(state: State, env: Env, width: number): readonly Line[] {
  const count = Math.max(1, Math.floor(width / LEAST_COLUMNS));
  const own = Math.floor(width / count);
  const columns = inColumns(sectionBlocks(state, env, own), count);
  const height = columns.reduce((most, lines) => Math.max(most, lines.length), 0);
  if (count === 1) return columns[0] ?? [];
  return Array.from({length: height}, (_, at): Line =>
    columns.flatMap((lines) => fitLine(lines[at] ?? [], own)),
  );
}

/** @returns the same to be spoken: below one another, each key with all of its words on one line. */
export function spokenHelp(state: State, env: Env): readonly Line[] {
  return sectionBlocks(state, env, UNWRAPPED_COLUMNS).flat();
}

function sectionBlocks(state: State, env: Env, width: number): readonly (readonly Line[])[] {
  const sections = [...new Set(KEY_TABLE.map((binding) => binding.section))];
  return sections.map((section) => sectionLines(section, state, env, width));
}

/** Share out the lines of blocks, so that the columns are about as high as each other. */
function inColumns(blocks: readonly (readonly Line[])[], count: number): readonly Line[][] {
  const total = blocks.reduce((sum, block) => sum + block.length + 1, -1);
  const height = Math.ceil(total / count);
  const columns: Line[][] = [[]];
  for (const block of blocks) {
    for (const [at, line] of block.entries()) {
      let last = columns.at(-1) ?? [];
      // A heading keeps a line of its own with it.
      const isFull = last.length + (at === 0 ? 3 : 1) > height;
      if (isFull && columns.length < count) {
        last = [];
        columns.push(last);
      }
      if (at === 0 && last.length > 0) last.push([]);
      last.push(line);
    }
  }
  return columns;
}

function sectionLines(section: Section, state: State, env: Env, width: number): readonly Line[] {
  const lines: Line[] = [[{text: ` ${sectionTitle(section)}`, role: 'heading'}]];
  for (const binding of KEY_TABLE.filter((candidate) => candidate.section === section)) {
    const reason = whyDisabled(state, env, binding.command);
    const keys = binding.keys.map(keyWords).join(' ');
    const words = reason === undefined ? binding.name : `${binding.name}. Not now: ${reason}`;
    const [first = '', ...rest] = wrapText(words, Math.max(10, width - 2 - KEY_COLUMNS));
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
  return lines;
}

function sectionTitle(section: Section): string {
  return section === 'Map' ? 'Map (in a place; + - zoom)' : section;
}
