import {accept, closeOverlay, moveInOverlay} from './update-overlay.js';
import type {Action, CommandName} from './action.js';
import {editPrompt, insertText, openPrompt} from './edit-prompt.js';
import {goToMatch} from './find.js';
import {fitTimeline, showOnTimeline} from '../layout/timeline-view.js';
import {moveCursor, openSelected, stepOut, switchFocus} from './move-cursor.js';
import {moveInTime} from './move-time.js';
import type {Effect, Env, State, Stop, Update} from './state.js';
import {chainNeighbours, currentEvent, currentEventId, sourceTarget} from './subject.js';
import {copyOf} from './copy.js';
import {moveMap} from './move-map.js';
import {nextPlace, toSibling} from './sibling.js';
import {leaveTour, playTour, stepTour} from './step-tour.js';
import {enlarge, freshFrame, goForward, visit, withCursor, withFrame} from './visit.js';
import {whyDisabled} from './why-disabled.js';
import {withFilter} from './with-filter.js';

/**
The whole program as a function: what the state becomes, and what the world is asked to do.

Unknown or impossible commands change nothing but the message that says why.
*/
export function update(state: State, action: Action, env: Env): Update {
  switch (action.type) {
    case 'resize':
      return only(resize({...state, size: action.size}, env));
    case 'store.changed':
      return only(changeStore(state, env, action));
    case 'map.loaded':
      return only({...state});
    case 'say':
      return only({...state, message: action.message});
    case 'show.text':
      return only({
        ...state,
        overlay: {kind: 'text', title: action.title, text: action.text, scroll: 0},
      });
    case 'tour.tick':
      // Away from its step the reader is not pulled on.
      return only(
        state.tour?.isPlaying === true && state.back.length === 0 ? stepTour(state, env, 1) : state,
      );
    case 'prompt.insert':
      return state.overlay?.kind === 'prompt'
        ? only(insertText(state, env, state.overlay, action.text))
        : only(state);
    case 'prompt.edit':
      return state.overlay?.kind === 'prompt'
        ? only(editPrompt(state, env, state.overlay, action.edit))
        : only(state);
    case 'overlay.move':
      return only(moveInOverlay(state, env, action.by));
    case 'overlay.close':
      return only(closeOverlay(state, env));
    case 'overlay.accept': {
      const {state: next, command} = accept(state, env);
      return command === undefined ? only(next) : update(next, {type: command}, env);
    }
    default:
      return obey(state, action.type, env);
  }
}

function obey(before: State, command: CommandName, env: Env): Update {
  const state: State = {...before, message: undefined, isNew: false};
  const toured = tourStep(state, env, command);
  if (toured !== undefined) return only(toured);
  const reason = whyDisabled(state, env, command);
  if (reason !== undefined) return only({...state, message: {text: reason, tone: 'info'}});
  const effect = effectOf(state, env, command);
  if (effect !== undefined) return {state, effects: [effect]};
  const [room] = command.split('.');
  if (room === 'cursor') return only(moveCursor(state, env, command));
  if (room === 'time') return only(moveInTime(state, env, command));
  if (room === 'map') return only(moveMap(state, env, command));
  return go(state, env, command);
}

/**
In a tour the keys that move go from step to step, and Esc leaves it where it is. Where the reader has
opened something on the way they do what they always do, and Esc comes back to the tour.
*/
function tourStep(state: State, env: Env, command: CommandName): State | undefined {
  if (state.tour === undefined || state.back.length > 0) return undefined;
  switch (command) {
    case 'cursor.down':
    case 'cursor.page-down':
    case 'time.next':
    case 'pane.open':
      return stepTour(state, env, 1);
    case 'cursor.up':
    case 'cursor.page-up':
    case 'time.previous':
      return stepTour(state, env, -1);
    case 'cursor.first':
      return stepTour(state, env, -state.tour.steps.length);
    case 'cursor.last':
      return stepTour(state, env, state.tour.steps.length);
    case 'pane.back':
      return leaveTour(state, env);
    default:
      return undefined;
  }
}

function effectOf(state: State, env: Env, command: CommandName): Effect | undefined {
  switch (command) {
    case 'program.quit':
      return {kind: 'quit'};
    case 'program.suspend':
      return {kind: 'suspend'};
    case 'program.redraw':
      return {kind: 'redraw'};
    case 'program.reports':
      return {kind: 'reports'};
    case 'program.edit':
      return {kind: 'edit', event: currentEventId(state, env) ?? ''};
    case 'copy.thing':
      return {kind: 'copy', ...copyOf(state, env)};
    case 'copy.view':
      return {kind: 'copy', text: env.commandLine(state), what: 'The command line'};
    default:
      return undefined;
  }
}

