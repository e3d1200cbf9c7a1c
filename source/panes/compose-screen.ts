import {cutText, fitLine, lineWidth, padText} from '../core/draw/fit-text.js';
import {glyphSet} from '../core/draw/glyphs.js';
import type {Line, Span} from '../core/draw/line.js';
import {textWidth} from '../core/draw/text-width.js';
import {wrapText} from '../core/draw/wrap-text.js';
import {SMALLEST, type ScreenLayout} from '../core/layout/screen-layout.js';
import {layoutOf} from '../core/state/layout-of.js';
import type {FacetLine, Suggestion} from '../core/state/state.js';
import {shownZone, type Env, type State} from '../core/state/state.js';
import {zoneWords} from '../core/time/zone-words.js';
import {detailLines, moreWords} from './detail-lines.js';
import {helpLines} from './help-lines.js';
import {fill, sequenceLines} from './sequence-lines.js';
import {statusLines} from './status-line.js';
import {timelineLines} from './timeline-lines.js';

/** The parts of the screen, each as lines of exactly its width and height. */
export type Screen = {
  readonly layout: ScreenLayout;
  readonly title: readonly Line[];
  readonly timeline: readonly Line[];
  readonly heading: readonly Line[];
  readonly sequence: readonly Line[];
  readonly divider: readonly Line[];
  readonly detail: readonly Line[];
  /** Over the whole width, between these and the status: what could be meant by what is being typed. */
  readonly menu: readonly Line[];
  readonly status: readonly Line[];
};

/**
Draw the whole screen as lines.

@param words - what is searched for, to be marked wherever it shows.
@returns the parts; together they cover every cell once.
*/
export function composeScreen(state: State, env: Env, words: readonly string[]): Screen {
  const {overlay} = state;
  // The filter pane stands in the place of the list, also where only the pane has room.
  const whole = layoutOf(state, env, overlay?.kind === 'facets' ? 'sequence' : undefined);
  if (!whole.fits) return tooSmall(state, whole);
  if (overlay?.kind === 'help' || overlay?.kind === 'text') return composeOver(state, env, whole);
  const menu = menuLines(state, env, whole);
  const layout = withoutRows(whole, menu.length);
  const {sequence, detail} = layout;
  const bar = state.charset === 'ascii' ? '|' : '│';
  const body =
    overlay?.kind === 'facets'
      ? facetLines(state, env.facets(state), sequence.columns, sequence.rows)
      : sequenceLines(state, env, sequence.columns, sequence.rows, words);
  return {
    layout,
    title: [titleLine(state, env)],
    timeline:
      layout.timeline.rows === 0
        ? []
        : timelineLines(state, env, layout.timeline.columns, layout.timeline.rows),
    heading: [headingLine(state, env, layout, words)],
    sequence: sequence.columns === 0 ? [] : body,
    divider: layout.isSingle
      ? []
      : Array.from({length: sequence.rows}, (): Line => [{text: bar, role: 'border'}]),
    detail:
      detail.columns === 0
        ? []
        : detailLines(
            state,
            env.content(state, state.stop.frame),
            detail.columns,
            detail.rows,
            words,
          ),
    menu,
    status: statusLines(state, env, state.size.columns, layout.status.rows),
  };
}

/** The screen as whole lines from top to bottom, for drawing without Ink. */
export function flattenScreen(screen: Screen): readonly Line[] {
  const body = Array.from({length: screen.layout.sequence.rows}, (_, index): Line => [
    ...(screen.sequence[index] ?? []),
    ...(screen.divider[index] ?? []),
    ...(screen.detail[index] ?? []),
  ]);
  const {title, timeline, heading, menu, status} = screen;
  return [...title, ...timeline, ...heading, ...body, ...menu, ...status];
}

/** Less room for list and pane, by rows at their end. */
function withoutRows(layout: ScreenLayout, rows: number): ScreenLayout {
  if (rows === 0) return layout;
  const {sequence, detail} = layout;
  return {
    ...layout,
    sequence: {...sequence, rows: sequence.rows - rows},
    detail: {...detail, rows: detail.rows - rows},
  };
}

function titleLine(state: State, env: Env): Line {
  const {columns} = state.size;
  const {ellipsis} = glyphSet(state.charset);
  const zone = ` ${zoneWords(shownZone(state))} `;
  const filter =
    state.filter === ''
      ? ''
      : ` filter ${cutText(state.filter, Math.floor(columns / 3), ellipsis)} (${env.view(state).count})`;
  const name = columns < 60 ? ' ' : ' ticktock  ';
  const room = columns - textWidth(name) - textWidth(zone) - textWidth(filter) - 1;
  const title = cutText(env.store.chronology.title, Math.max(0, room), ellipsis);
  const {loading} = env.store;
  const progress =
    loading === undefined
      ? ''
      : `  ${loading.done.toLocaleString('en-US')} events read${loading.total === undefined ? '' : ` of ${loading.total.toLocaleString('en-US')}`}`;
  const left: Line = [
    {text: name, role: 'key'},
    {text: title, role: 'title'},
    {text: progress, role: 'muted'},
  ];
  const right: Line = [
    {text: filter, role: 'warning'},
    {text: zone, role: 'muted'},
  ];
  return [...fitLine(left, columns - lineWidth(right), ellipsis), ...right];
}

