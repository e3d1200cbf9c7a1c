/**
What a screen reader is to speak after a step: the same facts that the screen shows by position,
shape and colour, in words, in an order that makes sense when spoken.
*/
import {layoutOf} from '../core/state/layout-of.js';
import type {Line} from '../core/draw/line.js';
import type {EventRow} from '../core/events/event-store.js';
import {changedEvents} from '../core/events/changed-events.js';
import type {ItemChange} from '../core/events/diff-chronologies.js';
import type {PaneContent} from '../core/state/pane-content.js';
import {shownZone, type Env, type State} from '../core/state/state.js';
import {chainNeighbours} from '../core/state/subject.js';
import {rowAtCursor} from '../core/state/visit.js';
import {intervalWords} from '../core/time/interval-words.js';
import {helpLines} from './help-lines.js';
import {whenLines} from './when-lines.js';
import {zoneWords} from '../core/time/zone-words.js';

const PROMPT_NAMES = {
  search: 'Search. Type words, Enter keeps the search, Escape cancels.',
  filter: 'Filter. Type a query, Enter applies it, Escape cancels.',
  date: 'Go to a date. Type it, Enter goes there, Escape cancels.',
  command: 'Commands. Type a part of a name, Enter runs the first, Escape cancels.',
  mark: 'Mark. Type one letter.',
  jump: 'Go to a mark. Type its letter.',
} as const;

/** @returns the lines to speak when the program opens. */
export function announceStart(state: State, env: Env): readonly string[] {
  const {chronology} = env.store;
  const view = env.view(state);
  return [
    `${chronology.title}. ${view.count} events on ${view.lanes.length} lanes. ${zoneWords(shownZone(state))}.`,
    'j and k walk through the events, Enter looks closer, Escape comes back, question mark lists the keys, q quits.',
    ...eventLines(state, env),
  ];
}

/**
@returns the lines to speak after a step; none when nothing that can be spoken has changed.
*/
export function announceStep(before: State, state: State, env: Env): readonly string[] {
  const lines: string[] = [];
  const {overlay, message, stop} = state;
  if (message !== undefined && message !== before.message) lines.push(message.text);
  if (overlay !== before.overlay) lines.push(...overlayLines(before, state, env));
  if (overlay !== undefined) return lines;
  if (state.filter !== before.filter) {
    lines.push(
      state.filter === ''
        ? 'No filter.'
        : `Filter ${state.filter}: ${env.view(state).count} events.`,
    );
  }
  const isMoved = stop.cursor !== before.stop.cursor || state.filter !== before.filter;
  const frame = stop.frame;
  const old = before.stop.frame;
  if (stop.focus === 'sequence') {
    if (isMoved || before.stop.focus === 'detail') lines.push(...eventLines(state, env));
  } else if (
    before.stop.focus === 'sequence' ||
    frame.pane !== old.pane ||
    frame.subject !== old.subject
  ) {
    const content = env.content(state, frame);
    lines.push(
      `${content.title}: ${content.crumb}. ${content.badge}. ${content.items.length} items.`,
    );
    lines.push(...itemLines(content, frame.selected));
  } else if (frame.selected !== old.selected) {
    lines.push(...itemLines(env.content(state, frame), frame.selected));
  } else if (frame.scroll !== old.scroll) {
    lines.push(...visibleLines(state, env));
  }
  if (state.tour !== undefined && state.tour.at !== before.tour?.at) {
    const step = state.tour.steps[state.tour.at];
    if (step !== undefined)
      lines.unshift(`Step ${state.tour.at + 1} of ${state.tour.steps.length}. ${step.text}`);
  }
  return lines;
}

/** The event under the cursor: title, date in words, lane, what differs, what it answers. */
function eventLines(state: State, env: Env): readonly string[] {
  const row = rowAtCursor(state, env);
  const view = env.view(state);
  if (row === undefined) return ['No events.'];
  const event = env.store.event(row.id);
  const input = {store: env.store, zone: shownZone(state)};
  const {answers, answeredBy} = chainNeighbours(env.store, row.id);
  const facts = [
    `${row.index + 1} of ${view.count}. ${row.title}.`,
    event === undefined
      ? ''
      : `${whenLines(event.when, input)
          .map((line) => line.text)
          .join(', ')}.`,
    `Lane ${view.lanes[row.lane]?.name ?? ''}.`,
    endWords(row),
    row.isContested ? 'Accounts differ.' : '',
    changeOf(row, env),
    answers.length > 0 ? `Said to answer ${titles(answers, env)}.` : '',
    answeredBy.length > 0 ? `Answered by ${answeredBy.length} events.` : '',
    measured(row, state, env),
    event?.summary ?? '',
  ];
  return [oneStop(facts.filter((fact) => fact !== '').join(' '))];
}

