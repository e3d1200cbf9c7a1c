import {shownZone, type Env, type State, type TourStep} from '../core/state/state.js';
import {claimsOfField} from './claim-words.js';
import {signsOf} from './signs.js';
import {speakersWords} from './speaker-words.js';

/** @returns the words of a step of a tour: what happened with who says so, for they stand alone. */
export function tourWords(step: TourStep, state: State, env: Env): string {
  const {store} = env;
  const event = store.event(step.event);
  if (event === undefined || step.pane?.pane === 'accounts') return step.text;
  const claims = claimsOfField(event, 'summary', store);
  const {charset} = state;
  const who = speakersWords(claims, {store, charset, zone: shownZone(state)});
  return claims.length === 0 ? step.text : `${step.text} ${signsOf(charset).dash} ${who}`;
}
