/**
What a screen reader is to speak after a step: the same facts that the screen shows by position,
shape and colour, in words, in an order that makes sense when spoken.
*/
import type {TimelineEvent} from '../core/events/chronology.js';
import type {EventRow} from '../core/events/event-store.js';
import {changedEvents} from '../core/events/changed-events.js';
import type {ItemChange} from '../core/events/diff-chronologies.js';
import type {PaneContent} from '../core/state/pane-content.js';
import {shownZone, type Env, type State} from '../core/state/state.js';
import {chainNeighbours} from '../core/state/subject.js';
import {rowAtCursor} from '../core/state/visit.js';
import {MS_PER_DAY} from '../core/time/civil-calendar.js';
import {clockWords} from '../core/time/clock-words.js';
import {edgeWords} from '../core/time/edge-words.js';
import {readEdtf} from '../core/time/read-edtf.js';
import {zonedTime} from '../core/time/zone.js';
import {intervalWords} from '../core/time/interval-words.js';
import {spokenHelp} from './help-lines.js';
import {capital, counted, oneStop, sentence, spoken, textOf} from './spoken-text.js';
import {tourWords} from './tour-words.js';
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
    `${chronology.title}. ${counted(view.count, 'event')} on ${counted(view.lanes.length, 'lane')}. ${zoneWords(shownZone(state))}.`,
    state.tour === undefined
      ? 'j and k walk through the events, Enter looks closer, Escape comes back, question mark lists the keys, q quits.'
      : 'A tour: j goes on, k goes back, P lets it go on by itself or stops that, Escape leaves it, q quits.',
    ...tourStepLines(state, env),
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
  const isSwitched = overlay?.kind === 'facets' && state.filter !== before.filter;
  if (overlay !== before.overlay || isSwitched) lines.push(...overlayLines(before, state, env));
  if (overlay !== undefined) return lines;
  // In the filter pane values are switched one after the other; the whole is told at its end.
  if (state.filter !== before.filter || before.overlay?.kind === 'facets') {
    lines.push(
      state.filter === ''
        ? 'No filter.'
        : `Filter ${state.filter}: ${counted(env.view(state).count, 'event')}.`,
    );
  }
  // While a search is typed the cursor goes along unspoken.
  const from = before.overlay?.kind === 'prompt' ? before.overlay.from : before.stop;
  const isMoved = stop.cursor !== from.cursor || state.filter !== before.filter;
  const isZoned = shownZone(state) !== shownZone(before);
  const frame = stop.frame;
  const old = before.stop.frame;
  if (stop.focus === 'sequence') {
    if (isMoved || before.stop.focus === 'detail') lines.push(...eventLines(state, env));
    else if (isZoned) lines.push(...dateLines(state, env));
  } else if (
    before.stop.focus === 'sequence' ||
    frame.pane !== old.pane ||
    frame.subject !== old.subject
  ) {
    const content = env.content(state, frame);
    lines.push(
      oneStop(
        [nameOf(content), capital(content.badge), `${counted(content.items.length, 'item')}.`]
          .filter((part) => part !== '')
          .join('. '),
      ),
    );
    lines.push(...itemLines(content, frame.selected));
  } else if (frame.selected !== old.selected) {
    lines.push(...itemLines(env.content(state, frame), frame.selected));
  } else if (isZoned) {
    lines.push(...itemLines(env.content(state, frame), frame.selected));
  }
  if (!isMoved && stop.timeline !== before.stop.timeline) lines.push(windowLine(state, env));
  if (state.tour?.at !== before.tour?.at) lines.unshift(...tourStepLines(state, env));
  if (lines.length === 0 && before.overlay !== undefined) lines.push('Closed.');
  return lines;
}

