import {describe, expect, test} from 'vitest';
import {eventsAtColumn} from '../../../source/core/layout/events-at-column.js';
import {timelineScale} from '../../../source/core/layout/timeline-scale.js';
import {fitTimeline} from '../../../source/core/layout/timeline-view.js';
import {escalationView} from './escalation-view.js';

const view = escalationView();

describe('events at a column', () => {
  test('on the day of the strikes every event of a lane that may lie there is found', () => {
    const scale = timelineScale(fitTimeline(view, 'broken'), view, 67);
    const found = eventsAtColumn(view, scale, 60, 3, 3);
    expect(found.total).toBe(7);
    expect(found.positions).toHaveLength(3);
    expect(eventsAtColumn(view, scale, 60, undefined, 100).total).toBe(13);
  });

  test('before everything only what has no known beginning is found', () => {
    const scale = timelineScale(fitTimeline(view, 'broken'), view, 67);
    expect(eventsAtColumn(view, scale, 0, undefined, 10).positions).toEqual([0]);
    expect(eventsAtColumn(view, scale, -1, undefined, 10).total).toBe(0);
    expect(eventsAtColumn(view, scale, 67, undefined, 10).total).toBe(0);
  });

  test('a column of the sequence is one step, or as many as it is wide', () => {
    const wide = timelineScale(fitTimeline(view, 'sequence'), view, view.count * 3);
    expect(eventsAtColumn(view, wide, 7, undefined, 10).positions).toEqual([2]);
    const narrow = timelineScale(fitTimeline(view, 'sequence'), view, 5);
    expect(eventsAtColumn(view, narrow, 0, undefined, 10).positions).toEqual([0, 1, 2]);
  });
});
