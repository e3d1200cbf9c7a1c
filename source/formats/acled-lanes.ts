/** The lanes of ACLED's events. */
import type {Side} from '../core/events/chronology.js';

/** Lanes in the order they are drawn, with the event types of every generation that stand in them. */
const LANES: readonly {readonly side: Side; readonly types: RegExp}[] = [
  {side: {id: 'battles', name: 'Battles'}, types: /^battle/},
  {side: {id: 'explosions', name: 'Explosions'}, types: /explosion|remote violence/},
  {side: {id: 'civilians', name: 'Against civilians'}, types: /against civilians/},
  {side: {id: 'protests', name: 'Protests'}, types: /^protest/},
  {side: {id: 'riots', name: 'Riots'}, types: /^riot/},
  {
    side: {id: 'developments', name: 'Developments'},
    types: /^strategic development|^non-violent|headquarters|base established/,
  },
];
const OTHER: Side = {id: 'other', name: 'Other'};

/** The lanes in the order they are drawn. */
export const ACLED_SIDES: readonly Side[] = [...LANES.map((lane) => lane.side), OTHER];

/** @returns the lane of an event type of any generation. */
export function acledLane(type: string): Side {
  const folded = type.toLowerCase();
  return LANES.find((lane) => lane.types.test(folded))?.side ?? OTHER;
}
