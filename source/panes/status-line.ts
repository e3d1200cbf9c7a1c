import {cutStart, cutText, fitLine, lineWidth} from '../core/draw/fit-text.js';
import {glyphSet} from '../core/draw/glyphs.js';
import type {Line, Span} from '../core/draw/line.js';
import {splitClusters} from '../core/draw/split-clusters.js';
import {textWidth} from '../core/draw/text-width.js';
import {wrapText} from '../core/draw/wrap-text.js';
import type {Env, Prompt, State, Tour} from '../core/state/state.js';
import {isTourOver} from '../core/state/step-tour.js';
import {whyDisabled} from '../core/state/why-disabled.js';
import {KEY_TABLE} from '../keys/key-table.js';
import {keyWords} from '../keys/key-words.js';
import {tourWords} from './tour-words.js';

const PROMPTS: Readonly<Record<Prompt['purpose'], string>> = {
  search: '/',
  filter: 'filter: ',
  date: 'go to date: ',
  command: ':',
  mark: 'mark (a letter or digit): ',
  jump: 'go to mark (its letter or digit): ',
};

/**
@param rows - 1, or more while a tour is on: its words stand above the last line.
@returns exactly so many lines of exactly `width` columns.
*/
export function statusLines(state: State, env: Env, width: number, rows: number): readonly Line[] {
  const last = statusLine(state, env, width);
  const step = state.tour?.steps[state.tour.at];
  const words = step === undefined ? '' : tourWords(step, state, env);
  const wrapped = wrapText(words, width - 2);
  const {ellipsis} = glyphSet(state.charset);
  const above = Array.from({length: rows - 1}, (_, index) =>
    // What has no line of its own ends the last one, which is cut.
    fitLine(
      [
        {
          text: ` ${wrapped.slice(index, index + 2 === rows ? undefined : index + 1).join(' ')}`,
          role: 'title',
        },
      ],
      width,
      ellipsis,
    ),
  );
  return [...above, last];
}

/** The last line: what is being typed, what there is to say, or where one is and which keys help. */
function statusLine(state: State, env: Env, width: number): Line {
  const {ellipsis} = glyphSet(state.charset);
  if (state.overlay?.kind === 'prompt') return promptLine(state, env, state.overlay, width);
  if (state.message !== undefined) {
    const role = state.message.tone === 'error' ? 'error' : 'text';
    return fitLine([{text: ` ${state.message.text}`, role}], width, ellipsis);
  }
  if (state.tour !== undefined) return tourLine(state, env, state.tour, width);
  if (state.isNew) {
    const short = ' j k move, Enter opens, ? lists keys';
    const long = ' j k walk through the events, Enter looks closer, Esc comes back, ? lists keys';
    return fitLine(
      [{text: textWidth(long) <= width ? long : short, role: 'text'}],
      width,
      ellipsis,
    );
  }
  if (state.overlay?.kind === 'facets') {
    const long = ' Enter switches a value, F types a filter, X drops it, Esc closes';
    const words = textWidth(long) <= width ? long : ' Enter switches, X drops, Esc closes';
    return fitLine([{text: words, role: 'muted'}], width, ellipsis);
  }
  const crumbs = crumbWords(state, env, Math.floor(width * 0.55));
  const hints = hintSpans(state, env, width - textWidth(crumbs) - 3);
  const gap = width - 1 - textWidth(crumbs) - lineWidth(hints) - 1;
  return fitLine(
    [
      {text: ` ${crumbs}`, role: 'text'},
      {text: ' '.repeat(Math.max(1, gap)), role: 'text'},
      ...hints,
      {text: ' ', role: 'text'},
    ],
    width,
    ellipsis,
  );
}

/** Where the tour is and the keys that walk it. */
function tourLine(state: State, env: Env, tour: Tour, width: number): Line {
  const play = `P ${tour.isPlaying ? 'pause' : 'play'}`;
  const text = ` Tour ${tour.at + 1} of ${tour.steps.length} `;
  const isContested = env.store
    .accountsOf(tour.steps[tour.at]?.event ?? '')
    .some((field) => field.isContested);
  const long = isTourOver(tour)
    ? `k back  g again  ${play}  Esc explore `
    : `j next  k back  ${play}  Esc explore `;
  const walk = textWidth(text) + textWidth(long) <= width ? long : 'j k P Esc ';
  const keys = state.back.length > 0 ? 'Esc back to the tour ' : walk;
  const spans: Line = [
    {text, role: 'title'},
    {text: isContested ? ' accounts differ' : '', role: 'contested'},
  ];
  return [
    ...fitLine(spans, width - keys.length - 1, glyphSet(state.charset).ellipsis),
    {text: ` ${keys}`, role: 'muted'},
  ];
}

