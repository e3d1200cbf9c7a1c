import type {CommandName} from './action.js';
import type {Effect, Env, State} from './state.js';
import {isMapInFocus} from './move-map.js';
import {siblingOf} from './sibling.js';
import {whyNoStep} from './step-in-time.js';
import {chainNeighbours, currentEvent, currentEventId, sourceTarget} from './subject.js';

const EFFECTS: Partial<Record<CommandName, Effect['kind']>> = {
  'program.edit': 'edit',
  'program.reports': 'reports',
  'program.suspend': 'suspend',
  'copy.thing': 'copy',
  'copy.view': 'copy',
};

/** @returns why a command cannot act now, as a sentence for the reader; undefined when it can. */
export function whyDisabled(state: State, env: Env, command: CommandName): string | undefined {
  const effect = EFFECTS[command];
  const refusal = effect === undefined ? undefined : env.refusal(effect);
  if (refusal !== undefined) return refusal;
  const event = currentEvent(state, env);
  switch (command) {
    case 'pane.open':
      if (state.stop.focus === 'sequence') return event === undefined ? noEvents(state) : undefined;
      return env.content(state, state.stop.frame).items[state.stop.frame.selected]?.target ===
        undefined
        ? 'Nothing further to open here'
        : undefined;
    case 'pane.forward':
      return state.forward.length === 0 ? 'There is nothing to go forward to' : undefined;
    case 'pane.accounts':
      if (event === undefined) return noEvents(state);
      return env.store.accountsOf(event.id).length === 0
        ? 'Nothing is claimed about this event'
        : undefined;
    case 'pane.chain':
    case 'pane.moment':
    case 'copy.thing':
    case 'time.measure':
    case 'mark.set':
      return event === undefined ? noEvents(state) : undefined;
    case 'time.next':
    case 'time.previous':
      if (event === undefined && state.stop.focus === 'sequence') return noEvents(state);
      return whyNoStep(state, env, command === 'time.next' ? 1 : -1);
    case 'time.fit-selection':
      return event === undefined ? noEvents(state) : whyNoTimeline(state);
    case 'time.zoom-in':
    case 'time.zoom-out':
    case 'time.fit':
      return isMapInFocus(state) ? env.refusal('load-map') : whyNoTimeline(state);
    case 'time.pan-left':
    case 'time.pan-right':
    case 'time.scale':
    case 'time.intensity':
      return whyNoTimeline(state);
    case 'pane.place':
      return event?.where?.length ? undefined : 'No place is given for this event';
    case 'pane.source':
      return sourceTarget(state, env) === undefined ? 'This event cites no source' : undefined;
    case 'pane.problems':
      return env.store.problems.length === 0 && (env.store.imports ?? []).length === 0
        ? 'The file has no problems'
        : undefined;
    case 'pane.changes':
      return env.store.changes === undefined
        ? 'Nothing is compared here: run ticktock diff OLD NEW'
        : undefined;
    case 'chain.previous':
    case 'chain.next': {
      const beside = siblingOf(state, env, command === 'chain.next' ? 1 : -1);
      if (beside !== undefined) return typeof beside === 'string' ? beside : undefined;
      const {answers, answeredBy} = chainNeighbours(env.store, currentEventId(state, env) ?? '');
      if (command === 'chain.previous') {
        return answers.length === 0 ? 'No one says that this event answers another' : undefined;
      }
      return answeredBy.length === 0
        ? 'No one says that another event answers this one'
        : undefined;
    }
    case 'map.left':
    case 'map.right':
    case 'map.up':
    case 'map.down':
      return state.stop.frame.pane === 'place'
        ? env.refusal('load-map')
        : 'Only a map moves this way: open a place';
    case 'search.next':
    case 'search.previous':
      return state.needle === '' ? 'Nothing is searched for yet: type / and a word' : undefined;
    case 'filter.drop':
      return state.filter === '' && state.needle === '' ? 'No filter is on' : undefined;
    case 'mark.go':
      return Object.keys(state.marks).length === 0
        ? 'No mark is set yet: m and a letter sets one'
        : undefined;
    case 'tour.play':
      return env.view(state).count === 0 ? noEvents(state) : undefined;
    default:
      return undefined;
  }
}

function whyNoTimeline(state: State): string | undefined {
  return state.stop.isEnlarged ? 'The timeline is hidden: v brings it back' : undefined;
}

function noEvents(state: State): string {
  return state.filter === '' ? 'The chronology has no events' : 'No event passes the filter';
}