/** The step of the tour that the reader is at. */
function tourStepLines(state: State, env: Env): readonly string[] {
  const {tour} = state;
  const step = tour?.steps[tour.at];
  if (tour === undefined || step === undefined) return [];
  return [`Step ${tour.at + 1} of ${tour.steps.length}. ${tourWords(step, state, env)}`];
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
    dateWords(event, input),
    `Lane ${view.lanes[row.lane]?.name ?? ''}.`,
    endWords(row),
    row.isContested ? 'Accounts differ.' : '',
    changeOf(row, env),
    answers.length > 0 ? `Said to answer ${titles(answers, env)}.` : '',
    answeredBy.length > 0 ? `Said to be answered by ${counted(answeredBy.length, 'event')}.` : '',
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

/** The date as it is said: first in the zone shown, then what day it was elsewhere. */
function dateWords(
  event: TimelineEvent | undefined,
  input: Parameters<typeof whenLines>[1],
): string {
  if (event === undefined) return '';
  const [first = '', ...others] = whenLines(event.when, input).map((line) => line.text);
  const said = others.flatMap((text) => {
    const [, date, place] = /^(.+) in ([^"]+)$/u.exec(text) ?? [];
    if (date === undefined || place === undefined) return [capital(text)];
    // The same words for another zone say nothing new.
    return date === first ? [] : [`In ${place}: ${date}`];
  });
  return [first, ...said].map(sentence).join(' ');
}

function dateLines(state: State, env: Env): readonly string[] {
  const event = env.store.event(rowAtCursor(state, env)?.id ?? '');
  const words = dateWords(event, {store: env.store, zone: shownZone(state)});
  return words === '' ? [] : [words];
}

/** From when to when the timeline reaches, and how much happens in it. */
function windowLine(state: State, env: Env): string {
  const view = env.view(state);
  const {scale, start, end, firstStep, lastStep} = state.stop.timeline;
  if (scale === 'sequence') {
    const first = Math.max(1, Math.floor(firstStep) + 1);
    return `In view: events ${first} to ${Math.min(view.count, Math.ceil(lastStep))}.`;
  }
  const zone = shownZone(state);
  const words = [start, end].map((instant) => {
    const isClock = end - start < CLOCK_SPAN_MS;
    const clock = isClock ? ` ${clockWords(zonedTime(instant, zone), false)}` : '';
    return edgeWords(instant, zone, end - start) + clock;
  });
  const count = Math.max(0, view.firstFrom(end) - view.firstFrom(start));
  return `In view: ${words.join(' to ')}, ${counted(count, 'event')} begin there.`;
}

/** Windows shorter than this are told with the time of the day. */
const CLOCK_SPAN_MS = 3 * MS_PER_DAY;

/** How sure the ends are: what the timeline shows by the shape of a bar. */
function endWords({edtf, when}: EventRow): string {
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
  if (start === end) return `${when.isSpan ? 'Start and end' : nameOfPoint(edtf)} ${start}.`;
  const parts = [start === '' ? '' : `start ${start}`, end === '' ? '' : `end ${end}`];
  return `${capital(parts.filter((part) => part !== '').join(', '))}.`;
}

/** Of a date with a time only the time can be in doubt. */
function nameOfPoint(edtf: string): 'Date' | 'Time' {
  const expression = readEdtf(edtf)?.expression;
  return expression?.kind === 'date' && expression.time !== undefined ? 'Time' : 'Date';
}

function measured(row: EventRow, state: State, env: Env): string {
  if (state.measureFrom === undefined || state.measureFrom === row.id) return '';
  const view = env.view(state);
  const position = view.positionOf(state.measureFrom);
  const from = view.rows(position, position + 1)[0];
  return from === undefined ? '' : `${intervalWords(from, row)} ${from.title}.`;
}

function titles(ids: readonly string[], env: Env): string {
  return ids.map((id) => env.store.event(id)?.title ?? id).join(', ');
}

function nameOf({title, crumb}: PaneContent): string {
  return crumb.toLowerCase().startsWith(title.toLowerCase())
    ? capital(crumb)
    : `${title}: ${crumb}`;
}

/** An item with what is said under it; what stands between two items belongs to the first up to a gap. */
function itemLines(content: PaneContent, selected: number): readonly string[] {
  const {items, lines, starts} = content;
  const item = items[selected];
  const from = beginningOf(content, selected);
  if (item === undefined) return lines.map((line) => spoken([line])).filter((text) => text !== '');
  const isShared = item.column !== undefined || items[selected + 1]?.column !== undefined;
  const text = isShared
    ? spoken([[{text: item.copy, role: 'text'}]])
    : spoken(lines.slice(from, beginningOf(content, selected + 1)), (at) => starts.has(from + at));
  const leads = item.target === undefined ? '' : ` Enter opens the ${item.target.pane}.`;
  const whole = [item.spokenBefore, text].filter(Boolean).join(' ');
  return [oneStop(`${selected + 1} of ${items.length}. ${sentence(whole)}${leads}`)];
}

/** @returns the line at which what is spoken with an item begins. */
function beginningOf({items, lines}: PaneContent, index: number): number {
  const item = items[index];
  if (index === 0) return 0;
  if (item === undefined) return lines.length;
  const end = Math.min(items[index - 1]?.endLine ?? 0, item.firstLine);
  const gap = lines.slice(end, item.firstLine);
  const last = gap.findLastIndex((line) => textOf(line) === '');
  return last < 0 ? item.firstLine : end + last;
}

function overlayLines(before: State, state: State, env: Env): readonly string[] {
  const {overlay} = state;
  switch (overlay?.kind) {
    case undefined:
      return [];
    case 'help':
      return before.overlay?.kind === 'help'
        ? []
        : spokenHelp(state, env)
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
