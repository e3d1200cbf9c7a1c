import type {Target} from './pane-content.js';
import {freshFrame, withFrame} from './visit.js';
import type {Env, State} from './state.js';
import {currentEvent} from './subject.js';

/** What a pane is one of, in order: places of an event, paragraphs of a source, facts, claims. */
type Row = {readonly targets: readonly Target[]; readonly at: number; readonly what: string};

/**
@param by - 1 for the next, -1 for the one before.
@returns the state with the neighbour of what the pane is about in its place, so that going back leads
to where the first one was opened; undefined when the pane in focus is not one of several, or of none.
*/
export function toSibling(state: State, env: Env, by: 1 | -1): State | undefined {
  const target = siblingOf(state, env, by);
  if (target === undefined || typeof target === 'string') return undefined;
  return withFrame(state, freshFrame(target));
}

/** @returns the place of the event after the one in the pane, after the last the first; undefined when there is no other. */
export function nextPlace(state: State, env: Env): Target | undefined {
  const row = state.stop.frame.pane === 'place' ? rowOf(state, env) : undefined;
  return row === undefined || row.targets.length < 2
    ? undefined
    : row.targets[(row.at + 1) % row.targets.length];
}

/** @returns the neighbour, or why there is none; undefined when the pane in focus is not one of several. */
export function siblingOf(state: State, env: Env, by: 1 | -1): Target | string | undefined {
  const row = rowOf(state, env);
  if (row === undefined) return undefined;
  return row.targets[row.at + by] ?? `This is the ${by > 0 ? 'last' : 'first'} ${row.what}`;
}

function rowOf(state: State, env: Env): Row | undefined {
  if (state.stop.focus !== 'detail') return undefined;
  const {pane, subject} = state.stop.frame;
  const [id = '', part] = subject.split('#');
  const among = (subjects: readonly string[], what: string): Row | undefined => {
    const at = subjects.indexOf(subject);
    if (at < 0) return undefined;
    return {targets: subjects.map((each) => ({pane, subject: each})), at, what};
  };
  switch (pane) {
    case 'place':
      return among(currentEvent(state, env)?.where ?? [], 'place of this event');
    case 'claim': {
      const event = env.store.claim(subject)?.about.event ?? '';
      const ids = env.store.claimsAbout(event).map((claim) => claim.id);
      return among(ids, 'claim about this event');
    }
    case 'accounts': {
      const fields = env.store.accountsOf(id);
      const isContested = fields.find(({field}) => field === part)?.isContested === true;
      const alike = isContested ? fields.filter((field) => field.isContested) : fields;
      const what = isContested ? 'contested fact of this event' : 'fact of this event';
      return among(
        alike.map(({field}) => `${id}#${field}`),
        what,
      );
    }
    case 'source':
      return part === undefined ? undefined : paragraphRow(id, Number(part), env);
    default:
      return undefined;
  }
}

/** Paragraphs may be many: only the neighbours are named. */
function paragraphRow(source: string, number: number, {store}: Env): Row {
  const total = store.source(source)?.paragraphs?.length ?? Infinity;
  const isThere = (at: number): boolean =>
    at >= 1 && at <= total && (Number.isFinite(total) || store.claimsCiting(source, at).length > 0);
  const near = [number - 1, number, number + 1].filter((at) => at === number || isThere(at));
  return {
    targets: near.map((at) => ({pane: 'source', subject: `${source}#${at}`})),
    at: near.indexOf(number),
    what: 'paragraph',
  };
}