/** What the list shows by a sign when two versions are compared. */
function changeOf({id}: EventRow, {store}: Env): string {
  const change = changedEvents(store.changes ?? NO_CHANGES).get(id);
  if (change === undefined) return '';
  return change === 'added' ? 'New in this version.' : 'Changed in this version.';
}

const NO_CHANGES: readonly ItemChange[] = [];

/** How sure the ends are: what the timeline shows by the shape of a bar. */
function endWords({when}: EventRow): string {
  const words = {
    certain: '',
    approximate: 'approximate',
    uncertain: 'uncertain',
    'approximate-uncertain': 'approximate and uncertain',
    open: 'open',
    unknown: 'unknown',
  } as const;
  const start = words[when.startQuality];
  const end = words[when.endQuality];
  if (start === '' && end === '') return '';
  if (start === end) return when.isSpan ? `Start and end ${start}.` : `Date ${start}.`;
  const parts = [start === '' ? '' : `start ${start}`, end === '' ? '' : `end ${end}`];
  return `${parts
    .filter((part) => part !== '')
    .join(', ')
    .replace(/^./u, (first) => first.toUpperCase())}.`;
}

function measured(row: EventRow, state: State, env: Env): string {
  if (state.measureFrom === undefined || state.measureFrom === row.id) return '';
  const view = env.view(state);
  const position = view.positionOf(state.measureFrom);
  const from = view.rows(position, position + 1)[0];
  return from === undefined ? '' : `${intervalWords(from.when, row.when)} ${from.title}.`;
}

function titles(ids: readonly string[], env: Env): string {
  return ids.map((id) => env.store.event(id)?.title ?? id).join(', ');
}

/** An item with the text that stands between it and the one before, so that nothing is left unspoken. */
function itemLines(content: PaneContent, selected: number): readonly string[] {
  const item = content.items[selected];
  if (item === undefined) return content.lines.map(textOf).filter((text) => text !== '');
  const from = selected === 0 ? 0 : (content.items[selected - 1]?.endLine ?? 0);
  const isLast = selected === content.items.length - 1;
  const to = isLast ? content.lines.length : item.endLine;
  const isShared = item.column !== undefined || content.items[selected + 1]?.column !== undefined;
  const text = isShared
    ? item.copy
    : content.lines.slice(Math.min(from, item.firstLine), to).map(textOf).filter(Boolean).join(' ');
  const leads = item.target === undefined ? '' : ` Enter opens the ${item.target.pane}.`;
  return [oneStop(`${selected + 1} of ${content.items.length}. ${text}.${leads}`)];
}

function visibleLines(state: State, env: Env): readonly string[] {
  const {frame} = state.stop;
  const {detail} = layoutOf(state, env, 'detail');
  return env
    .content(state, frame)
    .lines.slice(frame.scroll, frame.scroll + detail.rows)
    .map(textOf)
    .filter((text) => text !== '');
}

function overlayLines(before: State, state: State, env: Env): readonly string[] {
  const {overlay} = state;
  switch (overlay?.kind) {
    case undefined:
      return before.overlay?.kind === 'prompt' ? [] : ['Closed.'];
    case 'help':
      return before.overlay?.kind === 'help'
        ? []
        : helpLines(state, env, 72)
            .map(textOf)
            .filter((text) => text !== '');
    case 'text':
      return [overlay.title, ...overlay.text.split('\n')];
    case 'facets': {
      const facets = env.facets(state);
      const line = facets[overlay.selected];
      const heading = facets
        .slice(0, overlay.selected)
        .findLast((facet) => facet.filter === undefined);
      const opened =
        before.overlay?.kind === 'facets' ? '' : 'Filter. Enter switches a value, Escape closes. ';
      return line === undefined
        ? []
        : [
            `${opened}${heading?.label ?? ''}: ${line.label}, ${line.count} events, ${line.isOn ? 'on' : 'off'}.`,
          ];
    }
    case 'prompt': {
      if (before.overlay?.kind !== 'prompt') return [PROMPT_NAMES[overlay.purpose]];
      const suggestion = env.suggest(state, overlay)[Math.max(0, overlay.selected)];
      const found = overlay.purpose === 'search' ? env.countWords(state, overlay.text) : '';
      const hint = suggestion === undefined ? '' : `${suggestion.label} ${suggestion.detail}`;
      return [[overlay.text, found, hint].filter((part) => part !== '').join(', ')];
    }
  }
}

/** A sentence that ends in an abbreviation needs no second full stop. */
function oneStop(text: string): string {
  return text.replaceAll(/\.\.(?=\s|$)/gu, '.');
}

/** Drawing characters say nothing when spoken. */
function textOf(line: Line): string {
  return line
    .map((span) =>
      span.role === 'border' || span.role === 'water' || span.role === 'land' ? ' ' : span.text,
    )
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