/** Headings of list and pane, the focused one set off. */
function headingLine(state: State, env: Env, layout: ScreenLayout, words: readonly string[]): Line {
  const isAscii = state.charset === 'ascii';
  const dash = isAscii ? '-' : '─';
  const view = env.view(state);
  const {sequence, detail} = layout;
  if (sequence.rows === 0) return rule('Commands', '', state.size.columns, dash, true);
  const parts: Span[] = [];
  if (sequence.columns > 0) {
    const isFocused = state.stop.focus === 'sequence';
    const count = view.count === 0 ? '0' : `${state.stop.cursor + 1}/${view.count}`;
    const room = sequence.columns - textWidth(count) - HEADING_COLUMNS;
    parts.push(...rule(listLabel(state, env, room), count, sequence.columns, dash, isFocused));
  }
  if (!layout.isSingle) parts.push({text: isAscii ? '+' : '┬', role: 'border'});
  if (detail.columns > 0) {
    const content = env.content(state, state.stop.frame);
    const more = moreWords(state, content, detail.rows, words);
    const isFocused = state.stop.focus === 'detail';
    parts.push(...rule(content.title, content.badge, detail.columns, dash, isFocused, more));
  }
  return parts;
}

/** Of a heading, beside its words: dashes and blanks. */
const HEADING_COLUMNS = 7;

/** What stands in the place of the list, and from which event its times are measured. */
function listLabel({overlay, measureFrom, charset}: State, env: Env, room: number): string {
  if (overlay?.kind === 'facets') return 'Filter';
  if (measureFrom === undefined) return 'Sequence';
  const {mark, ellipsis} = glyphSet(charset);
  const title = env.store.event(measureFrom)?.title ?? measureFrom;
  return cutText(`Times from ${mark} ${title}`, room, ellipsis);
}

function rule(
  title: string,
  badge: string,
  width: number,
  dash: string,
  isFocused: boolean,
  more = '',
): readonly Span[] {
  const role = isFocused ? 'border-active' : 'border';
  const name = `${dash} ${title} `;
  const parts = [badge, more].filter((part) => part !== '');
  const note = parts.length === 0 ? '' : ` ${parts.join('  ')} `;
  const room = width - textWidth(name) - textWidth(note) - 1;
  // Without room for all, what there is more to see comes before what there is.
  if (room < 0 && badge !== '') return rule(title, '', width, dash, isFocused, more);
  if (room < 0) return fitLine([{text: name, role: isFocused ? 'title' : 'muted'}], width, '');
  return [
    {text: dash, role},
    {text: name.slice(1), role: isFocused ? 'title' : 'muted'},
    {text: dash.repeat(room), role},
    // Changes with every step: in the terminal's own colour that is a few bytes.
    {text: note, role: 'text'},
    {text: dash, role},
  ];
}

function tooSmall(state: State, layout: ScreenLayout): Screen {
  const {columns, rows} = state.size;
  const words = `Too small: ${SMALLEST.columns}x${SMALLEST.rows} needed (${columns}x${rows})`;
  const lines = fill([fitLine([{text: words, role: 'text'}], columns, '')], columns, rows);
  const nothing = {...layout.detail, rows: 0, columns: 0};
  return {
    layout: {...layout, sequence: {...nothing}, detail: nothing, timeline: {...nothing}},
    title: lines,
    timeline: [],
    heading: [],
    sequence: [],
    divider: [],
    detail: [],
    menu: [],
    status: [],
  };
}

