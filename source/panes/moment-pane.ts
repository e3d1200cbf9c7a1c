import {namedStretches, namesSomeOf} from '../core/time/named-stretches.js';
import {eventCopy} from './copy-words.js';
import {createPane} from './pane-builder.js';
import type {Pane} from './pane.js';
import {eventDate} from './when-lines.js';
import {signsOf} from './signs.js';

/** Events listed; the rest is counted. */
const MOST_EVENTS = 300;

/** Everything that falls, or may fall, on the time of one event. */
export const momentPane: Pane = {
  name: 'moment',
  summary: 'Everything that falls, or may fall, on the same time',
  content(input) {
    const {store, view, subject, widthColumns, charset} = input;
    const pane = createPane(widthColumns);
    const {dash, dot} = signsOf(charset);
    const position = view.positionOf(subject);
    const row = position < 0 ? undefined : view.rows(position, position + 1)[0];
    if (row === undefined) {
      pane.text('The filter hides this event: X drops it.', 'muted');
      return pane.done({title: 'Moment', crumb: 'moment'});
    }
    const {start, end} = row.when;
    const touching = view.touching(start, end, undefined, MOST_EVENTS);
    const rows = touching.positions
      .flatMap((at) => view.rows(at, at + 1))
      .filter((other) =>
        namedStretches(row).some((stretch) => namesSomeOf(other, stretch.start, stretch.end)),
      );
    const total = touching.total - touching.positions.length + rows.length;
    pane.text([
      {text: 'Falls, or may fall, on the time of ', role: 'muted'},
      {text: row.title, role: 'title'},
    ]);
    for (const lane of view.lanes.keys()) {
      const here = rows.filter((other) => other.lane === lane);
      if (here.length === 0) continue;
      pane.heading(view.lanes[lane]?.name ?? '', `${here.length}`);
      for (const other of here) {
        const event = store.event(other.id);
        pane.item(
          [
            {text: other.title, role: other.id === row.id ? 'title' : 'link'},
            {text: event === undefined ? '' : ` ${dash} ${eventDate(event, input)}`, role: 'muted'},
          ],
          {
            target: {pane: 'event', subject: other.id},
            copy: () => (event === undefined ? other.title : eventCopy(event, input)),
          },
        );
      }
    }
    if (total > rows.length) pane.text(`and ${total - rows.length} more`, 'muted');
    return pane.done({
      title: 'Moment',
      badge: `${total} event${total === 1 ? '' : 's'}`,
      crumb: `moment ${dot} ${total}`,
    });
  },
};