function go(state: State, env: Env, command: CommandName): Update {
  const event = currentEvent(state, env);
  const id = event?.id ?? '';
  switch (command) {
    case 'pane.open':
      return arrive(openSelected(state, env));
    case 'pane.back':
      return only(stepOut(state, env));
    case 'pane.forward':
      return only(goForward(state, env));
    case 'pane.focus':
      return only(switchFocus(state));
    case 'pane.enlarge':
      return only(enlarge(state, env));
    case 'pane.accounts': {
      const contested = env.store.accountsOf(id).filter((field) => field.isContested);
      const subject = contested.length === 1 ? `${id}#${contested[0]?.field}` : id;
      return only(visit(state, env, {pane: 'accounts', subject}));
    }
    case 'pane.contested':
      return only(visit(state, env, {pane: 'contested', subject: ''}));
    case 'pane.chain':
      return only(visit(state, env, {pane: 'chain', subject: id}));
    case 'pane.place': {
      const next = nextPlace(state, env);
      if (next !== undefined) return arrive(withFrame(state, freshFrame(next)));
      return arrive(visit(state, env, {pane: 'place', subject: event?.where?.[0] ?? ''}));
    }
    case 'pane.source': {
      const target = sourceTarget(state, env);
      return only(target === undefined ? state : visit(state, env, target));
    }
    case 'pane.figures':
      return only(visit(state, env, {pane: 'figures', subject: ''}));
    case 'pane.moment':
      return only(visit(state, env, {pane: 'moment', subject: id}));
    case 'pane.problems':
      return only(visit(state, env, {pane: 'problems', subject: ''}));
    case 'pane.changes':
      return only(visit(state, env, {pane: 'changes', subject: ''}));
    case 'pane.legend':
      return only(visit(state, env, {pane: 'legend', subject: ''}));
    case 'chain.previous':
    case 'chain.next': {
      const beside = toSibling(state, env, command === 'chain.next' ? 1 : -1);
      if (beside !== undefined) return arrive(beside);
      const {answers, answeredBy} = chainNeighbours(env.store, id);
      const to = command === 'chain.previous' ? answers[0] : answeredBy[0];
      if (to === undefined) return only(state);
      const {focus} = state.stop;
      const visited = visit(state, env, {pane: 'event', subject: to});
      return only({...visited, stop: {...visited.stop, focus}});
    }
    case 'search.start':
      return only(openPrompt(state, 'search'));
    case 'search.next':
      return only(goToMatch(state, env, 1));
    case 'search.previous':
      return only(goToMatch(state, env, -1));
    case 'filter.edit':
      return only(openPrompt(state, 'filter', state.filter));
    case 'filter.facets':
      return only({...state, overlay: {kind: 'facets', selected: 1, scroll: 0}});
    case 'filter.drop':
      return only(withFilter({...state, needle: ''}, env, ''));
    case 'mark.set':
      return only(openPrompt(state, 'mark'));
    case 'mark.go':
      return only(openPrompt(state, 'jump'));
    case 'program.palette':
      return only(openPrompt(state, 'command'));
    case 'program.help':
      return only({...state, overlay: {kind: 'help', scroll: 0}});
    case 'tour.play':
      return only(playTour(state, env));
    default:
      return only(state);
  }
}

/** A place pane needs the outlines of the countries, which are loaded when first looked at. */
function arrive(state: State): Update {
  return {state, effects: state.stop.frame.pane === 'place' ? [{kind: 'load-map'}] : []};
}

function resize(state: State, env: Env): State {
  const view = env.view(state);
  return view.count === 0 ? state : keepFrame(state, withCursor(state, env, state.stop.cursor));
}

/** Stay at the event the reader was at; another store is shown whole. */
function changeStore(
  state: State,
  env: Env,
  {event, isOther = false, stops = []}: Extract<Action, {type: 'store.changed'}>,
): State {
  const view = env.view(state);
  const moved = (stop: Stop, at: number): Stop => {
    const id = stops[at];
    const position = id === undefined ? -1 : view.positionOf(id);
    if (position < 0) return {...stop, cursor: Math.max(0, Math.min(view.count - 1, stop.cursor))};
    // Its date may be another one now.
    return {...stop, cursor: position, timeline: showOnTimeline(stop.timeline, view, position)};
  };
  const position = event === undefined ? state.stop.cursor : view.positionOf(event);
  const timeline = isOther ? fitTimeline(view, state.stop.timeline.scale) : state.stop.timeline;
  const next: State = {
    ...state,
    stop: {...state.stop, timeline},
    filterPlace: undefined,
    back: isOther ? [] : state.back.map(moved),
    forward: isOther ? [] : state.forward.map((stop, at) => moved(stop, state.back.length + at)),
  };
  return keepFrame(state, withCursor(next, env, Math.max(0, position)));
}

/** A changed size or store moves the list and the timeline, never the pane the reader is in. */
function keepFrame(before: State, after: State): State {
  const isElsewhere = before.stop.focus === 'detail' || before.back.length > 0;
  return isElsewhere ? {...after, stop: {...after.stop, frame: before.stop.frame}} : after;
}

function only(state: State): Update {
  return {state, effects: []};
}