/** Help and longer texts take the body's place; the timeline stays. */
function composeOver(state: State, env: Env, layout: ScreenLayout): Screen {
  const {columns} = state.size;
  const {overlay} = state;
  const dash = state.charset === 'ascii' ? '-' : '─';
  const isHelp = overlay?.kind === 'help';
  const all = isHelp
    ? helpLines(state, env, columns)
    : overlay?.kind === 'text'
      ? textLines(overlay.text, columns)
      : [];
  const rows = layout.timeline.rows + 1 + layout.sequence.rows;
  const scroll = Math.min(
    overlay !== undefined && 'scroll' in overlay ? overlay.scroll : 0,
    Math.max(0, all.length - rows + 1),
  );
  const shown = all
    .slice(scroll, scroll + rows - 1)
    .map((line) => fitLine(line, columns, glyphSet(state.charset).ellipsis));
  const below = Math.max(0, all.length - scroll - rows + 1);
  const badge = below === 0 ? 'end' : `${below} more below`;
  const title = isHelp ? 'Keys that work here' : overlay?.kind === 'text' ? overlay.title : '';
  const close = isHelp ? 'j k scroll, Esc or ? closes' : 'Esc closes';
  return {
    layout: {
      ...layout,
      timeline: {...layout.timeline, rows: 0},
      sequence: {...layout.sequence, columns, rows: rows - 1},
      detail: {...layout.detail, columns: 0},
    },
    title: [titleLine(state, env)],
    timeline: [],
    heading: [rule(title, badge, columns, dash, true)],
    sequence: fill(shown, columns, rows - 1),
    divider: [],
    detail: [],
    menu: [],
    status: [fitLine([{text: ` ${close}`, role: 'muted'}], columns, '')],
  };
}

/** A text to be read whole, wrapped. */
function textLines(text: string, columns: number): readonly Line[] {
  return text
    .split('\n')
    .flatMap((line) => wrapText(line, columns - 2))
    .map((line): Line => [{text: ` ${line}`, role: 'text'}]);
}

/** @returns how far whatever is over the panes can be scrolled, in lines; 0 when nothing is. */
export function lastOverlayScroll(state: State, env: Env): number {
  const {overlay, size} = state;
  const layout = layoutOf(state, env);
  const lines =
    overlay?.kind === 'help'
      ? helpLines(state, env, size.columns)
      : overlay?.kind === 'text'
        ? textLines(overlay.text, size.columns)
        : [];
  return Math.max(0, lines.length - layout.timeline.rows - layout.sequence.rows);
}

/** The filter pane: every value with its count; the ones in force are marked. */
function facetLines(
  state: State,
  facets: readonly FacetLine[],
  width: number,
  height: number,
): readonly Line[] {
  const overlay = state.overlay?.kind === 'facets' ? state.overlay : undefined;
  const selected = overlay?.selected ?? 0;
  const top = Math.max(0, Math.min(selected - Math.floor(height / 2), facets.length - height));
  const lines = facets.slice(top, top + height).map((facet, index): Line => {
    if (facet.filter === undefined)
      return fitLine([{text: `  ${facet.label}`, role: 'heading'}], width, '');
    const isSelected = top + index === selected;
    const count = ` ${facet.count}`;
    const left = fitLine(
      [
        {text: isSelected ? '> ' : '  ', role: 'selected'},
        {text: facet.isOn ? '[x] ' : '[ ] ', role: 'key'},
        {text: facet.label, role: isSelected ? 'selected' : 'text'},
      ],
      width - textWidth(count) - 1,
      glyphSet(state.charset).ellipsis,
    );
    return [...left, {text: `${count} `, role: 'muted'}];
  });
  return fill(lines, width, height);
}

/** What is being typed could mean these: commands in the place of list and pane, anything else below. */
function menuLines(state: State, env: Env, layout: ScreenLayout): readonly Line[] {
  const prompt = state.overlay?.kind === 'prompt' ? state.overlay : undefined;
  if (prompt === undefined) return [];
  const suggestions = env.suggest(state, prompt);
  const {rows} = layout.sequence;
  const isPalette = prompt.purpose === 'command';
  const height = isPalette ? rows : Math.min(8, Math.floor(rows / 2), suggestions.length);
  const {columns} = state.size;
  const top = Math.max(0, Math.min(prompt.selected - height + 1, suggestions.length - height));
  const shown = suggestions.slice(top, top + height);
  const widest = shown.reduce((most, {label}) => Math.max(most, textWidth(label)), 0);
  const lines = shown.map((suggestion, index) =>
    suggestionLine(suggestion, top + index === prompt.selected, widest, state),
  );
  return fill(lines, columns, height);
}

/** Columns between what is suggested and what is told of it. */
const MENU_GAP = 3;

/** @param widest - columns of the longest label shown: what is told of each stands in one line below the other. */
function suggestionLine(
  {label, detail}: Suggestion,
  isSelected: boolean,
  widest: number,
  {charset, size}: State,
): Line {
  const {ellipsis} = glyphSet(charset);
  const room = size.columns - 3 - (detail === '' ? 0 : MENU_GAP);
  const told = Math.min(textWidth(detail), Math.max(room - widest, Math.floor(room / 3)));
  const width = Math.min(widest, room - told);
  const line: Line = [
    {text: isSelected ? '> ' : '  ', role: 'selected'},
    {text: padText(label, width, ellipsis), role: isSelected ? 'selected' : 'text'},
    {
      text: detail === '' ? '' : ' '.repeat(MENU_GAP) + cutText(detail, told, ellipsis),
      role: 'muted',
    },
  ];
  return fitLine(line, size.columns, ellipsis);
}