/** Columns of what is typed that show at least. */
const LEAST_TYPED = 12;

function promptLine(state: State, env: Env, prompt: Prompt, width: number): Line {
  const label = PROMPTS[prompt.purpose];
  const before = prompt.text.slice(0, prompt.caret);
  const at = prompt.text.slice(prompt.caret);
  const [under = ' '] = splitClusters(at);
  const hint =
    foundWords(state, env, prompt, Math.floor(width / 2)) ??
    (prompt.purpose === 'command' || prompt.purpose === 'mark' || prompt.purpose === 'jump'
      ? 'Esc cancels'
      : 'Enter applies, Esc cancels');
  // What is typed is never hidden by what helps to type it.
  const isRoom = textWidth(label) + textWidth(hint) + LEAST_TYPED + 6 <= width;
  const note = isRoom ? hint : '';
  const room = width - textWidth(label) - textWidth(note) - 6;
  const shown = cutStart(before, Math.max(1, room));
  const line: Line = [
    {text: ` ${label}`, role: 'key'},
    {text: shown, role: 'text'},
    {text: under, role: 'cursor'},
    {text: at.slice(under.length), role: 'text'},
  ];
  const left = fitLine(line, width - textWidth(note) - 2, '');
  return fitLine([...left, {text: ` ${note}`, role: 'muted'}], width);
}

/** How many events what is typed finds: a search among those that pass the filter, a filter among all. */
function foundWords(state: State, env: Env, prompt: Prompt, most: number): string | undefined {
  const {purpose, text} = prompt;
  if (text.trim() === '' || (purpose !== 'search' && purpose !== 'filter')) return undefined;
  const among = purpose === 'filter' ? {...state, filter: ''} : state;
  return cutText(env.countWords(among, text), most, glyphSet(state.charset).ellipsis);
}

/** The way here: the list, then each stop, the oldest left out when there is no room. */
function crumbWords(state: State, env: Env, width: number): string {
  const separator = state.charset === 'ascii' ? ' > ' : ' › ';
  // On the way the pane is where one is, also while the list beside it has the focus.
  const stops = [...state.back, state.stop].filter(
    (stop) => stop.focus === 'detail' || (stop === state.stop && state.back.length > 0),
  );
  const {ellipsis} = glyphSet(state.charset);
  const names = [
    'sequence',
    ...stops.map((stop) => cutText(env.content(state, stop.frame).crumb, 24, ellipsis)),
  ];
  while (names.length > 2 && textWidth(names.join(separator)) > width) names.splice(1, 1);
  return cutText(names.join(separator), width, ellipsis);
}

/** As many hints of keys that act here as there is room for. */
function hintSpans(state: State, env: Env, width: number): readonly Span[] {
  const hints = KEY_TABLE.filter((binding) => binding.hint !== undefined)
    .sort((a, b) => (a.hint?.rank ?? 0) - (b.hint?.rank ?? 0))
    .filter((binding) => whyDisabled(state, env, binding.command) === undefined)
    .filter((binding) => binding.command !== `pane.${state.stop.frame.pane}`)
    .filter(
      (binding) =>
        binding.command !== 'pane.back' || state.stop.focus === 'detail' || state.back.length > 0,
    );
  const spans: Span[] = [];
  let used = 0;
  for (const binding of hints) {
    const key = keyWords(binding.keys[0] ?? '');
    const word = ` ${binding.hint?.word ?? ''}`;
    const size = textWidth(key + word) + (spans.length === 0 ? 0 : 2);
    if (used + size > width) break;
    if (spans.length > 0) spans.push({text: '  ', role: 'text'});
    spans.push({text: key, role: 'key'}, {text: word, role: 'muted'});
    used += size;
  }
  return spans;
}
