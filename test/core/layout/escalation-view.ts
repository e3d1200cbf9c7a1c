import type {EventView} from '../../../source/core/events/event-store.js';
import {fakeView, type FakeEvent} from './fake-view.js';

/** 00:00 of a day of a month in Baghdad, which is three hours ahead of UTC. */
function baghdad(year: number, month: number, day: number, hour = 0): number {
  return Date.UTC(year, month - 1, day, hour - 3);
}

const OCTOBER = baghdad(2023, 10, 15);
const WEDNESDAY = baghdad(2024, 1, 24);
const THURSDAY = baghdad(2024, 1, 25);

const timezone = 'Asia/Baghdad';
const run = {
  isSpan: true,
  start: OCTOBER,
  end: THURSDAY,
  startQuality: 'approximate',
  edtf: '2023-10-15~/2024-01-24',
  timezone,
} as const;
const said = (lane: number, title: string): FakeEvent => ({
  start: WEDNESDAY,
  end: THURSDAY,
  edtf: '2024-01-24',
  timezone,
  lane,
  title,
  glyph: 'statement',
  isInferred: true,
});

/**
Three months of attacks with an approximate beginning, then a day of strikes before dawn and ten
things said on that day, whose hours nobody tells.
*/
export function escalationView(): EventView {
  return fakeView(
    [
      {
        ...run,
        start: -Infinity,
        end: Infinity,
        startQuality: 'unknown',
        edtf: '/..',
        title: 'War nearby',
      },
      {...run, lane: 1, title: 'More than 150 attacks', glyph: 'violence', value: -10},
      {
        ...run,
        lane: 2,
        title: 'Earlier airstrikes',
        end: WEDNESDAY,
        edtf: '2023-10-15~/2024-01-23',
        glyph: 'violence',
      },
      {...run, lane: 3, title: 'Calls for withdrawal', isInferred: true},
      {
        start: WEDNESDAY,
        end: baghdad(2024, 1, 24, 5),
        edtf: '2024-01-24',
        timezone,
        lane: 2,
        title: 'Strikes before dawn',
        glyph: 'violence',
        isInferred: true,
        value: -10,
      },
      said(2, 'The secretary explains'),
      said(2, 'The military names targets'),
      said(2, 'Troops in one country'),
      said(2, 'Troops in another'),
      said(3, 'The spokesman objects'),
      said(3, 'The military spokesman objects'),
      said(3, 'The adviser objects'),
      said(3, 'The adviser posts'),
      said(3, 'Sources name the targets'),
      said(3, 'The authorities accuse'),
    ],
    ['Backdrop', 'Groups', 'U.S.', 'Iraq'],
  );
}
